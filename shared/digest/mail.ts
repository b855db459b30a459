import PostalMime from 'postal-mime'
import { DigestError } from '../model/digest-error.ts'
import { decodePart } from './decode.ts'
import { decodeBytes } from './decode-bytes.ts'
import { unflow } from './flowed.ts'
import { LIMITS } from './limits.ts'
import { decodeWords, fieldOf, type Header, readHeader } from './mail-header.ts'

/** What a mail (RFC 5322 with MIME) holds of a digest. */
export interface Mail {
  /** Its body, each part in the richest form that was sent, and the mails that it hands on. */
  texts: readonly MailText[]
  /** The files that came with it. */
  attachments: readonly Attachment[]
  subject: string | null
  /** The Date header as it was sent, in the sender's own time; where there is none, the day it came by. */
  sent: string | null
}

export interface MailText {
  isHtml: boolean
  /** With LF line ends. */
  text: string
}

export interface Attachment {
  name: string
  bytes: Uint8Array
}

/** A mail says its subject again when it is answered or handed on. */
const REPLY_PREFIX = /^(?:(?:re|fw|fwd|aw|wg|转发|回复|答复) ?[:：] {0,5}){1,10}/i
/** Fields that tell a day where no Date does: the last ends in one. */
const DAY_FIELDS = ['date', 'resent-date', 'delivery-date', 'received'] as const
/** Mails inside each other. */
const MAIL_DEPTH = 10

/**
 * Reads a mail and the mails in it.
 * @throws DigestError 'too-deep' or 'too-large' for its parts or its header, 'binary' for a text that is none
 */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const header = readHeader(bytes)
  const found = { texts: [] as MailText[], attachments: [] as Attachment[] }
  await collect(await partsOf(bytes), found, 0)
  const subject = fieldOf(header, 'subject')
  return {
    ...found,
    subject: (subject && decodeWords(subject).replace(REPLY_PREFIX, '').trim()) || null,
    sent: sentOf(header),
  }
}

function sentOf(header: Header): string | null {
  for (const name of DAY_FIELDS) {
    const value = fieldOf(header, name)
    if (value !== null)
      return decodeWords(name === 'received' ? value.slice(value.lastIndexOf(';') + 1) : value)
  }
  return null
}

/** A part of a mail as postal-mime keeps it when it has read all. */
interface Part {
  contentType: { parsed: Structured; multipart: string | false }
  contentDisposition: { parsed: Structured }
  contentDescription?: string | undefined
  content: ArrayBuffer | null
  childNodes: readonly Part[]
}

interface Structured {
  value: string
  params: Readonly<Record<string, string>>
}

async function partsOf(bytes: Uint8Array): Promise<Part> {
  // Mails in the mail are read here, under their own header; texts are decoded here, by what they are and not by their label.
  const parser = new PostalMime({ maxNestingDepth: LIMITS.depth, maxRfc822NestingDepth: 0 })
  try {
    await parser.parse(bytes)
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    const reason = /nesting/i.test(message) ? 'too-deep' : /size/i.test(message) ? 'too-large' : 'format'
    throw new DigestError(reason, `The mail cannot be read: ${message}.`, { cause })
  }
  return (parser as unknown as { root: Part }).root
}

interface Found {
  texts: MailText[]
  attachments: Attachment[]
}

async function collect(part: Part, found: Found, depth: number): Promise<void> {
  const { multipart } = part.contentType
  if (multipart === 'alternative') return collectRichest(part.childNodes, found, depth)
  if (multipart || part.childNodes.length > 0) {
    for (const child of part.childNodes) await collect(child, found, depth)
    return
  }
  const bytes = new Uint8Array(part.content ?? new ArrayBuffer(0))
  if (bytes.length === 0) return
  const { value: type } = part.contentType.parsed
  const isAttached = part.contentDisposition.parsed.value === 'attachment'
  if (type === 'message/rfc822' && depth < MAIL_DEPTH) await collect(await partsOf(bytes), found, depth + 1)
  else if (!isAttached && (type === 'text/html' || type === 'text/plain'))
    found.texts.push(textOf(part, bytes))
  else found.attachments.push({ name: nameOf(part), bytes })
}

/** Of the forms of one text, the last that is HTML, or else the last of any text. */
async function collectRichest(forms: readonly Part[], found: Found, depth: number): Promise<void> {
  const read: Found[] = []
  for (const form of forms) {
    const one: Found = { texts: [], attachments: [] }
    await collect(form, one, depth)
    read.push(one)
  }
  const written = read.filter(({ texts }) => texts.some(({ text }) => text.trim() !== ''))
  const best = written.findLast(({ texts }) => texts.some(({ isHtml }) => isHtml)) ?? written.at(-1)
  for (const text of best?.texts ?? []) found.texts.push(text)
  for (const { attachments } of read) for (const attachment of attachments) found.attachments.push(attachment)
}

function textOf({ contentType }: Part, bytes: Uint8Array): MailText {
  const { value, params } = contentType.parsed
  const text = mendWindows1252(decodePart(bytes, params.charset ?? null))
  const isFlowed = /^flowed$/i.test(params.format ?? '')
  return {
    isHtml: value === 'text/html',
    text: isFlowed ? unflow(text, /^yes$/i.test(params.delsp ?? '')) : text,
  }
}

function nameOf({ contentType, contentDisposition, contentDescription }: Part): string {
  const name =
    contentDisposition.parsed.params.filename || contentType.parsed.params.name || contentDescription
  return decodeWords(name ? Buffer.from(name).toString('latin1') : contentType.parsed.value).trim()
}

/** The controls that decode-bytes tells of: printed characters that the runtime read as Latin-1. */
function mendWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) =>
    decodeBytes('windows-1252', Uint8Array.of(control.charCodeAt(0))),
  )
}
