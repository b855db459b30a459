import type { DateRow, DayNumber, ReadDate } from './calendar.ts'
import { DATES_EN } from './en/dates.ts'
import { isLatin, plainCode } from './lexicon.ts'
import { DATES_ZH } from './zh/dates.ts'

interface Opener {
  word: string
  rows: DateRow[]
}

/** The first two code units of an opener as one number; the second is 0 where it has one alone. */
const keyOf = (first: number, second: number): number => first * 0x10000 + second

/** Rows by how they begin: most places of a text are turned down by their first two characters. */
export class Openers {
  readonly #byPair = new Map<number, Opener[]>()
  readonly #first = new Set<number>()
  readonly #opens = new Uint8Array(0x10000)

  constructor(rows: readonly DateRow[]) {
    const openers = new Map<string, Opener>()
    for (const row of rows)
      for (const written of row.opens.split(/\s+/))
        for (const opened of written === '0' ? DIGITS : [written]) {
          const word = opened.replaceAll('_', ' ')
          const opener = openers.get(word) ?? { word, rows: [] }
          opener.rows.push(row)
          openers.set(word, opener)
        }
    const longest = [...openers.values()].sort((a, b) => b.word.length - a.word.length)
    for (const opener of longest) this.#add(opener)
    for (let c = 0; c < 0x10000; c++) if (this.#first.has(plainCode(c))) this.#opens[c] = 1
  }

  #add(opener: Opener): void {
    const [first, second] = [opener.word, opener.word.slice(1)].map((rest) =>
      plainCode(rest.charCodeAt(0) || 0),
    )
    this.#first.add(first as number)
    const key = keyOf(first as number, second || 0)
    this.#byPair.set(key, [...(this.#byPair.get(key) ?? []), opener])
  }

  /** What may begin at a place of a text, the longest words first. */
  at(text: string, at: number): readonly Opener[] {
    const c = text.charCodeAt(at)
    if (this.#opens[c] === 0) return NONE
    const first = plainCode(c)
    const pair = this.#byPair.get(keyOf(first, plainCode(text.charCodeAt(at + 1)) || 0))
    const single = this.#byPair.get(keyOf(first, 0))
    if (pair === undefined || pair === single) return single ?? NONE
    return single === undefined ? pair : [...pair, ...single]
  }
}

const NONE: readonly Opener[] = []
const DIGITS = [...'0123456789']

/** All rows; Chinese ones first, as they begin with the same digits and end in a character. */
export const DATE_ROWS: readonly DateRow[] = [...DATES_ZH, ...DATES_EN]
const OPENERS = new Openers(DATE_ROWS)

/** Reads dates against the day of the digest. */
export const datesFrom =
  (today: DayNumber, openers = OPENERS): ReadDate =>
  (text, at) => {
    for (const { word, rows } of openers.at(text, at)) {
      if (!begins(text, at, word)) continue
      for (const row of rows) {
        row.pattern.lastIndex = at
        const match = row.pattern.exec(text)
        if (match === null || match[0] === '') continue
        const read = row.read(match, today)
        if (read !== null) return { ...read, end: at + match[0].length }
      }
    }
    return null
  }

/** The text has the word at `at`, whole where it is Latin. */
function begins(text: string, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++)
    if (plainCode(text.charCodeAt(at + i)) !== word.charCodeAt(i)) return false
  return !isLatin(word.charCodeAt(word.length - 1)) || !isLatin(text.charCodeAt(at + word.length))
}
