import * as v from 'valibot'
import { compare } from '../model/decimal.ts'
import { LANGUAGES } from '../model/digest.ts'
import { KINDS, MODALITIES, ROLES, STATUSES } from '../model/fact.ts'
import { METRICS } from '../model/metrics.ts'
import { BUCKETS, isDay, SERIES_BUCKETS } from '../series/buckets.ts'
import { MEASURES } from '../series/measures.ts'
import { COMPARISONS, FILLS } from '../series/trend.ts'
import { badParameter, notFound } from './problem.ts'
import { ROUTES, type RouteName } from './routes.ts'

/** Things on one page of a list. */
const PAGE = { default: 100, most: 1000 } as const

const FORMATS = ['json', 'csv'] as const
const FACT_FORMATS = [...FORMATS, 'jsonl'] as const
export type Format = (typeof FACT_FORMATS)[number]

const text = (pattern: RegExp, accepted: string) => v.pipe(v.string(), v.regex(pattern, accepted))

const oneOf = <const T extends readonly string[]>(values: T) =>
  v.picklist(values, `one of ${values.join(', ')}`)

const wholeNumber = (least: number, most: number) => {
  const accepted = `a whole number from ${least} to ${most}`
  return v.pipe(
    text(/^\d{1,9}$/, accepted),
    v.transform(Number),
    v.number(),
    v.integer(),
    v.minValue(least, accepted),
    v.maxValue(most, accepted),
  )
}

/** Digests are dated in these two centuries. */
const DAYS = { first: '1900-01-01', last: '2099-12-31' } as const
const acceptedDay = `a day from ${DAYS.first} to ${DAYS.last}, yyyy-mm-dd`
const day = v.pipe(
  v.string(),
  v.isoDate(acceptedDay),
  v.check((given) => isDay(given) && given >= DAYS.first && given <= DAYS.last, acceptedDay),
)

/** Both days inclusive; without one a list has no bound on that side. */
const range = {
  from: v.optional(v.pipe(day, v.description('First day.'))),
  to: v.optional(v.pipe(day, v.description('Last day, inclusive.'))),
}

const page = {
  limit: v.optional(
    v.pipe(wholeNumber(1, PAGE.most), v.description('Things on a page, at most.')),
    String(PAGE.default),
  ),
  cursor: v.optional(
    v.pipe(
      text(/^[\w.-]{1,4096}$/, 'a cursor that an earlier page of this same query gave'),
      v.description('The `next` of the page before.'),
    ),
  ),
}

const format = {
  format: v.optional(
    v.pipe(oneOf(FORMATS), v.description('Goes before the header Accept, which may ask for text/csv.')),
  ),
}

const words = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('a text of 1 to 200 characters'),
  v.maxLength(200, 'a text of 1 to 200 characters'),
)

const amount = text(/^-?\d{1,30}(?:\.\d{1,30})?$/, 'a number in plain notation, such as -12.5')

const digestId = v.pipe(
  text(/^[0-9a-f]{32}$/, 'the id of a digest: 32 hexadecimal digits'),
  v.description('Id of a digest.'),
)

const metric = v.pipe(
  oneOf(Object.keys(METRICS) as [keyof typeof METRICS]),
  v.description('Name of a metric: those with facts are in /v1/metrics.'),
)

const subject = v.optional(
  v.pipe(words, v.description('Only facts whose subject holds this text, in any case of letters.')),
)
const status = v.optional(
  v.pipe(oneOf(STATUSES), v.description('Only facts of patients of whom this is said.')),
)

const measure = v.optional(
  v.pipe(
    v.string(),
    v.transform((given) => given.split(',')),
    v.array(v.picklist(MEASURES, `one or more of ${MEASURES.join(', ')}, with commas`)),
    v.check((all) => new Set(all).size === all.length, 'a list that names each measure once'),
    v.description('What to tell of the amounts of each bucket; quantiles are read from a sketch.'),
  ),
  'count,sum,mean,min,max,last',
)

const entity = v.optional(v.pipe(words, v.description('An entity, by its id or any of its names.')))
const kind = v.optional(v.pipe(oneOf(KINDS), v.description('Only figures of this kind.')))
const modality = v.optional(
  v.pipe(oneOf(MODALITIES), v.description('Only what is reported, expected, planned or a limit.')),
)
const unit = v.optional(v.pipe(words, v.description('Only figures in this unit.')))

/** Which facts a list has, beside their metric. */
const factFilters = {
  ...range,
  subject,
  entity,
  status,
  kind,
  modality,
  unit,
  role: v.optional(
    v.pipe(
      oneOf([...ROLES, 'none']),
      v.description('Only facts with this role; `none`: those without, which trends count.'),
    ),
  ),
  min: v.optional(v.pipe(amount, v.description("Only amounts from this on, in the metric's unit."))),
  max: v.optional(v.pipe(amount, v.description("Only amounts up to this, in the metric's unit."))),
  order: v.optional(v.pipe(oneOf(['asc', 'desc']), v.description('By day.')), 'asc'),
  ...page,
  format: v.optional(
    v.pipe(oneOf(FACT_FORMATS), v.description('`jsonl`: one fact on each line, and nothing else.')),
  ),
}

const seriesId = v.pipe(
  text(/^[0-9a-z]{8,40}$/, 'the id of a series: small letters and digits'),
  v.description('Id of a series.'),
)

const without = v.optional(
  v.pipe(
    v.string(),
    v.transform((given) => given.split(',')),
    v.array(digestId),
    v.maxLength(50, 'at most 50 ids of digests, with commas'),
    v.description('Ids of digests whose figures are left out.'),
  ),
)

/** What readers can see of an upload. */
export const DIGEST_STATES = ['ready', 'refused'] as const

/** What each route accepts, path and query together. */
export const PARAMETERS = {
  digests: v.strictObject({
    ...range,
    id: v.optional(v.pipe(digestId, v.description('Only the digest of this id, be it ready or refused.'))),
    language: v.optional(v.pipe(oneOf(LANGUAGES), v.description('Only digests in this language.'))),
    state: v.optional(
      v.pipe(
        oneOf(DIGEST_STATES),
        v.description(
          'Digests that are served, or uploads that were refused, which have no day and no language.',
        ),
      ),
      'ready',
    ),
    ...page,
    ...format,
  }),
  digest: v.strictObject({ id: digestId, ...format }),
  digestItems: v.strictObject({ id: digestId, ...page, ...format }),
  item: v.strictObject({
    digest: digestId,
    n: v.pipe(wholeNumber(1, 99_999), v.description('Position of the item in its digest, from 1.')),
    ...format,
  }),
  metrics: v.strictObject({ ...format }),
  metricFacts: v.strictObject({ metric, ...factFilters }),
  digestFacts: v.strictObject({ id: digestId, ...page, format: factFilters.format }),
  facts: v.strictObject({ metric: v.optional(metric), ...factFilters }),
  entities: v.strictObject({
    q: v.optional(v.pipe(words, v.description('A name, or words of one.'))),
    ...page,
    ...format,
  }),
  series: v.strictObject({
    q: v.optional(
      v.pipe(
        words,
        v.description('Words for whose figure it is, what is measured, its kind or unit; any order.'),
      ),
    ),
    entity,
    measure: v.optional(
      v.pipe(words, v.description('Words for what is measured: they rank and never filter.')),
    ),
    metric: v.optional(metric),
    unit,
    status,
    kind,
    modality,
    minDigests: v.optional(
      v.pipe(
        wholeNumber(1, 1_000_000),
        v.description('Only series that so many digests tell; 3 where nothing is asked for, else 1.'),
      ),
    ),
    minPoints: v.optional(v.pipe(wholeNumber(1, 1_000_000), v.description('Only series of so many points.'))),
    order: v.optional(
      v.pipe(oneOf(['relevance', 'coherence', 'lastDay']), v.description('What comes first.')),
      'relevance',
    ),
    ...page,
    ...format,
  }),
  oneSeries: v.strictObject({ series: seriesId, ...format }),
  seriesPoints: v.strictObject({
    series: seriesId,
    ...range,
    bucket: v.optional(
      v.pipe(
        oneOf(SERIES_BUCKETS),
        v.description('`none`: every period as told. Levels take the last of a bucket, flows add up.'),
      ),
      'none',
    ),
    asTold: v.optional(v.pipe(day, v.description('The curve as digests of up to this day tell it.'))),
    without,
    fill: v.optional(
      v.pipe(oneOf(['none', 'null']), v.description('What stands for buckets without a point.')),
      'none',
    ),
    ...page,
    ...format,
  }),
  seriesTellings: v.strictObject({ series: seriesId, ...range, ...page, ...format }),
  seriesTable: v.strictObject({
    series: seriesId,
    day: v.optional(
      v.pipe(day, v.description('The last points up to this day; without it the last of all.')),
    ),
    by: v.optional(
      v.pipe(oneOf(['entity', 'status']), v.description('Over other entities, or over other states.')),
      'entity',
    ),
    ...format,
  }),
  metricTrend: v.strictObject({
    metric,
    ...range,
    bucket: v.optional(
      v.pipe(oneOf(BUCKETS), v.description('A bucket that the range only touches is whole in it.')),
      'day',
    ),
    measure,
    fill: v.optional(
      v.pipe(
        oneOf(FILLS),
        v.description('What stands for buckets without amounts: no point, nulls or zeros.'),
      ),
      'none',
    ),
    compare: v.optional(
      v.pipe(
        oneOf(COMPARISONS),
        v.description('Adds the change since the bucket before, or the same one a year before.'),
      ),
    ),
    subject,
    entity,
    status,
    kind,
    ...format,
  }),
  search: v.strictObject({
    q: v.optional(
      v.pipe(words, v.description('Words that stand in an item, its lead or its section, in any order.')),
    ),
    subject: v.optional(
      v.pipe(words, v.description('A text that the subject of one of the facts of an item holds.')),
    ),
    ...range,
    ...page,
    ...format,
  }),
  openapi: v.strictObject({}),
  health: v.strictObject({}),
} as const satisfies Record<RouteName, v.GenericSchema>

export type Parameters<N extends RouteName> = v.InferOutput<(typeof PARAMETERS)[N]>

/** Names in the path of a route. */
export const pathParameters = (route: RouteName): string[] =>
  [...ROUTES[route].path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

/**
 * The parameters of a request to a route.
 * @throws Problem that names the parameter and what is accepted: 404 where the path names nothing, else 400
 */
export function readParameters<N extends RouteName>(
  route: N,
  path: Record<string, string | undefined>,
  query: Record<string, string | undefined>,
): Parameters<N> {
  const schema = PARAMETERS[route]
  const inPath = pathParameters(route)
  const accepted = Object.keys(schema.entries).filter((name) => !inPath.includes(name))
  const unknown = Object.keys(query).find((name) => !accepted.includes(name))
  if (unknown !== undefined) {
    const list = accepted.join(', ') || 'none'
    throw badParameter(unknown, `There is no parameter ${unknown} here; accepted: ${list}`, list)
  }
  const result = v.safeParse(schema, { ...query, ...path })
  if (!result.success) {
    const { path: where, message } = result.issues[0]
    const name = String(where?.[0]?.key)
    const refusal = inPath.includes(name) ? notFoundAt : badParameter
    throw refusal(name, `${name} is not ${message}`, message)
  }
  checkBounds(query)
  return result.output as Parameters<N>
}

const notFoundAt = (parameter: string, detail: string, accepted: string) =>
  notFound(detail, { parameter, accepted })

/** Bounds that let nothing through are a mistake. */
function checkBounds({ from, to, min, max }: Record<string, string | undefined>): void {
  if (from !== undefined && to !== undefined && from > to)
    throw badParameter('to', `to (${to}) is before from (${from})`, `a day from ${from} on`)
  if (min !== undefined && max !== undefined && compare(min, max) > 0)
    throw badParameter('max', `max (${max}) is less than min (${min})`, `a number from ${min} up`)
}
