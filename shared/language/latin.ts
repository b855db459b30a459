import { LATIN_LANGUAGES, type LatinLanguage, WORD_WEIGHTS } from './function-words.ts'

/** Latin letters with and without marks; an apostrophe parts "l'action" as it does "it's". */
const WORD = /[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]+/g

/** Small words inside names, which say nothing of the text around them: "Banco de Chile", "Ursula von der Leyen". */
const IN_NAMES = new Set('de la del di da do dos du le les el los las van von'.split(' '))

/** "Relevé", "für", "año" in small letters; English borrows few such words. */
const MARKED = /^[a-z]*[ß-öø-ɏḀ-ỿ]/
/** "3,5 %", "12,80": a comma before decimals, which English has before three digits alone. */
const DECIMAL_COMMA = /\d,\d{1,2}(?![\d,])/
const COMMA_WEIGHT = 2

/** By so much the words of another language must outweigh those of English, which short texts hardly have any of. */
const LEAST_MORE = 2

/** A text with so many words in small letters, one of them marked and none known here, is in an unknown language. */
const LEAST_UNKNOWN = 10

/**
 * The language of a text in Latin letters by the small words that it has: the one that most of them belong to, English
 * where another is not clearly ahead, as in "Revenue: $5.2bn, up 3%".
 * @param times how many times the words of English another language has to have
 * @returns undefined for a text whose words are of no language that is known here
 */
export function latinLanguageOf(text: string, times = 1): LatinLanguage | undefined {
  const sums = new Int32Array(LATIN_LANGUAGES.length)
  const words = text.match(WORD) ?? []
  let small = 0
  let foreign = DECIMAL_COMMA.test(text) ? COMMA_WEIGHT : 0
  for (const [i, word] of words.entries()) {
    if (!isCapital(word)) small++
    const weight = WORD_WEIGHTS.get(word.toLowerCase())
    if (weight === undefined) {
      if (MARKED.test(word)) foreign++
      continue
    }
    // English titles are written in capitals; what stands in a name is no word of another language.
    const counted = isOfName(words, i) ? 1 : sums.length
    for (let l = 0; l < counted; l++) sums[l] = (sums[l] as number) + (weight[l] as number)
  }
  const english = sums[0] as number
  const most = Math.max(...sums)
  if (most === 0 && foreign > 0 && small >= LEAST_UNKNOWN) return undefined
  const other = Math.max(...sums.subarray(1))
  if (other + foreign < Math.max(english + LEAST_MORE, english * times)) return 'en'
  return other === 0 ? undefined : LATIN_LANGUAGES[1 + sums.subarray(1).indexOf(other)]
}

const isCapital = (word: string | undefined): boolean =>
  word !== undefined && word[0] !== word[0]?.toLowerCase()

/** "El Niño", "Los Angeles", "Banco de Chile". */
function isOfName(words: readonly string[], i: number): boolean {
  const word = words[i] as string
  if (!isCapital(words[i + 1]) || !IN_NAMES.has(word.toLowerCase())) return false
  return isCapital(word) || isCapital(words[i - 1])
}
