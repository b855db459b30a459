import { asOf } from './as-of.ts'
import { CURRENCY_NAMES, CURRENCY_SIGNS } from './currencies.ts'
import { boundBefore, changeBefore } from './modifiers.ts'
import { isNotQuantity } from './not-quantities.ts'
import { headNoun } from './nouns.ts'
import { type NumberAt, numberAt } from './numbers-en.ts'
import type { Decimal, Quantity, Role } from './quantity.ts'
import { BREAK, SYMBOL, type Tokens, tokenize, WORD } from './tokens.ts'
import { UNITS } from './units.ts'

export interface FindOptions {
  /** Of the text, where known. */
  language?: 'en' | 'zh' | 'other'
  /** The day of the digest, `yyyy-mm-dd`, that relative days are resolved against; without it `asOf` stays null. */
  date?: string
  convention?: 'facts' | 'benchmark'
}

/** Spellings of units and currencies → code, and how many tokens the longest one has. */
const UNIT_OF = new Map<string, string>()
for (const table of [UNITS, CURRENCY_NAMES]) {
  for (const [code, names] of Object.entries(table)) for (const name of names) UNIT_OF.set(name, code)
}
const LONGEST_UNIT = 3

/** Where a quantity ends and what it counts. */
interface UnitAt {
  unit: string
  next: number
  rule: string
}

/** The quantities of a text, ordered by start, non-overlapping. */
export function findQuantities(text: string, options: FindOptions = {}): Quantity[] {
  const tokens = tokenize(text)
  const found: Quantity[] = []
  let sentence = 0
  let day: string | null | undefined
  for (let i = 0; i < tokens.length; ) {
    if (endsSentence(tokens, i)) {
      i++
      sentence = i
      day = undefined
      continue
    }
    const match = quantityAt(tokens, i, sentence, found.at(-1))
    if (!match) {
      i++
      continue
    }
    if (day === undefined)
      day = options.date ? asOf(tokens, sentence, sentenceEnd(tokens, i), options.date) : null
    found.push({ ...match.quantity, asOf: day })
    i = match.next
  }
  return found
}

/** Token `i` ends a sentence: a line break, or a stop followed by white space. */
function endsSentence(tokens: Tokens, i: number): boolean {
  if (tokens.is(i, BREAK)) return true
  const word = tokens.raw(i)
  return (
    (word === '.' || word === '!' || word === '?' || word === '…') &&
    !tokens.touches(i + 1) &&
    !isAbbreviation(tokens, i)
  )
}

/** "U.S. dollars", "Inc. said": a stop behind a single capital, or before a small letter. */
function isAbbreviation(tokens: Tokens, i: number): boolean {
  return /^[A-Z]$/.test(tokens.raw(i - 1)) || /^[a-z]/.test(tokens.raw(i + 1))
}

function sentenceEnd(tokens: Tokens, from: number): number {
  let i = from
  while (i < tokens.length && !endsSentence(tokens, i)) i++
  return i
}

function quantityAt(tokens: Tokens, i: number, sentence: number, before: Quantity | undefined) {
  const sign = currencySignAt(tokens, i)
  const first = sign ? sign.next : i
  const number = numberAt(tokens, first)
  if (!number || (!sign && isNotQuantity(tokens, first, number))) return null
  const unit = sign
    ? { unit: sign.unit, next: number.next, rule: 'currency sign' }
    : unitAt(tokens, number, first, sentence, before)
  if (!unit) return null
  const start = tokens.start[i] as number
  const end = tokens.end[unit.next - 1] as number
  const modifier = boundBefore(tokens, i)
  const role = roleAt(tokens, i, before, start, unit.unit)
  const quantity: Quantity = {
    value: number.value as Decimal,
    unit: unit.unit,
    bound: modifier?.bound ?? null,
    change: role ? null : changeBefore(tokens, modifier?.first ?? i, sentence),
    role,
    asOf: null,
    subject: null,
    start,
    end,
    rule: unit.rule,
  }
  return { quantity, next: unit.next }
}

function currencySignAt(tokens: Tokens, i: number): { unit: string; next: number } | null {
  const prefixed = tokens.is(i, WORD) && tokens.touches(i + 1) ? `${tokens.word(i)}${tokens.word(i + 1)}` : ''
  if (prefixed && Object.hasOwn(CURRENCY_SIGNS, prefixed)) {
    return { unit: CURRENCY_SIGNS[prefixed as keyof typeof CURRENCY_SIGNS], next: i + 2 }
  }
  const sign = tokens.raw(i)
  if (!tokens.is(i, SYMBOL) || !Object.hasOwn(CURRENCY_SIGNS, sign)) return null
  return { unit: CURRENCY_SIGNS[sign as keyof typeof CURRENCY_SIGNS], next: i + 1 }
}

/** What the number counts: a unit, a score, a noun, or what the sentence before counted. */
function unitAt(
  tokens: Tokens,
  number: NumberAt,
  first: number,
  sentence: number,
  before: Quantity | undefined,
): UnitAt | null {
  const { next } = number
  for (let width = LONGEST_UNIT; width > 0; width--) {
    const phrase = Array.from({ length: width }, (_, k) => tokens.word(next + k)).join(' ')
    const unit = UNIT_OF.get(phrase)
    if (unit) return { unit, next: next + width, rule: 'unit' }
  }
  if (tokens.word(next) === 'out' && tokens.word(next + 1) === 'of') {
    const of = numberAt(tokens, next + 2)
    if (of) return { unit: 'score', next: of.next, rule: 'score' }
  }
  if (isScored(tokens, first, sentence)) return { unit: 'score', next, rule: 'score' }
  const noun = headNoun(tokens, next, number.value === '1')
  if (noun && number.value !== '1') return { unit: noun.head, next: noun.next, rule: 'noun' }
  if (isElided(tokens, first, next, sentence) && before)
    return { unit: before.unit, next, rule: 'elided noun' }
  const person = /^(?:people|persons)$/.test(tokens.word(first - 3)) || isPeopleCount(tokens, first, sentence)
  if (person && number.next > first + 1) return { unit: 'person', next, rule: 'number of' }
  return null
}

/** "a score of 60", "scored 52, 48 and 46". */
function isScored(tokens: Tokens, first: number, sentence: number): boolean {
  for (let k = first - 1; k >= sentence; k--) {
    const word = tokens.word(k)
    if (word === 'scored' || (word === 'score' && tokens.word(k + 1) === 'of')) return true
    if (!/^(?:[\d.]+|,|and|of|about)$/.test(word)) return false
  }
  return false
}

/** "Seven were in critical condition": a number in words alone at the head of a sentence, before a verb. */
function isElided(tokens: Tokens, first: number, next: number, sentence: number): boolean {
  return first === sentence && /^(?:were|are|have|had|was|is|died|remain|remained)$/.test(tokens.word(next))
}

/** "the number of people in poverty was cut to 16.6 million": people are what the sentence counts. */
function isPeopleCount(tokens: Tokens, first: number, sentence: number): boolean {
  for (let k = first - 1; k >= sentence + 2; k--) {
    if (tokens.word(k) === 'people' && tokens.word(k - 1) === 'of' && tokens.word(k - 2) === 'number')
      return true
  }
  return false
}

/** In brackets right behind another quantity it restates that; behind "from", after another, it is the level moved from. */
function roleAt(
  tokens: Tokens,
  i: number,
  before: Quantity | undefined,
  start: number,
  unit: string,
): Role | null {
  if (!before) return null
  if (tokens.word(i - 1) === '(' && start - before.end <= 3) return 'equivalent'
  if (
    tokens.word(i - 1) === 'from' &&
    start - before.start < 80 &&
    (before.unit === unit || before.role === 'equivalent')
  ) {
    return 'previous'
  }
  return null
}
