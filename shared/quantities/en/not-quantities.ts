import { LINE, LINK, MARK, NUMBER, type Tokens, WORD } from '../tokens.ts'
import { MONTHS, WEEKDAYS } from './calendar.ts'
import { isListed } from './labels.ts'
import { isNumberWord, type NumberAt } from './numbers.ts'
import { singular } from './plurals.ts'
import { isStop } from './stop-words.ts'

/** A number that was read, with the tokens that it spans. */
export interface NumberSpan {
  tokens: Tokens
  /** First token of the number itself, without a sign or currency before it. */
  first: number
  number: NumberAt
}

/** A kind of number that is no quantity. */
interface Veto {
  name: string
  test(span: NumberSpan): boolean
}

/** Words before a hyphen that do not make "sub-300" or "minus-130" a name. */
const LOOSE_PREFIXES: ReadonlySet<string> = new Set(
  'sub now then minus under over nearly about around mid'.split(' '),
)

const HOURS: ReadonlySet<string> = new Set(['am', 'pm', "o'clock"])
const ZONES: ReadonlySet<string> = new Set(
  'gmt utc est edt pst pdt cet cest bst cst mst mdt pt et z'.split(' '),
)

/** Words that number a thing of their kind: "Phase 1", "page 12", "No 10". */
const NUMBERED: ReadonlySet<string> = new Set(
  (
    'phase section sections part chapter chapters article articles figure fig table page pages room flight highway ' +
    'route type grade covid step item stage episode season volume vol act number no nos nr issue version ver build ' +
    'model series class channel exit gate row seat suite apartment apt floor level tier rank place place division ' +
    'district ward zone zip lot box form rule amendment clause paragraph schedule annex appendix exhibit proposition ' +
    'resolution title game round week day match lap heat race group pool pot line lane platform terminal track disc ' +
    'player draft pick top age sp'
  ).split(' '),
)

/** Numbers that no unit behind them can make a quantity, for the words beside them. */
const WORD_VETOES: readonly Veto[] = [
  {
    name: 'day of a month',
    test: ({ tokens, first, number }) =>
      isMonth(tokens, first - 1) ||
      (tokens.isMark(first - 1, '.') && isMonth(tokens, first - 2)) ||
      (isMonth(tokens, number.next) && Number(number.value) <= 31) ||
      (tokens.isMark(first - 1, '-,') &&
        tokens.kind(first - 2) === NUMBER &&
        isMonth(tokens, first - 3) &&
        (tokens.isMark(first - 1, '-') || isYear(tokens.raw(first)))),
  },
  {
    name: 'hour',
    test: ({ tokens, first, number: { next } }) =>
      HOURS.has(tokens.word(next)) ||
      (/^[ap]$/.test(tokens.word(next)) && tokens.isMark(next + 1, '.') && tokens.word(next + 2) === 'm') ||
      (ZONES.has(tokens.word(next)) && tokens.end(first) - tokens.start(first) >= 4) ||
      (/^0\d/.test(tokens.word(first)) && !tokens.isMark(first - 1, '.')),
  },
  {
    name: 'year of an era',
    test: ({ tokens, first, number: { next } }) => isEra(tokens, first - 1) || isEra(tokens, next),
  },
  {
    name: 'telephone number',
    test: ({ tokens, number: { next } }) => {
      const group = tokens.isMark(next, ')') ? next + 1 : next
      return (
        tokens.kind(group) === NUMBER &&
        tokens.kind(group + 2) === NUMBER &&
        tokens.isMark(group + 1, '-') &&
        tokens.touches(group + 1) &&
        tokens.touches(group + 2)
      )
    },
  },
  {
    name: 'airliner',
    test: ({ tokens, first, number: { next } }) =>
      /^7[0-8]7$/.test(tokens.raw(first)) &&
      /^(?:jets?|aircraft|airliners?|dreamliners?|max)$/.test(tokens.word(next)),
  },
  {
    name: 'year of prices',
    test: ({ tokens, first, number: { next } }) =>
      isYear(tokens.raw(first)) &&
      /^(?:in|constant|real)$/.test(tokens.word(first - 1)) &&
      /^(?:dollars|euros|pounds|yuan|yen|prices|terms|money)$/.test(tokens.word(next)),
  },
]

/** The same, for the signs and letters that touch them. */
const TOUCHING_VETOES: readonly Veto[] = [
  {
    name: 'clock time',
    test: ({ tokens, first, number: { next } }) =>
      (tokens.isMark(first - 1, ':') && tokens.touches(first) && tokens.kind(first - 2) === NUMBER) ||
      (tokens.isMark(next, ':') &&
        tokens.touches(next) &&
        tokens.touches(next + 1) &&
        tokens.kind(next + 1) === NUMBER),
  },
  {
    name: 'ordinal or decade',
    test: ({ tokens, number: { next } }) =>
      tokens.touches(next) &&
      /^(?:st|nd|rd|th|s|'s)$/.test(tokens.word(next)) &&
      tokens.kind(next - 1) === NUMBER,
  },
  {
    name: 'version or section number',
    test: ({ tokens, first, number: { next } }) =>
      (tokens.isMark(next, '.') &&
        tokens.touches(next) &&
        tokens.touches(next + 1) &&
        tokens.kind(next + 1) === NUMBER) ||
      (tokens.isMark(first - 1, '.') && tokens.touches(first) && tokens.touches(first - 1)) ||
      tokens.isMark(first - 1, '#№_@§'),
  },
  {
    name: 'second half of a result',
    test: ({ tokens, first }) =>
      tokens.isMark(first - 1, '-') &&
      tokens.touches(first) &&
      tokens.touches(first - 1) &&
      tokens.kind(first - 2) === NUMBER,
  },
  {
    name: 'letters in front',
    test: ({ tokens, first }) =>
      tokens.touches(first) && (tokens.kind(first - 1) === WORD || tokens.kind(first - 1) === LINK),
  },
  {
    name: 'name with a hyphen',
    test: ({ tokens, first, number: { next } }) =>
      tokens.isMark(first - 1, '-') &&
      !isListed(tokens, first, next) &&
      tokens.touches(first) &&
      tokens.touches(first - 1) &&
      tokens.kind(first - 2) === WORD &&
      !LOOSE_PREFIXES.has(tokens.word(first - 2)),
  },
  {
    name: 'numbers with a slash',
    test: ({ tokens, first, number: { next } }) =>
      (tokens.isMark(first - 1, '/') && tokens.touches(first) && tokens.kind(first - 2) === NUMBER) ||
      (tokens.isMark(next, '/') &&
        tokens.touches(next) &&
        tokens.touches(next + 1) &&
        tokens.kind(next + 1) === NUMBER),
  },
]

/** A year before a name that a unit shares: "in 2016 Stone spoke". */
export const isYearBeforeName = ({ tokens, first, number }: NumberSpan): boolean =>
  number.next === first + 1 && isYear(tokens.raw(first)) && tokens.isCapital(number.next)

/** Numbers that are no quantities where neither a unit nor a counted noun follows. */
const BARE_VETOES: readonly Veto[] = [
  {
    name: 'hour in words',
    test: ({ tokens, number: { next } }) => HOURS.has(tokens.word(next)),
  },
  {
    name: 'listed with a day or a numbered thing',
    test: ({ tokens, first, number: { next } }) =>
      (/^(?:and|or|to|,|-)$/.test(tokens.word(first - 1)) &&
        tokens.kind(first - 2) === NUMBER &&
        (isMonth(tokens, first - 3) ||
          isMonth(tokens, first - 4) ||
          NUMBERED.has(singular(tokens.word(first - 3))))) ||
      (/^(?:and|or|to|-)$/.test(tokens.word(next)) &&
        tokens.kind(next + 1) === NUMBER &&
        isMonth(tokens, next + 2)),
  },
  {
    name: 'named group',
    test: ({ tokens, first }) =>
      tokens.word(first - 1) === 'of' &&
      tokens.isCapital(first - 2) &&
      /^(?:group|gang|council|club|league)$/.test(tokens.word(first - 2)),
  },
  {
    name: 'numbered thing',
    test: ({ tokens, first }) =>
      NUMBERED.has(tokens.word(first - 1)) ||
      (tokens.isMark(first - 1, '.') && /^nos?$/.test(tokens.word(first - 2))),
  },
  {
    name: 'year',
    test: ({ tokens, first, number }) =>
      number.next === first + 1 && isYear(tokens.raw(first)) && !isAveraged(tokens, first),
  },
  {
    name: 'name with a number',
    test: ({ tokens, first, number }) =>
      number.next === first + 1 &&
      isShort(tokens, first) &&
      hasCapital(tokens, first - 1) &&
      !isFunctionWord(tokens.word(first - 1)),
  },
  {
    name: 'number before a name',
    test: ({ tokens, first, number: { next } }) =>
      next === first + 1 &&
      isShort(tokens, first) &&
      hasCapital(tokens, next) &&
      !CALENDAR_WORDS.has(tokens.word(next)),
  },
  {
    name: 'place in a list',
    test: ({ tokens, first, number: { next } }) =>
      /^\d{1,2}$/.test(tokens.raw(first)) &&
      next === first + 1 &&
      !tokens.isMark(first - 1, '+-') &&
      (tokens.isMark(next, ')') ||
        (tokens.isMark(next, '.') && (first === 0 || tokens.kind(first - 1) === LINE))),
  },
  {
    name: 'pronoun or part of a phrase',
    test: ({ tokens, first, number }) =>
      number.form === 'words' &&
      ((number.value === '1' && isPronoun(tokens, first, number.next)) ||
        isInPhrase(tokens, first, number.next)),
  },
  {
    name: 'top or bottom of a table',
    test: ({ tokens, first, number }) =>
      /^(?:top|bottom|last|first|final|big)$/.test(tokens.word(first - 1)) && number.power === 0,
  },
  {
    name: 'hyphen behind',
    test: ({ tokens, number: { next } }) =>
      tokens.isMark(next, '-') && tokens.touches(next) && tokens.touches(next + 1),
  },
  {
    name: 'code behind',
    test: ({ tokens, number: { next } }) =>
      tokens.kind(next) === WORD && tokens.kind(next + 1) === NUMBER && tokens.touches(next + 1),
  },
]

/** Numbers that a counted noun behind them does not make quantities. */
const COUNTED_VETOES: readonly Veto[] = [
  {
    name: 'part of a phrase',
    test: ({ tokens, first, number }) => number.form === 'words' && isInPhrase(tokens, first, number.next),
  },
  {
    name: 'name with a number',
    test: ({ tokens, first, number }) =>
      number.next === first + 1 &&
      (isModel(tokens, first) ||
        (number.form === 'words' && tokens.isCapital(first) && isNamed(tokens, first))),
  },
  {
    name: 'year',
    test: ({ tokens, first, number }) =>
      number.next === first + 1 &&
      isYear(tokens.raw(first)) &&
      (/^(?:19[3-9]|20[0-4])\d$/.test(tokens.raw(first)) ||
        /^(?:in|since|from|until|by|of|year|the|between|to|and)$/.test(tokens.word(first - 1))),
  },
]

/** Digits that look like a year, without the grouping that amounts of that size have. */
const isYear = (raw: string): boolean => /^(?:1[1-9]|20|21)\d\d$/.test(raw)

/** Digits without grouping or decimals, five at most, or a number word with a capital: what names carry. */
const isShort = (tokens: Tokens, i: number): boolean => /^\d{1,5}$/.test(tokens.raw(i)) || tokens.isCapital(i)

/** A word with a capital anywhere: "Stoxx", "iPhone". */
const hasCapital = (tokens: Tokens, i: number): boolean =>
  tokens.kind(i) === WORD && /\p{Lu}/u.test(tokens.raw(i))

/** "Kick Six win": a number word with a capital between a name and a small letter; not so in a headline. */
const isNamed = (tokens: Tokens, i: number): boolean =>
  hasCapital(tokens, i - 1) &&
  !isFunctionWord(tokens.word(i - 1)) &&
  !tokens.isCapital(i + 1) &&
  tokens.raw(i) !== tokens.raw(i).toUpperCase()

/**
 * "The Trainium 2 chips", "200 Leopard 2 tanks": a name in front of a short number and a noun, where no preposition puts the name at a place or a time of its own ("in Wuhan 41 people died").
 */
const isModel = (tokens: Tokens, i: number): boolean =>
  /^\d{1,4}$/.test(tokens.raw(i)) &&
  hasCapital(tokens, i - 1) &&
  tokens.kind(i + 1) === WORD &&
  tokens.word(i + 1) !== 'times' &&
  !((hasCapital(tokens, i + 1) || isSentenceStart(tokens, i - 1)) && VERBAL.test(tokens.word(i - 1))) &&
  !tokens.word(i - 1).endsWith("'s") &&
  !isFunctionWord(tokens.word(i - 1)) &&
  !CALENDAR_WORDS.has(tokens.word(i - 1)) &&
  !PLACING.has(tokens.word(i - 2))

/** In a headline or a list what stands before a number is a verb: "Crash Kills 12 People", "Fixed 2 bugs". */
const VERBAL = /(?:s|ed|ing)$/

const PLACING: ReadonlySet<string> = new Set(
  'in at from on since near outside across around inside to'.split(' '),
)

/** "Three Mile Island", "a Five Year Plan": a number word, a unit and a noun with capitals each are a name. */
export const isNameOfUnit = ({ tokens, first, number }: NumberSpan, unit: number, next: number): boolean =>
  number.form === 'words' &&
  unit === number.next &&
  tokens.isCapital(first) &&
  tokens.isCapital(unit) &&
  tokens.isCapital(next)

/** "PADD 1C", "Terminal 3B": a name, a number and a capital right at it, in place of a unit's symbol. */
export const isDesignation = ({ tokens, first, number: { next } }: NumberSpan, behind: number): boolean =>
  behind === next + 1 &&
  tokens.touches(next) &&
  /^[A-Z]$/.test(tokens.raw(next)) &&
  hasCapital(tokens, first - 1) &&
  !isFunctionWord(tokens.word(first - 1))

/** What is issued for so many years or months, and what it yields. */
const ISSUED =
  /^(?:treasur(?:y|ies)|yields?|notes?|bonds?|bills?|gilts?|bunds?|jgbs?|btps?|oats?|swaps?|paper|papers|maturity|rates?|securities|breakevens?|tips|debt|mortgages?)$/

/** How far behind "10-year" such a word may stand. */
const TENOR_REACH = 4

/** "The 10-year Treasury yield", "30-year gilts": the term is part of the name. */
export function isTenor({ tokens, number }: NumberSpan): boolean {
  const year = number.next + 1
  if (!tokens.isMark(number.next, '-') || !/^(?:year|yr|month)$/.test(tokens.word(year))) return false
  for (let k = year + 1; k <= year + TENOR_REACH && tokens.kind(k) === WORD; k++) {
    if (ISSUED.test(tokens.word(k))) return true
    if (isStop(tokens.word(k)) && tokens.raw(k) !== 'US') return false
  }
  return false
}

/** No word stands before token `k` in its sentence. */
const isSentenceStart = (tokens: Tokens, k: number): boolean => k <= 0 || tokens.kind(k - 1) !== WORD

/** Words with a capital that say when, and so may follow a level: "closed at 5884 Friday". */
const CALENDAR_WORDS: ReadonlySet<string> = new Set([...MONTHS.keys(), ...WEEKDAYS.keys()])

/** "one-to-one", "all-in-one": a number word between hyphens is part of a phrase. */
const isInPhrase = (tokens: Tokens, first: number, next: number): boolean =>
  (tokens.isMark(first - 1, '-') &&
    tokens.touches(first) &&
    (tokens.kind(first - 2) === WORD || tokens.isCapital(first)) &&
    !LOOSE_PREFIXES.has(tokens.word(first - 2))) ||
  (tokens.word(next) === 'by' && tokens.word(next + 1) === tokens.word(first)) ||
  (tokens.word(first - 1) === 'by' && tokens.word(first - 2) === tokens.word(first)) ||
  (tokens.isMark(next, '-') &&
    /^(?:to|on|by|off|time)$/.test(tokens.word(next + 1)) &&
    tokens.isMark(next + 2, '-'))

/** "One" is a pronoun: neither a subject ("one was in critical condition") nor the end of a range. */
function isPronoun(tokens: Tokens, first: number, next: number): boolean {
  const behind = tokens.word(next)
  if (/^(?:to|or)$/.test(behind) && isNumberWord(tokens.word(next + 1))) return false
  if (behind === 'of') return /^(?:a|its|the)$/.test(tokens.word(next + 1))
  const opensClause =
    tokens.kind(first - 1) !== WORD || /^(?:and|but|while|which|of)$/.test(tokens.word(first - 1))
  return !(opensClause && /^(?:was|is|died|remained|had|who)$/.test(behind)) && behind !== 'that'
}

/** "A.D." or "BC" at or right before token `i`. */
function isEra(tokens: Tokens, i: number): boolean {
  if (tokens.isMark(i, '.')) return tokens.raw(i - 1) === 'D' && tokens.raw(i - 3) === 'A'
  if (!tokens.isCapital(i)) return false
  const word = tokens.raw(i)
  return (
    /^(?:AD|BC|BCE|CE)$/.test(word) ||
    (/^[BC]$/.test(word) && tokens.isMark(i + 1, '.') && /^[CE]$/.test(tokens.raw(i + 2)))
  )
}

/** "an average of 1500": a figure in spite of its looks. */
const isAveraged = (tokens: Tokens, i: number): boolean =>
  tokens.word(i - 1) === 'of' &&
  /^(?:average|total|median|mean|sum|price|cost|score)$/.test(tokens.word(i - 2))

/** Months that are no other word, and so need no capital. */
const isMonth = (tokens: Tokens, i: number): boolean =>
  MONTHS.has(tokens.word(i)) &&
  (tokens.isCapital(i) || !/^(?:may|march|mar)$/.test(tokens.word(i)) || isDated(tokens, i))

/** "on may 19", "on 1 may". */
const isDated = (tokens: Tokens, i: number): boolean =>
  tokens.word(i - 1) === 'on' || tokens.word(i - 2) === 'on'

/** Words that stand before amounts and are capitals only at the head of a sentence. */
const isFunctionWord = (word: string): boolean =>
  isStop(word) ||
  /^(?:approximately|roughly|nearly|almost|exactly|total|between|since|another|top)$/.test(word)

/** All of them, by where they are asked. */
export const VETOES = { WORD_VETOES, TOUCHING_VETOES, BARE_VETOES, COUNTED_VETOES } as const

function holds(vetoes: readonly Veto[], span: NumberSpan): boolean {
  for (const veto of vetoes) if (veto.test(span)) return true
  return false
}

/** Dates, clock times, ordinals, versions, codes: no quantity whatever follows. */
export const isNeverQuantity = (span: NumberSpan): boolean =>
  holds(WORD_VETOES, span) || (isTouched(span) && holds(TOUCHING_VETOES, span))

/** A sign stands beside the number, or a letter right at it. */
const isTouched = ({ tokens, first, number: { next } }: NumberSpan): boolean =>
  tokens.touches(first) || tokens.touches(next) || tokens.kind(first - 1) === MARK

/** A year, a name or a numbered thing, although a noun follows that could be counted. */
export const isNotCounted = (span: NumberSpan): boolean => holds(COUNTED_VETOES, span)

/** A year, a name or a numbered thing, where nothing follows that could be counted. */
export const isNotBare = (span: NumberSpan): boolean => holds(BARE_VETOES, span)
