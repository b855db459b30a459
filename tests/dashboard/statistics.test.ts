import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outliersOf, rollingMean } from '../../dashboard/statistics.ts'

const amounts = fc.array(fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: null }))

describe('a rolling mean', () => {
  test.each([
    [[1, 2, 3, 4], 2, [null, 1.5, 2.5, 3.5]],
    [[1, null, 3], 3, [null, null, 2]],
    [[null, null], 2, [null, null]],
    [[5], 1, [5]],
  ])('of %j over %i is %j', (given, count, mean) => {
    expect(rollingMean(given, count)).toEqual(mean)
  })

  test('lies between the least and the greatest of its amounts', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 12 }), (given, count) => {
        for (const [at, mean] of rollingMean(given, count).entries()) {
          const among = given.slice(Math.max(0, at + 1 - count), at + 1).filter((amount) => amount !== null)
          if (mean === null) continue
          expect(mean).toBeGreaterThanOrEqual(Math.min(...among))
          expect(mean).toBeLessThanOrEqual(Math.max(...among))
        }
      }),
    )
  })
})

describe('outliers', () => {
  test.each([
    [[10, 11, 9, 10, 12, 90], [5]],
    [[10, null, 11, 9, 10, 12, -90], [6]],
    [[1, 2, 3, 4, 5, 6], []],
    [[1, 1, 1, 1, 1, 50], []],
    [[1, 100], []],
  ])('of %j stand at %j', (given, at) => {
    expect(outliersOf(given)).toEqual(at)
  })

  test('stay the same when all amounts are shifted', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: -1000, max: 1000 }), (given, by) => {
        const shifted = given.map((amount) => (amount === null ? null : amount + by))
        expect(outliersOf(shifted)).toEqual(outliersOf(given))
      }),
    )
  })
})
