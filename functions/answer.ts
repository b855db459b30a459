import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Encoding, encodingFor, namesTag } from '../shared/api/negotiate.ts'
import { readParameters } from '../shared/api/parameters.ts'
import { badParameter, notFound, Problem } from '../shared/api/problem.ts'
import { ROUTES, type RouteName, routeNamed } from '../shared/api/routes.ts'
import type { ServeApiPorts } from './api/ports.ts'
import { formatOf, linkToNext, MEDIA_TYPES, textOf } from './api/representation.ts'
import type { Log } from './log.ts'
import { ANSWERS } from './serve-api.ts'

type Texts = Record<string, string | undefined>

/** What serve-api reads of an event of the gateway. */
export interface ApiRequest {
  /** As the gateway gives it: `GET /v1/digests/{id}`. */
  routeKey: string
  pathParameters?: Texts
  queryStringParameters?: Texts
  /** Names in lower case. */
  headers?: Texts
  /** The gateway's id of the request, which its access log has too. */
  requestContext?: { requestId: string }
}

export interface Answer {
  statusCode: number
  headers: Record<string, string>
  body: string
  isBase64Encoded?: boolean
}

/** Answers one request: the only place where errors become HTTP. */
export async function answer(request: ApiRequest, ports: ServeApiPorts, log: Log): Promise<Answer> {
  try {
    return await answerRoute(request, ports)
  } catch (error) {
    const problem = error instanceof Problem ? error : unexpected(error)
    log[problem.status < 500 ? 'info' : 'error']('request refused', {
      requestId: request.requestContext?.requestId,
      routeKey: request.routeKey,
      status: problem.status,
      detail: problem.message,
      error: problem.cause,
    })
    return {
      statusCode: problem.status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
      body: JSON.stringify(problem),
    }
  }
}

function unexpected(cause: unknown): Problem {
  return new Problem(500, 'The request could not be answered; the log says why', { cause })
}

async function answerRoute<N extends RouteName>(request: ApiRequest, ports: ServeApiPorts): Promise<Answer> {
  const { routeKey, pathParameters: path = {}, queryStringParameters: query = {}, headers = {} } = request
  const route = routeNamed(routeKey) as N | undefined
  if (route === undefined) {
    const known = Object.values(ROUTES).map(({ path }) => path)
    throw notFound(`There is no route ${routeKey}; there are ${known.join(', ')}`)
  }
  const given = readParameters(route, path, query)
  const body = await ANSWERS[route](given, ports)
  const { text, format } = await textOf(route, given, body, formatOf(given, headers.accept))
  const { next } = body as { next?: string }
  return encoded(text, headers, {
    'content-type': MEDIA_TYPES[format],
    'cache-control': cacheControl(route, given as { to?: string }, body as { to?: string }, ports.now()),
    vary: 'accept, accept-encoding',
    ...(next && { link: linkToNext(route, path, query, next) }),
  })
}

/** Seconds for which a range that is over need not be asked for again; digests that come late show after it. */
const CLOSED_SECONDS = 24 * 60 * 60
const DESCRIPTION_SECONDS = 60 * 60

/**
 * A range whose last bucket ended before this month is kept for a day; all else is asked for each time, which its entity
 * tag makes cheap. Whether caches that many share may keep it is left to the rule for requests with an authorization
 * (RFC 9111, section 3.5): they may where reading is open, and where it is not they may not.
 */
function cacheControl(route: RouteName, given: { to?: string }, body: { to?: string }, now: number): string {
  if (route === 'health') return 'no-store'
  if (route === 'openapi') return `max-age=${DESCRIPTION_SECONDS}`
  const lastDay = given.to && (body.to ?? given.to)
  const month = new Date(now).toISOString().slice(0, 'yyyy-mm'.length)
  return lastDay !== undefined && lastDay < month ? `max-age=${CLOSED_SECONDS}` : 'no-cache'
}

/** Shorter answers fit in one packet, compressed or not. */
const COMPRESSED_BYTES = 1_400
/** Lambda passes on 6 MB at most, with the headers. */
const MOST_BYTES = 5_900_000

/** The answer in the encoding that the request accepts, or that it is the one which the reader has already. */
async function encoded(text: string, headers: Texts, describing: Record<string, string>): Promise<Answer> {
  const worthIt = text.length >= COMPRESSED_BYTES
  const encoding = worthIt ? encodingFor(headers['accept-encoding']) : undefined
  const etag = entityTag(text, encoding)
  const described = { ...describing, etag }
  if (namesTag(headers['if-none-match'], etag)) return { statusCode: 304, headers: described, body: '' }
  const answered =
    encoding === undefined
      ? { statusCode: 200, headers: described, body: text }
      : {
          statusCode: 200,
          headers: { ...described, 'content-encoding': encoding },
          body: (await COMPRESS[encoding](text)).toString('base64'),
          isBase64Encoded: true,
        }
  if (Buffer.byteLength(answered.body) <= MOST_BYTES) return answered
  const accepted = 'a day from which on the answer has fewer points'
  throw badParameter('from', `from is not ${accepted}: this one is larger than ${MOST_BYTES} bytes`, accepted)
}

/** Strong: it differs wherever a byte of the answer does, so each encoding has its own. */
function entityTag(text: string, encoding: Encoding | undefined): string {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  return `"${hash}${encoding === undefined ? '' : `-${encoding}`}"`
}

/** Brotli at its default quality takes a hundred times longer, to save a tenth. */
const BROTLI_QUALITY = 4

const COMPRESS: Record<Encoding, (text: string) => Promise<Buffer>> = {
  br: (text) =>
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (text) => promisify(gzip)(text),
}
