import { BREAK, SYMBOL, type Tokens, WORD } from './tokens.ts'

const IRREGULAR: Record<string, string> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  lives: 'life',
  wives: 'wife',
  feet: 'foot',
  teeth: 'tooth',
  mice: 'mouse',
  series: 'series',
  species: 'species',
  businesses: 'business',
  buses: 'bus',
  viruses: 'virus',
  criteria: 'criterion',
  policemen: 'policeman',
  fishermen: 'fisherman',
  movies: 'movie',
  cookies: 'cookie',
  houses: 'house',
  cases: 'case',
  nurses: 'nurse',
  purchases: 'purchase',
  databases: 'database',
  courses: 'course',
  horses: 'horse',
  increases: 'increase',
  releases: 'release',
  purposes: 'purpose',
  licenses: 'license',
  exercises: 'exercise',
  vehicles: 'vehicle',
  analyses: 'analysis',
  expenses: 'expense',
  defenses: 'defense',
  warehouses: 'warehouse',
  franchises: 'franchise',
  enterprises: 'enterprise',
  phrases: 'phrase',
  phases: 'phase',
  leases: 'lease',
  diseases: 'disease',
  responses: 'response',
  causes: 'cause',
  halves: 'half',
  knives: 'knife',
  wolves: 'wolf',
  leaves: 'leaf',
  shelves: 'shelf',
  thieves: 'thief',
}

/** The singular of an English noun in lower case. */
export function singular(noun: string): string {
  if (Object.hasOwn(IRREGULAR, noun)) return IRREGULAR[noun] as string
  if (noun.length < 4 || /(?:ss|us|is)$/.test(noun)) return noun
  if (noun.endsWith('ies') && noun.length > 4) return `${noun.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss|z|s)es$/.test(noun)) return noun.slice(0, -2)
  return noun.endsWith('s') ? noun.slice(0, -1) : noun
}

const isPlural = (word: string): boolean =>
  Object.hasOwn(IRREGULAR, word) || (word.length > 3 && /[^siu]s$|[aeo]es$/.test(word))

/** Words that end a noun phrase: they belong to what follows. */
const STOPS = new Set(
  (
    'a an the this that these those of in on at to for from by with as than and or but nor so if while because until since ' +
    'into onto over under after before during within without about against between among per via through across amid ' +
    'is are was were be been being am has have had do does did will would can could may might must shall should ' +
    'he she it they we you i who whom which whose what when where why how not no ' +
    'said says say told tells ago later earlier apart away each respectively alone more less fewer last next out up down off ' +
    'his her its their our your my him them us there here then now just also only even still yet already'
  ).split(' '),
)

/** Longest noun phrase that is looked at, in words. */
const LONGEST = 6

/**
 * The counted noun behind a number: its head in the singular and the token behind it. The head is the last plural of
 * the first run of plurals ("11 higher education institutions" → institution), or for 'one' the last word before a stop.
 */
export function headNoun(tokens: Tokens, i: number, isOne: boolean): { head: string; next: number } | null {
  let last = -1
  for (let k = i, words = 0; words < LONGEST; words++) {
    if (!tokens.is(k, WORD)) break
    const word = tokens.word(k)
    if (STOPS.has(word)) break
    if (isPlural(word)) {
      last = k
      if (!isPlural(tokens.word(k + 1))) break
    } else if (isOne) {
      last = k
    }
    k++
    while (
      tokens.is(k, SYMBOL) &&
      tokens.word(k) === '-' &&
      tokens.is(k + 1, WORD) &&
      !tokens.is(k + 1, BREAK)
    )
      k += 2
  }
  return last < 0 ? null : { head: singular(nounWord(tokens.word(last))), next: last + 1 }
}

/** A possessive counts without its ending. */
const nounWord = (word: string): string => word.replace(/'s?$/, '')

/** Head nouns of phrases that count patients. */
export const PATIENT_NOUNS = new Set(['patient', 'patients'])
