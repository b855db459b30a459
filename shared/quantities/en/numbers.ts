import { shift, times } from '../../model/decimal.ts'
import { MARK, NUMBER, type Tokens, WORD } from '../tokens.ts'
import { digitsAt, fractionSignAt } from './digits.ts'
import { type NumberAt, numberOf } from './number-at.ts'
import { FEW, ONES, PARTS, SCALES, TENS, VAGUE } from './number-words.ts'
import { partAt } from './parts.ts'
import { cardinalAt, dozens } from './spelled.ts'

export type { NumberAt } from './number-at.ts'

/** Words that numbers begin with. */
const BEGINNINGS = new Set<string>()

/** By the two first letters of a word: a bit for every length that such a word has. Most words end here. */
const LENGTHS = new Uint16Array(0x10000)

for (const words of [ONES, TENS, SCALES, VAGUE, FEW, PARTS])
  for (const word of words.keys()) addBeginning(word)
addBeginning('dozen')

function addBeginning(word: string): void {
  BEGINNINGS.add(word)
  LENGTHS[letterPair(word, 0)] = (LENGTHS[letterPair(word, 0)] as number) | (1 << word.length)
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

/** Most digits that a number may have, from the first that is not zero to the last: what a table stores exactly. */
const MOST_SIGNIFICANT = 38

/**
 * Reads the number that begins at token `i`: digits, words, or both ("4 hundred"). Behind a currency (`money`) a
 * letter is a scale ("$25k", "$3.5m"). Null where there is none, or none that can be read whole.
 */
export function numberAt(tokens: Tokens, i: number, money: boolean): NumberAt | null {
  const number = anyNumberAt(tokens, i, money)
  if (number === null || !isHeld(number.value) || !isHeld(number.high ?? '0')) return null
  const isPlus =
    tokens.isMark(number.next, '-') && tokens.touches(number.next) && tokens.word(number.next + 1) === 'plus'
  return isPlus ? { ...number, next: number.next + 2, bound: '>' } : number
}

/** Only digits and the point; zeros at its ends need no place. */
const isHeld = (value: string): boolean =>
  value.length <= MOST_SIGNIFICANT ||
  value.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length <= MOST_SIGNIFICANT

function anyNumberAt(tokens: Tokens, i: number, money: boolean): NumberAt | null {
  switch (tokens.kind(i)) {
    case NUMBER:
      return dozensOf(tokens, digitsAt(tokens, i, money))
    case MARK:
      return fractionSignAt(tokens, i)
    case WORD:
      return vagueAt(tokens, i) ?? partAt(tokens, i) ?? dozensAt(tokens, i)
    default:
      return null
  }
}

/** "tens of millions", "hundreds of", "several hundred", "a few dozen": a lower and an upper end. */
function vagueAt(tokens: Tokens, i: number): NumberAt | null {
  const few = FEW.get(tokens.word(i))
  if (few) return scaledFew(tokens, few, i + 1)
  const range = VAGUE.get(tokens.word(i))
  if (!range || tokens.word(i + 1) !== 'of') return null
  const scale = VAGUE.has(tokens.word(i + 2)) ? SCALES.get(tokens.word(i + 2).slice(0, -1)) : undefined
  if (scale === undefined) return vague(range, 0, i + 1)
  return tokens.word(i + 3) === 'of' ? vague(range, scale, i + 3) : null
}

const vague = ([low, high]: readonly [string, string], power: number, next: number): NumberAt => ({
  ...numberOf(shift(low, power), next, 'vague'),
  high: shift(high, power),
})

/** A few of what: of a scale or of dozens, and not of a noun. */
function scaledFew(tokens: Tokens, few: readonly [string, string], at: number): NumberAt | null {
  if (tokens.word(at) === 'dozen') return vague([times(few[0], '12'), times(few[1], '12')], 0, at + 1)
  const scale = SCALES.get(tokens.word(at))
  if (scale === undefined) return null
  const more = SCALES.get(tokens.word(at + 1))
  return more === undefined ? vague(few, scale, at + 1) : vague(few, scale + more, at + 2)
}

/** Words that say so many, or so many dozens: "two dozen", "a dozen". */
function dozensAt(tokens: Tokens, i: number): NumberAt | null {
  if (tokens.word(i) === 'dozen') return tokens.word(i - 1) === 'a' ? dozens('1', i + 1) : null
  return dozensOf(tokens, cardinalAt(tokens, i))
}

const dozensOf = (tokens: Tokens, number: NumberAt | null): NumberAt | null =>
  number !== null && number.power === 0 && tokens.word(number.next) === 'dozen'
    ? dozens(number.value, number.next + 1)
    : number

/** A cardinal or a scale: "three", "million". */
export const isNumberWord = (word: string): boolean => ONES.has(word) || TENS.has(word) || SCALES.has(word)
