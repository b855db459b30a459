import { type RowKey, type Series, seriesName } from '../shared/keys.ts'
import { readSeriesChanged, type SeriesChanged } from '../shared/messages.ts'
import type { Aggregate } from '../shared/series/aggregate.ts'
import { type Rollup, type RollupStep, rollup, rollupSteps } from '../shared/series/rollup.ts'
import { queryAll, type Table } from './adapters/table.ts'

/**
 * Rolls up the series that the messages of one batch name, each row once.
 * @returns waits for the end of the work that a message asked for; rejects for a body that is no such message
 */
export function rollUpMessages(
  bodies: readonly string[],
  metrics: Table,
): (body: string) => Promise<SeriesChanged> {
  const readable = bodies.flatMap((body) => {
    try {
      return [readSeriesChanged(body)]
    } catch {
      return [] // Its own record fails on it below.
    }
  })
  const ends = rollUpAll(readable, metrics)
  const endOf = new Map(readable.map((series, n) => [seriesName(series), ends[n]]))
  return async (body) => {
    const message = readSeriesChanged(body)
    await endOf.get(seriesName(message))
    return message
  }
}

/**
 * Recomputes the day, month, year and catalogue rows of the series of one batch, each row once: all days first, then
 * the months they stand in, and so on.
 * @returns for each series, in order, the end of its own steps
 */
export function rollUpAll(series: readonly Series[], metrics: Table): Promise<void>[] {
  const paths = series.map(rollupSteps)
  const ends = new Map<string, Promise<void>>()
  let before: Promise<unknown> = Promise.resolve()
  for (const level of paths[0]?.keys() ?? []) {
    const steps = new Map(
      paths.flatMap((path) => path.slice(level, level + 1)).map((step) => [nameOf(step), step]),
    )
    const running = [...steps].map(([name, step]) => {
      const end = before.then(() => recompute(step, metrics))
      ends.set(name, end)
      return end
    })
    before = Promise.allSettled(running)
  }
  return paths.map(async (path) => {
    await Promise.all(path.map((step) => ends.get(nameOf(step))))
  })
}

const nameOf = ({ source }: RollupStep): string => `${source.pk} ${source.prefix ?? ''}`

/**
 * Writes roll-up rows anew. They are read before their parts: had those changed since, the rows would have been written
 * by whoever saw the change, and these writes are refused.
 */
async function recompute(step: RollupStep, metrics: Table): Promise<void> {
  for (;;) {
    const found = await Promise.all(step.targets.map(({ key }) => metrics.get<Rollup>(key)))
    const parts = await queryAll<RowKey & Partial<Aggregate>>(metrics, step.source)
    const writes = rollup(step, found, parts).map(({ row, condition }) => metrics.put(row, condition))
    if ((await Promise.all(writes)).every(Boolean)) return
  }
}
