import * as v from 'valibot'
import { metricDayName } from './keys.ts'
import type { Version } from './version.ts'

/** The change of the bucket that set a piece of work off; it goes from queue to queue. */
export interface Cause {
  /** S3's id of the request that made the change, which whoever made it was told too. */
  id: string
  /** When that was, ISO 8601. */
  at: string
}

const CauseSchema = v.object({ id: v.string(), at: v.pipe(v.string(), v.isoTimestamp()) })

/** Queue digest-events, beside the notifications of S3: look at what a key holds now. */
export interface Reexamine {
  reexamine: { bucket: string; key: string }
}

/** Queue digest-parsed: a digest has a newly published version. */
export interface DigestParsed {
  digest: string
  /** Write its contributions even where they were written before: somebody doubts that they are there. */
  again?: boolean
  cause?: Cause
}

const DigestIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))

const DigestParsedSchema = v.object({
  digest: DigestIdSchema,
  again: v.exactOptional(v.boolean()),
  cause: v.exactOptional(CauseSchema),
})

/** Queue series-changed: what a digest contributes to these may have changed. */
export interface SeriesChanged {
  digest: string
  /** Metrics and days, and periods of series: see metricDayName and seriesPeriodName. */
  names: string[]
  /** The version that was extracted, and the number of this message among those that it sent, from 0. */
  version?: Version
  part?: number
  cause?: Cause
}

/** More would make one message the work of many. */
export const NAMES_IN_MESSAGE = 100

const METRIC_DAY = /^[a-z][a-z0-9-]{0,63}#\d{4}-\d\d-\d\d$/
const SERIES_PERIOD = /^[0-9a-z]{24}#\d{4}-\d\d-\d\d#\d{4}-\d\d-\d\d$/

/** Whether a name in a message is of a period of a series, and not of a metric and a day. */
export const isSeriesPeriod = (name: string): boolean => SERIES_PERIOD.test(name)

const NameSchema = v.pipe(
  v.string(),
  v.check((name) => METRIC_DAY.test(name) || isSeriesPeriod(name)),
)

const ManyChangedSchema = v.object({
  digest: DigestIdSchema,
  names: v.pipe(v.array(NameSchema), v.minLength(1), v.maxLength(NAMES_IN_MESSAGE)),
  version: v.exactOptional(v.string()),
  part: v.exactOptional(v.number()),
  cause: v.exactOptional(CauseSchema),
})

/** As releases before 0.2 sent them: some may be on their way while a newer one is deployed. */
const OneChangedSchema = v.pipe(
  v.object({
    digest: DigestIdSchema,
    metric: v.string(),
    day: v.string(),
    cause: v.exactOptional(CauseSchema),
  }),
  v.transform(({ metric, day, ...rest }) => ({ ...rest, names: [metricDayName({ metric, day })] })),
  ManyChangedSchema,
)

const SeriesChangedSchema = v.union([ManyChangedSchema, OneChangedSchema])

/** @throws when the body is not such a message, naming what is wrong */
export const readDigestParsed = (body: string): DigestParsed => v.parse(DigestParsedSchema, JSON.parse(body))

/** @throws when the body is not such a message, naming what is wrong */
export const readSeriesChanged = (body: string): SeriesChanged =>
  v.parse(SeriesChangedSchema, JSON.parse(body))
