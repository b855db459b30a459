import type { Place } from './places.ts'

/** A name in a text. */
export interface Mention {
  id: string
  /** As the text has it, without article and possessive. */
  name: string
  sort: 'place' | 'organisation' | 'thing' | 'goods' | 'name'
  place: Place | null
  start: number
  end: number
}
