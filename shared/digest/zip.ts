import { crc32, inflateRawSync } from 'node:zlib'
import { DigestError } from '../model/digest-error.ts'
import { LIMITS } from './limits.ts'

/** A file of a ZIP archive, as its directory at the end has it. */
interface Listed {
  name: string
  /** 0 stored, 8 deflated. */
  method: number
  isEncrypted: boolean
  compressedSize: number
  /** Where its own header begins. */
  at: number
}

const END = 0x06054b50
const LISTED = 0x02014b50
const LOCAL = 0x04034b50
/** The end may have a comment of so many bytes behind it. */
const END_REACH = 65_557

/**
 * The files of a ZIP archive, decompressed, that are wanted by their names; what the archive says of their sizes is not
 * believed.
 * @throws DigestError 'format' for a damaged or encrypted archive, 'too-large' over a limit
 */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Buffer> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const files = new Map<string, Buffer>()
  let left: number = LIMITS.archiveBytes
  for (const listed of directoryOf(archive)) {
    if (!isWanted(listed.name) || files.has(listed.name)) continue
    if (listed.isEncrypted)
      throw new DigestError('format', 'The document is encrypted. Send it without a password.')
    const file = readFile(archive, listed, left)
    left -= file.length
    files.set(listed.name, file)
  }
  return files
}

function directoryOf(archive: Buffer): Listed[] {
  const from = Math.max(0, archive.length - END_REACH)
  const end = archive.subarray(from).lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end === -1 || from + end + 22 > archive.length || archive.readUInt32LE(from + end) !== END)
    refuseDamaged()
  const count = archive.readUInt16LE(from + end + 10)
  if (count > LIMITS.archiveFiles) {
    const excess = `${count} files, ${LIMITS.archiveFiles} are allowed`
    throw new DigestError('too-large', `The document is too large: it holds ${excess}.`)
  }
  const listed: Listed[] = []
  for (let at = archive.readUInt32LE(from + end + 16), i = 0; i < count; i++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== LISTED) refuseDamaged()
    const nameLength = archive.readUInt16LE(at + 28)
    listed.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      isEncrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
      compressedSize: archive.readUInt32LE(at + 20),
      at: archive.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return listed
}

function readFile(archive: Buffer, { method, compressedSize, at }: Listed, most: number): Buffer {
  if (at + 30 > archive.length || archive.readUInt32LE(at) !== LOCAL) refuseDamaged()
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
  const packed = archive.subarray(start, start + compressedSize)
  if (method === 0 && packed.length <= most) return packed
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) })
  } catch (cause) {
    if (cause instanceof RangeError) {
      const excess = `it expands to more than the ${LIMITS.archiveBytes} bytes allowed`
      throw new DigestError('too-large', `The document is too large: ${excess}.`, { cause })
    }
    return refuseDamaged(cause)
  }
}

function refuseDamaged(cause?: unknown): never {
  throw new DigestError('format', 'The document is a damaged ZIP archive. Save it again.', { cause })
}

/** An archive of these files as they are, not compressed. */
export function storedZip(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, file] of files) {
    const encoded = Buffer.from(name)
    const entry = Buffer.alloc(26)
    entry.writeUInt16LE(20, 0)
    entry.writeUInt32LE(crc32(file), 10)
    entry.writeUInt32LE(file.length, 14)
    entry.writeUInt32LE(file.length, 18)
    entry.writeUInt16LE(encoded.length, 22)
    parts.push(signature(LOCAL), entry, encoded, file)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(signature(LISTED), Buffer.from([20, 0]), entry, rest, encoded)
    at += 30 + encoded.length + file.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.size, 4)
  end.writeUInt16LE(files.size, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, listing, signature(END), end])
}

function signature(of: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(of)
  return bytes
}
