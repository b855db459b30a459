import { afterEach, describe, expect, test } from 'vitest'
import { setLanguage } from '../../dashboard/language.ts'
import { counted, shortly, sized, unitBeside } from '../../dashboard/words.ts'
import { METRICS } from '../../shared/model/metrics.ts'

afterEach(() => setLanguage('en'))

describe('an amount reads as', () => {
  test.each([
    ['20000', 'm2', '20,000 m²'],
    ['1', 'patient', '1 patient'],
    ['24', 'patient', '24 patients'],
    ['107000000', 'person', '107,000,000 people'],
    ['3', 'company', '3 companies'],
    ['2.5', 'mo', '2.5 months'],
    ['1', 'd', '1 day'],
    ['45', 'year of age', '45 years'],
    ['-4.5', 'Cel', '-4.5 °C'],
    ['7', 'percentage point', '7 percentage points'],
    ['9007199254740993', 'CNY', '9,007,199,254,740,993 CNY'],
    ['2', '1', '2'],
    ['63.7', '%', '63.7%'],
    ['64.3', 'USD/[bbl_us]', '64.3 USD/bbl'],
    ['3', '岗位', '3 岗位'],
    ['12', 'har', '12 ha'],
    ['30', 'bar', '30 bar'],
    ['1200', '{bar}', '1,200 bars'],
  ])('%s of %s: %s', (decimal, unit, read) => {
    expect(sized(decimal, unit)).toBe(read)
  })
})

test('the unit stands beside a name that does not say it', () => {
  const beside = (name: keyof typeof METRICS) => unitBeside(METRICS[name].label, METRICS[name].unit)
  expect([beside('square-meters'), beside('yuan'), beside('months')]).toEqual(['m²', 'CNY', 'months'])
  expect([beside('patients'), beside('people'), beside('percentage-points'), beside('count')]).toEqual([
    '',
    '',
    '',
    '',
  ])
})

test.each([
  [1, 'digest', '1 digest', '1份摘要'],
  [1200, 'fact', '1,200 figures', '1,200个数字'],
  [2, 'series', '2 series', '2个序列'],
] as const)('%i of %s are %s, and %s in Chinese', (count, noun, english, chinese) => {
  expect(counted(count, noun)).toBe(english)
  setLanguage('zh')
  expect(counted(count, noun)).toBe(chinese)
})

test.each([
  ['1359', 'patient', '1,359 例'],
  ['63.7', '%', '63.7%'],
  ['5', 'USD', '5 美元'],
  ['20000', 'm2', '20,000 平方米'],
])('%s of %s read in Chinese as %s', (decimal, unit, read) => {
  setLanguage('zh')
  expect(sized(decimal, unit)).toBe(read)
})

test.each([
  [0, '0'],
  [20_000, '20K'],
  [1_250_000, '1.25M'],
  [8e12, '8T'],
  [0.5, '0.5'],
])('an axis writes %d as %s', (amount, read) => {
  expect(shortly(amount)).toBe(read)
})
