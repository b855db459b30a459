import { fold } from '../quantities/zh/characters.ts'
import type { ClassName } from './classes.ts'

interface Node {
  names: readonly ClassName[] | undefined
  next: Map<number, Node>
}

const node = (): Node => ({ names: undefined, next: new Map() })

/** A code unit as the lexicons write it: simplified, half-width, in small letters. */
export function plainCode(c: number): number {
  if (c < 0x80) return c >= 0x41 && c <= 0x5a ? c | 0x20 : c
  if (c === 0x2019 || c === 0x2018) return 0x27
  if (c >= 0x2010 && c <= 0x2015) return 0x2d
  return fold(c)
}

export const isLatin = (c: number): boolean =>
  (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || (c >= 0xc0 && c <= 0x24f)
const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39

/** Words by their class, or by several in a row: 'rose to' of 升至. Underscores stand for the blanks of a phrase. */
export type Markers = Readonly<Record<string, string>>

/** Words and phrases by their class, asked for the longest one that begins at a place in a text. */
export class Lexicon {
  readonly #root = node()
  readonly #first = new Uint8Array(0x10000)

  /** Of two classes of one word the first that is given stays. */
  constructor(...tables: readonly Markers[]) {
    for (const table of tables)
      for (const [names, words] of Object.entries(table))
        for (const word of words.split(/\s+/))
          if (word !== '') this.#insert(word, names.split(' ') as ClassName[])
  }

  #insert(word: string, names: readonly ClassName[]): void {
    let place = this.#root
    for (const letter of word) {
      const c = letter === '_' ? 0x20 : plainCode(letter.charCodeAt(0))
      let next = place.next.get(c)
      if (next === undefined) {
        next = node()
        place.next.set(c, next)
      }
      place = next
    }
    place.names ??= names
    this.#first[plainCode(word.charCodeAt(0))] = 1
  }

  /** Classes of the longest word at `at`, and its end in `this.end`. A Latin word is whole there. */
  longestAt(text: string, at: number, to: number): readonly ClassName[] | undefined {
    let c = plainCode(text.charCodeAt(at))
    if (this.#first[c] === 0) return undefined
    let found: readonly ClassName[] | undefined
    let place: Node | undefined = this.#root
    for (let i = at; i < to; ) {
      place = place.next.get(c)
      if (place === undefined) break
      i++
      const next = i < to ? text.charCodeAt(i) : 0
      if (place.names !== undefined && !(isLatin(c) && (isLatin(next) || isDigit(next)))) {
        found = place.names
        this.end = i
      }
      c = plainCode(next)
      if (c === 0x0a || c === 0x20a0) c = 0x20
    }
    return found
  }

  /** End of the word that was found last. */
  end = 0
}
