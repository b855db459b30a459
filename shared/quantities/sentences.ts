import { CURRENCY_SIGNS } from './currencies.ts'
import type { Pack } from './pack.ts'
import { HAN_CHAR, LINE, MARK, NUMBER, type Tokens, WORD } from './tokens.ts'

/** A sentence of a text, from where it was asked for to the token behind its end. */
export interface Sentence {
  end: number
  script: Pack['script']
}

/** Longer sentences are read in pieces of so many tokens: rules look back and ahead within one. */
const LONGEST_SENTENCE = 400
/** Chinese ones have a token for each character, and lists with one day at their head. */
const LONGEST_IN_HAN = 4_000

/** The sentence that begins at token `from`; it is in Han where at least half of its words are Chinese characters. */
export function sentenceAt(tokens: Tokens, from: number, abbreviations: ReadonlySet<string>): Sentence {
  let han = 0
  let words = 0
  let end = from
  for (let ends = false; !ends && end < tokens.length; end++) {
    const kind = tokens.kind(end)
    const isHan = han > 0 && han >= words
    if (kind === HAN_CHAR) han++
    else if (kind === WORD) words++
    else if (kind === LINE) ends = true
    else if (kind === MARK)
      ends = isStop(tokens, end) && (isHan || !isAbbreviation(tokens, end, abbreviations))
    if (end - from + 1 >= (isHan ? LONGEST_IN_HAN : LONGEST_SENTENCE)) ends = true
  }
  return { end, script: han > 0 && han >= words ? 'han' : 'letters' }
}

/** "。", "！", "？", or an English stop before white space. */
function isStop(tokens: Tokens, i: number): boolean {
  const c = tokens.text.charCodeAt(tokens.start(i))
  if (c === 0x3002 || c === 0xff01 || c === 0xff1f) return true
  return (c === 46 || c === 33 || c === 63 || c === 0x2026) && !tokens.touches(i + 1)
}

/** "U.S. dollars", "Mr. Li", "Rs. 500": a stop before a small letter, or behind a capital, a title or a currency. */
function isAbbreviation(tokens: Tokens, i: number, abbreviations: ReadonlySet<string>): boolean {
  if (tokens.text.charCodeAt(tokens.start(i)) !== 46) return false
  const next = tokens.text.charCodeAt(tokens.start(i + 1))
  if (next >= 97 && next <= 122) return true
  const before = tokens.raw(i - 1)
  if (tokens.kind(i + 1) === NUMBER && CURRENCY_SIGNS.has(`${tokens.word(i - 1)}.`)) return true
  return /^[A-Z]$/.test(before) || abbreviations.has(before)
}
