import type { Language } from '../model/digest.ts'

const SCRIPTS = ['latin', 'han', 'kana', 'other'] as const
type Script = (typeof SCRIPTS)[number]

/**
 * The letters of each script as ranges of UTF-16 code units, in rising order; units outside are no letters.
 * @see https://www.unicode.org/Public/UNIDATA/Blocks.txt
 */
const SCRIPT_RANGES: readonly (readonly [first: number, last: number, script: Script])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xc0, 0x24f, 'latin'],
  [0x370, 0x10ff, 'other'],
  [0x1100, 0x11ff, 'kana'],
  [0x1200, 0x1dff, 'other'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'other'],
  [0x3041, 0x30fa, 'kana'],
  [0x3105, 0x318f, 'kana'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xa000, 0xabff, 'other'],
  [0xac00, 0xd7af, 'kana'],
  // High surrogates of planes 2 and 3, where the rare Han characters are.
  [0xd840, 0xd8bf, 'han'],
  [0xf900, 0xfaff, 'han'],
]

/** The script of every UTF-16 code unit, as its place in SCRIPTS from 1; 0 for what is no letter. */
const SCRIPT_OF_UNIT = new Uint8Array(0x10000)
for (const [first, last, script] of SCRIPT_RANGES)
  SCRIPT_OF_UNIT.fill(1 + SCRIPTS.indexOf(script), first, last + 1)

/** Most texts: their letters are Latin, and need not be counted. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const ASCII = /^[\x00-\x7f]*$/

/** How much one letter says: a Han character, a kana or a hangul syllable about as much as three Latin letters. */
const WEIGHTS: Readonly<Record<Script, number>> = { latin: 1, han: 3, kana: 3, other: 1 }

/** Enough of a text to tell its script by; a longer one is not read further. */
const SAMPLE_LENGTH = 400

/**
 * The language of a text by its script alone, enough to choose the rules for its quantities: Han without kana or
 * hangul is Chinese, Latin is taken for English, anything else is 'other'; null for a text without letters.
 */
export function languageOf(text: string): Language | null {
  const sample = text.slice(0, SAMPLE_LENGTH)
  if (ASCII.test(sample)) return /[a-z]/i.test(sample) ? 'en' : null
  const letters = [0, 0, 0, 0, 0]
  for (let i = 0; i < sample.length; i++) {
    const script = SCRIPT_OF_UNIT[sample.charCodeAt(i)] as number
    letters[script] = (letters[script] as number) + 1
  }
  const [latin = 0, han = 0, kana = 0, other = 0] = SCRIPTS.map(
    (script, i) => (letters[1 + i] as number) * WEIGHTS[script],
  )
  const most = Math.max(latin, han, kana, other)
  if (most === 0) return null
  // Japanese writes Han and kana together: a tenth of kana is enough to know it.
  if (han === most) return kana * 10 > han ? 'other' : 'zh'
  return latin === most ? 'en' : 'other'
}

/** The language that most of the text is in, each text with its length. */
export function mainLanguage(texts: Iterable<{ text: string; language: Language | null }>): Language {
  const lengths: Record<Language, number> = { en: 0, zh: 0, other: 0 }
  for (const { text, language } of texts) {
    if (language) lengths[language] += text.length * (language === 'zh' ? WEIGHTS.han : 1)
  }
  if (lengths.zh > lengths.en) return lengths.zh >= lengths.other ? 'zh' : 'other'
  return lengths.en > 0 && lengths.en >= lengths.other ? 'en' : 'other'
}
