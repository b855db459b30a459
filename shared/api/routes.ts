/** The routes of the API: the gateway declares these and no others, and serve-api answers each by its key. */
export const ROUTES = {
  digests: { method: 'GET', path: '/v1/digests' },
  digest: { method: 'GET', path: '/v1/digests/{id}' },
  digestItems: { method: 'GET', path: '/v1/digests/{id}/items' },
  metrics: { method: 'GET', path: '/v1/metrics' },
  metricFacts: { method: 'GET', path: '/v1/metrics/{metric}/facts' },
  metricTrend: { method: 'GET', path: '/v1/metrics/{metric}/trend' },
} as const

export type RouteName = keyof typeof ROUTES

/** The key that API Gateway gives with a request: `GET /v1/digests/{id}`. */
export function routeNamed(routeKey: string): RouteName | undefined {
  return (Object.keys(ROUTES) as RouteName[]).find(
    (name) => `${ROUTES[name].method} ${ROUTES[name].path}` === routeKey,
  )
}
