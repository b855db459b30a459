import { type Tokens, WORD } from '../tokens.ts'
import { DIGIT_SCALES, LETTER_SCALES, LOOSE_SCALES, SCALES, UNKNOWN_SCALE } from './number-words.ts'
import { isStop } from './stop-words.ts'

/** A power of ten, and the token behind the words that gave it. */
export interface Scale {
  power: number
  next: number
}

/**
 * All scales behind digits that end before token `i`: "2.5 lakh crore", "$3.5bn"; power 0 where there is none. Null
 * behind a scale that cannot be read: "$5 zillion" is no five dollars.
 */
export function scalesAt(tokens: Tokens, i: number, money: boolean): Scale | null {
  let power = 0
  let next = i
  for (let scale = scaleAt(tokens, next, money); scale; scale = scaleAt(tokens, next, money)) {
    power += scale.power
    next = scale.next
  }
  if (UNKNOWN_SCALE.test(tokens.word(next)) && !SCALES.has(tokens.word(next))) return null
  return { power, next }
}

/** A scale behind digits: a word ("million"), an abbreviation ("bn") or a letter ("k"). */
function scaleAt(tokens: Tokens, i: number, money: boolean): Scale | null {
  const at = tokens.isMark(i, '-') && tokens.touches(i) && tokens.touches(i + 1) ? i + 1 : i
  if (tokens.kind(at) !== WORD) return null
  const word = tokens.word(at)
  const power = SCALES.get(word) ?? (at === i ? shortScale(tokens, at, money) : undefined)
  if (power !== undefined) return { power, next: at + 1 }
  const letter = LETTER_SCALES.get(tokens.raw(at))
  if (letter === undefined || at !== i) return null
  const touches = tokens.touches(at)
  if (money ? touches || !/^[kKt]$/.test(word) : isLetterScale(tokens, at, touches))
    return { power: letter, next: at + 1 }
  return null
}

/** "mn", "bn" anywhere behind digits; "mil", "MM", "tr" behind money, and the first of them right at the digits. */
function shortScale(tokens: Tokens, at: number, money: boolean): number | undefined {
  const word = tokens.word(at)
  const power = DIGIT_SCALES.get(word)
  if (power === undefined || !LOOSE_SCALES.has(word) || money) return power
  return /^(?:mil|bil|cr)$/.test(word) && isCounted(tokens, at + 1) ? power : undefined
}

/** A noun that may be counted, and no word of size, stands at token `k`. */
const isCounted = (tokens: Tokens, k: number): boolean =>
  tokens.kind(k) === WORD && !NOT_COUNTED.has(tokens.word(k)) && !isStop(tokens.word(k))

/**
 * Without money a letter is a scale in "25k", and in "2.7m sales" and "8 B people", where a noun follows, or where
 * what follows tells of people and things: "2m have died", "35m of its devices".
 */
function isLetterScale(tokens: Tokens, at: number, touches: boolean): boolean {
  const letter = tokens.raw(at)
  if (letter === 'k') return touches
  if (letter === 'K') return touches && tokens.word(at + 1) !== '.' && !PICTURES.has(tokens.word(at + 1))
  if (/^[tT]$/.test(letter)) return false
  if (touches && /^[bB]$/.test(letter)) return true
  if (touches && letter === 'm' && isToldOf(tokens, at)) return true
  return isCounted(tokens, at + 1) && (touches || letter === 'B' || letter === 'M')
}

/** Verbs that people and things have, and lengths have not. */
const TOLD =
  /^(?:have|had|were|are|died|live|fled|lost|use|used|work|joined|voted|own|watched|tuned|visited|came|went)$/

/** Words of money and of what is counted, that say of "revenue was 5m" that it is no length. */
const AMOUNTS =
  /^(?:revenues?|sales|profits?|income|turnover|budgets?|earnings|users|subscribers|customers|viewers|followers|downloads|views|deaths|jobs|people|population|worth|cost|costs|raised|sold|loss|losses|fees?|exports|imports)$/

/** How far before a figure such a word may stand. */
const REACH = 6

/** "2m have died", "28m of its speakers", "revenue was 5m last year": millions, not metres. */
function isToldOf(tokens: Tokens, at: number): boolean {
  const behind = tokens.word(at + 1)
  if (TOLD.test(behind)) return true
  if (behind === 'of')
    return /^(?:the|its|their|his|her|our|these|those|them|whom|which)$/.test(tokens.word(at + 2))
  if (
    NOT_COUNTED.has(behind) &&
    !/^(?:in|and|to|from|by|a|at|for|with|was|up|down|after|of|on)$/.test(behind)
  )
    return false
  for (let k = at - 2; k >= Math.max(0, at - REACH); k--) {
    if (tokens.kind(k) !== WORD) return false
    if (AMOUNTS.test(tokens.word(k))) return true
  }
  return false
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
