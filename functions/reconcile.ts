import { digestId } from '../shared/digest/digest-id.ts'
import type { Head } from '../shared/digest/head.ts'
import { headKey, REFUSED_PARTITION } from '../shared/store/keys.ts'
import type { Reexamine } from '../shared/store/messages.ts'
import type { BucketListing } from './adapters/bucket.ts'
import type { Queue } from './adapters/queue.ts'
import { queryRows, type Table } from './adapters/table.ts'
import type { Count } from './count.ts'
import { headsByDate } from './heads-by-date.ts'
import type { Log } from './log.ts'

export interface ReconcilePorts {
  bucket: BucketListing
  items: Table
  digestEvents: Queue<Reexamine>
  log: Log
  count: Count
  /** Milliseconds since 1970. */
  now(): number
}

const REFUSED = { pk: REFUSED_PARTITION, index: 'by-date' } as const

/** What was stored since so many milliseconds may still be on its way through the queues. */
const ON_ITS_WAY_MS = 60 * 60 * 1000

/**
 * Compares the bucket with the heads of digests, both ways, and asks for every key to be looked at again on which they
 * do not agree: that is all it does, so no event that is late can be outranked by it. Digests are read from the index by
 * date, refused ones among them, and only those that do not agree there from the table.
 * @returns how many keys did not agree
 */
export async function reconcile(bucketName: string, ports: ReconcilePorts): Promise<number> {
  const { bucket, now } = ports
  /** ETags of what is on record by key; what is left of it in the end is in the bucket no more. */
  const known = new Map<string, string | undefined>()
  for await (const { key, published } of headsByDate({}, {}, ports)) known.set(key, published.etag)
  for await (const { key, published } of queryRows<Head>(ports.items, REFUSED))
    known.set(key, published?.etag)
  const drifted: string[] = []
  for await (const { key, etag, lastModified } of bucket.list(bucketName)) {
    const agrees = known.get(key) === etag
    known.delete(key)
    // The marker of a directory holds no digest.
    if (agrees || key.endsWith('/') || Date.parse(lastModified) > now() - ON_ITS_WAY_MS) continue
    if ((await publishedOf(key, ports))?.etag !== etag) drifted.push(key)
  }
  for (const key of known.keys()) {
    if ((await publishedOf(key, ports))?.state !== 'deleted') drifted.push(key)
  }
  await askAgain(bucketName, drifted, ports)
  return drifted.length
}

async function publishedOf(key: string, { items }: ReconcilePorts): Promise<Head['published']> {
  return (await items.get<Head>(headKey(digestId(key))))?.published
}

async function askAgain(bucket: string, keys: readonly string[], ports: ReconcilePorts): Promise<void> {
  for (const key of keys) {
    ports.count('drift')
    ports.log.warn('bucket and digest do not agree', { key, digest: digestId(key) })
  }
  await ports.digestEvents.sendAll(keys.map((key) => ({ reexamine: { bucket, key } })))
  ports.log.info('reconciled', { drift: keys.length })
}
