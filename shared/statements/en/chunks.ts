import { NUMBER, type Tokens, WORD } from '../../quantities/tokens.ts'
import type { Mention } from '../chunk.ts'
import {
  AND,
  AUXILIARY,
  BOUNDARY,
  DETERMINER,
  FILLER,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SAY,
  TIME,
  VERB,
  VERB_OR_NOUN,
  wordClass,
} from './lexicon.ts'
import { type Names, namesIn } from './mentions.ts'

/** Pieces of a sentence. */
export const NOUN = 1
export const FIGURE = 2
export const ACTION = 3
export const SAYING = 4
export const PREP = 5
export const CONJUNCTION = 6
export const WHICH = 7
export const PERSONAL = 8
export const COMMA = 9
/** ";", ":", a dash between spaces, "while", "but". */
export const STOP = 10
export const OPEN = 11
export const CLOSE = 12

/** A noun phrase, a figure, a verb, a preposition or a sign, with its place in the text (UTF-16 units). */
export interface Chunk {
  kind: number
  start: number
  end: number
  /** The preposition, pronoun, sign or verb; of a noun phrase its last word, in lower case. */
  word: string
  /** Of a noun phrase its determiner: "the", "its", ''. */
  determiner: string
  /** Of a noun phrase the names in it, in order. */
  mentions: readonly Mention[]
  /** A noun phrase that ends in a possessive: "Harris' 46%", "Japan's". */
  possessive: boolean
  /** Of a noun phrase the words behind its last name, in lower case: "house prices" of "UK house prices". */
  tail: readonly string[]
  /** Number of the figure. */
  figure: number
  /** Of a noun phrase, as it stands. */
  text: string
}

/** A figure's place: from its number to its counted noun, in UTF-16 units. */
export interface Span {
  start: number
  end: number
}

const NO_NAMES: readonly Mention[] = []
const NO_WORDS: readonly string[] = []

/** Cuts tokens `from` to `to` into chunks; `figures` are those of the sentence in order, the first being number `first`. */
export function chunksOf(
  tokens: Tokens,
  from: number,
  to: number,
  figures: readonly Span[],
  first: number,
  names: Names,
): Chunk[] {
  const chunks: Chunk[] = []
  let figure = first
  let i = from
  while (i < to) {
    const start = tokens.start(i)
    const span = figures[figure]
    if (span !== undefined && start >= span.start) {
      let next = i
      while (next < to && tokens.start(next) < span.end) next++
      const text = tokens.text.slice(span.start, span.end)
      chunks.push({ ...piece(FIGURE, span.start, span.end, '', figure), text })
      figure++
      i = Math.max(next, i + (next > i ? 0 : 0))
      continue
    }
    const stop = span === undefined ? to : tokenAt(tokens, i, to, span.start)
    i = next(tokens, i, stop, chunks, names)
  }
  return chunks
}

/** The first token at or behind `start`. */
function tokenAt(tokens: Tokens, i: number, to: number, start: number): number {
  let k = i
  while (k < to && tokens.start(k) < start) k++
  return k
}

const piece = (kind: number, start: number, end: number, word: string, figure = -1): Chunk => ({
  kind,
  start,
  end,
  word,
  determiner: '',
  mentions: NO_NAMES,
  possessive: false,
  tail: NO_WORDS,
  figure,
  text: '',
})

/** Adds the chunk at token `i` and returns the token behind it. */
function next(tokens: Tokens, i: number, to: number, chunks: Chunk[], names: Names): number {
  const kind = tokens.kind(i)
  const word = tokens.word(i)
  const start = tokens.start(i)
  const end = tokens.end(i)
  if (kind !== WORD && kind !== NUMBER) {
    const sign = signOf(tokens, i)
    if (sign !== 0) chunks.push(piece(sign, start, end, word))
    return i + 1
  }
  if (kind === NUMBER) return nounAt(tokens, i, to, chunks, names, '')
  const isCapital = tokens.isCapital(i)
  const as = isCapital && startsName(tokens, i, names) ? 0 : wordClass(bare(word))
  const before = chunks.at(-1)
  switch (as) {
    case DETERMINER:
      return determined(tokens, i, to, chunks, names)
    case PREPOSITION:
      chunks.push(piece(PREP, start, end, word))
      return i + 1
    case BOUNDARY:
      chunks.push(piece(STOP, start, end, word))
      return i + 1
    case AND:
      chunks.push(piece(CONJUNCTION, start, end, word))
      return i + 1
    case RELATIVE:
      chunks.push(piece(WHICH, start, end, word))
      return i + 1
    case PRONOUN:
      chunks.push(piece(PERSONAL, start, end, word))
      return i + 1
    case AUXILIARY:
    case VERB:
      chunks.push(piece(ACTION, start, end, word))
      return i + 1
    case SAY:
      chunks.push(piece(SAYING, start, end, word))
      return i + 1
    case TIME:
      dropPreposition(chunks)
      return i + 1
    case FILLER:
      return i + 1
    case VERB_OR_NOUN:
      if (isVerbHere(before, word)) {
        chunks.push(piece(ACTION, start, end, word))
        return i + 1
      }
      return nounAt(tokens, i, to, chunks, names, '')
    default:
      if (
        !isCapital &&
        /ed$/.test(word) &&
        before?.kind === NOUN &&
        before.end >= start - 2 &&
        word.length > 4
      ) {
        chunks.push(piece(ACTION, start, end, word))
        return i + 1
      }
      return nounAt(tokens, i, to, chunks, names, '')
  }
}

/** "on Friday", "in 2022": a time is skipped with its preposition. */
function dropPreposition(chunks: Chunk[]): void {
  if (chunks.at(-1)?.kind === PREP) chunks.pop()
}

const bare = (word: string): string => word.replace(/'s?$/, '')

/** "rise" behind a noun phrase, "to" or an auxiliary is a verb; behind a determiner or preposition a noun. */
const isVerbHere = (before: Chunk | undefined, word: string): boolean => {
  if (before === undefined) return false
  if (before.kind === NOUN) return !before.possessive
  if (before.kind === PREP) return before.word === 'to' && !/s$/.test(word)
  if (before.kind === ACTION)
    return /^(?:will|would|can|could|may|might|must|should|shall|to|did|does|do|has|have|had)$/.test(
      before.word,
    )
  return before.kind === PERSONAL || before.kind === WHICH
}

/** A determiner and the noun phrase behind it; alone it is a pronoun: "this was". */
function determined(tokens: Tokens, i: number, to: number, chunks: Chunk[], names: Names): number {
  const word = tokens.word(i)
  // "said that": a clause begins.
  if (word === 'that' && chunks.slice(-3).some(({ kind }) => kind === SAYING)) {
    chunks.push(piece(STOP, tokens.start(i), tokens.end(i), word))
    return i + 1
  }
  let k = i + 1
  while (
    k < to &&
    tokens.kind(k) === WORD &&
    !tokens.isCapital(k) &&
    [FILLER, DETERMINER, TIME].includes(wordClass(tokens.word(k)))
  )
    k++
  const behind = k < to && (tokens.kind(k) === WORD || tokens.kind(k) === NUMBER)
  const as = behind && !tokens.isCapital(k) ? wordClass(bare(tokens.word(k))) : 0
  if (!behind || (as !== 0 && as !== VERB_OR_NOUN && as !== VERB)) {
    if (word === 'that' && chunks.at(-1)?.kind === NOUN)
      chunks.push(piece(WHICH, tokens.start(i), tokens.end(i), word))
    return i + 1
  }
  if (word === 'that' && as === VERB) {
    chunks.push(piece(WHICH, tokens.start(i), tokens.end(i), word))
    return i + 1
  }
  return nounAt(tokens, k, to, chunks, names, word)
}

/** The noun phrase from token `i` on: adjectives, names, nouns, hyphens and possessives. */
function nounAt(
  tokens: Tokens,
  i: number,
  to: number,
  chunks: Chunk[],
  names: Names,
  determiner: string,
): number {
  let k = i
  let hasNoun = false
  while (k < to) {
    const kind = tokens.kind(k)
    if (kind === NUMBER) {
      if (k > i && !tokens.isCapital(k - 1) && !tokens.touches(k)) break
      k++
      continue
    }
    if (kind !== WORD) {
      const isInside =
        k + 1 < to &&
        k > i &&
        ((tokens.isMark(k, '-/.') && tokens.touches(k) && tokens.touches(k + 1)) ||
          (tokens.isMark(k, '&') && tokens.isCapital(k + 1)) ||
          (tokens.isMark(k, '.') &&
            tokens.isCapital(k - 1) &&
            tokens.end(k - 1) - tokens.start(k - 1) === 1 &&
            tokens.touches(k) &&
            tokens.isCapital(k + 1)) ||
          (tokens.isMark(k, '!') && tokens.touches(k) && tokens.isCapital(k + 1)))
      // "U.S. exports": the last stop of an abbreviation.
      const endsLetters =
        k > i &&
        tokens.isMark(k, '.') &&
        tokens.touches(k) &&
        tokens.isCapital(k - 1) &&
        tokens.end(k - 1) - tokens.start(k - 1) === 1
      const isQuote = k + 1 < to && tokens.isMark(k, '"“”‘’\'')
      if (!isInside && !endsLetters && !isQuote) break
      k++
      continue
    }
    const word = tokens.word(k)
    if (tokens.isCapital(k) && (k > i || startsName(tokens, k, names))) {
      hasNoun = true
      k++
      continue
    }
    // "Bank of England", "Office for National Statistics"
    if (
      k > i &&
      tokens.isCapital(k - 1) &&
      tokens.isCapital(k + 1) &&
      k + 1 < to &&
      isInsideName(tokens, k, i)
    ) {
      k++
      continue
    }
    const as = wordClass(bare(word))
    const isHyphened = k > i && tokens.isMark(k - 1, '-') && tokens.touches(k)
    if (k > i && !isHyphened && as !== 0) {
      const isNounHere =
        (as === VERB_OR_NOUN && !(hasNoun && isVerbBehind(tokens, k))) || (as === TIME && tokens.isCapital(k))
      const isParticiple =
        as === VERB && /(?:ed|ing|en)$/.test(word) && isPlainNoun(tokens, k + 1, to) && !hasNoun
      if (!isNounHere && !isParticiple) break
    }
    if (
      k > i &&
      as === 0 &&
      !isHyphened &&
      hasNoun &&
      /[^e]ed$/.test(word) &&
      word.length > 4 &&
      !isPlainNoun(tokens, k + 1, to)
    )
      break
    if (as === 0 || as === VERB_OR_NOUN) hasNoun = true
    k++
    if (
      /['’]s?$/.test(tokens.raw(k - 1)) &&
      /s['’]$|['’]s$/.test(tokens.raw(k - 1)) &&
      wordClass(bare(tokens.word(k))) !== 0
    )
      break
  }
  while (k > i + 1 && tokens.kind(k - 1) !== WORD && tokens.kind(k - 1) !== NUMBER) k--
  if (k === i + 1 && tokens.kind(i) === NUMBER) {
    if (/^(?:19|20)\d\d$/.test(tokens.raw(i))) dropPreposition(chunks)
    return k
  }
  const last = tokens.raw(k - 1)
  const found = namesIn(tokens, i, k, names, i === 0 || isSentenceStart(tokens, i))
  const tailFrom = found.length === 0 ? i : tokenAt(tokens, i, k, (found.at(-1) as Mention).end)
  const tail: string[] = []
  for (let t = tailFrom; t < k; t++) if (tokens.kind(t) === WORD) tail.push(bare(tokens.word(t)))
  chunks.push({
    kind: NOUN,
    start: tokens.start(i),
    end: tokens.end(k - 1),
    word: bare(tokens.word(k - 1)),
    determiner,
    mentions: found,
    possessive:
      /s['’]$|['’]s$/.test(last) ||
      (/s$/.test(last) && tokens.touches(k) && tokens.isMark(k, "'’") && !tokens.touches(k + 1)),
    tail: tail.filter((word) => word !== 's' && word !== ''),
    figure: -1,
    text: tokens.text.slice(tokens.start(i), tokens.end(k - 1)),
  })
  return k
}

/** "of", "for", "the" and, in a ministry's name, "and" between capitals. */
function isInsideName(tokens: Tokens, k: number, from: number): boolean {
  const word = tokens.word(k)
  if (word === 'of' || word === 'for')
    return /^(?:bank|office|ministry|department|university|institute|bureau|house|centre|center|board|council|chamber|city|people|republic|state|academy|college|federation|association|league|school|court|church|union|district|port|gulf|isle|game|lord|king)s?$/.test(
      bare(tokens.word(k - 1)),
    )
  if (word === 'and' || word === '&') {
    for (let t = from; t < k; t++)
      if (
        /^(?:ministry|department|office|bureau|centers?|centres?|institute|commission)$/.test(tokens.word(t))
      )
        return true
    return false
  }
  return (
    word === 'de' ||
    word === 'da' ||
    word === 'la' ||
    word === 'al' ||
    word === 'van' ||
    word === 'von' ||
    word === 'del'
  )
}

/** A verb that ends a noun phrase by what follows it: a figure, a determiner, a preposition. */
const isVerbBehind = (tokens: Tokens, k: number): boolean => {
  const kind = tokens.kind(k + 1)
  if (kind === NUMBER) return true
  if (kind !== WORD) return tokens.isMark(k + 1, '$€£¥+-~')
  const as = wordClass(tokens.word(k + 1))
  return (
    (as === DETERMINER || as === FILLER || as === PREPOSITION) &&
    !/^(?:of|in|for|per|that)$/.test(tokens.word(k + 1))
  )
}

const isPlainNoun = (tokens: Tokens, k: number, to: number): boolean =>
  k < to &&
  tokens.kind(k) === WORD &&
  (tokens.isCapital(k) || [0, VERB_OR_NOUN].includes(wordClass(bare(tokens.word(k)))))

const isSentenceStart = (tokens: Tokens, i: number): boolean => {
  if (i === 0) return true
  return (
    !(tokens.kind(i - 1) === WORD || tokens.kind(i - 1) === NUMBER) && tokens.isMark(i - 1, '.!?:•-–—*"“')
  )
}

/** A capital begins a name here, and not a sentence with a word of another class: "In", "However". */
function startsName(tokens: Tokens, i: number, names: Names): boolean {
  const as = wordClass(bare(tokens.word(i)))
  if (as === 0) return true
  if (as === TIME) return false
  if (/^[A-Z]{2,}$/.test(tokens.raw(i)) && as !== PRONOUN)
    return !isSentenceStart(tokens, i) || names.isKnown(tokens.word(i)) || tokens.raw(i) === 'US'
  if (tokens.raw(i) === 'US') return true
  if (isSentenceStart(tokens, i))
    return as === VERB_OR_NOUN || as === VERB
      ? names.isKnown(tokens.word(i)) || (tokens.isCapital(i + 1) && as === VERB_OR_NOUN)
      : false
  return as === VERB || as === VERB_OR_NOUN || as === SAY || as === FILLER
}

function signOf(tokens: Tokens, i: number): number {
  if (tokens.isMark(i, '([')) return OPEN
  if (tokens.isMark(i, ')]')) return CLOSE
  if (tokens.isMark(i, ',')) return COMMA
  if (tokens.isMark(i, ';:|•')) return STOP
  if (tokens.isMark(i, '-—–') && !tokens.touches(i + 1)) return STOP
  if (tokens.isMark(i, '—')) return STOP
  return 0
}
