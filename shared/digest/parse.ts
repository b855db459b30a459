import type { Digest, Item, Upload } from '../model/digest.ts'
import { DigestError } from '../model/digest-error.ts'
import { assembleItems } from './assemble-items.ts'
import { type Block, blockOf, emptyBlock, type Reading } from './block.ts'
import { correctionsDigest, isCorrections } from './corrections.ts'
import { dateOf, findDate } from './date.ts'
import { daySaid } from './day-said.ts'
import { digestId } from './digest-id.ts'
import { cutHeading, LIMITS } from './limits.ts'
import { type OpenedDocument, openDocument, type Part, type PartHeading } from './open-document.ts'
import { readPlainText } from './plain-text.ts'
import { settleTitle } from './title.ts'

/** Grows with every change that makes the same bytes come out otherwise; digests parsed under a lower one are stale. */
export const PARSER_VERSION: number = 5

/** A reader per format; what a format needs is loaded only when that format comes. */
const READERS: Readonly<Record<Part['format'], (text: string) => Promise<Reading>>> = {
  note: async (text) => readNote(text),
  plain: async (text) => readPlainText(text),
  markdown: async (text) => (await import('./markdown.ts')).readMarkdown(text),
  html: async (text) => (await import('./html.ts')).readHtml(text),
}

/**
 * Parses one uploaded document into a dated digest.
 * @throws DigestError and nothing else, for bytes or a key that can never become a digest
 */
export async function parseDigest(bytes: Uint8Array, upload: Upload): Promise<Digest> {
  checkKey(upload.key)
  checkSize(bytes)
  if (isCorrections(upload.key)) return correctionsDigest(bytes, upload)
  const document = await openDocument(bytes, upload.key)
  const reading = await readParts(document)
  const { title, dateline, blocks } = settleTitle(document.statedTitle ?? document.subject, reading)
  const { items, ...languages } = assembleItems(document.text, blocks)
  if (items.length === 0) throw new DigestError('empty', 'The document has no items: no text is left in it.')
  checkItems(items, bytes.length)
  const titles = [title, reading.title, reading.subtitle, dateline, reading.shownDate]
  return {
    id: digestId(upload.key),
    title: cutHeading(title ?? fileName(upload.key)),
    ...dateOf({
      'front-matter': document.statedDate ?? reading.date,
      title: titles.find((line) => line !== null && findDate(line)) ?? daySaid(reading.blocks),
      key: upload.key,
      mail: document.sent,
      object: upload.lastModified,
    }),
    ...languages,
    items,
  }
}

/** A document of one part is read as it is; of several, each under its own title and day. */
async function readParts({ text, parts }: OpenedDocument): Promise<Reading> {
  const [only] = parts
  if (only && parts.length === 1 && only.heading === null && only.day === null)
    return READERS[only.format](text.slice(only.start, only.end))
  const blocks: Block[] = []
  for (const part of parts) {
    if (part.heading !== null) blocks.push(headingOf(text, part.heading, part.day))
    const reading = await READERS[part.format](text.slice(part.start, part.end))
    for (const block of reading.blocks) {
      blocks.push({
        ...block,
        start: block.start + part.start,
        end: block.end + part.start,
        level: levelIn(part, block.level),
        day: part.day,
      })
    }
    blocks.push(emptyBlock('rule', { start: part.end, end: part.end }))
  }
  return { title: null, heading: null, subtitle: null, date: null, shownDate: null, blocks }
}

/** The title of a story is deeper than any section's, and the headings in a part are deeper than its title. */
const STORY_LEVEL = 7

function levelIn({ heading }: Part, level: number): number {
  if (level === 0 || heading === null) return level
  return level + (heading.isStory ? STORY_LEVEL : 1)
}

function headingOf(text: string, { start, end, url, isStory }: PartHeading, day: string | null): Block {
  const title = text.slice(start, end)
  const links = url === null ? [] : [{ text: title, url }]
  const words = { text: title, lead: null, links, isAllLead: false, isAllEmphasis: false }
  return { ...blockOf('heading', { start, end }, words), level: isStory ? STORY_LEVEL : 1, day }
}

/** What is only named: a file that came with a mail and is no digest. */
function readNote(text: string): Reading {
  const block = { ...emptyBlock('paragraph', { start: 0, end: text.length }), text, isFurniture: true }
  return { title: null, heading: null, subtitle: null, date: null, shownDate: null, blocks: [block] }
}

function checkKey(key: string): void {
  if (key === '' || key.endsWith('/')) {
    throw new DigestError(
      'key',
      `The key ${JSON.stringify(key)} names no document: it is empty or ends in "/".`,
    )
  }
  const length = new TextEncoder().encode(key).length
  if (length > LIMITS.keyBytes) {
    throw new DigestError('key', `The key is too long: ${length} bytes, ${LIMITS.keyBytes} are allowed.`)
  }
}

function checkSize(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new DigestError('empty', 'The document is empty: it has 0 bytes.')
  if (bytes.length > LIMITS.bytes) {
    throw new DigestError(
      'too-large',
      `The document is too large: ${bytes.length} bytes, ${LIMITS.bytes} are allowed.`,
    )
  }
}

function checkItems(items: readonly Item[], uploaded: number): void {
  if (items.length > LIMITS.items) {
    throw new DigestError(
      'too-many-items',
      `The document has too many items: ${items.length}, ${LIMITS.items} are allowed.`,
    )
  }
  const links = items.reduce((sum, item) => sum + item.links.length, 0)
  if (links > LIMITS.links) {
    throw new DigestError(
      'too-many-links',
      `The document has too many links: ${links}, ${LIMITS.links} are allowed.`,
    )
  }
  for (const item of items) {
    const length = mostBytes(item) < LIMITS.itemBytes ? 0 : jsonBytes(item)
    if (length > LIMITS.itemBytes) {
      const excess = `${length} bytes with its links, ${LIMITS.itemBytes} are allowed`
      throw new DigestError('item-too-long', `Item ${item.n} (line ${item.line}) is too long: ${excess}.`)
    }
  }
  checkStored(items, LIMITS.storedBytesBeside + LIMITS.storedBytesPerByte * uploaded)
}

function checkStored(items: readonly Item[], allowed: number): void {
  const most = items.reduce((sum, item) => sum + mostBytes(item), 0)
  const stored = most <= allowed ? most : items.reduce((sum, item) => sum + jsonBytes(item), 0)
  if (stored <= allowed) return
  const excess = `${stored} bytes as items, ${allowed} are allowed for its size`
  throw new DigestError('too-large', `The document is too large: ${excess}.`)
}

const jsonBytes = (item: Item): number => Buffer.byteLength(JSON.stringify(item))

/** What JSON makes of a UTF-16 code unit at worst, and of the names and numbers of an item. */
const BYTES_PER_UNIT = 6
const BYTES_BESIDE = 300

/** At least the bytes of an item as JSON, without making it. */
function mostBytes({ text, title, section, context, links }: Item): number {
  const words = text.length + (title?.length ?? 0) + (section?.length ?? 0) + (context?.length ?? 0)
  const units = links.reduce((sum, link) => sum + link.text.length + link.url.length + 4, words)
  return units * BYTES_PER_UNIT + BYTES_BESIDE
}

function fileName(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1)
}
