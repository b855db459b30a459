import type { Decimal } from '../../model/decimal.ts'
import { plus, shift } from '../../model/decimal.ts'
import { classAt, HAN, LETTER } from '../characters.ts'
import { CURRENCY_CODES, CURRENCY_SIGNS } from '../currencies.ts'
import { charAt } from './characters.ts'
import { CURRENCY_ROWS_ZH, MINOR_UNITS_ZH } from './currencies.ts'
import { type NumberZh, numberAt } from './numbers.ts'
import { Phrases } from './phrases.ts'

/** Signs, abbreviations, codes and full names of currencies that stand before an amount. */
export const BEFORE = new Phrases<string>([
  ['¥', 'CNY'],
  ['￥', 'CNY'],
  ['RMB', 'CNY'],
  ['rmb', 'CNY'],
  ...[...CURRENCY_SIGNS]
    .filter(([sign]) => /[^a-z.]/.test(sign))
    .flatMap(([sign, code]) => [[sign, code] as const, [sign.toUpperCase(), code] as const]),
  ...[...CURRENCY_CODES].map((code) => [code, code] as const),
  ...CURRENCY_ROWS_ZH.filter(([name]) => name.length > 1 && !name.startsWith('元') && !name.startsWith('块')),
])

export const MINORS = new Phrases(MINOR_UNITS_ZH)

/** A currency before a number. */
export interface SignAt {
  code: string
  start: number
  /** It is told by a Chinese name: the number behind may still be a date. */
  isName: boolean
}

/** The currency that stands right before `at`, none of it before `floor`. */
export function signBefore(text: string, at: number, floor: number): SignAt | null {
  let end = at
  while (end > floor && charAt(text, end - 1) === ' ') end--
  const found = BEFORE.longestBefore(text, end, floor)
  if (found === null) return null
  const { start, value: code } = found
  const first = classAt(text, start)
  if (first === LETTER && start > 0 && classAt(text, start - 1) === LETTER) return null
  // "人民币兑美元6.9": a rate, not dollars.
  if (first === HAN && start > floor && /[对兑比]/.test(charAt(text, start - 1))) return null
  return { code, start, isName: first === HAN }
}

/** Names of money that any currency before the number makes more exact: "港币50元". */
export const isPlainMoney = (name: string): boolean => name === '元' || name === '块' || name === '圆'

/** Letters that multiply an amount of money: "$25k", "$3.5B". */
const LETTER_SCALES: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6, m: 6, B: 9, b: 9, T: 12 }

/** The letter behind an amount of money that multiplies it, as a power of ten; 0 where none does. */
export function letterScale(text: string, number: NumberZh): number {
  const power = LETTER_SCALES[charAt(text, number.end)] ?? 0
  return classAt(text, number.end + 1) === LETTER ? 0 : power
}

/**
 * An amount of money with its tenths and hundredths, the name of its currency, `code`, in `[nameAt, nameEnd)`:
 * "三元五角", "两美元又三美分", "三块五".
 */
export function withMinors(
  text: string,
  number: NumberZh,
  [nameAt, nameEnd]: readonly [number, number],
  code: string,
): { value: Decimal; end: number } {
  let end = nameEnd
  let value = number.value
  for (let part = 0; part < 2; part++) {
    const minor = numberAt(text, /[又零]/.test(charAt(text, end)) ? end + 1 : end)
    if (minor === null || !/^\d{1,2}$/.test(minor.value)) break
    const name = MINORS.longestAt(text, minor.end)
    if (name !== null && (name.value.of === null || name.value.of === code)) {
      value = plus(value, shift(minor.value, -name.value.places))
      end = name.end
    } else if (charAt(text, nameAt) === '块' && isLastDigit(text, minor)) {
      value = plus(value, shift(minor.value, -1))
      end = minor.end
    } else break
  }
  return { value, end }
}

const isLastDigit = (text: string, number: NumberZh): boolean =>
  /^[1-9]$/.test(number.value) && classAt(text, number.end) !== HAN

/** "8角", "八毛钱", "两毛五", "5分钱": less than a yuan. */
export function minorMoney(text: string, number: NumberZh): { value: Decimal; end: number } | null {
  const name = MINORS.longestAt(text, number.end)
  if (name === null || name.value.of !== null || charAt(text, name.end - 1) === '分') return null
  const { places } = name.value
  const value = shift(number.value, -places)
  const next = numberAt(text, name.end)
  if (places !== 1 || next === null || !isLastDigit(text, next)) return { value, end: name.end }
  return { value: plus(value, shift(next.value, -2)), end: next.end }
}
