import type { Decimal } from '../model/decimal.ts'
import { times } from '../model/decimal.ts'
import type { Dimension } from '../model/metrics.ts'
import { PREFIXES, UNITS, type UnitRow } from './unit-table.ts'

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

function add(row: UnitRow, prefix: keyof typeof PREFIXES | null): void {
  const [prefixName, exponent] = prefix ? PREFIXES[prefix] : ['', 0]
  const code = `${prefix ?? ''}${row.code}`
  const names = row.names.map((name) => {
    const [one = '', many = `${one}s`] = name.split('/')
    return [prefixName + one, prefixName + many] as const
  })
  const factor = exponent === 0 ? row.factor : times(row.factor, power(exponent))
  if (!UNIT_OF_CODE.has(code)) {
    UNIT_OF_CODE.set(code, {
      code,
      dimension: row.dimension,
      factor,
      name: row.label ?? names[0]?.[0] ?? code,
    })
  }
  for (const name of names.flat()) if (!UNIT_NAMES.has(name)) UNIT_NAMES.set(name, code)
  for (const symbol of row.symbols ?? []) {
    if (!UNIT_SYMBOLS.has((prefix ?? '') + symbol)) UNIT_SYMBOLS.set((prefix ?? '') + symbol, code)
    // Micro stands as the micro sign or as the Greek letter.
    if (prefix === 'u') for (const micro of 'µμ') UNIT_SYMBOLS.set(micro + symbol, code)
    if (prefix === 'k') UNIT_SYMBOLS.set(`K${symbol}`, code)
  }
}

for (const row of UNITS) {
  add(row, null)
  for (const prefix of row.prefixes ?? '') add(row, prefix as keyof typeof PREFIXES)
}

/** A unit's code, or a rate's, with the names of its units in place of their codes: "USD/[bbl_us]" → "USD per barrel". */
export function spelledOut(unit: string): string {
  const known = UNIT_OF_CODE.get(unit)
  if (known) return known.name
  const slash = unit.indexOf('/')
  return slash < 0 ? unit : `${spelledOut(unit.slice(0, slash))} per ${spelledOut(unit.slice(slash + 1))}`
}
