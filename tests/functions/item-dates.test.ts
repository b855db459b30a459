import { beforeAll, describe, expect, test } from 'vitest'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import { digestId } from '../../shared/digest/digest-id.ts'
import { claim, publish } from '../../shared/digest/head.ts'
import { itemRows } from '../../shared/digest/item-rows.ts'
import { parseDigest } from '../../shared/digest/parse.ts'
import type { Digest } from '../../shared/model/digest.ts'
import { itemsVersion } from '../../shared/store/version.ts'
import { Pipeline } from '../simulation/pipeline.ts'

const KEY = 'feed.txt'
const ID = digestId(KEY)
const TEXT = [
  'Notes for February 2, 2020',
  'The mill leased 700 square meters.',
  'The museum leased 300 square meters.',
].join('\n\n')

/** A digest of 2 February whose first item is of 30 January, as a feed would give it. */
async function datedDigest(): Promise<Digest> {
  const digest = await parseDigest(new TextEncoder().encode(TEXT), { key: KEY, lastModified: '2020-02-02' })
  return {
    ...digest,
    items: digest.items.map((item) => (item.n === 1 ? { ...item, date: '2020-01-30' } : item)),
  }
}

const pipeline = new Pipeline()

beforeAll(async () => {
  const digest = await datedDigest()
  const version = itemsVersion('1'.repeat(64), 1)
  const contents = { version, digest, fingerprint: 'one' }
  const head = claim(undefined, { digest: ID, bucket: 'b', key: KEY }, contents).row
  await pipeline.items.putAll(itemRows(ID, version, digest.items))
  await pipeline.items.put(publish(head, ID, contents).row)
  pipeline.parsed.push({ digest: ID })
  await pipeline.settle()
})

describe('an item with a day of its own', () => {
  test('has its facts at that day, and the others at the day of the digest', async () => {
    const { facts } = await pipeline.read<AnswerBody<'metricFacts'>>('GET /v1/metrics/{metric}/facts', {
      metric: 'square-meters',
    })
    expect(facts.map(({ day, item, amount }) => `${day} ${item} ${amount}`)).toEqual([
      '2020-01-30 1 700',
      '2020-02-02 2 300',
    ])
  })

  test('is the day that its figures hold for, where the text names none', async () => {
    const { facts } = await pipeline.read<AnswerBody<'metricFacts'>>('GET /v1/metrics/{metric}/facts', {
      metric: 'square-meters',
    })
    expect(facts.map(({ period }) => period)).toEqual([
      { from: '2020-01-30', to: '2020-01-30', said: 'digest' },
      { from: '2020-02-02', to: '2020-02-02', said: 'digest' },
    ])
  })

  test('is listed with that day', async () => {
    const { items } = await pipeline.read<AnswerBody<'digestItems'>>('GET /v1/digests/{id}/items', { id: ID })
    expect(items.map(({ date }) => date)).toEqual(['2020-01-30', null])
    const item = await pipeline.read<AnswerBody<'item'>>('GET /v1/items/{digest}/{n}', { digest: ID, n: '1' })
    expect(item.date).toBe('2020-01-30')
  })

  test('gives its digest a span of days', async () => {
    const digest = await pipeline.read<AnswerBody<'digest'>>('GET /v1/digests/{id}', { id: ID })
    expect(digest).toMatchObject({ date: '2020-02-02', days: { from: '2020-01-30', to: '2020-02-02' } })
  })

  test.each([
    [{}, [1, 2]],
    [{ to: '2020-01-31' }, [1]],
    [{ from: '2020-01-30', to: '2020-01-30' }, [1]],
    [{ from: '2020-01-31' }, [2]],
    [{ from: '2020-01-31', to: '2020-02-01' }, []],
    [{ to: '2019-12-31' }, []],
  ])('is found by search within %j', async (range, found) => {
    const given: Record<string, string> = { q: 'leased', ...range }
    const { items } = await pipeline.read<AnswerBody<'search'>>('GET /v1/search', given)
    expect(items.map(({ n }) => n)).toEqual(found)
  })
})
