import type { Bound, Change } from '../../model/fact.ts'
import { LINE, MARK, NUMBER, type Tokens, WORD } from '../tokens.ts'
import { isStop } from './stop-words.ts'

/** Phrases right before a quantity that say how exact it is. */
const BOUND_PHRASES = {
  '~': [
    'about',
    'around',
    'approximately',
    'approx',
    'approx.',
    'roughly',
    'nearly',
    'almost',
    'some',
    'close to',
    'estimated',
    'an estimated',
    'circa',
    'ca.',
    'near',
    'nearing',
    'approaching',
    'in the region of',
    'somewhere around',
    'barely',
    'virtually',
    'well-nigh',
    '~',
    '≈',
    'nearly about',
    'on the order of',
    'more or less',
    'as around',
    'or about',
  ],
  '>': [
    'more than',
    'over',
    'over the age of',
    'above the age of',
    'at least',
    'greater than',
    'greater than or equal to',
    'more than or equal to',
    'above',
    'upwards of',
    'upward of',
    'exceeding',
    'exceeds',
    'exceeded',
    'no less than',
    'no fewer than',
    'not less than',
    'in excess of',
    'better than',
    'beyond',
    'surpassing',
    'topping',
    'a minimum of',
    'minimum of',
    'well over',
    'just over',
    'slightly over',
    'more than about',
    'topped',
    'surpassed',
    'higher than',
    'larger than',
    'bigger than',
    'longer than',
    'older than',
    'as over',
    'over than',
    '>',
    '≥',
  ],
  '<': [
    'less than',
    'less than or equal to',
    'fewer than',
    'under',
    'under the age of',
    'below the age of',
    'below',
    'up to',
    'at most',
    'as many as',
    'as much as',
    'no more than',
    'not more than',
    'a maximum of',
    'maximum of',
    'just under',
    'slightly under',
    'well under',
    'just below',
    'lower than',
    'smaller than',
    'shorter than',
    'as high as',
    'capped at',
    'up to about',
    'within',
    'sub-',
    '<',
    '≤',
    'anything up to',
    'just shy of',
    'shy of',
    'short of',
  ],
} as const satisfies Record<Bound, readonly string[]>

/** Phrases right behind a quantity that say the same. */
const BOUND_BEHIND = {
  '~': ['or so', 'or thereabouts', 'give or take'],
  '>': [
    'or more',
    'or higher',
    'or greater',
    'or larger',
    'or longer',
    'or better',
    'or above',
    'or over',
    'or older',
    'and above',
    'and over',
    'and up',
    'plus',
    'at least',
    'at a minimum',
  ],
  '<': [
    'or less',
    'or fewer',
    'or lower',
    'or smaller',
    'or shorter',
    'or under',
    'or below',
    'at most',
    'at a maximum',
  ],
} as const satisfies Record<Bound, readonly string[]>

/** Verbs, participles and adverbs that say that a quantity moved; nouns ("an increase of") do not. */
const CHANGE_WORDS = {
  up: (
    'rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed climbing ' +
    'gain gains gained gaining jump jumps jumped jumping surge surges surged surging soar soars soared soaring advance advances advanced ' +
    'advancing rally rallies rallied rallying add adds added adding boost boosts boosted boosting raise raises raised raising expand expands ' +
    'expanded expanding swell swelled swollen rebound rebounds rebounded rebounding spike spiked leap leaps leapt leaped widen widened ' +
    'accelerate accelerated improve improves improved strengthen strengthened appreciated ballooned skyrocketed rocketed hiked lifted up higher'
  ).split(' '),
  down: (
    'fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing ' +
    'lose loses lost losing slide slides slid sliding slip slips slipped slipping tumble tumbles tumbled tumbling plunge plunges plunged ' +
    'plunging plummet plummets plummeted plummeting sink sinks sank sunk sinking shrink shrinks shrank shrunk shrinking dip dips dipped ' +
    'dipping slump slumps slumped slumping shed sheds shedding reduce reduces reduced reducing ease eased easing lower lowered narrowed ' +
    'weaken weakened compress compressed crash crashed retreat retreated retreating contracted depreciated nosedived cratered slashed trimmed cut cuts cutting down'
  ).split(' '),
} as const satisfies Record<Change, readonly string[]>

/** Words that name a movement without its direction, or as a noun: what "from A to B" after them tells of. */
const MOVES = (
  'creep creeps creeping crept move moves moved moving change changed changes went go goes going gone revised revise rise increase growth grown drop decline ' +
  'decrease reduction fall jump surge hike shift shifted swing swung slow slows slowed slowing narrow tighten tightened upgrade upgraded ' +
  'downgraded doubled doubles doubling tripled quadrupled halved halving bring brought recovered recover'
).split(' ')

/** Words that may stand between a verb of movement and the amount. */
const GAP: ReadonlySet<string> = new Set(
  'by a an another further additional as much many some only just even nearly almost about around roughly over more less than under at least most to the whopping further sharply slightly again up down -'.split(
    ' ',
  ),
)

function phrases<T extends string>(table: Record<T, readonly string[]>): Map<string, T> {
  const map = new Map<string, T>()
  for (const key of Object.keys(table) as T[]) for (const phrase of table[key]) map.set(phrase, key)
  return map
}

const BOUND_OF = phrases<Bound>(BOUND_PHRASES)
const BEHIND_OF = phrases<Bound>(BOUND_BEHIND)
const CHANGE_OF = phrases<Change>(CHANGE_WORDS)
const MOVE_WORDS: ReadonlySet<string> = new Set([...MOVES, ...CHANGE_WORDS.up, ...CHANGE_WORDS.down])

/** Last words of the phrases before, first words of the phrases behind: a cheap test before phrases are put together. */
const BOUND_LAST: ReadonlySet<string> = new Set(
  [...BOUND_OF.keys()].map((phrase) => phrase.split(' ').at(-1) as string),
)
const BEHIND_FIRST: ReadonlySet<string> = new Set(
  [...BEHIND_OF.keys()].map((phrase) => phrase.split(' ')[0] as string),
)

const LONGEST_PHRASE = 5

/** The bound that the words before token `i` give, and the token that they begin at. */
export function boundBefore(tokens: Tokens, i: number): { bound: Bound; first: number } | null {
  const last = tokens.word(i - 1)
  if (last === '-' && tokens.word(i - 2) === 'sub' && tokens.touches(i)) return { bound: '<', first: i - 2 }
  if (!BOUND_LAST.has(last)) return null
  let found: { bound: Bound; first: number } | null = null
  let phrase = ''
  for (let k = i - 1; k >= i - LONGEST_PHRASE && k >= 0; k--) {
    phrase = phrase ? `${tokens.word(k)} ${phrase}` : tokens.word(k)
    const bound = BOUND_OF.get(phrase)
    if (bound) found = { bound, first: k }
  }
  if (
    found &&
    (last === 'over' || last === 'within' || last === 'under') &&
    /^(?:turn|turned|take|took|hand|handed|win|won)$/.test(tokens.word(i - 2))
  )
    return null
  return found
}

/** Words between a preposition and a level that tell which one it is: "from a record 10.2 million". */
const KNOWN_LEVELS: ReadonlySet<string> = new Set(
  'record revised previous earlier initial original preliminary peak'.split(' '),
)

/** The token that an amount begins at with what bounds it, or tells which level it is, before token `i`. */
export function startWithBound(tokens: Tokens, i: number): number {
  const first = boundBefore(tokens, i)?.first ?? i
  if (!KNOWN_LEVELS.has(tokens.word(first - 1))) return first
  return /^(?:a|an|the|its)$/.test(tokens.word(first - 2)) ? first - 2 : first - 1
}

/**
 * The bound that the words behind give ("or more"), and the token behind them; a plus sign right behind counts too.
 * `isWhole`: a unit or a noun has been read before them, so that a noun behind "plus" is something else.
 */
export function boundBehind(
  tokens: Tokens,
  i: number,
  isWhole = false,
): { bound: Bound; next: number } | null {
  if (tokens.kind(i) === MARK && tokens.word(i) === '+' && tokens.touches(i) && !tokens.touches(i + 1))
    return { bound: '>', next: i + 1 }
  if (!BEHIND_FIRST.has(tokens.word(i))) return null
  let phrase = tokens.word(i)
  for (let next = i + 1; next <= i + LONGEST_PHRASE; next++) {
    const bound = BEHIND_OF.get(phrase)
    if (bound) return phrase === 'plus' && isTerm(tokens, next, isWhole) ? null : { bound, next }
    phrase += ` ${tokens.word(next)}`
  }
  return null
}

/** "plus a bonus", "plus 3%", "$5 plus costs": something else is added. */
const isTerm = (tokens: Tokens, k: number, isWhole: boolean): boolean =>
  tokens.kind(k) === NUMBER ||
  (isWhole && tokens.kind(k) === WORD) ||
  isStop(tokens.word(k)) ||
  tokens.isMark(k, '$€£¥')

/** A sentence ends at token `k`, as far as a look back needs to know: a stop behind a whole word, or a line's end. */
const endsSentence = (tokens: Tokens, k: number): boolean =>
  tokens.kind(k) === LINE ||
  (tokens.kind(k) === MARK &&
    /^[.!?]$/.test(tokens.raw(k)) &&
    !tokens.touches(k + 1) &&
    !SHORTENED.test(tokens.raw(k - 1)))

/** "U.", "Mr.", "vs.": words whose stop ends no sentence. */
const SHORTENED = /^(?:[a-z]|[A-Z][a-z]?|vs)$/

/** How far back a verb may stand from the amount that it moved, and from the level that it reached, in tokens. */
const REACH = 6
const REACH_TO_LEVEL = 18
const REACH_BY = 8

/**
 * The movement that a word before token `i` gives: "rose 0.3 %", "was up about 5 points". With `level`, "to" stands
 * before the amount and the verb may be further off ("boosted its space in the tower to …"), down to token `floor`.
 */
export function changeBefore(tokens: Tokens, i: number, floor: number): Change | null {
  const link = tokens.word(i - 1)
  if (link === 'to') return objectChange(tokens, i - 2, Math.max(floor, i - REACH_TO_LEVEL))
  if (link === 'by') return objectChange(tokens, i - 2, Math.max(floor, i - REACH_BY))
  for (let k = i - 1; k >= Math.max(floor, i - REACH); k--) {
    const word = tokens.word(k)
    const change = CHANGE_OF.get(word)
    if (change && isMovement(tokens, k) && !isFunding(tokens, k)) return change
    if (!GAP.has(word) && !isMean(tokens, k)) return null
  }
  return null
}

/** "rose an average of 0.3 %". */
const isMean = (tokens: Tokens, k: number): boolean =>
  MEANS.has(tokens.word(k)) || (tokens.word(k) === 'of' && MEANS.has(tokens.word(k - 1)))
const MEANS: ReadonlySet<string> = new Set(['average', 'mean', 'median', 'total', 'combined'])

/** "raised $5 million": money that came in, not a level that moved. */
const isFunding = (tokens: Tokens, k: number): boolean => /^rais(?:e|es|ed|ing)$/.test(tokens.word(k))

/** "boosted its space in the tower to …", "grow sales by …": the verb stands before its object. */
function objectChange(tokens: Tokens, from: number, floor: number): Change | null {
  for (let k = from; k >= floor; k--) {
    const word = tokens.word(k)
    if (/^[;()]$/.test(word) || endsSentence(tokens, k)) return null
    const change = CHANGE_OF.get(word) ?? MULTIPLIED.get(word)
    if (change && isMovement(tokens, k) && (!/^(?:up|down|higher|lower)$/.test(word) || isGone(tokens, k)))
      return change
  }
  return null
}

/** Verbs that say how many times as much a level became: "doubled to 400". */
const MULTIPLIED: ReadonlyMap<string, Change> = phrases<Change>({
  up: 'double doubles doubled doubling triple triples tripled tripling trebled quadruple quadrupled'.split(
    ' ',
  ),
  down: 'halve halves halved halving'.split(' '),
})

/** "Will go up by 10p": adverbs whose verb says nothing of its own. */
const isGone = (tokens: Tokens, k: number): boolean =>
  /^(?:go|goes|going|gone|went)$/.test(tokens.word(k - 1))

/** The movement that the verb at token `k` tells of, or null. */
export function movementAt(tokens: Tokens, k: number): Change | null {
  const change = CHANGE_OF.get(tokens.word(k))
  return change && isMovement(tokens, k) ? change : null
}

/** The word at `k` is a verb or adverb of movement there: not a noun behind an article, not "up to". */
function isMovement(tokens: Tokens, k: number): boolean {
  const before = tokens.word(k - 1)
  if (/^(?:a|an|the|this|that|its|their|of|any|no|%|percent|cent|point|points)$/.test(before)) return false
  if (isAcronym(tokens.raw(k))) return false
  return !(/^(?:up|down)$/.test(tokens.word(k)) && PHRASAL.has(before))
}

const isAcronym = (raw: string): boolean => raw === raw.toUpperCase()

/** Verbs that "up" and "down" only complete: "gave up 517 yards", "set up three offices". */
const PHRASAL: ReadonlySet<string> = new Set(
  (
    'give gives gave giving given make makes made making set sets setting pick picked picking end ends ended turn turned ' +
    'rack racked racking come came catch caught take takes took taking put puts buy buys bought buying pile line lined sign signed show ' +
    'showed hand handed break broke broken bring brought call called clean cleaned cover covered round rounded snap ' +
    'snapped split track tracked hunt hunted shut write wrote written opened open blow blew blown use used build built'
  ).split(' '),
)

/** "5 % higher": the movement that the word behind an amount gives. */
export function changeBehind(tokens: Tokens, i: number): Change | null {
  const word = tokens.word(i)
  return word === 'higher' ? 'up' : word === 'lower' ? 'down' : null
}

/** How far back from "from A to B" the word may stand that makes it a movement. */
const REACH_OF_MOVE = 12

/** A word of movement stands before token `i`, at most `reach` tokens, down to token `floor`. */
export function isMoving(tokens: Tokens, i: number, floor: number, reach = REACH_OF_MOVE): boolean {
  const lowest = Math.max(floor, i - reach)
  for (let k = i - 1; k >= lowest && !endsSentence(tokens, k); k--)
    if (MOVE_WORDS.has(tokens.word(k))) return true
  return false
}
