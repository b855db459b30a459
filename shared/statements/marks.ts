import type { Quantity } from '../model/fact.ts'
import { classAt, DIGIT, HAN } from '../quantities/characters.ts'
import type { DateRead, ReadDate } from './calendar.ts'
import { CLASSES, type ClassName, type Letter } from './classes.ts'
import { MARKERS_EN } from './en/markers.ts'
import { isLatin, Lexicon } from './lexicon.ts'
import { MARKERS_ZH } from './zh/markers.ts'

/** The words of a text as a string of their classes, made once; patterns match the string, and places lead back. */
export interface Marks {
  /** A letter for each word, figure and sign (see classes.ts). */
  letters: string
  /** Where in the text each begins. */
  starts: number[]
  /** The class of each, as patterns name it. */
  names: ClassName[]
  /** Place in `letters` of each quantity, in their order. */
  places: number[]
  /** Classes of the words inside each quantity: "1,200 new cases". */
  inside: ClassName[][]
  /** What dates say, by their place. */
  dates: Map<number, DateRead>
}

/** The words of both languages: a text of one quotes the other. */
export const LEXICON = new Lexicon(MARKERS_EN, MARKERS_ZH)

const SIGNS: ReadonlyMap<string, ClassName> = new Map([
  [',', 'comma'],
  ['，', 'comma'],
  [';', 'clause'],
  ['。', 'stop'],
  ['！', 'stop'],
  ['？', 'stop'],
  ['\n', 'stop'],
  ['(', 'open'],
  ['（', 'open'],
  [')', 'close'],
  ['）', 'close'],
  ['[', 'open'],
  [']', 'close'],
  [':', 'colon'],
  ['：', 'colon'],
  ['–', 'comma'],
  ['—', 'comma'],
  ['/', 'and'],
  ['&', 'and'],
])

const DURATIONS: ReadonlySet<string> = new Set([
  'd',
  'wk',
  'mo',
  'a',
  'h',
  'min',
  's',
  'century',
  'decade',
  'quarter',
])

function classOf({ unit }: Quantity): ClassName {
  if (
    unit === '%' ||
    unit === 'percentage point' ||
    unit === 'point' ||
    unit === 'basis point' ||
    unit === '‰'
  )
    return 'percent'
  if (unit === 'year of age') return 'age'
  return DURATIONS.has(unit) ? 'duration' : 'figure'
}

const MOVING: ReadonlySet<ClassName> = new Set(['rose', 'fell', 'moved', 'doubled'])

/** Behind a verb of one character, 涨 or 增, stands what it moves by or to; else it is a bit of a word, 定增. */
const movesAlone = (text: string, at: number, figure: number): boolean =>
  at >= figure - 1 || /[了至到为逾超约近达\d ，、。幅个]/.test(text[at] ?? ' ')

/** Longest run of Chinese characters without a known word that is one word. */
const RUN = 4

export function marksOf(
  text: string,
  quantities: readonly Quantity[],
  readDate: ReadDate,
  lexicon = LEXICON,
): Marks {
  const marks: Marks = { letters: '', starts: [], names: [], places: [], inside: [], dates: new Map() }
  const letters: Letter[] = []
  const push = (name: ClassName, at: number) => {
    letters.push(CLASSES[name])
    marks.names.push(name)
    marks.starts.push(at)
  }
  let next = 0
  let from = quantities[0]?.start ?? text.length
  let inside: ClassName[] | null = null
  let until = -1
  for (let i = 0; i < text.length; ) {
    if (i >= from) {
      const quantity = quantities[next++] as Quantity
      marks.places.push(letters.length)
      push(classOf(quantity), quantity.start)
      inside = []
      marks.inside.push(inside)
      until = quantity.end
      from = quantities[next]?.start ?? text.length
    }
    if (inside !== null && i >= until) inside = null
    const c = text.charCodeAt(i)
    if (c === 0x20) {
      i++
      continue
    }
    const date = inside === null ? readDate(text, i) : null
    if (date !== null && date.end > i) {
      marks.dates.set(letters.length, date)
      push(date.before === undefined ? 'date' : 'earlier', i)
      i = date.end
      continue
    }
    const names = lexicon.longestAt(text, i, inside === null ? Math.max(from, i + 1) : until)
    if (names !== undefined) {
      const isBit = lexicon.end === i + 1 && classAt(text, i) === HAN && !movesAlone(text, lexicon.end, from)
      for (const name of names)
        if (inside !== null) inside.push(name)
        else push(isBit && MOVING.has(name) ? 'word' : name, i)
      i = lexicon.end
      continue
    }
    const end = wordEnd(text, i)
    if (inside === null) {
      const sign = end === i + 1 ? (SIGNS.get(text[i] as string) ?? stopAt(text, i)) : undefined
      if (sign !== undefined) push(sign, i)
      else if (classAt(text, i) === HAN) {
        if (letters.at(-1) !== CLASSES.word || i - (marks.starts.at(-1) as number) >= RUN) push('word', i)
      } else if (classAt(text, i) === DIGIT) push('number', i)
      else if (end > i + 1 || isLatin(c)) push('word', i)
    }
    i = Math.max(i + 1, Math.min(end, inside === null ? from : until))
  }
  marks.letters = letters.join('')
  return marks
}

/** A stop before white space and no small letter ends a sentence, but for one behind a capital letter. */
function stopAt(text: string, i: number): ClassName | undefined {
  const c = text.charCodeAt(i)
  if (c !== 0x2e && c !== 0x21 && c !== 0x3f && c !== 0x2026) return undefined
  const next = text.charCodeAt(i + 1)
  if (next !== 0x20 && next !== 0x0a && !Number.isNaN(next)) return undefined
  if (
    c === 0x2e &&
    /(?:^|[^A-Za-z])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Co|Corp|Ltd)$/.test(
      text.slice(Math.max(0, i - 6), i),
    )
  )
    return undefined
  const behind = text.charCodeAt(i + 2)
  return behind >= 0x61 && behind <= 0x7a ? undefined : 'stop'
}

function wordEnd(text: string, at: number): number {
  const c = text.charCodeAt(at)
  let i = at + 1
  if (isLatin(c)) {
    for (; i < text.length; i++) {
      const d = text.charCodeAt(i)
      if (!isLatin(d) && d !== 0x27 && d !== 0x2d && !(d >= 0x30 && d <= 0x39)) break
    }
  } else if (c >= 0x30 && c <= 0x39) {
    while (i < text.length && /[\d.,]/.test(text[i] as string) && classAt(text, i + 1) === DIGIT) i++
    while (classAt(text, i) === DIGIT) i++
  }
  return i
}
