import { DigestError } from '../model/digest-error.ts'
import { decode } from './decode.ts'
import { type Format, formatOf, isGzip, isMail } from './format.ts'
import { readFrontMatter } from './front-matter.ts'
import { LIMITS } from './limits.ts'

/** An upload as text: the document that items' lines and offsets count in, and what came around it. */
export interface OpenedDocument {
  /** How the text is to be read; a mail's body comes as HTML or plain text. */
  format: Exclude<Format, 'mail'>
  /** LF line ends, no byte order mark, any front matter blanked out. */
  text: string
  /** The title and the date that a front matter states. */
  statedTitle: string | null
  statedDate: string | null
  /** A mail's Subject and Date. */
  subject: string | null
  sent: string | null
}

/**
 * Opens an upload: decompressed, taken out of its mail, decoded, its format known.
 * @throws DigestError for bytes that are no text in a format and an encoding accepted here, or are over a limit
 */
export async function openDocument(bytes: Uint8Array, key: string): Promise<OpenedDocument> {
  const plain = isGzip(bytes) ? await expand(bytes) : bytes
  const mail = isMail(plain, key) ? await (await import('./mail.ts')).readMail(plain) : null
  const { title, date, body } = readFrontMatter(mail?.body ?? decode(plain))
  checkLength(body)
  return {
    format: mail?.isHtml ? 'html' : formatOf(body, mail ? '' : key),
    text: body,
    statedTitle: title,
    statedDate: date,
    subject: mail?.subject ?? null,
    sent: mail?.sent ?? null,
  }
}

async function expand(bytes: Uint8Array): Promise<Uint8Array> {
  const expanded = (await import('./gzip.ts')).gunzip(bytes)
  if (isGzip(expanded)) {
    throw new DigestError('format', 'The gzip file holds another gzip file. Compress the document once.')
  }
  return expanded
}

function checkLength(text: string): void {
  if (text.trim() === '') throw new DigestError('empty', 'The document is empty: it holds only white space.')
  if (text.length > LIMITS.characters) {
    const length = `${text.length} characters, ${LIMITS.characters} are allowed`
    throw new DigestError('too-large', `The document is too large: ${length}.`)
  }
  for (let start = 0, line = 1; start < text.length; line++) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    if (end - start > LIMITS.lineLength) {
      const length = `${end - start} characters, ${LIMITS.lineLength} are allowed`
      throw new DigestError('line-too-long', `Line ${line} of the document is too long: ${length}.`)
    }
    start = end + 1
  }
}
