import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  BUCKETS,
  endOf,
  isDay,
  nameOf,
  nextStart,
  previousStart,
  startOf,
  startsWithin,
  startYearBefore,
} from '../../shared/series/buckets.ts'

const day = fc
  .integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2099, 11, 31) })
  .map((time) => new Date(time).toISOString().slice(0, 10))
const bucket = fc.constantFrom(...BUCKETS)

describe('the calendar of trends', () => {
  test('every day lies in one bucket, which begins and ends around it', () => {
    fc.assert(
      fc.property(bucket, day, (bucket, day) => {
        const start = startOf(bucket, day)
        expect(start <= day && day <= endOf(bucket, start)).toBe(true)
        expect(startOf(bucket, start)).toBe(start)
        expect(startOf(bucket, endOf(bucket, start))).toBe(start)
        expect(nextStart(bucket, start)).toBe(addDays(endOf(bucket, start), 1))
        expect(previousStart(bucket, nextStart(bucket, start))).toBe(start)
      }),
    )
  })

  test('the buckets of a range follow each other and have names of their own', () => {
    fc.assert(
      fc.property(bucket, day, fc.integer({ min: 0, max: 800 }), (bucket, from, days) => {
        const starts = startsWithin(bucket, from, addDays(from, days))
        expect(starts[0]).toBe(startOf(bucket, from))
        expect(starts.at(-1)).toBe(startOf(bucket, addDays(from, days)))
        for (const [at, start] of starts.slice(1).entries())
          expect(starts[at]).toBe(previousStart(bucket, start))
        expect(new Set(starts.map((start) => nameOf(bucket, start))).size).toBe(starts.length)
      }),
      { numRuns: 50 },
    )
  })

  test('the same bucket a year before has the same name but for the year', () => {
    fc.assert(
      fc.property(bucket, day, (bucket, day) => {
        const start = startOf(bucket, day)
        const before = startYearBefore(bucket, start)
        if (before === undefined) expect(nameOf(bucket, start)).toMatch(/-02-29$|-W53$/)
        else {
          const [year, ...rest] = nameOf(bucket, start).split('-')
          expect(nameOf(bucket, before)).toBe([String(Number(year) - 1), ...rest].join('-'))
        }
      }),
    )
  })

  test.each([
    ['2005-01-01', '2004-W53'],
    ['2007-01-01', '2007-W01'],
    ['2008-12-29', '2009-W01'],
    ['2010-01-03', '2009-W53'],
    ['2020-02-29', '2020-W09'],
  ])('%s lies in week %s', (day, week) => {
    expect(nameOf('week', startOf('week', day))).toBe(week)
  })

  test.each(['2020-02-30', '2019-02-29', '2020-13-01', '2020-1-1', '', 'today', '2020-01-01T00:00'])(
    '%j is no day',
    (text) => {
      expect(isDay(text)).toBe(false)
    },
  )
})
