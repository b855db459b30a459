import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ITEMS_IN_ROW, itemRows, itemsIn } from '../../shared/digest/item-rows.ts'
import type { Item } from '../../shared/model/digest.ts'

const VERSION = `${'0'.repeat(64)}.0001`

const itemsOf = (texts: readonly string[]): Item[] =>
  texts.map((text, at) => ({
    n: at + 1,
    section: null,
    date: null,
    kind: 'paragraph',
    title: null,
    text,
    context: null,
    links: [],
    language: 'en',
    variant: null,
    line: at + 1,
    start: 0,
    end: text.length,
  }))

const texts = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer({ min: 1, max: 20_000 }).map((length) => '数'.repeat(length)),
  ),
  { maxLength: 80 },
)

describe('rows of items', () => {
  test('give the items back, in order of their keys', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const items = itemsOf(some)
        const rows = itemRows('d', VERSION, items)
        const sorted = rows.toSorted((a, b) => (a.sk < b.sk ? -1 : 1))
        expect(sorted.flatMap(itemsIn)).toEqual(items)
      }),
      { numRuns: 50 },
    )
  })

  test('are few, and small unless an item alone is not', () => {
    fc.assert(
      fc.property(texts, (some) => {
        for (const row of itemRows('d', VERSION, itemsOf(some))) {
          const items = itemsIn(row)
          expect(items.length).toBeLessThanOrEqual(ITEMS_IN_ROW)
          if (items.length > 1) expect(Buffer.byteLength(row.items)).toBeLessThan(17_000)
        }
      }),
      { numRuns: 50 },
    )
    expect(itemRows('d', VERSION, itemsOf(Array(60).fill('One of sixty.')))).toHaveLength(3)
  })
})
