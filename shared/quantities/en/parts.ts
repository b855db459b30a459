import { shift } from '../../model/decimal.ts'
import { type Tokens, WORD } from '../tokens.ts'
import { type NumberAt, numberOf, part } from './number-at.ts'
import { ONES, PARTS, SCALES } from './number-words.ts'
import { behindHyphen, dozens, partsAt } from './spelled.ts'
import { isStop, VERBS } from './stop-words.ts'
import { unitAt } from './unit-phrases.ts'

/**
 * A part at token `i`: of a scale ("half a million", "two-thirds of a billion"), of a unit ("half an hour", "a quarter
 * of a percentage point", "one-half percentage point"), or of a whole in words ("two thirds of the firms").
 */
export function partAt(tokens: Tokens, i: number): NumberAt | null {
  const counted = ONES.has(tokens.word(i)) ? partsAt(tokens, i) : null
  const bottom = PARTS.get(tokens.word(i))
  if (counted === null && (bottom === undefined || !isOnePart(tokens.word(i)))) return null
  const value = counted?.value ?? part(1, bottom as number)
  const next = counted?.next ?? i + 1
  return (
    ofScale(tokens, value, next) ??
    ofUnit(tokens, value, next, counted !== null) ??
    ofWhole(tokens, i, value, next, counted?.isJoined ?? false)
  )
}

/** "half", "third": a part alone is one; "halves" needs its number. */
const isOnePart = (word: string): boolean => !word.endsWith('s') && word !== 'halves'

/** "a million", "of a million", "-million", " dozen" at token `k`. */
function ofScale(tokens: Tokens, value: string, k: number): NumberAt | null {
  let at = tokens.word(k) === 'of' ? k + 1 : behindHyphen(tokens, k)
  if (/^(?:a|an|one)$/.test(tokens.word(at))) at = behindHyphen(tokens, at + 1)
  else if (at > k && tokens.word(k) === 'of') return null
  if (tokens.word(at) === 'dozen') return dozens(value, at + 1)
  const power = SCALES.get(tokens.word(at))
  return power === undefined
    ? null
    : numberOf(shift(value, power), at + 1, 'words', { power, mantissa: value })
}

/** "an hour", "of a mile", "percentage point": the part is of a unit, which stands behind. */
function ofUnit(tokens: Tokens, value: string, k: number, isCounted: boolean): NumberAt | null {
  const isOf = tokens.word(k) === 'of'
  const article = isOf ? k + 1 : k
  const at = /^(?:a|an|one)$/.test(tokens.word(article)) ? article + 1 : article
  if (isOf && at === article) return null
  const unit = unitAt(tokens, at, false)
  if (unit !== null && (at > k || isCounted || value === '0.5' || /^quarter$/.test(tokens.word(k - 1))))
    return isBoundPart(tokens, k, at) ? null : numberOf(value, at, 'words')
  // "Half a day's work" is no unit; "half a loaf" is counted.
  return value === '0.5' && at > k && !isOf ? numberOf(value, at, 'words') : null
}

/** "The first half hour": a place or a time, no part. */
const isBoundPart = (tokens: Tokens, k: number, at: number): boolean =>
  at === k && NOT_HALVED.has(tokens.word(k - 2))

/** "Two thirds of companies", "half the staff", "by a third": a part of what is named. */
function ofWhole(tokens: Tokens, i: number, value: string, next: number, isJoined: boolean): NumberAt | null {
  return isOfWhole(tokens, i, next, isJoined) ? numberOf(value, next, 'fraction') : null
}

function isOfWhole(tokens: Tokens, i: number, next: number, isJoined: boolean): boolean {
  const first = tokens.word(i)
  const behind = tokens.word(next)
  if (ONES.has(first)) {
    if (isJoined || behind === 'of') return true
    // "Three quarters" alone are a time.
    return !/^quarters?$/.test(tokens.word(next - 1)) && (first !== 'one' || endsPhrase(tokens, next))
  }
  if (tokens.word(i - 1) === 'by' || (tokens.word(i - 1) === 'a' && tokens.word(i - 2) === 'by'))
    return endsPhrase(tokens, next) && (first === 'half' || tokens.word(i - 1) === 'a')
  if (first === 'half')
    return !NOT_HALVED.has(tokens.word(i - 1)) && /^(?:of|the|its|their|his|her|that|those|all)$/.test(behind)
  return tokens.word(i - 1) === 'a' && behind === 'of'
}

/** What stands at token `i` cannot be counted: "one third got in", not "one third party". */
const endsPhrase = (tokens: Tokens, i: number): boolean =>
  tokens.kind(i) !== WORD || isStop(tokens.word(i)) || VERBS.has(tokens.word(i))

/** Words before "half" that make it a place or a period. */
const NOT_HALVED: ReadonlySet<string> = new Set(
  'first second latter other last final better top bottom the this next opening'.split(' '),
)
