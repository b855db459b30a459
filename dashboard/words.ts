/** How numbers, units and errors read. */

const EXACT = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })
const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 })

/** A decimal, none of its digits lost: "20,000.5". */
export const exactly = (decimal: string): string => EXACT.format(decimal as Intl.StringNumericLiteral)

/** For an axis: "20K". */
export const shortly = (amount: number): string => SHORT.format(amount)

/** UCUM codes whose spelling is not that of a reader. */
const SPELLED: Readonly<Record<string, string>> = { m2: 'm²', m3: 'm³', Cel: '°C', d: 'days', '1': '' }

export const unitName = (unit: string): string => SPELLED[unit] ?? unit

/** "1 fact", "12 facts". */
export const counted = (count: number, noun: string): string =>
  `${EXACT.format(count)} ${noun}${count === 1 ? '' : 's'}`

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
