import { NUMBER, type Tokens, WORD } from '../../quantities/tokens.ts'
import type { Mention } from '../chunk.ts'
import { type Known, type KnownNames, plainName } from '../names.ts'
import { latinKey, latinPlaces, meant, type Place } from '../places.ts'
import { ANYBODY, AUXILIARY, MEASURES, SAY, TITLES, VERB, VERB_OR_NOUN, wordClass } from './lexicon.ts'

/** Longest name that tables hold, in tokens. */
const LONGEST = 6

/** What is known of names while an item is read. */
export class Names {
  readonly known: KnownNames
  /** Places that the item has named: they tell which of several a name means. */
  readonly places = new Set<Place>()

  readonly #text: string
  #capitals: Set<string> | undefined

  /** `text` is the item with what stands above it: what has a capital in the midst of it is a name. */
  constructor(known: KnownNames, text: string) {
    this.known = known
    this.#text = text
  }

  /** The word, as it stands, has a capital in the midst of a sentence as well. */
  isNamedElsewhere(word: string): boolean {
    this.#capitals ??= new Set(this.#text.match(/(?<=[a-z,] )[A-Z][A-Za-z]+/g))
    return this.#capitals.has(word)
  }

  /** A word, in lower case, that tables have as a name by itself. */
  isKnown(word: string): boolean {
    return this.known.latin.has(word) || latinPlaces(word) !== undefined
  }
}

/** The names in the noun phrase of tokens `from` to `to`, in order; `isStart` where a sentence begins with it. */
export function namesIn(tokens: Tokens, from: number, to: number, names: Names, isStart: boolean): Mention[] {
  const found: Mention[] = []
  let i = from
  while (i < to) {
    if (tokens.kind(i) !== WORD) {
      i++
      continue
    }
    const table = inTables(tokens, i, to, names)
    const run = tokens.isCapital(i) ? capitalsEnd(tokens, i, to) : i
    if (
      table !== null &&
      (table.end >= run || isOpen(tokens, table.end) || endsIn(tokens, table, to, names))
    ) {
      found.push(table.mention)
      if (table.mention.place !== null) names.places.add(table.mention.place)
      i = table.end
      continue
    }
    if (run > i) {
      const first = titlesEnd(tokens, i, run)
      const inner = innerName(tokens, first, run, to, names)
      if (inner !== null) {
        found.push(inner.mention)
        if (inner.mention.place !== null) names.places.add(inner.mention.place)
        i = Math.max(run, inner.end)
        continue
      }
      const isCommon =
        run - first === 1 &&
        wordClass(tokens.word(first).replace(/['’]s?$/, '')) !== 0 &&
        !/[A-Z\d]/.test(tokens.raw(first).slice(1))
      if (!isCommon && !isWordAtStart(tokens, first, run, from, to, isStart, names)) {
        const mention = named(tokens, first, run, names)
        if (!NO_OWNERS.test(mention.name)) found.push(mention)
      }
      i = run
      continue
    }
    i++
  }
  return found
}

/** Diseases, measures and titles that are written in capitals. */
const NO_OWNERS =
  /^(?:covid(?:-?19)?|coronavirus|sars|mers|hiv|aids|ebola|omicron|delta|cpi|ppi|gdp|gnp|pmi|ipo|ceo|cfo|eps|ebitda|esg|ev|evs|ai|pcr|icu|dna|rna|atm|atms|mri|faq|etf|etfs|esports|brexit|christmas|easter|ramadan|thanksgiving|olympics|budget|internet|web|q[1-4]|h[12]|fy\d*|prs?|pms?|mps?|phd|nhs|lng|lpg|co2|pm2\.5|usd|cny|eur|gbp|jpy|rmb|govt|government|yoy|qoq|mom|ytd|ebit|market wrap|markets?|economy|news|update|sports|business|politics|technology|science|health|world news|i)$/i

/**
 * A table's name at the head of capitals is a name by itself where titles, another table's name or the words of its
 * government follow: "US President Donald Trump", "Japan Nikkei 225", "Singapore Govt". "Singapore Airlines" and "Wuhan
 * Union Hospital" are other names.
 */
const endsIn = (tokens: Tokens, table: InTable, to: number, names: Names): boolean =>
  table.mention.sort === 'place' &&
  (TITLES.has(tokens.word(table.end)) ||
    /^(?:govt|government|covid|coronavirus|ev|gdp|cpi|ppi|pmi)$/.test(tokens.word(table.end)) ||
    inTables(tokens, table.end, to, names) !== null)

/** A table's name that a run of capitals ends in: "BUSINESS CLOSE FTSE", "New UK". */
function innerName(tokens: Tokens, first: number, run: number, to: number, names: Names): InTable | null {
  for (let k = first + 1; k < run; k++) {
    if (!tokens.isCapital(k)) continue
    const table = inTables(tokens, k, to, names)
    if (table === null || table.end < run) continue
    if (table.mention.sort === 'thing' || table.mention.sort === 'goods') return table
    if (
      table.mention.sort === 'place' &&
      k === first + 1 &&
      /^(?:new|old|total|annual|most|more|other|many|major|all|top|first)$/.test(tokens.word(first))
    )
      return table
  }
  return null
}

/** A capital that a sentence begins with and that is no name: "Industrial output", "Exports had surged". */
function isWordAtStart(
  tokens: Tokens,
  first: number,
  run: number,
  from: number,
  to: number,
  isStart: boolean,
  names: Names,
): boolean {
  if (!isStart || first !== from || run - first > 1) return false
  const raw = tokens.raw(first)
  if (/[A-Z\d]/.test(raw.slice(1)) || /['’]s$/.test(raw)) return !mayBeName(tokens, first)
  if (names.isNamedElsewhere(raw)) return false
  // A plain word follows within the phrase: "Industrial output"; "Walmart shares" are told of one.
  if (run < to)
    return !(
      tokens.kind(run) === WORD && /^(?:shares|stock|ceo|founder|chief|spokes\w+)$/.test(tokens.word(run))
    )
  if (!mayBeName(tokens, first)) return true
  // "Labour has crept up", "Intel, which": a verb, a comma or a bracket follows.
  const as = wordClass(tokens.word(run))
  return !(
    tokens.kind(run) !== WORD ||
    as === AUXILIARY ||
    as === VERB ||
    as === VERB_OR_NOUN ||
    as === SAY ||
    /ed$/.test(tokens.word(run))
  )
}

/** The possessive ends a name: "Japan's Nikkei". */
const isOpen = (tokens: Tokens, end: number): boolean => /['’]s?$/.test(tokens.raw(end - 1))

interface InTable {
  mention: Mention
  end: number
}

/** The longest name at token `i` that a table has. */
function inTables(tokens: Tokens, i: number, to: number, names: Names): InTable | null {
  // "non-oil exports"
  if (!tokens.isCapital(i) && tokens.isMark(i - 1, '-') && tokens.touches(i)) return null
  const isCapital = tokens.isCapital(i)
  let key = ''
  let best: InTable | null = null
  let words = 0
  for (let k = i; k < Math.min(to, i + 2 * LONGEST) && words < LONGEST; k++) {
    const kind = tokens.kind(k)
    if (kind !== WORD && kind !== NUMBER) {
      if (tokens.isMark(k, '-./&')) continue
      break
    }
    words++
    const raw = tokens.raw(k)
    const word = latinKey(raw.replace(/['’]s?$/, ''))
    key += k === i || joinsLetters(tokens, k) ? word : ` ${word}`
    const known = names.known.latin.get(key)
    if (known !== undefined && (isCapital || isLowerCase(known)) && !isWordOfEveryDay(tokens, i, k, key)) {
      best = { mention: mention(tokens, i, k + 1, known.id, known.sort, known.place), end: k + 1 }
    } else if (isCapital && key.length > 1 && isPlaceForm(raw, key)) {
      const places = latinPlaces(key)
      const place = places && meant(places, names.places)
      if (place) best = { mention: mention(tokens, i, k + 1, place.id, 'place', place), end: k + 1 }
    }
    if (/['’]s?$/.test(raw)) break
  }
  return best
}

/** "U.S." is four tokens and one name. */
const joinsLetters = (tokens: Tokens, k: number): boolean =>
  tokens.isMark(k - 1, '.') && tokens.touches(k) && tokens.touches(k - 1)

/** Goods and money are named in small letters: "gold". */
const isLowerCase = ({ sort }: Known): boolean => sort !== 'organisation' && sort !== 'place'

/** "US" and never "us", "IN"; two letters of a code are a name in capitals alone. */
const isPlaceForm = (raw: string, key: string): boolean =>
  key.length > 2 || /^(?:us|uk|eu|hk|sg)$/.test(key) ? key.length > 2 || raw === raw.toUpperCase() : false

/** "lead", "Apple" in a recipe: known names in lower case are things alone, and some need a capital. */
const isWordOfEveryDay = (tokens: Tokens, i: number, k: number, key: string): boolean =>
  k === i &&
  !tokens.isCapital(i) &&
  /^(?:ether|won|dow|citi|meta|lead|tin|yuan|rice|sugar|coffee|steel)$/.test(key) &&
  !/^(?:prices?|futures|exports?|imports?|output|production)/.test(tokens.word(k + 1))

function mention(
  tokens: Tokens,
  from: number,
  end: number,
  id: string,
  sort: Mention['sort'],
  place: Place | null,
): Mention {
  const start = tokens.start(from)
  const name = tokens.text.slice(start, tokens.end(end - 1)).replace(/['’]s?$/, '')
  return { id, name, sort, place, start, end: tokens.end(end - 1) }
}

function named(tokens: Tokens, from: number, end: number, names: Names): Mention {
  const text = plainName(tokens.text.slice(tokens.start(from), tokens.end(end - 1)))
  return { ...mention(tokens, from, end, names.known.idOf(text), 'name', null) }
}

/** The token behind a run of capitals: digits, "&", "of" between them and hyphens inside. */
function capitalsEnd(tokens: Tokens, i: number, to: number): number {
  let end = i + 1
  while (end < to) {
    if (isOpen(tokens, end)) break
    if (tokens.isCapital(end)) end++
    else if (tokens.kind(end) === NUMBER && (tokens.touches(end) || tokens.isCapital(end - 1))) end++
    else if (tokens.kind(end) === WORD && tokens.touches(end)) end++
    else if (
      end + 1 < to &&
      !tokens.isMark(end, '"“”‘’') &&
      tokens.isCapital(end + 1) &&
      isJoint(tokens, end)
    )
      end += 2
    else break
  }
  return end
}

const isJoint = (tokens: Tokens, k: number): boolean =>
  tokens.kind(k) !== WORD
    ? tokens.touches(k) || tokens.isMark(k, '&')
    : /^(?:of|for|and|the|de|da|la|al|van|von|del)$/.test(tokens.word(k))

/** The token behind titles at the head of a run: "President Donald Trump". */
function titlesEnd(tokens: Tokens, i: number, run: number): number {
  let first = i
  while (first < run - 1 && TITLES.has(tokens.word(first))) first++
  return first
}

/** A capital at the head of a sentence is a name where it is no common noun. */
function mayBeName(tokens: Tokens, i: number): boolean {
  const raw = tokens.raw(i)
  const word = tokens.word(i).replace(/['’]s?$/, '')
  if (/[A-Z\d]/.test(raw.slice(1)) || /['’]s$/.test(raw)) return !MEASURES.has(word) && !ANYBODY.has(word)
  if (MEASURES.has(word) || ANYBODY.has(word) || wordClass(word) !== 0) return false
  // "Qantas has", "Airbus plans": one acts.
  if (/s$/.test(word) && /^(?:has|is|was|does|[a-z]+[^s]s)$/.test(tokens.word(i + 1))) return true
  return !/(?:s|ly|ing|ed|tion|ment|ity|ness)$/.test(word)
}
