import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestId } from '../../shared/digest/digest-id.ts'
import { Pipeline } from '../simulation/pipeline.ts'
import { readArchive } from './archive.ts'
import { FACTS, METRIC, pipelineWith, storeFacts } from './stored-facts.ts'

type Texts = Record<string, string>

/** Every list of the API with a query of it, and the name that its things stand under. */
const LISTS: [routeKey: string, name: string, given: Texts][] = [
  ['GET /v1/digests', 'digests', {}],
  ['GET /v1/digests', 'digests', { language: 'en', from: '2019-04-03', to: '2020-12-31' }],
  ['GET /v1/digests/{id}/items', 'items', { id: digestId('parks.txt') }],
  [FACTS, 'facts', { metric: METRIC }],
  [FACTS, 'facts', { metric: METRIC, order: 'desc' }],
  [FACTS, 'facts', { metric: METRIC, min: '10', subject: 'shop' }],
  ['GET /v1/search', 'items', { q: 'leased' }],
  ['GET /v1/search', 'items', { subject: 'floor' }],
]

interface Page {
  things: unknown[]
  next?: string
}

async function readPage(pipeline: Pipeline, routeKey: string, name: string, given: Texts): Promise<Page> {
  const body = await pipeline.read<Record<string, unknown>>(routeKey, given)
  return { things: body[name] as unknown[], next: body.next as string | undefined }
}

/** All pages of a walk whose limits are taken in turn. */
async function walk(
  pipeline: Pipeline,
  [routeKey, name, given]: (typeof LISTS)[number],
  limits: readonly number[],
  between: () => Promise<void> = async () => {},
): Promise<Page[]> {
  const pages: Page[] = []
  let cursor: string | undefined
  do {
    const limit = String(limits[pages.length % limits.length])
    const page = await readPage(pipeline, routeKey, name, { ...given, limit, ...(cursor && { cursor }) })
    pages.push(page)
    cursor = page.next
    await between()
  } while (cursor !== undefined)
  return pages
}

describe.each(LISTS)('%s: %s of %j', (...list) => {
  test('a walk in pages of any length gives the whole list once, in its order', async () => {
    const archive = await readArchive()
    const [whole] = await walk(archive, list, [1000])
    expect(whole?.things.length).toBeGreaterThan(0)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
        async (limits) => {
          const pages = await walk(archive, list, limits)
          expect(pages.flatMap(({ things }) => things)).toEqual(whole?.things)
          for (const [at, { things }] of pages.entries())
            expect(things.length).toBeLessThanOrEqual(limits[at % limits.length] ?? 0)
        },
      ),
      { numRuns: 20 },
    )
  })
})

const fact = fc.record({
  day: fc.constantFrom('2019-12-31', '2020-01-01', '2020-01-02', '2021-06-01'),
  digest: fc.integer({ min: 1, max: 9 }),
})

describe('while digests are uploaded', () => {
  test('a walk gives each fact once that was there from its beginning to its end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fact, { minLength: 1, maxLength: 20 }),
        fc.array(fact, { maxLength: 10 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('asc', 'desc'),
        async (before, during, limit, order) => {
          const pipeline = await pipelineWith(before)
          const uploads = during.map((upload) => ({ ...upload, digest: upload.digest + 10 }))
          const pages = await walk(
            pipeline,
            [FACTS, 'facts', { metric: METRIC, order }],
            [limit],
            async () => {
              const upload = uploads.pop()
              if (upload !== undefined) await storeFacts(pipeline, [upload])
            },
          )
          const seen = pages.flatMap(({ things }) => things).map((thing) => JSON.stringify(thing))
          expect(new Set(seen).size).toBe(seen.length)
          const stayed = seen.filter((thing) => Number(JSON.parse(thing).digest) < 10)
          expect(stayed.length).toBe(before.length)
        },
      ),
      { numRuns: 50 },
    )
  })

  test('a walk over items goes on in the version of the digest that it began in', async () => {
    const pipeline = new Pipeline()
    const notes = (version: number) => {
      const stories = ['Rents rose.', 'A shop opened.', 'A club closed.'].map(
        (text) => `${text} (${version})`,
      )
      return `Notes for January 9, 2020\n\n${stories.join('\n\n')}\n`
    }
    let version = 1
    const store = () => pipeline.process(pipeline.bucket.put('a.txt', notes(version++)))
    await store()
    const list: (typeof LISTS)[number] = ['GET /v1/digests/{id}/items', 'items', { id: digestId('a.txt') }]
    const pages = await walk(pipeline, list, [1], store)
    const texts = pages.flatMap(({ things }) => things as { text: string }[]).map(({ text }) => text)
    expect(texts).toEqual(['Rents rose. (1)', 'A shop opened. (1)', 'A club closed. (1)'])
  })
})

describe('a cursor', () => {
  const firstCursor = async (given: Texts = {}) => {
    const archive = await readArchive()
    const { next = '' } = await readPage(archive, FACTS, 'facts', { metric: METRIC, limit: '2', ...given })
    return next
  }
  const statusWith = async (cursor: string, given: Texts = {}, routeKey = FACTS) => {
    const archive = await readArchive()
    const { statusCode, body } = await archive.get(routeKey, { metric: METRIC, ...given, cursor })
    if (statusCode !== 200) expect(JSON.parse(body)).toMatchObject({ status: 400, parameter: 'cursor' })
    return statusCode
  }

  test('goes on with the same query, whatever the length of its pages and their format', async () => {
    const cursor = await firstCursor()
    expect(await statusWith(cursor)).toBe(200)
    expect(await statusWith(cursor, { limit: '9' })).toBe(200)
    expect(await statusWith(cursor, { format: 'jsonl' })).toBe(200)
  })

  test.each([
    ['another metric', { metric: 'patients' }],
    ['another range', { from: '2019-01-01' }],
    ['another order', { order: 'desc' }],
    ['another filter', { min: '1' }],
  ])('is refused with %s', async (_what, given) => {
    expect(await statusWith(await firstCursor(), given)).toBe(400)
  })

  test('is refused when any letter of it is another one', async () => {
    const cursor = await firstCursor()
    for (let at = 0; at < cursor.length; at++) {
      const letter = cursor[at] === 'A' ? 'B' : 'A'
      expect(await statusWith(`${cursor.slice(0, at)}${letter}${cursor.slice(at + 1)}`)).toBe(400)
    }
  })

  test('is refused when it was made by somebody without the key', async () => {
    const archive = await readArchive()
    const forger = Object.assign(Object.create(archive), { cursorKey: 'guessed' })
    const { next = '' } = await readPage(forger, FACTS, 'facts', { metric: METRIC, limit: '2' })
    expect(await statusWith(next)).toBe(400)
  })
})
