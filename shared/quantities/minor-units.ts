import { shift } from '../model/decimal.ts'
import type { Quantity } from '../model/fact.ts'
import { CURRENCY_CODES, DEFAULT_OF_MINOR, MINOR_UNITS } from './currencies.ts'

/**
 * Cents, pence and the like as hundredths of their own currency: of the money named last before them that has them,
 * else of the one that news means: "534p" is 5.34 GBP, "€3.49, up 2 cents" 0.02 EUR.
 */
export function inOwnCurrency(quantities: readonly Quantity[]): Quantity[] {
  /** Minor unit → the currency of the last money that has it. */
  const last = new Map<string, string>()
  return quantities.map((quantity) => {
    const slash = quantity.unit.search(/\/| per /)
    const [unit, rate] =
      slash < 0 ? [quantity.unit, ''] : [quantity.unit.slice(0, slash), quantity.unit.slice(slash)]
    if (CURRENCY_CODES.has(unit)) last.set(MINOR_UNITS.get(unit) ?? '', unit)
    const whole = last.get(unit) ?? DEFAULT_OF_MINOR.get(unit)
    if (whole === undefined || MINOR_UNITS.get(whole) !== unit) return quantity
    const { value } = quantity
    return {
      ...quantity,
      value: typeof value === 'string' ? shift(value, -2) : [shift(value[0], -2), shift(value[1], -2)],
      unit: whole + rate,
    }
  })
}
