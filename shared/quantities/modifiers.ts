import type { Bound, Change } from './quantity.ts'
import type { Tokens } from './tokens.ts'

/** Phrases right before a quantity that say how exact it is. */
export const BOUND_PHRASES = {
  '~': [
    'about',
    'around',
    'approximately',
    'roughly',
    'nearly',
    'almost',
    'some',
    'close to',
    'an estimated',
    'estimated',
  ],
  '>': [
    'more than',
    'over',
    'at least',
    'greater than',
    'above',
    'upwards of',
    'exceeding',
    'no less than',
    'no fewer than',
  ],
  '<': [
    'less than',
    'fewer than',
    'under',
    'below',
    'up to',
    'at most',
    'as many as',
    'as much as',
    'no more than',
  ],
} as const satisfies Record<Bound, readonly string[]>

/** Verbs and adverbs that say that a quantity moved. */
export const CHANGE_WORDS = {
  up: [
    'rose',
    'rise',
    'rises',
    'risen',
    'increased',
    'increase',
    'increases',
    'grew',
    'grow',
    'grown',
    'climbed',
    'gained',
    'jumped',
    'surged',
    'soared',
    'boosted',
    'raised',
    'expanded',
    'up',
  ],
  down: [
    'fell',
    'fall',
    'fallen',
    'falls',
    'dropped',
    'drop',
    'declined',
    'decreased',
    'lost',
    'slid',
    'slipped',
    'tumbled',
    'plunged',
    'sank',
    'shrank',
    'down',
  ],
} as const satisfies Record<Change, readonly string[]>

const BOUND_OF = new Map<string, Bound>()
for (const [bound, phrases] of Object.entries(BOUND_PHRASES))
  for (const phrase of phrases) BOUND_OF.set(phrase, bound as Bound)

const CHANGE_OF = new Map<string, Change>()
for (const [change, words] of Object.entries(CHANGE_WORDS))
  for (const word of words) CHANGE_OF.set(word, change as Change)

/** The bound that the words before token `i` give, and the token that they begin at. */
export function boundBefore(tokens: Tokens, i: number): { bound: Bound; first: number } | null {
  for (let width = 3; width > 0; width--) {
    const phrase = Array.from({ length: width }, (_, k) => tokens.word(i - width + k)).join(' ')
    const bound = BOUND_OF.get(phrase)
    if (bound) return { bound, first: i - width }
  }
  return null
}

/** How far back a verb may stand from the amount that it moved, and from the level that it reached, in tokens. */
const REACH = 8
const REACH_TO = 20

/** The movement that a verb or adverb before token `i` gives, within the clause. */
export function changeBefore(tokens: Tokens, i: number, floor: number): Change | null {
  const reach = tokens.word(i - 1) === 'to' ? REACH_TO : REACH
  for (let k = i - 1; k >= Math.max(floor, i - reach); k--) {
    const word = tokens.word(k)
    if (word === ';' || word === '(' || word === '.') return null
    const change = CHANGE_OF.get(word)
    if (change) return change
  }
  return null
}
