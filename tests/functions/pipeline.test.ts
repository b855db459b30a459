import { describe, expect, test } from 'vitest'
import { digestId } from '../../shared/digest/digest-id.ts'
import { Pipeline } from '../simulation/pipeline.ts'

const TREND = 'GET /v1/metrics/{metric}/trend'
const FACTS = 'GET /v1/metrics/{metric}/facts'
const DIGEST = 'GET /v1/digests/{id}'

const digest = (day: number, ...paragraphs: string[]) =>
  `Notes for January ${day}, 2020\n\n${paragraphs.join('\n\n')}\n`

interface Trend {
  points: { date: string; count: number; sum: string; mean: string; digests: number }[]
}

const trend = (pipeline: Pipeline, metric: string, bucket = 'day') =>
  pipeline
    .read<Trend>(TREND, { metric, bucket })
    .then(({ points }) => points.map(({ date, count, sum }) => ({ date, count, sum })))

describe('a digest uploaded to the bucket', () => {
  test('comes out as points of every bucket, with exact sums', async () => {
    const pipeline = new Pipeline()
    await pipeline.process(pipeline.bucket.put('a.txt', digest(9, 'The bank leased 20,000 square meters.')))
    await pipeline.process(pipeline.bucket.put('b.txt', digest(9, 'A shop of 0.1 square meters opened.')))
    await pipeline.process(pipeline.bucket.put('c.txt', digest(10, 'A stall of 0.2 square meters opened.')))
    expect(await trend(pipeline, 'square-meters', 'day')).toEqual([
      { date: '2020-01-09', count: 2, sum: '20000.1' },
      { date: '2020-01-10', count: 1, sum: '0.2' },
    ])
    expect(await trend(pipeline, 'square-meters', 'month')).toEqual([
      { date: '2020-01', count: 3, sum: '20000.3' },
    ])
    expect(await trend(pipeline, 'square-meters', 'year')).toEqual([
      { date: '2020', count: 3, sum: '20000.3' },
    ])
  })

  test('lists its facts with the sentence that each stands in', async () => {
    const pipeline = new Pipeline()
    await pipeline.process(
      pipeline.bucket.put('a.txt', digest(9, 'Rents rose. The bank leased 20,000 square meters.')),
    )
    const { facts } = await pipeline.read<{ facts: object[] }>(FACTS, { metric: 'square-meters' })
    expect(facts).toMatchObject([
      {
        digest: digestId('a.txt'),
        day: '2020-01-09',
        value: '20000',
        text: '20,000 square meters',
        sentence: 'The bank leased 20,000 square meters.',
      },
    ])
  })

  test('tells that it is served once its roll-ups are, not before', async () => {
    const pipeline = new Pipeline()
    const served = () =>
      pipeline.read<{ served: boolean }>(DIGEST, { id: digestId('a.txt') }).then((d) => d.served)
    await pipeline.parse(pipeline.bucket.put('a.txt', digest(9, 'The bank leased 20,000 square meters.')))
    expect(await served()).toBe(false)
    await pipeline.settle()
    expect(await served()).toBe(true)
  })

  test('leaves its former date and metrics when it is overwritten', async () => {
    const pipeline = new Pipeline()
    await pipeline.process(pipeline.bucket.put('a.txt', digest(9, 'The bank leased 20,000 square meters.')))
    await pipeline.process(pipeline.bucket.put('a.txt', digest(12, 'The bank paid 5 million yuan.')))
    expect(await trend(pipeline, 'square-meters')).toEqual([])
    expect(await trend(pipeline, 'yuan')).toEqual([{ date: '2020-01-12', count: 1, sum: '5000000' }])
    const { metrics } = await pipeline.read<{ metrics: { metric: string }[] }>('GET /v1/metrics')
    expect(metrics.map(({ metric }) => metric)).toEqual(['yuan'])
  })

  test('is gone when it is deleted', async () => {
    const pipeline = new Pipeline()
    await pipeline.process(pipeline.bucket.put('a.txt', digest(9, 'The bank leased 20,000 square meters.')))
    await pipeline.process(pipeline.bucket.delete('a.txt'))
    expect(await trend(pipeline, 'square-meters')).toEqual([])
    expect(await pipeline.read('GET /v1/digests')).toEqual({ digests: [] })
    expect((await pipeline.get(DIGEST, { id: digestId('a.txt') })).statusCode).toBe(404)
  })
})

describe('a day of more digests than are summed up at once', () => {
  test('has its exact sum, and tells of each digest whether it is served', async () => {
    const pipeline = new Pipeline()
    for (let n = 1; n <= 80; n++) {
      await pipeline.process(
        pipeline.bucket.put(`${n}.txt`, digest(9, `A shop of ${n}.1 square meters opened.`)),
      )
    }
    expect(await trend(pipeline, 'square-meters')).toEqual([{ date: '2020-01-09', count: 80, sum: '3248' }])
    const served = () =>
      pipeline.read<{ served: boolean }>(DIGEST, { id: digestId('7.txt') }).then((answer) => answer.served)
    expect(await served()).toBe(true)
    await pipeline.parse(pipeline.bucket.put('7.txt', digest(9, 'A shop of 9 square meters opened.')))
    expect(await served()).toBe(false)
    await pipeline.settle()
    expect(await served()).toBe(true)
    expect(await trend(pipeline, 'square-meters')).toEqual([{ date: '2020-01-09', count: 80, sum: '3249.9' }])
  })
})

describe('a digest stored once more', () => {
  test('changes its head and no other row', async () => {
    const pipeline = new Pipeline()
    const text = digest(9, 'The bank leased 20,000 square meters.')
    await pipeline.process(pipeline.bucket.put('a.txt', text))
    const rows = () =>
      [...pipeline.items.rows.values(), ...pipeline.metrics.rows.values()].filter(({ sk }) => sk !== 'HEAD')
    const before = structuredClone(rows())
    await pipeline.process(pipeline.bucket.put('a.txt', text))
    expect(rows()).toEqual(before)
    expect(await pipeline.read(DIGEST, { id: digestId('a.txt') })).toMatchObject({ items: 1, served: true })
  })

  test('does not put off the day on which the rows of an earlier one expire', async () => {
    class Later extends Pipeline {
      day = 1
      override readonly now = () => Date.UTC(2020, 5, this.day)
    }
    const pipeline = new Later()
    const [first, second] = [1000, 2000].map((area) => digest(9, `The bank leased ${area} square meters.`))
    const expiries = () =>
      [...pipeline.items.rows.values()].map((row) => (row as { expires?: number }).expires)
    await pipeline.process(pipeline.bucket.put('a.txt', first ?? ''))
    await pipeline.process(pipeline.bucket.put('a.txt', second ?? ''))
    const before = expiries()
    pipeline.day = 2
    await pipeline.process(pipeline.bucket.put('a.txt', second ?? ''))
    expect(before.filter((expires) => expires !== undefined)).toHaveLength(1)
    expect(expiries()).toEqual(before)
  })

  test('is written anew when another one stood in between', async () => {
    const pipeline = new Pipeline()
    const [first, second] = [1000, 2000].map((area) => digest(9, `The bank leased ${area} square meters.`))
    for (const text of [first, second, first]) {
      await pipeline.process(pipeline.bucket.put('a.txt', text ?? ''))
    }
    expect(await trend(pipeline, 'square-meters')).toEqual([{ date: '2020-01-09', count: 1, sum: '1000' }])
  })

  test('has its rows written again when somebody doubts them', async () => {
    const pipeline = new Pipeline()
    await pipeline.process(pipeline.bucket.put('a.txt', digest(9, 'The bank leased 1,000 square meters.')))
    for (const [name, { pk }] of pipeline.metrics.rows) {
      if (!pk.startsWith('DIGEST#')) pipeline.metrics.rows.delete(name)
    }
    expect(await trend(pipeline, 'square-meters')).toEqual([])
    await pipeline.process(JSON.stringify({ reexamine: { bucket: 'digests', key: 'a.txt' } }))
    expect(await trend(pipeline, 'square-meters')).toEqual([{ date: '2020-01-09', count: 1, sum: '1000' }])
  })
})

describe('events out of order and more than once', () => {
  test('an older event changes nothing once a newer one was handled', async () => {
    const pipeline = new Pipeline()
    const stored = pipeline.bucket.put('a.txt', digest(9, 'The bank leased 1 square meter.'))
    const deleted = pipeline.bucket.delete('a.txt')
    await pipeline.process(deleted)
    await pipeline.process(stored)
    expect(await trend(pipeline, 'square-meters')).toEqual([])
  })

  test('replaying every event leaves every row of a reader as it was', async () => {
    const pipeline = new Pipeline()
    const events = [
      pipeline.bucket.put('a.txt', digest(9, 'The bank leased 1,000 square meters.')),
      pipeline.bucket.put('b.txt', digest(9, 'The bank leased 2,000 square meters.')),
      pipeline.bucket.put('a.txt', digest(9, 'The bank leased 3,000 square meters.')),
    ]
    for (const event of events) await pipeline.process(event)
    const before = await pipeline.read(FACTS, { metric: 'square-meters' })
    for (const event of [...events].reverse()) await pipeline.process(event)
    expect(await pipeline.read(FACTS, { metric: 'square-meters' })).toEqual(before)
    expect(await trend(pipeline, 'square-meters')).toEqual([{ date: '2020-01-09', count: 2, sum: '5000' }])
  })

  test('a crash between publishing and announcing is made good by the next delivery', async () => {
    const pipeline = new Pipeline()
    const event = pipeline.bucket.put('a.txt', digest(9, 'The bank leased 1,000 square meters.'))
    await pipeline.parse(event)
    pipeline.parsed.length = 0
    await pipeline.process(event)
    expect(await trend(pipeline, 'square-meters')).toEqual([{ date: '2020-01-09', count: 1, sum: '1000' }])
  })

  test('an event without a sequencer makes the pipeline look at the key as it is now', async () => {
    const pipeline = new Pipeline()
    await pipeline.process(pipeline.bucket.put('a.txt', digest(9, 'The bank leased 1,000 square meters.')))
    pipeline.bucket.put('a.txt', digest(9, 'The bank leased 2,000 square meters.'))
    await pipeline.process(JSON.stringify({ reexamine: { bucket: 'digests', key: 'a.txt' } }))
    expect(await trend(pipeline, 'square-meters')).toEqual([{ date: '2020-01-09', count: 1, sum: '2000' }])
    await pipeline.process(pipeline.bucket.put('a.txt', digest(9, 'The bank leased 3,000 square meters.')))
    expect(await trend(pipeline, 'square-meters')).toEqual([{ date: '2020-01-09', count: 1, sum: '3000' }])
  })
})

describe('a key that was looked at while events of it are late', () => {
  const [first, second] = [1000, 2000].map((area) => digest(9, `The bank leased ${area} square meters.`))
  const look = JSON.stringify({ reexamine: { bucket: 'digests', key: 'a.txt' } })

  test('keeps what it holds when the event of an older version comes', async () => {
    const pipeline = new Pipeline()
    const late = pipeline.bucket.put('a.txt', first ?? '')
    pipeline.bucket.put('a.txt', second ?? '')
    await pipeline.process(look)
    await pipeline.process(late)
    expect(await trend(pipeline, 'square-meters')).toEqual([{ date: '2020-01-09', count: 1, sum: '2000' }])
  })

  test('keeps what came back to it when the event of its deletion comes', async () => {
    const pipeline = new Pipeline()
    await pipeline.process(pipeline.bucket.put('a.txt', first ?? ''))
    const late = pipeline.bucket.delete('a.txt')
    const [, marker] = pipeline.bucket.versionsOf('a.txt')
    if (marker !== undefined) await pipeline.process(pipeline.bucket.deleteVersion(marker))
    await pipeline.process(late)
    expect(await trend(pipeline, 'square-meters')).toEqual([{ date: '2020-01-09', count: 1, sum: '1000' }])
  })

  test('goes with its later events', async () => {
    const pipeline = new Pipeline()
    const events = [pipeline.bucket.put('a.txt', first ?? ''), pipeline.bucket.put('a.txt', second ?? '')]
    await pipeline.process(look)
    await pipeline.process(events[1] ?? '')
    await pipeline.process(pipeline.bucket.delete('a.txt'))
    await pipeline.process(events[0] ?? '')
    expect(await trend(pipeline, 'square-meters')).toEqual([])
  })
})

describe('an upload that cannot become a digest', () => {
  test.each([
    ['an empty file', '', 'empty'],
    ['a binary file', new Uint8Array([0, 1, 2, 3, 0, 255]), 'binary'],
    ['a file that is too large', new Uint8Array(10_000_001).fill(65), 'too-large'],
    ['a paragraph that no row can hold', 'word '.repeat(80_000), 'item-too-long'],
  ])('%s is refused with its reason, every time it is delivered', async (_name, bytes, reason) => {
    const pipeline = new Pipeline()
    const event = pipeline.bucket.put('a.txt', bytes)
    await pipeline.parse(event)
    await pipeline.parse(event)
    await pipeline.settle()
    expect(await pipeline.read(DIGEST, { id: digestId('a.txt') })).toMatchObject({
      state: 'refused',
      refusal: { reason },
      served: true,
    })
    expect(await pipeline.read('GET /v1/digests')).toEqual({ digests: [] })
    expect(await pipeline.read('GET /v1/digests', { state: 'refused' })).toMatchObject({
      digests: [{ key: 'a.txt', state: 'refused', refusal: { reason } }],
    })
  })

  test('does not keep the others of its message from being handled', async () => {
    const pipeline = new Pipeline()
    const records = [
      pipeline.bucket.put('empty.txt', ''),
      pipeline.bucket.put('a.txt', digest(9, 'The bank leased 1,000 square meters.')),
    ].flatMap((body) => JSON.parse(body).Records)
    await pipeline.parse(JSON.stringify({ Records: records }))
    await pipeline.settle()
    expect(await trend(pipeline, 'square-meters')).toEqual([{ date: '2020-01-09', count: 1, sum: '1000' }])
  })

  test('takes the place of the good digest that it overwrites', async () => {
    const pipeline = new Pipeline()
    await pipeline.process(pipeline.bucket.put('a.txt', digest(9, 'The bank leased 1,000 square meters.')))
    await pipeline.parse(pipeline.bucket.put('a.txt', ''))
    await pipeline.settle()
    expect(await trend(pipeline, 'square-meters')).toEqual([])
  })

  test('a directory marker and the test event of S3 are acknowledged and leave nothing', async () => {
    const pipeline = new Pipeline()
    await pipeline.process(pipeline.bucket.put('2020/', ''))
    await pipeline.process(JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent' }))
    expect(pipeline.items.rows.size).toBe(0)
  })

  test.each(['a b+c%.txt', '日报/2020年1月9日.txt', '__proto__', 'a#b.txt'])(
    'the key %s is an ordinary one',
    async (key) => {
      const pipeline = new Pipeline()
      await pipeline.process(pipeline.bucket.put(key, digest(9, 'The bank leased 1,000 square meters.')))
      expect(await pipeline.read(DIGEST, { id: digestId(key) })).toMatchObject({
        key,
        state: 'ready',
        served: true,
      })
    },
  )
})

describe('the API', () => {
  test('walks a list in pages and gives each thing once', async () => {
    const pipeline = new Pipeline()
    const sentences = Array.from({ length: 7 }, (_, n) => `The bank leased ${n + 1},000 square meters.`)
    await pipeline.process(pipeline.bucket.put('a.txt', digest(9, ...sentences)))
    await pipeline.process(pipeline.bucket.put('b.txt', digest(10, ...sentences)))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await pipeline.read<{ facts: { digest: string; item: number }[]; next?: string }>(FACTS, {
        metric: 'square-meters',
        limit: '3',
        ...(cursor !== undefined && { cursor }),
      })
      seen.push(...page.facts.map(({ digest, item }) => `${digest} ${item}`))
      cursor = page.next
    } while (cursor !== undefined)
    expect(seen).toHaveLength(14)
    expect(new Set(seen).size).toBe(14)
  })

  test.each([
    [{ metric: 'unicorns' }, 'metric'],
    [{ metric: 'yuan', from: '2020-02-30' }, 'from'],
    [{ metric: 'yuan', from: '2020-02-02', to: '2020-02-01' }, 'to'],
    [{ metric: 'yuan', bucket: 'fortnight' }, 'bucket'],
    [{ metric: 'yuan', colour: 'red' }, 'colour'],
  ])('refuses %j, naming the parameter', async (given, parameter) => {
    const { statusCode, headers, body } = await new Pipeline().get(TREND, given as Record<string, string>)
    expect(statusCode).toBe(parameter === 'metric' ? 404 : 400)
    expect(headers['content-type']).toContain('application/problem+json')
    expect(JSON.parse(body)).toMatchObject({ status: statusCode, parameter })
  })

  test('refuses a cursor of another query', async () => {
    const pipeline = new Pipeline()
    const cursor = Buffer.from(JSON.stringify({ at: '2020', skip: 0, of: 'x' })).toString('base64url')
    expect((await pipeline.get('GET /v1/digests', { cursor })).statusCode).toBe(400)
  })
})
