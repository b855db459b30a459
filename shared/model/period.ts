import type { Kind, Period } from './fact.ts'

/** How long a period is, as far as series are told apart by it. */
export const LENGTHS = ['instant', 'day', 'week', 'month', 'quarter', 'year', 'other'] as const
export type Length = (typeof LENGTHS)[number]

const MONTHS_LONG: ReadonlyMap<number, Length> = new Map([
  [1, 'month'],
  [3, 'quarter'],
  [12, 'year'],
])

/** Kinds whose figures of one day stand at an instant of it: a price, a total so far. */
const AT_AN_INSTANT: ReadonlySet<Kind> = new Set(['level', 'cumulative', 'attribute'])

const DAY_MS = 86_400_000

/**
 * The length of the period of a figure of this kind. A level of a whole month ("unemployment in May was 4 %") is as long
 * as that month. Twelve months are a year wherever they begin, seven days a week, and three months a quarter.
 */
export function lengthOf(kind: Kind, { from, to }: Pick<Period, 'from' | 'to'>): Length {
  if (from === to) return AT_AN_INSTANT.has(kind) ? 'instant' : 'day'
  const first = new Date(`${from}T00:00:00Z`)
  const behind = new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS)
  if ((behind.getTime() - first.getTime()) / DAY_MS === 7) return 'week'
  if (first.getUTCDate() !== behind.getUTCDate()) return 'other'
  const months =
    (behind.getUTCFullYear() - first.getUTCFullYear()) * 12 + behind.getUTCMonth() - first.getUTCMonth()
  return MONTHS_LONG.get(months) ?? 'other'
}
