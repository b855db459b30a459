/** Kinds of token. A number is digits with grouping commas and a decimal point; a word is letters and apostrophes. */
export const WORD = 1
export const NUMBER = 2
export const SYMBOL = 3
export const BREAK = 4

/** A text cut into tokens; white space lies between them, and a line break is a token of its own. */
export class Tokens {
  readonly text: string
  readonly kind: number[] = []
  readonly start: number[] = []
  readonly end: number[] = []

  constructor(text: string) {
    this.text = text
  }

  get length(): number {
    return this.kind.length
  }

  /** The token in lower case with straight apostrophes; '' outside the text. */
  word(i: number): string {
    if (i < 0 || i >= this.length) return ''
    return this.raw(i).toLowerCase().replaceAll('’', "'")
  }

  /** The token as it stands; '' outside the text. */
  raw(i: number): string {
    return i < 0 || i >= this.length ? '' : this.text.slice(this.start[i], this.end[i])
  }

  is(i: number, kind: number): boolean {
    return this.kind[i] === kind
  }

  /** No white space between this token and the one before. */
  touches(i: number): boolean {
    return i > 0 && i < this.length && this.start[i] === this.end[i - 1]
  }

  push(kind: number, start: number, end: number): void {
    this.kind.push(kind)
    this.start.push(start)
    this.end.push(end)
  }
}

const isDigit = (c: number) => c >= 48 && c <= 57
const isAsciiLetter = (c: number) => (c >= 65 && c <= 90) || (c >= 97 && c <= 122)
const isSpace = (c: number) =>
  c === 32 || c === 9 || c === 0xa0 || (c >= 0x2000 && c <= 0x200b) || c === 0x3000
/** Letters beyond ASCII as far as number and unit words need them: Latin, Greek and Cyrillic. */
const isLetter = (c: number) =>
  isAsciiLetter(c) ||
  (c >= 0xc0 && c <= 0x52f && c !== 0xd7 && c !== 0xf7) ||
  c === 0xb5 ||
  (c >= 0x1e00 && c <= 0x1eff)

/** Width of the digits at `at` with their grouping ("1,234,567") and decimal part, 0 where there is none. */
function numberWidth(text: string, at: number): number {
  let i = at
  while (isDigit(text.charCodeAt(i))) i++
  if (i === at) return 0
  while (text.charCodeAt(i) === 44 && group(text, i + 1)) i += 4
  if (text.charCodeAt(i) === 46 && isDigit(text.charCodeAt(i + 1))) {
    i += 2
    while (isDigit(text.charCodeAt(i))) i++
  }
  return i - at
}

/** Exactly three digits stand at `at`. */
function group(text: string, at: number): boolean {
  return (
    isDigit(text.charCodeAt(at)) &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    !isDigit(text.charCodeAt(at + 3))
  )
}

export function tokenize(text: string): Tokens {
  const tokens = new Tokens(text)
  let i = 0
  while (i < text.length) {
    const c = text.charCodeAt(i)
    if (isSpace(c)) {
      i++
    } else if (isLetter(c)) {
      const start = i++
      for (; i < text.length; i++) {
        const d = text.charCodeAt(i)
        if (isLetter(d)) continue
        if ((d === 39 || d === 0x2019) && isLetter(text.charCodeAt(i + 1))) continue
        break
      }
      tokens.push(WORD, start, i)
    } else if (isDigit(c)) {
      const width = numberWidth(text, i)
      tokens.push(NUMBER, i, i + width)
      i += width
    } else if (c === 10 || c === 13) {
      tokens.push(BREAK, i, i + 1)
      i++
    } else {
      tokens.push(SYMBOL, i, i + 1)
      i++
    }
  }
  return tokens
}
