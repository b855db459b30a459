import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../shared/model/fact.ts'
import { DAYS_KNOWN, REASONS } from '../../shared/model/point-words.ts'
import { coherenceOf, curveOf } from '../../shared/series/curve.ts'
import type { Point } from '../../shared/series/point.ts'
import { readPoints, writePoints } from '../../shared/series/point-text.ts'
import { byPeriod } from '../../shared/series/series-row.ts'

const point = (from: string, to: string, value: string, given: Partial<Point> = {}): Point => ({
  from,
  to,
  value,
  bound: null,
  day: 'said',
  chosen: 'only',
  guess: false,
  tellings: 1,
  digests: 1,
  values: 1,
  told: to,
  digest: 'cc92b9',
  name: 'Harbour',
  measure: null,
  ...given,
})

const day = (to: string, value: string, given: Partial<Point> = {}) => point(to, to, value, given)

describe('by month', () => {
  const points = [day('2020-01-08', '5'), day('2020-01-20', '7'), day('2020-02-03', '9')]

  test.each(['level', 'cumulative', 'attribute', 'change'] as const)('a %s is the last one', (kind) => {
    expect(curveOf(points, kind, 'month').map(({ date, value }) => [date, value])).toEqual([
      ['2020-01', '7'],
      ['2020-02', '9'],
    ])
  })

  test('a flow adds up, and says how much of the month it covers', () => {
    const [january] = curveOf(points, 'flow', 'month')
    expect(january).toMatchObject({ value: '12', covered: Math.round((2 / 31) * 1000) / 1000 })
    expect(january?.points).toHaveLength(2)
  })

  test('a flow counts no time twice', () => {
    const weeks = [
      point('2020-01-01', '2020-01-07', '10'),
      point('2020-01-05', '2020-01-11', '20'),
      point('2020-01-08', '2020-01-14', '30'),
    ]
    expect(curveOf(weeks, 'flow', 'month')[0]).toMatchObject({ value: '40' })
  })

  test('a flow of a longer time stands as it was told where it ends', () => {
    const year = [point('2019-01-01', '2019-12-31', '100')]
    expect(curveOf(year, 'flow', 'month')).toMatchObject([{ date: '2019-12', value: '100', covered: 1 }])
  })
})

const anyPoint: fc.Arbitrary<Point> = fc
  .record({
    day: fc.constantFrom(...DAYS_KNOWN),
    chosen: fc.constantFrom(...REASONS),
    bound: fc.constantFrom(null, '~' as const, '>' as const),
    guess: fc.boolean(),
    tellings: fc.integer({ min: 1, max: 300 }),
    digests: fc.integer({ min: 1, max: 300 }),
    values: fc.integer({ min: 1, max: 9 }),
    told: fc.constantFrom('2020-01-09', '2020-02-01'),
    name: fc.constantFrom('Harbour', '海港', 'A, "B"\n', ''),
    measure: fc.constantFrom(null, 'share, price', '价'),
    at: fc.integer({ min: 1, max: 28 }),
    value: fc.constantFrom('0', '-3.25', '100000000000000000000'),
  })
  .map(({ at, value, ...given }) =>
    point(`2020-01-${String(at).padStart(2, '0')}`, '2020-01-28', value, given),
  )

test('points come back as they were written', () => {
  fc.assert(
    fc.property(fc.array(anyPoint), (points) => {
      expect(readPoints(writePoints(points))).toEqual(points)
    }),
  )
})

test('a year of a series by day is read in three units of 4 KB', () => {
  const year = Array.from({ length: 366 }, (_, n) =>
    day(new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10), String(60_000 + 97 * n), {
      digest: n.toString(16).padStart(6, '0'),
    }),
  )
  expect(Buffer.byteLength(writePoints(year).points)).toBeLessThan(3 * 4096 - 12 * 60)
})

test('coherence is from 0 to 1, and a total that falls has less of it', () => {
  const rising = [day('2020-01-08', '5'), day('2020-01-09', '7'), day('2020-01-10', '9')]
  const falling = [rising[0], { ...(rising[1] as Point), value: '3' }, rising[2]] as Point[]
  expect(coherenceOf(falling, 'cumulative')).toBeLessThan(coherenceOf(rising, 'cumulative'))
  fc.assert(
    fc.property(fc.array(anyPoint), fc.constantFrom(...KINDS), (points, kind) => {
      const coherence = coherenceOf(points.sort(byPeriod), kind)
      expect(coherence).toBeGreaterThanOrEqual(0)
      expect(coherence).toBeLessThanOrEqual(1)
    }),
  )
})
