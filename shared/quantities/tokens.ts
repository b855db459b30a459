import { BREAK, classAt, DIGIT, HAN, LETTER, plain, SPACE, SYMBOL } from './characters.ts'

/**
 * Kinds of token: WORD is letters with apostrophes inside, NUMBER is digits with grouping commas and a decimal point,
 * HAN_CHAR is one Chinese character, MARK any other single sign, LINE a line break, LINK an address to its end.
 */
export const WORD = 1
export const NUMBER = 2
export const HAN_CHAR = 3
export const MARK = 4
export const LINE = 5
export const LINK = 6

/** ASCII characters by code, made once. */
const ASCII = Array.from({ length: 0x80 }, (_, c) => String.fromCharCode(c))

/** Words that are kept at a time, a power of two: more than a sentence has. */
const CACHE = 256

/** A text cut into tokens; white space lies between them and belongs to none. */
export class Tokens {
  readonly text: string
  length = 0
  /** A Chinese character is among the tokens. */
  hasHan = false
  #kinds: Uint8Array
  #starts: Int32Array
  #ends: Int32Array
  /** Lower-case forms of the tokens asked for last, each where its index modulo the size of the cache is. */
  readonly #cached: string[] = new Array(CACHE).fill('')
  readonly #cachedAt = new Int32Array(CACHE).fill(-1)

  constructor(text: string) {
    const capacity = (text.length >> 2) + 16
    this.text = text
    this.#kinds = new Uint8Array(capacity)
    this.#starts = new Int32Array(capacity)
    this.#ends = new Int32Array(capacity)
  }

  push(kind: number, start: number, end: number): void {
    const i = this.length++
    if (i === this.#kinds.length) this.#grow()
    this.#kinds[i] = kind
    this.#starts[i] = start
    this.#ends[i] = end
  }

  #grow(): void {
    const capacity = this.#kinds.length * 2
    const kinds = new Uint8Array(capacity)
    const starts = new Int32Array(capacity)
    const ends = new Int32Array(capacity)
    kinds.set(this.#kinds)
    starts.set(this.#starts)
    ends.set(this.#ends)
    this.#kinds = kinds
    this.#starts = starts
    this.#ends = ends
  }

  /** Kind of token `i`, 0 outside the text. */
  kind(i: number): number {
    return i >= 0 && i < this.length ? (this.#kinds[i] as number) : 0
  }

  start(i: number): number {
    return i < this.length ? (this.#starts[i] as number) : this.text.length
  }

  end(i: number): number {
    return i >= 0 ? (this.#ends[i] as number) : 0
  }

  /** The token in lower case and plain ASCII signs; '' outside the text. */
  word(i: number): string {
    if (i < 0 || i >= this.length) return ''
    const place = i & (CACHE - 1)
    if (this.#cachedAt[place] === i) return this.#cached[place] as string
    const word = plain(this.text.slice(this.#starts[i], this.#ends[i])).toLowerCase()
    this.#cachedAt[place] = i
    this.#cached[place] = word
    return word
  }

  /** The token as it stands; '' outside the text. */
  raw(i: number): string {
    return i < 0 || i >= this.length ? '' : this.text.slice(this.#starts[i], this.#ends[i])
  }

  /** No white space lies between this token and the one before. */
  touches(i: number): boolean {
    return i > 0 && i < this.length && this.#starts[i] === this.#ends[i - 1]
  }

  /** Token `i` is one of the signs in `marks`, which are in their plain ASCII form where they have one. */
  isMark(i: number, marks: string): boolean {
    if (this.kind(i) !== MARK) return false
    const c = this.text.charCodeAt(this.#starts[i] as number)
    return marks.includes(c < 0x80 ? (ASCII[c] as string) : this.word(i))
  }

  /** Token `i` is a word that begins with a capital. */
  isCapital(i: number): boolean {
    if (this.kind(i) !== WORD) return false
    const c = this.text.charCodeAt(this.start(i))
    return (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde)
  }
}

const COLON = 0x3a
const COMMA = 0x2c
const POINT = 0x2e
const WIDE_COMMA = 0xff0c
const WIDE_POINT = 0xff0e
const WIDE_ZERO = 0xff10

/** End of the digits that begin at `at`. */
function digitsEnd(text: string, at: number): number {
  let i = at
  while (classAt(text, i) === DIGIT) i++
  return i
}

/**
 * End of the number that begins at `at`: digits, groups behind commas, and a decimal part. Groups are of three, or of
 * two down to the last, as in India ("12,34,567"). A full-width comma groups full-width digits alone: in "20，300" it
 * lists two numbers.
 */
export function numberEnd(text: string, at: number): number {
  let end = digitsEnd(text, at)
  if (end - at <= 3) {
    const comma = text.charCodeAt(at) >= WIDE_ZERO ? WIDE_COMMA : COMMA
    // Behind pairs the last group of three is still to come.
    let open = end
    for (let pairs = end - at <= 2; text.charCodeAt(open) === comma; ) {
      const group = digitsEnd(text, open + 1) - open - 1
      if (group === 3) {
        open += 4
        end = open
        pairs = false
      } else if (group === 2 && pairs) open += 3
      else break
    }
  }
  const c = text.charCodeAt(end)
  if ((c === POINT || c === WIDE_POINT) && classAt(text, end + 1) === DIGIT) end = digitsEnd(text, end + 1)
  return end
}

/** End of the word that begins at `at`; an apostrophe counts between letters. */
function wordEnd(text: string, at: number): number {
  let i = at + 1
  for (;;) {
    while (classAt(text, i) === LETTER) i++
    const c = text.charCodeAt(i)
    if ((c !== 39 && c !== 0x2019) || classAt(text, i + 1) !== LETTER) return i
    i++
  }
}

/** End of an address whose scheme or "www" ends at `at`, or -1 where there is none. */
function linkEnd(text: string, at: number): number {
  const isScheme =
    text.charCodeAt(at) === COLON && text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 47
  const isHost = text.charCodeAt(at) === POINT && text.slice(at - 3, at).toLowerCase() === 'www'
  if (!isScheme && !isHost) return -1
  let i = at + 1
  for (; i < text.length; i++) {
    const kind = classAt(text, i)
    const c = text.charCodeAt(i)
    if (kind === SPACE || kind === BREAK || kind === HAN || c === 60 || c === 62 || c === 41 || c === 34)
      break
  }
  return i
}

/** Cuts a text into tokens in one pass. */
export function tokenize(text: string): Tokens {
  const tokens = new Tokens(text)
  let i = 0
  while (i < text.length) {
    const start = i
    switch (classAt(text, i)) {
      case SPACE:
        i++
        break
      case LETTER: {
        i = wordEnd(text, i)
        const c = text.charCodeAt(i)
        const end = c === COLON || c === POINT ? linkEnd(text, i) : -1
        if (end > 0) i = end
        tokens.push(end > 0 ? LINK : WORD, start, i)
        break
      }
      case DIGIT:
        i = numberEnd(text, i)
        tokens.push(NUMBER, start, i)
        break
      case HAN:
        tokens.push(HAN_CHAR, start, ++i)
        tokens.hasHan = true
        break
      case BREAK:
        tokens.push(LINE, start, ++i)
        break
      case SYMBOL:
        tokens.push(MARK, start, ++i)
        break
    }
  }
  return tokens
}
