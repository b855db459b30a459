import type { Language } from './digest.ts'

/** A Chinese character says about as much as this many Latin letters. */
const LETTERS_PER_HAN = 3

const HAN = /\p{Script=Han}/gu
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const LATIN = /\p{Script=Latin}/gu
const OTHER_LETTER =
  /[^\P{L}\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** Enough of a text to tell its script by; a longer one is not read further. */
const SAMPLE_LENGTH = 2_000

/**
 * The language of a text by its script alone, enough to choose the rules for its quantities: Han without kana or
 * hangul is Chinese, Latin is taken for English, and anything else, or no letter at all, is 'other'.
 */
export function languageOf(text: string): Language {
  const sample = text.slice(0, SAMPLE_LENGTH)
  const latin = count(sample, LATIN)
  const han = count(sample, HAN) * LETTERS_PER_HAN
  const kanaOrHangul = count(sample, KANA_OR_HANGUL) * LETTERS_PER_HAN
  const other = count(sample, OTHER_LETTER)
  const most = Math.max(latin, han, kanaOrHangul, other)
  if (most === 0) return 'other'
  // Japanese writes Han and kana together: a tenth of kana is enough to know it.
  if (han === most) return kanaOrHangul * 10 > han ? 'other' : 'zh'
  return latin === most ? 'en' : 'other'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
