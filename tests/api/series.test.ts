import { beforeAll, describe, expect, test } from 'vitest'
import type { EntityView, SeriesPoint, SeriesView, Telling } from '../../shared/api/series-schemas.ts'
import { digestId } from '../../shared/digest/digest-id.ts'
import type { Fact } from '../../shared/model/fact.ts'
import { aFact } from '../a-fact.ts'
import { Pipeline } from '../simulation/pipeline.ts'

const FIND = 'GET /v1/series'
const POINTS = 'GET /v1/series/{series}/points'
const TELLINGS = 'GET /v1/series/{series}/tellings'
const TABLE = 'GET /v1/series/{series}/table'

const HUBEI = { id: 'cn-hubei', name: 'Hubei', from: 'clause' } as const
const HUNAN = { id: 'cn-hunan', name: 'Hunan', from: 'clause' } as const
const BRENT = { id: 'brent', name: 'Brent crude', from: 'clause' } as const

const confirmed = (entity: Fact['entity'], amount: string, day: string, more: Partial<Fact> = {}): Fact =>
  aFact({
    ...{ entity, amount, value: amount, metric: 'patients', unit: 'patient', status: 'confirmed' },
    ...{ kind: 'cumulative', period: { from: day, to: day, said: 'sentence' }, start: 0, end: amount.length },
    text: amount,
    sentence: `${amount} in ${entity?.name} on ${day}.`,
    ...more,
  })

const price = (amount: string, day: string, more: Partial<Fact> = {}): Fact =>
  aFact({
    ...{ entity: BRENT, amount, value: amount, metric: 'us-dollars', unit: 'USD', measure: 'price' },
    ...{ period: { from: day, to: day, said: 'digest' }, start: 0, end: amount.length, text: amount },
    sentence: `Brent crude was at ${amount} on ${day}.`,
    ...more,
  })

/** What each digest tells, by its key; the digest is of the day in the key, and its item is the sentences. */
const TOLD: Record<string, Fact[]> = {
  'north/2020-02-01.txt': [confirmed(HUBEI, '1200', '2020-02-01'), confirmed(HUNAN, '40', '2020-02-01')],
  'north/2020-02-02.txt': [confirmed(HUBEI, '1300', '2020-02-02'), price('55.1', '2020-02-02')],
  'south/2020-02-02.txt': [confirmed(HUBEI, '1310', '2020-02-02')],
  'west/2020-02-03.txt': [
    confirmed(HUBEI, '1310', '2020-02-02', { sentence: '1310 it was, says the west.' }),
    price('56', '2020-02-03'),
  ],
  'north/2020-02-03.txt': [
    confirmed(HUBEI, '1400', '2020-02-03'),
    confirmed(HUBEI, '21', '2020-02-03', { kind: 'flow' }),
    confirmed(HUBEI, '35', '2020-02-03', { status: 'dead' }),
    price('60', '2020-03-31', {
      modality: 'forecast',
      period: { from: '2020-01-01', to: '2020-03-31', said: 'sentence' },
    }),
  ],
  'north/2020-02-04.txt': [confirmed(HUBEI, '9', '2020-02-04', { kindFrom: 'guess', kind: 'level' })],
}

let pipeline: Pipeline
beforeAll(async () => {
  pipeline = new Pipeline()
  pipeline.factsOf = ({ title }) => TOLD[title ?? ''] ?? []
  for (const [key, facts] of Object.entries(TOLD)) {
    const day = key.slice(-'yyyy-mm-dd.txt'.length, -'.txt'.length)
    const text = `---\ntitle: ${key}\ndate: ${day}\n---\n\n${facts.map(({ sentence }) => sentence).join(' ')}\n`
    await pipeline.process(pipeline.bucket.put(key, text))
  }
})

const find = async (given: Record<string, string>): Promise<SeriesView[]> =>
  (await pipeline.read<{ series: SeriesView[] }>(FIND, given)).series
const named = ({ entity, status, measure, kind, modality }: SeriesView): string =>
  [entity.name, status ?? measure, kind, modality === 'actual' ? '' : modality].filter(Boolean).join(' ')
const oneOf = async (given: Record<string, string>): Promise<string> => (await find(given))[0]?.id ?? ''
const points = async (given: Record<string, string>): Promise<SeriesPoint[]> =>
  (await pipeline.read<{ points: SeriesPoint[] }>(POINTS, given)).points
const curve = async (given: Record<string, string>) =>
  (await points(given)).map(({ date, value }) => `${date} ${value}`)
const hubei = () => oneOf({ entity: 'Hubei', kind: 'cumulative', status: 'confirmed' })

describe('a search of series', () => {
  test.each([
    [{ q: 'hubei confirmed total' }, 'Hubei confirmed cumulative'],
    [{ q: 'TOTAL confirmed Hubei' }, 'Hubei confirmed cumulative'],
    [{ q: 'hubei 新增 确诊' }, 'Hubei confirmed flow'],
    [{ q: 'deaths hubei' }, 'Hubei dead cumulative'],
    [{ q: 'brent price' }, 'Brent crude price level'],
    [{ q: 'brent forecast' }, 'Brent crude price level forecast'],
    [{ entity: 'cn-hunan' }, 'Hunan confirmed cumulative'],
    [{ entity: 'brent crude', measure: 'price', modality: 'actual' }, 'Brent crude price level'],
    [{ entity: 'HUBEI', kind: 'flow' }, 'Hubei confirmed flow'],
  ])('for %j finds first %s', async (given: Record<string, string>, expected) => {
    expect((await find(given)).map(named)[0]).toBe(expected)
  })

  test.each([
    [{ q: 'zebra' }],
    [{ entity: 'Nowhere' }],
    [{ entity: 'Hubei', metric: 'square-meters' }],
    [{ entity: 'Hubei', kind: 'level' }],
  ])(
    'for %j finds nothing, a figure whose kind is a guess least of all',
    async (given: Record<string, string>) => {
      expect(await find(given)).toEqual([])
    },
  )

  test('without a question lists what three digests tell, unless fewer are asked for', async () => {
    expect((await find({})).map(named)).toEqual(['Hubei confirmed cumulative'])
    expect((await find({ minDigests: '1' })).length).toBe(6)
  })

  test('comes in pages that together are the whole', async () => {
    const first = await pipeline.read<{ series: SeriesView[]; next: string }>(FIND, {
      minDigests: '1',
      limit: '4',
    })
    const second = await find({ minDigests: '1', limit: '4', cursor: first.next })
    expect([...first.series, ...second]).toEqual(await find({ minDigests: '1' }))
  })
})

describe('the points of a series', () => {
  test('are the values chosen, with the reason where more than one is told', async () => {
    const told = await points({ series: await hubei() })
    expect(told.map(({ date, value, values, chosen }) => [date, value, values, chosen])).toEqual([
      ['2020-02-01', '1200', 1, 'only'],
      ['2020-02-02', '1310', 2, 'most'],
      ['2020-02-03', '1400', 1, 'only'],
    ])
  })

  test('end at the days asked for', async () => {
    const given = { series: await hubei(), from: '2020-02-02', to: '2020-02-02' }
    expect(await curve(given)).toEqual(['2020-02-02 1310'])
  })

  test('are chosen anew as they were told by a day', async () => {
    const given = { series: await hubei(), asTold: '2020-02-02' }
    const told = await points(given)
    expect(told.map(({ date, tellings }) => [date, tellings])).toEqual([
      ['2020-02-01', 1],
      ['2020-02-02', 2],
    ])
  })

  test('are chosen anew without the digests left out', async () => {
    const without = [digestId('south/2020-02-02.txt'), digestId('west/2020-02-03.txt')].join(',')
    expect(await curve({ series: await hubei(), without })).toContain('2020-02-02 1300')
  })

  test('take the last of a bucket where they are levels', async () => {
    expect(await curve({ series: await hubei(), bucket: 'month' })).toEqual(['2020-02 1400'])
  })

  test('say of days that only the digest has, that nobody said them', async () => {
    const told = await points({ series: await oneOf({ q: 'brent price', modality: 'actual' }) })
    expect(told.map(({ day }) => day)).toEqual(['told', 'told'])
  })

  test('come as a table too', async () => {
    const { body, headers } = await pipeline.get(POINTS, { series: await hubei(), format: 'csv' })
    expect(headers['content-type']).toContain('text/csv')
    expect(body.split('\r\n').slice(0, 2).join(' ')).toMatch(/^date,start,end,value,.* 2020-02-01,/)
  })

  test('are none of a series that is not there', async () => {
    const { statusCode, body } = await pipeline.get(POINTS, { series: 'a'.repeat(24) })
    expect([statusCode, JSON.parse(body).parameter]).toEqual([404, 'series'])
  })
})

test('the tellings of a point are all that was told, the one chosen first, each with its sentence', async () => {
  const { tellings } = await pipeline.read<{ tellings: Telling[] }>(TELLINGS, {
    ...{ series: await hubei(), from: '2020-02-02', to: '2020-02-02' },
  })
  expect(tellings.map(({ value, standing, digestTitle }) => [value, standing, digestTitle])).toEqual([
    ['1310', 'chosen', 'west/2020-02-03.txt'],
    ['1310', 'agrees', 'south/2020-02-02.txt'],
    ['1300', 'other', 'north/2020-02-02.txt'],
  ])
  expect(tellings[0]?.sentence).toBe('1310 it was, says the west.')
})

describe('a table', () => {
  const rows = async (given: Record<string, string>) => {
    const { rows: all } = await pipeline.read<{
      rows: { entity: { name: string }; status: string; end: string; value: string }[]
    }>(TABLE, { series: await hubei(), ...given })
    return all.map(({ entity, status, end, value }) => [entity.name, status, end, value])
  }

  test('has the same state of other entities', async () => {
    expect(await rows({ by: 'entity', day: '2020-02-02' })).toContainEqual([
      'Hubei',
      'confirmed',
      '2020-02-02',
      '1310',
    ])
  })

  test('has other states of the same entity', async () => {
    expect(await rows({ by: 'status' })).toEqual([
      ['Hubei', 'confirmed', '2020-02-03', '1400'],
      ['Hubei', 'dead', '2020-02-03', '35'],
    ])
  })
})

test('entities are listed with their names and what is told of them', async () => {
  const { entities } = await pipeline.read<{ entities: EntityView[] }>('GET /v1/entities', { q: 'hubei' })
  expect(entities).toMatchObject([{ id: 'cn-hubei', name: 'Hubei', firstDay: '2020-02-01' }])
  const all = await pipeline.read<{ entities: EntityView[] }>('GET /v1/entities')
  expect(all.entities.map(({ name }) => name).toSorted()).toEqual(['Brent crude', 'Hubei', 'Hunan'])
})

describe('facts', () => {
  const facts = async (given: Record<string, string>) =>
    (await pipeline.read<{ facts: (Fact & { day: string })[] }>('GET /v1/facts', given)).facts

  test.each([
    [{ entity: 'cn-hubei', kind: 'flow' }, ['21']],
    [{ entity: 'hubei', status: 'dead' }, ['35']],
    [{ metric: 'us-dollars', modality: 'forecast' }, ['60']],
    [{ unit: 'USD', modality: 'actual' }, ['55.1', '56']],
  ])('of all metrics are found by %j', async (given: Record<string, string>, amounts) => {
    expect((await facts(given)).map(({ amount }) => amount)).toEqual(amounts)
  })

  test('of all metrics come in pages that together are the whole', async () => {
    const all = await facts({})
    expect(all.length).toBe(Object.values(TOLD).flat().length)
    const paged: unknown[] = []
    for (let cursor: string | undefined; ; ) {
      const page: { facts: unknown[]; next?: string } = await pipeline.read('GET /v1/facts', {
        ...{ limit: '3' },
        ...(cursor && { cursor }),
      })
      paged.push(...page.facts)
      cursor = page.next
      if (cursor === undefined) break
    }
    expect(paged).toEqual(all)
  })

  test('of one digest are those of its text', async () => {
    const { facts: own } = await pipeline.read<{ facts: Fact[] }>('GET /v1/digests/{id}/facts', {
      id: digestId('north/2020-02-03.txt'),
    })
    expect(own.map(({ amount }) => amount).toSorted()).toEqual(['1400', '21', '35', '60'])
  })
})

test('a digest is listed by its id alone once it is there', async () => {
  const listed = async (key: string) =>
    (await pipeline.read<{ digests: { key: string }[] }>('GET /v1/digests', { id: digestId(key) })).digests
  expect((await listed('west/2020-02-03.txt')).map(({ key }) => key)).toEqual(['west/2020-02-03.txt'])
  expect(await listed('nothing.txt')).toEqual([])
})
