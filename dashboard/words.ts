/** How numbers, units and errors read. */

const EXACT = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })
const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 })

/** A decimal, none of its digits lost: "20,000.5". */
export const exactly = (decimal: string): string => EXACT.format(decimal as Intl.StringNumericLiteral)

/** For an axis: "20K". */
export const shortly = (amount: number): string => SHORT.format(amount)

/** UCUM codes that readers know by another symbol. */
const SYMBOLS: Readonly<Record<string, string>> = {
  ...{ m2: 'm²', m3: 'm³', km2: 'km²', Cel: '°C', GBy: 'GB', 'MW.h': 'MWh', '1': '' },
  ...{ har: 'ha', bar: 'bar', atm: 'atm', mol: 'mol' },
}

/** UCUM codes that readers know by a word. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ s: 'second', min: 'minute', h: 'hour', d: 'day', wk: 'week', mo: 'month', a: 'year' },
  'year of age': 'year',
}

const IRREGULAR: Readonly<Record<string, string>> = {
  ...{ person: 'people', child: 'children', man: 'men', woman: 'women' },
}

/** A noun that is a code of a unit as well: "{atm}". */
const BRACED = /^\{(.+)\}$/

/** What is counted, in the singular; shorter and mixed ones are codes of units. */
const NOUN = /^[a-z][a-z -]{2,}$/

/** A unit as it stands behind an amount: "m²", "USD", "people"; behind 1 a noun is in the singular. */
export function unitName(unit: string, decimal?: string): string {
  const noun = WORDS[unit] ?? unit.replace(BRACED, '$1')
  if (SYMBOLS[unit] !== undefined || !NOUN.test(noun)) return SYMBOLS[unit] ?? unit
  return decimal === '1' ? noun : pluralOf(noun)
}

/** An amount with its unit: "20,000 m²", "1 patient". */
export const sized = (decimal: string, unit: string): string =>
  `${exactly(decimal)} ${unitName(unit, decimal)}`.trimEnd()

/** The unit to read beside the name of a metric; '' where the name says it already. */
export function unitBeside(label: string, unit: string): string {
  const name = unitName(unit)
  return name.toLowerCase() === label.toLowerCase() ? '' : name
}

/** "1 fact", "12 facts". */
export const counted = (count: number, noun: string): string =>
  `${EXACT.format(count)} ${count === 1 ? noun : pluralOf(noun)}`

function pluralOf(noun: string): string {
  if (IRREGULAR[noun] !== undefined) return IRREGULAR[noun]
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies')
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
