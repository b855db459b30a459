// The package exports its server but not the stores that it takes.
import { S3Error } from '../../node_modules/fauxqs/dist/common/errors.js'
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js'
import type { BucketFolder } from './bucket-folder.ts'
import type { ObjectChange } from './notification.ts'

type S3Object = ReturnType<S3Store['putObject']>

/** Where the objects of a bucket are kept and who hears of their changes. */
export interface Keeping {
  folder: BucketFolder
  notify(change: ObjectChange): void
}

/**
 * The engine's objects in memory, kept as files, with a notification for every change: store, file and notification are
 * one synchronous step, so their order is the same for all.
 */
export class ObjectStore extends S3Store {
  /** How many notifications there were. */
  changes = 0
  readonly #kept = new Map<string, Keeping>()

  keep(bucket: string, { folder, notify }: Keeping): void {
    this.createBucket(bucket)
    this.#kept.set(bucket, {
      folder,
      notify: (change) => {
        this.changes++
        notify(change)
      },
    })
  }

  /** Takes every file of the folder as an upload. @returns how many there are */
  restore(bucket: string): number {
    const { folder } = this.#keeping(bucket)
    const keys = folder.keys()
    for (const key of keys) this.reconcile(bucket, key)
    return keys.length
  }

  /** Brings an object in line with its file, if a person has changed it. */
  reconcile(bucket: string, key: string): void {
    const { folder, notify } = this.#keeping(bucket)
    const file = folder.read(key)
    const object = this.#find(bucket, key)
    if (file === undefined) {
      if (object === undefined) return
      super.deleteObject(bucket, key)
      notify({ event: 'ObjectRemoved:Delete', bucket, key })
    } else if (object === undefined || !file.bytes.equals(object.body)) {
      const stored = super.putObject(bucket, key, file.bytes)
      stored.lastModified = file.modified
      notify(created('ObjectCreated:Put', bucket, stored))
    }
  }

  override putObject(...[bucket, key, ...rest]: Parameters<S3Store['putObject']>): S3Object {
    const stored = super.putObject(bucket, key, ...rest)
    return this.#written('ObjectCreated:Put', bucket, stored)
  }

  override completeMultipartUpload(
    ...[uploadId, parts]: Parameters<S3Store['completeMultipartUpload']>
  ): S3Object {
    const bucket = this.#bucketOfUpload(uploadId)
    const stored = super.completeMultipartUpload(uploadId, parts)
    return this.#written('ObjectCreated:CompleteMultipartUpload', bucket, stored)
  }

  override deleteObject(bucket: string, key: string): void {
    const existed = this.#find(bucket, key) !== undefined
    super.deleteObject(bucket, key)
    const keeping = this.#kept.get(bucket)
    if (!existed || keeping === undefined) return
    keeping.folder.remove(key)
    keeping.notify({ event: 'ObjectRemoved:Delete', bucket, key })
  }

  override emptyBucket(name: string): void {
    for (const { key } of super.listObjects(name, { maxKeys: Number.POSITIVE_INFINITY }).objects) {
      this.deleteObject(name, key)
    }
    super.emptyBucket(name)
  }

  #written(event: ObjectChange['event'], bucket: string, stored: S3Object): S3Object {
    const keeping = this.#kept.get(bucket)
    if (keeping !== undefined) {
      keeping.folder.write(stored.key, stored.body, stored.lastModified)
      keeping.notify(created(event, bucket, stored))
    }
    return stored
  }

  #bucketOfUpload(uploadId: string): string {
    const uploads = (this as unknown as { multipartUploads: Map<string, { bucket: string }> })
      .multipartUploads
    return uploads.get(uploadId)?.bucket ?? ''
  }

  #keeping(bucket: string): Keeping {
    const keeping = this.#kept.get(bucket)
    if (keeping === undefined) throw new Error(`The bucket ${bucket} is not kept in a folder`)
    return keeping
  }

  #find(bucket: string, key: string): S3Object | undefined {
    try {
      return super.getObject(bucket, key)
    } catch (error) {
      if (error instanceof S3Error && error.statusCode === 404) return undefined
      throw error
    }
  }
}

function created(
  event: ObjectChange['event'],
  bucket: string,
  { key, contentLength, etag }: S3Object,
): ObjectChange {
  return { event, bucket, key, object: { size: contentLength, etag } }
}
