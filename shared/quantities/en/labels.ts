import { LINE, MARK, NUMBER, type Tokens, WORD } from '../tokens.ts'
import { BARE } from './amount.ts'
import { isNumberWord, type NumberAt } from './numbers.ts'
import { isPlural, singular } from './plurals.ts'
import { isStop } from './stop-words.ts'

/** A label has so many words at most. */
const LONGEST = 8

/** Labels of what only looks like a figure. */
const NO_FIGURE: ReadonlySet<string> = new Set(
  (
    'tel telephone phone fax mobile call text isbn issn doi id zip code pin no number ref reference docket room page pages ' +
    'section chapter figure table volume issue version date time year updated published posted contact address pr ' +
    'bug ticket case rule article step question q note'
  ).split(' '),
)

/**
 * What a number behind "label:" counts: the label's last plural ("Twitter followers: 53,954" → follower), else BARE
 * ("PMI: 49.4"). Null where no label stands before token `first`, or the number goes on into a sentence.
 */
export function labelledUnit(tokens: Tokens, at: number, number: NumberAt): string | null {
  const first = tokens.isMark(at - 1, '~≈<>') ? at - 1 : at
  if (!tokens.isMark(first - 1, ':') || tokens.touches(first) || number.form !== 'digits') return null
  if (goesOn(tokens, number.next) || isYear(tokens.raw(number.next - 1))) return null
  let unit: string = BARE
  let k = first - 2
  for (; k >= Math.max(0, first - 2 - LONGEST) && isInLabel(tokens, k); k--)
    if (unit === BARE && isPlural(tokens.word(k)) && !isStop(tokens.word(k))) unit = singular(tokens.word(k))
  if (k === first - 2 || NO_FIGURE.has(tokens.word(first - 2))) return null
  return unit
}

/** What stands at token `k` makes a sentence of the number: a noun, "of", "is". */
const goesOn = (tokens: Tokens, k: number): boolean =>
  tokens.kind(k) === WORD
    ? !tokens.isCapital(k) &&
      (!isStop(tokens.word(k)) || /^(?:of|the|that|is|are|was|were)$/.test(tokens.word(k)))
    : tokens.isMark(k, '-') && !(tokens.touches(k + 1) && tokens.kind(k + 1) === NUMBER)

/** A label goes back to a line's start, a bracket, a comma or a sentence's end. */
const isInLabel = (tokens: Tokens, k: number): boolean =>
  tokens.kind(k) === WORD ||
  (tokens.kind(k) === NUMBER && tokens.touches(k + 1)) ||
  (tokens.kind(k) === MARK && /^[-#&/'’]$/.test(tokens.raw(k)) && tokens.kind(k) !== LINE)

const isYear = (raw: string): boolean => /^(?:19|20)\d\d$/.test(raw)

/** A name has so many words at most in a list of names with numbers. */
const LONGEST_NAME = 3

/** A number in digits or words at token `k`. */
const isNumberAt = (tokens: Tokens, k: number): boolean =>
  tokens.kind(k) === NUMBER || isNumberWord(tokens.word(k))

/**
 * "Plateau-60, Kaduna-54, Kano-40": a list of names, each with its number behind a hyphen. Asked of the number at
 * tokens `[first, next)`; an item like it stands before or behind.
 */
export function isListed(tokens: Tokens, first: number, next: number): boolean {
  if (!tokens.isMark(first - 1, '-') || !tokens.touches(first) || !tokens.isCapital(first - 2)) return false
  if (tokens.isMark(next, ',') || tokens.word(next) === 'and') {
    let k = next + 1
    while (k <= next + LONGEST_NAME && tokens.isCapital(k)) k++
    if (k > next + 1 && tokens.isMark(k, '-') && tokens.touches(k + 1) && isNumberAt(tokens, k + 1))
      return true
  }
  let k = first - 2
  while (k > first - 2 - LONGEST_NAME && tokens.isCapital(k)) k--
  const isBehind = tokens.isMark(k, ',') || tokens.word(k) === 'and'
  return isBehind && isNumberAt(tokens, k - 1) && tokens.isMark(k - 2, '-') && tokens.touches(k - 1)
}

/** Capitals behind digits that are a country, a time or a title, and no unit. */
const NO_UNIT: ReadonlySet<string> = new Set(
  'US UK EU UN UAE USA NATO AM PM AD BC BCE CE GMT UTC EST EDT CET PST PDT ET PT IST CEO TV PC AI IT NFL NBA NHL MLB GOP FIFA UEFA'.split(
    ' ',
  ),
)

/** Units of no table, in capitals behind digits: "8,850 DCR". Something else must follow: "20 NFL teams" are teams. */
export function symbolAt(tokens: Tokens, { form, next }: NumberAt): { unit: string; next: number } | null {
  const raw = tokens.raw(next)
  if (form !== 'digits' || tokens.touches(next) || !/^[A-Z]{3,5}$/.test(raw) || NO_UNIT.has(raw)) return null
  const behind = tokens.word(next + 1)
  const ends = tokens.kind(next + 1) !== WORD || isStop(behind) || /(?:ed|worth)$/.test(behind)
  return ends &&
    !(tokens.isMark(next + 1, '-') && tokens.touches(next + 1)) &&
    tokens.kind(next + 1) !== NUMBER
    ? { unit: raw, next: next + 1 }
    : null
}
