import type { Quantity, Status } from '../../model/fact.ts'
import { UNIT_OF_CODE } from '../../quantities/units.ts'
import type { Mention } from '../chunk.ts'
import { ACTION, type Chunk, COMMA, FIGURE, NOUN, PREP, STOP } from './chunks.ts'
import { isMeasure, wordClass } from './lexicon.ts'

/** Words that say that something moved, and not what. */
const MOVES =
  /^(?:increase|decrease|rise|fall|drop|decline|gain|gains|jump|surge|slump|plunge|growth|change|contraction|expansion|reduction|cut|hike|dip|slide|uptick|improvement|average|total|maximum|minimum|record|range|increases|falls|declines|rally|rebound|spike|high|low|peak)$/
/** Words of an amount, behind whose "of" the measure stands: "the number of jobs", "the level of carbon dioxide". */
const QUANTIFIERS =
  /^(?:number|numbers|amount|total|volume|value|level|levels|count|share|proportion|percentage|rate|price|cost)$/
/** Words of a measure that tell kinds, times and the disease of the day, and not what is measured. */
const DROPPED =
  /^(?:new|total|cumulative|overall|current|latest|record|additional|further|more|other|several|daily|weekly|monthly|quarterly|so-called|estimated|combined|average|entire|whole|recent|fresh|another|first|second|third|fourth|full-year|annualised|annualized|expected|planned|about|covid|covid-19|coronavirus|19|global|nationwide|per|forecast|consensus|initial|existing|whopping|massive|huge|small|large|big|steep|sharp|modest|strong|weak|same|own|single|potential|possible)$/

/** What people counted in a state are called, so that days that say it otherwise stand in one series. */
const BY_STATUS: Readonly<Partial<Record<Status, string>>> = {
  dead: 'deaths',
  recovered: 'patients discharged',
  hospitalised: 'patients in hospital',
  critical: 'patients in critical condition',
  severe: 'severe cases',
  suspected: 'suspected cases',
  asymptomatic: 'asymptomatic cases',
  tested: 'people tested',
  vaccinated: 'people vaccinated',
  observed: 'people under observation',
  contact: 'close contacts',
}

/** Units that count people, whose state tells more than their noun. */
const PEOPLE = /^(?:patient|person|death|case|individual|infection|fatality|1)$/

/** What a verb measures where no noun says it. */
const BY_VERB: readonly (readonly [RegExp, string])[] = [
  [/^(?:spend|spends|spent|spending)$/, 'spending'],
  [/^(?:invest|invests|invested|investing)$/, 'investment'],
  [/^(?:earn|earns|earned)$/, 'earnings'],
  [/^(?:lose|loses|lost)$/, 'loss'],
  [/^(?:pay|pays|paid|paying)$/, 'pay'],
  [/^(?:produce|produces|produced|producing)$/, 'production'],
  [/^(?:export|exports|exported)$/, 'exports'],
  [/^(?:import|imports|imported)$/, 'imports'],
  [/^(?:cost|costs|costing)$/, 'cost'],
  [/^(?:raise|raises|raised|raising)$/, 'funds raised'],
  [/^(?:rent|rents|rented|renting|lease|leases|leased|leasing|let|occupies|occupied)$/, 'space'],
  [/^(?:donate|donated|pledged|pledge)$/, 'donation'],
  [/^(?:sell|sells|sold|selling)$/, 'sales'],
  [/^(?:burn|burned|burnt)$/, 'burnt area'],
]

/** What is told of an index, a currency and of goods where nothing says what: its level, its rate, its price. */
const CURRENCIES = /^(?:us-dollar|euro|pound|yen|yuan|offshore-yuan|won|ruble|rupee|lira)$/
const PRICED = /^(?:brent|wti|bitcoin|ethereum)$/
const MARKET_VERB =
  /^(?:rose|fell|gained|lost|climbed|dropped|jumped|slid|slipped|surged|plunged|rallied|closed|opened|ended|added|advanced|edged|sank|tumbled|soared|slumped|traded|shed|finished|declined|rises|falls|gains|drops|jumps|surges|plunges|slides|climbs)$/

/**
 * What a figure measures: the noun that it counts, the phrase that it is "of" or that it qualifies, else the measure of
 * its clause; `before` is the measure of the figure before it in the sentence, `owner` whose it is, as far as a name tells.
 */
export function measureOf(
  chunks: readonly Chunk[],
  figure: number,
  { unit, start, end }: Quantity,
  text: string,
  owner: Mention | null,
  status: Status | null,
  before: string | null,
): string | null {
  const p = chunks.findIndex((chunk) => chunk.kind === FIGURE && chunk.figure === figure)
  if (p < 0) return before
  const words = text.slice(start, end)
  const byStatus = status === null || !PEOPLE.test(unit) ? undefined : BY_STATUS[status]
  if (byStatus !== undefined) return unit === 'patient' ? byStatus.replace('cases', 'patients') : byStatus
  if (status === 'confirmed' && (unit === 'person' || unit === 'patient')) return 'infections'
  if (/-?old$/i.test(words)) return 'age'
  const counted = countedNoun(unit, words)
  if (counted !== null) return counted
  return (
    behindFigure(chunks, p, unit) ??
    beforeFigure(chunks, p) ??
    (before !== null && !ownVerb(chunks, p) ? before : null) ??
    byVerb(chunks, p) ??
    byOwner(chunks, p, owner, unit, text.slice(Math.max(0, start - 8), start)) ??
    (/^[A-Z]{3}(?:\/| per )/.test(unit) ? 'price' : before)
  )
}

/** "80 percent of companies", "a 3 per cent fee", "a 25% fall in sales", "$15bn in revenue". */
function behindFigure(chunks: readonly Chunk[], p: number, unit: string): string | null {
  const figure = chunks[p] as Chunk
  const [first, second, third] = [chunks[p + 1], chunks[p + 2], chunks[p + 3]]
  if (first?.kind === PREP && second?.kind === NOUN && second.start - first.end <= 8) {
    if (first.word === 'of' || (first.word === 'in' && isMeasure(second.word))) {
      const words = phrase(second)
      if (words !== null)
        return unit === '%' && first.word === 'of' && isMeasure(second.word) && second.mentions.length === 0
          ? `share of ${words}`
          : words
    }
  }
  if (
    first?.kind !== NOUN ||
    first.determiner !== '' ||
    first.start - figure.end > 2 ||
    first.tail.length === 0
  )
    return null
  if (first.mentions.length > 0 && !isMeasure(first.word)) return null
  if (!MOVES.test(first.word))
    return SIZES.get(first.tail[0] as string) ?? (isAdjective(first.word) ? null : phrase(first))
  if (second?.kind === PREP && /^(?:in|of)$/.test(second.word) && third?.kind === NOUN)
    return quantified(chunks, p + 3)
  return phrase({ ...first, tail: first.tail.slice(0, -1) })
}

/** "a 15 ft long lizard", "350 km west of": what a size is of. */
const SIZES: ReadonlyMap<string, string> = new Map([
  ['long', 'length'],
  ['tall', 'height'],
  ['high', 'height'],
  ['wide', 'width'],
  ['deep', 'depth'],
  ['west', 'distance'],
  ['east', 'distance'],
  ['north', 'distance'],
  ['south', 'distance'],
])

const isAdjective = (word: string): boolean =>
  /(?:able|ible|ous|ful|less|ward|wards)$/.test(word) ||
  /^(?:lower|higher|forward|due|able|stable|apart|ahead|long|worth|lower|compared)$/.test(word)

/** The nearest measure before the figure in its clause: "net profit fell", "a loss of", "its budget was cut to". */
function beforeFigure(chunks: readonly Chunk[], p: number): string | null {
  for (let q = p - 1; q >= 0; q--) {
    const chunk = chunks[q] as Chunk
    if (chunk.kind === FIGURE || (chunk.kind === STOP && chunk.word !== 'that')) return null
    if (chunk.kind === COMMA && chunks[q - 1]?.kind === FIGURE) return null
    if (chunk.kind !== NOUN || chunk.possessive) continue
    const isOf = chunks[q + 1]?.kind === PREP && (chunks[q + 1] as Chunk).word === 'of' && q + 2 === p
    if (isOf && !MOVES.test(chunk.word) && chunk.tail.length > 0) return phrase(chunk)
    // "boosted its space to", "cut the budget by"
    const isMoved =
      q + 2 === p && chunks[q + 1]?.kind === PREP && chunks[q - 1]?.kind === ACTION && chunk.determiner !== ''
    if (isMoved && /^(?:to|by|from|at)$/.test((chunks[q + 1] as Chunk).word)) return phrase(chunk)
    const preposition = chunks[q - 1]?.kind === PREP ? (chunks[q - 1] as Chunk).word : ''
    if (MOVES.test(chunk.word) && isMeasure(chunk.word)) {
      // "a rise in sales of", "annual house price growth"
      if (chunks[q + 1]?.kind === PREP && chunks[q + 2]?.kind === NOUN && q + 2 < p)
        return quantified(chunks, q + 2)
      const own = phrase({ ...chunk, tail: chunk.tail.slice(0, -1) })
      if (own !== null) return own
      continue
    }
    if (!isMeasure(chunk.word)) continue
    if (/^(?:despite|amid|after|following|because|than|with|by|on|per)$/.test(preposition)) continue
    // "the number of jobs", "registrations of electric vehicles": of what stands before "of".
    if (preposition === 'of' && chunks[q - 2]?.kind === NOUN && isMeasure((chunks[q - 2] as Chunk).word))
      return quantified(chunks, q - 2)
    return quantified(chunks, q)
  }
  return null
}

/** The measure at chunk `q`, or what its "number of" counts. */
function quantified(chunks: readonly Chunk[], q: number): string | null {
  const chunk = chunks[q] as Chunk
  const [of, noun] = [chunks[q + 1], chunks[q + 2]]
  if (QUANTIFIERS.test(chunk.word) && of?.kind === PREP && of.word === 'of' && noun?.kind === NOUN) {
    const words = phrase(noun)
    if (words !== null)
      return /^(?:price|cost|rate|value)$/.test(chunk.word) ? `${words} ${chunk.word}` : words
    if (noun.mentions.length > 0) return phrase(chunk)
  }
  return phrase(chunk)
}

/** The last verb before the figure in its clause. */
function ownVerb(chunks: readonly Chunk[], p: number): string | null {
  for (let q = p - 1; q >= 0; q--) {
    const { kind, word } = chunks[q] as Chunk
    if (kind === ACTION) return word
    if (kind === FIGURE || kind === STOP) return null
  }
  return null
}

function byVerb(chunks: readonly Chunk[], p: number): string | null {
  const verb = ownVerb(chunks, p)
  if (verb === null) return null
  for (const [pattern, measure] of BY_VERB) if (pattern.test(verb)) return measure
  return null
}

/** What is told of an index, of goods or of a company whose name alone moves. */
function byOwner(
  chunks: readonly Chunk[],
  p: number,
  owner: Mention | null,
  unit: string,
  near: string,
): string | null {
  if (owner === null) return null
  if (owner.sort === 'goods' || PRICED.test(owner.id)) return 'price'
  if (owner.sort === 'thing') return CURRENCIES.test(owner.id) ? 'exchange rate' : 'index'
  if (owner.sort === 'place' || (unit !== '%' && unit !== '1')) return null
  const verb = ownVerb(chunks, p)
  const isMoved = verb !== null && MARKET_VERB.test(verb)
  return isMoved || /\b(?:up|down|higher|lower)\b|[+-]$/.test(near) ? 'share price' : null
}

/** Digits and words that make a number, up to the noun that it counts. */
const NUMBER_WORDS =
  /^.*(?:\d[\d.,]*(?:st|nd|rd|th|k|m|bn|mn|tn)?|\b(?:hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores?|lakhs?|crores?|mn|bn|tn|m|k|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|no|zero|half|third|quarter|few|several|couple))\b[\s-]*(?:of\s+(?:the\s+|its\s+)?)?/i

/** The noun that the figure's own words end in: "63 new coronavirus cases", up to "per day". */
function countedNoun(unit: string, text: string): string | null {
  if (
    unit === '%' ||
    unit === '1' ||
    unit === 'score' ||
    unit === 'point' ||
    UNIT_OF_CODE.has(unit) ||
    /^[A-Z]{3}(?:$|[ /])/.test(unit)
  )
    return null
  const words = text
    .replace(NUMBER_WORDS, '')
    .replace(/(?:^|\s)(?:per|a|an|each|every)\s.*$/i, '')
    .replace(/\/.*$/, '')
    .toLowerCase()
    .split(/\s+/)
  const kept = words.filter((word) => word !== '' && !DROPPED.test(word))
  return kept.length === 0 ? null : kept.join(' ')
}

/** The words of a noun phrase behind its names, without those of kind and time. */
function phrase(chunk: Chunk): string | null {
  const words = chunk.tail.filter((word, i) => {
    if (DROPPED.test(word) && !(i === chunk.tail.length - 1 && isMeasure(word))) return false
    const as = wordClass(word)
    return as === 0 || as === 12 || as === 8
  })
  return words.length === 0 ? null : words.join(' ')
}
