import PostalMime, { type Email } from 'postal-mime'
import { DigestError } from '../model/digest-error.ts'
import { checkIsText } from './decode.ts'
import { decodeBytes } from './decode-bytes.ts'
import { detectLegacyEncoding } from './detect-encoding.ts'
import { LIMITS } from './limits.ts'

/** What a mail (RFC 5322 with MIME) holds of a digest. */
export interface Mail {
  /** The body's text in the richest form that was sent, with LF line ends. */
  body: string
  isHtml: boolean
  subject: string | null
  /** The Date header as it was sent, in the sender's own time. */
  sent: string | null
}

/** A mail says its subject again when it is answered or handed on. */
const REPLY_PREFIX = /^(?:(?:re|fw|fwd|转发|回复|答复) ?[:：] {0,5}){1,10}/i

/**
 * Reads a mail: the HTML of its body, or the plain text where there is no HTML; attachments are not read.
 * @throws DigestError 'too-deep' or 'too-large' for its parts or its header, 'empty' for one without text,
 * 'binary' for one whose text cannot be decoded
 */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const email = await parseMail(bytes)
  const body = bodyOf(email)
  if (body.trim() === '') {
    throw new DigestError('empty', 'The mail is empty: none of its parts holds HTML or plain text.')
  }
  if (!body.includes('\ufffd')) return mailOf(email, body)
  // The text is in no encoding that was declared: read the whole mail in the one that its bytes look like.
  const encoding = detectLegacyEncoding(bytes)
  const readable = encoding ? await parseMail(new TextEncoder().encode(decodeBytes(encoding, bytes))) : email
  return mailOf(readable, bodyOf(readable))
}

async function parseMail(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: LIMITS.depth })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    const reason = /nesting/i.test(message) ? 'too-deep' : /size/i.test(message) ? 'too-large' : 'format'
    throw new DigestError(reason, `The mail cannot be read: ${message}.`, { cause })
  }
}

/** A mail of attachments alone has neither. */
function bodyOf(email: Email): string {
  return email.html?.trim() ? email.html : (email.text ?? '')
}

function mailOf(email: Email, body: string): Mail {
  const text = mendWindows1252(body).replace(/\r\n?/g, '\n')
  checkIsText(text)
  const sent = email.headers.find((header) => header.key === 'date')?.value
  return {
    body: text,
    isHtml: Boolean(email.html?.trim()),
    subject: email.subject?.replace(REPLY_PREFIX, '').trim() || null,
    sent: sent ?? null,
  }
}

/** The controls that decode-bytes tells of: printed characters that the runtime read as Latin-1. */
function mendWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) =>
    decodeBytes('windows-1252', Uint8Array.of(control.charCodeAt(0))),
  )
}
