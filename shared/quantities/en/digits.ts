import type { Decimal } from '../../model/decimal.ts'
import { normal, plus, shift } from '../../model/decimal.ts'
import { CURRENCY_NAMES } from '../currencies.ts'
import { MARK, NUMBER, type Tokens, WORD } from '../tokens.ts'
import { UNIT_NAMES } from '../units.ts'
import { MONTHS } from './calendar.ts'
import { type NumberAt, numberOf, part } from './number-at.ts'
import { DENOMINATORS, DIGIT_SCALES, FRACTION_SIGNS, SCALES, SUPERSCRIPTS } from './number-words.ts'
import { scalesAt } from './scales.ts'

/** Longer digit strings are identifiers, not amounts. */
const MOST_DIGITS = 48

/** Largest power of ten that scientific notation may carry. */
const LARGEST_POWER = 60

/** Digits as they stand, groups and decimal part read. */
interface Digits {
  value: Decimal
  next: number
}

/**
 * The number whose first digits are token `i`, with its scale: "1,250,000", "3.5bn", "7 3/4", "6 × 10^9". Null where it
 * cannot be read whole.
 */
export function digitsAt(tokens: Tokens, i: number, money: boolean): NumberAt | null {
  const fraction = writtenFractionAt(tokens, i)
  if (fraction !== null) return numberOf(fraction, i + 3, 'digits')
  const digits = groupedAt(tokens, i, money)
  if (digits === null) return null
  const science = powerOfTenAt(tokens, digits.next)
  if (science) return numberOf(shift(digits.value, science.power), science.next, 'digits')
  const mixed = mixedAt(tokens, raisedTo(tokens, digits))
  const scale = scalesAt(tokens, mixed.next, money)
  if (scale === null) return null
  return numberOf(shift(mixed.value, scale.power), scale.next, 'digits', {
    power: scale.power,
    mantissa: mixed.value,
  })
}

/** "½" without a number before it. */
export function fractionSignAt(tokens: Tokens, i: number): NumberAt | null {
  const sign = FRACTION_SIGNS.get(tokens.raw(i))
  if (sign === undefined || tokens.kind(i - 1) === NUMBER) return null
  const value = part(...sign)
  const scale = scalesAt(tokens, i + 1, false)
  return (
    scale &&
    numberOf(shift(value, scale.power), scale.next, 'digits', { power: scale.power, mantissa: value })
  )
}

/** The digits at token `i` with the groups of the world: 1,234,567 – 12,34,567 – 1 234 567 – 1'234'567 – 1.234.567,89. */
function groupedAt(tokens: Tokens, i: number, money: boolean): Digits | null {
  if (tokens.end(i) - tokens.start(i) > MOST_DIGITS) return null
  const word = tokens.word(i)
  if (isTail(tokens, i)) return null
  if (tokens.isMark(i - 1, '.') && tokens.touches(i) && !tokens.touches(i - 1))
    return { value: normal(`0.${word}`), next: i + 1 }
  const next = groupsEnd(tokens, i)
  const groups = next > i + 1 ? joined(tokens, i, next) : word.replaceAll(',', '')
  const decimals = decimalsBehindComma(tokens, next, money)
  if (decimals !== null) return { value: normal(`${groups.replaceAll('.', '')}.${decimals}`), next: next + 2 }
  if (tokens.isMark(next, ',') && tokens.touches(next) && tokens.word(next + 1) === '000')
    return { value: shift(normal(groups), 3), next: next + 2 }
  return { value: normal(groups), next }
}

/** The digits go on from others across a comma: "1,2345" is no number, and so neither are its parts. */
const isTail = (tokens: Tokens, i: number): boolean =>
  (tokens.isMark(i - 1, ',') &&
    tokens.touches(i) &&
    tokens.touches(i - 1) &&
    tokens.kind(i - 2) === NUMBER) ||
  (tokens.isMark(i + 1, ',') &&
    tokens.touches(i + 1) &&
    tokens.touches(i + 2) &&
    /^\d{4,}/.test(tokens.word(i + 2)))

/** Token behind the groups of three that marks or spaces join to token `i`. */
function groupsEnd(tokens: Tokens, i: number): number {
  const word = tokens.word(i)
  if (/^\d{1,3}\.\d{3}$/.test(word) && isGroup(tokens, i + 1, '.')) return groupsBehind(tokens, i + 1, '.')
  if (!/^[1-9]\d{0,2}$/.test(word)) return i + 1
  if (isGroup(tokens, i + 1, "'")) return groupsBehind(tokens, i + 1, "'")
  return spacedGroupsEnd(tokens, i)
}

/** Mark and group of three at token `k`, all touching. */
const isGroup = (tokens: Tokens, k: number, mark: string): boolean =>
  tokens.isMark(k, mark) && tokens.touches(k) && tokens.touches(k + 1) && /^\d{3}$/.test(tokens.word(k + 1))

function groupsBehind(tokens: Tokens, from: number, mark: string): number {
  let k = from
  while (isGroup(tokens, k, mark)) k += 2
  return k
}

/** Words in front of digits that are a number of their own: "Page 4 500 people saw", "on May 12 200 came". */
const isNumbered = (tokens: Tokens, i: number): boolean =>
  MONTHS.has(tokens.word(i - 1)) || (tokens.isCapital(i - 1) && i - 1 > 0 && !isSentenceStart(tokens, i - 1))

const isSentenceStart = (tokens: Tokens, k: number): boolean =>
  k === 0 || (tokens.kind(k - 1) !== WORD && !tokens.isMark(k - 1, '$'))

/** "12 345 678": one space between groups; a thin or fixed one tells by itself. */
function spacedGroupsEnd(tokens: Tokens, i: number): number {
  let k = i + 1
  let isFixed = true
  for (
    ;
    tokens.kind(k) === NUMBER &&
    tokens.start(k) === tokens.end(k - 1) + 1 &&
    /^\d{3}(?:\.\d+)?$/.test(tokens.word(k));
    k++
  ) {
    if (tokens.text.charCodeAt(tokens.end(k - 1)) === 0x20) isFixed = false
    if (tokens.word(k).includes('.')) {
      k++
      break
    }
  }
  if (k === i + 1) return k
  const isOpen =
    isFixed ||
    !(
      isNumbered(tokens, i) ||
      tokens.isMark(i - 1, '-/') ||
      tokens.isMark(k, '-/') ||
      tokens.kind(k) === NUMBER
    )
  return isOpen ? k : i + 1
}

/** The digits of tokens `[from, to)` alone, and the decimal part of the last. */
function joined(tokens: Tokens, from: number, to: number): string {
  let digits = tokens.word(from).replace('.', '')
  for (let k = from + 1; k < to; k++) if (tokens.kind(k) === NUMBER) digits += tokens.word(k)
  return digits
}

/**
 * Decimals behind the comma at token `k`, where what follows shows that it is one: "3,5 percent", "€12,50",
 * "1.250.000,50 euros".
 */
function decimalsBehindComma(tokens: Tokens, k: number, money: boolean): string | null {
  if (!tokens.isMark(k, ',') || !tokens.touches(k) || !tokens.touches(k + 1)) return null
  const decimals = tokens.word(k + 1)
  if (!/^\d{1,2}$/.test(decimals)) return null
  const behind = tokens.word(k + 2)
  const isShown =
    money ||
    behind === '%' ||
    (behind === 'per' && tokens.word(k + 3) === 'cent') ||
    UNIT_NAMES.has(behind) ||
    CURRENCY_NAMES.has(behind) ||
    SCALES.has(behind) ||
    DIGIT_SCALES.has(behind)
  return isShown && !tokens.isMark(k - 2, ',') ? decimals : null
}

/** "3/4", "1⁄32": the value, null for what is no such fraction. */
function writtenFractionAt(tokens: Tokens, i: number): Decimal | null {
  if (!tokens.isMark(i + 1, '/⁄') || !tokens.touches(i + 1) || !tokens.touches(i + 2)) return null
  const top = tokens.word(i)
  const bottom = tokens.word(i + 2)
  if (
    !DENOMINATORS.has(bottom) ||
    top.length > 2 ||
    Number(top) >= Number(bottom) ||
    tokens.isMark(i + 3, '/')
  )
    return null
  return part(top, bottom)
}

/** A fraction behind the whole: "7 3/4", "4-3/4", "7¾"; behind decimals it is of the last: "$6.51-3/4". */
function mixedAt(tokens: Tokens, { value, next }: Digits): Digits {
  const sign = FRACTION_SIGNS.get(tokens.raw(next))
  if (sign) return { value: plus(value, part(...sign)), next: next + 1 }
  const at = tokens.isMark(next, '-') && tokens.touches(next) && tokens.touches(next + 1) ? next + 1 : next
  if (tokens.kind(at) !== NUMBER || (at === next && tokens.touches(next))) return { value, next }
  const fraction = writtenFractionAt(tokens, at)
  if (fraction === null) return { value, next }
  const places = /\.(\d+)$/.exec(tokens.word(next - 1))?.[1]?.length ?? 0
  return { value: plus(value, shift(fraction, -places)), next: at + 3 }
}

const TIMES: ReadonlySet<string> = new Set('×x*⋅·')

/** "×10^6", "× 10−8", "e6" behind a number. */
function powerOfTenAt(tokens: Tokens, i: number): { power: number; next: number } | null {
  let k = i
  if (TIMES.has(tokens.word(k)) && tokens.word(k + 1) === '10') k += 2
  else if (tokens.word(k) === 'e' && tokens.touches(k) && tokens.touches(k + 1)) k += 1
  else return null
  if (tokens.isMark(k, '^')) k++
  let sign = 1
  if ((tokens.isMark(k, '-') || tokens.isMark(k, '+') || tokens.raw(k) === '⁻') && tokens.touches(k)) {
    if (!tokens.isMark(k, '+')) sign = -1
    k++
  }
  const isWritten = tokens.kind(k) === NUMBER && tokens.touches(k)
  const { digits, next } = isWritten ? { digits: tokens.word(k), next: k + 1 } : raisedAt(tokens, k)
  const power = Number(digits)
  return /^\d+$/.test(digits) && power <= LARGEST_POWER ? { power: sign * power, next } : null
}

/** "10³" is a power; "12,400¹" bears the mark of a footnote. */
function raisedTo(tokens: Tokens, { value, next: at }: Digits): Digits {
  const { digits, next } = raisedAt(tokens, at)
  const isPower = value === '10' && digits !== '' && Number(digits) <= LARGEST_POWER
  return { value: isPower ? shift('1', Number(digits)) : value, next }
}

/** Up to three raised digits right behind token `i - 1`. */
function raisedAt(tokens: Tokens, i: number): { digits: string; next: number } {
  let digits = ''
  let next = i
  while (
    digits.length < 3 &&
    tokens.touches(next) &&
    tokens.kind(next) === MARK &&
    SUPERSCRIPTS.includes(tokens.raw(next))
  )
    digits += SUPERSCRIPTS.indexOf(tokens.raw(next++))
  return { digits, next }
}
