import { createHash } from 'node:crypto'
import type {
  Bucket,
  BucketListing,
  ListedObject,
  ObjectRef,
  StoredObject,
} from '../../functions/adapters/bucket.ts'

/** One version of a key: contents, or a delete marker. */
export interface ObjectVersion {
  key: string
  versionId: string
  sequencer: string
  contents?: StoredObject & { bytes: Uint8Array }
}

/** A versioned bucket in memory that tells of every change as S3 would. */
export class MemoryBucket implements Bucket, BucketListing {
  readonly name = 'digests'
  /** Every version that ever was, by its id. */
  readonly history = new Map<string, ObjectVersion>()
  private readonly versions = new Map<string, ObjectVersion[]>()
  /** Begins where the digits of the next sequencers soon grow in number, and shrink again. */
  private count = 13

  /** Stores contents. @returns the notification, as the body of a message */
  put(key: string, text: string | Uint8Array, lastModified = '2020-01-10T00:00:00.000Z'): string {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    const etag = createHash('md5').update(bytes).digest('hex')
    const version = this.add(key, { size: bytes.length, bytes, etag, lastModified })
    return this.notification('ObjectCreated:Put', version, { eTag: etag, size: bytes.length })
  }

  /** Puts a delete marker on a key. @returns the notification */
  delete(key: string): string {
    return this.notification('ObjectRemoved:DeleteMarkerCreated', this.add(key))
  }

  /** Removes one version, which bares the one below where it was the last. @returns the notification */
  deleteVersion({ key, versionId }: ObjectVersion): string {
    const left = this.versionsOf(key).filter((version) => version.versionId !== versionId)
    this.versions.set(key, left)
    return this.notification('ObjectRemoved:Delete', { key, versionId, sequencer: this.nextSequencer() })
  }

  async read({ key, versionId, etag }: ObjectRef, maxBytes: number): Promise<StoredObject | undefined> {
    const version =
      versionId === undefined
        ? this.present(key)
        : this.versionsOf(key).find((one) => one.versionId === versionId)
    if (version?.contents === undefined) return undefined
    if (versionId === undefined && etag !== undefined && version.contents.etag !== etag) return undefined
    const { bytes, ...stored } = version.contents
    return { ...stored, versionId: version.versionId, ...(stored.size <= maxBytes && { bytes }) }
  }

  async *list(): AsyncGenerator<ListedObject> {
    for (const key of this.keys()) {
      const contents = this.present(key)?.contents
      if (contents !== undefined) yield { key, etag: contents.etag, lastModified: contents.lastModified }
    }
  }

  /** All keys that ever were, in order. */
  keys(): string[] {
    return [...this.versions.keys()].sort()
  }

  versionsOf(key: string): readonly ObjectVersion[] {
    return this.versions.get(key) ?? []
  }

  /** What a key holds: contents, a delete marker, or nothing. */
  present(key: string): ObjectVersion | undefined {
    return this.versionsOf(key).at(-1)
  }

  private add(key: string, contents?: ObjectVersion['contents']): ObjectVersion {
    const sequencer = this.nextSequencer()
    const version = { key, versionId: `v${this.count}`, sequencer, contents }
    this.versions.set(key, [...this.versionsOf(key), version])
    this.history.set(version.versionId, version)
    return version
  }

  /** Sequencers of S3 are hexadecimal, of either case and any length: only padded on the right do they compare. */
  private nextSequencer(): string {
    this.count++
    const digits = this.count.toString(16).padStart(8, '0')
    const padded = `00AE${this.count % 2 === 0 ? digits.toUpperCase() : digits}`
    return padded.replace(/0+$/, '')
  }

  private notification(eventName: string, version: ObjectVersion, object: object = {}): string {
    const { key, versionId, sequencer } = version
    const encoded = encodeURIComponent(key).replaceAll('%20', '+')
    return JSON.stringify({
      Records: [
        {
          eventName,
          s3: { bucket: { name: this.name }, object: { key: encoded, versionId, sequencer, ...object } },
        },
      ],
    })
  }
}
