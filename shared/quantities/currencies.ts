import { CLDR_CURRENCIES } from './tables/cldr-currencies.ts'
import { CURRENCY_WORDS } from './tables/currency-words.ts'
import { listOf, rowsOf } from './tables/rows.ts'

/** The unit of money whose currency cannot be told, as with a prefix of "$" that no table has (ISO 4217). */
export const UNKNOWN_CURRENCY = 'XXX'

/** Names and codes in lower case → ISO 4217 code. */
export const CURRENCY_NAMES = new Map<string, string>()

/** Signs and abbreviations before an amount, in lower case → ISO 4217 code. */
export const CURRENCY_SIGNS = new Map<string, string>()

/** ISO 4217 codes in capitals that may stand before or behind an amount. */
export const CURRENCY_CODES = new Set<string>()

/** Codes that headlines in capitals have as words. */
const WORDS: ReadonlySet<string> = new Set(['ALL', 'TOP', 'CUP', 'SOS', 'PEN', 'BAM', 'GEL'])

const SIGN = /^\p{Sc}$/u

function addName(name: string, code: string): void {
  if (name !== '' && !CURRENCY_NAMES.has(name)) CURRENCY_NAMES.set(name, code)
}

function addSign(sign: string, code: string): void {
  if (!CURRENCY_SIGNS.has(sign)) CURRENCY_SIGNS.set(sign, code)
  // A sign may stand behind its amount ("100 ₭"); letters there would be words.
  if (SIGN.test(sign)) addName(sign, code)
}

/** Without the marks on its letters, as English papers print "colón". */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '')

for (const [code = '', names, signs] of rowsOf(CURRENCY_WORDS)) {
  for (const name of listOf(names)) addName(name, code)
  for (const sign of listOf(signs)) addSign(sign, code)
  if (/^[A-Z]{3}$/.test(code)) CURRENCY_CODES.add(code)
}

/** Not a "$" without a country, and not letters that words and units have as well. */
const isTelling = (sign: string): boolean => SIGN.test(sign) || /.[$£¥]$/.test(sign)

for (const [code = '', one = '', many = '', symbol = '', narrow = ''] of rowsOf(CLDR_CURRENCIES)) {
  for (const name of [one.toLowerCase(), many.toLowerCase()]) {
    addName(name, code)
    if (/[^ -~]/.test(name)) addName(plain(name), code)
  }
  for (const sign of [symbol.toLowerCase(), narrow.toLowerCase()]) if (isTelling(sign)) addSign(sign, code)
  if (!WORDS.has(code)) CURRENCY_CODES.add(code)
}

/** A hundredth of a currency, by the currency it belongs to: "15 dollars and 50 cents". */
export const MINOR_UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cent: 'USD EUR AUD CAD NZD SGD HKD TWD ZAR KES JMD TTD BBD BSD NAD FJD XXX',
    penny: 'GBP',
    sen: 'MYR IDR',
    paisa: 'INR PKR NPR',
    kopeck: 'RUB UAH',
  }).flatMap(([minor, codes]) => codes.split(' ').map((code) => [code, minor])),
)

/** The currency of a minor unit that stands alone. */
export const DEFAULT_OF_MINOR: ReadonlyMap<string, string> = new Map(
  Object.entries({ cent: 'USD', penny: 'GBP', sen: 'MYR', paisa: 'INR', kopeck: 'RUB' }),
)

/** Countries that turn a bare dollar sign or "dollars" of theirs into their own: "$76 Canadian", "$US40". */
export const DOLLARS_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    USD: 'us u.s u.s. usd',
    CAD: 'canadian cdn cad can',
    AUD: 'australian aud a au',
    NZD: 'nz nzd',
    HKD: 'hk hkd',
    SGD: 'sgd',
  }).flatMap(([code, words]) => words.split(' ').map((word) => [word, code])),
)
