import * as v from 'valibot'
import type { MetricDay } from './keys.ts'

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

/** Queue series-changed: the contribution of a digest to this metric and day may have changed. */
export interface SeriesChanged extends MetricDay {
  digest: string
  cause?: Cause
}

const SeriesChangedSchema = v.object({
  digest: DigestIdSchema,
  metric: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/)),
  day: v.pipe(v.string(), v.isoDate()),
  cause: v.exactOptional(CauseSchema),
})

/** @throws when the body is not such a message, naming what is wrong */
export const readDigestParsed = (body: string): DigestParsed => v.parse(DigestParsedSchema, JSON.parse(body))

/** @throws when the body is not such a message, naming what is wrong */
export const readSeriesChanged = (body: string): SeriesChanged =>
  v.parse(SeriesChangedSchema, JSON.parse(body))
