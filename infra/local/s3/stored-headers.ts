import type { StoredHeaders } from '../object-store.ts'
import type { Fields } from './checksum.ts'
import { S3Error } from './s3-error.ts'

const KEPT = ['cache-control', 'content-disposition', 'content-language', 'content-type', 'expires']

/** What is kept of the headers, or the fields of a form, that an object comes with. */
export function storedHeaders(fields: Fields): StoredHeaders {
  const kept = Object.entries(fields).filter(
    ([name, value]) => value !== undefined && (KEPT.includes(name) || name.startsWith('x-amz-meta-')),
  )
  const encodings = (fields['content-encoding'] ?? '').split(',').map((each) => each.trim())
  const encoding = encodings.filter((each) => each !== '' && each !== 'aws-chunked').join(',')
  return Object.fromEntries([...kept, ...(encoding === '' ? [] : [['content-encoding', encoding]])])
}

/** What asks for more than to store an object: the values that ask for nothing, by the beginning of a header. */
const ASKS: readonly [prefix: string, harmless: readonly string[]][] = [
  ['x-amz-acl', ['private', 'bucket-owner-full-control']],
  ['x-amz-grant-', []],
  ['x-amz-object-lock-', []],
  ['x-amz-server-side-encryption', ['AES256', 'false']],
  ['x-amz-storage-class', ['STANDARD']],
  ['x-amz-tagging', []],
  ['x-amz-website-redirect-location', []],
  ['x-amz-write-offset-bytes', []],
]

/** @throws S3Error naming a header that asks for what this S3 does not do */
export function checkAsks(fields: Fields): void {
  for (const [name, value = ''] of Object.entries(fields)) {
    const asks = ASKS.find(([prefix]) => name.startsWith(prefix))
    if (asks !== undefined && !asks[1].includes(value))
      throw new S3Error('NotImplemented', `The local S3 does not know ${name}: ${value}`)
  }
}
