import { ABSENT, type Condition, equals } from '../condition.ts'
import {
  catalogueKey,
  dayKey,
  factsPartition,
  monthKey,
  partKey,
  partsPrefix,
  type RowKey,
  type Series,
  sketchKey,
  yearKey,
} from '../keys.ts'
import { type Aggregate, merge, NOTHING } from './aggregate.ts'

/** A day, month or year of one metric, or the metric as a whole in the catalogue. */
export type Rollup = RowKey & Aggregate & { ver: number }

/** A day, or a part of one; `split` where it is the sum of its own parts. */
export type PartRow = Rollup & { split?: true }

/** The sketch of a month of one metric. */
export type SketchRow = RowKey & Pick<Aggregate, 'n' | 'sketch'> & { ver: number }

/** The roll-up rows that are sums of the same rows, and are computed together. */
export interface RollupStep {
  source: RollupSource
  targets: readonly RollupTarget[]
}

export interface RollupSource {
  pk: string
  prefix?: string
}

export interface RollupTarget {
  key: RowKey
  /** What it keeps of the sum. */
  keeps: readonly (keyof Aggregate)[]
}

const AGGREGATE = Object.keys(NOTHING) as (keyof Aggregate)[]
const AMOUNTS = AGGREGATE.filter((field) => field !== 'sketch')
const SKETCH = ['n', 'sketch'] as const

/**
 * A day, or a part of one, that has more contributions than this is split by the next digit of their digests' ids, and
 * summed up from its parts: a change then reads a few rows of each part that it stands in, and not all of the day.
 */
export const PART_ROWS = 64

/** The row of a day, or of the part of it whose digests' ids begin with a prefix. */
export const partTarget = (series: Series, prefix: string): RollupTarget => ({
  key: prefix === '' ? dayKey(series) : partKey(series, prefix),
  keeps: AGGREGATE,
})

/** What such a row is the sum of unless it is split. */
export const contributionsOf = ({ metric, day }: Series, prefix: string): RollupSource => ({
  pk: factsPartition(metric, day.slice(0, 4)),
  prefix: `${day}#${prefix}`,
})

/** What such a row is the sum of where it is split. */
export const partsOf = (series: Series, prefix: string): RollupSource => ({
  pk: partKey(series, prefix).pk,
  prefix: `${partsPrefix(series, prefix.length + 1)}${prefix}`,
})

/**
 * What to recompute above a day of a metric, each step from the rows of the one before: the month and its sketch from
 * days, the year from months, the catalogue from years.
 */
export function rollupSteps({ metric, day }: Series): RollupStep[] {
  const year = day.slice(0, 4)
  const month = day.slice(0, 7)
  const [days, months, years] = [dayKey({ metric, day }), monthKey(metric, month), yearKey(metric, year)]
  return [
    {
      source: { pk: days.pk, prefix: month },
      targets: [
        { key: months, keeps: AMOUNTS },
        { key: sketchKey(metric, month), keeps: SKETCH },
      ],
    },
    { source: { pk: months.pk, prefix: year }, targets: [{ key: years, keeps: AMOUNTS }] },
    { source: { pk: years.pk }, targets: [{ key: catalogueKey(metric), keeps: AMOUNTS }] },
  ]
}

/** The roll-up row that replaces the one found, and the condition under which it may. */
export function rollup(
  target: RollupTarget,
  found: { ver: number } | undefined,
  parts: readonly Aggregate[],
): { row: RowKey & Partial<Aggregate> & { ver: number }; condition: Condition } {
  return {
    row: { ...target.key, ver: (found?.ver ?? 0) + 1, ...keptOf(target, parts) },
    condition: found === undefined ? [ABSENT] : [[equals('ver', found.ver)]],
  }
}

/** Whether a roll-up row says what its parts say now. */
export function isCurrent(
  target: RollupTarget,
  row: Partial<Aggregate> | undefined,
  parts: readonly Aggregate[],
): boolean {
  const now = keptOf(target, parts)
  const stored = row ?? NOTHING
  return target.keeps.every((field) => stored[field] === now[field])
}

function keptOf({ keeps }: RollupTarget, parts: readonly Aggregate[]): Partial<Aggregate> {
  const whole = merge(parts)
  return Object.fromEntries(keeps.map((field) => [field, whole[field]]))
}
