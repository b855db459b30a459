import * as v from 'valibot'
import { BOUNDS, KINDS, MODALITIES, OVERS, PERIOD_SOURCES, STATUSES } from '../model/fact.ts'
import { LENGTHS } from '../model/period.ts'
import { DAYS_KNOWN, REASONS, STANDINGS } from '../model/point-words.ts'

/** The shapes of what the API says of entities and series: the types of its functions and of the page, and its schemas. */

export const decimal = v.pipe(
  v.string(),
  v.regex(/^-?\d+(?:\.\d+)?$/),
  v.description('An exact number in plain notation: a double would lose digits of some.'),
)
export const day = v.pipe(v.string(), v.isoDate())
export const whole = v.pipe(v.number(), v.integer(), v.minValue(0))

const entityName = v.object({
  id: v.string(),
  name: v.pipe(v.string(), v.description('The name that most digests use.')),
})

export const entity = v.object({
  ...entityName.entries,
  names: v.pipe(v.array(v.string()), v.description('Other names that the digests use.')),
  series: whole,
  tellings: v.pipe(whole, v.description('Figures told of it.')),
  firstDay: day,
  lastDay: day,
})

const lastPoint = v.object({ start: day, end: day, value: decimal, said: v.boolean() })

export const series = v.object({
  id: v.string(),
  entity: entityName,
  measure: v.pipe(v.nullable(v.string()), v.description('What is measured, as most digests put it.')),
  metric: v.string(),
  unit: v.pipe(v.string(), v.description('Of every value: UCUM, ISO 4217, or a singular noun.')),
  status: v.nullable(v.picklist(STATUSES)),
  kind: v.picklist(KINDS),
  modality: v.picklist(MODALITIES),
  over: v.pipe(v.nullable(v.picklist(OVERS)), v.description('Of a change, what it is a change since.')),
  length: v.pipe(v.picklist(LENGTHS), v.description('How long a time each value holds for.')),
  points: whole,
  tellings: whole,
  digests: whole,
  conflicts: v.pipe(whole, v.description('Points that are told in more than one value.')),
  firstDay: day,
  lastDay: day,
  coherence: v.pipe(
    v.number(),
    v.minValue(0),
    v.maxValue(1),
    v.description('How much it looks like one thing: days, agreement of its tellings, days that were said.'),
  ),
  last: lastPoint,
  recent: v.pipe(
    v.array(v.object({ date: day, value: decimal })),
    v.description('Its last points, at most 24, for a small picture.'),
  ),
})

export const telling = v.object({
  start: v.pipe(day, v.description('First day of the period that it holds for.')),
  end: v.pipe(day, v.description('Its last day, inclusive.')),
  value: v.pipe(decimal, v.description('In the unit of the series, signed.')),
  bound: v.nullable(v.picklist(BOUNDS)),
  standing: v.pipe(
    v.picklist(STANDINGS),
    v.description('Chosen for the point, agreeing with it, another value, or rejected by a correction.'),
  ),
  said: v.pipe(
    v.picklist([...PERIOD_SOURCES, 'inferred']),
    v.description('Where the period was found; inferred where most else in its digest is of that day.'),
  ),
  told: v.pipe(day, v.description('Day of the digest or item that tells it.')),
  source: v.pipe(
    v.string(),
    v.description('The same for all digests of one maker, as far as keys and titles tell.'),
  ),
  digest: v.string(),
  digestTitle: v.string(),
  item: whole,
  from: v.pipe(
    whole,
    v.description('Where the quantity begins in the text of the item, in UTF-16 code units.'),
  ),
  to: v.pipe(whole, v.description('Where it ends.')),
  sentence: v.string(),
})

export const seriesPoint = v.object({
  date: v.pipe(v.string(), v.description('The last day of the period, or the bucket as people write it.')),
  start: day,
  end: day,
  value: v.pipe(v.nullable(decimal), v.description('Null where a bucket is filled that has none.')),
  bound: v.nullable(v.picklist(BOUNDS)),
  day: v.pipe(
    v.nullable(v.picklist(DAYS_KNOWN)),
    v.description('How the day is known: said by the text, inferred, or only that of the digest.'),
  ),
  chosen: v.pipe(
    v.nullable(v.picklist(REASONS)),
    v.description('Why this value, and no other that was told.'),
  ),
  told: v.nullable(day),
  tellings: whole,
  digests: whole,
  values: v.pipe(whole, v.description('Values told that do not agree: more than one is a conflict.')),
  covered: v.pipe(v.number(), v.description('Of a flow, the share of the bucket that its periods cover.')),
})

export type EntityView = v.InferOutput<typeof entity>
export type SeriesView = v.InferOutput<typeof series>
export type SeriesPoint = v.InferOutput<typeof seriesPoint>
export type Telling = v.InferOutput<typeof telling>
