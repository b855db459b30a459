import { describe, expect, test } from 'vitest'
import type { SeriesPoint, SeriesView } from '../../dashboard/answers.ts'
import { curveOf, dayOf, panelsOf, timesOf } from '../../dashboard/curve.ts'

const series = (given: Partial<SeriesView> = {}): SeriesView => ({
  id: 'a1',
  entity: { id: 'lakes', name: 'Lakes' },
  measure: 'water level',
  metric: 'meters',
  unit: 'm',
  status: null,
  kind: 'level',
  modality: 'actual',
  over: null,
  length: 'instant',
  points: 3,
  tellings: 3,
  digests: 3,
  conflicts: 0,
  firstDay: '2020-01-01',
  lastDay: '2020-01-03',
  coherence: 0.5,
  last: { start: '2020-01-03', end: '2020-01-03', value: '4', said: true },
  recent: [],
  ...given,
})

const point = (day: string, value: string | null, given: Partial<SeriesPoint> = {}): SeriesPoint => ({
  date: day,
  start: day,
  end: day,
  value,
  bound: null,
  day: 'said',
  chosen: 'only',
  told: day,
  tellings: 1,
  digests: 1,
  values: 1,
  covered: 1,
  ...given,
})

const PLAIN = { scale: 'linear', show: 'value' } as const
const POINTS = [point('2020-01-01', '2'), point('2020-01-02', '3'), point('2020-01-04', '6')]
const values = (curve: ReturnType<typeof curveOf>) => curve.spots.map(({ value }) => value)

describe('a curve', () => {
  test.each([
    ['level', 'line'],
    ['cumulative', 'line'],
    ['flow', 'bars'],
    ['change', 'bars'],
    ['attribute', 'dots'],
  ] as const)('of a %s is drawn as %s', (kind, shape) => {
    expect(curveOf(series({ kind }), 0, POINTS, PLAIN).shape).toBe(shape)
  })

  test('of what is expected is dashed', () => {
    expect(curveOf(series({ modality: 'forecast' }), 0, POINTS, PLAIN).dashed).toBe(true)
    expect(curveOf(series(), 0, POINTS, PLAIN).dashed).toBe(false)
  })

  test('leaves out buckets without a value', () => {
    expect(values(curveOf(series(), 0, [...POINTS, point('2020-01-05', null)], PLAIN))).toEqual([2, 3, 6])
  })

  test('tells conflicts and days that no text says', () => {
    const points = [point('2020-01-01', '2', { values: 2 }), point('2020-01-02', '3', { day: 'told' })]
    const { spots } = curveOf(series(), 0, points, PLAIN)
    expect(spots.map(({ conflict, said }) => [conflict, said])).toEqual([
      [true, true],
      [false, false],
    ])
  })

  test('may be of changes since the point before', () => {
    const curve = curveOf(series(), 0, POINTS, { scale: 'linear', show: 'previous' })
    expect([values(curve), curve.shape]).toEqual([[1, 3], 'bars'])
  })

  test('may be of changes since the same day a year before, where there is one', () => {
    const points = [point('2019-01-02', '2'), point('2020-01-01', '7'), point('2020-01-02', '5')]
    expect(values(curveOf(series(), 0, points, { scale: 'linear', show: 'year-ago' }))).toEqual([3])
  })

  test('may be an index of its first value that is not zero', () => {
    const points = [point('2020-01-01', '0'), ...POINTS.slice(1)]
    expect(values(curveOf(series(), 0, points, { scale: 'index', show: 'value' }))).toEqual([0, 100, 200])
  })
})

test('curves share a panel where unit and shape are the same, and with an index where the shape is', () => {
  const curves = [
    curveOf(series(), 0, POINTS, PLAIN),
    curveOf(series({ unit: 'USD' }), 1, POINTS, PLAIN),
    curveOf(series(), 2, POINTS, PLAIN),
  ]
  expect(panelsOf(curves, 'linear').map((panel) => panel.map(({ number }) => number))).toEqual([[0, 2], [1]])
  expect(panelsOf(curves, 'index').map((panel) => panel.length)).toEqual([3])
})

test('the axis holds all points with some room, or the days asked for', () => {
  const curves = [curveOf(series(), 0, POINTS, PLAIN)]
  const [first = 0, last = 0] = timesOf(curves, {}) ?? []
  expect([dayOf(first), dayOf(last)]).toEqual(['2019-12-31', '2020-01-05'])
  const [from = 0, to = 0] = timesOf(curves, { from: '2020-01-02', to: '2020-01-02' }) ?? []
  expect([dayOf(from), dayOf(to)]).toEqual(['2020-01-01', '2020-01-03'])
  expect(timesOf([curveOf(series(), 0, [], PLAIN)], {})).toBeUndefined()
})
