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

/** One roll-up row: where it stands, the rows that it is the sum of, and what of their sum it keeps. */
export interface RollupStep {
  target: RowKey
  source: { pk: string; prefix?: string }
  keeps: readonly (keyof Aggregate)[]
}

const AGGREGATE = Object.keys(NOTHING) as (keyof Aggregate)[]
const AMOUNTS = AGGREGATE.filter((field) => field !== 'sketch')
const SKETCH = ['n', 'sketch'] as const

/**
 * The rows to recompute for a day of a metric, each from the ones before it: day from contributions, month from days,
 * year from months, catalogue from years; and beside the month its sketch, from the days.
 */
export function rollupSteps({ metric, day }: Series): RollupStep[] {
  const year = day.slice(0, 4)
  const month = day.slice(0, 7)
  const target = { day: dayKey({ metric, day }), month: monthKey(metric, month), year: yearKey(metric, year) }
  return [
    { target: target.day, source: { pk: factsPartition(metric, year), prefix: `${day}#` }, keeps: AGGREGATE },
    { target: target.month, source: { pk: target.day.pk, prefix: month }, keeps: AMOUNTS },
    { target: target.year, source: { pk: target.month.pk, prefix: year }, keeps: AMOUNTS },
    { target: catalogueKey(metric), source: { pk: target.year.pk }, keeps: AMOUNTS },
    { target: sketchKey(metric, month), source: { pk: target.day.pk, prefix: month }, keeps: SKETCH },
  ]
}

/** The roll-up that replaces the one given, and the condition under which it may. */
export function rollup(
  step: RollupStep,
  found: { ver: number } | undefined,
  parts: readonly Partial<Aggregate>[],
): { row: RowKey & Partial<Aggregate> & { ver: number }; condition: Condition } {
  return {
    row: { ...step.target, ver: (found?.ver ?? 0) + 1, ...keptOf(step, parts) },
    condition: found === undefined ? [ABSENT] : [[equals('ver', found.ver)]],
  }
}

/** Whether a roll-up row says what its parts say now. */
export function isCurrent(
  step: RollupStep,
  row: Partial<Aggregate> | undefined,
  parts: readonly Partial<Aggregate>[],
): boolean {
  const now = keptOf(step, parts)
  const stored = row ?? NOTHING
  return step.keeps.every((field) => stored[field] === now[field])
}

function keptOf({ keeps }: RollupStep, parts: readonly Partial<Aggregate>[]): Partial<Aggregate> {
  const whole = merge(parts.filter(isAggregate))
  return Object.fromEntries(keeps.map((field) => [field, whole[field]]))
}

/** Overflow rows of contributions stand among them and have no aggregate of their own. */
function isAggregate(row: Partial<Aggregate>): row is Aggregate {
  return row.n !== undefined
}
