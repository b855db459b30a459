/** The routes of the API: the gateway declares these and no others, and serve-api answers each by its key. */
export const ROUTES = {
  digests: { method: 'GET', path: '/v1/digests', summary: 'Digests by date, without their items' },
  digest: {
    method: 'GET',
    path: '/v1/digests/{id}',
    summary: 'One digest, and whether its facts are served',
  },
  digestItems: { method: 'GET', path: '/v1/digests/{id}/items', summary: 'The items of a digest, in order' },
  item: { method: 'GET', path: '/v1/items/{digest}/{n}', summary: 'One item of a digest' },
  metrics: { method: 'GET', path: '/v1/metrics', summary: 'The metrics that have facts' },
  metricFacts: {
    method: 'GET',
    path: '/v1/metrics/{metric}/facts',
    summary: 'Facts by day, then digest, then place, each with its sentence',
  },
  metricTrend: {
    method: 'GET',
    path: '/v1/metrics/{metric}/trend',
    summary: 'A metric by day, week, month, quarter or year',
  },
  digestFacts: {
    method: 'GET',
    path: '/v1/digests/{id}/facts',
    summary: 'The facts of a digest, in the order of its text',
  },
  facts: {
    method: 'GET',
    path: '/v1/facts',
    summary: 'Facts of all metrics: by metric, day, digest and place',
  },
  entities: { method: 'GET', path: '/v1/entities', summary: 'Who, where and what figures are told of' },
  series: {
    method: 'GET',
    path: '/v1/series',
    summary: 'Series that words speak of, or those worth looking at',
  },
  oneSeries: { method: 'GET', path: '/v1/series/{series}', summary: 'One series, with its last points' },
  seriesPoints: {
    method: 'GET',
    path: '/v1/series/{series}/points',
    summary: 'The points of a series, each chosen from its tellings',
  },
  seriesTellings: {
    method: 'GET',
    path: '/v1/series/{series}/tellings',
    summary: 'What points were chosen from, each with its sentence',
  },
  seriesTable: {
    method: 'GET',
    path: '/v1/series/{series}/table',
    summary: 'The same variable of other entities, or of other states',
  },
  search: { method: 'GET', path: '/v1/search', summary: 'Items by words or by subject, newest digest first' },
  openapi: { method: 'GET', path: '/openapi.json', summary: 'This description' },
  health: { method: 'GET', path: '/health', summary: 'Whether both tables can be read' },
} as const

export type RouteName = keyof typeof ROUTES

/** The key that API Gateway gives with a request: `GET /v1/digests/{id}`. */
export function routeNamed(routeKey: string): RouteName | undefined {
  return (Object.keys(ROUTES) as RouteName[]).find(
    (name) => `${ROUTES[name].method} ${ROUTES[name].path}` === routeKey,
  )
}
