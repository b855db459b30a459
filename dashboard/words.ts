import { pageLanguage, say, type Text } from './language.ts'

/** How numbers, units, days and errors read. */

const LOCALES = { en: 'en', zh: 'zh-CN' } as const
const locale = () => LOCALES[pageLanguage()]

const formats = new Map<string, Intl.NumberFormat>()

function format(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale()} ${name}`
  const known = formats.get(key) ?? new Intl.NumberFormat(locale(), options)
  formats.set(key, known)
  return known
}

/** A decimal, none of its digits lost: "20,000.5". */
export const exactly = (decimal: string): string =>
  format('exact', { maximumFractionDigits: 20 }).format(decimal as Intl.StringNumericLiteral)

/** For an axis: "20K". */
export const shortly = (amount: number): string =>
  Math.abs(amount) >= 1 && Math.abs(amount) < 10_000
    ? roundly(amount)
    : format('short', { notation: 'compact', maximumSignificantDigits: 3 }).format(amount)

/** A computed number: "12.35". */
export const roundly = (amount: number): string =>
  format('round', { maximumSignificantDigits: 5 }).format(amount)

/** UCUM codes that readers know by another symbol. */
const SYMBOLS: Readonly<Record<string, string>> = {
  ...{ m2: 'm²', m3: 'm³', km2: 'km²', Cel: '°C', GBy: 'GB', 'MW.h': 'MWh', '1': '' },
  ...{ har: 'ha', bar: 'bar', atm: 'atm', mol: 'mol', '[bbl_us]': 'bbl', '[oz_tr]': 'oz t' },
}

/** UCUM codes that readers know by a word. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ s: 'second', min: 'minute', h: 'hour', d: 'day', wk: 'week', mo: 'month', a: 'year' },
  'year of age': 'year',
}

/** Units that Chinese readers know by another word. */
const CHINESE: Readonly<Record<string, string>> = {
  ...{ m2: '平方米', m: '米', km: '公里', kg: '千克', t: '吨', d: '天', mo: '个月', a: '年', h: '小时' },
  ...{ patient: '例', case: '例', death: '例', person: '人', household: '户', company: '家', job: '个岗位' },
  ...{ 'percentage point': '个百分点', 'basis point': '个基点', point: '点', 'year of age': '岁' },
}

const IRREGULAR: Readonly<Record<string, string>> = {
  ...{ person: 'people', child: 'children', man: 'men', woman: 'women', series: 'series' },
}

/** A noun that is a code of a unit as well: "{atm}". */
const BRACED = /^\{(.+)\}$/

/** What is counted, in the singular; shorter and mixed ones are codes of units. */
const NOUN = /^[a-z][a-z -]{2,}$/

/** A unit as it stands behind an amount: "m²", "USD", "people"; behind 1 a noun is in the singular. */
export function unitName(unit: string, decimal?: string): string {
  const [counted = unit, ...per] = unit.split(/\/| per /)
  if (per.length > 0) return [unitName(counted), ...per.map((one) => unitName(one, '1'))].join('/')
  if (pageLanguage() === 'zh') return CHINESE[unit] ?? currencyIn('zh-CN', unit) ?? SYMBOLS[unit] ?? unit
  const noun = WORDS[unit] ?? unit.replace(BRACED, '$1')
  if (SYMBOLS[unit] !== undefined || !NOUN.test(noun)) return SYMBOLS[unit] ?? unit
  return decimal === '1' ? noun : pluralOf(noun)
}

/** The name of a currency in a language: CNY → 人民币. */
function currencyIn(language: string, unit: string): string | undefined {
  if (!/^[A-Z]{3}$/.test(unit)) return undefined
  return new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' }).of(unit)
}

/** An amount with its unit: "20,000 m²", "1 patient", "63.7%". */
export function sized(decimal: string, unit: string): string {
  const name = unitName(unit, decimal)
  return `${exactly(decimal)}${name === '%' ? '' : ' '}${name}`.trimEnd()
}

/** The unit to read beside the name of a metric; '' where the name says it already. */
export function unitBeside(label: string, unit: string): string {
  const name = unitName(unit)
  return name.toLowerCase() === label.toLowerCase() ? '' : name
}

/** "1 fact", "12 facts"; of what the page counts, in its language. */
export function counted(count: number, noun: Text): string {
  const number = exactly(String(count))
  const word = say(noun)
  if (pageLanguage() === 'zh') return `${number}${word}`
  return `${number} ${count === 1 ? word : pluralOf(word)}`
}

function pluralOf(noun: string): string {
  if (IRREGULAR[noun] !== undefined) return IRREGULAR[noun]
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies')
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** A share of one: "45%". */
export const percent = (share: number): string =>
  format('percent', { style: 'percent', maximumSignificantDigits: 2 }).format(share)

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
