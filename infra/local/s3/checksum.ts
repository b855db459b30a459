import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { S3Error } from './s3-error.ts'

/** The checksums that S3 takes, as in the ends of `x-amz-checksum-…` headers: what each makes of bytes, in base64. */
const CHECKSUMS: Record<string, (bytes: Buffer) => string> = {
  crc32: (bytes) => base64(crc32(bytes), 4),
  crc32c: (bytes) => base64(crc(CRC32C, 0xffffffffn, bytes), 4),
  crc64nvme: (bytes) => base64(crc(CRC64NVME, 0xffffffffffffffffn, bytes), 8),
  sha1: (bytes) => createHash('sha1').update(bytes).digest('base64'),
  sha256: (bytes) => createHash('sha256').update(bytes).digest('base64'),
}

const PREFIX = 'x-amz-checksum-'

/** Headers or trailers by lower-case name. */
export type Fields = Readonly<Record<string, string | undefined>>

/**
 * Holds the contents against every digest that came with them.
 * @returns the headers of the checksums that the contents are kept with
 * @throws S3Error where one does not agree, or is of a kind that S3 does not know
 */
export function checkedSums(bytes: Buffer, fields: Fields): Record<string, string> {
  const md5 = fields['content-md5']
  if (md5 !== undefined && md5 !== createHash('md5').update(bytes).digest('base64'))
    throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.')
  const sums: Record<string, string> = {}
  for (const [name, given] of Object.entries(fields)) {
    if (!name.startsWith(PREFIX) || given === undefined || NOT_SUMS.has(name)) continue
    const sum = CHECKSUMS[name.slice(PREFIX.length)]
    if (sum === undefined) throw new S3Error('InvalidRequest', `${name} is no checksum that S3 knows.`)
    if (sum(bytes) !== given)
      throw new S3Error(
        'BadDigest',
        `The ${name.slice(PREFIX.length).toUpperCase()} you specified did not match the calculated checksum.`,
      )
    sums[name] = given
  }
  return sums
}

/** Headers that say how a checksum is asked for. */
const NOT_SUMS = new Set(['x-amz-checksum-algorithm', 'x-amz-checksum-mode', 'x-amz-checksum-type'])

/** Polynomials with their bits turned round, as both are computed. */
const CRC32C = table(0x82f63b78n)
const CRC64NVME = table(0x9a6c9329ac4bc9b5n)

function table(polynomial: bigint): bigint[] {
  return Array.from({ length: 256 }, (_, byte) => {
    let value = BigInt(byte)
    for (let bit = 0; bit < 8; bit++) value = value & 1n ? (value >> 1n) ^ polynomial : value >> 1n
    return value
  })
}

function crc(values: readonly bigint[], ones: bigint, bytes: Buffer): bigint {
  let sum = ones
  for (const byte of bytes) sum = (values[Number((sum ^ BigInt(byte)) & 0xffn)] ?? 0n) ^ (sum >> 8n)
  return sum ^ ones
}

function base64(value: number | bigint, size: 4 | 8): string {
  const bytes = Buffer.alloc(size)
  if (size === 4) bytes.writeUInt32BE(Number(value))
  else bytes.writeBigUInt64BE(BigInt(value))
  return bytes.toString('base64')
}
