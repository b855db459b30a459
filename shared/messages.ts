import * as v from 'valibot'
import type { Series } from './keys.ts'

/** Queue digest-parsed: a digest has a newly published version. */
export interface DigestParsed {
  digest: string
  /** Write its contributions even where they were written before: somebody doubts that they are there. */
  again?: boolean
}

const DigestParsedSchema = v.object({
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  again: v.exactOptional(v.boolean()),
})

/** Queue series-changed: a contribution of this metric and day may have changed. */
export type SeriesChanged = Series

const SeriesChangedSchema = v.object({
  metric: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/)),
  day: v.pipe(v.string(), v.isoDate()),
})

/** @throws when the body is not such a message, naming what is wrong */
export const readDigestParsed = (body: string): DigestParsed => v.parse(DigestParsedSchema, JSON.parse(body))

/** @throws when the body is not such a message, naming what is wrong */
export const readSeriesChanged = (body: string): SeriesChanged =>
  v.parse(SeriesChangedSchema, JSON.parse(body))
