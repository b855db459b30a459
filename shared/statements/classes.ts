/**
 * Classes of words that say what a figure is, each a letter: a text becomes a string of them, and the patterns of the
 * grammar are patterns over that string. The lexicons en/markers.ts and zh/markers.ts say which words are of which class.
 */
export const CLASSES = {
  /** Verbs of movement that need no object: "rose", 上涨. */
  rose: 'U',
  fell: 'D',
  /** Nouns of movement, and verbs that are spelled as they are: "increase", 涨幅. */
  rise: 'u',
  fall: 'd',
  /** Those whose figure is a change whatever became of it: "growth fell to 3 %", 增速. */
  growth: 'u',
  shrinkage: 'd',
  /** Verbs whose object is what is counted as often as by how much it moved: "added 500 jobs", "cut 250 jobs". */
  gain: 'G',
  lose: 'Z',
  /** Adverbs: "up 5 %", "lower". */
  up: '^',
  down: 'v',
  /** "5 % more", and "5 more" is what was added. */
  more: 'W',
  fewer: 'I',
  /** Moved one way or the other: "changed", 调整. */
  moved: 'M',
  /** "doubled": by how much is said already. */
  doubled: 'X',
  halved: 'x',
  /** The same as before: "unchanged", 持平. */
  same: '=',
  to: 'T',
  from: 'F',
  by: 'B',
  at: 'y',
  /** Says a level and moves nothing: "reached", 达到. */
  reached: 'm',
  /** What a figure behind it is held against: "compared with", "versus". */
  than: 'C',
  /** A distance from something else's figure, up or down: "above the average", 高于. */
  above: 'A',
  below: 'b',
  /** What others expected or what is usual, and so no former level: "expectations", 市场预期. */
  norm: 'E',
  /** The level left: "previously", 此前, 前值. */
  former: 'P',
  /** What comes before what is told: "after a rise of", "reversing". */
  after: '*',
  /** What a change is over: "year on year", 同比; of the period before, 环比. */
  overDay: 'Y',
  overWeek: 'Y',
  overMonth: 'Y',
  overQuarter: 'Y',
  overYear: 'Y',
  overLast: 'Y',
  /** The same quantity again: "equivalent to", 约合. */
  equal: 'e',
  or: 'r',
  /** Markers of kind. */
  flow: 'N',
  cumulative: 'K',
  level: 'L',
  /** Nouns and verbs of what is measured, by the kind that their figures are of where no marker says it. */
  flowNoun: 'i',
  levelNoun: 's',
  attributeNoun: 't',
  lossNoun: 'l',
  /** What happens to people, which bulletins count by day or since the start: "died", 出院. */
  event: 'k',
  /** What people are in: "in hospital", 重症. */
  state: 'V',
  has: '$',
  /** Opens the parts of a whole: 其中, "including", "of them". */
  part: 'O',
  ofThem: 'o',
  among: 'c',
  rest: 'R',
  /** Modality. */
  forecast: 'f',
  target: 'g',
  limit: 'h',
  /** Who tells it: a day beside these is that of the telling. */
  said: 'S',
  /** A day, a month, a year …, read by the readers of dates. */
  date: 'z',
  /** One that is told from another by how long it was before: "a year earlier", 上年同期. */
  earlier: 'Q',
  /** The time that was named before: 同期, "in the quarter". */
  sameTime: '"',
  /** What makes one or two of them a period: 截至, "since", "the end of". */
  asOf: '@',
  since: '<',
  sinceThen: '>',
  end: '|',
  past: 'p',
  first: '1',
  ago: 'j',
  /** Words that only bound a figure or stand before it: "more than", "about". */
  about: '~',
  a: 'a',
  of: '/',
  no: '!',
  per: 'q',
  and: '&',
  comma: ',',
  /** A clause that speaks of something else begins: "but", "while", ；. */
  clause: ';',
  stop: '.',
  open: '(',
  close: ')',
  colon: ':',
  /** Figures: shares and points, spans of time, ages, and all others. */
  percent: '%',
  duration: 'H',
  age: 'J',
  figure: '#',
  /** A number that is no figure. */
  number: 'n',
  word: 'w',
} as const

export type ClassName = keyof typeof CLASSES
export type Letter = (typeof CLASSES)[ClassName]

/** Names of several classes at once, for patterns. */
const GROUPS = {
  amount: ['percent', 'duration', 'age', 'figure'],
  measured: ['percent', 'figure'],
  counted: ['percent', 'duration', 'age', 'figure', 'number'],
  verb: ['rose', 'fell', 'rise', 'fall'],
  noun: ['rise', 'fall'],
  take: ['gain', 'lose'],
  adverb: ['up', 'down'],
  multiple: ['doubled', 'halved'],
  moving: ['rose', 'fell', 'rise', 'fall', 'gain', 'lose', 'up', 'down', 'moved', 'doubled', 'halved'],
  over: ['overYear'],
  light: [
    'word',
    'about',
    'reached',
    'a',
    'past',
    'first',
    'sameTime',
    'overYear',
    'date',
    'earlier',
    'number',
    'former',
    'flow',
    'cumulative',
    'level',
    'has',
    'event',
    'limit',
    'forecast',
    'target',
  ],
  lean: [
    'about',
    'reached',
    'a',
    'past',
    'overYear',
    'date',
    'earlier',
    'number',
    'flow',
    'has',
    'limit',
    'forecast',
    'target',
  ],
} as const satisfies Record<string, readonly ClassName[]>

/** What no words of one clause are: other figures, and where clauses end. */
const BREAKS = new Set<string>(
  [...GROUPS.amount, 'comma', 'clause', 'stop', 'open', 'close'].map((name) => CLASSES[name as ClassName]),
)
const MOVES_OR_LINKS = new Set<string>(
  [
    ...GROUPS.moving,
    'to',
    'from',
    'by',
    'at',
    'than',
    'above',
    'below',
    'and',
    'or',
    'part',
    'equal',
    'of',
    'colon',
  ].map((name) => CLASSES[name as ClassName]),
)
const LETTERS = [...new Set(Object.values(CLASSES))]

const escaped = (letter: string): string => letter.replace(/[\^\-\]\\|/.()<>=!:,&~@%#;*$]/g, '\\$&')
const oneOf = (letters: readonly string[]): string => `[${letters.map(escaped).join('')}]`

/** `word`: any that is neither figure, move, link nor sign; `gap`: any within a clause. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ...Object.entries(CLASSES).map(([name, letter]) => [name, oneOf([letter])] as const),
  ...Object.entries(GROUPS).map(
    ([name, of]) => [name, oneOf([...new Set(of.map((each) => CLASSES[each]))])] as const,
  ),
  ['word', oneOf(LETTERS.filter((letter) => !BREAKS.has(letter) && !MOVES_OR_LINKS.has(letter)))] as const,
  ['plain', oneOf([CLASSES.word])] as const,
  ['gap', oneOf(LETTERS.filter((letter) => !BREAKS.has(letter)))] as const,
  ['any', '.'] as const,
])

/** A figure with its restatement in brackets: "5 miles (8 km)". */
const TOLD = '(?:amount (?:open (?:gap|comma){0,6} amount gap{0,2} close)?)'

/** The source of a regular expression over letters from one over names: "rose by? word{0,2}". */
export function overLetters(pattern: string): string {
  return pattern.replaceAll('told', TOLD).replace(/[a-zA-Z]\w*|\s+/g, (name) => {
    if (name.trim() === '') return ''
    const letters = NAMED.get(name)
    if (letters === undefined) throw new Error(`no class of words is named "${name}": ${pattern}`)
    return letters
  })
}

/** Matches one figure at a place of the string between what stands before and behind it. */
export const around = (figure: string, before = '', behind = ''): RegExp =>
  new RegExp(
    (before === '' ? '' : `(?<=${overLetters(before)})`) +
      overLetters(figure) +
      (behind === '' ? '' : `(?=${overLetters(behind)})`),
    'y',
  )
