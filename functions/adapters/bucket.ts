import {
  GetObjectCommand,
  type GetObjectCommandInput,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'

/** Which contents of a key: a version, or in a store without versions the contents with this ETag, or the present ones. */
export interface ObjectRef {
  bucket: string
  key: string
  versionId?: string
  etag?: string
}

export interface StoredObject {
  /** Length of the contents in bytes. */
  size: number
  /** The contents, unless they are longer than was asked for. */
  bytes?: Uint8Array
  etag: string
  versionId?: string
  /** ISO 8601 */
  lastModified: string
}

export interface Bucket {
  /**
   * Reads exactly the contents that are asked for, the bytes only where there are at most `maxBytes` of them.
   * @returns undefined when they are gone: deleted, or replaced in a store without versions
   */
  read(ref: ObjectRef, maxBytes: number): Promise<StoredObject | undefined>
}

export interface ListedObject {
  key: string
  etag: string
  /** ISO 8601 */
  lastModified: string
}

export interface BucketListing {
  /** What every key holds at present, in the order of keys. */
  list(bucket: string): AsyncIterable<ListedObject>
}

export function s3Listing(client = new S3Client()): BucketListing {
  return {
    async *list(bucket) {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket })) {
        for (const { Key, ETag, LastModified } of Contents) {
          if (Key === undefined || ETag === undefined || LastModified === undefined)
            throw new Error('S3 listed an object without a key, an ETag or a time')
          yield { key: Key, etag: unquoted(ETag), lastModified: LastModified.toISOString() }
        }
      }
    },
  }
}

/** What S3 answers for contents that are no longer there; 405 is a version that is a delete marker. */
const GONE_STATUS = new Set([404, 405, 412])

export function s3Bucket(client = new S3Client()): Bucket {
  return {
    async read({ bucket, key, versionId, etag }, maxBytes) {
      const input: GetObjectCommandInput = { Bucket: bucket, Key: key }
      if (versionId !== undefined) input.VersionId = versionId
      else if (etag !== undefined) input.IfMatch = `"${etag}"`
      try {
        const {
          Body,
          ContentLength = 0,
          ETag,
          VersionId,
          LastModified,
        } = await client.send(new GetObjectCommand(input))
        if (Body === undefined || ETag === undefined || LastModified === undefined) {
          throw new Error('S3 answered without a body, an ETag or a time')
        }
        const stored: StoredObject = {
          size: ContentLength,
          etag: unquoted(ETag),
          versionId: VersionId,
          lastModified: LastModified.toISOString(),
        }
        if (ContentLength > maxBytes) {
          // The stream is given up so that its connection is not held.
          ;(Body as { destroy?: () => void }).destroy?.()
          return stored
        }
        return { ...stored, bytes: await Body.transformToByteArray() }
      } catch (error) {
        if (error instanceof S3ServiceException && GONE_STATUS.has(error.$metadata.httpStatusCode ?? 0))
          return undefined
        throw error
      }
    },
  }
}

/** Events carry an ETag without the quotes that HTTP puts around it. */
function unquoted(etag: string): string {
  return etag.replace(/^"|"$/g, '')
}
