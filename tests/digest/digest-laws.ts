import assert from 'node:assert/strict'
import { LIMITS } from '../../shared/digest/limits.ts'
import { openDocument } from '../../shared/digest/open-document.ts'
import { parseDigest } from '../../shared/digest/parse.ts'
import { DATE_SOURCES, type Digest, ITEM_KINDS, type Item, LANGUAGES } from '../../shared/model/digest.ts'
import { DIGEST_ERROR_REASONS, DigestError } from '../../shared/model/digest-error.ts'
import type { RandomUpload } from './random-documents.ts'

export const lastModified = '2021-12-31T23:59:59.000Z'

/** What any upload must come to: a digest that is whole and at its place, or an error that names what is wrong. */
export async function checkUpload({ key, bytes }: RandomUpload): Promise<void> {
  const outcome = await parseDigest(bytes, { key, lastModified }).catch((error: unknown) => error)
  if (outcome instanceof DigestError) checkError(outcome)
  else if (outcome instanceof Error) throw outcome
  else checkDigest(outcome as Digest, (await openDocument(bytes, key)).text)
}

function checkError({ reason, message }: DigestError): void {
  assert.ok(DIGEST_ERROR_REASONS.includes(reason), reason)
  assert.match(message, /^(?:The|Line|Item) .{10,400}\.$/su)
}

function checkDigest(digest: Digest, document: string): void {
  assert.match(digest.date, /^\d{4}-\d\d-\d\d$/)
  assert.equal(new Date(digest.date).toISOString().slice(0, 10), digest.date)
  assert.ok(DATE_SOURCES.includes(digest.dateSource))
  assert.ok(LANGUAGES.includes(digest.language))
  assert.ok(digest.title.trim() !== '')
  assert.ok(digest.items.length > 0 && digest.items.length <= LIMITS.items)
  for (const [i, item] of digest.items.entries()) {
    assert.equal(item.n, i + 1)
    checkItem(item, document)
  }
}

function checkItem(item: Item, document: string): void {
  assert.ok(ITEM_KINDS.includes(item.kind))
  assert.ok(LANGUAGES.includes(item.language))
  for (const text of [item.text, item.title, item.section, item.context])
    assert.equal(text, text?.replace(/\s+/gu, ' ').trim() ?? null)
  assert.ok(item.text !== '' || item.kind === 'boilerplate')
  for (const { url } of item.links) assert.doesNotMatch(url, /^\s*$|^\s*javascript:/i)
  assert.ok(0 <= item.start && item.start < item.end && item.end <= document.length, 'has a place')
  const source = document.slice(item.start, item.end)
  assert.equal(source, source.trim(), 'has a place without white space at its edges')
  assert.equal(document.slice(0, item.start).split('\n').length, item.line)
  // A row of a table says what its columns are called, which stands above it.
  checkWords(item.text, item.context === null ? source : document.slice(0, item.end))
}

/** Letters and digits of an item's text all stand in its source, as they are or as numeric references ("&#84"). */
function checkWords(text: string, source: string): void {
  const counts = new Map<string, number>()
  const referred = [...source.matchAll(/&#(x[0-9a-f]{1,6}|\d{1,7})/gi)].map(([, code]) =>
    referredTo(`0${code}`),
  )
  for (const sign of (source + referred.join('')).match(/[a-z0-9\p{Script=Han}]/giu) ?? [])
    counts.set(sign, (counts.get(sign) ?? 0) + 1)
  for (const sign of text.match(/[a-z0-9\p{Script=Han}]/giu) ?? []) {
    const left = counts.get(sign) ?? 0
    assert.ok(
      left > 0,
      `${JSON.stringify(sign)} of ${JSON.stringify(text)} stands in ${JSON.stringify(source)}`,
    )
    counts.set(sign, left - 1)
  }
}

/** The character of a code point, "084" or "0x54"; '' where none has that code. */
function referredTo(code: string): string {
  const point = Number(code)
  return point <= 0x10ffff ? String.fromCodePoint(point) : ''
}
