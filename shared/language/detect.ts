import { LANGUAGES, type Language } from '../model/digest.ts'
import { isJapanese, variantOfChinese } from './chinese.ts'
import { latinLanguageOf } from './latin.ts'
import { SCRIPTS, type Script, scriptCounts } from './scripts.ts'

/** What language a text is in, as far as its readers go, and more closely where that is known. */
export interface Detected {
  language: Language
  /** Tag of BCP 47 where it says more: "zh-Hant", or of an `other` language "de", "ja", "und-Cyrl". */
  variant: string | null
}

/** How much one letter says: a Han character, a kana or a hangul syllable about as much as three Latin letters. */
const WEIGHTS: Readonly<Record<Script, number>> = {
  ...{ latin: 1, han: 3, kana: 3, hangul: 3 },
  ...{ greek: 1, cyrillic: 1, hebrew: 1, arabic: 1, devanagari: 1, thai: 1, other: 1 },
}

/** Languages and scripts that are told by their letters alone. */
const VARIANTS: Readonly<Record<Exclude<Script, 'latin' | 'han'>, string>> = {
  kana: 'ja',
  hangul: 'ko',
  greek: 'el',
  cyrillic: 'und-Cyrl',
  hebrew: 'he',
  arabic: 'und-Arab',
  devanagari: 'und-Deva',
  thai: 'th',
  other: 'und',
}

/** Japanese writes Han and kana together: a tenth of kana is enough to know it. */
const KANA_IN_HAN = 10

/** Enough of a text to tell its language by; a longer one is not read further. */
const SAMPLE_LENGTH = 400

/** A paragraph of English that quotes another language is English: what it quotes is told by the sentence. */
const TIMES_ENGLISH = 3

/**
 * The language of a text, by the script that says most of it and in Latin letters by its small words.
 * @returns null for a text without letters
 */
export function detectLanguage(text: string): Detected | null {
  const sample = text.slice(0, SAMPLE_LENGTH)
  const counts = scriptCounts(sample)
  let script: Script | null = null
  let most = 0
  for (const one of SCRIPTS) {
    if (counts[one] * WEIGHTS[one] > most) {
      most = counts[one] * WEIGHTS[one]
      script = one
    }
  }
  if (script === null) return null
  if (script === 'latin') return detectedLatin(sample)
  if (script !== 'han') return { language: 'other', variant: VARIANTS[script] }
  for (const mixed of ['kana', 'hangul'] as const)
    if (counts[mixed] * KANA_IN_HAN > counts.han) return { language: 'other', variant: VARIANTS[mixed] }
  if (isJapanese(sample)) return { language: 'other', variant: 'ja' }
  return { language: 'zh', variant: variantOfChinese(sample) }
}

function detectedLatin(text: string): Detected {
  const found = latinLanguageOf(text, TIMES_ENGLISH)
  const language = LANGUAGES.find((known) => known === found)
  return language ? { language, variant: null } : { language: 'other', variant: found ?? 'und-Latn' }
}

/** Whether a sentence in Latin letters is in another language than English. */
export const isForeign = (sentence: string): boolean => latinLanguageOf(sentence) !== 'en'

/** The language that most of the texts are in, by their length, and the variant that most of those are. */
export function mainLanguage(texts: Iterable<{ text: string; detected: Detected | null }>): Detected {
  const lengths = new Map<string, { length: number; detected: Detected }>()
  for (const { text, detected } of texts) {
    if (detected === null) continue
    const length = text.length * (detected.language === 'zh' ? WEIGHTS.han : 1)
    const key = `${detected.language} ${detected.variant}`
    const sum = (lengths.get(key)?.length ?? 0) + length
    lengths.set(key, { length: sum, detected })
  }
  const all = [...lengths.values()].sort((a, b) => b.length - a.length)
  const lengthIn = (language: Language) =>
    all.reduce((sum, { length, detected }) => sum + (detected.language === language ? length : 0), 0)
  const most = Math.max(...LANGUAGES.map(lengthIn))
  const language = (most > 0 && LANGUAGES.find((one) => lengthIn(one) === most)) || 'other'
  return all.find(({ detected }) => detected.language === language)?.detected ?? { language, variant: null }
}
