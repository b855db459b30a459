import type { Aggregate } from '../shared/series/aggregate.ts'
import type { Contribution } from '../shared/series/contribution.ts'
import {
  aggregatesIn,
  contributionsOf,
  PART_ROWS,
  type PartRow,
  partsOf,
  partTarget,
  type Rollup,
  type RollupStep,
  rollup,
  rollupSteps,
  type YearRow,
} from '../shared/series/summaries.ts'
import { type MetricDay, metricDayName } from '../shared/store/keys.ts'
import { readSeriesChanged, type SeriesChanged } from '../shared/store/messages.ts'
import { queryAll, type Table } from './adapters/table.ts'

/**
 * Rolls up the metrics and days that the messages of one batch name, each row once.
 * @returns waits for the end of the work that a message asked for; rejects for a body that is no such message
 */
export function rollUpMessages(
  bodies: readonly string[],
  metrics: Table,
  partRows = PART_ROWS,
): (body: string) => Promise<SeriesChanged> {
  const readable = bodies.flatMap((body) => {
    try {
      return [readSeriesChanged(body)]
    } catch {
      return [] // Its own record fails on it below.
    }
  })
  const ends = rollUpAll(readable, metrics, partRows)
  // Those of a metric and day that is named twice too: the end of one that nobody waits for would fail unheard.
  const endsOf = new Map<string, Promise<void>[]>()
  for (const [n, end] of ends.entries()) {
    const name = metricDayName(readable[n] as MetricDay)
    endsOf.set(name, [...(endsOf.get(name) ?? []), end])
  }
  return async (body) => {
    const message = readSeriesChanged(body)
    await Promise.all(endsOf.get(metricDayName(message)) ?? [])
    return message
  }
}

/**
 * Recomputes the day, month, year and catalogue rows of what changed in one batch, each row once: all days first, then
 * the months they stand in, and so on.
 * @returns for each change, in order, the end of its own steps
 */
export function rollUpAll(
  changes: readonly SeriesChanged[],
  metrics: Table,
  partRows = PART_ROWS,
): Promise<void>[] {
  const ends = new Map<string, Promise<void>>()
  let before: Promise<unknown> = Promise.resolve()
  const levels = levelsOf(changes, metrics, partRows)
  for (const works of levels.flatMap((level) => slicesOf([...level], ROWS_AT_ONCE))) {
    const running = works.map(([name, work]) => {
      const end = before.then(work)
      ends.set(name, end)
      return end
    })
    before = Promise.allSettled(running)
  }
  return changes.map(async (change) => {
    const names = [metricDayName(change), ...rollupSteps(change).map(nameOf)]
    await Promise.all(names.map((name) => ends.get(name)))
  })
}

/** Of one level: what they are summed up from is held in memory. */
const ROWS_AT_ONCE = 100

const slicesOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))

/** The work of each level, by a name under which it is done once. */
function levelsOf(changes: readonly SeriesChanged[], metrics: Table, partRows: number) {
  const digests = new Map<string, string[]>(changes.map((change) => [metricDayName(change), []]))
  for (const change of changes) digests.get(metricDayName(change))?.push(change.digest)
  const days = changes.map((change): [string, () => Promise<void>] => {
    const name = metricDayName(change)
    return [name, () => rollUpPart(change, '', digests.get(name) ?? [], metrics, partRows)]
  })
  const paths = changes.map(rollupSteps)
  const above = [...(paths[0]?.keys() ?? [])].map((level) =>
    paths
      .flatMap((path) => path.slice(level, level + 1))
      .map((step): [string, () => Promise<void>] => [nameOf(step), () => recompute(step, metrics)]),
  )
  return [days, ...above].map((works) => new Map(works))
}

const nameOf = ({ source }: RollupStep): string => `${source.pk} ${source.prefix ?? ''}`

/**
 * Writes a roll-up row anew. It is read before its parts: had those changed since, the row would have been written by
 * whoever saw the change, and this write is refused.
 */
async function recompute({ source, target }: RollupStep, metrics: Table): Promise<void> {
  for (;;) {
    const found = await metrics.get<Rollup | YearRow>(target.key)
    const parts = await queryAll<Rollup | YearRow>(metrics, source)
    const { row, condition } = rollup(target, found, parts.flatMap(aggregatesIn))
    if (await metrics.put(row, condition)) return
  }
}

/**
 * Writes a day anew, or the part of it whose digests' ids begin with a prefix. Where it is split, the parts that the
 * changed digests are in come first; when it is split, all parts do. That it is split stands in its row, so whoever
 * has summed up its contributions meanwhile is refused, and comes to write the part of his digest.
 */
async function rollUpPart(
  metricDay: MetricDay,
  prefix: string,
  digests: readonly string[],
  metrics: Table,
  partRows: number,
): Promise<void> {
  const { key } = partTarget(metricDay, prefix)
  for (;;) {
    const found = await metrics.get<PartRow>(key)
    let split = found?.split === true
    let changed = digests
    let parts: Aggregate[] = []
    if (!split) {
      const contributions = await queryAll<Contribution>(metrics, contributionsOf(metricDay, prefix))
      split = contributions.length > partRows
      if (split) changed = contributions.map(({ digest }) => digest)
      else parts = contributions
    }
    if (split) {
      await rollUpParts(metricDay, prefix.length + 1, changed, metrics, partRows)
      parts = await queryAll<Rollup>(metrics, partsOf(metricDay, prefix))
    }
    const { row, condition } = rollup(partTarget(metricDay, prefix), found, parts)
    if (await metrics.put({ ...row, ...(split && { split }) }, condition)) return
  }
}

/** Writes the parts anew that the digests are in, by prefixes of their ids of this length. */
async function rollUpParts(
  metricDay: MetricDay,
  length: number,
  digests: readonly string[],
  metrics: Table,
  partRows: number,
): Promise<void> {
  const prefixes = [...new Set(digests.map((digest) => digest.slice(0, length)))]
  await Promise.all(
    prefixes.map((prefix) => {
      const inside = digests.filter((digest) => digest.startsWith(prefix))
      return rollUpPart(metricDay, prefix, inside, metrics, partRows)
    }),
  )
}
