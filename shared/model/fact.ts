import type { Decimal } from './decimal.ts'

/** A number with a unit as it stands in text. */
export interface Quantity {
  /** One value, or the two ends of a range in text order. */
  value: Decimal | [Decimal, Decimal]
  /**
   * UCUM code for physical units, ISO 4217 for money, `%`, the singular noun for counts, in braces where it is a code as
   * well ("{atm}"); rates as "USD/[bbl_us]" or "USD per company".
   */
  unit: string
  /** `~` about, `>` more than, `<` less than; null where the text gives the value plainly. */
  bound: Bound | null
  /** The sentence says that the quantity moved by or to this. */
  change: Change | null
  role: Role | null
  /** Day that the figure holds for, `yyyy-mm-dd`, where the sentence says so. */
  asOf: string | null
  /** The noun phrase that the number is about, where one was found. */
  subject: string | null
  /** State of the patients and dead counted, where the language's own rules say it. */
  status: Status | null
  /** `text.slice(start, end)` is the quantity as it stands. */
  start: number
  end: number
  /** Name of the rule that made it. */
  rule: string
}

/** A quantity placed in a metric. */
export interface Fact extends Omit<Quantity, 'value'> {
  value: Decimal | [Decimal, Decimal]
  /** Slug of the metric, a key of the catalogue. */
  metric: string
  /** The value in the metric's own unit; null for a range, which no roll-up counts. */
  amount: Decimal | null
  /** Number of the item in its digest. */
  item: number
  /** The quantity as it stands: the item's `text.slice(start, end)`. */
  text: string
  /** The sentence that it stands in. */
  sentence: string
}

/** States of patients. */
export const STATUSES = ['confirmed', 'suspected', 'severe', 'recovered', 'dead'] as const
export type Status = (typeof STATUSES)[number]

export const BOUNDS = ['~', '>', '<'] as const
export type Bound = (typeof BOUNDS)[number]

export const CHANGES = ['up', 'down'] as const
export type Change = (typeof CHANGES)[number]

/** `previous`: the level moved from; `equivalent`: the same quantity restated. Neither is counted in roll-ups. */
export const ROLES = ['previous', 'equivalent', 'part'] as const
export type Role = (typeof ROLES)[number]

/** Roll-ups count what is no restatement, no former level, no part of a total beside it, and one value. */
export function countsInSeries(fact: Fact): boolean {
  return fact.role === null && fact.amount !== null
}
