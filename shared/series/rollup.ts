import { ABSENT, type Condition, equals } from '../condition.ts'
import { catalogueKey, dayKey, factsPartition, monthKey, type RowKey, type Series, yearKey } from '../keys.ts'
import { type Aggregate, merge, NOTHING } from './aggregate.ts'

/** A day, month or year of one metric, or the metric as a whole in the catalogue. */
export type Rollup = RowKey & Aggregate & { ver: number }

/** One roll-up row: where it stands, and the rows that it is the sum of. */
export interface RollupStep {
  target: RowKey
  source: { pk: string; prefix?: string }
}

/**
 * The rows to recompute for a day of a metric, each from the ones before it: day from contributions, month from days,
 * year from months, catalogue from years.
 */
export function rollupSteps({ metric, day }: Series): RollupStep[] {
  const year = day.slice(0, 4)
  const month = day.slice(0, 7)
  const target = { day: dayKey({ metric, day }), month: monthKey(metric, month), year: yearKey(metric, year) }
  return [
    { target: target.day, source: { pk: factsPartition(metric, year), prefix: `${day}#` } },
    { target: target.month, source: { pk: target.day.pk, prefix: month } },
    { target: target.year, source: { pk: target.month.pk, prefix: year } },
    { target: catalogueKey(metric), source: { pk: target.year.pk } },
  ]
}

/** The roll-up that replaces the one given, and the condition under which it may. */
export function rollup(
  { target }: RollupStep,
  found: Rollup | undefined,
  parts: readonly Partial<Aggregate>[],
): { row: Rollup; condition: Condition } {
  return {
    row: { ...target, ver: (found?.ver ?? 0) + 1, ...merge(parts.filter(isAggregate)) },
    condition: found === undefined ? [ABSENT] : [[equals('ver', found.ver)]],
  }
}

/** Overflow rows of contributions stand among them and have no aggregate of their own. */
function isAggregate(row: Partial<Aggregate>): row is Aggregate {
  return row.n !== undefined
}

/** Whether a roll-up row says what its parts say now. */
export function isCurrent(row: Rollup | undefined, parts: readonly Partial<Aggregate>[]): boolean {
  const now = merge(parts.filter(isAggregate))
  const stored = row ?? NOTHING
  return AGGREGATE_FIELDS.every((field) => stored[field] === now[field])
}

const AGGREGATE_FIELDS = Object.keys(NOTHING) as (keyof Aggregate)[]
