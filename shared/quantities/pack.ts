import type { Quantity } from '../model/fact.ts'
import type { Tokens } from './tokens.ts'

/** A text as it is read, sentence by sentence. */
export interface Reading {
  tokens: Tokens
  /** ISO 4217 code of the 元 that the texts around this one tell of. */
  yuan: string | undefined
  /** What was read so far, in text order. */
  found: Quantity[]
  /** The noun that the sentence before counted last, in a language where the next one may leave it out. */
  carried: string | null
}

/** What a language brings along: a folder here and a line in `languages.ts`. */
export interface Pack {
  /** What its sentences are written in; a sentence in the other script is read by that script's pack. */
  script: 'letters' | 'han'
  /** What a stop may stand behind without ending a sentence, case as written: "Mr", "Jan". */
  abbreviations: ReadonlySet<string>
  /**
   * Reads the sentence of tokens `from` to `to` into `reading.found`.
   * @returns the token behind the last one read, which an amount can have behind the stop: "5 p.m. (EST)"
   */
  read(reading: Reading, from: number, to: number): number
}
