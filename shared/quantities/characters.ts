/** Classes of UTF-16 code units, as far as quantities need to tell them apart. */
export const SYMBOL = 0
export const SPACE = 1
export const BREAK = 2
export const LETTER = 3
export const DIGIT = 4
export const HAN = 5

/** Ranges of code units, inclusive, with their class; all others are symbols. */
const RANGES = [
  [0x09, 0x09, SPACE],
  [0x0a, 0x0d, BREAK],
  [0x20, 0x20, SPACE],
  [0xa0, 0xa0, SPACE],
  [0x2000, 0x200b, SPACE],
  [0x202f, 0x202f, SPACE],
  [0x3000, 0x3000, SPACE],
  [0xfeff, 0xfeff, SPACE],
  [0x2028, 0x2029, BREAK],
  [0x30, 0x39, DIGIT],
  [0xff10, 0xff19, DIGIT],
  [0x41, 0x5a, LETTER],
  [0x61, 0x7a, LETTER],
  [0xb5, 0xb5, LETTER],
  [0xc0, 0xd6, LETTER],
  [0xd8, 0xf6, LETTER],
  [0xf8, 0x52f, LETTER],
  [0x1e00, 0x1fff, LETTER],
  [0xff21, 0xff3a, LETTER],
  [0xff41, 0xff5a, LETTER],
  [0x3007, 0x3007, HAN],
  [0x3400, 0x9fff, HAN],
  [0xf900, 0xfaff, HAN],
] as const

const CLASSES = new Uint8Array(0x10000)
for (const [from, to, kind] of RANGES) CLASSES.fill(kind, from, to + 1)

/** Class of the code unit at `at`; past the end of the text it is a break. */
export function classAt(text: string, at: number): number {
  return at < text.length ? (CLASSES[text.charCodeAt(at)] as number) : BREAK
}

/** No code unit below this has another plain form. */
const FIRST_UNPLAIN = 0x3bc

/** Full-width forms ("３．５％") and typographic signs in their plain ASCII form, code unit by code unit. */
export function plain(text: string): string {
  let i = 0
  while (i < text.length && text.charCodeAt(i) < FIRST_UNPLAIN) i++
  if (i === text.length) return text
  let out = text.slice(0, i)
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c >= 0xff01 && c <= 0xff5e) out += String.fromCharCode(c - 0xfee0)
    else if (c === 0x2019 || c === 0x2018) out += "'"
    else if (c >= 0x2010 && c <= 0x2015) out += '-'
    else if (c === 0x2212) out += '-'
    else if (c === 0x03bc) out += 'µ'
    else out += text[i]
  }
  return out
}
