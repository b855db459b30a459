import type { Parameters } from '../shared/api/parameters.ts'
import type { RouteName } from '../shared/api/routes.ts'
import type { AnswerBody } from '../shared/api/schemas.ts'
import { headKey } from '../shared/store/keys.ts'
import { describeDigest, listDigests } from './api/digests.route.ts'
import { listEntities } from './api/entities.route.ts'
import { listAllFacts, listDigestFacts, listFacts } from './api/facts.route.ts'
import { findSeries } from './api/find-series.route.ts'
import { listItems, readItem } from './api/items.route.ts'
import { listMetrics } from './api/metrics.route.ts'
import type { ServeApiPorts } from './api/ports.ts'
import { searchItems } from './api/search.route.ts'
import { describeSeries, readPoints, readTable } from './api/series.route.ts'
import { listTellings } from './api/tellings.route.ts'
import { readTrend } from './api/trend.route.ts'

/** Answers each route with the body of a 200; anything else is a thrown Problem. */
export const ANSWERS: {
  [N in RouteName]: (given: Parameters<N>, ports: ServeApiPorts) => Promise<AnswerBody<N>>
} = {
  digests: listDigests,
  digest: describeDigest,
  digestItems: listItems,
  item: readItem,
  metrics: listMetrics,
  metricFacts: listFacts,
  metricTrend: readTrend,
  digestFacts: listDigestFacts,
  facts: listAllFacts,
  entities: listEntities,
  series: findSeries,
  oneSeries: describeSeries,
  seriesPoints: readPoints,
  seriesTellings: listTellings,
  seriesTable: readTable,
  search: searchItems,
  openapi: describeApi,
  health: readBothTables,
}

/** Written on demand, from schemas that no other route needs. */
async function describeApi(): Promise<AnswerBody<'openapi'>> {
  const { openApiDocument } = await import('../shared/api/openapi.ts')
  return openApiDocument()
}

async function readBothTables(_given: Parameters<'health'>, { items, metrics }: ServeApiPorts) {
  const nobody = headKey('health')
  await Promise.all([items.get(nobody), metrics.get(nobody)])
  return { status: 'ok' as const }
}
