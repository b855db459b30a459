import { gunzipSync } from 'node:zlib'
import { DigestError } from '../model/digest-error.ts'
import { LIMITS } from './limits.ts'

/**
 * Decompresses a gzip file (RFC 1952), stopping as soon as it grows over a limit.
 * @throws DigestError 'too-large' over a limit, 'format' where the file is damaged
 */
export function gunzip(bytes: Uint8Array): Uint8Array {
  const byRatio = Math.max(bytes.length * LIMITS.expansionRatio, LIMITS.expandedBytesUnchecked)
  const maxOutputLength = Math.min(byRatio, LIMITS.expandedBytes)
  try {
    return gunzipSync(bytes, { maxOutputLength })
  } catch (cause) {
    if (isTooLarge(cause))
      throw new DigestError('too-large', describeLimit(bytes.length, maxOutputLength), { cause })
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new DigestError('format', `The gzip file is damaged: ${why}. Compress the document again.`, {
      cause,
    })
  }
}

function isTooLarge(cause: unknown): boolean {
  return cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
}

function describeLimit(length: number, limit: number): string {
  return limit === LIMITS.expandedBytes
    ? `The gzip file is too large: it expands to more than the ${LIMITS.expandedBytes} bytes allowed.`
    : `The gzip file is too large: its ${length} bytes expand more than the ${LIMITS.expansionRatio} times allowed.`
}
