import { CURRENCY_CODES, CURRENCY_NAMES } from '../currencies.ts'
import { HAN_CHAR, LINE, MARK, NUMBER, type Tokens, tokenize, WORD } from '../tokens.ts'
import { UNIT_NAMES, UNIT_SYMBOLS } from '../units.ts'
import { currencyAtHome, homelessCurrency } from './home.ts'

/** A unit as it stands in text. */
export interface UnitAt {
  /** UCUM or ISO 4217 code. */
  code: string
  /** Index of the first token behind it. */
  next: number
  kind: 'name' | 'symbol' | 'currency'
}

/** First token of a name or symbol, as looked up → how many tokens the longest one has. */
const NAME_WIDTHS = new Map<string, number>()
const SYMBOL_WIDTHS = new Map<string, number>()

/** Words with spaces between, as most names are: they need not be cut into tokens. */
const WORDS = /^[a-z]+(?: [a-z]+)*$/

function index(phrases: readonly string[], widths: Map<string, number>): void {
  const widen = (first: string, width: number) => widths.set(first, Math.max(widths.get(first) ?? 0, width))
  // Hyphens may stand for the spaces of a name: "square-foot" has a token more.
  const hyphens = (phrase: string) => (widths === NAME_WIDTHS ? phrase.split(' ').length - 1 : 0)
  const rest: string[] = []
  for (const phrase of phrases) {
    if (!WORDS.test(phrase)) rest.push(phrase)
    else widen(phrase.split(' ', 1)[0] as string, phrase.split(' ').length + hyphens(phrase))
  }
  // All at once: to cut each by itself took longer than all else that is done when the engine loads.
  const tokens = tokenize(rest.join('\n'))
  let at = 0
  for (const phrase of rest) {
    let end = at
    while (end < tokens.length && tokens.kind(end) !== LINE) end++
    widen(tokens.raw(at), end - at + hyphens(phrase))
    at = end + 1
  }
}

index([...UNIT_NAMES.keys()], NAME_WIDTHS)
index([...CURRENCY_NAMES.keys()], NAME_WIDTHS)
index([...UNIT_SYMBOLS.keys()], SYMBOL_WIDTHS)

/** Letters that are symbols right behind the digits ("5t"), and across a space only in rates ("5 t/ha"). */
const CLOSE_LETTERS: ReadonlySet<string> = new Set([
  't',
  'l',
  'J',
  'B',
  'K',
  'in',
  'R',
  'kt',
  'cc',
  'pt',
  'us',
  'um',
  'pg',
  'MP',
])

/** Letters of temperature that a capitalized word behind them makes part of a name ("23456 F Block"). */
const DEGREE_LETTERS: ReadonlySet<string> = new Set(['C', 'F'])

/** The longest unit or currency that begins at token `i`; symbols count behind digits only. */
export function unitAt(tokens: Tokens, i: number, behindDigits: boolean): UnitAt | null {
  return (behindDigits ? symbolAt(tokens, i) : null) ?? nameAt(tokens, i)
}

/** `6'2"`: marks that are apostrophes and quotes elsewhere. */
const FEET: ReadonlySet<string> = new Set("'’′")
const INCHES: ReadonlySet<string> = new Set('"”″')

/** A foot mark at token `i`, with a number and an inch mark right behind it. */
const isFeetAndInches = (tokens: Tokens, i: number): boolean =>
  tokens.kind(i) === MARK &&
  FEET.has(tokens.raw(i)) &&
  tokens.kind(i + 1) === NUMBER &&
  INCHES.has(tokens.raw(i + 2)) &&
  tokens.touches(i + 1) &&
  tokens.touches(i + 2)

function symbolAt(tokens: Tokens, i: number): UnitAt | null {
  if (isFeetAndInches(tokens, i)) return { code: '[ft_i]', next: i + 1, kind: 'symbol' }
  if (isFeetAndInches(tokens, i - 2)) return { code: '[in_i]', next: i + 1, kind: 'symbol' }
  const widest = SYMBOL_WIDTHS.get(tokens.raw(i))
  if (widest === undefined) return looseSymbolAt(tokens, i)
  for (let width = widest; width > 0; width--) {
    const code = UNIT_SYMBOLS.get(span(tokens, i, width))
    if (code === undefined || isLonger(tokens, i, i + width) || !standsAlone(tokens, i, width)) continue
    return { code, next: i + width, kind: 'symbol' }
  }
  return null
}

/** Symbols of three letters or more in lower case → code, where only one unit has them: "2.4Ghz", "35 kwh". Made when first asked. */
let looseSymbols: Map<string, string | null> | undefined

function madeLoose(): Map<string, string | null> {
  const loose = new Map<string, string | null>()
  for (const [symbol, code] of UNIT_SYMBOLS) {
    const small = symbol.toLowerCase()
    const known = loose.get(small)
    if (/^[a-z]{3,}$/.test(small)) loose.set(small, known === undefined || known === code ? code : null)
  }
  return loose
}

function looseSymbolAt(tokens: Tokens, i: number): UnitAt | null {
  if (tokens.kind(i) !== WORD) return null
  looseSymbols ??= madeLoose()
  const code = looseSymbols.get(tokens.word(i))
  return code && !isLonger(tokens, i, i + 1) ? { code, next: i + 1, kind: 'symbol' } : null
}

function nameAt(tokens: Tokens, i: number): UnitAt | null {
  let phrase = tokens.word(i)
  const widest = NAME_WIDTHS.get(phrase)
  if (widest === undefined) {
    const homeless = homelessCurrency(tokens.text, tokens.start(i), phrase)
    if (homeless !== null) return { code: homeless, next: i + 1, kind: 'currency' }
    if (!CURRENCY_CODES.has(tokens.raw(i))) return null
    return { code: tokens.raw(i), next: i + 1, kind: 'currency' }
  }
  let found = atHome(tokens, i, namedUnit(phrase, i + 1))
  for (let k = i + 1; k < i + widest; k++) {
    // Hyphens are looked up as spaces.
    const hyphens = tokens.word(k) === '-' ? 1 : 0
    phrase += hyphens || !tokens.touches(k) ? ' ' : ''
    k += hyphens
    phrase += tokens.word(k)
    found = namedUnit(phrase, k + 1) ?? found
  }
  return found
}

/** A currency's short name, "pesos", is that of the country that the line tells of. */
const atHome = (tokens: Tokens, i: number, unit: UnitAt | null): UnitAt | null =>
  unit?.kind === 'currency' && tokens.kind(i) === WORD
    ? { ...unit, code: currencyAtHome(tokens.text, tokens.start(i), unit.code) }
    : unit

function namedUnit(phrase: string, next: number): UnitAt | null {
  const unit = UNIT_NAMES.get(phrase)
  if (unit !== undefined) return { code: unit, next, kind: 'name' }
  const currency = CURRENCY_NAMES.get(phrase)
  return currency === undefined ? null : { code: currency, next, kind: 'currency' }
}

const span = (tokens: Tokens, i: number, width: number): string =>
  i + width > tokens.length ? '' : tokens.text.slice(tokens.start(i), tokens.end(i + width - 1))

/** More letters or digits follow without a space: "24703 m212", "24703 L-202", "5GHz-band" not. */
function isLonger(tokens: Tokens, i: number, next: number): boolean {
  if (!tokens.touches(next)) return false
  if (tokens.raw(next) === '-')
    return tokens.kind(i) === WORD && tokens.touches(next + 1) && tokens.kind(next + 1) === NUMBER
  const kind = tokens.kind(next)
  return kind === WORD || kind === NUMBER || kind === HAN_CHAR || /^[²³]$/.test(tokens.raw(next))
}

/** Adjectives that tell an inch mark from a closing quote: 10" long. */
const EXTENTS: ReadonlySet<string> = new Set([
  'long',
  'wide',
  'tall',
  'high',
  'deep',
  'thick',
  'diameter',
  'screen',
])

function standsAlone(tokens: Tokens, i: number, width: number): boolean {
  const symbol = tokens.raw(i)
  if (symbol === '"') return EXTENTS.has(tokens.word(i + 1))
  if (width > 1 || tokens.kind(i) !== WORD || tokens.touches(i)) return true
  if (CLOSE_LETTERS.has(symbol)) return tokens.isMark(i + 1, '/') && tokens.touches(i + 1)
  return !DEGREE_LETTERS.has(symbol) || !tokens.isCapital(i + 1)
}
