import type { Link } from './digest.ts'

/** A stretch of a decoded document as its format's reader hands it on; assemble-items makes items of blocks. */
export interface Block {
  kind: BlockKind
  /** Whitespace as in the source; without markup. */
  text: string
  /** The bold or linked words the block opens with, without their closing stop, or null. */
  lead: string | null
  links: Link[]
  /** The header row that a table's row stands under; null for all other blocks. */
  context: string | null
  /** A heading's rank from 1; 0 for all other blocks. */
  level: number
  /** True for an image without words, a rule, a table of contents: nothing a reader would call a story. */
  isFurniture: boolean
  /** First line, from 1. */
  line: number
  /** Offsets in the decoded document, UTF-16 code units. */
  start: number
  end: number
}

export type BlockKind = 'heading' | 'paragraph' | 'bullet' | 'row'

/** What a format's reader makes of a decoded document. */
export interface Reading {
  /** The document's own title, or null. */
  title: string | null
  blocks: Block[]
}
