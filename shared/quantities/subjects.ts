import type { Amount } from './amount.ts'
import { MONTHS, WEEKDAYS } from './calendar.ts'
import { boundBefore } from './modifiers.ts'
import { VERBS_S } from './plurals-en.ts'
import { isStop } from './stop-words-en.ts'
import { NUMBER, type Tokens, WORD } from './tokens.ts'

/** Longest subject that is given, in tokens. */
const LONGEST = 8

/** How far before an amount a name is looked for, in tokens. */
const REACH = 30

/**
 * The noun phrase that an amount of the sentence that begins at token `from` is about, as it stands, good enough to
 * filter by: what it counts ("leasing firms"), what it is a part or measure of ("of companies analyzed", "a $45
 * trillion financial industry"), else the nearest name before it, else the head of the sentence.
 */
export function subjectOf(tokens: Tokens, amount: Amount, from: number): string | null {
  if (amount.noun) return slice(tokens, amount.noun[0], amount.noun[1] + 1)
  const first = boundBefore(tokens, amount.first)?.first ?? amount.first
  return (
    measuredBehind(tokens, amount) ??
    (amount.unit === 'score' ? null : measuredBefore(tokens, first, from)) ??
    nearestName(tokens, first, from) ??
    headOf(tokens, first, from)
  )
}

const slice = (tokens: Tokens, first: number, next: number): string =>
  tokens.text.slice(tokens.start(first), tokens.end(next - 1))

/** Word `k` may stand inside a noun phrase. */
const isInside = (tokens: Tokens, k: number): boolean =>
  tokens.kind(k) === WORD && !isStop(tokens.word(k)) && !VERBS_S.has(tokens.word(k))

/** The token behind the noun phrase that begins at token `i`, hyphens inside it. */
function phraseEnd(tokens: Tokens, i: number): number {
  let k = i
  while (k < i + LONGEST && (isInside(tokens, k) || (tokens.word(k) === '-' && tokens.touches(k) && k > i)))
    k++
  return k
}

const isDeterminer = (word: string): boolean =>
  /^(?:the|a|an|its|their|his|her|our|all|these|those|such)$/.test(word)

/** "80 percent of companies", "its $45 trillion financial industry". */
function measuredBehind(tokens: Tokens, amount: Amount): string | null {
  let first = amount.next
  if (tokens.word(first) === 'of') first++
  else if (!isDeterminer(tokens.word(amount.first - 1))) return null
  while (isDeterminer(tokens.word(first))) first++
  const next = phraseEnd(tokens, first)
  return next > first ? slice(tokens, first, next) : null
}

/** Longest phrase before "of", in words. */
const LONGEST_BEFORE = 4

/** "total assets of 4 trillion yuan", "a net income of $2": the phrase before "of". */
function measuredBefore(tokens: Tokens, amountFirst: number, from: number): string | null {
  const of = amountFirst - 1
  if (tokens.word(of) !== 'of') return null
  let first = of
  while (first > Math.max(from, of - LONGEST_BEFORE) && isInside(tokens, first - 1)) first--
  return first < of ? slice(tokens, first, of) : null
}

/** A capitalized word that names something: no day, no month, no unit behind a number. */
function isNamePart(tokens: Tokens, k: number): boolean {
  if (tokens.kind(k - 1) === NUMBER) return false
  const word = tokens.word(k)
  return (
    tokens.isCapital(k) && !isStop(word) && !MONTHS.has(word) && !WEEKDAYS.has(word) && !isPossessive(word)
  )
}

const isPossessive = (word: string): boolean => word.endsWith("'s")

/** The run of capitalized words nearest before an amount; possessives only qualify what follows them. */
function nearestName(tokens: Tokens, amountFirst: number, from: number): string | null {
  for (let k = amountFirst - 1; k >= Math.max(from, amountFirst - REACH); k--) {
    if (!isNamePart(tokens, k)) continue
    let first = k
    while (first > from && isNamePart(tokens, first - 1)) first--
    // One capital at the head of a sentence tells nothing.
    if (first > from || k > first || /[A-Z]/.test(tokens.raw(k).slice(1))) return slice(tokens, first, k + 1)
  }
  return null
}

/** Longest head of a sentence that is given, in words. */
const LONGEST_HEAD = 4

/** A verb in the past, as far as its ending tells. */
const isPast = (tokens: Tokens, k: number): boolean => /[^e]ed$/.test(tokens.word(k))

/** The first noun phrase of the sentence. */
function headOf(tokens: Tokens, amountFirst: number, from: number): string | null {
  let first = from
  while (first < amountFirst && !isInside(tokens, first)) first++
  let next = first
  while (
    next < Math.min(first + LONGEST_HEAD, amountFirst) &&
    isInside(tokens, next) &&
    !isPast(tokens, next)
  )
    next++
  return next > first ? slice(tokens, first, next) : null
}
