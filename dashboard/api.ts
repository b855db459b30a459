import type { AnswerBody } from '../shared/api/schemas.ts'
import type { Point } from '../shared/series/trend.ts'

export type Metric = AnswerBody<'metrics'>['metrics'][number]
export type Trend = Omit<AnswerBody<'metricTrend'>, 'points'> & { points: Point[] }
export type { Point }
export type Fact = AnswerBody<'metricFacts'>['facts'][number]
export type Item = AnswerBody<'item'>
export type Digest = AnswerBody<'digest'>

/** An answer that is not the one asked for, in the words of the API; of status 0 where there is none. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Kept for the session only: a token lets its bearer read. */
const TOKEN = 'digest-metrics-token'

export const hasToken = (): boolean => sessionStorage.getItem(TOKEN) !== null

export const keepToken = (token: string): void => sessionStorage.setItem(TOKEN, token)

type Query = Readonly<Record<string, string | number | undefined>>

export const metrics = () => read<AnswerBody<'metrics'>>('v1/metrics').then((body) => body.metrics)

export const trend = (metric: string, query: Query, signal?: AbortSignal) =>
  read<Trend>(`v1/metrics/${metric}/trend`, query, signal)

export const trendCsv = (metric: string, query: Query) =>
  request(`v1/metrics/${metric}/trend`, { ...query, format: 'csv' }).then((response) => response.blob())

export const facts = (metric: string, query: Query) =>
  read<AnswerBody<'metricFacts'>>(`v1/metrics/${metric}/facts`, query)

export const item = (digest: string, n: number) => read<Item>(`v1/items/${digest}/${n}`)

/** @returns undefined where there is no such digest (yet) */
export async function digest(id: string): Promise<Digest | undefined> {
  try {
    return await read<Digest>(`v1/digests/${id}`)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined
    throw error
  }
}

const read = <Body>(path: string, query?: Query, signal?: AbortSignal): Promise<Body> =>
  request(path, query, signal).then((response) => response.json())

/** @throws ApiError with what the API says, or that it cannot be reached; of another name where it was aborted */
async function request(path: string, query: Query = {}, signal?: AbortSignal): Promise<Response> {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  const token = sessionStorage.getItem(TOKEN)
  const headers: HeadersInit = token === null ? {} : { authorization: `Bearer ${token}` }
  // What was uploaded a moment ago must show; what has not changed costs no more than asking.
  const cache = 'no-cache'
  const response = await fetch(`${path}?${new URLSearchParams(given)}`, { headers, signal, cache }).catch(
    (error: unknown) => {
      throw error instanceof TypeError ? new ApiError(0, 'The API cannot be reached.') : error
    },
  )
  if (response.ok) return response
  throw new ApiError(response.status, await saidBy(response))
}

/** The detail of a problem document, or what a gateway says. */
async function saidBy(response: Response): Promise<string> {
  const body: { detail?: string; message?: string } = await response.json().catch(() => ({}))
  return body.detail ?? body.message ?? response.statusText
}
