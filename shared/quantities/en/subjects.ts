import { CURRENCY_CODES, CURRENCY_NAMES } from '../currencies.ts'
import { NUMBER, type Tokens, WORD } from '../tokens.ts'
import type { Amount } from './amount.ts'
import { MONTHS, WEEKDAYS } from './calendar.ts'
import { boundBefore } from './modifiers.ts'
import { isNumberWord } from './numbers.ts'
import { VERBS_S } from './plurals.ts'
import { isStop, VERBS } from './stop-words.ts'

/** Longest subject that is given, in tokens. */
const LONGEST = 8

/** How far before an amount a name is looked for, in tokens. */
const REACH = 30

/**
 * The noun phrase that an amount of the sentence that begins at token `from` is about, as it stands, good enough to
 * filter by: what it counts ("leasing firms"), what it is a part or measure of ("of companies analyzed", "a $45
 * trillion financial industry"), else the nearest name before it, else the head of the sentence. `before` is the subject
 * of the amount before.
 */
export function subjectOf(
  tokens: Tokens,
  amount: Amount,
  from: number,
  before: string | null,
): string | null {
  if (amount.noun) return slice(tokens, amount.noun[0], amount.noun[1] + 1)
  if (before !== null && isOfBefore(tokens, amount)) return before
  const first = boundBefore(tokens, amount.first)?.first ?? amount.first
  return (
    measuredBehind(tokens, amount) ??
    (amount.unit === 'score' ? null : measuredBefore(tokens, first, from)) ??
    nearestName(tokens, first, from) ??
    headOf(tokens, first, from)
  )
}

/** "Seven were in critical condition", "72 percent of them": what was counted before. */
const isOfBefore = (tokens: Tokens, { rule, next }: Amount): boolean =>
  rule === 'elided noun' ||
  (tokens.word(next) === 'of' && /^(?:them|these|those|whom|which)$/.test(tokens.word(next + 1)))

const slice = (tokens: Tokens, first: number, next: number): string =>
  tokens.text.slice(tokens.start(first), tokens.end(next - 1))

/** Word `k` may stand inside a noun phrase. */
const isInside = (tokens: Tokens, k: number): boolean =>
  tokens.kind(k) === WORD && !isStop(tokens.word(k)) && !VERBS_S.has(tokens.word(k))

/** The token behind the noun phrase that begins at token `i`, hyphens inside it. */
function phraseEnd(tokens: Tokens, i: number): number {
  let k = i
  while (
    k < i + LONGEST &&
    (isInside(tokens, k) || isNameMark(tokens, k) || (k > i && tokens.touches(k) && isJoined(tokens, k)))
  )
    k++
  return k
}

/** A hyphen or the digits of a name ("CO2"). */
const isJoined = (tokens: Tokens, k: number): boolean => tokens.word(k) === '-' || tokens.kind(k) === NUMBER

const isDeterminer = (word: string): boolean =>
  /^(?:the|a|an|its|their|his|her|our|all|these|those|such)$/.test(word)

/** "80 percent of companies", "its $45 trillion financial industry", "10 percent ethanol". */
function measuredBehind(tokens: Tokens, amount: Amount): string | null {
  let first = amount.next
  if (tokens.word(first) === 'of') first++
  else if (amount.rule === 'so many in so many') return phraseAt(tokens, first, phraseEnd(tokens, first))
  else if (!isDeterminer(tokens.word(amount.first - 1)) && !isSharedOut(tokens, amount)) return null
  while (isDeterminer(tokens.word(first))) first++
  const isWhole = tokens.word(amount.next) === 'of'
  // "Two thirds of the 1,500 adults"
  if (isWhole && tokens.kind(first) === NUMBER) first += isNumberWord(tokens.word(first + 1)) ? 2 : 1
  return phraseAt(
    tokens,
    first,
    isWhole ? phraseEnd(tokens, first) : phraseBefore(tokens, first, first + LONGEST),
  )
}

const phraseAt = (tokens: Tokens, first: number, next: number): string | null =>
  next > first ? slice(tokens, first, next) : null

/** A noun stands right behind a share: not "5 percent year on year", "72 percent expect". */
const isSharedOut = (tokens: Tokens, { unit, next }: Amount): boolean =>
  unit === '%' &&
  isInside(tokens, next) &&
  !isVerb(tokens, next) &&
  !tokens.isCapital(next) &&
  !PERIODS.has(tokens.word(next)) &&
  !isInside(tokens, phraseEnd(tokens, next)) &&
  tokens.word(phraseEnd(tokens, next)) !== 'to'

/** What follows a share and tells when or how. */
const PERIODS: ReadonlySet<string> = new Set(
  'year month week quarter day season annual abroad higher lower compared effective owned vacant think believe expect plan want have own use'.split(
    ' ',
  ),
)

/** Words before "of" that name no thing: "rose an average of 0.3 %". */
const MEANS: ReadonlySet<string> = new Set([
  'average',
  'mean',
  'median',
  'total',
  'record',
  'minimum',
  'maximum',
])

/** Longest phrase before "of", in words. */
const LONGEST_BEFORE = 4

/** "total assets of 4 trillion yuan", "a net income of $2": the phrase before "of". */
function measuredBefore(tokens: Tokens, amountFirst: number, from: number): string | null {
  const of = amountFirst - 1
  if (tokens.word(of) !== 'of') return null
  let first = of
  while (
    first > Math.max(from, of - LONGEST_BEFORE) &&
    isInside(tokens, first - 1) &&
    !isVerb(tokens, first - 1)
  )
    first--
  return first < of && !MEANS.has(tokens.word(of - 1)) ? slice(tokens, first, of) : null
}

/** A capitalized word that names something: no day, no month, no currency, no unit behind a number. */
function isNamePart(tokens: Tokens, k: number): boolean {
  if (isNameMark(tokens, k)) return true
  if (!tokens.isCapital(k) || tokens.kind(k - 1) === NUMBER || isCurrency(tokens, k)) return false
  const word = tokens.word(k).replace(POSSESSIVE, '')
  return !isStop(word) && !MONTHS.has(word) && !WEEKDAYS.has(word)
}

/** The signs inside "U.S." and "S&P": a stop behind a single capital, an ampersand between capitals. */
const isNameMark = (tokens: Tokens, k: number): boolean =>
  (tokens.isMark(k, '.') && tokens.touches(k) && isInitial(tokens, k - 1)) ||
  (tokens.isMark(k, '&') && tokens.isCapital(k - 1) && tokens.isCapital(k + 1))

/** A single capital before a stop. */
const isInitial = (tokens: Tokens, k: number): boolean =>
  tokens.isCapital(k) && tokens.end(k) === tokens.start(k) + 1

/** "RMB 5", "HK$5" */
const isCurrency = (tokens: Tokens, k: number): boolean =>
  CURRENCY_NAMES.has(tokens.word(k)) ||
  CURRENCY_CODES.has(tokens.raw(k)) ||
  (tokens.isMark(k + 1, '$') && tokens.touches(k + 1))

const POSSESSIVE = /'s?$/

/** Adjectives of countries, by their endings. */
const ADJECTIVE = /(?:ian|ean|ican|erman|ish|ese|french|dutch|swiss|israeli|iraqi|thai)$/

/** The run of capitalized words nearest before an amount, with what it qualifies: "China's central bank". */
function nearestName(tokens: Tokens, amountFirst: number, from: number): string | null {
  for (let k = amountFirst - 1; k >= Math.max(from, amountFirst - REACH); k--) {
    if (!isNamePart(tokens, k)) continue
    let first = k
    while (first > from && isNamePart(tokens, first - 1)) first--
    // "Apple (AAPL)"
    if (tokens.word(first - 1) === '(' && tokens.word(k + 1) === ')') {
      k = first - 1
      continue
    }
    const isOpen = ADJECTIVE.test(tokens.word(k)) || hasPossessive(tokens, first, k + 1)
    const end = nameEnd(tokens, k + 1, amountFirst)
    const next = isOpen ? phraseBefore(tokens, end, amountFirst) : end
    // One capital at the head of a sentence tells nothing.
    if (first > from || next > first + 1 || /[A-Z]/.test(tokens.raw(k).slice(1)))
      return slice(tokens, first, next).replace(/['’]s?$/, '')
  }
  return null
}

/** The token behind a name and the digits of its model: "V162", "MH370". */
function nameEnd(tokens: Tokens, i: number, amountFirst: number): number {
  let next = i
  while (
    next < amountFirst &&
    tokens.touches(next) &&
    (tokens.kind(next) === NUMBER || tokens.kind(next) === WORD)
  )
    next++
  return next
}

function hasPossessive(tokens: Tokens, first: number, next: number): boolean {
  for (let k = first; k < next; k++) if (POSSESSIVE.test(tokens.word(k))) return true
  return false
}

/** The token behind the words at `i` that are no verbs, before the amount. */
function phraseBefore(tokens: Tokens, i: number, amountFirst: number): number {
  let next = i
  while (next < Math.min(i + LONGEST_HEAD, amountFirst) && isInside(tokens, next) && !isVerb(tokens, next))
    next++
  return next
}

/** Longest head of a sentence that is given, in words. */
const LONGEST_HEAD = 4

/** A verb, as far as its ending or a list tells. */
const isVerb = (tokens: Tokens, k: number): boolean =>
  /[^e]ed$/.test(tokens.word(k)) || VERBS.has(tokens.word(k))

/** Word `k` belongs to a measure before it: "632-meter", "49-year-old". */
const isMeasured = (tokens: Tokens, k: number): boolean =>
  tokens.kind(k - 1) === NUMBER || tokens.word(k - 1) === '-'

/** Word `k` continues the head of a sentence, hyphens and what they join included: "debt-to-equity ratio". */
const isHeadPart = (tokens: Tokens, k: number): boolean =>
  (isInside(tokens, k) && !isVerb(tokens, k)) ||
  (tokens.word(k) === '-' && tokens.touches(k) && tokens.touches(k + 1)) ||
  (tokens.word(k - 1) === '-' &&
    tokens.touches(k - 1) &&
    (tokens.kind(k) === WORD || tokens.kind(k) === NUMBER))

/** The first noun phrase of the sentence. */
function headOf(tokens: Tokens, amountFirst: number, from: number): string | null {
  let first = from
  while (first < amountFirst && (!isInside(tokens, first) || isMeasured(tokens, first))) first++
  let next = first
  let hyphens = 0
  while (next < Math.min(first + LONGEST_HEAD + 2 * hyphens, amountFirst) && isHeadPart(tokens, next)) {
    if (tokens.word(next) === '-') hyphens++
    next++
  }
  return next > first ? slice(tokens, first, next) : null
}
