import type { Language } from '../model/digest.ts'
import type { Quantity } from '../model/fact.ts'
import { joinCompounds } from './compounds.ts'
import { PACKS } from './languages.ts'
import { inOwnCurrency } from './minor-units.ts'
import type { Pack, Reading } from './pack.ts'
import { sentenceAt } from './sentences.ts'
import { tokenize } from './tokens.ts'

export interface FindOptions {
  /** Of the text, where known; in a language without a pack nothing is read. */
  language?: Language
  /** ISO 4217 code of the 元 that the texts around this one tell of, for one that does not say which it means. */
  yuan?: string
}

/** What a stop may stand behind in any language. */
const ABBREVIATIONS = new Set(Object.values(PACKS).flatMap(({ abbreviations }) => [...abbreviations]))

/** The quantities of a text, ordered by start, non-overlapping. */
export function findQuantities(text: string, options: FindOptions = {}): Quantity[] {
  const { language = 'en', yuan } = options
  if (language === 'other') return []
  const tokens = tokenize(text)
  const reading: Reading = { tokens, yuan, found: [], carried: null }
  for (let at = 0; at < tokens.length; ) {
    const { end, script } = sentenceAt(tokens, at, ABBREVIATIONS)
    const read = packFor(script, PACKS[language]).read(reading, at, end)
    at = Math.max(end, read)
  }
  return inOwnCurrency(joinCompounds(text, reading.found))
}

/** The pack of the text's language, or for a sentence in another script the first pack in that. */
function packFor(script: Pack['script'], own: Pack): Pack {
  if (own.script === script) return own
  return Object.values(PACKS).find((pack) => pack.script === script) ?? own
}
