import { type Amount, BARE } from './amounts-en.ts'
import { CURRENCY_CODES } from './currencies.ts'
import { nounAt, singular } from './nouns.ts'
import { type Tokens, WORD } from './tokens.ts'
import { UNIT_OF_CODE } from './units.ts'

/** A way to tell what a number counts that stands without a unit. Tried in order; null where it does not apply. */
interface ElisionRule {
  name: string
  unit(at: Elided): string | null
}

/** A bare number in its sentence. */
interface Elided {
  tokens: Tokens
  amounts: readonly Amount[]
  i: number
  amount: Amount
  /** First token of the sentence. */
  sentence: number
  /** Counted noun of the sentence before, or null. */
  carried: string | null
}

export const ELISION_RULES: readonly ElisionRule[] = [
  { name: 'score', unit: scored },
  { name: 'of the whole', unit: ofTheWhole },
  { name: 'number of', unit: numberOf },
  { name: 'list', unit: listed },
  { name: 'elided noun', unit: carriedOver },
]

/** "a score of 60", "scored 52, 48 and 46". */
function scored({ tokens, amount, sentence }: Elided): string | null {
  for (let k = amount.first - 1; k >= Math.max(sentence, amount.first - 12); k--) {
    const word = tokens.word(k)
    if (word === 'scored' || (/^(?:score|scores)$/.test(word) && tokens.word(k + 1) === 'of')) return 'score'
    if (!/^(?:[\d.,]+|and|of|about|only|just|respectively)$/.test(word)) return null
  }
  return null
}

/** "280 million of the 1.5 billion shekels": the unit of the whole. */
function ofTheWhole({ tokens, amounts, i, amount }: Elided): string | null {
  const whole = amounts[i + 1]
  if (!whole || tokens.word(amount.next) !== 'of' || whole.first - amount.next > 3) return null
  return whole.unit
}

/** How far before a figure "the number of …" may stand, in tokens. */
const NUMBER_OF_REACH = 20

/** "the number of people in poverty was cut to 16.6 million". */
function numberOf({ tokens, amount, sentence }: Elided): string | null {
  for (let k = amount.first - 1; k >= Math.max(sentence, amount.first - NUMBER_OF_REACH); k--) {
    if (tokens.word(k) !== 'number' || tokens.word(k + 1) !== 'of') continue
    return nounAt(tokens, k + 2, false)?.head ?? null
  }
  return null
}

/** "5 feet by 7", "208 pounds to 193", "20 million cars and 3 million …": the unit of the amount just before. */
function listed({ tokens, amounts, i, amount }: Elided): string | null {
  const before = amounts[i - 1]
  if (!before || before.unit === BARE || before.unit === '%') return null
  const gap = amount.first - before.next
  const isMeasure = UNIT_OF_CODE.has(before.unit) || CURRENCY_CODES.has(before.unit) || before.noun !== null
  if (!isMeasure || gap > 3) return null
  const word = tokens.word(amount.first - 1)
  if (word === 'to' && tokens.word(before.first - 1) === 'from') return before.unit
  return word === 'from' && gap <= 2 ? before.unit : null
}

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

/** Verbs that a bare figure may be the subject of. */
const PREDICATE: ReadonlySet<string> = new Set(
  'were are have had was is has died remain remained live lived came come went suffered recovered who people'.split(
    ' ',
  ),
)

/** "Seven were in critical condition", "another 10 million were lifted": what was counted last. */
function carriedOver({ tokens, amounts, i, amount, sentence, carried }: Elided): string | null {
  const noun = lastNoun(amounts, i) ?? carried
  if (noun === null) return null
  const isSubject =
    amount.first === sentence && PREDICATE.has(tokens.word(amount.next)) && tokens.kind(amount.next) === WORD
  const isMore =
    MORE.has(tokens.word(amount.first - 1)) && (amount.power > 0 || PREDICATE.has(tokens.word(amount.next)))
  const isSuch =
    tokens.word(amount.next) === 'who' ||
    (tokens.word(amount.next) === 'of' && tokens.word(amount.next + 1) === 'them')
  return isSubject || isMore || isSuch ? noun : null
}

function lastNoun(amounts: readonly Amount[], i: number): string | null {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--)
    if (amounts[k]?.noun || amounts[k]?.rule === 'number of') return singular((amounts[k] as Amount).unit)
  return null
}
