import { compare, type Decimal } from '../model/decimal.ts'
import type { Bound } from '../model/fact.ts'
import type { DayKnown, Reason, Standing } from '../model/point-words.ts'
import { byWeight, type Telling } from './telling.ts'

/** What a series holds for one period, chosen from its tellings. */
export interface Point {
  /** First and last day of the period, the same for an instant. */
  from: string
  to: string
  value: Decimal
  bound: Bound | null
  day: DayKnown
  chosen: Reason
  /** The kind of its tellings is a guess: other points make the series. */
  guess: boolean
  /** Number of tellings, and of the digests that they stand in. */
  tellings: number
  digests: number
  /** Number of different values that were told. */
  values: number
  /** When its value was told last, and by which digest: the first digits of its id. */
  told: string
  digest: string
  /** As the telling chosen calls the entity and what is measured. */
  name: string
  measure: string | null
}

/** Whether a correction rejects a telling. */
export type Rejects = (telling: Telling) => boolean

export interface Choice {
  point: Point | undefined
  /** All that were told, the one chosen first, then those that agree, the others and those rejected. */
  tellings: { telling: Telling; standing: Standing }[]
}

/** A point is chosen from so many tellings at most, those that were told last. */
export const WEIGHED = 256

/** Digits of a digest's id that a point keeps, to count the digests of a series by. */
export const DIGEST_DIGITS = 6

/** @param tellings of one period, in any order */
export function choosePoint(
  tellings: readonly Telling[],
  period: Pick<Point, 'from' | 'to'>,
  rejects: Rejects = () => false,
): Choice {
  const inOrder = [...tellings].sort(byTime)
  const rejected = inOrder.filter(rejects)
  const standing = inOrder.filter((telling) => !rejects(telling))
  let chosen: Reason = rejected.some((telling) => !standing.some((one) => agree(one, telling)))
    ? 'correction'
    : 'only'
  let left = standing
  for (const [reason, rule] of RULES) {
    const kept = rule(left)
    const gone = left.filter((telling) => !kept.includes(telling))
    if (gone.some((telling) => !kept.some((one) => agree(one, telling)))) chosen = reason
    left = kept
  }
  const best = mostExact(left)
  if (best === undefined) return { point: undefined, tellings: rejected.map(as('rejected')) }
  const agreeing = standing.filter((telling) => telling !== best && agree(telling, best))
  const others = standing.filter((telling) => telling !== best && !agree(telling, best))
  const telling = [best, ...agreeing]
  return {
    point: {
      from: period.from,
      to: period.to,
      value: best.amount,
      bound: best.bound,
      day: telling.some(isDated)
        ? 'said'
        : telling.some(({ said }) => said === 'inferred')
          ? 'inferred'
          : 'told',
      chosen,
      guess: best.guess,
      tellings: standing.length,
      digests: new Set(standing.map(({ digest }) => digest)).size,
      values: groupsOf(standing).length,
      told: best.told,
      digest: best.digest.slice(0, DIGEST_DIGITS),
      name: best.name,
      measure: best.measure,
    },
    tellings: [
      { telling: best, standing: 'chosen' as const },
      ...agreeing.map(as('agrees')),
      ...others.map(as('other')),
      ...rejected.map(as('rejected')),
    ],
  }
}

const as =
  (standing: Standing) =>
  (telling: Telling): Choice['tellings'][number] => ({ telling, standing })

function isDated({ said }: Telling): boolean {
  return said !== 'digest' && said !== 'inferred'
}

type Rule = (tellings: readonly Telling[]) => Telling[]

/** Each puts some tellings aside, in this order, and never all of them. */
const RULES: readonly (readonly [Reason, Rule])[] = [
  ['said', preferring(({ guess }) => !guess)],
  ['dated', preferring(isDated)],
  ['dated', preferring(({ said }) => said !== 'digest')],
  ['clearest', (tellings) => [...bestOf(tellings, ({ digest }) => digest, byWeight)]],
  [
    'corrected',
    (tellings) => [
      ...bestOf(
        tellings,
        ({ source }) => source,
        (one, other) => byTime(other, one),
      ),
    ],
  ],
  ['plain', withoutBounds],
  ['most', (tellings) => largest(groupsOf(tellings), votes).flat()],
  ['last', lastTold],
]

function preferring(better: (telling: Telling) => boolean): Rule {
  return (tellings) => (tellings.some(better) ? tellings.filter(better) : [...tellings])
}

/** A bound is no point where a plain value is; where it agrees with one it speaks for it. */
function withoutBounds(tellings: readonly Telling[]): Telling[] {
  const plain = tellings.filter(({ bound }) => bound === null)
  if (plain.length === 0) return [...tellings]
  return tellings.filter((telling) => plain.some((one) => one === telling || agree(one, telling)))
}

function lastTold(tellings: readonly Telling[]): Telling[] {
  const last = tellings.at(-1)
  return last === undefined ? [] : tellings.filter((telling) => agree(telling, last))
}

/** In the order in which they were told; those of one day by digest and place. */
function byTime(one: Telling, other: Telling): number {
  return (
    order(one.told, other.told) ||
    order(one.digest, other.digest) ||
    one.item - other.item ||
    one.start - other.start ||
    order(JSON.stringify(one), JSON.stringify(other))
  )
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Of all that share a name the first in an order; they stay in the order in which they came. */
function bestOf(
  tellings: readonly Telling[],
  nameOf: (telling: Telling) => string,
  compared: (one: Telling, other: Telling) => number,
): Set<Telling> {
  const best = new Map<string, Telling>()
  for (const telling of tellings) {
    const known = best.get(nameOf(telling))
    if (known === undefined || compared(telling, known) < 0) best.set(nameOf(telling), telling)
  }
  const kept = new Set(best.values())
  return new Set(tellings.filter((telling) => kept.has(telling)))
}

/** Tellings by value, each group around its most exact one. */
function groupsOf(tellings: readonly Telling[]): Telling[][] {
  const groups: Telling[][] = []
  for (const telling of [...tellings].sort(byExactness)) {
    const group = groups.find(([first]) => first !== undefined && agree(first, telling))
    if (group === undefined) groups.push([telling])
    else group.push(telling)
  }
  return groups.map((group) => group.sort(byTime))
}

/** How many sources tell a value in words of their own: a sentence that stands in two digests is one claim. */
function votes(group: readonly Telling[]): number {
  const claims = bestOf(group, ({ claim }) => claim, byTime)
  return new Set([...claims].map(({ source }) => source)).size
}

function largest(groups: readonly Telling[][], sizeOf: (group: readonly Telling[]) => number): Telling[][] {
  const most = Math.max(...groups.map(sizeOf))
  const kept = groups.filter((group) => sizeOf(group) === most)
  return [kept.flat().sort(byTime)]
}

/** The one that a group of tellings is quoted by. */
function mostExact(tellings: readonly Telling[]): Telling | undefined {
  return [...tellings].sort(byExactness)[0]
}

const byExactness = (one: Telling, other: Telling): number =>
  Number(one.bound !== null) - Number(other.bound !== null) || other.digits - one.digits || byTime(other, one)

/**
 * Whether two tellings can be of one value: equal at the lower precision of the two, or one within the bound that the
 * other gives ("more than 1,500" and 1,512).
 */
export function agree(one: Telling, other: Telling): boolean {
  if (one.amount === other.amount) return true
  if (one.bound !== null && other.bound !== null) return false
  const [rough, exact] =
    one.bound !== null || (other.bound === null && one.digits < other.digits) ? [one, other] : [other, one]
  if (rough.bound === '>' && compare(exact.amount, rough.amount) < 0) return false
  if (rough.bound === '<' && compare(exact.amount, rough.amount) > 0) return false
  const [a, b] = [Number(rough.amount), Number(exact.amount)]
  if (Math.sign(a) !== Math.sign(b)) return false
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(a))) + 1 - Math.min(rough.digits, exact.digits))
  const apart = Math.abs(a - b)
  return rough.bound === '>' || rough.bound === '<' ? apart < unit : apart <= (unit / 2) * (1 + ROUNDING)
}

/** What doubles leave of a half. */
const ROUNDING = 1e-9
