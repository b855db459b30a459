import { createHash } from 'node:crypto'
import type { Bucket, ObjectRef, StoredObject } from '../../functions/adapters/bucket.ts'

/** One version of a key: contents, or a delete marker. */
interface Version {
  versionId: string
  sequencer: string
  contents?: StoredObject & { bytes: Uint8Array }
}

/** A versioned bucket in memory that tells of every change as S3 would. */
export class MemoryBucket implements Bucket {
  readonly name = 'digests'
  private readonly versions = new Map<string, Version[]>()
  private count = 0

  /** Stores contents. @returns the notification, as the body of a message */
  put(key: string, text: string | Uint8Array, lastModified = '2020-01-10T00:00:00.000Z'): string {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    const etag = createHash('md5').update(bytes).digest('hex')
    const version = this.add(key, { size: bytes.length, bytes, etag, lastModified })
    return this.notification('ObjectCreated:Put', key, version, { eTag: etag, size: bytes.length })
  }

  /** Puts a delete marker on a key. @returns the notification */
  delete(key: string): string {
    return this.notification('ObjectRemoved:DeleteMarkerCreated', key, this.add(key))
  }

  async read({ key, versionId, etag }: ObjectRef, maxBytes: number): Promise<StoredObject | undefined> {
    const versions = this.versions.get(key) ?? []
    const version =
      versionId === undefined ? versions.at(-1) : versions.find((one) => one.versionId === versionId)
    if (version?.contents === undefined) return undefined
    if (versionId === undefined && etag !== undefined && version.contents.etag !== etag) return undefined
    const { bytes, ...stored } = version.contents
    return { ...stored, versionId: version.versionId, ...(stored.size <= maxBytes && { bytes }) }
  }

  private add(key: string, contents?: Version['contents']): Version {
    this.count++
    const id = this.count.toString(16).padStart(16, '0')
    const version = { versionId: `v${id}`, sequencer: `00${id}`, contents }
    this.versions.set(key, [...(this.versions.get(key) ?? []), version])
    return version
  }

  private notification(eventName: string, key: string, version: Version, object: object = {}): string {
    const { versionId, sequencer } = version
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
