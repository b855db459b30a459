import { DigestError } from '../model/digest-error.ts'
import { findDateInHeader } from './date.ts'
import { ACCEPTED, decode } from './decode.ts'
import {
  dataKindOf,
  formatOf,
  isDigestFile,
  isFeed,
  isGzip,
  isMail,
  type OfficeFormat,
  officeFormatOf,
  type TextFormat,
} from './format.ts'
import { readFrontMatter } from './front-matter.ts'
import { LIMITS } from './limits.ts'
import type { Mail } from './mail.ts'
import { isMailbox } from './mailbox.ts'

/** An upload as text: the document that items' lines and offsets count in, and what came around it. */
export interface OpenedDocument {
  /** LF line ends, no byte order mark, any front matter blanked out. */
  text: string
  /** The stretches of the text that are read each in its own format, in order; between them stands nothing to read. */
  parts: readonly Part[]
  /** The title and the date that a front matter states. */
  statedTitle: string | null
  statedDate: string | null
  /** A mail's Subject and Date. */
  subject: string | null
  sent: string | null
}

/** A mail of a mailbox, an entry of a feed, a file that came with a mail, or the whole document. */
export interface Part {
  format: TextFormat | 'note'
  start: number
  end: number
  /** Where in the text the part's title stands, before it; null where it has none of its own. */
  heading: PartHeading | null
  /** The day, `yyyy-mm-dd`, that the part itself is of; null where it is of the document's. */
  day: string | null
}

export interface PartHeading {
  start: number
  end: number
  url: string | null
  /** True for the title of one story, false for that of a section of several. */
  isStory: boolean
}

/**
 * Opens an upload: decompressed, taken out of its mail, decoded, its format known.
 * @throws DigestError for bytes that are no text in a format and an encoding accepted here, or are over a limit
 */
export async function openDocument(bytes: Uint8Array, key: string): Promise<OpenedDocument> {
  const plain = isGzip(bytes) ? await expand(bytes) : bytes
  const opened = await openPlain(plain, key)
  checkLength(opened.text)
  return opened
}

async function openPlain(bytes: Uint8Array, key: string): Promise<OpenedDocument> {
  const office = officeFormatOf(bytes)
  if (office !== null) return htmlDocument(await OFFICE_READERS[office](bytes))
  if (isMailbox(bytes)) return openMailbox(bytes)
  if (isMail(bytes, key)) return openMail(bytes)
  const text = decode(bytes)
  if (isFeed(text)) return openFeed(text)
  const data = dataKindOf(text, key)
  if (data !== null) throw new DigestError('format', `The document is ${data}. ${ACCEPTED}`)
  return wholeDocument(text, key, null)
}

/** What a format needs is loaded only when that format comes. */
const OFFICE_READERS: Readonly<Record<OfficeFormat, (bytes: Uint8Array) => Promise<string>>> = {
  pdf: async (bytes) => (await import('./pdf.ts')).readPdf(bytes),
  docx: async (bytes) => (await import('./docx.ts')).readDocx(bytes),
}

const htmlDocument = (text: string): OpenedDocument => ({
  text,
  parts: [{ format: 'html', start: 0, end: text.length, heading: null, day: null }],
  ...{ statedTitle: null, statedDate: null, subject: null, sent: null },
})

/** A document of one part; a front matter is of the whole. */
function wholeDocument(text: string, key: string, mail: (Mail & { isHtml: boolean }) | null): OpenedDocument {
  const { title, date, body } = readFrontMatter(text)
  const format = mail?.isHtml ? 'html' : formatOf(body, key)
  return {
    text: body,
    parts: [{ format, start: 0, end: body.length, heading: null, day: null }],
    statedTitle: title,
    statedDate: date,
    subject: mail?.subject ?? null,
    sent: mail?.sent ?? null,
  }
}

/** Puts the parts of a document together, each behind its title. */
class PartWriter {
  readonly parts: Part[] = []
  #text = ''

  add(
    format: Part['format'],
    written: string,
    { title = '', url = null, day = null, isStory = false }: PartHead = {},
  ): void {
    const body = written.trimEnd()
    const from = this.#text.length
    const isTitled = title !== ''
    this.#text += isTitled ? `${title}\n\n${body}\n\n` : `${body}\n\n`
    const start = isTitled ? from + title.length + 2 : from
    const heading = isTitled ? { start: from, end: from + title.length, url, isStory } : null
    this.parts.push({ format, start, end: start + body.length, heading, day })
  }

  get document(): OpenedDocument {
    return {
      text: this.#text,
      parts: this.parts,
      ...{ statedTitle: null, statedDate: null, subject: null, sent: null },
    }
  }
}

interface PartHead {
  title?: string
  url?: string | null
  day?: string | null
  isStory?: boolean
}

async function openMail(bytes: Uint8Array): Promise<OpenedDocument> {
  const mail = await (await import('./mail.ts')).readMail(bytes)
  const texts = mail.texts.filter(({ text }) => text.trim() !== '')
  const [only] = texts
  if (only && texts.length === 1 && mail.attachments.length === 0)
    return wholeDocument(only.text, '', { ...mail, isHtml: only.isHtml })
  const writer = new PartWriter()
  await addMail(writer, mail, null)
  if (writer.parts.every(({ format }) => format === 'note'))
    throw new DigestError('empty', 'The mail is empty: none of its parts holds HTML or plain text.')
  return { ...writer.document, subject: mail.subject, sent: mail.sent }
}

async function openMailbox(bytes: Uint8Array): Promise<OpenedDocument> {
  const [{ readMail }, { mailsIn }] = await Promise.all([import('./mail.ts'), import('./mailbox.ts')])
  const mails = mailsIn(bytes)
  if (mails.length > LIMITS.parts) {
    throw new DigestError(
      'too-many-items',
      `The mailbox holds too many mails: ${mails.length}, ${LIMITS.parts} are allowed.`,
    )
  }
  const writer = new PartWriter()
  const days: string[] = []
  for (const raw of mails) {
    const mail = await readMail(raw)
    const day = mail.sent === null ? null : findDateInHeader(mail.sent)
    if (day !== null) days.push(day)
    await addMail(writer, mail, { title: oneLine(mail.subject ?? ''), day })
  }
  // A mailbox is of the day of its newest mail.
  return { ...writer.document, sent: days.sort().at(-1) ?? null }
}

async function openFeed(text: string): Promise<OpenedDocument> {
  const { title, built, entries } = (await import('./feed.ts')).readFeed(text)
  const writer = new PartWriter()
  for (const entry of entries) {
    const isTitleAlone = entry.body.trim() === ''
    if (isTitleAlone && entry.title === '') continue
    const head = { title: entry.title, url: entry.url, day: entry.day, isStory: true }
    if (isTitleAlone) writer.add('plain', entry.title, { day: entry.day })
    else writer.add(entry.isHtml ? 'html' : 'plain', entry.body.replace(/\r\n?/g, '\n'), head)
  }
  if (writer.parts.length === 0)
    throw new DigestError('empty', 'The feed is empty: none of its entries says anything.')
  const newest = entries
    .flatMap(({ day }) => day ?? [])
    .sort()
    .at(-1)
  const builtOn = built === null ? null : findDateInHeader(built)
  return { ...writer.document, statedTitle: title, statedDate: newest ?? builtOn }
}

/** The texts of a mail, the files with it that are digests themselves, and the names of the others. */
async function addMail(writer: PartWriter, mail: Mail, head: PartHead | null): Promise<void> {
  const day = head?.day ?? null
  let title = head?.title ?? ''
  for (const { isHtml, text } of mail.texts) {
    if (text.trim() === '') continue
    writer.add(isHtml ? 'html' : formatOf(text, ''), text, { title, day })
    title = ''
  }
  for (const { name, bytes } of mail.attachments) {
    const opened = isDigestFile(name, bytes) ? await openAttached(bytes, name) : null
    if (opened === null) writer.add('note', `[${oneLine(name)}]`, { day })
    else {
      for (const { format, start, end } of opened.parts)
        writer.add(format, opened.text.slice(start, end), { title, day })
      title = ''
    }
  }
}

/** A file with a mail that cannot be read does not cost the mail: it is named as a picture would be. */
async function openAttached(bytes: Uint8Array, name: string): Promise<OpenedDocument | null> {
  try {
    return await openPlain(bytes, name)
  } catch (error) {
    if (error instanceof DigestError) return null
    throw error
  }
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

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
