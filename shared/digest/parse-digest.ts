import { DigestError } from '../errors.ts'
import { assembleItems } from './assemble-items.ts'
import type { Reading } from './block.ts'
import { dateOf } from './date.ts'
import { decode } from './decode.ts'
import type { Digest, Item, Upload } from './digest.ts'
import { digestId } from './digest-id.ts'
import { type Format, formatOf } from './format.ts'
import { readFrontMatter } from './front-matter.ts'
import { mainLanguage } from './language.ts'
import { LIMITS } from './limits.ts'
import { normalizeText } from './normalize-text.ts'
import { readPlainText } from './plain-text.ts'

/** Grows with every change that makes the same bytes come out otherwise; digests parsed under a lower one are stale. */
export const PARSER_VERSION: number = 1

/** A reader per format; what a format needs is loaded only when that format comes. */
const READERS: Readonly<Record<Format, (document: string) => Promise<Reading>>> = {
  plain: async (document) => readPlainText(document),
  markdown: async (document) => (await import('./markdown.ts')).readMarkdown(document),
}

/**
 * Parses one uploaded document into a dated digest.
 * @throws DigestError and nothing else, for bytes or a key that can never become a digest
 */
export async function parseDigest(bytes: Uint8Array, upload: Upload): Promise<Digest> {
  checkKey(upload.key)
  checkSize(bytes)
  const document = decode(bytes)
  if (document.trim() === '')
    throw new DigestError('empty', 'The document is empty: it holds only white space.')
  const frontMatter = readFrontMatter(document)
  const reading = await READERS[formatOf(document, upload.key)](frontMatter.body)
  const title = normalizeText(frontMatter.title ?? reading.title ?? '')
  const items = assembleItems(document, reading.blocks)
  if (items.length === 0) throw new DigestError('empty', 'The document has no items: no text is left in it.')
  checkItems(items)
  return {
    id: digestId(upload.key),
    title: title || fileName(upload.key),
    ...dateOf({
      'front-matter': frontMatter.date,
      title: `${title}\n${reading.subtitle ?? ''}`,
      key: upload.key,
      mail: null,
      object: upload.lastModified,
    }),
    language: mainLanguage(items),
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
    const length = Buffer.byteLength(JSON.stringify(item))
    if (length > LIMITS.itemBytes) {
      throw new DigestError(
        'item-too-long',
        `Item ${item.n} (line ${item.line}) is too long: ${length} bytes with its links, ${LIMITS.itemBytes} are allowed.`,
      )
    }
  }
}

function fileName(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1)
}
