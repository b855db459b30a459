import { describe, expect, test } from 'vitest'
import { bucketSeconds, DAY_SECONDS, stepsFor, ticksOf } from '../../dashboard/day-axis.ts'

const seconds = (day: string) => Date.parse(day) / 1000
const ticks = (from: string, to: string, days: number) =>
  ticksOf(seconds(from), seconds(to), days * DAY_SECONDS).map((at) =>
    new Date(at * 1000).toISOString().slice(0, 10),
  )

describe('ticks of an axis of days', () => {
  test.each([
    ['days', 1, '2020-02-27', '2020-03-01', ['2020-02-27', '2020-02-28', '2020-02-29', '2020-03-01']],
    ['Mondays', 7, '2020-01-01', '2020-01-20', ['2020-01-06', '2020-01-13', '2020-01-20']],
    ['firsts of months', 30, '2019-12-15', '2020-02-20', ['2020-01-01', '2020-02-01']],
    ['firsts of quarters', 90, '2018-11-15', '2019-08-01', ['2019-01-01', '2019-04-01', '2019-07-01']],
    ['years', 365, '2019-06-01', '2021-01-01', ['2020-01-01', '2021-01-01']],
    ['every fifth year', 5 * 365, '1997-01-01', '2011-01-01', ['2000-01-01', '2005-01-01', '2010-01-01']],
  ])('are %s', (_name, days, from, to, expected) => {
    expect(ticks(from, to, days)).toEqual(expected)
  })

  test('are none between buckets', () => {
    expect(Math.min(...stepsFor('quarter'))).toBe(bucketSeconds('quarter'))
    expect(ticks('2020-02-01', '2020-03-31', 90)).toEqual([])
  })
})
