import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Query, queryAll, type Table } from '../../functions/adapters/table.ts'
import { ABSENT, atMost, type Condition, equals } from '../../shared/store/condition.ts'
import type { RowKey } from '../../shared/store/keys.ts'
import {
  dynaliteEngine,
  dynamoDbLocalEngine,
  dynamoDbLocalMissing,
  type Engine,
  memoryEngine,
} from './engines.ts'

/** What the simulation stands on is held against real engines of DynamoDB. */
const REAL_ENGINES: Record<string, () => Promise<Engine>> = { dynalite: dynaliteEngine }

const missing = dynamoDbLocalMissing()
if (missing === undefined) REAL_ENGINES['DynamoDB Local'] = dynamoDbLocalEngine
else test.skip(`DynamoDB Local: ${missing}`, () => {})

const ENGINES = { 'the table in memory': async () => memoryEngine, ...REAL_ENGINES }

const START_MS = 60_000
const KILOBYTE = 1000

describe.each(Object.entries(ENGINES))('%s', (name, start) => {
  let engine: Engine
  let table: Table
  beforeAll(async () => {
    engine = await start()
    table = await engine.newTable()
  }, START_MS)
  afterAll(() => engine?.close())

  const REFUSALS: [what: string, condition: Condition, written: boolean][] = [
    ['absent', [ABSENT], false],
    ['equal number', [[equals('rv', 2)]], true],
    ['other number', [[equals('rv', 3)]], false],
    ['number as text', [[equals('rv', '2')]], false],
    ['at most, equal', [[atMost('version', 'b')]], true],
    ['at most, less', [[atMost('version', 'a')]], false],
    ['at most, more', [[atMost('version', 'c')]], true],
    ['at most by digits, not by value', [[atMost('version', '9')]], false],
    ['an attribute that is not there', [[equals('other', 1)]], false],
    ['either of two clauses', [ABSENT, [equals('rv', 2)]], true],
    ['both of a clause', [[equals('rv', 2), equals('version', 'a')]], false],
  ]
  test.each(REFUSALS)(
    'a write where a row stands, under the condition %s',
    async (what, condition, written) => {
      const key = { pk: what, sk: 'row' }
      const stands = { ...key, rv: 2, version: 'b' }
      const next = { ...key, rv: 7 }
      await table.put(stands)
      expect(await table.put(next, condition)).toBe(written)
      expect(await table.get(key)).toEqual(written ? next : stands)
    },
  )

  test('a write where nothing stands is refused by every condition but that', async () => {
    const key = { pk: 'nothing', sk: 'row' }
    expect(await table.put(key, [[equals('rv', 0)]])).toBe(false)
    expect(await table.put(key, [[atMost('version', 'z')]])).toBe(false)
    expect(await table.get(key)).toBeUndefined()
    expect(await table.put(key, [ABSENT])).toBe(true)
  })

  test('a row comes back as it was written, without what is undefined', async () => {
    const row = {
      pk: 'values',
      sk: '日报 #1',
      empty: '',
      none: null,
      no: false,
      zero: 0,
      large: 9_007_199_254_740_991,
      small: 1e-7,
      list: [],
      nested: { a: [1, 'x', null], b: {} },
    }
    await table.put({ ...row, left: undefined } as RowKey)
    expect(await table.get(row)).toEqual(row)
  })

  test('a query of more than a megabyte comes in pages, and all of it', async () => {
    const text = 'x'.repeat(100 * KILOBYTE)
    const rows = Array.from({ length: 25 }, (_, n) => ({ pk: 'large', sk: String(n).padStart(2, '0'), text }))
    await table.putAll(rows)
    expect((await queryAll(table, { pk: 'large' })).map(({ sk }) => sk)).toEqual(rows.map(({ sk }) => sk))
  })

  const INVALID: [what: string, row: RowKey, lenient?: string][] = [
    ['an empty partition key', { pk: '', sk: 'row' }],
    ['an empty sort key', { pk: 'invalid', sk: '' }],
    ['an empty index key', { pk: 'invalid', sk: 'row', byDatePk: '', byDateSk: 'a' } as RowKey, 'dynalite'],
    ['more than 400 KB', { pk: 'invalid', sk: 'row', text: 'x'.repeat(400 * 1024) } as RowKey],
  ]
  test.each(INVALID.filter(([, , lenient]) => lenient !== name))(
    'a row with %s is an error, and not written',
    async (_what, row) => {
      await expect(table.put(row)).rejects.toThrow()
      await expect(table.putAll([row])).rejects.toThrow()
      expect((await table.queryPage({ pk: 'invalid' })).rows).toEqual([])
    },
  )

  test('a row of almost 400 KB is written', async () => {
    const row = { pk: 'large row', sk: 'row', text: 'x'.repeat(400 * 1024 - 100) }
    expect(await table.put(row)).toBe(true)
    expect(await table.get(row)).toEqual(row)
  })

  test('a batch that names a row twice is an error', async () => {
    const row = { pk: 'batch', sk: 'row' }
    await expect(table.putAll([row, row])).rejects.toThrow()
  })

  test('bounds that are the wrong way round are an error', async () => {
    await expect(table.queryPage({ pk: 'any', between: { from: 'b', to: 'a' } })).rejects.toThrow()
  })
})

const sortKey = fc.constantFrom('', '1', '2', '10', 'a', 'a#1', 'a#2', 'é', '日').map((text) => `k${text}`)
const key = fc.record({ pk: fc.constantFrom('p', 'q'), sk: sortKey })
const index = fc.option(fc.record({ byDatePk: fc.constant('2020'), byDateSk: sortKey }))
const condition = fc.option(
  fc.constantFrom<Condition>([ABSENT], [[equals('rv', 1)]], [ABSENT, [atMost('rv', 1)]]),
)
const write = fc.record({ key, rv: fc.integer({ min: 0, max: 2 }), index, condition })
const query = fc.record({
  pk: fc.constantFrom('p', 'q'),
  prefix: fc.option(fc.constantFrom('k', 'ka', 'k1'), { nil: undefined }),
  descending: fc.boolean(),
  limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
})

test.each(Object.entries(REAL_ENGINES))(
  'the table in memory answers any writes and queries like %s',
  async (_name, start) => {
    const engine = await start()
    const pages = async (table: Table, asked: Query) => {
      const rows = await queryAll(table, asked)
      const first = await table.queryPage(asked)
      return { rows, first: first.rows }
    }
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(write, { maxLength: 12 }),
          fc.array(query, { maxLength: 4 }),
          async (writes, asked) => {
            const [real, memory] = [await engine.newTable(), await memoryEngine.newTable()]
            for (const { key, rv, index, condition } of writes) {
              const row = { ...key, rv, ...index }
              const [one, other] = await Promise.all(
                [real, memory].map((table) => table.put(row, condition ?? undefined)),
              )
              expect(other).toBe(one)
            }
            for (const one of asked) expect(await pages(memory, one)).toEqual(await pages(real, one))
            const byDate = { pk: '2020', index: 'by-date' } as const
            const named = async (table: Table) =>
              new Map((await queryAll(table, byDate)).map((row) => [`${row.pk} ${row.sk}`, row]))
            expect(await named(memory)).toEqual(await named(real))
          },
        ),
        { numRuns: 25 },
      )
    } finally {
      await engine.close()
    }
  },
  120_000,
)
