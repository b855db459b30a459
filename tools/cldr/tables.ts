import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import currencyCodes from 'currency-codes'
import { CODE_OF_CLDR } from './unit-codes.ts'

/** Both tables are written by `npm run tables`, from the Unicode CLDR and ISO 4217. */
export const TABLES: Readonly<Record<string, () => string>> = {
  'shared/quantities/tables/cldr-currencies.ts': () =>
    written('CLDR_CURRENCIES', 'Code (ISO 4217), one, many, symbol, narrow symbol, 简, 繁.', currencyRows()),
  'shared/quantities/tables/cldr-units.ts': () =>
    written(
      'CLDR_UNITS',
      'Code (UCUM), one, many, British one, British many, symbol, narrow symbol, 简, 繁.',
      unitRows(),
    ),
}

const require = createRequire(import.meta.url)

/** `main` of one file of the CLDR for one locale. */
const cldr = (locale: string, file: string) =>
  JSON.parse(readFileSync(require.resolve(`${file.replace('/', `/main/${locale}/`)}.json`), 'utf8')).main[
    locale
  ]

interface CldrCurrency {
  'displayName-count-one'?: string
  'displayName-count-other'?: string
  symbol?: string
  'symbol-alt-narrow'?: string
}

const currencies = (locale: string): Record<string, CldrCurrency> =>
  cldr(locale, 'cldr-numbers-full/currencies').numbers.currencies

/** Funds, metals and codes for tests stand among the currencies; of codes with X these are money. */
const SHARED_MONEY = /^X(?:AF|OF|CD|PF|CG)$/

/**
 * A row for each currency in use, and for each of the past whose name says no years ("Brazilian real (1990–1993)"):
 * names that two of them share are the one's in use.
 */
function currencyRows(): string[][] {
  const [en, hans, hant] = [currencies('en'), currencies('zh'), currencies('zh-Hant')]
  const isInUse = (code: string) => currencyCodes.code(code) !== undefined
  const named = new Set<string>()
  return Object.keys(en)
    .filter((code) => !code.startsWith('X') || SHARED_MONEY.test(code))
    .sort((a, b) => Number(isInUse(b)) - Number(isInUse(a)) || (a < b ? -1 : 1))
    .flatMap((code) => {
      const { symbol, ...name } = en[code] as CldrCurrency
      const one = name['displayName-count-one'] ?? ''
      if (one === '' || /\(|unit|fund/.test(one) || named.has(one)) return []
      named.add(one)
      const many = name['displayName-count-other'] ?? ''
      const narrow = name['symbol-alt-narrow'] ?? ''
      const simplified = hans[code]?.['displayName-count-other'] ?? ''
      const traditional = hant[code]?.['displayName-count-other'] ?? ''
      return [
        [
          code,
          one,
          many,
          symbol === code ? '' : (symbol ?? ''),
          narrow === symbol ? '' : narrow,
          simplified === code ? '' : simplified,
          traditional === code ? '' : traditional,
        ],
      ]
    })
}

/** Width of a name, then the unit, then its pattern by number. */
type CldrUnits = Record<'long' | 'short' | 'narrow', Record<string, Record<string, string>>>

/** "{0} kilometers", "{0}公里": the name alone; none where words stand before the number too ("每小时{0}公里"). */
const bare = (pattern: string | undefined): string =>
  pattern?.startsWith('{0}') ? pattern.slice(3).replaceAll('\u00a0', ' ').trim() : ''

function unitRows(): string[][] {
  const locales = ['en', 'en-GB', 'zh', 'zh-Hant']
  const [en, gb, hans, hant] = locales.map((locale) => cldr(locale, 'cldr-units-full/units').units) as [
    CldrUnits,
    CldrUnits,
    CldrUnits,
    CldrUnits,
  ]
  const pattern = (units: CldrUnits, width: keyof CldrUnits, id: string, count: string) =>
    bare(units[width][id]?.[`unitPattern-count-${count}`])
  return Object.entries(CODE_OF_CLDR).map(([id, code]) => {
    const one = pattern(en, 'long', id, 'one')
    const many = pattern(en, 'long', id, 'other')
    const [british, britishMany] = [pattern(gb, 'long', id, 'one'), pattern(gb, 'long', id, 'other')]
    const symbol = pattern(en, 'short', id, 'other')
    const narrow = pattern(en, 'narrow', id, 'other')
    return [
      code,
      one,
      many,
      british === one ? '' : british,
      britishMany === many ? '' : britishMany,
      symbol === many ? '' : symbol,
      narrow === symbol ? '' : narrow,
      pattern(hans, 'long', id, 'other'),
      pattern(hant, 'long', id, 'other'),
    ]
  })
}

/** A module that holds rows as lines and their fields between bars. */
function written(name: string, columns: string, rows: readonly string[][]): string {
  const lines = rows.map((row) => {
    for (const field of row)
      if (/[|`\\$]\{|[|`\\\n]/.test(field)) throw new Error(`cannot be written: ${field}`)
    return row.join('|')
  })
  return `/** ${columns} From the Unicode CLDR by tools/cldr; an empty field is as the one before it or has none. */
export const ${name} = \`
${lines.join('\n')}
\`
`
}
