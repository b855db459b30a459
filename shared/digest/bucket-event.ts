import * as v from 'valibot'
import { DigestError } from '../model/digest-error.ts'
import type { Cause } from '../store/messages.ts'
import { normalizeSequencer } from '../store/version.ts'

/** What an S3 notification says of one key, in the words of the protocol. */
export type BucketEvent = Happening & { cause?: Cause }

type Happening =
  /** These contents were stored at this sequencer. */
  | { what: 'stored'; bucket: string; key: string; sequencer: string; versionId?: string; etag?: string }
  /** The key was deleted at this sequencer. */
  | { what: 'deleted'; bucket: string; key: string; sequencer: string }
  /** Something happened that has no place in the order of events: see what the key holds now. */
  | { what: 'unordered'; bucket: string; key: string }

const RecordSchema = v.object({
  eventName: v.string(),
  eventTime: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  responseElements: v.optional(v.object({ 'x-amz-request-id': v.optional(v.string()) })),
  s3: v.object({
    bucket: v.object({ name: v.string() }),
    object: v.object({
      key: v.string(),
      versionId: v.optional(v.string()),
      eTag: v.optional(v.string()),
      sequencer: v.optional(v.string()),
    }),
  }),
})

const MessageSchema = v.union([
  v.object({ Records: v.array(RecordSchema) }),
  // S3 sends this once, when the notification is configured.
  v.object({ Event: v.literal('s3:TestEvent') }),
  v.object({ reexamine: v.object({ bucket: v.string(), key: v.string() }) }),
])

/**
 * The events in the body of one message of the queue digest-events: S3's notifications, its test event (none), or a
 * request to look at a key again, `{"reexamine": {"bucket", "key"}}`.
 * @throws DigestError `key` for a key that is not form-encoded; ValiError or SyntaxError for any other body
 */
export function readBucketEvents(body: string): BucketEvent[] {
  const message = v.parse(MessageSchema, JSON.parse(body))
  if ('Event' in message) return []
  if ('reexamine' in message) return [{ what: 'unordered', ...message.reexamine }]
  return message.Records.map((record) => ({ ...readRecord(record), cause: causeOf(record) }))
}

type Record = v.InferOutput<typeof RecordSchema>

function causeOf({ eventTime: at, responseElements }: Record): Cause | undefined {
  const id = responseElements?.['x-amz-request-id']
  return id && at ? { id, at } : undefined
}

function readRecord({ eventName, s3 }: Record): Happening {
  const bucket = s3.bucket.name
  const key = decodeKey(s3.object.key)
  const sequencer = normalizeSequencer(s3.object.sequencer)
  const { versionId, eTag: etag } = s3.object
  if (sequencer === undefined) return { what: 'unordered', bucket, key }
  if (isEvent(eventName, 'ObjectCreated')) return { what: 'stored', bucket, key, sequencer, versionId, etag }
  if (!isEvent(eventName, 'ObjectRemoved') && !isEvent(eventName, 'LifecycleExpiration')) {
    throw new Error(`The event ${eventName} is not one of a key's contents`)
  }
  // Deleting one version bares the one below it, or nothing: only the bucket can tell which.
  const deletesOneVersion = versionId !== undefined && !eventName.endsWith('DeleteMarkerCreated')
  return deletesOneVersion ? { what: 'unordered', bucket, key } : { what: 'deleted', bucket, key, sequencer }
}

/** S3 writes `ObjectCreated:Put`; the console and some services put `s3:` before it. */
function isEvent(eventName: string, type: string): boolean {
  return eventName.startsWith(`${type}:`) || eventName.startsWith(`s3:${type}:`)
}

/** Keys arrive form-encoded: `+` is a space, the rest is percent-encoded UTF-8. */
function decodeKey(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '))
  } catch (cause) {
    throw new DigestError('key', `The key ${encoded} is not form-encoded UTF-8`, { cause })
  }
}
