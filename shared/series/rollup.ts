import { ABSENT, type Condition, equals } from '../condition.ts'
import {
  catalogueKey,
  dayKey,
  factsPartition,
  monthKey,
  type RowKey,
  type Series,
  sketchKey,
  yearKey,
} from '../keys.ts'
import { type Aggregate, merge, NOTHING } from './aggregate.ts'

/** A day, month or year of one metric, or the metric as a whole in the catalogue. */
export type Rollup = RowKey & Aggregate & { ver: number }

/** The sketch of a month of one metric. */
export type SketchRow = RowKey & Pick<Aggregate, 'n' | 'sketch'> & { ver: number }

/** The roll-up rows that are sums of the same rows, and are computed together. */
export interface RollupStep {
  source: { pk: string; prefix?: string }
  targets: readonly RollupTarget[]
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
 * What to recompute for a day of a metric, each step from the rows of the one before: the day from contributions, the
 * month and its sketch from days, the year from months, the catalogue from years.
 */
export function rollupSteps({ metric, day }: Series): RollupStep[] {
  const year = day.slice(0, 4)
  const month = day.slice(0, 7)
  const keys = { day: dayKey({ metric, day }), month: monthKey(metric, month), year: yearKey(metric, year) }
  return [
    {
      source: { pk: factsPartition(metric, year), prefix: `${day}#` },
      targets: [{ key: keys.day, keeps: AGGREGATE }],
    },
    {
      source: { pk: keys.day.pk, prefix: month },
      targets: [
        { key: keys.month, keeps: AMOUNTS },
        { key: sketchKey(metric, month), keeps: SKETCH },
      ],
    },
    { source: { pk: keys.month.pk, prefix: year }, targets: [{ key: keys.year, keeps: AMOUNTS }] },
    { source: { pk: keys.year.pk }, targets: [{ key: catalogueKey(metric), keeps: AMOUNTS }] },
  ]
}

/** The roll-up rows that replace those found, in the order of the targets, and the condition under which each may. */
export function rollup(
  { targets }: RollupStep,
  found: readonly ({ ver: number } | undefined)[],
  parts: readonly Partial<Aggregate>[],
): { row: RowKey & Partial<Aggregate> & { ver: number }; condition: Condition }[] {
  const whole = wholeOf(parts)
  return targets.map((target, at) => {
    const replaced = found[at]
    return {
      row: { ...target.key, ver: (replaced?.ver ?? 0) + 1, ...keptOf(target, whole) },
      condition: replaced === undefined ? [ABSENT] : [[equals('ver', replaced.ver)]],
    }
  })
}

/** Whether roll-up rows, in the order of the targets, say what their parts say now. */
export function areCurrent(
  { targets }: RollupStep,
  rows: readonly (Partial<Aggregate> | undefined)[],
  parts: readonly Partial<Aggregate>[],
): boolean {
  const whole = wholeOf(parts)
  return targets.every((target, at) => {
    const stored = rows[at] ?? NOTHING
    return Object.entries(keptOf(target, whole)).every(
      ([field, value]) => stored[field as keyof Aggregate] === value,
    )
  })
}

/** Overflow rows of contributions stand among them and have no aggregate of their own. */
function wholeOf(parts: readonly Partial<Aggregate>[]): Aggregate {
  return merge(parts.filter((part): part is Aggregate => part.n !== undefined))
}

function keptOf({ keeps }: RollupTarget, whole: Aggregate): Partial<Aggregate> {
  return Object.fromEntries(keeps.map((field) => [field, whole[field]]))
}
