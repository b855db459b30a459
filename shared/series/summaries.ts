import type { Decimal } from '../model/decimal.ts'
import { ABSENT, type Condition, equals } from '../store/condition.ts'
import {
  catalogueKey,
  dayKey,
  factsPartition,
  type MetricDay,
  monthKey,
  partKey,
  partsPrefix,
  type RowKey,
  yearKey,
} from '../store/keys.ts'
import { type Aggregate, merge } from './aggregate.ts'

/** A day or a month of one metric, or the metric as a whole in the catalogue. */
export type Rollup = RowKey & Aggregate & { ver: number }

/** A day, or a part of one; `split` where it is the sum of its own parts. */
export type PartRow = Rollup & { split?: true }

/** A year of one metric: its months as one text, so that a trend of many years reads one small row for each. */
export type YearRow = RowKey & { months: string; ver: number }

/** A roll-up row, and the rows that it is made of. */
export interface RollupStep {
  source: RollupSource
  target: RollupTarget
}

export interface RollupSource {
  pk: string
  prefix?: string
}

export interface RollupTarget {
  key: RowKey
  /** What it says of its parts. */
  says(parts: readonly Aggregate[]): Aggregate | Pick<YearRow, 'months'>
}

/** A month in the text of its year: with names, year and sketch it would be more than twice as long. */
type MonthOfYear = [
  n: number,
  sum: Decimal,
  min: Decimal,
  max: Decimal,
  last: Decimal,
  firstDay: string,
  lastDay: string,
  digests: number,
]

function yearOf(months: readonly Aggregate[]): Pick<YearRow, 'months'> {
  const dayOfYear = (day: string | null) => day?.slice('yyyy-'.length)
  const values = ({ n, sum, min, max, last, firstDay, lastDay, digests }: Aggregate) =>
    n === 0 ? [] : [[n, sum, min, max, last, dayOfYear(firstDay), dayOfYear(lastDay), digests]]
  return { months: JSON.stringify(months.flatMap(values)) }
}

/** The months of a year that have amounts, without their sketches. */
export const monthsIn = ({ sk: year, months }: YearRow) =>
  (JSON.parse(months) as MonthOfYear[]).map(([n, sum, min, max, last, firstDay, lastDay, digests]) => ({
    n,
    sum,
    min,
    max,
    last,
    firstDay: `${year}-${firstDay}`,
    lastDay: `${year}-${lastDay}`,
    digests,
  }))

/** What a row adds to the roll-up above it. */
export const aggregatesIn = (row: Rollup | YearRow): Aggregate[] => ('months' in row ? monthsIn(row) : [row])

/**
 * A day, or a part of one, that has more contributions than this is split by the next digit of their digests' ids, and
 * summed up from its parts: a change then reads a few rows of each part that it stands in, and not all of the day.
 */
export const PART_ROWS = 64

/**
 * Messages that one batch rolls up at most, each of up to a hundred names: the more there are, the fewer rows are written
 * more than once.
 */
export const BATCH_MESSAGES = 50

/** The row of a day, or of the part of it whose digests' ids begin with a prefix. */
export const partTarget = (metricDay: MetricDay, prefix: string): RollupTarget => ({
  key: prefix === '' ? dayKey(metricDay) : partKey(metricDay, prefix),
  says: merge,
})

/** What such a row is the sum of unless it is split. */
export const contributionsOf = ({ metric, day }: MetricDay, prefix: string): RollupSource => ({
  pk: factsPartition(metric, day.slice(0, 4)),
  prefix: `${day}#${prefix}`,
})

/** What such a row is the sum of where it is split. */
export const partsOf = (metricDay: MetricDay, prefix: string): RollupSource => ({
  pk: partKey(metricDay, prefix).pk,
  prefix: `${partsPrefix(metricDay, prefix.length + 1)}${prefix}`,
})

/**
 * What to recompute above a day of a metric, each step from the rows of the one before: the month from days, the
 * year from months, the catalogue from years.
 */
export function rollupSteps({ metric, day }: MetricDay): RollupStep[] {
  const year = day.slice(0, 4)
  const month = day.slice(0, 7)
  const [days, months, years] = [dayKey({ metric, day }), monthKey(metric, month), yearKey(metric, year)]
  return [
    { source: { pk: days.pk, prefix: month }, target: { key: months, says: merge } },
    { source: { pk: months.pk, prefix: year }, target: { key: years, says: yearOf } },
    { source: { pk: years.pk }, target: { key: catalogueKey(metric), says: merge } },
  ]
}

/** The roll-up row that replaces the one found, and the condition under which it may. */
export function rollup(
  target: RollupTarget,
  found: { ver: number } | undefined,
  parts: readonly Aggregate[],
): { row: RowKey & { ver: number }; condition: Condition } {
  return {
    row: { ...target.key, ver: (found?.ver ?? 0) + 1, ...target.says(parts) },
    condition: found === undefined ? [ABSENT] : [[equals('ver', found.ver)]],
  }
}
