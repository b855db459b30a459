import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import { BUCKETS, endOf, nameOf, startOf } from '../../shared/series/buckets.ts'
import { SKETCH_ERROR } from '../../shared/series/sketch.ts'
import type { Pipeline } from '../simulation/pipeline.ts'
import { type GivenFact, METRIC, pipelineWith, TREND } from './stored-facts.ts'

type Trend = AnswerBody<'metricTrend'>

const trend = (pipeline: Pipeline, given: Record<string, string> = {}): Promise<Trend> =>
  pipeline.read(TREND, { metric: METRIC, ...given })

const PARK = [
  { day: '2019-12-31', amount: '10' },
  { day: '2020-01-01', amount: '20' },
  { day: '2020-01-01', amount: '40', digest: 2 },
  { day: '2020-02-29', amount: '0.1' },
  { day: '2020-02-29', amount: '0.2' },
  { day: '2020-12-28', amount: '1000' },
]

describe('a bucket is named as people write it, and tells its first and last day', () => {
  test.each([
    ['day', ['2019-12-31', '2020-01-01', '2020-02-29', '2020-12-28']],
    [
      'week',
      ['2020-W01 2019-12-30 2020-01-05', '2020-W09 2020-02-24 2020-03-01', '2020-W53 2020-12-28 2021-01-03'],
    ],
    ['month', ['2019-12', '2020-01', '2020-02 2020-02-01 2020-02-29', '2020-12']],
    ['quarter', ['2019-Q4 2019-10-01 2019-12-31', '2020-Q1 2020-01-01 2020-03-31', '2020-Q4']],
    ['year', ['2019', '2020 2020-01-01 2020-12-31']],
  ])('%s', async (bucket, expected) => {
    const { points } = await trend(await pipelineWith(PARK), { bucket })
    const shown = points.map(({ date, start, end }) => `${date} ${start} ${end}`)
    expect(shown).toEqual(expected.map((text) => expect.stringMatching(`^${text}`)))
  })
})

describe('a measure', () => {
  test.each([
    ['count', '2020-Q1', 4],
    ['sum', '2020-Q1', '60.3'],
    ['mean', '2020-Q1', '15.075'],
    ['min', '2020-Q1', '0.1'],
    ['max', '2020-Q1', '40'],
    ['last', '2020-Q1', '0.2'],
    ['median', '2020-Q1', expect.stringMatching(/^0\.(19|20)\d*$|^0\.2$/)],
    ['p99', '2019-Q4', '10'],
  ])('%s of %s is %s', async (measure, date, expected) => {
    const { points } = await trend(await pipelineWith(PARK), { bucket: 'quarter', measure })
    expect(points.find((point) => point.date === date)).toMatchObject({ [measure]: expected })
  })

  test('is given where it is asked for; the count always', async () => {
    const { points, quantileError } = await trend(await pipelineWith(PARK), {
      bucket: 'year',
      measure: 'sum,median',
    })
    expect(points[0]).toEqual({
      ...{ date: '2019', start: '2019-01-01', end: '2019-12-31' },
      ...{ count: 1, digests: 1, sum: '10', median: '10' },
    })
    expect(quantileError).toBe(SKETCH_ERROR)
  })
})

describe('buckets without amounts', () => {
  test.each([
    ['none', [['2020-02', '0.3']]],
    [
      'null',
      [
        ['2020-02', '0.3'],
        ['2020-03', null],
        ['2020-04', null],
      ],
    ],
    [
      'zero',
      [
        ['2020-02', '0.3'],
        ['2020-03', '0'],
        ['2020-04', '0'],
      ],
    ],
  ])('fill=%s', async (fill, expected) => {
    const given = { from: '2020-02-10', to: '2020-04-01', bucket: 'month', measure: 'sum', fill }
    const answer = await trend(await pipelineWith(PARK), given)
    expect(answer.points.map(({ date, sum }) => [date, sum])).toEqual(expected)
    expect(answer).toMatchObject({ from: '2020-02-01', to: '2020-04-30' })
  })
})

describe('a comparison', () => {
  const sales = [
    { day: '2019-02-05', amount: '50' },
    { day: '2020-01-05', amount: '80' },
    { day: '2020-02-05', amount: '100' },
    { day: '2020-03-05', amount: '75' },
    { day: '2020-05-05', amount: '1' },
  ]
  test.each([
    [
      'previous',
      [
        ['2020-02', '20', '25'],
        ['2020-03', '-25', '-25'],
        ['2020-05', null, null],
      ],
    ],
    [
      'year-ago',
      [
        ['2020-02', '50', '100'],
        ['2020-03', null, null],
        ['2020-05', null, null],
      ],
    ],
  ])('%s gives the change and its percentage', async (compare, expected) => {
    const given = { from: '2020-02-01', to: '2020-05-31', bucket: 'month', measure: 'sum', compare }
    const { points } = await trend(await pipelineWith(sales), given)
    const changes = points.map(({ date, change, percentChange }) => [date, change?.sum, percentChange?.sum])
    expect(changes).toEqual(expected)
  })

  test('of week 53 with a year of 52 weeks has nothing to stand beside', async () => {
    const given = { from: '2020-12-28', bucket: 'week', measure: 'sum', compare: 'year-ago' }
    const { points } = await trend(await pipelineWith(PARK), given)
    expect(points).toMatchObject([{ date: '2020-W53', change: { sum: null }, percentChange: { sum: null } }])
  })
})

describe('a filter', () => {
  const patients: GivenFact[] = [
    { day: '2020-01-09', amount: '41', measure: 'Confirmed patients', status: 'confirmed' },
    { day: '2020-01-09', amount: '7', measure: 'patients in Wuhan', status: 'severe' },
    {
      day: '2020-01-10',
      amount: '300',
      measure: 'confirmed patients',
      status: 'confirmed',
      role: 'previous',
    },
    { day: '2020-01-11', amount: '59', measure: 'patients', status: 'confirmed', digest: 2 },
  ]
  test.each([
    [
      {},
      'rollups',
      [
        ['2020-01-09', '48'],
        ['2020-01-11', '59'],
      ],
    ],
    [{ subject: 'confirmed' }, 'facts', [['2020-01-09', '41']]],
    [
      { status: 'confirmed' },
      'facts',
      [
        ['2020-01-09', '41'],
        ['2020-01-11', '59'],
      ],
    ],
    [{ status: 'confirmed', to: '2020-01-10' }, 'facts', [['2020-01-09', '41']]],
    [{ status: 'dead' }, 'facts', []],
  ])('%j is answered from %s', async (given, source, expected) => {
    const answer = await trend(await pipelineWith(patients), { measure: 'sum', ...given } as Record<
      string,
      string
    >)
    expect(answer.source).toBe(source)
    expect(answer.points.map(({ date, sum }) => [date, sum])).toEqual(expected)
  })
})

const day = fc
  .integer({ min: Date.UTC(2018, 11, 1), max: Date.UTC(2021, 1, 28) })
  .map((time) => new Date(time).toISOString().slice(0, 10))
const amount = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom(1, 10, 1000))
  .map(([whole, part]) => String(whole / part))
const facts = fc.array(
  fc.record({
    day,
    amount,
    digest: fc.integer({ min: 1, max: 3 }),
    measure: fc.constantFrom('park', 'shop', null),
  }),
  { minLength: 1, maxLength: 40 },
)

/** Thousandths, which are whole numbers. */
const thousandths = (given: string | null | undefined): number => Math.round(Number(given) * 1000)

describe('any trend, told from the facts one by one', () => {
  const question = fc.record({
    bucket: fc.constantFrom(...BUCKETS),
    subject: fc.constantFrom('park', undefined),
    range: fc.tuple(day, day).map((days) => days.sort()),
  })
  test('has exact sums and counts, extremes, and medians within the stated error, in whole buckets', async () => {
    await fc.assert(
      fc.asyncProperty(facts, question, async (given, { bucket, subject, range: [from = '', to = ''] }) => {
        const answer = await trend(await pipelineWith(given), {
          ...{ bucket, from, to, measure: 'count,sum,min,max,median' },
          ...(subject && { subject }),
        })
        const within = given.filter(
          (fact) =>
            fact.day >= startOf(bucket, from) &&
            fact.day <= endOf(bucket, startOf(bucket, to)) &&
            (subject === undefined || fact.measure === subject),
        )
        const names = new Set(within.map((fact) => nameOf(bucket, startOf(bucket, fact.day))))
        expect(answer.points.map(({ date }) => date)).toEqual([...names].sort())
        for (const point of answer.points) {
          const amounts = within
            .filter((fact) => fact.day >= point.start && fact.day <= point.end)
            .map((fact) => thousandths(fact.amount))
            .sort((a, b) => a - b)
          expect(point.count).toBe(amounts.length)
          expect(thousandths(point.sum)).toBe(amounts.reduce((sum, each) => sum + each, 0))
          expect(thousandths(point.min)).toBe(amounts[0])
          expect(thousandths(point.max)).toBe(amounts.at(-1))
          const median = amounts[Math.floor((amounts.length - 1) / 2)] ?? Number.NaN
          const error = Math.abs(Number(point.median) * 1000 - median)
          expect(error).toBeLessThanOrEqual(SKETCH_ERROR * Math.abs(median))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('adds up to the same however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (given) => {
        const pipeline = await pipelineWith(given)
        const whole = given.reduce((sum, fact) => sum + thousandths(fact.amount), 0)
        for (const bucket of BUCKETS) {
          const { points } = await trend(pipeline, { bucket })
          expect(points.reduce((sum, point) => sum + thousandths(point.sum), 0)).toBe(whole)
          expect(points.reduce((count, point) => count + point.count, 0)).toBe(given.length)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('what a trend reads', () => {
  /** Requests to the metrics table that an answer takes. */
  async function requests(pipeline: Pipeline, given: Record<string, string>): Promise<number> {
    let count = 0
    const { metrics } = pipeline
    const counted = {
      get: (key: Parameters<typeof metrics.get>[0]) => {
        count++
        return metrics.get(key)
      },
      queryPage: (query: Parameters<typeof metrics.queryPage>[0]) => {
        count++
        return metrics.queryPage(query)
      },
    }
    await trend(
      Object.assign(Object.create(pipeline), { metrics: Object.assign(Object.create(metrics), counted) }),
      given,
    )
    return count
  }

  test.each([
    ['ten years by month are one query', { bucket: 'month', from: '2011-01-01', to: '2020-12-31' }, 1],
    ['ten years by quarter are one query', { bucket: 'quarter', from: '2011-01-01', to: '2020-12-31' }, 1],
    ['ten years of medians are one query', { bucket: 'year', measure: 'median' }, 1],
  ])('%s', async (_name, given, expected) => {
    expect(await requests(await pipelineWith(PARK), given)).toBe(expected)
  })
})
