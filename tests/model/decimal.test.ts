import { describe, expect, test } from 'vitest'
import {
  compare,
  minus,
  nearest,
  normal,
  over,
  plus,
  shift,
  times,
  toJson,
} from '../../shared/model/decimal.ts'

describe('decimals are exact', () => {
  test('in one form', () => {
    expect(normal('007.50')).toBe('7.5')
    expect(normal('-0.0')).toBe('0')
    expect(normal('-0.50')).toBe('-0.5')
  })

  test('sums, products and powers of ten', () => {
    expect(plus('0.1', '0.2')).toBe('0.3')
    expect(shift('577.16', 9)).toBe('577160000000')
    expect(shift('5', -2)).toBe('0.05')
    expect(times('215300', '0.09290304')).toBe('20002.024512')
    expect(over('1', '4')).toBe('0.25')
    expect(minus('0.3', '0.1')).toBe('0.2')
  })

  test.each([
    ['2', '3', 2, '0.67'],
    ['-2', '3', 2, '-0.67'],
    ['1', '3', 2, '0.33'],
    ['0.25', '1', 1, '0.3'],
    ['-0.25', '1', 1, '-0.3'],
    ['1', '0.03', 0, '33'],
    ['0', '7', 12, '0'],
  ])('%s / %s in %i places is %s', (a, b, places, quotient) => {
    expect(nearest(a, b, places)).toBe(quotient)
  })

  test.each([
    ['2', '10', -1],
    ['-2', '-10', 1],
    ['0.50', '0.5', 0],
    ['12345678901234567890.1', '12345678901234567890.2', -1],
    [`1${'0'.repeat(400)}`, `1${'0'.repeat(399)}1`, -1],
  ])('%s beside %s', (a, b, sign) => {
    expect(Math.sign(compare(a, b))).toBe(sign)
    expect(Math.sign(compare(b, a))).toBe(-sign + 0)
  })

  test('JSON numbers where a double is exact', () => {
    expect(toJson('577160000000')).toBe(577160000000)
    expect(toJson('-1.3')).toBe(-1.3)
    expect(toJson('12345678901234567890123')).toBe('12345678901234567890123')
  })
})
