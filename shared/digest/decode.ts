import { DigestError } from '../errors.ts'

/** Byte order marks and the encoding each declares. */
const BYTE_ORDER_MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

/**
 * The text of a document with LF line ends and without a byte order mark.
 * @throws DigestError 'encoding' where the bytes are not valid in their encoding, 'binary' where a NUL is left
 */
export function decode(bytes: Uint8Array): string {
  const encoding = declaredByMark(bytes) ?? 'utf-8'
  const text = decodeAs(encoding, bytes).replace(/\r\n?/g, '\n')
  const nul = text.indexOf('\0')
  if (nul !== -1) {
    throw new DigestError(
      'binary',
      `The document is binary: it holds a NUL at character ${nul + 1}. Send text.`,
    )
  }
  return text
}

function declaredByMark(bytes: Uint8Array): string | undefined {
  return BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte))?.encoding
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    if (bytes.includes(0)) {
      throw new DigestError('binary', 'The document is binary: it holds NUL bytes. Send text.', { cause })
    }
    throw new DigestError('encoding', `The document is not valid ${encoding.toUpperCase()}. Send UTF-8.`, {
      cause,
    })
  }
}
