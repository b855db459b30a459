import type { Decimal } from '../../model/decimal.ts'
import { over } from '../../model/decimal.ts'
import type { Bound } from '../../model/fact.ts'

/** A number as it stands at a token. */
export interface NumberAt {
  value: Decimal
  /** For "millions of": the upper end; `value` is the lower one. */
  high: Decimal | null
  /** Index of the first token behind it. */
  next: number
  /** `fraction` is a part of a whole in words ("two thirds", "half"). */
  form: 'digits' | 'words' | 'vague' | 'fraction'
  /** Power of ten that a scale word or suffix gave; 0 without one. */
  power: number
  /** What stood before the scale was applied: "1 to 2 thousand" shares it. */
  mantissa: Decimal
  /** Said by the number itself: "300-plus". */
  bound?: Bound
}

/** Decimal places that a part keeps where it has no end. */
const PLACES = 16

export const part = (top: number | string, bottom: number | string): Decimal =>
  over(String(top), String(bottom), PLACES)

export const numberOf = (
  value: Decimal,
  next: number,
  form: NumberAt['form'],
  { power = 0, mantissa = value }: { power?: number; mantissa?: Decimal } = {},
): NumberAt => ({ value, high: null, next, form, power, mantissa })
