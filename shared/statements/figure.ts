import type { Entity } from '../model/fact.ts'
import type { Mention } from './chunk.ts'
import type { KnownNames } from './names.ts'

/** What a figure says beside its number: whose it is, and what is measured. */
export interface About {
  entity: Entity | null
  measure: string | null
}

/** The item as far as it is read for owners. */
export interface AboutItem {
  text: string
  /** Nearest heading above, lead-in of the list, and lead of the item: the nearest first. */
  headings: readonly string[]
  /** Of the digest. */
  title: string | null
}

/** What the items of a digest share, as every language asks for it. */
export interface Shared {
  readonly known: KnownNames
  /** Whom a heading or a title names; null where it names nobody, or several. */
  topicOfHeading(text: string): Mention | null
}
