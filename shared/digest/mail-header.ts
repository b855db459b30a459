import { decodePart } from './decode.ts'

/** The fields of a mail's header, each with the bytes of its value, one to a character. */
export type Header = readonly { name: string; value: string }[]

/** A header is read no further. */
const HEADER_BYTES = 1_000_000

/** Reads the header at the start of a mail (RFC 5322, 2.2): folded lines are one. */
export function readHeader(bytes: Uint8Array): Header {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_BYTES)).toString(
    'latin1',
  )
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length
  const lines: string[][] = []
  for (const line of text.slice(0, end).split(/\r?\n/)) {
    if (/^[ \t]/.test(line)) lines.at(-1)?.push(line)
    else lines.push([line])
  }
  return lines.flatMap((folded) => {
    const line = folded.join('')
    const colon = line.indexOf(':')
    return colon < 1
      ? []
      : [{ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }]
  })
}

export const fieldOf = (header: Header, name: string): string | null =>
  header.find((field) => field.name === name)?.value ?? null

const ENCODED_WORD = /=\?([\w.:*+-]{1,60})\?([bq])\?([^?]{0,2000})\?=/gi

/**
 * The words of a field (RFC 2047). Neighbours in one encoding are put together before they are decoded, since programs
 * cut a character in two; what is not encoded at all is in the encoding that it looks like.
 */
export function decodeWords(value: string): string {
  const words: string[] = []
  let pending: { label: string; bytes: Buffer[] } | null = null
  let at = 0
  const flush = (): void => {
    if (pending !== null) words.push(decodePart(Buffer.concat(pending.bytes), pending.label))
    pending = null
  }
  for (const match of value.matchAll(ENCODED_WORD)) {
    const [whole, charset = '', encoding = '', text = ''] = match
    const between = value.slice(at, match.index)
    const label = charset.replace(/\*.*$/, '')
    at = match.index + whole.length
    if (between.trim() !== '' || pending === null) {
      flush()
      words.push(decodeRaw(between))
    } else if (pending.label.toLowerCase() !== label.toLowerCase()) flush()
    pending ??= { label, bytes: [] }
    pending.bytes.push(/b/i.test(encoding) ? Buffer.from(text, 'base64') : unquote(text))
  }
  flush()
  words.push(decodeRaw(value.slice(at)))
  return words.join('')
}

const decodeRaw = (value: string): string =>
  value === '' ? '' : decodePart(Buffer.from(value, 'latin1'), null)

const unquote = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll('_', ' ')
      .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
