import type { Decimal } from '../model/decimal.ts'
import { times } from '../model/decimal.ts'
import type { Dimension } from '../model/metrics.ts'
import { CLDR_UNITS } from './tables/cldr-units.ts'
import { listOf, rowsOf } from './tables/rows.ts'
import { PREFIXES, UNIT_ROWS } from './tables/unit-words.ts'

/** A unit of the table, prefixes spelled out. */
export interface Unit {
  code: string
  dimension: Dimension
  factor: Decimal
  /** Singular English name. */
  name: string
}

/** UCUM code → unit. */
export const UNIT_OF_CODE = new Map<string, Unit>()

/** Names in lower case, singular and plural → code. */
export const UNIT_NAMES = new Map<string, string>()

/** Symbols, case as written → code. */
export const UNIT_SYMBOLS = new Map<string, string>()

/** A power of ten below 1 or above it, in plain notation. */
const power = (n: number): Decimal => (n < 0 ? `0.${'0'.repeat(-n - 1)}1` : `1${'0'.repeat(n)}`)

/** Symbols of the CLDR that are words, or symbols of something else, in news. */
const OTHERWISE: ReadonlySet<string> = new Set(
  'c tn st CD gr dec fw fur pt au bu ac kt A N F K yrs mths wks hr sec deg rad'.split(' '),
)

/** Names and symbol of each unit that the CLDR names in English. */
const CLDR = new Map<string, { names: string[]; symbols: string[] }>()
for (const [code = '', one = '', many, british, britishMany, symbol = ''] of rowsOf(CLDR_UNITS)) {
  const names = [one, many || one, british, britishMany || british].map((name) => spaced(name ?? ''))
  CLDR.set(code, {
    names: names.filter(Boolean),
    symbols: OTHERWISE.has(symbol) || symbol === '' ? [] : [symbol],
  })
}

function spaced(name: string): string {
  return name.toLowerCase().replaceAll('-', ' ')
}

/** "foot/feet", "mile": singular and plural. */
function bothNumbers(name: string): string[] {
  const [one = '', many = `${one}s`] = name.split('/')
  return [one, many]
}

function addRow([
  code = '',
  dimension,
  factor = '1',
  prefixes = '',
  words,
  symbols,
  label = '',
]: string[]): void {
  const own = listOf(words)
  const cldr = CLDR.get(code)
  const names = [
    ...(cldr?.names ?? []).filter((name) => !own.includes(`-${name}`)),
    ...own.filter((name) => !name.startsWith('-')).flatMap(bothNumbers),
  ]
  const signs = [...(cldr?.symbols ?? []), ...listOf(symbols)]
  const unit = { code, dimension: dimension as Dimension, factor, name: label || (names[0] ?? code) }
  add(unit, names, signs)
  for (const prefix of prefixes) {
    const [spelled, exponent] = PREFIXES[prefix as keyof typeof PREFIXES]
    add(
      { ...unit, code: prefix + code, factor: times(factor, power(exponent)), name: spelled + unit.name },
      names.map((name) => spelled + name),
      signs.flatMap((sign) => prefixed(prefix, sign)),
    )
  }
}

/** Micro stands as the micro sign or as the Greek letter; kilo with a capital too. */
const prefixed = (prefix: string, sign: string): string[] =>
  ({ u: ['u', 'µ', 'μ'], k: ['k', 'K'] })[prefix]?.map((letter) => letter + sign) ?? [prefix + sign]

/** The first row that gives a code, a name or a symbol keeps it. */
function add(unit: Unit, names: readonly string[], signs: readonly string[]): void {
  if (!UNIT_OF_CODE.has(unit.code)) UNIT_OF_CODE.set(unit.code, unit)
  for (const name of names) if (!UNIT_NAMES.has(name)) UNIT_NAMES.set(name, unit.code)
  for (const sign of signs) if (!UNIT_SYMBOLS.has(sign)) UNIT_SYMBOLS.set(sign, unit.code)
}

for (const row of rowsOf(UNIT_ROWS)) addRow(row)

/** A unit's code, or a rate's, with the names of its units in place of their codes: "USD/[bbl_us]" → "USD per barrel". */
export function spelledOut(unit: string): string {
  const known = UNIT_OF_CODE.get(unit)
  if (known) return known.name
  const slash = unit.indexOf('/')
  return slash < 0 ? unit : `${spelledOut(unit.slice(0, slash))} per ${spelledOut(unit.slice(slash + 1))}`
}
