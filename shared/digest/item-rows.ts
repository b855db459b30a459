import type { Item } from '../model/digest.ts'
import { itemKey, type RowKey } from '../store/keys.ts'
import type { Version } from '../store/version.ts'

/**
 * Some items of a digest, in order, as JSON text: a write costs by the kilobyte begun, and most items have a third of
 * one. The row stands under the number of its first item.
 */
export type ItemsRow = RowKey & { items: string }

/** A row that is full has at most so many items, so that a page of few items reads little more than them. */
export const ITEMS_IN_ROW = 25
/** UTF-8 bytes of the items of a row; one that is longer has a row to itself. */
const ROW_BYTES = 16_000

/** The rows of a version's items, immutable under it: the same items give the same rows. */
export function itemRows(digest: string, version: Version, items: readonly Item[]): ItemsRow[] {
  const rows: { first: number; texts: string[] }[] = []
  let bytes = 0
  for (const item of items) {
    const text = JSON.stringify(item)
    const length = Buffer.byteLength(text)
    const row = rows.at(-1)
    if (row === undefined || row.texts.length === ITEMS_IN_ROW || bytes + length > ROW_BYTES) {
      rows.push({ first: item.n, texts: [text] })
      bytes = length
    } else {
      row.texts.push(text)
      bytes += length
    }
  }
  return rows.map(({ first, texts }) => ({
    ...itemKey(digest, version, first),
    items: `[${texts.join(',')}]`,
  }))
}

export const itemsIn = ({ items }: ItemsRow): Item[] => JSON.parse(items) as Item[]
