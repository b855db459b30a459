import { cursorOf, type Position, positionOf } from '../shared/api/cursor.ts'
import type { Parameters, TrendBucket } from '../shared/api/parameters.ts'
import { badParameter, notFound } from '../shared/api/problem.ts'
import type { RouteName } from '../shared/api/routes.ts'
import type { Head } from '../shared/digest/head.ts'
import { ITEMS_IN_ROW, type ItemsRow, itemsIn } from '../shared/digest/item-rows.ts'
import {
  AFTER_ALL,
  CATALOGUE_PARTITION,
  catalogueKey,
  contributionKey,
  dayKey,
  digestsPartition,
  extractionKey,
  factsPartition,
  headKey,
  itemPrefix,
  monthKey,
  overflowKey,
  type RowKey,
  type Series,
  seriesNamed,
  yearKey,
} from '../shared/keys.ts'
import { METRICS } from '../shared/quantities/metrics.ts'
import type { Decimal, Fact } from '../shared/quantities/quantity.ts'
import { type Aggregate, meanOf } from '../shared/series/aggregate.ts'
import {
  type Contribution,
  type Extraction,
  isContribution,
  type Overflow,
} from '../shared/series/contribution.ts'
import { areCurrent, type Rollup, rollupSteps } from '../shared/series/rollup.ts'
import { type Query, queryAll, queryRows, type Table } from './adapters/table.ts'

export interface ServeApiPorts {
  items: Table
  metrics: Table
  /** Milliseconds since 1970. */
  now(): number
}

/** Answers each route with the body of a 200; anything else is a thrown Problem. */
export const ANSWERS: { [N in RouteName]: (given: Parameters<N>, ports: ServeApiPorts) => Promise<object> } =
  {
    digests: (given, ports) => pageOf('digests', given, (from) => digestEntries(given, from, ports)),
    digest: describeDigest,
    digestItems: listItems,
    metrics: listMetrics,
    metricFacts: (given, ports) => pageOf('facts', given, (from) => factEntries(given, from, ports)),
    metricTrend: readTrend,
  }

/** One thing of a list, at the sort key of the row that it stands in. */
interface Entry {
  at: string
  thing: unknown
}

/** The part of a walk that follows the cursor, under the list's name; `next` is there unless the walk ends here. */
async function pageOf(
  name: string,
  given: { limit: number; cursor?: string },
  entriesFrom: (at: string | undefined) => AsyncIterable<Entry>,
): Promise<object> {
  const start = positionOf(given.cursor, given)
  const things: unknown[] = []
  let last: Position = start ?? { at: '', skip: 0 }
  let seen: Position = { at: '', skip: 0 }
  for await (const { at, thing } of entriesFrom(start?.at)) {
    seen = { at, skip: seen.at === at ? seen.skip + 1 : 1 }
    if (at === start?.at && seen.skip <= start.skip) continue
    if (things.length === given.limit) return { [name]: things, next: cursorOf(last, given) }
    things.push(thing)
    last = seen
  }
  return { [name]: things }
}

/** Digests of earlier years are found when a range asks for them. */
const FIRST_YEAR = 1990
/** Each year of a range is a query of its own. */
const MOST_YEARS = 100

async function* digestEntries(
  given: Parameters<'digests'>,
  at: string | undefined,
  { items, now }: ServeApiPorts,
): AsyncGenerator<Entry> {
  const range = {
    from: given.from ?? `${FIRST_YEAR}-01-01`,
    to: given.to ?? `${new Date(now()).getUTCFullYear() + 1}-12-31`,
  }
  for (const query of yearlyQueries(digestsPartition, range, at)) {
    for await (const head of queryRows<Head>(items, { ...query, index: 'by-date', limit: given.limit + 1 })) {
      yield { at: head.byDateSk ?? '', thing: digestView(head) }
    }
  }
}

function digestView({ key, pk, published }: Head) {
  const { state, refusal, etag, title, date, dateSource, language, items } = published ?? {}
  const id = pk.slice(headKey('').pk.length)
  return { id, key, state, refusal, etag, title, date, dateSource, language, items }
}

async function readHead(
  id: string,
  { items }: ServeApiPorts,
): Promise<Required<Pick<Head, 'published'>> & Head> {
  const head = await items.get<Head>(headKey(id))
  if (head?.published === undefined || head.published.state === 'deleted') {
    throw notFound(`There is no digest ${id}`)
  }
  return { ...head, published: head.published }
}

async function describeDigest({ id }: Parameters<'digest'>, ports: ServeApiPorts) {
  const head = await readHead(id, ports)
  return { ...digestView(head), served: await isServed(id, head.published.rows, ports) }
}

/** Whether the facts of this version, and every roll-up that they are in, are what readers get. */
async function isServed(id: string, rows: string, { metrics }: ServeApiPorts): Promise<boolean> {
  const extraction = await metrics.get<Extraction>(extractionKey(id))
  if (!extraction?.version.startsWith(rows)) return false
  const served = await Promise.all(
    extraction.touched.map(seriesNamed).map(async (series) => {
      const contribution = await metrics.get<Contribution>(contributionKey(series, id))
      return contribution?.version === extraction.version && (await isRolledUp(series, metrics))
    }),
  )
  return served.every(Boolean)
}

async function isRolledUp(series: Series, metrics: Table): Promise<boolean> {
  const current = await Promise.all(
    rollupSteps(series).map(async (step) => {
      const rows = await Promise.all(step.targets.map(({ key }) => metrics.get<Rollup>(key)))
      return areCurrent(step, rows, await queryAll<RowKey & Partial<Aggregate>>(metrics, step.source))
    }),
  )
  return current.every(Boolean)
}

async function listItems(given: Parameters<'digestItems'>, ports: ServeApiPorts) {
  const { published } = await readHead(given.id, ports)
  const prefix = itemPrefix(published.rows)
  return pageOf('items', given, async function* (at) {
    const query = {
      pk: headKey(given.id).pk,
      between: { from: at ?? prefix, to: `${prefix}${AFTER_ALL}` },
      limit: Math.ceil(given.limit / ITEMS_IN_ROW) + 1,
    }
    for await (const row of queryRows<ItemsRow>(ports.items, query)) {
      for (const item of itemsIn(row)) yield { at: row.sk, thing: item }
    }
  })
}

async function listMetrics(_given: Parameters<'metrics'>, { metrics }: ServeApiPorts) {
  const rows = await queryAll<Rollup>(metrics, { pk: CATALOGUE_PARTITION })
  return {
    metrics: rows
      .filter(({ n, sk }) => n > 0 && isMetric(sk))
      .map(({ sk, n, digests, firstDay, lastDay }) => ({
        ...metricView(sk as Metric),
        n,
        digests,
        firstDay,
        lastDay,
      })),
  }
}

type Metric = keyof typeof METRICS

const isMetric = (name: string): name is Metric => Object.hasOwn(METRICS, name)

function metricView(metric: Metric) {
  const { label, unit } = METRICS[metric]
  return { metric, label, unit }
}

/** Facts by day, then digest, then place; those of restated and former levels and of ranges among them. */
async function* factEntries(
  { metric, ...given }: Parameters<'metricFacts'>,
  at: string | undefined,
  { metrics }: ServeApiPorts,
): AsyncGenerator<Entry> {
  const days = await daysWithFacts(metric, given, metrics)
  if (days === undefined) return
  for (const query of yearlyQueries((year) => factsPartition(metric, year), days, at)) {
    for await (const contribution of queryRows<Contribution | Overflow>(metrics, query)) {
      if (!isContribution(contribution)) continue // An overflow row is read with its contribution.
      const day = contribution.sk.slice(0, 'yyyy-mm-dd'.length)
      for (const fact of await factsIn(contribution, { metric, day }, metrics)) {
        yield { at: contribution.sk, thing: { digest: contribution.digest, day, ...fact } }
      }
    }
  }
}

async function factsIn(
  { digest, version, facts, chunks }: Contribution,
  series: Series,
  metrics: Table,
): Promise<Fact[]> {
  const all = JSON.parse(facts) as Fact[]
  for (let chunk = 1; chunk < chunks; chunk++) {
    const overflow = await metrics.get<Overflow>(overflowKey(series, digest, version, chunk))
    if (overflow === undefined)
      throw new Error(`Chunk ${chunk} of the contribution of ${digest} is not there`)
    all.push(...(JSON.parse(overflow.facts) as Fact[]))
  }
  return all
}

interface Days {
  from: string
  to: string
}

/** The days of a range on which a metric has amounts at all, by the catalogue; undefined where there are none. */
async function daysWithFacts(
  metric: string,
  { from, to }: Partial<Days>,
  metrics: Table,
): Promise<Days | undefined> {
  const catalogue = await metrics.get<Rollup>(catalogueKey(metric))
  const { firstDay, lastDay } = catalogue ?? {}
  if (!firstDay || !lastDay) return undefined
  const days = {
    from: from !== undefined && from > firstDay ? from : firstDay,
    to: to !== undefined && to < lastDay ? to : lastDay,
  }
  return days.from <= days.to ? days : undefined
}

/** A query for each year of a range of days, whose rows have sort keys that begin with their day. */
function yearlyQueries(
  partition: (year: string) => string,
  { from, to }: Days,
  at = from,
): (Query & { between: Days })[] {
  const [first, last] = [Number(at.slice(0, 4)), Number(to.slice(0, 4))]
  if (last - first >= MOST_YEARS)
    throw badParameter('from', `from is more than ${MOST_YEARS} years before to (${to})`)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => ({
    pk: partition(String(first + n).padStart(4, '0')),
    between: { from: at, to: `${to}${AFTER_ALL}` },
  }))
}

interface Point {
  /** The day, month or year, in as many parts of `yyyy-mm-dd` as it has. */
  date: string
  n: number
  sum: Decimal
  mean: Decimal | null
  min: Decimal | null
  max: Decimal | null
  last: Decimal | null
  digests: number
}

/** Which rows a trend of each bucket reads; a month or year that a range only touches is whole in it. */
const TREND_ROWS: Record<TrendBucket, (metric: string, days: Days) => Query[]> = {
  day: (metric, days) => yearlyQueries((year) => dayKey({ metric, day: year }).pk, days),
  month: (metric, { from, to }) => [
    { pk: monthKey(metric, '').pk, between: { from: from.slice(0, 7), to: to.slice(0, 7) } },
  ],
  year: (metric, { from, to }) => [
    { pk: yearKey(metric, '').pk, between: { from: from.slice(0, 4), to: to.slice(0, 4) } },
  ],
}

async function readTrend(
  { metric, bucket, ...range }: Parameters<'metricTrend'>,
  { metrics }: ServeApiPorts,
) {
  const days = await daysWithFacts(metric, range, metrics)
  const queries = days === undefined ? [] : TREND_ROWS[bucket](metric, days)
  const rows = (await Promise.all(queries.map((query) => queryAll<Rollup>(metrics, query)))).flat()
  return {
    ...metricView(metric as Metric),
    bucket,
    ...range,
    points: rows.filter(({ n }) => n > 0).map(pointOf),
  }
}

function pointOf(rollup: Rollup): Point {
  const { sk, n, sum, min, max, last, digests }: { sk: string } & Aggregate = rollup
  return { date: sk, n, sum, mean: meanOf(rollup), min, max, last, digests }
}
