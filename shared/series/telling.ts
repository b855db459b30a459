import type { Decimal } from '../model/decimal.ts'
import type { Bound, EntityFrom, Fact, Kind, PeriodSaid } from '../model/fact.ts'
import { addDays } from './buckets.ts'
import { hashed, type Identity, identityOf, isStated, type Stated, seriesId, spanOf } from './identity.ts'

/** A figure as the source of a point: who tells it, when and where, and what of it weighs when it differs from another. */
export interface Telling {
  amount: Decimal
  bound: Bound | null
  /** Significant digits as they are written, which say how exact it is. */
  digits: number
  /** Its kind was not said: it fills a gap of a series that others make, and makes none. */
  guess: boolean
  /** Where the period was found; `inferred` where it is the day that most else in its digest is of. */
  said: PeriodSaid | 'inferred'
  /** `yyyy-mm-dd` of its item or digest, never the time of upload. */
  told: string
  /** Id of the digest. */
  digest: string
  /** Of the maker's digests all have the same: see sourceKey. */
  source: string
  /** The same for the same sentence, in whichever digest. */
  claim: string
  /** Number of the item, and the place of the quantity in its text. */
  item: number
  start: number
  end: number
  /** As its text calls the entity and what is measured. */
  name: string
  measure: string | null
  /** How near its entity stands: 0 in its clause, and more the further off. */
  distance: number
}

/** All tellings of one digest in one series and period, told on one day. */
export interface Statement {
  series: string
  identity: Identity
  /** First and last day that the figure holds for. */
  from: string
  to: string
  told: string
  tellings: Telling[]
}

/** What is known of the digest that facts stand in. */
export interface Teller {
  digest: string
  source: string
  /** The day of the digest, and of those items that have one of their own. */
  day: string
  dayOfItem?(item: number): string | undefined
}

const DISTANCES: Readonly<Record<EntityFrom, number>> = {
  clause: 0,
  sentence: 1,
  item: 2,
  heading: 3,
  title: 4,
}

/** A digest that states more is cut: nobody else's rows are to grow with it. */
export const MOST_STATEMENTS = 2000

/** Characters of a name that are kept. A longer one is a sentence. */
export const NAME_LENGTH = 100

/** The statements of a digest in the order of its text, and how many of them were too many to be kept. */
export function statementsOf(
  facts: readonly Fact[],
  teller: Teller,
): { statements: Statement[]; refused: number } {
  const statements = new Map<string, Statement>()
  const usual = usualDay(facts, teller.day)
  for (const fact of facts) {
    if (!isStated(fact)) continue
    const identity = identityOf(fact)
    const telling = tellingOf(fact, teller)
    const { told } = telling
    const isUndated = usual !== undefined && takesUsualDay(fact, usual, teller.day)
    const span = isUndated ? { from: usual, to: usual } : spanOf(fact)
    if (isUndated) telling.said = 'inferred'
    const statement = { series: seriesId(identity), identity, ...span, told, tellings: [telling] }
    const name = statementName(statement)
    const known = statements.get(name)
    if (known === undefined) statements.set(name, statement)
    else known.tellings.push(telling)
  }
  const all = [...statements.values()]
  const kept = all.slice(0, MOST_STATEMENTS)
  for (const statement of kept) statement.tellings = onceEach(statement.tellings)
  return { statements: kept, refused: all.length - kept.length }
}

/** Kinds whose figures of one day stand for the state of that day. */
const OF_A_DAY: ReadonlySet<Kind> = new Set(['level', 'cumulative', 'change'])

/** Figures that name a day before there is a usual one, and the least share of all that name one. */
const USUAL = { figures: 3, share: 0.3, days: 45 }

/**
 * The day that most of the figures are of which say theirs, where it is before the day of the digest: a morning paper
 * tells the session before, a monthly journal the end of the month. None where no day stands out.
 */
function usualDay(facts: readonly Fact[], day: string): string | undefined {
  if (facts.length === 0) return undefined
  const earliest = addDays(day, -USUAL.days)
  const counts = new Map<string, number>()
  for (const { period, kind } of facts) {
    const isDated = period !== undefined && period.said !== 'digest' && period.from === period.to
    if (!isDated || !OF_A_DAY.has(kind) || period.to > day || period.to < earliest) continue
    counts.set(period.to, (counts.get(period.to) ?? 0) + 1)
  }
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const [first, second] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1))
  if (first === undefined || first[0] === day) return undefined
  const [usual, n] = first
  return n >= USUAL.figures && n >= all * USUAL.share && n > (second?.[1] ?? 0) ? usual : undefined
}

/** A flow of a day may be of a longer time that nobody names: only of the day just before it is taken to be. */
function takesUsualDay({ period, kind }: Stated, usual: string, day: string): boolean {
  // An item with a day of its own is of that day.
  if (period.said !== 'digest' || period.from !== day || period.to !== day) return false
  return OF_A_DAY.has(kind) || (kind === 'flow' && usual >= addDays(day, -DAYS_OF_A_WEEKEND))
}

const DAYS_OF_A_WEEKEND = 3

const statementName = ({ series, from, to, told }: Statement): string => `${series} ${from} ${to} ${told}`

/**
 * One value is one telling of a digest, by the place that says it best: a headline and its body, a summary and its
 * story tell it once. What differs stays, and is for the point to choose from.
 */
function onceEach(tellings: readonly Telling[]): Telling[] {
  const best = new Map<string, Telling>()
  for (const telling of tellings) {
    const name = `${telling.amount} ${telling.bound}`
    const known = best.get(name)
    if (known === undefined || weight(telling) < weight(known)) best.set(name, telling)
  }
  return [...best.values()].sort(byWeight).slice(0, MOST_TELLINGS)
}

/** Of one digest, series and period: one that tells more than this says nothing. */
const MOST_TELLINGS = 8

/** The less, the better is it known whose figure it is, of what kind and of which day. */
function weight({ guess, said, distance }: Telling): number {
  return (guess ? 16 : 0) + (said === 'digest' || said === 'inferred' ? 8 : 0) + distance
}

/** The best first; of the same weight the one that stands first. */
export const byWeight = (one: Telling, other: Telling): number =>
  weight(one) - weight(other) || one.item - other.item || one.start - other.start

function tellingOf(fact: Stated, { digest, source, day, dayOfItem }: Teller): Telling {
  const { amount, bound, text, kindFrom, period, item, start, end, sentence, entity, measure } = fact
  return {
    amount,
    bound,
    digits: digitsOf(text, amount, bound),
    guess: kindFrom === 'guess',
    said: period.said,
    told: dayOfItem?.(item) ?? day,
    digest,
    source,
    claim: hashed(`claim ${claimOf(sentence)}`, CLAIM_DIGITS),
    item,
    start,
    end,
    name: entity.name.slice(0, NAME_LENGTH),
    measure: measure?.slice(0, NAME_LENGTH) ?? null,
    distance: DISTANCES[entity.from] ?? 0,
  }
}

const CLAIM_DIGITS = 10

/** A sentence without what copying changes: spaces, marks, case. */
const claimOf = (sentence: string): string =>
  sentence
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '')

/**
 * Significant digits of a number as it is written: four of "1,500" and of "2.500", two of "1.5 million". With a bound the
 * zeros at its end say nothing ("more than 1,500"), nor where it is written in words.
 */
export function digitsOf(text: string, amount: Decimal, bound: Bound | null): number {
  const written = /\d[\d,，.]*/.exec(text.normalize('NFKC'))?.[0]
  const digits = (written ?? amount).replace(/\D/g, '').replace(/^0+/, '')
  const telling = written === undefined || bound !== null ? digits.replace(/0+$/, '') : digits
  return Math.max(1, telling.length)
}

/**
 * What the digests of one maker share: the key without digits, where it has any (it is numbered or dated), else the
 * title without digits and names of months. Hashed, since rows keep it.
 */
export function sourceKey({ key, title = '' }: { key: string; title?: string }): string {
  const numbered = /\d/.test(key)
  const shared = numbered ? key : title.normalize('NFKC').toLowerCase().replace(MONTHS, '')
  return hashed(`source ${shared.replace(/\d+/g, '').replace(/([-_./\s])+/g, '$1')}`, SOURCE_DIGITS)
}

const SOURCE_DIGITS = 8

const MONTHS =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/g
