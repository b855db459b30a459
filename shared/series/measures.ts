import type { Decimal } from '../model/decimal.ts'
import { compare, normal, shift } from '../model/decimal.ts'
import { type Aggregate, meanOf } from './aggregate.ts'
import { quantileOf } from './sketch.ts'

/** The measures that are read from the sketch, each with its quantile. */
const QUANTILES = { median: 0.5, p25: 0.25, p75: 0.75, p90: 0.9, p99: 0.99 } as const

/** What a trend can tell of the amounts of a bucket; null where there are none. Quantiles are within SKETCH_ERROR. */
export const MEASURES = ['count', 'sum', 'mean', 'min', 'max', 'last', ...keysOf(QUANTILES)] as const
export type Measure = (typeof MEASURES)[number]

export const isQuantile = (measure: Measure): measure is keyof typeof QUANTILES => measure in QUANTILES

/** More digits of a quantile than its error leaves. */
const QUANTILE_DIGITS = 6

export function measureOf(aggregate: Aggregate, measure: Measure): Decimal | null {
  if (isQuantile(measure)) return amountAt(aggregate, QUANTILES[measure])
  if (measure === 'count') return String(aggregate.n)
  if (measure === 'mean') return meanOf(aggregate)
  return aggregate.n === 0 ? null : aggregate[measure]
}

function amountAt({ sketch = '', min, max }: Aggregate, quantile: number): Decimal | null {
  const amount = quantileOf(sketch, quantile)
  if (amount === null || min === null || max === null) return null
  const rounded = plain(amount, QUANTILE_DIGITS)
  if (compare(rounded, min) < 0) return min
  return compare(rounded, max) > 0 ? max : rounded
}

/** A double with so many significant digits, in plain notation however large or small it is. */
function plain(amount: number, digits: number): Decimal {
  const [mantissa = '', power] = amount.toExponential(digits - 1).split('e')
  return shift(normal(mantissa), Number(power))
}

function keysOf<T extends object>(table: T): (keyof T)[] {
  return Object.keys(table) as (keyof T)[]
}
