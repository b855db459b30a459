import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aggregateOf, meanOf, merge, NOTHING } from '../../shared/series/aggregate.ts'
import { sketchOf } from '../../shared/series/sketch.ts'

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, places]) => {
    const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0')
    const point = text.length - places
    return `${digits < 0n ? '-' : ''}${text.slice(0, point)}${places > 0 ? `.${text.slice(point)}` : ''}`
  })

describe('aggregates', () => {
  test('tenths add up exactly', () => {
    expect(aggregateOf(Array(10).fill('0.1'), '2020-01-09').sum).toBe('1')
  })

  test('nothing has neither extremes nor days', () => {
    expect(aggregateOf([], '2020-01-09')).toEqual(NOTHING)
    expect(merge([NOTHING, NOTHING])).toEqual(NOTHING)
  })

  test('keep the last amount and the days they span', () => {
    const whole = merge([aggregateOf(['3', '2'], '2020-01-09'), NOTHING, aggregateOf(['5'], '2020-02-01')])
    expect(whole).toEqual({
      n: 3,
      sum: '10',
      min: '2',
      max: '5',
      last: '5',
      firstDay: '2020-01-09',
      lastDay: '2020-02-01',
      digests: 2,
      sketch: sketchOf(['2', '3', '5']),
    })
  })

  test('the whole is the merge of its parts, however they are parted', () => {
    fc.assert(
      fc.property(fc.array(fc.array(amount, { maxLength: 5 }), { maxLength: 6 }), fc.nat(6), (days, cut) => {
        const parts = days.map((amounts, n) => aggregateOf(amounts, `2020-01-0${n + 1}`))
        expect(merge([merge(parts.slice(0, cut)), merge(parts.slice(cut))])).toEqual(merge(parts))
      }),
    )
  })

  test('a mean is the sum over the number', () => {
    expect(meanOf(aggregateOf(['1', '2'], '2020-01-09'))).toBe('1.5')
    expect(meanOf(NOTHING)).toBeNull()
  })
})
