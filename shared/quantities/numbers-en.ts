import { normal, plus, shift, times } from './decimal.ts'
import type { Decimal } from './quantity.ts'
import { NUMBER, type Tokens, WORD } from './tokens.ts'

/** Number words below a hundred. */
export const ONES = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
} as const
export const TENS = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
} as const

/** Words that multiply what stands before them, as powers of ten. */
export const SCALES = { hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12 } as const

/** Letters that do so right behind digits ("$3.5bn", "2.5k"), as powers of ten. */
export const SUFFIXES = { k: 3, m: 6, mn: 6, mln: 6, b: 9, bn: 9, bln: 9, tn: 12, trn: 12 } as const

export interface NumberAt {
  value: Decimal
  /** Index of the first token behind it. */
  next: number
  form: 'digits' | 'words'
}

const lookup = (table: Record<string, number>, word: string): number | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined

/** Reads the number that begins at token `i`: digits, words, or digits with a scale word. */
export function numberAt(tokens: Tokens, i: number): NumberAt | null {
  if (tokens.is(i, NUMBER)) return digitsAt(tokens, i)
  if (tokens.is(i, WORD)) return wordsAt(tokens, i)
  return null
}

function digitsAt(tokens: Tokens, i: number): NumberAt {
  let value = normal(tokens.raw(i).replaceAll(',', ''))
  let next = i + 1
  const scale = lookup(SCALES, tokens.word(next))
  if (scale !== undefined) {
    value = shift(value, scale)
    next++
  }
  return { value, next, form: 'digits' }
}

function wordsAt(tokens: Tokens, i: number): NumberAt | null {
  const article =
    tokens.word(i) === 'a' &&
    ['hundred', 'thousand', 'million', 'billion', 'trillion'].includes(tokens.word(i + 1))
  let next = article ? i + 1 : i
  let total: Decimal = '0'
  let group = article ? 1 : -1
  for (;;) {
    const word = tokens.word(next)
    const one = lookup(ONES, word)
    const ten = lookup(TENS, word)
    const scale = lookup(SCALES, word)
    if (ten !== undefined && (group < 0 || (group > 0 && group % 100 === 0))) {
      group = Math.max(group, 0) + ten
      const hyphen = tokens.word(next + 1) === '-' ? 1 : 0
      const unit = lookup(ONES, tokens.word(next + 1 + hyphen))
      if (unit !== undefined && unit > 0 && unit < 10) {
        group += unit
        next += 1 + hyphen
      }
    } else if (one !== undefined && (group < 0 || (group > 0 && group % 100 === 0))) {
      group = Math.max(group, 0) + one
    } else if (scale === 2 && group > 0 && group < 100) {
      group *= 100
    } else if (scale !== undefined && scale > 2 && group > 0) {
      total = plus(total, times(String(group), shift('1', scale)))
      group = 0
    } else if (
      word === 'and' &&
      next > i &&
      lookup(SCALES, tokens.word(next - 1)) !== undefined &&
      isSmall(tokens.word(next + 1))
    ) {
      // "six hundred and forty-two"
    } else {
      break
    }
    next++
  }
  if (group < 0) return null
  return { value: plus(total, String(group)), next, form: 'words' }
}

function isSmall(word: string): boolean {
  return lookup(ONES, word) !== undefined || lookup(TENS, word) !== undefined
}
