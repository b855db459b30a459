import { type Tokens, WORD } from '../tokens.ts'
import { type Amount, BARE } from './amount.ts'
import { movementAt, startWithBound } from './modifiers.ts'
import { nounAt } from './nouns.ts'
import { singular } from './plurals.ts'

/** A bare number in its sentence. */
export interface Elided {
  tokens: Tokens
  amounts: readonly Amount[]
  i: number
  amount: Amount
  /** First token of the sentence. */
  sentence: number
  /** Counted noun of the sentence before, or null. */
  carried: string | null
}

/** A way to tell what a number counts that stands without a unit. Tried in order; null where it does not apply. */
export interface ElisionRule {
  name: string
  unit(at: Elided): string | null
}

/** How far before a figure "the number of …" may stand, in tokens. */
const NUMBER_OF_REACH = 20

/** "the number of people in poverty was cut to 16.6 million". */
export function numberOf({ tokens, amount, sentence }: Elided): string | null {
  for (let k = amount.first - 1; k >= Math.max(sentence, amount.first - NUMBER_OF_REACH); k--) {
    if (tokens.word(k) !== 'number' || tokens.word(k + 1) !== 'of') continue
    return nounAt(tokens, k + 2, false)?.head ?? null
  }
  return null
}

/** Words between what is counted and how far it came. */
const REACHED = /^(?:to|at|reached|hit|is|was|passed|topped)$/

/** How far before a figure the "toll" or "total" may stand, in tokens. */
const TOLL_REACH = 8

/** "bringing the toll to 1,310": the dead; "taking the total to 1,694": what was counted last. */
export function toll({ tokens, amounts, i, amount, sentence }: Elided): string | null {
  const link = tokens.word(startWithBound(tokens, amount.first) - 1)
  if (link !== 'of' && !REACHED.test(link)) return null
  const floor = Math.max(sentence, amounts[i - 1]?.next ?? 0, amount.first - TOLL_REACH)
  for (let k = amount.first - 1; k >= floor; k--) {
    if (tokens.word(k) === 'toll') return 'death'
    if (/^(?:total|tally)$/.test(tokens.word(k)) && tokens.word(k - 1) === 'the') return lastNoun(amounts, i)
  }
  return null
}

/** Plurals whose number moves where no unit is given: "daily cases fell below 6,000", but "shares rose to 102". */
const COUNTED: ReadonlySet<string> = new Set(
  (
    'cases deaths infections fatalities hospitalizations hospitalisations filings claims arrivals births marriages crimes ' +
    'homicides murders users subscribers customers visitors passengers jobs layoffs registrations deliveries orders ' +
    'enrolments admissions applications bankruptcies flights homes people workers employees students members'
  ).split(' '),
)

/** "Daily cases fell below 6,000", "filings rose 30% to 7,100": the plural before the verb that moved the figure. */
export function movedNoun({ tokens, amount, sentence }: Elided): string | null {
  for (let k = amount.first - 1; k >= Math.max(sentence, amount.first - TOLL_REACH); k--)
    if (COUNTED.has(tokens.word(k - 1)) && movementAt(tokens, k)) return singular(tokens.word(k - 1))
  return null
}

/** "a city of 11 million", "the population is expected to double to 400 million" */
export function population({ tokens, amount: { first, power, next }, sentence }: Elided): string | null {
  if (power === 0 && !tokens.word(next - 1).includes(',')) return null
  const link = startWithBound(tokens, first) - 1
  if (tokens.word(link) === 'of') return POPULATED.has(tokens.word(link - 1)) ? 'person' : null
  if (!REACHED.test(tokens.word(link))) return null
  for (let k = link - 1; k >= Math.max(sentence, first - TOLL_REACH); k--)
    if (tokens.word(k) === 'population') return 'person'
  return null
}

const POPULATED: ReadonlySet<string> = new Set(
  'city town country nation state province region metropolis island population crowd audience workforce'.split(
    ' ',
  ),
)

/** Words before a figure that say it is more of what was counted. */
const MORE: ReadonlySet<string> = new Set([
  'another',
  'including',
  'additional',
  'whom',
  'them',
  'further',
  'other',
])

/** What a figure may stand behind that begins a clause of its own: "59 died and 34,546 were infected". */
const CLAUSE_STARTS: ReadonlySet<string> = new Set(['and', 'but', 'while', ',', ';'])

/** Verbs that a bare figure may be the subject of. */
const PREDICATE: ReadonlySet<string> = new Set(
  (
    'were are have had was is has died remain remained live lived came come went suffered recovered survived said say ' +
    'tested agreed refused voted received needed who people'
  ).split(' '),
)

/** "Seven were in critical condition", "another 10 million were lifted": what was counted last. */
export function carriedOver({ tokens, amounts, i, amount, sentence, carried }: Elided): string | null {
  const noun = lastNoun(amounts, i) ?? carried
  if (noun === null) return null
  const first = startWithBound(tokens, amount.first)
  const isSubject =
    (first === sentence || CLAUSE_STARTS.has(tokens.word(first - 1))) &&
    PREDICATE.has(tokens.word(amount.next)) &&
    tokens.kind(amount.next) === WORD
  const isMore =
    MORE.has(tokens.word(amount.first - 1)) &&
    (amount.power > 0 ||
      tokens.word(amount.next - 1).includes(',') ||
      PREDICATE.has(tokens.word(amount.next)))
  const isSuch =
    tokens.word(amount.next) === 'who' ||
    (tokens.word(amount.next) === 'of' && /^(?:them|whom)$/.test(tokens.word(amount.next + 1)))
  const isRated = amount.unit !== BARE
  return isSubject || isMore || isSuch || isRated || isInCondition(tokens, amount.next) ? noun : null
}

/** "11 in critical condition", "six on ventilators". */
const isInCondition = (tokens: Tokens, i: number): boolean =>
  /^(?:in|on)$/.test(tokens.word(i)) &&
  /^(?:critical|serious|severe|stable|intensive|good|poor|hospital|ventilators|life)$/.test(
    tokens.word(i + 1),
  )

/** "killed two and injured six", "three dead": people, where nothing else was counted. */
export function casualties({ tokens, amount }: Elided): string | null {
  const isObject = /^(?:killed|killing|kills|injured|injuring|wounded|wounding|sickened|infected)$/.test(
    tokens.word(startWithBound(tokens, amount.first) - 1),
  )
  return isObject ||
    /^(?:dead|killed|injured|wounded|missing|died|drowned|perished|survived|homeless|jobless|unemployed|displaced|stranded|hospitalized|infected)$/.test(
      tokens.word(amount.next),
    )
    ? 'person'
    : null
}

/** What was counted last, without its rate: "3,000 cars a week and 500,000 a year"; rather more than one of it. */
function lastNoun(amounts: readonly Amount[], i: number): string | null {
  let one: string | null = null
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const { noun, rule, unit, value } = amounts[k] as Amount
    if (!noun && rule !== 'number of') continue
    const counted = singular(unit.split(/\/| per /)[0] as string)
    if (value !== '1') return counted
    one ??= counted
  }
  return one
}
