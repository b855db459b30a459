import { CURRENCY_CODES, CURRENCY_SIGNS, DOLLARS_OF } from '../currencies.ts'
import { MARK, type Tokens, WORD } from '../tokens.ts'

/** What stands before a number and belongs to it. */
export interface Prefix {
  first: number
  sign: '+' | '-' | null
  currency: string | null
  /** Power of ten of a scale in front of the currency ("MUSD 20"). */
  power: number
}

/** Sign and currency before the number at token `i`: "$", "US $", "USD", "-", "$-", "minus ". */
export function prefixAt(tokens: Tokens, i: number): Prefix {
  const inner = signBefore(tokens, i)
  const money = currencyBefore(tokens, inner?.first ?? i)
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

/** The currency whose sign, abbreviation or code ends right before token `i`. */
function currencyBefore(tokens: Tokens, i: number): { code: string; first: number; power: number } | null {
  const last = i - 1
  const word = tokens.word(last)
  if (tokens.kind(last) === WORD) {
    const raw = tokens.raw(last)
    if (tokens.isMark(last - 1, '$') && tokens.touches(last) && tokens.touches(i) && DOLLARS_OF.has(word)) {
      return { code: DOLLARS_OF.get(word) as string, first: last - 1, power: 0 }
    }
    const isOpen = tokens.isCapital(last) || tokens.touches(i)
    const code = raw.length === 3 && isOpen ? raw.toUpperCase() : ''
    if (CURRENCY_CODES.has(code) && (raw === code || tokens.touches(i)))
      return { code, first: last, power: 0 }
    if (raw.length === 4 && /^M[A-Z]{3}$/.test(raw) && CURRENCY_CODES.has(raw.slice(1)))
      return { code: raw.slice(1), first: last, power: 6 }
    const signed = CURRENCY_SIGNS.get(word)
    const isSign =
      signed !== undefined &&
      (tokens.isCapital(last) || word === 'sen') &&
      (tokens.touches(i) || word.length > 2 || word === 'rs' || word === 'rm')
    return isSign ? { code: signed, first: last, power: 0 } : null
  }
  if (tokens.isMark(last, '.') && CURRENCY_SIGNS.has(`${tokens.word(last - 1)}.`) && tokens.touches(last)) {
    return { code: CURRENCY_SIGNS.get(`${tokens.word(last - 1)}.`) as string, first: last - 1, power: 0 }
  }
  if (tokens.isMark(last, '=') && tokens.raw(last - 1) === 'Y')
    return { code: 'JPY', first: last - 1, power: 0 }
  const code = tokens.kind(last) === MARK ? CURRENCY_SIGNS.get(word) : undefined
  if (code === undefined) return null
  return { code, first: last, power: 0, ...countryBefore(tokens, last) }
}

/** "US" in "US$", "U.S. $": the country of a dollar sign at token `sign`. */
function countryBefore(tokens: Tokens, sign: number): { code: string; first: number } | null {
  if (tokens.word(sign - 1) === '.' && tokens.word(sign - 2) === 's' && tokens.word(sign - 3) === '.') {
    return { code: 'USD', first: sign - 4 }
  }
  if (tokens.word(sign - 1) === 's' && tokens.word(sign - 2) === '.' && tokens.word(sign - 3) === 'u')
    return { code: 'USD', first: sign - 3 }
  if (tokens.kind(sign - 1) !== WORD) return null
  const code = CURRENCY_SIGNS.get(tokens.word(sign - 1) + tokens.word(sign))
  if (code === undefined) return null
  // "a $5 note", "c $ 100": a letter across a space is a country only where it is no article.
  if (!tokens.touches(sign) && /^(?:a|s|r)$/.test(tokens.word(sign - 1))) return null
  return { code, first: sign - 1 }
}
