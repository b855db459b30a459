import { matches } from '../../shared/api/filters.ts'
import type { Parameters } from '../../shared/api/parameters.ts'
import { badParameter } from '../../shared/api/problem.ts'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import type { Days } from '../../shared/model/digest.ts'
import { countsInSeries } from '../../shared/model/fact.ts'
import { type Aggregate, aggregateOf } from '../../shared/series/aggregate.ts'
import { endOf, startOf } from '../../shared/series/buckets.ts'
import { isQuantile } from '../../shared/series/measures.ts'
import { SKETCH_ERROR } from '../../shared/series/sketch.ts'
import { monthsIn, type Rollup, type YearRow } from '../../shared/series/summaries.ts'
import { firstDayRead, trendOf } from '../../shared/series/trend.ts'
import { AFTER_ALL, dayKey, monthKey, yearKey } from '../../shared/store/keys.ts'
import { queryAll, type Table } from '../adapters/table.ts'
import { yearlyQueries } from '../yearly-queries.ts'
import { contributions, dayOf, daysWithFacts, factsIn } from './facts.route.ts'
import { metricView } from './metrics.route.ts'
import type { ServeApiPorts } from './ports.ts'

type Question = Parameters<'metricTrend'>

/** What roll-ups do not know: a trend of some facts alone is made from the facts. */
const FILTERED_BY = ['subject', 'entity', 'status', 'kind'] as const

/** From roll-ups, however many facts lie under them; of some facts alone from these. */
export async function readTrend(
  given: Question,
  { metrics }: ServeApiPorts,
): Promise<AnswerBody<'metricTrend'>> {
  const { metric, bucket, measure, from, to } = given
  const isFiltered = FILTERED_BY.some((name) => given[name] !== undefined)
  const source = isFiltered ? 'facts' : 'rollups'
  const range = { from: firstDayRead(given), to: to && endOf(bucket, startOf(bucket, to)) }
  const read = source === 'rollups' ? ROLLUPS[bucket] : readFacts
  const points = trendOf(await read(given, range, metrics), given)
  return {
    ...metricView(metric),
    bucket,
    from: from === undefined ? (points[0]?.start ?? null) : startOf(bucket, from),
    to: range.to ?? points.at(-1)?.end ?? null,
    source,
    ...(measure.some(isQuantile) && { quantileError: SKETCH_ERROR }),
    points,
  }
}

/** Reads what the buckets of a range of days, all whole, are made of, in the order of their days. */
type Reader = (given: Question, range: Partial<Days>, metrics: Table) => Promise<Aggregate[]>

const ROLLUPS: Record<Question['bucket'], Reader> = {
  day: readDays,
  week: readDays,
  month: readMonths,
  quarter: readMonths,
  year: readMonths,
}

/** One query for each year in which the metric has amounts. */
async function readDays({ metric }: Question, range: Partial<Days>, metrics: Table): Promise<Aggregate[]> {
  const days = await daysWithFacts(metric, range, metrics)
  if (days === undefined) return []
  const queries = yearlyQueries((year) => dayKey({ metric, day: year }).pk, days)
  const rows = await Promise.all(queries.map((query) => queryAll<Rollup>(metrics, query)))
  return rows.flat()
}

/** One query: for quantiles of the months, which have sketches, else of the years, each of which holds its months. */
async function readMonths(
  { metric, measure }: Pick<Question, 'metric' | 'measure'>,
  { from = '0', to = AFTER_ALL }: Partial<Days>,
  metrics: Table,
): Promise<Aggregate[]> {
  if (measure.some(isQuantile)) {
    const between = { from: from.slice(0, 'yyyy-mm'.length), to: to.slice(0, 'yyyy-mm'.length) }
    return queryAll<Rollup>(metrics, { pk: monthKey(metric, '').pk, between })
  }
  const between = { from: from.slice(0, 'yyyy'.length), to: to.slice(0, 'yyyy'.length) }
  const years = await queryAll<YearRow>(metrics, { pk: yearKey(metric, '').pk, between })
  return years.flatMap(monthsIn).filter(({ firstDay, lastDay }) => firstDay <= to && from <= lastDay)
}

/** Facts that one trend is made of at most: more would not be read in the time of a request. */
const MOST_FACTS = 100_000

async function readFacts(given: Question, range: Partial<Days>, metrics: Table): Promise<Aggregate[]> {
  const { metric, subject, entity, status, kind } = given
  const days = await daysWithFacts(metric, range, metrics)
  if (days === undefined) return []
  await checkSize(metric, days, metrics)
  const aggregates: Aggregate[] = []
  for await (const contribution of contributions(metric, days, {}, metrics)) {
    const day = dayOf(contribution)
    const facts = await factsIn(contribution, { metric, day }, metrics)
    const amounts = facts
      .filter((fact) => countsInSeries(fact) && matches(fact, { subject, entity, status, kind }))
      .flatMap(({ amount }) => amount ?? [])
    aggregates.push(aggregateOf(amounts, day))
  }
  return aggregates
}

/** @throws Problem where a range holds more facts than can be read */
async function checkSize(metric: Question['metric'], days: Days, metrics: Table): Promise<void> {
  const months = await readMonths({ metric, measure: [] }, days, metrics)
  const facts = months.reduce((sum, { n }) => sum + n, 0)
  if (facts <= MOST_FACTS) return
  const accepted = `a day from which on there are at most ${MOST_FACTS} facts to filter`
  throw badParameter(
    'from',
    `from is not ${accepted}: from ${days.from} to ${days.to} there are ${facts}`,
    accepted,
  )
}
