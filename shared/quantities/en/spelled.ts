import type { Decimal } from '../../model/decimal.ts'
import { plus, shift, times } from '../../model/decimal.ts'
import type { Tokens } from '../tokens.ts'
import { type NumberAt, numberOf, part } from './number-at.ts'
import { ONES, PARTS, SCALES, TENS, UNKNOWN_SCALE } from './number-words.ts'

/** A stretch of number words, its value before and after its scale. */
interface Spelled {
  value: Decimal
  mantissa: Decimal
  power: number
  next: number
}

/** A hyphen that joins words may stand for the space between them. */
export const behindHyphen = (tokens: Tokens, k: number): number =>
  tokens.isMark(k, '-') && tokens.touches(k) && tokens.touches(k + 1) ? k + 1 : k

/**
 * A cardinal in words at token `i`: "twenty-eight thousand six hundred and forty-two", "three point two", "two and a
 * half million", "a million and a half". Null where its scale cannot be read ("five zillion").
 */
export function cardinalAt(tokens: Tokens, i: number): NumberAt | null {
  const whole = wholeAt(tokens, i)
  if (whole === null) return null
  const { value, mantissa, power, next } = halvesBehind(tokens, decimalsBehind(tokens, whole))
  if (UNKNOWN_SCALE.test(tokens.word(next)) && !SCALES.has(tokens.word(next))) return null
  return numberOf(value, next, 'words', { power, mantissa })
}

/** The whole number that the words from token `i` say. */
function wholeAt(tokens: Tokens, i: number): Spelled | null {
  let next = i
  let total: Decimal = '0'
  /** Below a thousand, of the group that is being read; -1 before its first word. */
  let group = SCALES.has(tokens.word(i)) && tokens.word(i - 1) === 'a' ? 1 : -1
  let power = 0
  let mantissa: Decimal | null = null
  for (;;) {
    const word = tokens.word(next)
    const small = smallAt(tokens, next)
    const scale = SCALES.get(word)
    const isOpen = group < 0 || (group > 0 && group % 100 === 0) || (group === 0 && power > 0)
    if (small !== null && isOpen) {
      group = Math.max(group, 0) + small.value
      next = small.next - 1
    } else if (scale === 2 && group > 0 && group < 100) {
      group *= 100
      power = Math.max(power, 2)
    } else if (scale !== undefined && scale > 2 && group > 0) {
      mantissa ??= total === '0' ? String(group) : null
      total = plus(total, shift(String(group), scale))
      power = scale
      group = 0
    } else if (scale !== undefined && scale > 2 && group === 0 && power > 0) {
      total = shift(total, scale)
      power += scale
    } else if (
      word !== 'and' ||
      next === i ||
      !SCALES.has(tokens.word(next - 1)) ||
      smallAt(tokens, next + 1) === null
    ) {
      break
    }
    next++
    if (tokens.isMark(next, '-') && SCALES.has(tokens.word(next + 1))) next++
  }
  // "Two hundred and one-half": the "and" belongs to the part.
  if (tokens.word(next - 1) === 'and') next--
  if (group < 0 || next === i) return null
  const value = plus(total, String(group))
  return { value, mantissa: mantissa ?? value, power, next }
}

/** A number below a hundred: "seven", "forty", "forty-two"; not the "one" of "one-half". */
function smallAt(tokens: Tokens, k: number): { value: number; next: number } | null {
  const ten = TENS.get(tokens.word(k))
  if (ten === undefined) {
    const one = ONES.get(tokens.word(k))
    return one === undefined || isPartBehind(tokens, k) ? null : { value: one, next: k + 1 }
  }
  const at = behindHyphen(tokens, k + 1)
  const one = ONES.get(tokens.word(at))
  return one !== undefined && one > 0 && one < 10
    ? { value: ten + one, next: at + 1 }
    : { value: ten, next: k + 1 }
}

/** "and one-half": a hyphen and a part stand behind token `k`. */
const isPartBehind = (tokens: Tokens, k: number): boolean =>
  tokens.word(k - 1) === 'and' && behindHyphen(tokens, k + 1) > k + 1 && PARTS.has(tokens.word(k + 2))

/** "three point two", "zero point seven five": digits in words behind "point", then perhaps a scale. */
function decimalsBehind(tokens: Tokens, whole: Spelled): Spelled {
  const point = behindHyphen(tokens, whole.next)
  if (tokens.word(point) !== 'point') return whole
  let digits = ''
  let next = behindHyphen(tokens, point + 1)
  for (let small = smallAt(tokens, next); small !== null; small = smallAt(tokens, next)) {
    digits += small.value
    next = small.next
  }
  if (digits === '') return whole
  return scaled(tokens, plus(whole.value, shift(digits, -digits.length)), next)
}

/** A mantissa with the scales that stand behind it. */
function scaled(tokens: Tokens, mantissa: Decimal, at: number): Spelled {
  let power = 0
  let next = at
  for (let k = behindHyphen(tokens, next); SCALES.has(tokens.word(k)); k = behindHyphen(tokens, next)) {
    power += SCALES.get(tokens.word(k)) as number
    next = k + 1
  }
  return { value: shift(mantissa, power), mantissa, power, next }
}

/** "two and a half (million)", "six and three quarters", "one and one-half", "two-and-a-half", "a million and a half". */
function halvesBehind(tokens: Tokens, whole: Spelled): Spelled {
  const and = behindHyphen(tokens, whole.next)
  if (tokens.word(and) !== 'and') return whole
  const parts = partsAt(tokens, behindHyphen(tokens, and + 1))
  if (parts === null) return whole
  const isScaled = SCALES.has(tokens.word(whole.next - 1))
  const scale = isScaled ? (SCALES.get(tokens.word(whole.next - 1)) as number) : 0
  const sum = plus(whole.value, shift(parts.value, scale))
  if (!isScaled) return scaled(tokens, sum, parts.next)
  return { value: sum, mantissa: shift(sum, -whole.power), power: whole.power, next: parts.next }
}

/** Parts with their count in words at token `k`: "a half", "one-half", "three quarters", "two-thirds". */
export function partsAt(
  tokens: Tokens,
  k: number,
): { value: Decimal; next: number; isJoined: boolean } | null {
  const first = tokens.word(k)
  const count = first === 'a' ? 1 : ONES.get(first)
  const at = behindHyphen(tokens, k + 1)
  const bottom = PARTS.get(tokens.word(at))
  if (count === undefined || count === 0 || bottom === undefined || count >= bottom) return null
  return { value: part(count, bottom), next: at + 1, isJoined: at > k + 1 }
}

/** "a dozen", "two dozen", "half a dozen": so many dozens, the token behind the word at `next - 1`. */
export const dozens = (count: Decimal, next: number): NumberAt =>
  numberOf(times(count, '12'), next, 'words', { mantissa: count })
