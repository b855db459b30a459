import { matches } from '../../shared/api/filters.ts'
import type { Parameters } from '../../shared/api/parameters.ts'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import type { Days } from '../../shared/model/digest.ts'
import { type Fact, subjectOf } from '../../shared/model/fact.ts'
import type { Contribution, Overflow } from '../../shared/series/contribution.ts'
import type { Extraction } from '../../shared/series/extraction.ts'
import { readFacts } from '../../shared/series/stored-facts.ts'
import type { Rollup } from '../../shared/series/summaries.ts'
import {
  CATALOGUE_PARTITION,
  catalogueKey,
  contributionKey,
  extractionKey,
  factsPartition,
  type MetricDay,
  metricDayNamed,
  overflowKey,
} from '../../shared/store/keys.ts'
import { queryAll, queryRows, type Table } from '../adapters/table.ts'
import { yearlyQueries } from '../yearly-queries.ts'
import { readHead } from './digests.route.ts'
import { type Entry, pageOf } from './pages.ts'
import type { ServeApiPorts } from './ports.ts'

type ListedFact = AnswerBody<'metricFacts'>['facts'][number]

/** Facts by day, then digest, then place; those of restated and former levels and of ranges among them. */
export async function listFacts(
  given: Parameters<'metricFacts'>,
  ports: ServeApiPorts,
): Promise<AnswerBody<'metricFacts'>> {
  const { things, next } = await pageOf('metricFacts', given, ports, (at) =>
    factEntries(given.metric, given, at, ports),
  )
  return { facts: things, next }
}

/** Those of all metrics, one metric after another. */
export async function listAllFacts(
  given: Parameters<'facts'>,
  ports: ServeApiPorts,
): Promise<AnswerBody<'facts'>> {
  const { things, next } = await pageOf('facts', given, ports, async function* (at) {
    const [first = '', ...rest] = at?.split(' ') ?? []
    const known = given.metric === undefined ? await metricsWithFacts(ports) : [given.metric]
    for (const metric of known.filter((name) => name >= first)) {
      const from = metric === first ? rest.join(' ') : undefined
      for await (const entry of factEntries(metric, given, from, ports))
        yield { ...entry, at: `${metric} ${entry.at}` }
    }
  })
  return { facts: things, next }
}

async function metricsWithFacts({ metrics }: ServeApiPorts): Promise<string[]> {
  const rows = await queryAll<Rollup>(metrics, { pk: CATALOGUE_PARTITION })
  return rows.map(({ sk }) => sk)
}

type FactQuestion = Omit<Parameters<'facts'>, 'metric'>

async function* factEntries(
  metric: string,
  { from, to, order, limit, cursor: _, format: __, ...filter }: FactQuestion,
  at: string | undefined,
  { metrics }: ServeApiPorts,
): AsyncGenerator<Entry<ListedFact>> {
  const days = await daysWithFacts(metric, { from, to }, metrics)
  if (days === undefined) return
  const descending = order === 'desc'
  // Most contributions have a fact; where facts are filtered, as many rows are read at once as DynamoDB gives.
  const rows = Object.values(filter).some((value) => value !== undefined) ? undefined : limit + 1
  for await (const contribution of contributions(metric, days, { at, descending, limit: rows }, metrics)) {
    const day = dayOf(contribution)
    const facts = await factsIn(contribution, { metric, day }, metrics)
    for (const fact of descending ? facts.reverse() : facts) {
      const thing = matches(fact, filter) && listed(fact, contribution)
      yield { at: contribution.sk, ...(thing && { thing }) }
    }
  }
}

const listed = (fact: Fact, contribution: Contribution): ListedFact => ({
  digest: contribution.digest,
  day: dayOf(contribution),
  ...fact,
  subject: subjectOf(fact),
})

/** The facts of one digest, in the order of its text. */
export async function listDigestFacts(
  given: Parameters<'digestFacts'>,
  ports: ServeApiPorts,
): Promise<AnswerBody<'digestFacts'>> {
  await readHead(given.id, 'id', ports)
  const { things, next } = await pageOf('digestFacts', given, ports, async function* (at) {
    for (const fact of await factsOfDigest(given.id, ports.metrics)) {
      const place = `${String(fact.item).padStart(5, '0')} ${String(fact.start).padStart(7, '0')}`
      if (at === undefined || place >= at) yield { at: place, thing: fact }
    }
  })
  return { facts: things, next }
}

/** Of what the digest's extraction touched, the contributions that stand. */
export async function factsOfDigest(digest: string, metrics: Table): Promise<ListedFact[]> {
  const extraction = await metrics.get<Extraction>(extractionKey(digest))
  const each = await Promise.all(
    (extraction?.touched ?? []).map(async (name) => {
      const metricDay = metricDayNamed(name)
      const contribution = await metrics.get<Contribution>(contributionKey(metricDay, digest))
      if (contribution === undefined) return []
      const facts = await factsIn(contribution, metricDay, metrics)
      return facts.map((fact) => listed(fact, contribution))
    }),
  )
  return each.flat().sort((a, b) => a.item - b.item || a.start - b.start)
}

/** Contributions of a metric in the order of their days, read `limit` rows at once. */
export async function* contributions(
  metric: string,
  days: Days,
  { limit, ...walk }: { at?: string; descending?: boolean; limit?: number },
  metrics: Table,
): AsyncGenerator<Contribution> {
  for (const query of yearlyQueries((year) => factsPartition(metric, year), days, walk)) {
    yield* queryRows<Contribution>(metrics, { ...query, limit })
  }
}

export const dayOf = ({ sk }: Contribution): string => sk.slice(0, 'yyyy-mm-dd'.length)

/**
 * All facts of a contribution; those of the one that has replaced it meanwhile, where its overflow is gone already.
 * @throws Error where one of its chunks is not there
 */
export async function factsIn(
  contribution: Contribution,
  metricDay: MetricDay,
  metrics: Table,
): Promise<Fact[]> {
  const { pk, sk, digest, version, facts, chunks } = contribution
  const all = readFacts(facts, metricDay.day)
  for (let chunk = 1; chunk < chunks; chunk++) {
    const overflow = await metrics.get<Overflow>(overflowKey(metricDay, digest, version, chunk))
    if (overflow?.facts === undefined) {
      const now = await metrics.get<Contribution>({ pk, sk })
      if (now !== undefined && now.version !== version) return factsIn(now, metricDay, metrics)
      throw new Error(`Chunk ${chunk} of the contribution of ${digest} is not there`)
    }
    all.push(...readFacts(overflow.facts, metricDay.day))
  }
  return all
}

/** The days of a range on which a metric has amounts at all, by the catalogue; undefined where there are none. */
export async function daysWithFacts(
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
