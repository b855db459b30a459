import { createHash } from 'node:crypto'
import type { Digest } from '../model/digest.ts'

/**
 * The stable name of a digest: the first 128 bits of the SHA-256 of its object key in UTF-8, as 32 lower-case
 * hexadecimal digits. A key may hold `#`, `/` or `__proto__`; an id never does, so it is safe in a table key and
 * in an address.
 */
export function digestId(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 32)
}

/** What two digests share when they are the same to readers: the SHA-256 of all that was parsed, as hexadecimal. */
export function fingerprintOf(digest: Digest): string {
  return createHash('sha256').update(JSON.stringify(digest)).digest('hex')
}
