import { createHash } from 'node:crypto'
import type { BucketFolder } from './bucket-folder.ts'
import type { ObjectChange } from './notification.ts'
import { byBytes } from './s3/key-order.ts'
import { S3Error } from './s3/s3-error.ts'

/** Headers that an object is given back with, by lower-case name. */
export type StoredHeaders = Readonly<Record<string, string>>

export interface StoredObject {
  key: string
  bytes: Buffer
  /** With quotes, as in HTTP. */
  etag: string
  modified: Date
  headers: StoredHeaders
  /** Sizes of the parts that it was uploaded in, where there were several. */
  parts?: readonly number[]
}

/** What is to be stored under a key; without an ETag that of the bytes. */
export interface NewObject {
  bytes: Buffer
  headers?: StoredHeaders
  etag?: string
  parts?: readonly number[]
}

/** Where the objects of a bucket are kept and who hears of their changes. */
export interface Keeping {
  folder: BucketFolder
  notify(change: ObjectChange): void
}

type Creation = Exclude<ObjectChange['event'], 'ObjectRemoved:Delete'>

interface Bucket {
  created: Date
  objects: Map<string, StoredObject>
  /** In the order of their keys; undefined since a key came or went. */
  sorted?: readonly StoredObject[]
  keeping?: Keeping
}

/**
 * The objects of S3 in memory, those of kept buckets as files too, with a notification for every change: file, object
 * and notification are one synchronous step, so their order is the same for all.
 */
export class ObjectStore {
  /** How many notifications there were. */
  changes = 0
  readonly #buckets = new Map<string, Bucket>()

  createBucket(name: string): void {
    if (!this.#buckets.has(name)) this.#buckets.set(name, { created: new Date(), objects: new Map() })
  }

  keep(name: string, keeping: Keeping): void {
    this.createBucket(name)
    this.#bucket(name).keeping = keeping
  }

  buckets(): { name: string; created: Date }[] {
    return [...this.#buckets].map(([name, { created }]) => ({ name, created }))
  }

  /** @throws S3Error where there is none, it holds something, or it is one of the stack's */
  deleteBucket(name: string): void {
    const { objects, keeping } = this.#bucket(name)
    if (objects.size > 0) throw new S3Error('BucketNotEmpty', 'The bucket you tried to delete is not empty')
    if (keeping !== undefined) throw new S3Error('AccessDenied', 'The bucket belongs to the stack.')
    this.#buckets.delete(name)
  }

  find(bucket: string, key: string): StoredObject | undefined {
    return this.#bucket(bucket).objects.get(key)
  }

  /** @throws S3Error where there is none */
  get(bucket: string, key: string): StoredObject {
    const found = this.find(bucket, key)
    if (found === undefined) throw new S3Error('NoSuchKey', 'The specified key does not exist.')
    return found
  }

  /** In the order of their keys. */
  list(name: string): readonly StoredObject[] {
    const bucket = this.#bucket(name)
    bucket.sorted ??= [...bucket.objects.values()].sort((a, b) => byBytes(a.key, b.key))
    return bucket.sorted
  }

  put(name: string, key: string, given: NewObject, event: Creation = 'ObjectCreated:Put'): StoredObject {
    const bucket = this.#bucket(name)
    const stored = storedObject(key, given, new Date())
    bucket.keeping?.folder.write(key, stored.bytes, stored.modified)
    this.#set(bucket, stored)
    this.#notify(bucket, created(event, name, stored))
    return stored
  }

  delete(name: string, key: string): void {
    const bucket = this.#bucket(name)
    if (!bucket.objects.has(key)) return
    bucket.keeping?.folder.remove(key)
    this.#remove(name, bucket, key)
  }

  /** Takes every file of the folder as an upload. @returns how many there are */
  restore(name: string): number {
    const keys = this.#kept(name).folder.keys()
    for (const key of keys) this.reconcile(name, key)
    return this.#bucket(name).objects.size
  }

  /** Brings an object in line with its file, if a person has changed it. */
  reconcile(name: string, key: string): void {
    const bucket = this.#bucket(name)
    const file = this.#kept(name).folder.read(key)
    const object = bucket.objects.get(key)
    if (file === undefined) {
      if (object !== undefined) this.#remove(name, bucket, key)
    } else if (object === undefined || !file.bytes.equals(object.bytes)) {
      const stored = storedObject(key, { bytes: file.bytes }, file.modified)
      this.#set(bucket, stored)
      this.#notify(bucket, created('ObjectCreated:Put', name, stored))
    }
  }

  #set(bucket: Bucket, object: StoredObject): void {
    bucket.objects.set(object.key, object)
    bucket.sorted = undefined
  }

  #remove(name: string, bucket: Bucket, key: string): void {
    bucket.objects.delete(key)
    bucket.sorted = undefined
    this.#notify(bucket, { event: 'ObjectRemoved:Delete', bucket: name, key })
  }

  #notify({ keeping }: Bucket, change: ObjectChange): void {
    if (keeping === undefined) return
    this.changes++
    keeping.notify(change)
  }

  #bucket(name: string): Bucket {
    const bucket = this.#buckets.get(name)
    if (bucket === undefined)
      throw new S3Error('NoSuchBucket', `The specified bucket does not exist: ${name}`)
    return bucket
  }

  #kept(name: string): Keeping {
    const { keeping } = this.#bucket(name)
    if (keeping === undefined) throw new Error(`The bucket ${name} is not kept in a folder`)
    return keeping
  }
}

function storedObject(
  key: string,
  { bytes, headers = {}, etag, parts }: NewObject,
  modified: Date,
): StoredObject {
  const md5 = () => `"${createHash('md5').update(bytes).digest('hex')}"`
  return { key, bytes, headers, etag: etag ?? md5(), modified, ...(parts && { parts }) }
}

function created(event: Creation, bucket: string, { key, bytes, etag }: StoredObject): ObjectChange {
  return { event, bucket, key, object: { size: bytes.length, etag } }
}
