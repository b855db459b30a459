import type { Entity, Quantity } from '../../model/fact.ts'
import { UNIT_OF_CODE } from '../../quantities/units.ts'
import { ACTION, type Chunk, COMMA, CONJUNCTION, FIGURE, NOUN, PREP, SAYING, STOP } from './chunks.ts'
import { MEASURES, wordClass } from './lexicon.ts'
import type { Found } from './owners.ts'

/** Words that say that something moved, and not what. */
const MOVES =
  /^(?:increase|decrease|rise|fall|drop|decline|gain|gains|jump|surge|slump|plunge|growth|change|contraction|expansion|reduction|cut|hike|dip|slide|loss|uptick|improvement|average|total|maximum|minimum|record|range|increases|falls|declines|rally|rebound|spike)$/
/** Words of a measure that tell kinds and times, and not what is measured. */
const KIND_WORDS =
  /^(?:new|total|cumulative|overall|current|latest|record|additional|further|more|other|several|daily|weekly|monthly|quarterly|so-called|estimated|combined|average|entire|whole|recent|fresh|another|first|second|third|fourth|full-year)$/

/**
 * What a figure measures: the noun that it counts, the phrase that it is "of" or that it qualifies, else the subject of
 * its clause where that is a measure; `before` is the measure of the figure before it in the sentence.
 */
export function measureOf(
  chunks: readonly Chunk[],
  figure: number,
  quantity: Quantity,
  text: string,
  found: Found | null,
  entity: Entity | null,
  before: string | null,
): string | null {
  const p = chunks.findIndex((chunk) => chunk.kind === FIGURE && chunk.figure === figure)
  if (p < 0) return before
  const counted = countedNoun(quantity, text)
  if (counted !== null) return counted
  const behind = chunks[p + 1]
  const isPlain = quantity.unit === '%' || !UNIT_OF_CODE.has(quantity.unit)
  // "80 percent of companies", "20,000 square meters of office space", "$15bn in revenue"
  if (behind?.kind === PREP && (behind.word === 'of' || behind.word === 'in')) {
    const noun = chunks[p + 2]
    if (noun?.kind === NOUN && (behind.word === 'of' || MEASURES.has(noun.word))) {
      const words = phrase(noun)
      if (words !== null) return words
    }
  }
  // "a 3 per cent fee", "a 25% fall in sales"
  if (behind?.kind === NOUN && behind.determiner === '' && behind.tail.length > 0) {
    if (!MOVES.test(behind.word)) {
      const words = phrase(behind)
      if (words !== null) return words
    } else {
      const noun = chunks[p + 2]?.kind === PREP ? chunks[p + 3] : undefined
      if (noun?.kind === NOUN && /^(?:in|of)$/.test((chunks[p + 2] as Chunk).word)) {
        const words = phrase(noun)
        if (words !== null) return words
      }
    }
  }
  // "a loss of $2bn", "revenue of £3.42bn"
  for (let q = p - 1; q >= 0; q--) {
    const chunk = chunks[q] as Chunk
    if (chunk.kind === FIGURE || chunk.kind === STOP) break
    if (
      chunk.kind === NOUN &&
      !chunk.possessive &&
      (MEASURES.has(chunk.word) || chunks[q + 1]?.kind === PREP || q === p - 1)
    ) {
      if (MOVES.test(chunk.word)) {
        const inner = chunks[q + 1]?.kind === PREP && chunks[q + 2]?.kind === NOUN ? chunks[q + 2] : undefined
        const words = inner && phrase(inner)
        if (words) return words
        const own = phrase({ ...chunk, tail: chunk.tail.slice(0, -1) })
        if (own !== null) return own
        continue
      }
      const preposition = chunks[q - 1]?.kind === PREP ? (chunks[q - 1] as Chunk).word : ''
      if (preposition !== '' && q < p - 1) continue
      const words = phrase(chunk)
      if (words !== null) return words
    }
    if (chunk.kind === COMMA && before !== null) break
  }
  const subject = found?.subject
  if (subject && subject.tail.length > 0 && entity !== null) {
    const words = phrase(subject)
    if (words !== null && (before === null || MEASURES.has(subject.word))) return words
  }
  void isPlain
  void [ACTION, CONJUNCTION, SAYING]
  return before ?? (entity === null ? null : byEntity(quantity))
}

const byEntity = ({ unit }: Quantity): string | null =>
  unit === '%' || /^[A-Z]{3}$/.test(unit) ? 'share price' : null

/** Digits and words that make a number, up to the noun that it counts. */
const NUMBER_WORDS =
  /^.*(?:\d[\d.,]*(?:st|nd|rd|th|k|m|bn|mn|tn)?|\b(?:hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores?|lakhs?|crores?|mn|bn|tn|m|k|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|no|zero|half|third|quarter|few|several|couple))\b[\s-]*(?:of\s+(?:the\s+|its\s+)?)?/i

/** The noun that the figure's own words end in: "63 new coronavirus cases". */
function countedNoun({ unit, start, end }: Quantity, text: string): string | null {
  if (unit === '%' || unit === '1' || UNIT_OF_CODE.has(unit) || /^[A-Z]{3}$/.test(unit)) return null
  const words = text.slice(start, end).replace(NUMBER_WORDS, '').toLowerCase().split(/\s+/)
  const kept = words.filter((word) => word !== '' && !KIND_WORDS.test(word))
  return kept.length === 0 ? null : kept.join(' ')
}

/** The words of a noun phrase behind its names, without those of kind and time. */
function phrase(chunk: Chunk): string | null {
  const words = chunk.tail.filter(
    (word) =>
      !KIND_WORDS.test(word) && (wordClass(word) === 0 || wordClass(word) === 12 || wordClass(word) === 8),
  )
  return words.length === 0 ? null : words.join(' ')
}
