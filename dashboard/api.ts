import type { AnswerBody } from '../shared/api/schemas.ts'
import type { Digest, Item, SeriesPoint, SeriesView, Telling } from './answers.ts'

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

export const findSeries = (query: Query, signal?: AbortSignal) =>
  read<{ series: SeriesView[]; next?: string }>('v1/series', query, signal)

export const oneSeries = (id: string) => read<SeriesView>(`v1/series/${id}`)

/** A curve with the days that `query` asks for. */
export const points = (id: string, query: Query, signal?: AbortSignal) =>
  read<{ series: SeriesView; points: SeriesPoint[]; next?: string }>(`v1/series/${id}/points`, query, signal)

export const tellings = (id: string, query: Query) =>
  read<{ tellings: Telling[]; next?: string }>(`v1/series/${id}/tellings`, query)

export const pointsCsv = (id: string, query: Query) =>
  request(`v1/series/${id}/points`, { ...query, format: 'csv' }).then((response) => response.blob())

export const facts = (query: Query, signal?: AbortSignal) =>
  read<AnswerBody<'metricFacts'>>('v1/facts', query, signal)

export const item = (digest: string, n: number) => read<Item>(`v1/items/${digest}/${n}`)

export const digest = (id: string) => read<Digest>(`v1/digests/${id}`)

/** Whether the API lists a digest of this id, ready or refused. */
export const isListed = (id: string): Promise<boolean> =>
  read<AnswerBody<'digests'>>('v1/digests', { id }).then((body) => body.digests.length > 0)

/** What changes whenever figures were read, from wherever. */
export const stateOfFigures = (): Promise<string> =>
  read<AnswerBody<'metrics'>>('v1/metrics').then((body) => JSON.stringify(body))

const read = <Body>(path: string, query?: Query, signal?: AbortSignal): Promise<Body> =>
  request(path, query, signal).then((response) => response.json())

/** @throws ApiError with what the API says, or that it cannot be reached; of another name where it was aborted */
async function request(path: string, query: Query = {}, signal?: AbortSignal): Promise<Response> {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  const token = sessionStorage.getItem(TOKEN)
  const headers: HeadersInit = token === null ? {} : { authorization: `Bearer ${token}` }
  // What was uploaded a moment ago must show; what has not changed costs no more than asking.
  const cache = 'no-cache'
  const asked = new URLSearchParams(given).toString()
  const response = await fetch(asked ? `${path}?${asked}` : path, { headers, signal, cache }).catch(
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
