import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeSketches, quantileOf, SKETCH_ERROR, sketchOf } from '../../shared/series/sketch.ts'

const amount = fc
  .double({ min: -1e15, max: 1e15, noNaN: true, noDefaultInfinity: true })
  .map((value) => (Math.abs(value) < 1e-9 ? 0 : value))

const sketch = (amounts: readonly number[]) => sketchOf(amounts.map(String))

describe('sketches', () => {
  test('stand as counted bins in the order of their amounts', () => {
    expect(sketch([1, -1, 0, 0, 1, 1.01])).toBe('n0 z:2 p0:2 p1')
  })

  test('of nothing have no quantile', () => {
    expect(quantileOf(sketch([]), 0.5)).toBeNull()
  })

  test('give each quantile within the error that they state', () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (amounts, quantile) => {
          const ordered = [...amounts].sort((a, b) => a - b)
          const exact = ordered[Math.floor(quantile * (ordered.length - 1))] ?? Number.NaN
          const given = quantileOf(sketch(amounts), quantile) ?? Number.NaN
          expect(Math.abs(given - exact)).toBeLessThanOrEqual(SKETCH_ERROR * Math.abs(exact))
        },
      ),
    )
  })

  test('of parts merge to the sketch of the whole, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.array(amount, { maxLength: 8 }), { maxLength: 6 }), (parts) => {
        const whole = sketch(parts.flat())
        expect(mergeSketches(parts.map(sketch))).toBe(whole)
        expect(mergeSketches(parts.map(sketch).reverse())).toBe(whole)
      }),
    )
  })
})
