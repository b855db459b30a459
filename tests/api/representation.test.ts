import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvOf } from '../../shared/api/csv.ts'
import { digestId } from '../../shared/digest/digest-id.ts'
import { readArchive } from './archive.ts'
import { FACTS, METRIC, TREND } from './stored-facts.ts'

type Texts = Record<string, string>

const get = async (routeKey: string, given: Texts = {}, headers: Texts = {}) =>
  (await readArchive()).get(routeKey, given, headers)

describe('CSV', () => {
  test.each([
    ['a trend', TREND, { metric: METRIC, bucket: 'year', measure: 'sum,median', compare: 'previous' }, 2],
    ['facts', FACTS, { metric: METRIC, from: '2020-01-01' }, 7],
    ['digests', 'GET /v1/digests', { from: '2020-01-01', to: '2020-12-31' }, 4],
    ['a digest', 'GET /v1/digests/{id}', { id: digestId('parks.txt') }, 1],
    ['items', 'GET /v1/digests/{id}/items', { id: digestId('parks.txt') }, 3],
    ['an item', 'GET /v1/items/{digest}/{n}', { digest: digestId('parks.txt'), n: '1' }, 1],
    ['metrics', 'GET /v1/metrics', {}, 4],
    ['search', 'GET /v1/search', { q: 'floor' }, 1],
  ])(
    'of %s is asked for by format or Accept, with a line for each thing',
    async (_what, routeKey, given, lines) => {
      const asked = await get(routeKey, { ...given, format: 'csv' } as Texts)
      const accepted = await get(routeKey, given as Texts, { accept: 'text/csv, application/json;q=0.5' })
      expect(asked.headers['content-type']).toMatch(/^text\/csv/)
      expect(accepted.body).toBe(asked.body)
      const rows: Texts[] = parse(asked.body, { columns: true })
      expect(rows).toHaveLength(lines)
      expect(Object.keys(rows[0] ?? {}).every((name) => /^[a-zA-Z.0-9]+$/.test(name))).toBe(true)
    },
  )

  test('has a column for each measure and each of its changes', async () => {
    const given = { metric: METRIC, bucket: 'year', measure: 'sum', compare: 'previous', format: 'csv' }
    const { body } = await get(TREND, given)
    expect(body.split('\r\n')).toEqual([
      'date,start,end,count,digests,sum,change.sum,percentChange.sum',
      '2019,2019-01-01,2019-12-31,30,30,480,,',
      '2020,2020-01-01,2020-12-31,5,3,42107.25,41627.25,8672.34375',
      '',
    ])
  })

  test('has its header where there is nothing else', async () => {
    const { body } = await get(TREND, { metric: 'jobs', measure: 'sum', format: 'csv' })
    expect(body).toBe('date,start,end,count,digests,sum\r\n')
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+1+1', "'+1+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1+1', "'\t=1+1"],
    [' =1+1', "' =1+1"],
    ['＝1+1', "'＝1+1"],
    ['-12.5', '-12.5'],
    ['1,5', '1,5'],
    ['say "a"\r\nthen b', 'say "a"\r\nthen b'],
    [null, ''],
    [{ a: '=1' }, '{"a":"=1"}'],
  ])('a cell of %j reads as %j', (cell, expected) => {
    expect(parse(csvOf(['x', 'y'], [{ x: cell, y: 'end' }]))).toEqual([
      ['x', 'y'],
      [expected, 'end'],
    ])
  })

  test('no cell begins as a formula does, and what is none reads back as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
        const [, ...rows] = parse(
          csvOf(
            ['x', 'y'],
            cells.map((x) => ({ x, y: 1 })),
          ),
        )
        for (const [at, [cell = '']] of rows.entries()) {
          if (/^-?\d+(\.\d+)?$/.test(cell)) continue
          expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
          expect([cells[at], `'${cells[at]}`]).toContain(cell.startsWith("'") ? cell : cells[at])
          expect(cell.replace(/^'/, '')).toBe(cells[at]?.replace(/^'/, ''))
        }
      }),
    )
  })
})

describe('JSON lines', () => {
  test('are the facts, one on each, and the next page is in the header', async () => {
    const given = { metric: METRIC, limit: '3' }
    const { body, headers } = await get(FACTS, { ...given, format: 'jsonl' })
    const { facts } = JSON.parse((await get(FACTS, given)).body)
    expect(headers['content-type']).toMatch(/^application\/jsonl/)
    expect(
      body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(facts)
    expect(headers.link).toMatch(
      /^<\/v1\/metrics\/square-meters\/facts\?limit=3&format=jsonl&cursor=[\w.-]+>; rel="next"$/,
    )
  })
})

describe('the link to the next page', () => {
  test('holds the same query, escaped, and is missing on the last page', async () => {
    const given = { metric: METRIC, subject: 'floor & space', limit: '1' }
    expect((await get(FACTS, given)).headers.link).toBeUndefined()
    const { headers } = await get(FACTS, { ...given, subject: 'a' })
    const url = new URL(/<(.*)>/.exec(headers.link ?? '')?.[1] ?? '', 'http://api')
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ subject: 'a', limit: '1' })
  })
})

describe('an entity tag', () => {
  const tagOf = async (given: Texts, headers: Texts = {}) =>
    (await get(FACTS, given, headers)).headers.etag ?? ''

  test('is strong, and the same for the same answer', async () => {
    const tag = await tagOf({ metric: METRIC })
    expect(tag).toMatch(/^"[\w-]+"$/)
    expect(await tagOf({ metric: METRIC })).toBe(tag)
  })

  test('differs with what is asked for, its format and its encoding', async () => {
    const tags = await Promise.all([
      tagOf({ metric: METRIC }),
      tagOf({ metric: METRIC, order: 'desc' }),
      tagOf({ metric: METRIC, format: 'csv' }),
      tagOf({ metric: METRIC }, { 'accept-encoding': 'br' }),
      tagOf({ metric: METRIC }, { 'accept-encoding': 'gzip' }),
    ])
    expect(new Set(tags).size).toBe(tags.length)
  })

  test.each([
    ['alone', (tag: string) => tag, 304],
    ['among others', (tag: string) => `"x", ${tag}`, 304],
    ['said to be weak', (tag: string) => `W/${tag}`, 304],
    ['as any', () => '*', 304],
    ['of something else', () => '"x"', 200],
  ])('%s in If-None-Match', async (_how, header, status) => {
    const tag = await tagOf({ metric: METRIC })
    const answer = await get(FACTS, { metric: METRIC }, { 'if-none-match': header(tag) })
    expect(answer.statusCode).toBe(status)
    if (status === 304) expect(answer).toMatchObject({ body: '', headers: { etag: tag } })
  })
})

describe('what may be kept', () => {
  // It is June 1, 2020 here.
  test.each([
    ['a range that ended before this month', { to: '2020-05-31' }, 'max-age=86400'],
    ['a range that ends in this month', { to: '2020-06-01' }, 'no-cache'],
    ['a year that goes on', { to: '2020-05-31', bucket: 'year' }, 'no-cache'],
    ['a range without an end', {}, 'no-cache'],
  ])('%s', async (_what, given, expected) => {
    const { headers } = await get(TREND, { metric: METRIC, ...given } as Texts)
    expect(headers['cache-control']).toBe(expected)
  })

  test('health is never kept, and neither is a problem', async () => {
    expect((await get('GET /health')).headers['cache-control']).toBe('no-store')
    expect((await get(TREND, { metric: 'unicorns' })).headers['cache-control']).toBe('no-store')
  })
})

describe('an encoding', () => {
  const plain = async () => (await get(FACTS, { metric: METRIC })).body
  test.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['GZIP ; Q=0.3', 'gzip'],
    ['identity', undefined],
    ['gzip;q=0', undefined],
    ['gzip;q=x', undefined],
    ['', undefined],
  ])('of %j is %s', async (accepted, expected) => {
    const { headers, body, isBase64Encoded } = await get(
      FACTS,
      { metric: METRIC },
      { 'accept-encoding': accepted },
    )
    expect(headers['content-encoding']).toBe(expected)
    expect(headers.vary).toBe('accept, accept-encoding')
    const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
    const text = expected === 'br' ? brotliDecompressSync(bytes) : expected ? gunzipSync(bytes) : bytes
    expect(text.toString()).toBe(await plain())
  })

  test('is not worth it for a short answer', async () => {
    const { headers } = await get('GET /health', {}, { 'accept-encoding': 'br' })
    expect(headers['content-encoding']).toBeUndefined()
  })
})
