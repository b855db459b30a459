import { describe, expect, test } from 'vitest'
import type { Fact } from '../../shared/model/fact.ts'
import { contributionRows } from '../../shared/series/contribution.ts'
import { aFact } from '../a-fact.ts'

const SERIES = { metric: 'yuan', day: '2020-01-09' }

const fact = (amount: string, more: Partial<Fact> = {}): Fact =>
  aFact({ metric: 'yuan', unit: 'CNY', amount, ...more })

describe('a contribution', () => {
  test('lists former and restated levels and does not count them', () => {
    const facts = [fact('7'), fact('5', { role: 'previous' }), fact('9', { role: 'equivalent' })]
    const { contribution, overflow } = contributionRows(SERIES, 'd', 'v1', facts)
    expect(contribution).toMatchObject({ n: 1, sum: '7', version: 'v1', chunks: 1 })
    expect(JSON.parse(contribution.facts)).toEqual(facts)
    expect(overflow).toEqual([])
  })

  test('that is gone keeps its version and has no facts', () => {
    expect(contributionRows(SERIES, 'd', 'v2', []).contribution).toMatchObject({
      n: 0,
      version: 'v2',
      facts: '[]',
    })
  })

  test('over 300 kB is cut into rows that fit, without losing a fact', () => {
    const facts = Array.from({ length: 2000 }, (_, n) => fact(String(n), { sentence: '元'.repeat(150) }))
    const { contribution, overflow } = contributionRows(SERIES, 'd', 'v1', facts)
    const rows = [contribution, ...overflow]
    expect(rows.length).toBe(contribution.chunks)
    expect(rows.length).toBeGreaterThan(3)
    for (const row of rows) expect(Buffer.byteLength(row.facts ?? '')).toBeLessThan(310_000)
    expect(rows.flatMap((row) => JSON.parse(row.facts ?? ''))).toEqual(facts)
    expect(new Set(rows.map((row) => row.sk)).size).toBe(rows.length)
  })
})
