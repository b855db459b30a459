import type { Parameters } from '../../shared/api/parameters.ts'
import { notFound } from '../../shared/api/problem.ts'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import type { SeriesPoint, SeriesView } from '../../shared/api/series-schemas.ts'
import { endOf, nameOf, startsWithin } from '../../shared/series/buckets.ts'
import { choiceOf } from '../../shared/series/choice.ts'
import { type CurvePoint, curveOf } from '../../shared/series/curve.ts'
import { type EntityRow, nameOfEntity, sumInPart } from '../../shared/series/entity-row.ts'
import { wordKey } from '../../shared/series/identity.ts'
import type { Point } from '../../shared/series/point.ts'
import {
  byPeriod,
  type CurveRow,
  isListed,
  monthOf,
  pointsIn,
  type SeriesRow,
} from '../../shared/series/series-row.ts'
import type { Stated } from '../../shared/series/stated.ts'
import {
  AFTER_ALL,
  curveKey,
  entityKeyOf,
  entityRowKey,
  seriesKey,
  seriesPartition,
  statedPartition,
  variableOf,
  wordPartition,
} from '../../shared/store/keys.ts'
import { queryAll, queryRows, type Table } from '../adapters/table.ts'
import { type Entry, pageOf } from './pages.ts'
import type { ServeApiPorts } from './ports.ts'

export type ListedRow = SeriesRow & { identity: NonNullable<SeriesRow['identity']> }

/** What lists and answers say of a series. */
export function seriesView(row: ListedRow, entityName: string): SeriesView {
  const points = pointsIn(row)
  const last = points.at(-1)
  const { entity, metric, measure, status, kind, modality, unit, length, over } = row.identity
  const told = points.map((point) => point.measure).filter((one) => one !== null)
  return {
    id: row.sk,
    entity: { id: entity, name: entityName },
    measure: mostFrequent(told) ?? (measure || null),
    metric,
    unit,
    status,
    kind,
    modality,
    over,
    length,
    points: row.count ?? 0,
    tellings: row.n,
    digests: row.digests ?? 0,
    conflicts: row.conflicts ?? 0,
    firstDay: row.first ?? '',
    lastDay: row.last ?? '',
    coherence: row.coherence ?? 0,
    last: {
      start: last?.from ?? '',
      end: last?.to ?? '',
      value: last?.value ?? '0',
      said: last?.day === 'said',
    },
    recent: points.map(({ to, value }) => ({ date: to, value })),
  }
}

/** Of several as many, the shortest. */
function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || a.length - b.length || (a < b ? -1 : 1))[0]?.[0]
}

/** @throws Problem where there is no such series */
export async function readSeriesRow(id: string, { metrics }: ServeApiPorts): Promise<ListedRow> {
  const row = await metrics.get<SeriesRow>(seriesKey(id))
  if (isListed(row)) return row
  throw notFound(`There is no series ${id}`, {
    parameter: 'series',
    accepted: 'the id of a series: /v1/series lists them',
  })
}

async function viewOf(row: ListedRow, { metrics }: ServeApiPorts): Promise<SeriesView> {
  const holder = await metrics.get<EntityRow>(entityRowKey(entityKeyOf(row.sk)))
  return seriesView(row, (holder && nameOfEntity(sumInPart(holder))) ?? row.identity.entity)
}

export async function describeSeries(
  { series }: Parameters<'oneSeries'>,
  ports: ServeApiPorts,
): Promise<AnswerBody<'oneSeries'>> {
  return viewOf(await readSeriesRow(series, ports), ports)
}

/** The curve of a series: as chosen, or chosen anew from what was told by a day or without some digests. */
export async function readPoints(
  given: Parameters<'seriesPoints'>,
  ports: ServeApiPorts,
): Promise<AnswerBody<'seriesPoints'>> {
  const row = await readSeriesRow(given.series, ports)
  const { things, next } = await pageOf('seriesPoints', given, ports, async function* (at) {
    yield* pointEntries(at, filled(await pointsAsked(row, given, ports.metrics), given))
  })
  return { series: await viewOf(row, ports), bucket: given.bucket, points: things, next }
}

function* pointEntries(
  at: string | undefined,
  points: readonly SeriesPoint[],
): Generator<Entry<SeriesPoint>> {
  for (const point of points) {
    const place = `${point.end}#${point.start}`
    if (at === undefined || place >= at) yield { at: place, thing: point }
  }
}

type Asked = Pick<Parameters<'seriesPoints'>, 'from' | 'to' | 'bucket' | 'asTold' | 'without' | 'fill'>

async function pointsAsked(row: ListedRow, given: Asked, metrics: Table): Promise<SeriesPoint[]> {
  const { from = '', to = AFTER_ALL, bucket, asTold, without } = given
  const isAnew = asTold !== undefined || without !== undefined
  const all = isAnew ? await chosenAnew(row.sk, given, metrics) : await storedPoints(row, given, metrics)
  const points = all.filter((point) => point.to >= from && point.to <= to && !point.guess)
  if (bucket === 'none') return points.map(pointView)
  return curveOf(points, row.identity.kind, bucket).map(bucketView)
}

/** The points that roll-ups chose: in the row of the series, or, where they are many, in rows by month. */
async function storedPoints(
  row: ListedRow,
  { from = '', to = AFTER_ALL }: Asked,
  metrics: Table,
): Promise<Point[]> {
  if (!row.spilled) return pointsIn(row)
  const between = {
    from: from === '' ? '0' : monthOf({ to: from }),
    to: to === AFTER_ALL ? to : monthOf({ to }),
  }
  const months = await queryAll<CurveRow>(metrics, { pk: curveKey(row.sk, '').pk, between })
  return months.flatMap(pointsIn).sort(byPeriod)
}

/** Tellings that are read to choose points anew at most. */
const MOST_TELLINGS = 10_000

async function chosenAnew(
  id: string,
  { from = '0', to = AFTER_ALL, asTold = AFTER_ALL, without = [] }: Asked,
  metrics: Table,
): Promise<Point[]> {
  const periods = new Map<string, Stated[]>()
  let read = 0
  const between = { from, to: `${to}${AFTER_ALL}` }
  for await (const row of queryRows<Stated>(metrics, { pk: statedPartition(id), between })) {
    if (++read > MOST_TELLINGS) break
    if ((row.told ?? '') > asTold || without.includes(row.digest)) continue
    const period = row.sk.split('#').slice(0, 2).join('#')
    periods.set(period, [...(periods.get(period) ?? []), row])
  }
  return [...periods].flatMap(([name, rows]) => {
    const [last = '', first = last] = name.split('#')
    return choiceOf(rows, { from: first, to: last }).point ?? []
  })
}

const pointView = (point: Point): SeriesPoint => ({
  date: point.to,
  start: point.from,
  end: point.to,
  value: point.value,
  bound: point.bound,
  day: point.day,
  chosen: point.chosen,
  told: point.told,
  tellings: point.tellings,
  digests: point.digests,
  values: point.values,
  covered: 1,
})

/** Of several points that are added up, what is weakest of any. */
function bucketView({ date, start, end, value, points, covered }: CurvePoint): SeriesPoint {
  const [first] = points
  const sum = (of: (point: Point) => number) => points.reduce((total, point) => total + of(point), 0)
  const only = points.length === 1 ? first : undefined
  return {
    date,
    start,
    end,
    value,
    bound: only?.bound ?? null,
    day: points.every(({ day }) => day === 'said')
      ? 'said'
      : (points.find(({ day }) => day !== 'said')?.day ?? null),
    chosen: only?.chosen ?? null,
    told:
      points
        .map(({ told }) => told)
        .sort()
        .at(-1) ?? null,
    tellings: sum(({ tellings }) => tellings),
    digests: sum(({ digests }) => digests),
    values: Math.max(...points.map(({ values }) => values)),
    covered,
  }
}

/** With a point of null for each bucket that has none, where that is asked for. */
function filled(points: SeriesPoint[], { bucket, fill, from, to }: Asked): SeriesPoint[] {
  const [first, last] = [from ?? points[0]?.start, to ?? points.at(-1)?.end]
  if (fill === 'none' || bucket === 'none' || first === undefined || last === undefined) return points
  const known = new Map(points.map((point) => [point.start, point]))
  return startsWithin(bucket, first, last).map(
    (start) =>
      known.get(start) ?? {
        ...{ date: nameOf(bucket, start), start, end: endOf(bucket, start), value: null, bound: null },
        ...{ day: null, chosen: null, told: null, tellings: 0, digests: 0, values: 0, covered: 0 },
      },
  )
}

/** Rows of a table by entity or by state at most. */
const MOST_ROWS = 200

/** The same variable of other entities, or the same of other states, on one day or the last before it. */
export async function readTable(
  given: Parameters<'seriesTable'>,
  ports: ServeApiPorts,
): Promise<AnswerBody<'seriesTable'>> {
  const { series, day, by } = given
  const row = await readSeriesRow(series, ports)
  const others = by === 'entity' ? await ofOtherEntities(row, ports) : await ofOtherStates(row, ports)
  const rows = await Promise.all(
    others.map(async (other) => {
      const points = await storedPoints(other, { to: day, bucket: 'none', fill: 'none' }, ports.metrics)
      const point = points.findLast(({ to }) => day === undefined || to <= day)
      if (point === undefined) return []
      const view = await viewOf(other, ports)
      const { entity, status } = view
      return [
        {
          series: other.sk,
          entity,
          status,
          start: point.from,
          end: point.to,
          value: point.value,
          day: point.day,
        },
      ]
    }),
  )
  const sorted = rows
    .flat()
    .sort((a, b) => Number(b.value) - Number(a.value) || (a.series < b.series ? -1 : 1))
  return { by, unit: row.identity.unit, rows: sorted }
}

async function ofOtherEntities(row: ListedRow, { metrics }: ServeApiPorts): Promise<ListedRow[]> {
  const { rows } = await metrics.queryPage<{ pk: string; sk: string; n: number }>({
    pk: wordPartition(wordKey(`~${variableOf(row.sk)}`)),
    limit: MOST_ROWS,
  })
  const ids = new Set([row.sk, ...rows.filter(({ n }) => n > 0).map(({ sk }) => sk)])
  const found = await Promise.all([...ids].map((id) => metrics.get<SeriesRow>(seriesKey(id))))
  return found.filter(isListed)
}

async function ofOtherStates(row: ListedRow, { metrics }: ServeApiPorts): Promise<ListedRow[]> {
  const { rows } = await metrics.queryPage<SeriesRow>({
    pk: seriesPartition(entityKeyOf(row.sk)),
    limit: MOST_ROWS,
  })
  const { kind, modality, status } = row.identity
  if (status === null) return [row]
  // The dead are counted in a metric of their own.
  return rows
    .filter(isListed)
    .filter((other) => other.identity.status !== null)
    .filter((other) => other.identity.kind === kind && other.identity.modality === modality)
}
