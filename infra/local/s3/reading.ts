import type { StoredObject } from '../object-store.ts'
import type { Fields } from './checksum.ts'
import { checkReading, type Range, rangeOf } from './conditions.ts'
import type { Call, Operation, S3Answer } from './operation.ts'
import { S3Error } from './s3-error.ts'

/** What a presigned address may have instead of the stored headers. */
const RESPONSES = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
]

const TAKES = ['versionId', 'partNumber', ...RESPONSES.map((name) => `response-${name}`)]

export const READING: readonly Operation[] = [
  { name: 'GetObject', method: 'GET', at: 'object', takes: TAKES, run: read },
  { name: 'HeadObject', method: 'HEAD', at: 'object', takes: TAKES, run: read },
]

function read({ store, bucket, key, query, fields }: Call): S3Answer {
  checkVersion(query)
  const object = store.get(bucket, key)
  checkReading(fields, object)
  const { bytes } = object
  const range = stretchOf(object, query, fields)
  return {
    status: range === undefined ? 200 : 206,
    headers: {
      // A checksum is one of all bytes.
      ...headersOf(object, range === undefined && fields['x-amz-checksum-mode']?.toUpperCase() === 'ENABLED'),
      ...Object.fromEntries(
        RESPONSES.flatMap((name) => {
          const value = query.get(`response-${name}`)
          return value === null ? [] : [[name, value]]
        }),
      ),
      ...(range && { 'content-range': `bytes ${range.from}-${range.to}/${bytes.length}` }),
      ...(query.has('partNumber') && object.parts && { 'x-amz-mp-parts-count': String(object.parts.length) }),
    },
    body: range === undefined ? bytes : bytes.subarray(range.from, range.to + 1),
  }
}

/** Nothing has versions here but the one that S3 calls null. */
export function checkVersion(query: URLSearchParams): void {
  if ((query.get('versionId') ?? 'null') !== 'null')
    throw new S3Error('InvalidArgument', 'Invalid version id specified: the local bucket keeps no versions')
}

function headersOf({ etag, modified, headers }: StoredObject, wantsSums: boolean): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => wantsSums || !name.startsWith('x-amz-checksum-'))
  return {
    'content-type': 'binary/octet-stream',
    ...Object.fromEntries(kept),
    etag,
    'last-modified': modified.toUTCString(),
    'accept-ranges': 'bytes',
  }
}

function stretchOf(
  { bytes, parts, etag }: StoredObject,
  query: URLSearchParams,
  fields: Fields,
): Range | undefined {
  const number = query.get('partNumber')
  const ifRange = fields['if-range']
  if (number === null)
    return ifRange !== undefined && ifRange !== etag ? undefined : rangeOf(fields.range, bytes.length)
  if (fields.range !== undefined)
    throw new S3Error('InvalidRequest', 'Cannot specify both Range header and partNumber query parameter')
  const sizes = parts ?? [bytes.length]
  const size = sizes[Number(number) - 1]
  if (size === undefined) throw new S3Error('InvalidRange', 'The requested partnumber is not satisfiable')
  if (bytes.length === 0) return undefined
  const from = sizes.slice(0, Number(number) - 1).reduce((sum, each) => sum + each, 0)
  return { from, to: from + size - 1 }
}
