import type { Fields } from './checksum.ts'
import { S3Error } from './s3-error.ts'

interface Known {
  /** With quotes. */
  etag: string
  modified: Date
}

const failed = (which: string) =>
  new S3Error('PreconditionFailed', `At least one of the pre-conditions you specified did not hold: ${which}`)

const names = (list: string, etag: string): boolean =>
  list.split(',').some((each) => each.trim() === '*' || bare(each) === bare(etag))

const bare = (etag: string): string => etag.trim().replace(/^W\//, '').replaceAll('"', '')

/** S3 keeps whole seconds for HTTP. */
const seconds = (date: Date): number => Math.floor(date.getTime() / 1000)

/** Whether contents may be read under the conditions of a request (RFC 9110, 13.2.2). @throws S3Error where not */
export function checkReading(fields: Fields, { etag, modified }: Known): void {
  const match = fields['if-match']
  const unmodified = dateOf(fields['if-unmodified-since'])
  if (match !== undefined) {
    if (!names(match, etag)) throw failed('If-Match')
  } else if (unmodified !== undefined && seconds(modified) > unmodified) throw failed('If-Unmodified-Since')
  const none = fields['if-none-match']
  const since = dateOf(fields['if-modified-since'])
  const isKnown = none === undefined ? since !== undefined && seconds(modified) <= since : names(none, etag)
  if (isKnown) throw new S3Error('NotModified', '')
}

/**
 * Whether a key may be written under the conditions of a request.
 * @param known what the key holds at present
 * @throws S3Error where not
 */
export function checkWriting(fields: Fields, known: Known | undefined): void {
  const match = fields['if-match']
  if (match !== undefined) {
    if (known === undefined) throw new S3Error('NoSuchKey', 'The specified key does not exist.')
    if (!names(match, known.etag)) throw failed('If-Match')
  }
  const none = fields['if-none-match']
  if (none === undefined) return
  if (none !== '*') throw new S3Error('NotImplemented', 'If-None-Match of a write takes * and nothing else.')
  if (known !== undefined) throw failed('If-None-Match')
}

/** In seconds since 1970; undefined where there is none, or none that can be read, which HTTP asks to ignore. */
function dateOf(field: string | undefined): number | undefined {
  const milliseconds = Date.parse(field ?? '')
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000)
}

/** A stretch of bytes, the end included. */
export interface Range {
  from: number
  to: number
}

/**
 * What a `Range` header asks for of contents of a size.
 * @returns undefined where it asks for all: there is none, it is none that S3 knows, or it names several stretches
 * @throws S3Error where nothing of it is there
 */
export function rangeOf(header: string | undefined, size: number): Range | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
  if (from >= size || (first === '' && Number(last) === 0))
    throw new S3Error('InvalidRange', 'The requested range is not satisfiable')
  return { from, to }
}
