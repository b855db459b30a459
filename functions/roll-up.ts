import type { Aggregate } from '../shared/series/aggregate.ts'
import { type Contribution, contributionCondition } from '../shared/series/contribution.ts'
import type { RolledUp } from '../shared/series/extraction.ts'
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
import {
  type MetricDay,
  metricDayName,
  metricDayNamed,
  rolledUpKey,
  seriesPeriodNamed,
} from '../shared/store/keys.ts'
import { isSeriesPeriod, readSeriesChanged, type SeriesChanged } from '../shared/store/messages.ts'
import { queryAll, type Table } from './adapters/table.ts'
import { rollUpAllSeries } from './roll-up-series.ts'
import { ROWS_AT_ONCE, slicesOf } from './slices.ts'

/** One day of one metric, and a digest whose contribution to it may have changed. */
export interface MetricDayChange extends MetricDay {
  digest: string
}

/** How many rows or points there may be before they are parted; smaller where tests ask for it. */
export interface RollUpSizes {
  partRows?: number
  entityPartRows?: number
  recentPoints?: number
}

/**
 * Rolls up all that the messages of one batch name, each row once.
 * @returns waits for the end of the work that a message asked for; rejects for a body that is no such message
 */
export function rollUpMessages(
  bodies: readonly string[],
  metrics: Table,
  { partRows = PART_ROWS, ...ofSeries }: RollUpSizes = {},
): (body: string) => Promise<SeriesChanged> {
  const readable = bodies.flatMap((body) => {
    try {
      return [readSeriesChanged(body)]
    } catch {
      return [] // Its own record fails on it below.
    }
  })
  const days = readable.flatMap(({ digest, names }) =>
    names.filter((name) => !isSeriesPeriod(name)).map((name) => ({ ...metricDayNamed(name), digest })),
  )
  const periods = readable.flatMap(({ names }) => names.filter(isSeriesPeriod).map(seriesPeriodNamed))
  // Those of a metric and day that is named twice too: the end of one that nobody waits for would fail unheard.
  const ends = new Map<string, Promise<void>[]>()
  for (const [n, end] of rollUpAll(days, metrics, partRows).entries()) {
    const name = metricDayName(days[n] as MetricDay)
    ends.set(name, [...(ends.get(name) ?? []), end])
  }
  const endOfSeries = rollUpAllSeries(periods, metrics, ofSeries)
  return async (body) => {
    const message = readSeriesChanged(body)
    await Promise.all(
      message.names.flatMap((name) =>
        isSeriesPeriod(name)
          ? (endOfSeries.get(seriesPeriodNamed(name).series) ?? [])
          : (ends.get(name) ?? []),
      ),
    )
    await markRolledUp(message, metrics)
    return message
  }
}

/** Readers ask whether all is done that an extraction asked for. */
async function markRolledUp({ digest, version, part }: SeriesChanged, metrics: Table): Promise<void> {
  if (version === undefined || part === undefined) return
  const row: RolledUp = { ...rolledUpKey(digest, part), version }
  await metrics.put(row, contributionCondition(version))
}

/**
 * Recomputes the day, month, year and catalogue rows of what changed in one batch, each row once: all days first, then
 * the months they stand in, and so on.
 * @returns for each change, in order, the end of its own steps
 */
export function rollUpAll(
  changes: readonly MetricDayChange[],
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

/** The work of each level, by a name under which it is done once. */
function levelsOf(changes: readonly MetricDayChange[], metrics: Table, partRows: number) {
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
