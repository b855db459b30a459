import { createHash, randomUUID } from 'node:crypto'
import type { StoredHeaders } from '../object-store.ts'
import { S3Error } from './s3-error.ts'

/** An upload of several parts that is under way. */
export interface Upload {
  bucket: string
  key: string
  headers: StoredHeaders
  parts: Map<number, Part>
}

interface Part {
  bytes: Buffer
  /** With quotes. */
  etag: string
}

export interface NamedPart {
  number: number
  etag: string
}

/** What the parts of an upload come to. */
export interface Whole {
  bytes: Buffer
  etag: string
  /** Sizes of the parts, in order. */
  parts: number[]
}

/** All parts but the last have at least as many bytes. */
const LEAST_BYTES = 5 * 1024 ** 2
const MOST_PARTS = 10_000

export class MultipartUploads {
  readonly #uploads = new Map<string, Upload>()

  start(bucket: string, key: string, headers: StoredHeaders): string {
    const id = randomUUID()
    this.#uploads.set(id, { bucket, key, headers, parts: new Map() })
    return id
  }

  /** @throws S3Error where the key has no upload of this id */
  get(id: string, bucket: string, key: string): Upload {
    const upload = this.#uploads.get(id)
    if (upload?.bucket !== bucket || upload.key !== key)
      throw new S3Error('NoSuchUpload', 'The specified upload does not exist, or was aborted or completed.')
    return upload
  }

  /** @returns the ETag of the part */
  putPart(upload: Upload, number: number, bytes: Buffer): string {
    if (!(number >= 1 && number <= MOST_PARTS))
      throw new S3Error(
        'InvalidArgument',
        `Part number must be an integer between 1 and ${MOST_PARTS}, inclusive`,
      )
    const etag = `"${md5(bytes).toString('hex')}"`
    upload.parts.set(number, { bytes, etag })
    return etag
  }

  end(id: string): void {
    this.#uploads.delete(id)
  }
}

/** @throws S3Error where the parts are none, not in order, not there, or too small */
export function joined({ parts }: Upload, named: readonly NamedPart[]): Whole {
  if (named.length === 0) throw new S3Error('MalformedXML', 'You must specify at least one part')
  if (named.some(({ number }, at) => number <= (named[at - 1]?.number ?? 0)))
    throw new S3Error('InvalidPartOrder', 'The list of parts was not in ascending order.')
  const found = named.map(({ number, etag }) => {
    const part = parts.get(number)
    if (part === undefined || part.etag.replaceAll('"', '') !== etag.replaceAll('"', ''))
      throw new S3Error('InvalidPart', `Part ${number} could not be found, or its entity tag does not match.`)
    return part.bytes
  })
  if (found.slice(0, -1).some(({ length }) => length < LEAST_BYTES))
    throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size')
  const digests = Buffer.concat(found.map(md5))
  return {
    bytes: Buffer.concat(found),
    etag: `"${md5(digests).toString('hex')}-${found.length}"`,
    parts: found.map(({ length }) => length),
  }
}

const md5 = (bytes: Buffer): Buffer => createHash('md5').update(bytes).digest()
