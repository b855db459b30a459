import { CURRENCY_CODES } from './currencies.ts'
import { UNIT_OF_CODE } from './units.ts'

/** "USD" of "USD per share" and of "USD/[bbl_us]"; a unit such as "km/h" is whole. */
export function numeratorOf(unit: string): string {
  if (UNIT_OF_CODE.has(unit)) return unit
  const per = unit.indexOf(' per ')
  return per > 0 ? unit.slice(0, per) : (unit.split('/')[0] as string)
}

/** What a unit measures: "money", the dimension of a physical unit, or the unit itself. */
export function dimensionOf(rate: string): string {
  const unit = numeratorOf(rate)
  if (CURRENCY_CODES.has(unit) || unit === 'cent' || unit === 'penny') return 'money'
  return UNIT_OF_CODE.get(unit)?.dimension ?? unit
}
