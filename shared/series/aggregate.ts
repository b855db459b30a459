import type { Decimal } from '../model/decimal.ts'
import { compare, nearest, plus } from '../model/decimal.ts'
import { mergeSketches, type Sketch, sketchOf } from './sketch.ts'

/** What is known of many amounts of one metric, in the metric's unit. Sums are exact, so no order of arrival shows. */
export interface Aggregate {
  n: number
  sum: Decimal
  /** Null where n is 0, like the others below. */
  min: Decimal | null
  max: Decimal | null
  /** The latest amount, by day, then digest, then place in the digest. */
  last: Decimal | null
  firstDay: string | null
  lastDay: string | null
  /** Number of (digest, day) pairs with an amount. */
  digests: number
  /** For the median and percentiles; years and the catalogue have none. */
  sketch?: Sketch
}

export const NOTHING: Aggregate = {
  n: 0,
  sum: '0',
  min: null,
  max: null,
  last: null,
  firstDay: null,
  lastDay: null,
  digests: 0,
  sketch: '',
}

/** The aggregate of one digest's amounts on one day, in the order of their places. */
export function aggregateOf(amounts: readonly Decimal[], day: string): Aggregate {
  const parts = amounts.map((amount) => ({
    n: 1,
    sum: amount,
    min: amount,
    max: amount,
    last: amount,
    firstDay: day,
    lastDay: day,
    digests: 0,
  }))
  return { ...merge(parts), digests: amounts.length > 0 ? 1 : 0, sketch: sketchOf(amounts) }
}

/** The aggregate of all, in the order of their days. */
export function merge(aggregates: readonly Aggregate[]): Aggregate {
  const parts = aggregates.filter(({ n }) => n > 0)
  const [first, latest] = [parts[0], parts.at(-1)]
  if (first === undefined || latest === undefined) return NOTHING
  return {
    n: parts.reduce((n, part) => n + part.n, 0),
    sum: parts.reduce((sum, part) => plus(sum, part.sum), '0'),
    min: extreme(
      parts.map(({ min }) => min),
      -1,
    ),
    max: extreme(
      parts.map(({ max }) => max),
      1,
    ),
    last: latest.last,
    firstDay: first.firstDay,
    lastDay: latest.lastDay,
    digests: parts.reduce((digests, part) => digests + part.digests, 0),
    sketch: mergeSketches(parts.map(({ sketch = '' }) => sketch)),
  }
}

function extreme(values: readonly (Decimal | null)[], sign: -1 | 1): Decimal | null {
  return values.reduce((best, value) =>
    best === null || (value !== null && compare(value, best) * sign > 0) ? value : best,
  )
}

/** A mean seldom ends. */
const MEAN_PLACES = 12

export function meanOf({ n, sum }: Aggregate): Decimal | null {
  return n === 0 ? null : nearest(sum, String(n), MEAN_PLACES)
}
