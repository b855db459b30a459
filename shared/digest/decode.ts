import { isAscii } from 'node:buffer'
import { DigestError } from '../model/digest-error.ts'
import { decodeBytes } from './decode-bytes.ts'
import { detectLegacyEncoding, detectUtf16, isDamagedUtf8 } from './detect-encoding.ts'

/** Byte order marks and the encoding each declares. */
const BYTE_ORDER_MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

/** The start of a few kinds of file that are no text, so that the refusal can name them. */
const BINARY_SIGNATURES = [
  { kind: 'an encrypted or an older Office document', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'a PNG image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'a JPEG image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'a GIF image', bytes: [0x47, 0x49, 0x46, 0x38] },
] as const

/** What a refusal says to send instead. */
export const ACCEPTED =
  'Send text, Markdown, HTML, a mail (.eml), a mailbox (.mbox), a feed, DOCX or PDF, as it is or gzipped.'
const ACCEPTED_ENCODINGS = 'UTF-8, UTF-16, GB18030, GBK, Big5, Windows-1252 and Latin-1 are read.'

/** A declaration stands at the very start (the HTML standard looks at as many bytes). */
const DECLARATION_LENGTH = 1024
const DECLARED_CHARSET =
  /<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i

/** A text holds a stray control now and then, for this many characters one more; a file of bytes is full of them. */
const CHARACTERS_PER_CONTROL = 50

/**
 * The text of a document with LF line ends and without a byte order mark, in the encoding that its mark or its
 * head declares, or else the one it is found to be in.
 * @throws DigestError 'binary' where the bytes are no text, 'encoding' where no accepted encoding fits them
 */
export function decode(bytes: Uint8Array): string {
  const signature = BINARY_SIGNATURES.find((known) => startsWith(bytes, known.bytes))
  if (signature)
    throw new DigestError('binary', `The document is binary: it is ${signature.kind}. ${ACCEPTED}`)
  const decoded = decodeAsFound(bytes)
  const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
  checkIsText(text)
  return text
}

/**
 * The text of a part of a mail, which is under a label of its own; a wrong label and damage are borne with, since the
 * other parts are sound.
 * @throws DigestError 'binary' where the bytes are no text
 */
export function decodePart(bytes: Uint8Array, label: string | null): string {
  const text = decodeLabelled(bytes, encodingOf(label))
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
  checkIsText(text)
  return text
}

function decodeLabelled(bytes: Uint8Array, labelled: string | null): string {
  const mark = BYTE_ORDER_MARKS.find((known) => startsWith(bytes, known.bytes))
  // Encodings that shift between sets write their letters in ASCII.
  if (isAscii(bytes)) return decodeLoosely(mark?.encoding ?? labelled ?? 'utf-8', bytes)
  if (mark) return decodeLoosely(mark.encoding, bytes)
  const stated = labelled?.startsWith('utf-16') ? labelled : null
  if (stated) return decodeLoosely(stated, bytes)
  // What happens to be valid UTF-8 is UTF-8, whatever its label says: no other encoding's text is by chance.
  const valid = decodeIfValid('utf-8', bytes)
  if (valid !== null) return valid
  for (const encoding of [labelled, declaredEncoding(bytes)]) {
    const text = encoding === null || encoding === 'utf-8' ? null : decodeIfValid(encoding, bytes)
    if (text !== null) return text
  }
  if (isDamagedUtf8(bytes)) return decodeLoosely('utf-8', bytes)
  return decodeLoosely(detectLegacyEncoding(bytes) ?? labelled ?? 'utf-8', bytes)
}

function decodeLoosely(encoding: string, bytes: Uint8Array): string {
  return decodeIfValid(encoding, bytes) ?? new TextDecoder(encoding).decode(bytes)
}

/** Names that mail programs use and the standard of the web does not list. */
const LABELS: Readonly<Record<string, string>> = {
  ...{ cp936: 'gbk', ms936: 'gbk', gb2312_80: 'gbk', cp950: 'big5', cp65001: 'utf-8', utf8mb4: 'utf-8' },
  ...{ cp1252: 'windows-1252', latin9: 'iso-8859-15', 'big5-eten': 'big5' },
}

/** The encoding of the web's standard that a label stands for; null for none. */
function encodingOf(label: string | null): string | null {
  const name = label?.trim().toLowerCase() ?? ''
  for (const known of [name, name.replace(/^x-/, ''), LABELS[name.replace(/^x-/, '')] ?? '']) {
    try {
      if (known !== '') return new TextDecoder(known).encoding
    } catch {
      // A label that the runtime does not know.
    }
  }
  return null
}

function decodeAsFound(bytes: Uint8Array): string {
  const mark = BYTE_ORDER_MARKS.find((known) => startsWith(bytes, known.bytes))
  if (mark) return decodeAs(mark.encoding, bytes)
  const declared = declaredEncoding(bytes)
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(0))
    return decodeAs(detectUtf16(bytes) ?? refuseBinary(), bytes)
  if (isAscii(bytes)) return decodeAs(declared ?? 'utf-8', bytes)
  // Bytes above ASCII that happen to be valid UTF-8 are UTF-8, whatever a copied head says.
  const text = decodeIfValid('utf-8', bytes) ?? (declared && decodeIfValid(declared, bytes))
  if (text != null) return text
  return decodeAs(isDamagedUtf8(bytes) ? 'utf-8' : (detectLegacyEncoding(bytes) ?? refuseEncoding()), bytes)
}

/** The encoding that the head of an HTML or XML document names, or null for none or one unknown here. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_LENGTH))
  const label = head.trimStart().startsWith('<') ? DECLARED_CHARSET.exec(head)?.[1] : undefined
  const encoding = encodingOf(label ?? null)
  // The head was readable byte by byte, so it cannot be in UTF-16 (HTML standard, 13.2.3.2).
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding
}

function decodeIfValid(encoding: string, bytes: Uint8Array): string | null {
  try {
    return decodeBytes(encoding, bytes)
  } catch {
    return null
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    return decodeBytes(encoding, bytes)
  } catch (cause) {
    const at = firstFault(encoding, bytes)
    const name = encoding.toUpperCase()
    throw new DigestError('encoding', `The document is not valid ${name}: it breaks off at byte ${at}.`, {
      cause,
    })
  }
}

/** The offset, from 0, of the first byte after which the bytes can no longer be in an encoding. */
function firstFault(encoding: string, bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isValidStart(encoding, bytes.subarray(0, middle + 1))) low = middle + 1
    else high = middle
  }
  return low
}

function isValidStart(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Controls other than white space and escape, and what stands for undecodable bytes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const CONTROL = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]/g

/** @throws DigestError 'binary' for what was decoded from bytes that never were text */
export function checkIsText(text: string): void {
  if (text.includes('\0')) refuseBinary()
  const controls = text.match(CONTROL)?.length ?? 0
  if (controls > 1 + text.length / CHARACTERS_PER_CONTROL) {
    const held = `${controls} control or undecodable characters`
    throw new DigestError('binary', `The document is binary: it holds ${held}. ${ACCEPTED}`)
  }
}

function refuseBinary(): never {
  throw new DigestError('binary', `The document is binary: it holds NUL bytes. ${ACCEPTED}`)
}

function refuseEncoding(): never {
  throw new DigestError('encoding', `The document is in no encoding known here. ${ACCEPTED_ENCODINGS}`)
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}
