import { NUMBER, type Tokens, WORD } from '../tokens.ts'
import { VAGUE } from './number-words.ts'
import { isNumberWord } from './numbers.ts'
import { COLLECTIVES, EITHER, isPlural, singular, VERBS_S } from './plurals.ts'
import { isStop, VERBS } from './stop-words.ts'

/** Singular nouns that name what a number in front of them counts: "12 page document", "11 member group". */
const COUNTED_SINGULARS: ReadonlySet<string> = new Set(
  (
    'page member seat bed bedroom room person man woman game course story storey part point step star car door word ' +
    'player team nation country state vote job goal speed lane floor unit track hole inning round lap stop passenger ' +
    'strong employee city item volume piece set pack panel camera core county district bank yard set run ' +
    'shot win loss time episode category mission seater child patient student count day'
  ).split(' '),
)

/** Members of a nation whose plural is their adjective: "56 Japanese aged over 80". */
const NATIONALS: ReadonlySet<string> = new Set(
  'chinese japanese taiwanese vietnamese portuguese lebanese sudanese nepalese british french dutch irish swiss'.split(
    ' ',
  ),
)

/** Longest noun phrase that is looked at, in words. */
const LONGEST = 6

export interface NounAt {
  /** The head noun in the singular, lower case. */
  head: string
  /** Index of the first token of the phrase, of its head, and behind it. */
  first: number
  last: number
  next: number
}

/**
 * The counted noun behind a number. Its head is the last of the first run of plurals ("11 higher education
 * institutions" → institution); behind "one" the last word before the phrase ends; behind others also a singular that
 * is counted in front of another noun ("12 page document" → page).
 */
export function nounAt(tokens: Tokens, i: number, isOne: boolean): NounAt | null {
  const first = phraseStart(tokens, i)
  if (tokens.word(first - 1) === '-' && COUNTED_SINGULARS.has(tokens.word(first)))
    return { head: tokens.word(first), first, last: first, next: first + 1 }
  let last = -1
  let end = first
  for (let words = 0; words < LONGEST && isPhraseWord(tokens, end, last < 0 && !isOne); words++) {
    if (isPluralAt(tokens, end) || (last < 0 && EITHER.has(tokens.word(end)))) {
      if (isOne) break
      last = end
      if (!isCompound(tokens, end)) break
    }
    if (isHyphenated(tokens, end)) end += tokens.kind(end + 2) === NUMBER ? 3 : 2
    else end += isPair(tokens, end) || isModel(tokens, end) ? 2 : 1
  }
  if (isOne && end > first) last = lastOfSingular(tokens, first, end)
  if (last < 0 && (COUNTED_SINGULARS.has(tokens.word(first)) || NATIONALS.has(tokens.word(first))))
    last = first
  return last < 0 ? null : { head: headAt(tokens, first, last), first, last, next: last + 1 }
}

/** The phrase begins behind a hyphen, an opening quote, an adjective in brackets, and words of degree. */
function phraseStart(tokens: Tokens, i: number): number {
  let first = i
  if (tokens.isMark(i, '(') && tokens.isMark(i + 2, ')') && isNounWord(tokens, i + 1)) first = i + 3
  if (/^[-“"]$/.test(tokens.word(i)) && (tokens.touches(i) || tokens.touches(i + 1))) first++
  return DEGREES.has(tokens.word(first)) && isNounWord(tokens, first + 1) ? first + 1 : first
}

/** Word `k` may stand in a noun phrase. */
const isNounWord = (tokens: Tokens, k: number): boolean =>
  tokens.kind(k) === WORD &&
  !isStopAt(tokens, k) &&
  !isNumberWord(tokens.word(k)) &&
  !VAGUE.has(tokens.word(k))

/** A stop word at `k`; "US" and "IT" in capitals are none. */
const isStopAt = (tokens: Tokens, k: number): boolean =>
  (isStop(tokens.word(k)) && !/^(?:US|IT|WHO)$/.test(tokens.raw(k)) && !isAdjective(tokens, k)) ||
  VERBS_S.has(tokens.word(k))

/** "6,800 live tickets", "monthly active users", "A321neo jets": stop words that qualify a noun, or begin a name. */
const isAdjective = (tokens: Tokens, k: number): boolean =>
  (/^(?:live|daily|weekly|monthly|yearly)$/.test(tokens.word(k)) &&
    tokens.kind(k + 1) === WORD &&
    !isStop(tokens.word(k + 1)) &&
    (isPlural(stem(tokens.word(k + 1))) || isPlural(stem(tokens.word(k + 2))))) ||
  (/^[A-Z]$/.test(tokens.raw(k)) && tokens.kind(k + 1) === NUMBER && tokens.touches(k + 1))

/** Word `k` may stand in the phrase; without a noun so far, also a word that is a verb as often. */
const isPhraseWord = (tokens: Tokens, k: number, isOpen: boolean): boolean =>
  isNounWord(tokens, k) ||
  (isOpen && EITHER.has(tokens.word(k))) ||
  (tokens.kind(k) === WORD &&
    isHyphenated(tokens, k) &&
    isNounWord(tokens, k + 2) &&
    !isNumberWord(tokens.word(k)))

/** "GPS" is no plural, though "PCs" are. */
const isPluralAt = (tokens: Tokens, k: number): boolean =>
  isPlural(stem(tokens.word(k))) && !/^[A-Z]{2,}$/.test(tokens.raw(k)) && !isVerbOfPrice(tokens, k)

/** "A pack of 12 costs $3". */
const isVerbOfPrice = (tokens: Tokens, k: number): boolean =>
  tokens.isMark(k + 1, '$€£¥') && VERBS.has(tokens.word(k))

/** Words `k` and `k + 2` are parts of one: "start-ups", "COVID-19", also with a space before the hyphen. */
const isHyphenated = (tokens: Tokens, k: number): boolean =>
  tokens.word(k + 1) === '-' &&
  tokens.touches(k + 2) &&
  (tokens.touches(k + 1) || (tokens.isCapital(k) && tokens.kind(k + 2) === NUMBER))

/** The noun at `last` in the singular, with what a hyphen joins to it: "co-authors" → co-author. */
function headAt(tokens: Tokens, first: number, last: number): string {
  const head = singular(stem(tokens.word(last)))
  if (NATIONALS.has(head)) return 'person'
  const isJoined = last - 2 >= first && isHyphenated(tokens, last - 2) && tokens.kind(last - 2) === WORD
  return isJoined ? `${tokens.word(last - 2)}-${head}` : head
}

/** The plural at `k` only qualifies the plural behind it: "sports cars", not "people reports" or "6.5 times earnings". */
const isCompound = (tokens: Tokens, k: number): boolean =>
  !/^(?:times|people|men|women|children)$/.test(tokens.word(k)) &&
  isNounWord(tokens, k + 1) &&
  (isPluralAt(tokens, k + 1) || COLLECTIVES.has(tokens.word(k)))

/** "K2 tanks", "Trainium 2 chips": digits make the word before them the name of a model. */
const isModel = (tokens: Tokens, k: number): boolean =>
  tokens.kind(k + 1) === NUMBER &&
  (tokens.touches(k + 1) ||
    (tokens.isCapital(k) && /^\d{1,4}$/.test(tokens.raw(k + 1)) && tokens.kind(k + 2) === WORD))

/** "digital and physical sales": two words that share the noun behind them stand around `k + 1`. */
const isPair = (tokens: Tokens, k: number): boolean =>
  tokens.word(k + 1) === 'and' &&
  isNounWord(tokens, k) &&
  isNounWord(tokens, k + 2) &&
  !isPlural(stem(tokens.word(k)))

/** Words of degree between a number and its noun: "eight more picks", "the 20 most expensive restaurants". */
const DEGREES: ReadonlySet<string> = new Set(['more', 'most', 'less', 'least', 'fewer', 'such', 'very'])

/** A possessive without its ending. */
const stem = (word: string): string => (word.includes("'") ? word.replace(/'s?$/, '') : word)

/** Endings of words that qualify the noun behind "one", or that tell of it: no noun themselves. */
const NO_NOUN = /(?:ed|ing|ly|able|ible|ful|ous|ive|ish|ese)$/

/** "one more thing", "one man to balance": the last word before a verb or a stop, at most three words on. */
function lastOfSingular(tokens: Tokens, first: number, end: number): number {
  let last = first
  while (
    last + 1 < end &&
    last - first < 2 &&
    tokens.word(last + 1) !== '-' &&
    !VERBS.has(tokens.word(last + 1)) &&
    !/(?:ed|ing|ly)$/.test(tokens.word(last + 1))
  )
    last++
  while (last > first && NO_NOUN.test(tokens.word(last))) last--
  return NO_NOUN.test(tokens.word(last)) || isHyphenated(tokens, last) ? -1 : last
}

/** Words that may stand between "of" and the noun that a number selects from: "two of the three suspects". */
const SELECTING: ReadonlySet<string> = new Set(
  'the these those this his her its their our your my all such'.split(' '),
)

/** "of the deputies", "of the show's most spectacular catches": what a number selects from. */
export function selectedNounAt(tokens: Tokens, i: number): NounAt | null {
  if (tokens.word(i) !== 'of') return null
  let k = i + 1
  while (SELECTING.has(tokens.word(k)) || /^(?:most|more|best|very)$|.'s$/.test(tokens.word(k))) k++
  return nounAt(tokens, k, false)
}
