import type { Digest, Item, Upload } from '../model/digest.ts'
import { DigestError } from '../model/digest-error.ts'
import { assembleItems } from './assemble-items.ts'
import type { Reading } from './block.ts'
import { dateOf } from './date.ts'
import { digestId } from './digest-id.ts'
import { LIMITS } from './limits.ts'
import { type OpenedDocument, openDocument } from './open-document.ts'
import { readPlainText } from './plain-text.ts'
import { settleTitle } from './title.ts'

/** Grows with every change that makes the same bytes come out otherwise; digests parsed under a lower one are stale. */
export const PARSER_VERSION: number = 4

/** A reader per format; what a format needs is loaded only when that format comes. */
const READERS: Readonly<Record<OpenedDocument['format'], (text: string) => Promise<Reading>>> = {
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
  const document = await openDocument(bytes, upload.key)
  const reading = await READERS[document.format](document.text)
  const { title, dateline, blocks } = settleTitle(document.statedTitle ?? document.subject, reading)
  const { items, language } = assembleItems(document.text, blocks)
  if (items.length === 0) throw new DigestError('empty', 'The document has no items: no text is left in it.')
  checkItems(items)
  return {
    id: digestId(upload.key),
    title: title ?? fileName(upload.key),
    ...dateOf({
      'front-matter': document.statedDate ?? reading.date,
      title: [title, reading.title, reading.subtitle, dateline].join('\n'),
      key: upload.key,
      mail: document.sent,
      object: upload.lastModified,
    }),
    language,
    items,
  }
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

function checkItems(items: readonly Item[]): void {
  if (items.length > LIMITS.items) {
    throw new DigestError(
      'too-many-items',
      `The document has too many items: ${items.length}, ${LIMITS.items} are allowed.`,
    )
  }
  for (const item of items) {
    const length = jsonLength(item)
    if (length > LIMITS.itemBytes) {
      const excess = `${length} bytes with its links, ${LIMITS.itemBytes} are allowed`
      throw new DigestError('item-too-long', `Item ${item.n} (line ${item.line}) is too long: ${excess}.`)
    }
  }
}

/** The UTF-8 bytes of an item as JSON, or, where it is far too small to matter, 0. */
function jsonLength(item: Item): number {
  const units = item.links.reduce(
    (sum, link) => sum + link.text.length + link.url.length + 4,
    item.text.length,
  )
  // An item says its words thrice at most, and JSON makes six bytes of a unit at worst.
  return units * 18 < LIMITS.itemBytes ? 0 : Buffer.byteLength(JSON.stringify(item))
}

function fileName(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1)
}
