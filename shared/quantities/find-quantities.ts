import type { Change, Quantity, QuantityRole } from '../model/fact.ts'
import { joinCompounds } from './compounds.ts'
import { CURRENCY_SIGNS } from './currencies.ts'
import { type Amount, BARE, type Reading } from './en/amount.ts'
import { amountAt, BARE_RULE } from './en/amounts.ts'
import { asOfDays } from './en/as-of.ts'
import { isMoveTo, resolveElisions } from './en/elisions.ts'
import { LEVEL_RULES } from './en/levels.ts'
import { LABEL } from './en/measures.ts'
import { inOwnCurrency } from './en/minor-units.ts'
import { boundBefore, boundBehind, changeBefore, changeBehind } from './en/modifiers.ts'
import { mayBeginNumber } from './en/numbers.ts'
import { dimensionOf, roleOf } from './en/roles.ts'
import { subjectOf } from './en/subjects.ts'
import { LINE, MARK, NUMBER, type Tokens, tokenize } from './tokens.ts'
import { Home } from './zh/home.ts'
import { chineseSentenceEnd, readChinese } from './zh/sentences.ts'

export interface FindOptions {
  /** Of the text, where known. */
  language?: 'en' | 'zh' | 'other'
  /** The day of the digest, `yyyy-mm-dd`, that relative days are resolved against; without it `asOf` stays null. */
  date?: string
  /**
   * `benchmark` follows the published gold standard where it differs from what a series can use: a movement "from A
   * to B" is one range, "5G" and "one of the people" count, parts of a whole are decimals.
   */
  convention?: 'facts' | 'benchmark'
  /** ISO 4217 code of the 元 that the texts around this one tell of, for one that does not say which it means. */
  yuan?: string
}

/** Longer sentences are read in pieces of so many tokens: rules look back and ahead within one. */
const LONGEST_SENTENCE = 400

/** A number without a unit is a quantity from this scale on, a power of ten: "1.2 million", and not "a hundred". */
const LEAST_BARE_POWER = 3

/** The quantities of a text, ordered by start, non-overlapping. */
export function findQuantities(text: string, options: FindOptions = {}): Quantity[] {
  const tokens = tokenize(text)
  const reading: Reading = { tokens, isBenchmark: options.convention === 'benchmark' }
  const found: Quantity[] = []
  const home = new Home(text, options.yuan)
  let amounts: Amount[] = []
  let sentence = 0
  let carried: string | null = null
  for (let i = 0; i < tokens.length; ) {
    const chineseEnd = i === sentence && tokens.hasHan ? chineseSentenceEnd(tokens, i) : -1
    if (chineseEnd > 0) {
      readChinese(
        tokens,
        i,
        chineseEnd,
        { date: options.date, isBenchmark: reading.isBenchmark, home },
        found,
      )
      carried = null
      i = chineseEnd
      sentence = i
      continue
    }
    const kind = tokens.kind(i)
    const amount = mayBeginNumber(tokens, i) ? amountAt(reading, i) : null
    let ends = false
    if (amount && amount.first >= (amounts.at(-1)?.next ?? sentence)) {
      amounts.push(amount)
      i = amount.next
    } else {
      ends = (kind === MARK || kind === LINE) && endsSentence(tokens, i)
      i++
    }
    if (!ends && i - sentence < LONGEST_SENTENCE) continue
    if (amounts.length > 0) {
      carried = readSentence(reading, amounts, sentence, i, carried, options, found)
      amounts = []
    }
    sentence = i
  }
  if (amounts.length > 0) readSentence(reading, amounts, sentence, tokens.length, carried, options, found)
  return reading.isBenchmark ? found : inOwnCurrency(joinCompounds(text, found))
}

/** Token `i` ends a sentence: a line break, a Chinese stop, or a stop before white space and no small letter. */
function endsSentence(tokens: Tokens, i: number): boolean {
  if (tokens.kind(i) === LINE) return true
  const c = tokens.text.charCodeAt(tokens.start(i))
  if (c === 0x3002 || c === 0xff01 || c === 0xff1f) return true
  if (c !== 46 && c !== 33 && c !== 63 && c !== 0x2026) return false
  if (tokens.touches(i + 1)) return false
  return c !== 46 || !isAbbreviation(tokens, i)
}

/** "U.S. dollars", "Inc. said", "Mr. Li": a stop behind a capital letter, before a small one, or behind a title. */
function isAbbreviation(tokens: Tokens, i: number): boolean {
  const next = tokens.text.charCodeAt(tokens.start(i + 1))
  if (next >= 97 && next <= 122) return true
  const before = tokens.raw(i - 1)
  if (tokens.kind(i + 1) === NUMBER && CURRENCY_SIGNS.has(`${tokens.word(i - 1)}.`)) return true
  return /^(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Gov|Gen|Sen|Rep|vs)$/.test(
    before,
  )
}

/** Reads the amounts of one sentence, tokens `from` to `to`, into `found`; returns the noun that it counted last. */
function readSentence(
  reading: Reading,
  all: readonly Amount[],
  from: number,
  to: number,
  carried: string | null,
  options: FindOptions,
  found: Quantity[],
): string | null {
  const { tokens, isBenchmark } = reading
  const resolved = resolveElisions(tokens, all, from, carried)
  const amounts = isBenchmark ? joinMoves(tokens, resolved) : resolved
  const days = options.date ? asOfDays(tokens, from, to, amounts, options.date) : []
  let change: Change | null = null
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i] as Amount
    const said = boundBefore(tokens, amount.first)
    const before = said && isSpread(tokens, amounts[i - 1], amount, said.first) ? null : said
    const role = roleOf(tokens, amounts, i, from)
    change = role === null ? changeOf(reading, amounts, i, before?.first ?? amount.first, from, change) : null
    if (!isBenchmark && saysNothing(amount, change, role)) continue
    const own = before?.bound ?? amount.bound ?? boundBehind(tokens, amount.next, true)?.bound ?? null
    // "More than 100 kilometers (60 miles)": the gold standard bounds the restatement too.
    const bound = own ?? (isBenchmark && role === 'equivalent' ? (found.at(-1)?.bound ?? null) : null)
    const earlier = found.at(-1)?.subject ?? null
    const start = tokens.start(amount.first)
    const end = tokens.end(amount.next - 1)
    found.push({
      value: amount.high === null ? amount.value : [amount.value, amount.high],
      unit: amount.unit,
      bound,
      change,
      moved: null,
      role,
      asOf: days[i] ?? null,
      subject: role === 'equivalent' ? earlier : subjectOf(tokens, amount, from, earlier),
      status: null,
      start,
      end,
      rule: amount.rule,
    })
  }
  return amounts.findLast((amount) => amount.noun !== null)?.unit ?? null
}

/** A bare number that is neither large nor a level that moved ("the index climbed to 131.6 from 128.2"). */
const saysNothing = (
  { unit, power, rule }: Amount,
  change: Change | null,
  role: QuantityRole | null,
): boolean =>
  unit === BARE &&
  power < LEAST_BARE_POWER &&
  !NAMED.has(rule) &&
  (rule !== BARE_RULE || (change === null && role !== 'previous'))

/** Rules by which a number without a unit is a figure: something names what it measures. */
const NAMED: ReadonlySet<string> = new Set([LABEL, ...LEVEL_RULES.map(({ name }) => name)])

/** "$1.2bn over five years": how long it takes, and no bound. */
const isSpread = (tokens: Tokens, earlier: Amount | undefined, { unit }: Amount, over: number): boolean =>
  earlier?.next === over && tokens.word(over) === 'over' && /^(?:time|calendar)$/.test(dimensionOf(unit))

/** The benchmark's convention: "from A to B" is one range, in text order. */
function joinMoves(tokens: Tokens, amounts: readonly Amount[]): Amount[] {
  const joined: Amount[] = []
  for (const high of amounts) {
    const low = joined.at(-1)
    const isMove =
      low &&
      low.high === null &&
      high.high === null &&
      isMoveTo(tokens, low, high) &&
      isRateOf(high.unit, low.unit)
    if (isMove) joined[joined.length - 1] = { ...low, high: high.value, next: high.next }
    else joined.push(high)
  }
  return joined
}

/** The same unit, with or without a rate: "from $75 per barrel to $45.88". */
const isRateOf = (a: string, b: string): boolean =>
  a === b || b.startsWith(`${a}/`) || b.startsWith(`${a} per `)

/** The movement that the sentence gives an amount; `before` is that of the amount before it. */
function changeOf(
  { tokens, isBenchmark }: Reading,
  amounts: readonly Amount[],
  i: number,
  first: number,
  sentence: number,
  before: Change | null,
): Change | null {
  const amount = amounts[i] as Amount
  // "Cut the seven-day rate": the measure qualifies what moved.
  if (!isBenchmark && tokens.word(amount.next - 2) === '-') return null
  const link = tokens.word(first - 1)
  // "Fell from 24 to 20", "rose 5 % to 21": the verb of a level may stand before another amount.
  const floor = link === 'to' && !isBenchmark ? sentence : Math.max(sentence, amounts[i - 1]?.next ?? 0)
  // The gold standard takes the level reached as it stands, and a move "from A to B" as the move.
  const isLevel = isBenchmark && link === 'to' && tokens.word(amount.next) !== 'from'
  const at = isBenchmark && link === 'from' && amount.high !== null ? first - 1 : first
  const own = isLevel ? null : (changeBefore(tokens, at, floor) ?? changeBehind(tokens, amount.next))
  if (own) return own
  if (amount.sign === '-' && (isBenchmark || amount.unit === '%')) return 'down'
  if (amount.sign === '+' && amount.unit === '%') return 'up'
  const isRestated =
    before !== null && first - (amounts[i - 1]?.next ?? 0) <= 2 && tokens.word(first - 1) === 'or'
  return isRestated && dimensionOf(amount.unit) !== dimensionOf((amounts[i - 1] as Amount).unit)
    ? before
    : null
}
