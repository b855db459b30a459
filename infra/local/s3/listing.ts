import type { StoredObject } from '../object-store.ts'
import { byBytes } from './key-order.ts'
import { S3Error } from './s3-error.ts'
import { type Content, xmlDocument } from './xml.ts'

const MOST_KEYS = 1000

interface Page {
  objects: StoredObject[]
  prefixes: string[]
  /** After which the next page begins; undefined at the end. */
  next?: string
}

interface Asked {
  prefix: string
  /** Keys that go on behind the prefix with it are told of by what they begin with, once for all of them. */
  delimiter: string
  after: string
  most: number
}

/** @param objects in the order of their keys */
export function pageOf(objects: readonly StoredObject[], { prefix, delimiter, after, most }: Asked): Page {
  const page: Page = { objects: [], prefixes: [] }
  let last = ''
  for (const object of objects) {
    const { key } = object
    if (!key.startsWith(prefix) || !isAfter(key, after)) continue
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
    const common = cut < 0 ? undefined : key.slice(0, cut + delimiter.length)
    if (common !== undefined && (common === page.prefixes.at(-1) || !isAfter(common, after))) continue
    if (page.objects.length + page.prefixes.length === most)
      return most === 0 ? page : { ...page, next: last }
    last = common ?? key
    if (common === undefined) page.objects.push(object)
    else page.prefixes.push(common)
  }
  return page
}

const isAfter = (key: string, after: string): boolean => after === '' || byBytes(key, after) > 0

/** The answer of ListObjects, or of ListObjectsV2 where `list-type=2` asks for that. */
export function listing(bucket: string, objects: readonly StoredObject[], query: URLSearchParams): string {
  const isV2 = query.get('list-type') === '2'
  const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter') ?? '']
  const token = query.get('continuation-token')
  const start = query.get(isV2 ? 'start-after' : 'marker') ?? ''
  const most = mostOf(query.get('max-keys'))
  const after = token === null ? start : Buffer.from(token, 'base64url').toString()
  const { objects: found, prefixes, next } = pageOf(objects, { prefix, delimiter, after, most })
  const isEncoded = query.get('encoding-type') === 'url'
  const written = (text: string): string => (isEncoded ? urlEncoded(text) : text)
  const content: { [name: string]: Content } = {
    Name: bucket,
    Prefix: written(prefix),
    Delimiter: delimiter === '' ? undefined : written(delimiter),
    MaxKeys: most,
    EncodingType: isEncoded ? 'url' : undefined,
    IsTruncated: next !== undefined,
    Contents: found.map(({ key, bytes, etag, modified }) => ({
      Key: written(key),
      LastModified: modified.toISOString(),
      ETag: etag,
      Size: bytes.length,
      StorageClass: 'STANDARD',
    })),
    CommonPrefixes: prefixes.map((common) => ({ Prefix: written(common) })),
  }
  const ends: { [name: string]: Content } = isV2
    ? {
        KeyCount: found.length + prefixes.length,
        StartAfter: start === '' ? undefined : written(start),
        ContinuationToken: token ?? undefined,
        NextContinuationToken: next === undefined ? undefined : Buffer.from(next).toString('base64url'),
      }
    : { Marker: written(start), NextMarker: next === undefined ? undefined : written(next) }
  return xmlDocument('ListBucketResult', { ...content, ...ends })
}

function mostOf(given: string | null): number {
  if (given === null) return MOST_KEYS
  if (!/^\d{1,9}$/.test(given))
    throw new S3Error('InvalidArgument', 'Provided max-keys not an integer or within integer range')
  return Math.min(Number(given), MOST_KEYS)
}

/** As S3 writes it: slashes stay, a space is `+`. */
const urlEncoded = (text: string): string =>
  encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%2F', '/')
