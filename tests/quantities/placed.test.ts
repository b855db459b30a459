import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { METRICS, type MetricSlug } from '../../shared/model/metrics.ts'
import { placed } from '../../shared/quantities/placed.ts'
import { UNIT_OF_CODE } from '../../shared/quantities/units.ts'
import { UNIT_CODES_ZH } from '../../shared/quantities/zh/units.ts'

/** value, unit → metric, amount in the metric's unit */
const PLACED: [string, string, MetricSlug, string][] = [
  ['20000', 'm2', 'square-meters', '20000'],
  ['215300', '[sft_i]', 'square-meters', '20002.024512'],
  ['3.2', 'km2', 'square-meters', '3200000'],
  ['12', 'har', 'square-meters', '120000'],
  ['4000000000000', 'CNY', 'yuan', '4000000000000'],
  ['577160000000', 'USD', 'us-dollars', '577160000000'],
  ['1', '[mi_i]', 'meters', '1609.344'],
  ['5', 'mm', 'meters', '0.005'],
  ['10', '[lb_av]', 'kilograms', '4.5359237'],
  ['10', '[ston_av]', 'tonnes', '9.0718474'],
  ['2', 'GW', 'megawatts', '2000'],
  ['35', 'GW.h', 'megawatt-hours', '35000'],
  ['2', 'wk', 'days', '14'],
  ['36', 'h', 'days', '1.5'],
  ['1', 's', 'days', '0.000011574074'],
  ['432', 'ns', 'days', '0.000000000005'],
  ['864', 'fs', 'days', '0.00000000000000001'],
  ['2', 'a', 'months', '24'],
  ['104', '[degF]', 'celsius', '40'],
  ['-40', '[degF]', 'celsius', '-40'],
  ['0', 'K', 'celsius', '-273.15'],
  ['700', 'MBy', 'gigabytes', '0.7'],
  ['8', 'MBy/s', 'megabits-per-second', '64'],
  ['11', 'chi', 'meters', '3.6666666663'],
  ['1200', '{bar}', 'count', '1200'],
  ['75', '[mi_i]/h', 'kilometers-per-hour', '120.7008'],
  ['1', 'mm[Hg]', 'pascals', '133.322387415'],
  ['72', '%', 'percent', '72'],
  ['25', 'basis point', 'basis-points', '25'],
  ['59', 'patient', 'patients', '59'],
  ['44', 'case', 'cases', '44'],
  ['3', 'fatality', 'deaths', '3'],
  ['17', 'resident', 'people', '17'],
  ['6', 'family', 'households', '6'],
  ['10900', 'firm', 'companies', '10900'],
  ['300', 'job', 'jobs', '300'],
  ['40', '企业', 'companies', '40'],
  ['100', '岗位', 'jobs', '100'],
  ['11', 'institution', 'count', '11'],
  ['75', 'USD/[bbl_us]', 'count', '75'],
]

test.each(PLACED)('%s %s → %s %s', (value, unit, metric, amount) => {
  expect(placed(value, unit)).toEqual({ metric, amount })
})

test('what has a Chinese name is in the table of units, but for multiples', () => {
  expect([...UNIT_CODES_ZH].filter((code) => !UNIT_OF_CODE.has(code))).toEqual(['倍'])
})

describe('the catalogue', () => {
  test('every metric takes its own unit as it is', () => {
    for (const [slug, { unit }] of Object.entries(METRICS))
      if (slug !== 'count') expect(placed('12.5', unit)).toEqual({ metric: slug, amount: '12.5' })
  })

  test('a unit that a metric takes measures what the metric measures', () => {
    for (const { code, dimension } of UNIT_OF_CODE.values()) {
      const { metric } = placed('1', code)
      if (metric !== 'count') expect(METRICS[metric].dimension).toBe(dimension)
    }
  })

  test('twice the value is twice the amount, but for temperatures, which start elsewhere', () => {
    const codes = [...UNIT_OF_CODE.keys()].filter((code) => placed('1', code).metric !== 'celsius')
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.integer({ min: 1, max: 1_000_000 }), (code, n) => {
        const one = Number(placed(String(n), code).amount)
        expect(Number(placed(String(2 * n), code).amount)).toBeCloseTo(2 * one, 9)
      }),
    )
  })
})
