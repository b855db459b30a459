import type { Decimal } from '../../model/decimal.ts'
import type { Bound } from '../../model/fact.ts'
import type { NumberAt } from './numbers.ts'

/** The unit of a number that stands alone. */
export const BARE = '1'

/** A number, or a range of two, with what it counts, before the sentence around it is read. */
export interface Amount {
  value: Decimal
  /** The upper end of a range. */
  high: Decimal | null
  /** UCUM, ISO 4217 or singular noun; BARE where the number stands alone. */
  unit: string
  /** First token, and the one behind the last. */
  first: number
  next: number
  /** First and last token of the counted noun phrase. */
  noun: readonly [number, number] | null
  /** What words between number and noun say of it. */
  bound: Bound | null
  /** A plus or minus sign stands before it. */
  sign: '+' | '-' | null
  form: NumberAt['form']
  /** Power of ten of its scale word, and the value without it. */
  power: number
  mantissa: Decimal
  rule: string
}

/** What a number counts: its unit, and where it ends. */
export interface Measure {
  unit: string
  next: number
  noun?: readonly [number, number]
  /** Added to the value: the 50 cents of "15 dollars and 50 cents". */
  extra?: Decimal
  /** A scale behind the unit: "75 USD million". */
  power?: number
  /** In place of the number's: a part of a whole in percent. */
  value?: Decimal
  /** Said between number and noun: "24 million or more records", "2,000+ incidents". */
  bound?: Bound
}
