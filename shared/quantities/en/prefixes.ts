import { CURRENCY_CODES, CURRENCY_SIGNS, DOLLARS_OF, UNKNOWN_CURRENCY } from '../currencies.ts'
import { MARK, type Tokens, WORD } from '../tokens.ts'
import { currencyAtHome } from './home.ts'
import { letterSignAt, looksLikeMoney } from './letter-signs.ts'

/** What stands before a number and belongs to it. */
export interface Prefix {
  first: number
  sign: '+' | '-' | null
  currency: string | null
  /** Power of ten of a scale in front of the currency ("MUSD 20"). */
  power: number
}

/** A currency before a number. */
interface Money {
  code: string
  first: number
  power?: number
}

/** Sign and currency before the number at token `i`: "$", "US $", "USD", "-", "$-", "minus ". */
export function prefixAt(tokens: Tokens, i: number): Prefix {
  const inner = signBefore(tokens, i)
  const money = currencyBefore(tokens, inner?.first ?? i, i)
  const outer = money && !inner ? signBefore(tokens, money.first) : null
  return {
    first: (outer ?? money ?? inner)?.first ?? i,
    sign: (inner ?? outer)?.sign ?? null,
    currency: money?.code ?? null,
    power: money?.power ?? 0,
  }
}

/** The sign right before token `i`. */
function signBefore(tokens: Tokens, i: number): { sign: '+' | '-'; first: number } | null {
  const before = tokens.word(i - 1)
  // "Plus or minus 3 points" tells of a margin.
  if (before === 'minus' && tokens.word(i - 2) === 'or') return null
  if (before === 'minus' || before === 'negative') return { sign: '-', first: i - 1 }
  if (tokens.isMark(i - 1, '+-') && tokens.touches(i) && !isGlued(tokens, i - 1))
    return { sign: before as '+' | '-', first: i - 1 }
  return before === '-' && tokens.word(i - 2) === 'minus' ? { sign: '-', first: i - 2 } : null
}

/** The sign at token `i` touches what stands before it: "F-16", not "$-5" or "(-5)". */
const isGlued = (tokens: Tokens, i: number): boolean => tokens.touches(i) && !tokens.isMark(i - 1, '$€£¥(=')

/** The currency whose sign, abbreviation or code ends right before token `i`, of the number at token `number`. */
function currencyBefore(tokens: Tokens, i: number, number: number): Money | null {
  const last = i - 1
  if (tokens.kind(last) === WORD)
    return dollarsOf(tokens, last, i) ?? codeBefore(tokens, last, i) ?? letterSign(tokens, last, i, number)
  if (tokens.isMark(last, '.') && CURRENCY_SIGNS.has(`${tokens.word(last - 1)}.`) && tokens.touches(last))
    return {
      code: currencyAtHome(
        tokens.text,
        tokens.start(last),
        CURRENCY_SIGNS.get(`${tokens.word(last - 1)}.`) as string,
      ),
      first: last - 1,
    }
  if (tokens.isMark(last, '=') && tokens.raw(last - 1) === 'Y') return { code: 'JPY', first: last - 1 }
  if (tokens.kind(last) !== MARK) return null
  const code = CURRENCY_SIGNS.get(tokens.word(last))
  return countryBefore(tokens, last) ?? (code === undefined ? null : { code, first: last })
}

/** "$US40", "$A5": the country behind the sign. */
function dollarsOf(tokens: Tokens, last: number, i: number): Money | null {
  const code = DOLLARS_OF.get(tokens.word(last))
  const isSign =
    code !== undefined && tokens.isMark(last - 1, '$') && tokens.touches(last) && tokens.touches(i)
  return isSign ? { code, first: last - 1 } : null
}

/** "USD 20", "MUSD 20", "usd20". */
function codeBefore(tokens: Tokens, last: number, i: number): Money | null {
  const raw = tokens.raw(last)
  const isOpen = tokens.isCapital(last) || tokens.touches(i)
  const code = raw.length === 3 && isOpen ? raw.toUpperCase() : ''
  if (CURRENCY_CODES.has(code) && (raw === code || tokens.touches(i))) return { code, first: last }
  return isMillionCode(raw) ? { code: raw.slice(1), first: last, power: 6 } : null
}

/** "MEUR": a currency code with M for million. */
export const isMillionCode = (raw: string): boolean =>
  /^M[A-Z]{3}$/.test(raw) && CURRENCY_CODES.has(raw.slice(1))

/** Abbreviations that are words or other symbols as well: they tell of money where the number looks like it. */
const LOOSE: ReadonlySet<string> = new Set('ps le bd kd qr sh'.split(' '))

/** "Rs 500", "RM2.4mil", "R1.2 billion": letters that stand for a currency. */
function letterSign(tokens: Tokens, last: number, i: number, number: number): Money | null {
  const word = tokens.word(last)
  if (tokens.touches(last) || !(tokens.isCapital(last) || word === 'sen')) return null
  const letter = letterSignAt(tokens, last, i)
  if (letter !== null) return { code: letter, first: last }
  const code = CURRENCY_SIGNS.get(word)
  if (code === undefined || (LOOSE.has(word) && !looksLikeMoney(tokens, number))) return null
  return { code: currencyAtHome(tokens.text, tokens.start(last), code), first: last }
}

/** "US" in "US$", "U.S. $": the country of a dollar sign at token `sign`; letters that no table has are of none known. */
function countryBefore(tokens: Tokens, sign: number): { code: string; first: number } | null {
  if (tokens.word(sign - 1) === '.' && tokens.word(sign - 2) === 's' && tokens.word(sign - 3) === '.')
    return { code: 'USD', first: sign - 4 }
  if (tokens.word(sign - 1) === 's' && tokens.word(sign - 2) === '.' && tokens.word(sign - 3) === 'u')
    return { code: 'USD', first: sign - 3 }
  if (tokens.kind(sign - 1) !== WORD) return null
  const code = CURRENCY_SIGNS.get(tokens.word(sign - 1) + tokens.word(sign))
  const touches = tokens.touches(sign)
  // "a $5 note", "c $ 100": of letters across a space, one alone is a country.
  const isCountry = touches || tokens.word(sign - 1).length > 1 || tokens.word(sign - 1) === 'c'
  if (code !== undefined) return isCountry ? { code, first: sign - 1 } : null
  return tokens.isMark(sign, '$') &&
    touches &&
    tokens.isCapital(sign - 1) &&
    tokens.raw(sign - 1).length <= LONGEST_COUNTRY
    ? { code: UNKNOWN_CURRENCY, first: sign - 1 }
    : null
}

/** Letters that an abbreviated country has before "$", at most. */
const LONGEST_COUNTRY = 4
