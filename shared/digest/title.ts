import type { Block, Reading } from './block.ts'
import { findDate } from './date.ts'
import { normalizeText } from './normalize-text.ts'

const CLOSES_STATEMENT = /[.!?。！？]$/
const DATED_TITLE_LENGTH = 100
const DATELINE_LENGTH = 60

const NUMBERED_HEADING = /^[一二三四五六七八九十]{1,3}、[^\d.!?。！？；;]{1,30}$/

/** "一、航运" on a line of its own; with a figure it would be news. */
export const isNumberedHeading = (line: string): boolean => NUMBERED_HEADING.test(line)

/** "Links for January 9, 2020": a line of its own that names a day and states nothing. */
export function isDatedTitle(line: string): boolean {
  return line.length <= DATED_TITLE_LENGTH && !CLOSES_STATEMENT.test(line) && findDate(line) !== null
}

/** What a document is called, and the blocks that are left when its title is taken from among them. */
export interface Titled {
  title: string | null
  /** The line under the title that says the day and no more, or null. */
  dateline: string | null
  blocks: Block[]
}

/**
 * The title that was stated beside the text (in a front matter, as a mail's subject), or else the text's own, or
 * else a dated first line. Where the title stands once more at the top of the text it is no item.
 */
export function settleTitle(stated: string | null, reading: Reading): Titled {
  const [first] = reading.blocks
  const own = reading.title ?? (first ? datedLineOf(first) : null)
  const title = normalizeText(stated ?? own ?? '')
  const blocks = reading.blocks.filter((block, i) => i > 2 || normalizeText(block.text) !== title)
  const dateline = blocks.find((block) => !block.isFurniture)
  if (!dateline || !isDateline(dateline)) return { title: title || null, dateline: null, blocks }
  dateline.isFurniture = true
  return { title: title || null, dateline: normalizeText(dateline.text), blocks }
}

function isDateline({ kind, text }: Block): boolean {
  const line = normalizeText(text)
  return kind === 'paragraph' && line.length <= DATELINE_LENGTH && isDatedTitle(line)
}

/** The first line of a paragraph, where it is a title: an editor's note or a subtitle may follow it without a gap. */
function datedLineOf(block: Block): string | null {
  const line = normalizeText(block.text.split(/[\n\u2028]/u, 1)[0] ?? '')
  return block.kind === 'paragraph' && isDatedTitle(line) ? line : null
}
