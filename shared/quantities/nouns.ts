import { isNumberWord } from './numbers-en.ts'
import { type Tokens, WORD } from './tokens.ts'

/** Plurals that no rule gives, with their singular. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    people: 'person',
    persons: 'person',
    men: 'man',
    women: 'woman',
    children: 'child',
    lives: 'life',
    wives: 'wife',
    knives: 'knife',
    halves: 'half',
    wolves: 'wolf',
    shelves: 'shelf',
    thieves: 'thief',
    feet: 'foot',
    teeth: 'tooth',
    mice: 'mouse',
    geese: 'goose',
    criteria: 'criterion',
    policemen: 'policeman',
    policewomen: 'policewoman',
    fishermen: 'fisherman',
    servicemen: 'serviceman',
    businessmen: 'businessman',
    gunmen: 'gunman',
    firemen: 'fireman',
    crewmen: 'crewman',
    lawmen: 'lawman',
    grandchildren: 'grandchild',
    schoolchildren: 'schoolchild',
    movies: 'movie',
    cookies: 'cookie',
    calories: 'calorie',
    ties: 'tie',
    analyses: 'analysis',
    crises: 'crisis',
    theses: 'thesis',
    buses: 'bus',
    gases: 'gas',
    viruses: 'virus',
    campuses: 'campus',
    bonuses: 'bonus',
    statuses: 'status',
    series: 'series',
    species: 'species',
    aircraft: 'aircraft',
    staff: 'staff',
    personnel: 'personnel',
    troops: 'troop',
    police: 'police',
    cattle: 'cattle',
    sheep: 'sheep',
    fish: 'fish',
    youth: 'youth',
    crew: 'crew',
    media: 'media',
    data: 'data',
    headquarters: 'headquarters',
    means: 'means',
    offspring: 'offspring',
    folk: 'folk',
    spacecraft: 'spacecraft',
    pairs: 'pair',
    faculty: 'faculty',
    clergy: 'clergy',
  }),
)

/** Words that end in -s and are no plurals. */
const SINGULAR_S: ReadonlySet<string> = new Set(
  (
    'gas bus plus less this its his as is was has does news always perhaps across besides towards afterwards overseas ' +
    'yes us thus various previous serious famous business process access success congress progress express press class ' +
    'glass mass loss boss cross address stress wireless campus virus bonus status census focus consensus ' +
    'politics economics physics mathematics athletics analysis crisis basis thesis diabetes texas kansas arkansas ' +
    'illinois paris dallas christmas sometimes nowadays otherwise whereas unless minus versus says goes gets makes takes ' +
    'remains becomes includes means shows comes gives needs wants seems stands sits leaves lies proves puts keeps brings ' +
    'helps requires allows provides tells asks begins continues happens loses knows thinks believes follows exists ' +
    ' belongs appears suggests'
  ).split(' '),
)

/** The singular of an English noun in lower case. */
export function singular(noun: string): string {
  const irregular = IRREGULAR.get(noun)
  if (irregular !== undefined) return irregular
  if (noun.length < 3 || /(?:ss|us|is)$/.test(noun) || SINGULAR_S.has(noun)) return noun
  if (noun.endsWith('ies') && noun.length > 4) return `${noun.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss|zz)es$/.test(noun) || /(?:hero|potato|tomato|echo|volcano)es$/.test(noun))
    return noun.slice(0, -2)
  return noun.endsWith('s') ? noun.slice(0, -1) : noun
}

/** The word, in lower case, looks like a plural noun. */
export function isPlural(word: string): boolean {
  if (IRREGULAR.has(word)) return true
  const last = word.length - 1
  if (last < 2 || word.charCodeAt(last) !== 115 || SINGULAR_S.has(word)) return false
  return !/(?:ss|us|is|'s)$/.test(word) || /(?:menus|gurus|skis|taxis|emus)$/.test(word)
}

/** Words that end a noun phrase: they belong to what follows. */
const STOPS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those each every some any all both either neither such another ' +
    'of in on at to for from by with as than and or but nor so if while because since until till ' +
    'into onto over under after before during within without about against between among per via through across ' +
    'amid around near despite except including excluding following regarding beyond behind below above along off out up ' +
    'down upon versus vs plus minus ' +
    'is are was were be been being am has have had having do does did done will would can could may might must shall should ' +
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't can't couldn't wouldn't " +
    'he she it they we you i who whom which whose what when where why how there here then thereby ' +
    'his her its their our your my him them us me himself themselves ' +
    'not no never yet still already also only even just again too very much ' +
    'said says say saying told tell tells ago later earlier apart away respectively alone together instead ' +
    'more less fewer most least last next now today yesterday tomorrow tonight annually daily weekly monthly yearly ' +
    'went go goes going gone came come comes coming got get gets took take takes made make makes gave give gives ' +
    'left stood sat lay fell rose grew died live lived remain remained stay stayed voted vote see saw seen ' +
    'wide tall high deep long thick old worldwide nationwide overall'
  ).split(' '),
)

/** Singular nouns that name what a number in front of them counts: "12 page document", "11 member group". */
const COUNTED_SINGULARS: ReadonlySet<string> = new Set(
  (
    'page member seat bed bedroom room person man woman game course story storey part point step star car door word ' +
    'player team nation country state vote job goal speed lane floor unit track hole inning round lap stop passenger ' +
    'strong employee city item volume piece set pack panel camera core cylinder gear county district bank yard set run ' +
    'shot win loss time category mission seater child patient student count day'
  ).split(' '),
)

/** Longest noun phrase that is looked at, in words. */
const LONGEST = 6

export interface NounAt {
  /** The head noun in the singular, lower case. */
  head: string
  /** Index of the first token of the phrase, of its head, and behind it. */
  first: number
  last: number
  next: number
}

/**
 * The counted noun behind a number. Its head is the last of the first run of plurals ("11 higher education
 * institutions" → institution); behind "one" the last word before the phrase ends; behind others also a singular that
 * is counted in front of another noun ("12 page document" → page).
 */
export function nounAt(tokens: Tokens, i: number, isOne: boolean): NounAt | null {
  let first = tokens.word(i) === '-' && tokens.touches(i) ? i + 1 : i
  if (DEGREES.has(tokens.word(first)) && isNounWord(tokens, first + 1)) first++
  let last = -1
  let end = first
  for (let words = 0; words < LONGEST && isNounWord(tokens, end); words++) {
    if (isPlural(stem(tokens.word(end)))) {
      if (isOne) break
      last = end
      if (!isCompound(tokens, end)) break
    }
    const hyphen = tokens.word(end + 1) === '-' && tokens.touches(end + 1) && tokens.touches(end + 2)
    end += hyphen || isPair(tokens, end) ? 2 : 1
  }
  if (isOne && end > first) last = lastOfSingular(tokens, first, end)
  if (last < 0 && COUNTED_SINGULARS.has(tokens.word(first))) last = first
  if (last < 0) return null
  return { head: singular(stem(tokens.word(last))), first, last, next: last + 1 }
}

/** Word `k` may stand in a noun phrase. */
const isNounWord = (tokens: Tokens, k: number): boolean =>
  tokens.kind(k) === WORD && !STOPS.has(tokens.word(k)) && !isNumberWord(tokens.word(k))

/** The plural at `k` only qualifies the plural behind it: "sports cars", not "fouls proves" or "6.5 times earnings". */
const isCompound = (tokens: Tokens, k: number): boolean =>
  tokens.word(k) !== 'times' && isNounWord(tokens, k + 1) && isPlural(stem(tokens.word(k + 1)))

/** "digital and physical sales": two words that share the noun behind them stand around `k + 1`. */
const isPair = (tokens: Tokens, k: number): boolean =>
  tokens.word(k + 1) === 'and' &&
  isNounWord(tokens, k) &&
  isNounWord(tokens, k + 2) &&
  !isPlural(stem(tokens.word(k)))

/** Words of degree between a number and its noun: "eight more picks", "the 20 most expensive restaurants". */
const DEGREES: ReadonlySet<string> = new Set(['more', 'most', 'less', 'least', 'fewer', 'such', 'very'])

/** "one more thing", "one man to balance": the last word before a verb or a stop, at most three words on. */
function lastOfSingular(tokens: Tokens, first: number, end: number): number {
  let last = first
  while (
    last + 1 < end &&
    last - first < 2 &&
    !/(?:ed|ing|ly)$/.test(tokens.word(last + 1)) &&
    tokens.word(last + 1) !== '-'
  )
    last++
  return last
}

/** A possessive without its ending. */
const stem = (word: string): string => (word.includes("'") ? word.replace(/'s?$/, '') : word)

/** Words that may stand between "of" and the noun that a number selects from: "two of the three suspects". */
const SELECTING: ReadonlySet<string> = new Set(
  'the these those this his her its their our your my all such'.split(' '),
)

/** "of the deputies", "of the most spectacular catches": what a number selects from. */
export function selectedNounAt(tokens: Tokens, i: number): NounAt | null {
  if (tokens.word(i) !== 'of') return null
  let k = i + 1
  while (SELECTING.has(tokens.word(k)) || /^(?:most|more|best|very)$/.test(tokens.word(k))) k++
  return nounAt(tokens, k, false)
}

/** Words that may not be a unit of what is sold or shared "per X" and "a X". */
export const isStop = (word: string): boolean => STOPS.has(word)
