import type { Language } from '../model/digest.ts'
import { ENGLISH } from './en/sentences.ts'
import type { Pack } from './pack.ts'
import { CHINESE } from './zh/sentences.ts'

/** The languages that quantities are read in. A text in any other gives none. */
export const PACKS: Readonly<Record<Exclude<Language, 'other'>, Pack>> = {
  en: ENGLISH,
  zh: CHINESE,
}
