import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Cors, corsHeaders, preflightHeaders } from './cors.ts'
import { FunctionError, type FunctionPool } from './function-pool.ts'
import { type Answer, message } from './gateway-answer.ts'
import type { LocalPages } from './local-pages.ts'
import { closeServer, HOST, listenAs } from './ports.ts'
import type { Progress } from './rebuild.ts'
import { refusalOf } from './same-machine.ts'
import type { TokenCheck } from './token-check.ts'

export interface GatewayRoute {
  /** As in the template: `GET /v1/digests/{id}`. */
  routeKey: string
  target: FunctionPool
  /** Whom it lets in; without it everyone. */
  authorizer?: TokenCheck
}

export interface Gateway {
  url: string
  close(): Promise<void>
}

/** HTTP APIs take requests up to this size. */
const MAX_BODY_BYTES = 10 * 1024 * 1024

export interface GatewayOptions {
  cors?: Cors
  /** What is served where no route is. */
  pages?: LocalPages
  /** How far the tables are with becoming what they were before a restart; undefined where they are. */
  rebuilding?(): Progress | undefined
  /** Hears why a request was answered with 5xx by the gateway itself. */
  warn?(message: string): void
}

/** How many of the digests are through, of how many: in every answer while there are others. */
export const REBUILDING_HEADER = 'digest-metrics-rebuilding'

/**
 * Serves the routes of one HTTP API.
 * @param port as in listenAs
 * @throws Error naming the port where it is given and taken
 */
export async function startGateway(
  routes: readonly GatewayRoute[],
  port: number | undefined,
  { cors, pages, rebuilding = () => undefined, warn = () => {} }: GatewayOptions = {},
): Promise<Gateway> {
  const server = createServer((request, response) => {
    const { origin } = request.headers
    const refusal = refusalOf(request, cors?.AllowOrigins)
    if (refusal !== undefined) {
      send(response, message(403, refusal))
      request.resume()
      return
    }
    const progress = rebuilding()
    if (progress !== undefined) response.setHeader(REBUILDING_HEADER, `${progress.done}/${progress.of}`)
    for (const [name, value] of Object.entries(corsHeaders(cors, origin))) response.setHeader(name, value)
    if (cors !== undefined && isPreflight(request)) {
      response.writeHead(204, preflightHeaders(cors, origin)).end()
      return
    }
    answer(request, routes, pages).then(
      (answered) => send(response, progress === undefined ? answered : telling(answered, request, progress)),
      (error: Error) => {
        warn(`${request.method} ${request.url}: ${error.message}`)
        send(response, failure(error))
      },
    )
  })
  return { url: await listenAs('the API', server, port), close: () => closeServer(server) }
}

/** Health says in words what the header says of every answer. */
function telling(answered: Answer, { url }: IncomingMessage, rebuilding: Progress): Answer {
  if (url?.split('?')[0] !== '/health' || answered.statusCode !== 200) return answered
  const text = answered.isBase64Encoded ? Buffer.from(answered.body, 'base64').toString() : answered.body
  return { ...answered, isBase64Encoded: false, body: JSON.stringify({ ...JSON.parse(text), rebuilding }) }
}

const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined

async function answer(
  request: IncomingMessage,
  routes: readonly GatewayRoute[],
  pages: LocalPages | undefined,
): Promise<Answer> {
  const url = new URL(request.url ?? '/', `http://${HOST}`)
  const method = request.method ?? 'GET'
  const match = matchRoute(method, url.pathname, routes)
  const claims = await match?.route.authorizer?.(request.headers.authorization)
  if (match?.route.authorizer !== undefined && claims === undefined) return unauthorized()
  const body = await readBody(request)
  if (body === undefined) return message(413, 'Request Entity Too Large')
  if (match === undefined) {
    const path = decoded(url.pathname)
    return pages?.answer({ method, path, headers: request.headers, body }) ?? message(404, 'Not Found')
  }
  return answerOf(await match.route.target.invoke(eventOf(request, url, match, body, claims)))
}

export interface RouteMatch<R> {
  route: R
  pathParameters: Record<string, string>
}

/** The route that API Gateway would choose: a full match before one with parameters, before a greedy one, before `$default`. */
export function matchRoute<R extends { routeKey: string }>(
  method: string,
  path: string,
  routes: readonly R[],
): RouteMatch<R> | undefined {
  const given = path.split('/')
  const matches = routes.flatMap((route) => {
    if (route.routeKey === '$default') return [{ route, pathParameters: {}, rank: 3 }]
    const [routeMethod, routePath = ''] = route.routeKey.split(' ')
    if (routeMethod !== method && routeMethod !== 'ANY') return []
    const pathParameters = matchPath(routePath.split('/'), given)
    return pathParameters === undefined ? [] : [{ route, pathParameters, rank: rankOf(routePath) }]
  })
  return matches.sort((a, b) => a.rank - b.rank)[0]
}

function rankOf(path: string): number {
  if (!path.includes('{')) return 0
  return path.includes('+}') ? 2 : 1
}

function matchPath(pattern: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {}
  for (const [at, part] of pattern.entries()) {
    const name = /^\{(\w+)(\+?)\}$/.exec(part)
    const value = name?.[2] ? given.slice(at).join('/') : given[at]
    if (value === undefined || value === '') {
      if (name !== null || part !== value) return undefined
      continue
    }
    if (name === null && part !== value) return undefined
    if (name?.[1]) parameters[name[1]] = decoded(value)
    if (name?.[2]) return parameters
  }
  return pattern.length === given.length ? parameters : undefined
}

/** Percent-decoded where that is possible. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

function eventOf(
  request: IncomingMessage,
  url: URL,
  { route, pathParameters }: RouteMatch<GatewayRoute>,
  body: Buffer,
  claims: object | undefined,
) {
  const { cookie, ...headers } = request.headers
  const query: Record<string, string> = {}
  for (const [name, value] of url.searchParams) {
    query[name] = Object.hasOwn(query, name) ? `${query[name]},${value}` : value
  }
  const now = new Date()
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: decoded(url.pathname),
    rawQueryString: url.search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(',')]),
    ),
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      accountId: 'anonymous',
      apiId: 'local',
      ...(claims && { authorizer: { jwt: { claims, scopes: null } } }),
      domainName: request.headers.host ?? HOST,
      domainPrefix: 'local',
      http: {
        method: request.method,
        path: decoded(url.pathname),
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? HOST,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  }
}

/** An object without a status code is the body itself. */
export function answerOf(result: unknown): Answer {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    return { ...message(200, ''), body: typeof result === 'string' ? result : JSON.stringify(result) }
  }
  const given = result as { statusCode: number; headers?: Record<string, unknown> } & Partial<Answer>
  return {
    statusCode: given.statusCode,
    headers: {
      'content-type': 'application/json',
      ...Object.fromEntries(
        Object.entries(given.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
      ),
    },
    cookies: given.cookies ?? [],
    body: given.body ?? '',
    isBase64Encoded: given.isBase64Encoded ?? false,
  }
}

const unauthorized = (): Answer => {
  const answer = message(401, 'Unauthorized')
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer' } }
}

/** What the gateway says for a function that did not answer. */
function failure(error: unknown): Answer {
  const timedOut = error instanceof FunctionError && error.how === 'timed out'
  return timedOut ? message(503, 'Service Unavailable') : message(500, 'Internal Server Error')
}

function send(
  response: ServerResponse,
  { statusCode, headers, cookies, body, isBase64Encoded }: Answer,
): void {
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  response.writeHead(statusCode, headers).end(isBase64Encoded ? Buffer.from(body, 'base64') : body)
}

/** @returns undefined when the body is too large */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
