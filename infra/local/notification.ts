/** The notifications that S3 sends of what happens to the objects of a bucket. */

/** What happened to one key. */
export interface ObjectChange {
  event: `ObjectCreated:${'Put' | 'Post' | 'Copy' | 'CompleteMultipartUpload'}` | 'ObjectRemoved:Delete'
  bucket: string
  key: string
  /** Contents after the change; absent when there are none. */
  object?: { size: number; etag: string }
}

/** As in the template: `s3:ObjectCreated:*` and the queue that hears of it. */
export interface QueueNotification {
  Event: string
  Queue: string
}

/** ARNs of the queues that want to hear of an event, each once. */
export function queuesFor(event: string, notifications: readonly QueueNotification[]): string[] {
  const wanted = notifications.filter(({ Event }) => matches(event, Event.replace(/^s3:/, '')))
  return [...new Set(wanted.map(({ Queue }) => Queue))]
}

const matches = (event: string, pattern: string): boolean =>
  pattern.endsWith('*') ? event.startsWith(pattern.slice(0, -1)) : event === pattern

/** The message body of one change, as S3 writes it. */
export function notificationOf(change: ObjectChange, sequencer: string, region: string, at: Date): string {
  const { event, bucket, key, object } = change
  const record = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: region,
    eventTime: at.toISOString(),
    eventName: event,
    responseElements: { 'x-amz-request-id': `LOCAL${sequencer}` },
    s3: {
      s3SchemaVersion: '1.0',
      bucket: { name: bucket, arn: `arn:aws:s3:::${bucket}` },
      object: {
        key: formEncoded(key),
        ...(object && { size: object.size, eTag: object.etag.replaceAll('"', '') }),
        sequencer,
      },
    },
  }
  return JSON.stringify({ Records: [record] })
}

/** What S3 sends when a notification is configured. */
export function testNotification(bucket: string, at: Date): string {
  return JSON.stringify({
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: at.toISOString(),
    Bucket: bucket,
  })
}

/** Keys in notifications are form-encoded: a space is `+`, slashes stay. */
function formEncoded(key: string): string {
  return encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/')
}

/**
 * Hex numbers of one length, each greater than all before it, those of earlier runs included as long as the clock does
 * not go back.
 */
export function* sequencers(now: () => number): Generator<string, never> {
  let last = 0n
  for (;;) {
    const clock = BigInt(now()) << 16n
    last = clock > last ? clock : last + 1n
    yield last.toString(16).toUpperCase().padStart(18, '0')
  }
}
