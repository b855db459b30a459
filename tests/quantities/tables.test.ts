import { readFileSync } from 'node:fs'
import { UcumLhcUtils } from '@lhncbc/ucum-lhc'
import currencyCodes from 'currency-codes'
import { describe, expect, test } from 'vitest'
import { METRICS } from '../../shared/model/metrics.ts'
import { CURRENCY_CODES, CURRENCY_NAMES, CURRENCY_SIGNS } from '../../shared/quantities/currencies.ts'
import { CLDR_CURRENCIES } from '../../shared/quantities/tables/cldr-currencies.ts'
import { CURRENCY_WORDS } from '../../shared/quantities/tables/currency-words.ts'
import { rowsOf } from '../../shared/quantities/tables/rows.ts'
import { UNIT_ROWS } from '../../shared/quantities/tables/unit-words.ts'
import { UNIT_OF_CODE } from '../../shared/quantities/units.ts'
import { TABLES } from '../../tools/cldr/tables.ts'

test.each(Object.entries(TABLES))('%s is what tools/cldr makes of its source', (path, table) => {
  expect(readFileSync(path, 'utf8')).toBe(table())
})

describe('units', () => {
  const ucum = UcumLhcUtils.getInstance()
  const isUcum = (code: string) => ucum.validateUnitString(code).status === 'valid'
  const dimensions = new Map<string, string>()
  for (const { unit, dimension } of Object.values(METRICS)) dimensions.set(dimension, unit)

  /**
   * Units that convert by more than a factor; and words that are a code of UCUM by chance ("dan" is a decayear), with
   * the British thermal unit, of which news means the international one.
   */
  const OTHERS = new Set(['temperature', 'other', 'electricity', 'torque', 'frequency'])
  const CHANCE = new Set(['dan', 'cun', 'mu', 'century', 'pp', '[Btu]', 'M[Btu]'])

  const rows = [...UNIT_OF_CODE.values()].filter(
    ({ code, dimension }) =>
      !OTHERS.has(dimension) && !CHANCE.has(code) && isUcum(code) && isUcum(dimensions.get(dimension) ?? ''),
  )

  test('most have a code of UCUM', () => {
    expect(rows.length).toBeGreaterThan(120)
  })

  test.each(rows)('$code is worth what UCUM says', ({ code, dimension, factor }) => {
    const metric = dimensions.get(dimension) as string
    const one = Number(UNIT_OF_CODE.get(metric)?.factor)
    const { toVal } = ucum.convertUnitTo(code, 1, metric)
    expect((toVal as number) / (Number(factor) / one)).toBeCloseTo(1, 5)
  })

  test('no row stands twice', () => {
    const codes = rowsOf(UNIT_ROWS).map(([code]) => code)
    expect(codes).toEqual([...new Set(codes)])
  })
})

describe('currencies', () => {
  /** Their codes are words of headlines. */
  const WORDS = ['ALL', 'TOP', 'CUP', 'SOS', 'PEN', 'BAM', 'GEL']

  test('every currency in use may be told by its code and by its English name', () => {
    const named = new Set(CURRENCY_NAMES.values())
    const missing = currencyCodes
      .codes()
      .filter(
        (code) =>
          !code.startsWith('X') &&
          !/(?:fund|next day|Unidad|WIR|Mvdol)/i.test(currencyCodes.code(code)?.currency ?? ''),
      )
      .filter((code) => !(CURRENCY_CODES.has(code) || WORDS.includes(code)) || !named.has(code))
    expect(missing).toEqual([])
  })

  test('every code is one of ISO 4217, or of a currency of the past, or of a coin', () => {
    const known = new Set([
      ...currencyCodes.codes(),
      ...rowsOf(CLDR_CURRENCIES).map(([code]) => code),
      'ZWL',
      'BTC',
      'ETH',
    ])
    expect([...CURRENCY_CODES].filter((code) => !known.has(code))).toEqual([])
  })

  test('a name or sign of news stands in one row', () => {
    const words = rowsOf(CURRENCY_WORDS).flatMap(([, names = '', signs = '']) => [
      ...names
        .split(',')
        .filter(Boolean)
        .map((name) => `name ${name}`),
      ...signs
        .split(',')
        .filter(Boolean)
        .map((sign) => `sign ${sign}`),
    ])
    expect(words).toEqual([...new Set(words)])
  })

  test('a "$" with letters is never a US dollar but with its own', () => {
    const dollars = [...CURRENCY_SIGNS].filter(([, code]) => code === 'USD').map(([sign]) => sign)
    expect(dollars.every((sign) => /^(?:\$|＄|u\.?s\.?d?\$|\$us)$/.test(sign))).toBe(true)
  })
})
