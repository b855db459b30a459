import { expect, test } from 'vitest'
import { digestId } from '../../shared/digest/digest-id.ts'
import { aggregateOf } from '../../shared/series/aggregate.ts'
import type { Overflow } from '../../shared/series/contribution.ts'
import type { Extraction } from '../../shared/series/extraction.ts'
import { contributionKey, extractionKey, overflowKey } from '../../shared/store/keys.ts'
import { readSeriesChanged } from '../../shared/store/messages.ts'
import { Pipeline } from '../simulation/pipeline.ts'

const KEY = 'notes.txt'
const DIGEST = digestId(KEY)
const DAY = '2020-01-09'
const AREA = { metric: 'square-meters', day: DAY }
const TEXT = `Notes for January 9, 2020\n\nHarbour Bank leased 700 square meters.\n`

/** A fact as release 0.1 stored it. */
const former = (amount: string, more: object = {}) => ({
  ...{
    value: amount,
    unit: 'm2',
    bound: null,
    change: null,
    role: null,
    asOf: null,
    subject: 'Harbour Bank',
  },
  ...{ status: null, start: 20, end: 37, rule: 'unit', metric: 'square-meters', amount, item: 1 },
  ...{ text: `${amount} square meters`, sentence: `Harbour Bank leased ${amount} square meters.`, ...more },
})

/** The rows that release 0.1 left of a digest, its facts in two chunks, and its message on its way. */
async function leftByFormerRelease(): Promise<Pipeline> {
  const pipeline = new Pipeline()
  await pipeline.parse(pipeline.bucket.put(KEY, TEXT))
  pipeline.parsed.length = 0
  const { published } = (await pipeline.items.get({ pk: `DIGEST#${DIGEST}`, sk: 'HEAD' })) as unknown as {
    published: { rows: string }
  }
  const version = `${published.rows}.0010`
  await pipeline.metrics.putAll([
    {
      ...contributionKey(AREA, DIGEST),
      ...aggregateOf(['700'], DAY),
      ...{ digest: DIGEST, version, chunks: 2, facts: JSON.stringify([former('700')]) },
    },
    {
      ...overflowKey(AREA, DIGEST, version, 1),
      facts: JSON.stringify([former('30', { role: 'part' }), former('20', { role: 'previous' })]),
    },
    {
      ...extractionKey(DIGEST),
      ...{ rv: 2, digest: DIGEST, version, touched: ['square-meters#2020-01-09'], done: true },
    },
  ] as never)
  const message = JSON.stringify({ digest: DIGEST, ...AREA })
  pipeline.changed.push(readSeriesChanged(message))
  await pipeline.settle()
  return pipeline
}

const FACTS = ['GET /v1/metrics/{metric}/facts', { metric: 'square-meters' }] as const
const TREND = ['GET /v1/metrics/{metric}/trend', { metric: 'square-meters', subject: 'harbour' }] as const

type Facts = { facts: { amount: string; subject: string; kindFrom: string; period: object }[] }
type Trend = { points: { sum: string }[] }

test('what a former release left is served until the digest is processed anew', async () => {
  const pipeline = await leftByFormerRelease()
  const { facts } = await pipeline.read<Facts>(...FACTS)
  expect(facts).toMatchObject([
    { amount: '700', subject: 'Harbour Bank', kindFrom: 'guess', period: { from: DAY, to: DAY } },
    { amount: '30' },
    { amount: '20' },
  ])
  const { points } = await pipeline.read<Trend>(...TREND)
  expect(points).toMatchObject([{ sum: '700' }])
  expect(await pipeline.read('GET /v1/digests/{id}', { id: DIGEST })).toMatchObject({ served: true })
})

test('processed anew, it states its series, and nothing of the former release is left', async () => {
  const pipeline = await leftByFormerRelease()
  pipeline.parsed.push({ digest: DIGEST, again: true })
  await pipeline.settle()
  const rows = [...pipeline.metrics.rows.values()]
  expect(rows.filter(({ pk }) => pk.startsWith('STATED#'))).toHaveLength(1)
  expect(rows.filter(({ pk }) => pk.startsWith('SERIES#'))).toHaveLength(1)
  const overflow = rows.filter(({ pk }) => pk.startsWith('OVERFLOW#')) as Overflow[]
  expect(overflow).toMatchObject([{ gone: true }])
  expect(JSON.stringify(rows)).not.toContain('leased 30')
  const extraction = await pipeline.metrics.get<Extraction>(extractionKey(DIGEST))
  expect(extraction).toMatchObject({ done: true, stated: [extraction?.version] })
  expect(extraction?.former).toBeUndefined()
  const { facts } = await pipeline.read<Facts>(...FACTS)
  expect(facts).toHaveLength(1)
  expect(await pipeline.read('GET /v1/digests/{id}', { id: DIGEST })).toMatchObject({ served: true })
})
