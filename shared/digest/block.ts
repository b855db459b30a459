import type { InlineText } from './inline-text.ts'

/** A stretch of a decoded document as its format's reader hands it on; assemble-items makes items of blocks. */
export interface Block extends InlineText {
  kind: BlockKind
  /** A heading's rank from 1; 0 for all other blocks. */
  level: number
  /** The header row that a table's row stands under; null for all other blocks. */
  context: string | null
  /** True for what stands in a footer, an image without words, a code listing: nothing a reader would call a story. */
  isFurniture: boolean
  /** The day, `yyyy-mm-dd`, of the part of the document that it stands in (a mail, an entry of a feed); null for none. */
  day: string | null
  /** Offsets in the decoded document, UTF-16 code units. */
  start: number
  end: number
}

/** A `rule` only parts what is above it from what is below; it never becomes an item. */
export type BlockKind = 'heading' | 'paragraph' | 'bullet' | 'row' | 'rule'

/** What a format's reader makes of a decoded document. */
export interface Reading {
  /** The document's own title, without markup, or null. */
  title: string | null
  /** The block among the others that the title was taken from or says again, or null. */
  heading: Block | null
  /** Further words beside the title that may hold the date: the name of a page whose heading is the title. */
  subtitle: string | null
  /** The date that a page's head states, or null. */
  date: string | null
  /** The date that the text shows beside its title or says of itself, or null. */
  shownDate: string | null
  blocks: Block[]
}

/** Where a block stands in the document. */
type Place = Pick<Block, 'start' | 'end'>

/** A block of these words, no heading's and no table's, at a place in the document. */
export function blockOf(kind: BlockKind, { start, end }: Place, words: InlineText): Block {
  const { text, lead, links, isAllLead, isAllEmphasis } = words
  const isFurniture = false
  return {
    kind,
    text,
    lead,
    links,
    isAllLead,
    isAllEmphasis,
    level: 0,
    context: null,
    isFurniture,
    day: null,
    start,
    end,
  }
}

/** A block without words at a place in the document. */
export const emptyBlock = (kind: BlockKind, place: Place): Block =>
  blockOf(kind, place, { text: '', lead: null, links: [], isAllLead: false, isAllEmphasis: false })
