import type { Decimal } from '../../model/decimal.ts'
import { normal, over, plus, shift, times } from '../../model/decimal.ts'
import { MARK, NUMBER, type Tokens, WORD } from '../tokens.ts'
import {
  DENOMINATORS,
  FRACTION_SIGNS,
  LETTER_SCALES,
  ONES,
  PARTS,
  SCALES,
  SHORT_SCALES,
  SUPERSCRIPTS,
  TENS,
  VAGUE,
} from './number-words.ts'
import { isStop, VERBS } from './stop-words.ts'

/** Longer digit strings are identifiers, not amounts. */
const MOST_DIGITS = 32

/** Largest power of ten that scientific notation may carry. */
const LARGEST_POWER = 60

/** A number as it stands at a token. */
export interface NumberAt {
  value: Decimal
  /** For "millions of": the upper end; `value` is the lower one. */
  high: Decimal | null
  /** Index of the first token behind it. */
  next: number
  /** `fraction` is a part of a whole in words ("two thirds", "half"). */
  form: 'digits' | 'words' | 'vague' | 'fraction'
  /** Power of ten that a scale word or suffix gave; 0 without one. */
  power: number
  /** What stood before the scale was applied: "1 to 2 thousand" shares it. */
  mantissa: Decimal
}

/** Words that numbers begin with. */
const BEGINNINGS = new Set<string>()

/** By the two first letters of a word: a bit for every length that such a word has. Most words end here. */
const LENGTHS = new Uint16Array(0x10000)

for (const words of [ONES.keys(), TENS.keys(), SCALES.keys(), VAGUE.keys(), PARTS.keys(), ['dozen']]) {
  for (const word of words) {
    BEGINNINGS.add(word)
    LENGTHS[letterPair(word, 0)] = (LENGTHS[letterPair(word, 0)] as number) | (1 << word.length)
  }
}

function letterPair(text: string, at: number): number {
  return (((text.charCodeAt(at) | 0x20) & 0xff) << 8) | ((text.charCodeAt(at + 1) | 0x20) & 0xff)
}

/** "½", "⅔": the code points of vulgar fractions. */
const isFractionSign = (c: number): boolean => (c >= 0xbc && c <= 0xbe) || (c >= 0x2150 && c <= 0x215e)

const LONGEST_WORD = 15

/** A number may begin at token `i`: digits, a number word, or a sign such as "½". "a million" begins at "million". */
export function mayBeginNumber(tokens: Tokens, i: number): boolean {
  const start = tokens.start(i)
  switch (tokens.kind(i)) {
    case NUMBER:
      return true
    case MARK:
      return isFractionSign(tokens.text.charCodeAt(start))
    case WORD: {
      const length = tokens.end(i) - start
      if (
        length > LONGEST_WORD ||
        ((LENGTHS[letterPair(tokens.text, start)] as number) & (1 << length)) === 0
      )
        return false
      const word = tokens.word(i)
      return BEGINNINGS.has(word) && (!SCALES.has(word) || tokens.word(i - 1) === 'a')
    }
    default:
      return false
  }
}

/**
 * Reads the number that begins at token `i`: digits, words, or both ("4 hundred"). Behind a currency (`money`) a
 * letter is a scale ("$25k", "$3.5m").
 */
export function numberAt(tokens: Tokens, i: number, money: boolean): NumberAt | null {
  if (tokens.kind(i) === NUMBER) return digitsAt(tokens, i, money)
  if (tokens.kind(i) === MARK) return fractionSignAt(tokens, i)
  if (tokens.kind(i) !== WORD) return null
  return vagueAt(tokens, i) ?? fractionAt(tokens, i) ?? wordsAt(tokens, i)
}

/** "½" without a number before it. */
function fractionSignAt(tokens: Tokens, i: number): NumberAt | null {
  const value = FRACTION_SIGNS.get(tokens.raw(i))
  if (value === undefined || tokens.kind(i - 1) === NUMBER) return null
  return { value, high: null, next: i + 1, form: 'digits', power: 0, mantissa: value }
}

/** Plain digits of a number token, or null where they are too many. */
function digitsOf(tokens: Tokens, i: number): Decimal | null {
  if (tokens.end(i) - tokens.start(i) > MOST_DIGITS) return null
  const digits = tokens.word(i)
  return normal(digits.includes(',') ? digits.replaceAll(',', '') : digits)
}

function digitsAt(tokens: Tokens, i: number, money: boolean): NumberAt | null {
  let value = digitsOf(tokens, i)
  if (value === null) return null
  let next = i + 1
  if (tokens.isMark(i - 1, '.') && tokens.touches(i) && !tokens.touches(i - 1))
    value = shift(value, -(tokens.end(i) - tokens.start(i)))
  const fraction = writtenFractionAt(tokens, i)
  const science = powerOfTenAt(tokens, next)
  if (fraction) {
    return { value: fraction, high: null, next: i + 3, form: 'digits', power: 0, mantissa: fraction }
  }
  if (science) {
    value = shift(value, science.power)
    return { value, high: null, next: science.next, form: 'digits', power: 0, mantissa: value }
  }
  if (tokens.isMark(next, ',') && tokens.touches(next) && tokens.word(next + 1) === '000') {
    value = shift(value, 3)
    next += 2
  }
  const raised = raisedAt(tokens, next)
  if (raised) {
    // "10³" is a power; "12,400¹" bears the mark of a footnote.
    if (value === '10' && Number(raised.digits) <= LARGEST_POWER) value = shift('1', Number(raised.digits))
    next = raised.next
  }
  const mixed = tokens.kind(next) === NUMBER && !tokens.touches(next) ? writtenFractionAt(tokens, next) : null
  if (mixed) {
    value = plus(value, mixed)
    next += 3
  } else if (FRACTION_SIGNS.has(tokens.raw(next))) {
    value = plus(value, FRACTION_SIGNS.get(tokens.raw(next)) as Decimal)
    next++
  }
  const mantissa = value
  let power = 0
  for (let scale = scaleAt(tokens, next, money); scale; scale = scaleAt(tokens, next, money)) {
    power += scale.power
    next = scale.next
  }
  if (power === 0 && tokens.word(next) === 'dozen') return dozen(value, next + 1)
  return { value: shift(value, power), high: null, next, form: 'digits', power, mantissa }
}

/** "3/4": the value, null for what is no such fraction. */
function writtenFractionAt(tokens: Tokens, i: number): Decimal | null {
  if (!tokens.isMark(i + 1, '/') || !tokens.touches(i + 1) || !tokens.touches(i + 2)) return null
  const top = tokens.word(i)
  const bottom = tokens.word(i + 2)
  if (
    !DENOMINATORS.has(bottom) ||
    top.length > 2 ||
    Number(top) >= Number(bottom) ||
    tokens.isMark(i + 3, '/')
  )
    return null
  return over(top, bottom, 16)
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
  const { digits, next } = isWritten
    ? { digits: tokens.word(k), next: k + 1 }
    : (raisedAt(tokens, k) ?? { digits: '', next: k })
  const power = Number(digits)
  return /^\d+$/.test(digits) && power <= LARGEST_POWER ? { power: sign * power, next } : null
}

/** Up to three raised digits right behind token `i - 1`, or null. */
function raisedAt(tokens: Tokens, i: number): { digits: string; next: number } | null {
  let digits = ''
  let next = i
  for (; digits.length < 3 && tokens.touches(next) && SUPERSCRIPTS.includes(tokens.raw(next)); next++)
    digits += SUPERSCRIPTS.indexOf(tokens.raw(next))
  return digits === '' ? null : { digits, next }
}

/** A scale behind digits: a word ("million"), an abbreviation ("bn") or a letter ("k"). */
function scaleAt(tokens: Tokens, i: number, money: boolean): { power: number; next: number } | null {
  const at = tokens.isMark(i, '-') && tokens.touches(i) && tokens.touches(i + 1) ? i + 1 : i
  if (tokens.kind(at) !== WORD) return null
  const word = tokens.word(at)
  const power = SCALES.get(word) ?? SHORT_SCALES.get(word)
  if (power !== undefined) return { power, next: at + 1 }
  const letter = LETTER_SCALES.get(tokens.raw(at))
  if (letter === undefined || at !== i) return null
  const touches = tokens.touches(at)
  if (money ? touches || !/^[kKt]$/.test(word) : isLetterScale(tokens, at, touches))
    return { power: letter, next: at + 1 }
  return null
}

/** Without money a letter is a scale in "25k", and in "2.7m sales" and "8 B people", where a noun follows. */
function isLetterScale(tokens: Tokens, at: number, touches: boolean): boolean {
  const letter = tokens.raw(at)
  if (letter === 'k') return touches
  if (letter === 'K') return touches && tokens.word(at + 1) !== '.' && !PICTURES.has(tokens.word(at + 1))
  if (/^[tT]$/.test(letter)) return false
  if (touches && /^[bB]$/.test(letter)) return true
  const noun = tokens.word(at + 1)
  if (tokens.kind(at + 1) !== WORD || NOT_COUNTED.has(noun) || isStop(noun)) return false
  return touches || letter === 'B' || letter === 'M'
}

/** Nouns behind "4K" that make it a resolution. */
const PICTURES: ReadonlySet<string> = new Set(
  'screen screens tv tvs video videos display displays resolution monitor monitors camera cameras content footage'.split(
    ' ',
  ),
)

/** Words behind "1.8m" that leave it a length, beyond the stop words. */
const NOT_COUNTED: ReadonlySet<string> = new Set(
  (
    'tall high long wide deep away thick across above below in of to from and or on at for with by the a is was ' +
    'per into out up down ahead behind apart before after over under sprint race final hurdles freestyle'
  ).split(' '),
)

/** "tens of millions", "hundreds", "thousands of": a lower and an upper end. */
function vagueAt(tokens: Tokens, i: number): NumberAt | null {
  const range = VAGUE.get(tokens.word(i))
  if (!range) return null
  let [low, high] = range
  let next = i + 1
  if (
    tokens.word(next) === 'of' &&
    /^(?:thousands|millions|billions|trillions)$/.test(tokens.word(next + 1))
  ) {
    const scale = SCALES.get(tokens.word(next + 1).slice(0, -1)) as number
    low = shift(low, scale)
    high = shift(high, scale)
    next += 2
  }
  if (tokens.word(next) !== 'of') return null
  return { value: low, high, next, form: 'vague', power: 0, mantissa: low }
}

/** "two-thirds", "a quarter", "half": a part of a whole. "half a million" and the like are words. */
function fractionAt(tokens: Tokens, i: number): NumberAt | null {
  const first = tokens.word(i)
  const count = ONES.get(first)
  if (count !== undefined && count > 0 && count < 10) {
    const at = tokens.isMark(i + 1, '-') ? i + 2 : i + 1
    const part = PARTS.get(tokens.word(at))
    if (part === undefined || count >= part) return null
    const isOpen = at === i + 1 && count === 1 && tokens.word(at + 1) !== 'of'
    if (isOpen && (part === 2 || part === 4 || !endsPhrase(tokens, at + 1))) return null
    return fraction(count, part, at + 1)
  }
  const part = PARTS.get(first)
  if (part === undefined) return null
  if (first === 'half') {
    if (
      /^(?:a|an)$/.test(tokens.word(i + 1)) ||
      SCALES.has(tokens.word(i + 1)) ||
      tokens.word(i + 1) === 'dozen'
    )
      return null
    if (NOT_HALVED.has(tokens.word(i - 1))) return null
    if (tokens.word(i - 1) === 'by' && endsPhrase(tokens, i + 1)) return fraction(1, 2, i + 1)
    return /^(?:of|the|its|their|his|her|that|those|all)$/.test(tokens.word(i + 1))
      ? fraction(1, 2, i + 1)
      : null
  }
  // "Cut by a third": by a part of itself.
  if (tokens.word(i - 1) === 'a' && tokens.word(i - 2) === 'by' && endsPhrase(tokens, i + 1))
    return fraction(1, part, i + 1)
  if (tokens.word(i - 1) !== 'a' || tokens.word(i + 1) !== 'of' || SCALES.has(tokens.word(i + 3))) return null
  return fraction(1, part, i + 1)
}

/** What stands at token `i` cannot be counted: "one third got in", not "one third party". */
const endsPhrase = (tokens: Tokens, i: number): boolean =>
  tokens.kind(i) !== WORD || isStop(tokens.word(i)) || VERBS.has(tokens.word(i))

/** Words before "half" that make it a place or a period. */
const NOT_HALVED: ReadonlySet<string> = new Set(
  'first second latter other last final better top bottom the this next opening'.split(' '),
)

function fraction(top: number, bottom: number, next: number): NumberAt {
  const value = over(String(top), String(bottom), 16)
  return { value, high: null, next, form: 'fraction', power: 0, mantissa: value }
}

/** Numbers in words: "twenty-eight thousand six hundred and forty-two", "two and a half", "half a million". */
function wordsAt(tokens: Tokens, i: number): NumberAt | null {
  return halfAt(tokens, i) ?? dozenAt(tokens, i) ?? cardinalAt(tokens, i)
}

/** "half a million", "a quarter million", "half a dozen": a part of a scale; "half an hour" of a unit. */
function halfAt(tokens: Tokens, i: number): NumberAt | null {
  const part = PARTS.get(tokens.word(i))
  if (part !== 2 && part !== 4) return null
  const value = over('1', String(part), 2)
  let next = i + 1
  if (part === 4 && tokens.word(next) === 'of') next++
  const article = /^(?:a|an)$/.test(tokens.word(next))
  if (article) next++
  const scale = SCALES.get(tokens.word(next))
  if (scale !== undefined)
    return {
      value: shift(value, scale),
      high: null,
      next: next + 1,
      form: 'words',
      power: scale,
      mantissa: value,
    }
  if (tokens.word(next) === 'dozen') return dozen(value, next + 1)
  return article && part === 2 ? { value, high: null, next, form: 'words', power: 0, mantissa: value } : null
}

/** "a dozen", "two dozen"; "3 dozen" is read with its digits. */
function dozenAt(tokens: Tokens, i: number): NumberAt | null {
  if (tokens.word(i) === 'dozen') return /^(?:a|half)$/.test(tokens.word(i - 1)) ? dozen('1', i + 1) : null
  const count = ONES.get(tokens.word(i))
  return count !== undefined && tokens.word(i + 1) === 'dozen' ? dozen(String(count), i + 2) : null
}

function dozen(count: Decimal, next: number): NumberAt {
  return { value: times(count, '12'), high: null, next, form: 'words', power: 0, mantissa: count }
}

function cardinalAt(tokens: Tokens, i: number): NumberAt | null {
  let next = i
  let total: Decimal = '0'
  /** Below a thousand, of the group that is being read; -1 before its first word. */
  let group = SCALES.has(tokens.word(i)) && tokens.word(i - 1) === 'a' ? 1 : -1
  let power = 0
  let mantissa: Decimal | null = null
  for (;;) {
    const word = tokens.word(next)
    const small = ONES.get(word)
    const ten = TENS.get(word)
    const scale = SCALES.get(word)
    const open = group < 0 || (group > 0 && group % 100 === 0) || (group === 0 && power > 0)
    if (ten !== undefined && open) {
      group = Math.max(group, 0) + ten
      const at = tokens.isMark(next + 1, '-') ? next + 2 : next + 1
      const unit = ONES.get(tokens.word(at))
      if (unit !== undefined && unit > 0 && unit < 10) {
        group += unit
        next = at
      }
    } else if (small !== undefined && open) {
      group = Math.max(group, 0) + small
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
      !SCALES.has(tokens.word(next - 1)) ||
      next === i ||
      !isSmall(tokens.word(next + 1))
    ) {
      break
    }
    next++
    if (tokens.isMark(next, '-') && SCALES.has(tokens.word(next + 1)) && next > i) next++
  }
  if (group < 0 || next === i) return null
  const whole = plus(total, String(group))
  return (
    halvesBehind(tokens, whole, next) ?? {
      value: whole,
      high: null,
      next,
      form: 'words',
      power,
      mantissa: mantissa ?? whole,
    }
  )
}

/** "two and a half (million)", "six and three quarters". */
function halvesBehind(tokens: Tokens, whole: Decimal, at: number): NumberAt | null {
  if (tokens.word(at) !== 'and') return null
  const isHalf = tokens.word(at + 1) === 'a' && tokens.word(at + 2) === 'half'
  const isQuarters = tokens.word(at + 1) === 'three' && tokens.word(at + 2) === 'quarters'
  if (!isHalf && !isQuarters) return null
  const mantissa = plus(whole, isHalf ? '0.5' : '0.75')
  const power = SCALES.get(tokens.word(at + 3)) ?? 0
  return {
    value: shift(mantissa, power),
    high: null,
    next: power ? at + 4 : at + 3,
    form: 'words',
    power,
    mantissa,
  }
}

const isSmall = (word: string): boolean => ONES.has(word) || TENS.has(word)

/** A cardinal or a scale: "three", "million". */
export const isNumberWord = (word: string): boolean => isSmall(word) || SCALES.has(word)
