import * as v from 'valibot'
import { METRICS } from '../quantities/metrics.ts'
import { badParameter } from './problem.ts'
import type { RouteName } from './routes.ts'

/** Things on one page of a list. */
const PAGE = { default: 100, most: 1000 } as const

export const BUCKETS = ['day', 'month', 'year'] as const
export type TrendBucket = (typeof BUCKETS)[number]

const day = v.optional(v.pipe(v.string(), v.check(isDay, 'a day of the calendar, yyyy-mm-dd')))

/** Both days inclusive; without them a list has no bound on that side. */
const range = { from: day, to: day }

const page = {
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,6}$/, `a whole number from 1 to ${PAGE.most}`),
      v.transform(Number),
      v.minValue(1, `a whole number from 1 to ${PAGE.most}`),
      v.maxValue(PAGE.most, `a whole number from 1 to ${PAGE.most}`),
    ),
    String(PAGE.default),
  ),
  cursor: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,4096}$/, 'a cursor as an earlier page gave it')),
  ),
}

const digestId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'the id of a digest: 32 hexadecimal digits'))
const metric = v.pipe(
  v.string(),
  v.check((name) => Object.hasOwn(METRICS, name), 'the name of a metric: /v1/metrics lists those with facts'),
)

/** What each route accepts, path and query together. */
export const PARAMETERS = {
  digests: v.strictObject({ ...range, ...page }),
  digest: v.strictObject({ id: digestId }),
  digestItems: v.strictObject({ id: digestId, ...page }),
  metrics: v.strictObject({}),
  metricFacts: v.strictObject({ metric, ...range, ...page }),
  metricTrend: v.strictObject({
    metric,
    ...range,
    bucket: v.optional(v.picklist(BUCKETS, `one of ${BUCKETS.join(', ')}`), 'day'),
  }),
} as const satisfies Record<RouteName, v.GenericSchema>

export type Parameters<N extends RouteName> = v.InferOutput<(typeof PARAMETERS)[N]>

/**
 * The parameters of a request to a route.
 * @throws Problem that names the parameter and what is accepted
 */
export function readParameters<N extends RouteName>(
  route: N,
  given: Record<string, string | undefined>,
): Parameters<N> {
  const result = v.safeParse(PARAMETERS[route], given)
  if (result.success) {
    checkRange(given)
    return result.output as Parameters<N>
  }
  const issue = result.issues[0]
  const name = String(issue.path?.[0]?.key ?? '')
  const accepted = Object.keys(PARAMETERS[route].entries)
  if (!accepted.includes(name)) {
    throw badParameter(name, `There is no parameter ${name} here; accepted: ${accepted.join(', ') || 'none'}`)
  }
  throw badParameter(name, `${name} is not ${issue.message}`)
}

function checkRange(parameters: { from?: string; to?: string }): void {
  const { from, to } = parameters
  if (from !== undefined && to !== undefined && from > to)
    throw badParameter('to', `to (${to}) is before from (${from})`)
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text)
}
