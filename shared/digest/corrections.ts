import * as v from 'valibot'
import type { Digest, Upload } from '../model/digest.ts'
import { DigestError } from '../model/digest-error.ts'
import { digestId } from './digest-id.ts'

/** Keys of files that correct what series are made of; no digest is read from them. */
export const isCorrections = (key: string): boolean => /^corrections\/.*\.json$/i.test(key)

/** A file of more would take more rows than a digest may. */
const MOST_REJECTED = 2000

const DaySchema = v.pipe(v.string(), v.isoDate())

const RejectionSchema = v.strictObject({
  series: v.pipe(v.string(), v.regex(/^[0-9a-z]{24}$/)),
  /** First day of the point's period, where it is longer than a day. */
  from: v.exactOptional(DaySchema),
  to: DaySchema,
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** Without it, all that the digest tells of the point. */
  item: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  why: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
})

/** A telling that is no source of its point, as `/v1/series/{id}/tellings` names it. */
export type Rejection = v.InferOutput<typeof RejectionSchema>

const CorrectionsSchema = v.strictObject({
  reject: v.pipe(v.array(RejectionSchema), v.maxLength(MOST_REJECTED)),
})

/**
 * A file of corrections as what is stored of it: an item for each. It is published, replaced and deleted as a digest is,
 * so that corrections are part of what everything is made anew from.
 * @throws DigestError for a file that is no such JSON, naming what is wrong
 */
export function correctionsDigest(bytes: Uint8Array, { key, lastModified }: Upload): Digest {
  const { reject } = readCorrections(new TextDecoder().decode(bytes))
  return {
    id: digestId(key),
    title: key,
    date: lastModified.slice(0, 'yyyy-mm-dd'.length),
    dateSource: 'object',
    language: 'other',
    variant: null,
    unread: [],
    items: reject.map((rejection, at) => ({
      n: at + 1,
      ...{ section: null, title: null, date: null, context: null, links: [], line: 1, start: 0, end: 0 },
      ...{ kind: 'boilerplate', language: 'other', variant: null, text: JSON.stringify(rejection) },
    })),
  }
}

export const rejectionIn = ({ text }: { text: string }): Rejection =>
  v.parse(RejectionSchema, JSON.parse(text))

function readCorrections(text: string): v.InferOutput<typeof CorrectionsSchema> {
  try {
    return v.parse(CorrectionsSchema, JSON.parse(text))
  } catch (cause) {
    if (!(cause instanceof SyntaxError) && !(cause instanceof v.ValiError)) throw cause
    throw new DigestError('corrections', `The file is no corrections: ${cause.message}`, { cause })
  }
}
