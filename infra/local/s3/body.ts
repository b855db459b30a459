import type { IncomingMessage } from 'node:http'
import type { Fields } from './checksum.ts'
import { S3Error } from './s3-error.ts'

/** S3 takes an object of 5 GB at once. */
const MOST_BYTES = 5 * 1024 ** 3

export interface Body {
  bytes: Buffer
  /** Headers, and the trailers that came after the bytes. */
  fields: Fields
}

/** What a request holds, without the chunks that SDKs cut it into. @throws S3Error */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES)
      throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.')
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks, size)
  const fields = fieldsOf(request)
  return isChunked(fields) ? unchunked(bytes, fields) : { bytes, fields }
}

export const fieldsOf = ({ headers }: IncomingMessage): Fields =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(',')]))

const isChunked = (fields: Fields): boolean =>
  fields['content-encoding']?.includes('aws-chunked') === true ||
  fields['x-amz-content-sha256']?.startsWith('STREAMING-') === true

/** Chunks of `size in hex;chunk-signature=…`, a line end and the bytes; after that of no bytes come trailers. */
function unchunked(bytes: Buffer, headers: Fields): Body {
  const parts: Buffer[] = []
  let at = 0
  const line = (): string => {
    const end = bytes.indexOf('\r\n', at)
    if (end < 0) throw new S3Error('IncompleteBody', 'The request body ended within a chunk.')
    const text = bytes.toString('latin1', at, end)
    at = end + 2
    return text
  }
  for (;;) {
    const [, hex] = /^([0-9a-f]+)(?:;|$)/i.exec(line()) ?? []
    if (hex === undefined)
      throw new S3Error('InvalidRequest', 'A chunk of the body does not begin with its size.')
    const size = Number.parseInt(hex, 16)
    if (size === 0) break
    if (at + size > bytes.length)
      throw new S3Error('IncompleteBody', 'The request body ended within a chunk.')
    parts.push(bytes.subarray(at, at + size))
    at += size
    if (line() !== '') throw new S3Error('InvalidRequest', 'A chunk of the body is longer than it says.')
  }
  const trailers: Record<string, string> = {}
  while (at < bytes.length) {
    const text = line()
    const colon = text.indexOf(':')
    if (colon > 0) trailers[text.slice(0, colon).trim().toLowerCase()] = text.slice(colon + 1).trim()
  }
  const whole = Buffer.concat(parts)
  const length = headers['x-amz-decoded-content-length']
  if (length !== undefined && Number(length) !== whole.length)
    throw new S3Error('IncompleteBody', 'You did not provide the number of bytes specified.')
  return { bytes: whole, fields: { ...headers, ...trailers } }
}
