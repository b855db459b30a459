import { choiceOf } from '../shared/series/choice.ts'
import {
  ENTITY_PART_ROWS,
  type EntityRow,
  type EntitySum,
  entityRow,
  entityTarget,
  entityWords,
  mergeEntities,
  partsOfEntity,
  seriesOfEntity,
  sumInPart,
  sumOfSeries,
  type WordRow,
} from '../shared/series/entity-row.ts'
import { type Identity, wordKey } from '../shared/series/identity.ts'
import { type Point, WEIGHED } from '../shared/series/point.ts'
import {
  byPeriod,
  type CurveRow,
  curveRow,
  monthOf,
  pointsIn,
  RECENT_POINTS,
  type SeriesRow,
  seriesRow,
  seriesWords,
  spillingRow,
  unchanged,
  withPoint,
} from '../shared/series/series-row.ts'
import type { Stated } from '../shared/series/stated.ts'
import {
  curveKey,
  entityKeyOf,
  type RowKey,
  type SeriesPeriod,
  seriesKey,
  statedPartition,
  statedPrefix,
  variableOf,
  wordRowKey,
} from '../shared/store/keys.ts'
import { queryAll, queryRows, type Table } from './adapters/table.ts'
import { ROWS_AT_ONCE, slicesOf } from './slices.ts'

type Period = Pick<SeriesPeriod, 'from' | 'to'>

/**
 * Rolls up series and then their entities, each row once.
 * @returns by the id of each series the end of its own work
 */
export function rollUpAllSeries(
  changes: readonly SeriesPeriod[],
  metrics: Table,
  { entityPartRows = ENTITY_PART_ROWS, recentPoints = RECENT_POINTS } = {},
): Map<string, Promise<void>> {
  const periods = grouped(changes, ({ series }) => series)
  const entities = grouped([...periods.keys()], entityKeyOf)
  let before: Promise<unknown> = Promise.resolve()
  /** Does the work of each name once, so much at a time, when all that came before is done. */
  const inTurn = (names: Iterable<string>, work: (name: string) => Promise<void>) => {
    const ends = new Map<string, Promise<void>>()
    for (const slice of slicesOf([...names], ROWS_AT_ONCE)) {
      const running = slice.map((name) => {
        const end = before.then(() => work(name))
        ends.set(name, end)
        return end
      })
      before = Promise.allSettled(running)
    }
    return ends
  }
  const endOfSeries = inTurn(periods.keys(), (series) =>
    rollUpSeries(series, distinct(periods.get(series) ?? []), metrics, recentPoints),
  )
  const endOfEntity = inTurn(entities.keys(), (entity) =>
    rollUpEntity(entity, '', (entities.get(entity) ?? []).map(variableOf), metrics, entityPartRows),
  )
  const both = async (series: string) => {
    await Promise.all([endOfSeries.get(series), endOfEntity.get(entityKeyOf(series))])
  }
  return new Map([...periods.keys()].map((series) => [series, both(series)]))
}

function grouped<T>(values: readonly T[], nameOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const those = groups.get(nameOf(value))
    if (those === undefined) groups.set(nameOf(value), [value])
    else those.push(value)
  }
  return groups
}

/**
 * Chooses the points of a series anew that its tellings changed in, and writes the series with them. Its row is read
 * before the tellings: had those changed since, the row would have been written by whoever saw the change, and this
 * write is refused.
 */
async function rollUpSeries(
  series: string,
  periods: readonly Period[],
  metrics: Table,
  recent: number,
): Promise<void> {
  for (;;) {
    const found = await metrics.get<SeriesRow>(seriesKey(series))
    let [points, identity] = [pointsIn(found), found?.identity]
    const spilled = found?.spilled === true
    if (!spilled) {
      const chosen = await Promise.all(periods.map((period) => pointAnew(series, period, metrics)))
      for (const [at, { point }] of chosen.entries()) points = withPoint(points, periods[at] as Period, point)
      identity = chosen.find((one) => one.identity)?.identity ?? identity
      if (points.length > recent) {
        await metrics.put(spillingRow(series, found), unchanged(found))
        continue
      }
    } else {
      const changed = found.spilling ? [...points, ...periods] : periods
      await rollUpMonths(series, changed, metrics)
      const months = await queryAll<CurveRow>(metrics, { pk: curveKey(series, '').pk })
      points = months.flatMap(pointsIn)
      identity = months.find((month) => month.identity)?.identity
    }
    const row = seriesRow(series, points, identity, spilled, (found?.ver ?? 0) + 1, recent)
    if (await putWithWords(row, found, wordsOfSeries, metrics)) return
  }
}

/** Writes the months anew that the periods end in. */
async function rollUpMonths(series: string, periods: readonly Period[], metrics: Table): Promise<void> {
  const months = new Map<string, Period[]>()
  for (const period of periods) months.set(monthOf(period), [...(months.get(monthOf(period)) ?? []), period])
  await Promise.all([...months].map(([month, those]) => rollUpMonth(series, month, those, metrics)))
}

async function rollUpMonth(
  series: string,
  month: string,
  periods: readonly Period[],
  metrics: Table,
): Promise<void> {
  for (;;) {
    const found = await metrics.get<CurveRow>(curveKey(series, month))
    // Of a month that holds not all of its points nobody knows what comes up when one of them goes.
    const changed = found?.more ? await periodsOfMonth(series, month, metrics) : periods
    let points = found?.more ? [] : pointsIn(found)
    let identity = found?.identity
    for (const period of distinct(changed)) {
      const anew = await pointAnew(series, period, metrics)
      points = withPoint(points, period, anew.point)
      identity = anew.identity ?? identity
    }
    const row = curveRow(series, month, points, identity, (found?.ver ?? 0) + 1)
    if (await metrics.put(row, unchanged(found))) return
  }
}

const distinct = (periods: readonly Period[]): Period[] =>
  [...new Map(periods.map((period) => [`${period.to} ${period.from}`, period])).values()].sort(byPeriod)

async function periodsOfMonth(series: string, month: string, metrics: Table): Promise<Period[]> {
  const rows = await queryAll<Stated>(metrics, { pk: statedPartition(series), prefix: month })
  return rows.map(({ sk }) => {
    const [to = '', from = to] = sk.split('#')
    return { from, to }
  })
}

/** The point that the tellings of a period make now; none where nothing tells it any more. */
async function pointAnew(
  series: string,
  period: Period,
  metrics: Table,
): Promise<{ point?: Point; identity?: Identity }> {
  const rows = await statedRows(series, period, metrics)
  const { point } = choiceOf(rows, period)
  return { point, identity: rows.find(({ identity }) => identity)?.identity }
}

/** What digests state of a point, and what corrections reject: of more than can be weighed, what was told last. */
export async function statedRows(series: string, period: Period, metrics: Table): Promise<Stated[]> {
  const living: Stated[] = []
  let tellings = 0
  const query = { pk: statedPartition(series), prefix: statedPrefix({ series, ...period }), descending: true }
  for await (const row of queryRows<Stated>(metrics, { ...query, limit: WEIGHED })) {
    if (row.tellings !== undefined || row.rejects !== undefined) living.push(row)
    if (row.tellings !== undefined && ++tellings === WEIGHED) break
  }
  return living
}

/** Writes an entity anew from its series, or the part of it whose variables begin with a prefix: see rollUpPart. */
async function rollUpEntity(
  entity: string,
  prefix: string,
  variables: readonly string[],
  metrics: Table,
  partRows: number,
): Promise<void> {
  for (;;) {
    const found = await metrics.get<EntityRow>(entityTarget(entity, prefix))
    let split = found?.split === true
    let changed = variables
    let sums: EntitySum[] = []
    if (!split) {
      const rows = await queryAll<SeriesRow>(metrics, seriesOfEntity(entity, prefix))
      split = rows.length > partRows
      if (split) changed = rows.map(({ sk }) => variableOf(sk))
      else sums = rows.map(sumOfSeries)
    }
    if (split) {
      await rollUpEntityParts(entity, prefix.length + 1, changed, metrics, partRows)
      const parts = await queryAll<EntityRow>(metrics, partsOfEntity(entity, prefix))
      sums = parts.map(sumInPart)
    }
    const row = entityRow(entity, prefix, mergeEntities(sums), split, (found?.ver ?? 0) + 1)
    const isWhole = prefix === ''
    if (
      isWhole
        ? await putWithWords(row, found, wordsOfEntity, metrics)
        : await metrics.put(row, unchanged(found))
    )
      return
  }
}

async function rollUpEntityParts(
  entity: string,
  length: number,
  variables: readonly string[],
  metrics: Table,
  partRows: number,
): Promise<void> {
  const prefixes = [...new Set(variables.map((variable) => variable.slice(0, length)))]
  await Promise.all(
    prefixes.map((prefix) => {
      const inside = variables.filter((variable) => variable.startsWith(prefix))
      return rollUpEntity(entity, prefix, inside, metrics, partRows)
    }),
  )
}

type WithWords = RowKey & { ver: number; pending?: string[] }

const wordsOfSeries = (row: SeriesRow): string[] => seriesWords(row).map(wordKey)

const wordsOfEntity = (row: EntityRow): string[] => entityWords(sumInPart(row).names).map(wordKey)

/**
 * Writes a row that is searched by words, and the rows of those words that are its own no more or newly. They stand in
 * it as pending until it is written next: whoever writes it then does not know whether the writer before him came to
 * them, and writes them first.
 * @returns false when the row was not as it was read
 */
async function putWithWords<Row extends WithWords>(
  row: Row,
  found: Row | undefined,
  wordsOf: (row: Row) => string[],
  metrics: Table,
): Promise<boolean> {
  const settle = (words: readonly string[]) =>
    Promise.all(words.map((word) => recomputeWord(word, row, wordsOf, metrics)))
  await settle(found?.pending ?? [])
  const [before, now] = [found === undefined ? [] : wordsOf(found), wordsOf(row)]
  const pending = [
    ...before.filter((word) => !now.includes(word)),
    ...now.filter((word) => !before.includes(word)),
  ]
  if (!(await metrics.put({ ...row, ...(pending.length > 0 && { pending }) }, unchanged(found)))) return false
  await settle(pending)
  return true
}

/** Written even where it says so already: whoever read the row before, and stands still since, is then refused. */
async function recomputeWord<Row extends WithWords>(
  word: string,
  owner: RowKey,
  wordsOf: (row: Row) => string[],
  metrics: Table,
): Promise<void> {
  const key = wordRowKey(word, owner.sk)
  for (;;) {
    const found = await metrics.get<WordRow>(key)
    const row = await metrics.get<Row>(owner)
    const n = row !== undefined && wordsOf(row).includes(word) ? 1 : 0
    const next: WordRow = { ...key, ver: (found?.ver ?? 0) + 1, n }
    if (await metrics.put(next, unchanged(found))) return
  }
}
