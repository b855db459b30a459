import * as v from 'valibot'
import { DATE_SOURCES, ITEM_KINDS, LANGUAGES } from '../model/digest.ts'
import { DIGEST_ERROR_REASONS } from '../model/digest-error.ts'
import {
  BOUNDS,
  CHANGES,
  ENTITY_SOURCES,
  type Fact,
  KIND_SOURCES,
  KINDS,
  MODALITIES,
  MOVES,
  OVERS,
  PERIOD_SOURCES,
  ROLES,
  STATUSES,
} from '../model/fact.ts'
import { METRICS } from '../model/metrics.ts'
import { DAYS_KNOWN } from '../model/point-words.ts'
import { BUCKETS, SERIES_BUCKETS } from '../series/buckets.ts'
import { MEASURES, type Measure } from '../series/measures.ts'
import type { RouteName } from './routes.ts'
import { day, decimal, entity, series, seriesPoint, telling, whole } from './series-schemas.ts'

/** The shapes of what the API answers: the types of its functions, and the schemas of /openapi.json. */

const next = v.optional(v.pipe(v.string(), v.description('Cursor of the next page; missing on the last.')))

const variant = v.pipe(
  v.string(),
  v.description(
    'Tag of BCP 47 where it says more than the language: "zh-Hant", or of an other one "de", "und-Cyrl".',
  ),
)

const digest = v.object({
  id: v.string(),
  key: v.pipe(v.string(), v.description('Of the object in the bucket.')),
  state: v.picklist(['ready', 'refused']),
  refusal: v.optional(v.object({ reason: v.picklist(DIGEST_ERROR_REASONS), message: v.string() })),
  etag: v.optional(v.string()),
  title: v.optional(v.string()),
  date: v.optional(day),
  dateSource: v.optional(v.picklist(DATE_SOURCES)),
  days: v.optional(
    v.pipe(
      v.object({ from: day, to: day }),
      v.description('First and last day that its items stand at; missing where that is its date for all.'),
    ),
  ),
  language: v.optional(v.picklist(LANGUAGES)),
  variant: v.optional(variant),
  unread: v.optional(
    v.pipe(
      v.array(v.object({ language: v.string(), items: whole })),
      v.description('Items that give no facts, by their language (BCP 47), which nothing here reads.'),
    ),
  ),
  items: v.pipe(whole, v.description('Number of items.')),
})

const item = v.object({
  n: v.pipe(whole, v.description('Position in the digest, from 1.')),
  section: v.nullable(v.string()),
  kind: v.picklist(ITEM_KINDS),
  date: v.pipe(
    v.nullable(day),
    v.description('A day of its own; null where it is of the day of its digest.'),
  ),
  title: v.nullable(v.string()),
  text: v.string(),
  context: v.nullable(v.string()),
  links: v.array(v.object({ text: v.string(), url: v.string() })),
  language: v.picklist(LANGUAGES),
  variant: v.nullable(variant),
  line: v.pipe(whole, v.description('First line in the decoded document, from 1.')),
  start: v.pipe(whole, v.description('Where the source of the item begins in the decoded document.')),
  end: v.pipe(whole, v.description('Where it ends.')),
})

const itemOfDigest = v.object({
  digest: v.pipe(v.string(), v.description('Id of the digest.')),
  digestTitle: v.string(),
  ...item.entries,
  date: v.pipe(day, v.description('Its own day where it has one, else that of its digest.')),
})

const described = {
  metric: v.picklist(Object.keys(METRICS) as [keyof typeof METRICS]),
  label: v.string(),
  unit: v.pipe(
    v.string(),
    v.description(
      'Of every amount: UCUM, ISO 4217, or the singular noun of what is counted, in braces where it is a code as well.',
    ),
  ),
}

const metric = v.object({
  ...described,
  measure: v.pipe(
    v.picklist(['sum', 'mean', 'count']),
    v.description('What says most of its amounts: shares and temperatures do not add up.'),
  ),
  count: v.pipe(whole, v.description('Facts that trends count.')),
  digests: v.pipe(whole, v.description('Digests that they stand in, each counted once a day.')),
  firstDay: day,
  lastDay: day,
})

/** Of each field of a fact, what it holds. */
const FACT_SCHEMAS = {
  metric: v.string(),
  value: v.union([decimal, v.tuple([decimal, decimal])]),
  unit: v.pipe(v.string(), v.description('As the text has it.')),
  bound: v.nullable(v.picklist(BOUNDS)),
  amount: v.pipe(v.nullable(decimal), v.description("In the metric's unit, signed; null for a range.")),
  change: v.pipe(v.nullable(v.picklist(CHANGES)), v.description('The direction of a move.')),
  moved: v.pipe(
    v.nullable(v.picklist(MOVES)),
    v.description('The move was by this, or to this, or from this.'),
  ),
  role: v.pipe(v.nullable(v.picklist(ROLES)), v.description('Trends count only facts without one.')),
  of: v.pipe(
    v.nullable(whole),
    v.description('The whole that this is a part of: its number among the facts of the item, from 0.'),
  ),
  kind: v.picklist(KINDS),
  kindFrom: v.pipe(v.picklist(KIND_SOURCES), v.description('How the kind is known.')),
  over: v.pipe(v.nullable(v.picklist(OVERS)), v.description('The time that a change is over.')),
  modality: v.picklist(MODALITIES),
  period: v.pipe(
    v.object({ from: day, to: day, said: v.picklist(PERIOD_SOURCES) }),
    v.description('The days that the figure holds for, and where that was found.'),
  ),
  entity: v.pipe(
    v.nullable(v.object({ id: v.string(), name: v.string(), from: v.picklist(ENTITY_SOURCES) })),
    v.description('Who, where or what the figure belongs to.'),
  ),
  measure: v.pipe(v.nullable(v.string()), v.description('What is measured.')),
  status: v.nullable(v.picklist(STATUSES)),
  item: v.pipe(whole, v.description('Position of the item in the digest.')),
  start: v.pipe(whole, v.description('In the text of the item, in UTF-16 code units.')),
  end: whole,
  text: v.string(),
  sentence: v.string(),
  rule: v.string(),
} as const satisfies Record<keyof Fact, v.GenericSchema>

const fact = v.object({
  digest: v.pipe(v.string(), v.description('Id of the digest that it stands in.')),
  day,
  ...FACT_SCHEMAS,
  subject: v.pipe(
    v.nullable(v.string()),
    v.description('The name of the entity, else the measure. Goes away with version 1.0.'),
  ),
})

const amountOrNull = v.nullable(decimal)
const amounts = v.partial(
  v.object(
    Object.fromEntries(MEASURES.map((measure) => [measure, amountOrNull])) as Record<
      Measure,
      typeof amountOrNull
    >,
  ),
)

const point = v.object({
  date: v.pipe(v.string(), v.description('2020-01-09, 2020-W02, 2020-01, 2020-Q1 or 2020.')),
  start: v.pipe(day, v.description('First day of the bucket.')),
  end: v.pipe(day, v.description('Its last day, inclusive.')),
  count: whole,
  digests: whole,
  ...v.omit(amounts, ['count']).entries,
  change: v.optional(amounts),
  percentChange: v.optional(amounts),
})

const trend = v.object({
  ...described,
  bucket: v.picklist(BUCKETS),
  from: v.pipe(v.nullable(day), v.description('First day of the first bucket; null where there is none.')),
  to: v.pipe(v.nullable(day), v.description('Last day of the last bucket.')),
  source: v.pipe(
    v.picklist(['rollups', 'facts']),
    v.description('What was read: with a subject or a status the facts themselves.'),
  ),
  quantileError: v.optional(
    v.pipe(v.number(), v.description('Quantiles are this close to the true ones, as a share of them.')),
  ),
  points: v.array(point),
})

const tableRow = v.object({
  series: v.string(),
  entity: v.object({ id: v.string(), name: v.string() }),
  status: v.nullable(v.picklist(STATUSES)),
  start: day,
  end: day,
  value: decimal,
  day: v.picklist(DAYS_KNOWN),
})

/** What each route answers with 200, as JSON. */
export const ANSWER_SCHEMAS = {
  digests: v.object({ digests: v.array(digest), next }),
  digest: v.object({
    ...digest.entries,
    served: v.pipe(v.boolean(), v.description('Its facts, and all trends with them, are what readers get.')),
  }),
  digestItems: v.object({ items: v.array(item), next }),
  item: itemOfDigest,
  metrics: v.object({ metrics: v.array(metric) }),
  metricFacts: v.object({ facts: v.array(fact), next }),
  metricTrend: trend,
  digestFacts: v.object({ facts: v.array(fact), next }),
  facts: v.object({ facts: v.array(fact), next }),
  entities: v.object({ entities: v.array(entity), next }),
  series: v.object({
    series: v.array(series),
    cut: v.optional(v.pipe(v.boolean(), v.description('There may be more than was looked at.'))),
    read: v.pipe(v.object({ rows: whole }), v.description('What this page cost.')),
    next,
  }),
  oneSeries: series,
  seriesPoints: v.object({ series, bucket: v.picklist(SERIES_BUCKETS), points: v.array(seriesPoint), next }),
  seriesTellings: v.object({ tellings: v.array(telling), next }),
  seriesTable: v.object({
    by: v.picklist(['entity', 'status']),
    unit: v.string(),
    rows: v.array(tableRow),
  }),
  search: v.object({
    items: v.array(itemOfDigest),
    read: v.pipe(
      v.object({ digests: whole, rows: whole }),
      v.description('What this page cost: digests looked through, and rows read of both tables.'),
    ),
    next,
  }),
  openapi: v.looseObject({ openapi: v.string() }),
  health: v.object({ status: v.literal('ok') }),
} as const satisfies Record<RouteName, v.GenericSchema>

export type AnswerBody<N extends RouteName> = v.InferOutput<(typeof ANSWER_SCHEMAS)[N]>

export const PROBLEM_SCHEMA = v.object({
  type: v.literal('about:blank'),
  status: v.number(),
  title: v.string(),
  detail: v.string(),
  parameter: v.optional(v.pipe(v.string(), v.description('The parameter that is wrong.'))),
  accepted: v.optional(v.pipe(v.string(), v.description('What it may be.'))),
})
