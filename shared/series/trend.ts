import type { Decimal } from '../model/decimal.ts'
import { compare, minus, nearest, times } from '../model/decimal.ts'
import { type Aggregate, merge } from './aggregate.ts'
import {
  addDays,
  type Bucket,
  endOf,
  nameOf,
  previousStart,
  startOf,
  startsWithin,
  startYearBefore,
} from './buckets.ts'
import { type Measure, measureOf } from './measures.ts'

/** Which bucket each is compared with: the one just before it, or the same one a year before. */
export const COMPARISONS = ['previous', 'year-ago'] as const
export type Comparison = (typeof COMPARISONS)[number]

/** What stands for a bucket without amounts: no point, one of nulls, or one of zeros. */
export const FILLS = ['none', 'null', 'zero'] as const
export type Fill = (typeof FILLS)[number]

/** What is asked of a trend. */
export interface TrendQuestion {
  bucket: Bucket
  /** Days, both inclusive; the buckets that they lie in are whole in the trend. */
  from?: string
  to?: string
  measure: readonly Measure[]
  fill: Fill
  compare?: Comparison
}

type Amounts = Partial<Record<Measure, Decimal | null>>

/** One bucket of a trend; with the measures asked for beside the count. */
export interface Point extends Omit<Amounts, 'count'> {
  /** As people write the bucket: 2020-01-09, 2020-W02, 2020-01, 2020-Q1, 2020. */
  date: string
  /** Its first and last day. */
  start: string
  end: string
  count: number
  digests: number
  /** Of each measure, since the bucket compared with; null where either has none. */
  change?: Amounts
  /** The same as a share of what was then, in percent; null where that was zero. */
  percentChange?: Amounts
}

/** The points of a trend, in the order of their days, from the aggregates of days or months in the order of theirs. */
export function trendOf(parts: readonly Aggregate[], question: TrendQuestion): Point[] {
  const buckets = bucketsOf(parts, question.bucket)
  return startsOf(buckets, question).map((start) => pointOf(start, buckets, question))
}

/** The first day whose bucket a trend needs: with a comparison one before the first that it shows. */
export function firstDayRead({ bucket, from, compare }: TrendQuestion): string | undefined {
  if (from === undefined) return undefined
  const start = startOf(bucket, from)
  if (compare === undefined) return start
  return compare === 'previous'
    ? previousStart(bucket, start)
    : startOf(bucket, addDays(start, -DAYS_OF_53_WEEKS))
}

const DAYS_OF_53_WEEKS = 53 * 7

function bucketsOf(parts: readonly Aggregate[], bucket: Bucket): Map<string, Aggregate> {
  const byStart = new Map<string, Aggregate[]>()
  for (const aggregate of parts) {
    if (aggregate.firstDay === null) continue
    const start = startOf(bucket, aggregate.firstDay)
    const those = byStart.get(start)
    if (those === undefined) byStart.set(start, [aggregate])
    else those.push(aggregate)
  }
  return new Map([...byStart].map(([start, those]) => [start, wholeOf(those)]))
}

/** Days by day and months by month are whole as they were read: nothing is to be added up. */
const wholeOf = (parts: readonly Aggregate[]): Aggregate =>
  parts[0] !== undefined && parts.length === 1 ? parts[0] : merge(parts)

/** The first days of the buckets that have a point. */
function startsOf(
  buckets: ReadonlyMap<string, Aggregate>,
  { bucket, fill, from, to }: TrendQuestion,
): string[] {
  const first = from && startOf(bucket, from)
  const withAmounts = [...buckets.keys()].filter(
    (start) => (first === undefined || start >= first) && (to === undefined || start <= to),
  )
  if (fill === 'none') return withAmounts
  const [least, most] = [from ?? withAmounts[0], to ?? withAmounts.at(-1)]
  return least === undefined || most === undefined ? [] : startsWithin(bucket, least, most)
}

function pointOf(start: string, buckets: ReadonlyMap<string, Aggregate>, question: TrendQuestion): Point {
  const { bucket, measure: measures, fill, compare } = question
  const aggregate = buckets.get(start)
  const amounts = amountsOf(aggregate, measures, fill)
  const { count: _, ...beside } = amounts
  return {
    date: nameOf(bucket, start),
    start,
    end: endOf(bucket, start),
    count: aggregate?.n ?? 0,
    digests: aggregate?.digests ?? 0,
    ...beside,
    ...(compare &&
      changes(amounts, amountsOf(buckets.get(comparedWith(start, question) ?? ''), measures, fill))),
  }
}

function comparedWith(start: string, { bucket, compare }: TrendQuestion): string | undefined {
  return compare === 'previous' ? previousStart(bucket, start) : startYearBefore(bucket, start)
}

function amountsOf(aggregate: Aggregate | undefined, measures: readonly Measure[], fill: Fill): Amounts {
  const nothing = fill === 'zero' ? '0' : null
  return Object.fromEntries(
    measures.map((measure) => {
      if (aggregate !== undefined) return [measure, measureOf(aggregate, measure)]
      return [measure, measure === 'count' ? '0' : nothing]
    }),
  )
}

/** Places after the point of a change in percent. */
const PERCENT_PLACES = 6

function changes(now: Amounts, then: Amounts): Pick<Point, 'change' | 'percentChange'> {
  const change: Amounts = {}
  const percentChange: Amounts = {}
  for (const [name, value] of Object.entries(now)) {
    const measure = name as Measure
    const before = then[measure] ?? null
    const moved = value === null || before === null ? null : minus(value, before)
    change[measure] = moved
    percentChange[measure] = moved && percent(moved, before ?? '0')
  }
  return { change, percentChange }
}

const percent = (change: Decimal, of: Decimal): Decimal | null =>
  compare(of, '0') === 0 ? null : nearest(times(change, '100'), of.replace('-', ''), PERCENT_PLACES)
