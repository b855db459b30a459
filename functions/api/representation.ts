import { mediaTypeFor } from '../../shared/api/negotiate.ts'
import { type Format, type Parameters, pathParameters } from '../../shared/api/parameters.ts'
import { ROUTES, type RouteName } from '../../shared/api/routes.ts'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import type { TableRoute } from '../../shared/api/tables.ts'

export const MEDIA_TYPES: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
}

/** The format that the parameter `format` names, or else the header Accept. */
export function formatOf(given: { format?: Format }, accept: string | undefined): Format {
  if (given.format !== undefined) return given.format
  return mediaTypeFor(accept, ['application/json', 'text/csv']) === 'text/csv' ? 'csv' : 'json'
}

/** An answer as text; what is no table is always JSON. */
export async function textOf<N extends RouteName>(
  route: N,
  given: Parameters<N>,
  body: AnswerBody<N>,
  format: Format,
): Promise<{ text: string; format: Format }> {
  if (format === 'json' || !isTable(route)) return { text: JSON.stringify(body), format: 'json' }
  if (format === 'jsonl') return { text: linesOf((body as AnswerBody<'metricFacts'>).facts), format }
  const { tableOf } = await import('../../shared/api/tables.ts')
  return { text: tableOf(route, given as Parameters<TableRoute>, body as AnswerBody<TableRoute>), format }
}

const isTable = (route: RouteName): route is TableRoute => route !== 'openapi' && route !== 'health'

const linesOf = (things: readonly object[]): string =>
  things.map((thing) => `${JSON.stringify(thing)}\n`).join('')

/** The header Link to the next page of the same walk. */
export function linkToNext(
  route: RouteName,
  path: Record<string, string | undefined>,
  query: Record<string, string | undefined>,
  next: string,
): string {
  const place = pathParameters(route).reduce(
    (text, name) => text.replace(`{${name}}`, encodeURIComponent(path[name] ?? '')),
    ROUTES[route].path as string,
  )
  return `<${place}?${new URLSearchParams({ ...query, cursor: next })}>; rel="next"`
}
