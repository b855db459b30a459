import type { Decimal } from '../model/decimal.ts'
import { over, plus, times } from '../model/decimal.ts'
import { METRICS, type Metric, type MetricSlug } from '../model/metrics.ts'
import { UNIT_OF_CODE } from './units.ts'

const METRIC_OF_UNIT = new Map<string, { metric: MetricSlug; factor: Decimal }>()
const METRIC_OF_DIMENSION = new Map<string, MetricSlug>()
for (const [slug, row] of Object.entries<Metric>(METRICS)) {
  const metric = slug as MetricSlug
  METRIC_OF_UNIT.set(row.unit, { metric, factor: '1' })
  for (const [unit, factor] of Object.entries(row.also ?? {})) METRIC_OF_UNIT.set(unit, { metric, factor })
  if (UNIT_OF_CODE.has(row.unit)) METRIC_OF_DIMENSION.set(row.dimension, metric)
}

/** A value in the catalogue. */
export interface Placed {
  metric: MetricSlug
  /** The value in the metric's unit; in `count` it stays in the unit of the text. */
  amount: Decimal
}

/** Decimal places that a converted amount keeps where it has no end: 1 hour is 0.041666666666 days. */
const PLACES = 12

/** Amounts that so few places leave little or nothing of, as picoseconds in days: they keep twice as many. */
const TINY = /^-?0(?:\.0{6}.*)?$/

/** The metric that a value in `unit` belongs to, and its amount there: exact wherever the conversion is. */
export function placed(value: Decimal, unit: string): Placed {
  const direct = METRIC_OF_UNIT.get(unit)
  if (direct) return { metric: direct.metric, amount: times(value, direct.factor) }
  const from = UNIT_OF_CODE.get(unit)
  const metric = from && METRIC_OF_DIMENSION.get(from.dimension)
  if (!from || !metric) return { metric: 'count', amount: value }
  if (metric === 'celsius') return { metric, amount: inCelsius(value, unit) }
  const to = UNIT_OF_CODE.get(METRICS[metric].unit)?.factor ?? '1'
  const whole = times(value, from.factor)
  const amount = over(whole, to, PLACES)
  return { metric, amount: TINY.test(amount) ? over(whole, to, 2 * PLACES) : amount }
}

/** Degrees Fahrenheit and kelvins in degrees Celsius. */
function inCelsius(value: Decimal, unit: string): Decimal {
  if (unit === 'K') return plus(value, '-273.15')
  return over(times(plus(value, '-32'), '5'), '9', PLACES)
}
