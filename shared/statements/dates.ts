import type { DateRead, DateRow, DayNumber, ReadDate } from './calendar.ts'
import { DATES_EN } from './en/dates.ts'
import { isLatin, plainCode } from './lexicon.ts'
import { DATES_ZH } from './zh/dates.ts'

/** Rows by the word that they begin with, the first of its letters first. */
class Openers {
  readonly #byCode = new Map<number, { word: string; rows: DateRow[] }[]>()

  constructor(rows: readonly DateRow[]) {
    for (const row of rows)
      for (const word of row.opens.split(' ')) {
        const codes = word === '0' ? [...'0123456789'] : [word[0] as string]
        for (const first of codes) this.#add(first, word === '0' ? first : word, row)
      }
    for (const list of this.#byCode.values()) list.sort((a, b) => b.word.length - a.word.length)
  }

  #add(first: string, word: string, row: DateRow): void {
    const c = plainCode(first.charCodeAt(0))
    const list = this.#byCode.get(c) ?? []
    const known = list.find((each) => each.word === word)
    if (known) known.rows.push(row)
    else list.push({ word, rows: [row] })
    this.#byCode.set(c, list)
  }

  at(c: number): readonly { word: string; rows: readonly DateRow[] }[] | undefined {
    return this.#byCode.get(c)
  }
}

const OPENERS = new Openers([...DATES_ZH, ...DATES_EN])
const MAY_OPEN = new Uint8Array(0x10000)
for (let c = 0; c < 0x10000; c++) if (OPENERS.at(plainCode(c))) MAY_OPEN[c] = 1

/** Longest that a date is written. */
const LONGEST = 64

/** Reads dates against the day of the digest. */
export const datesFrom =
  (today: DayNumber): ReadDate =>
  (text, at) => {
    const c = text.charCodeAt(at)
    if (MAY_OPEN[c] === 0) return null
    for (const { word, rows } of OPENERS.at(plainCode(c)) ?? []) {
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

export type { DateRead }
export { LONGEST }
