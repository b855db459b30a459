import type { Block, Reading } from './block.ts'
import { isBoilerplate } from './boilerplate.ts'
import { findDate } from './date.ts'
import { tellsAlone, withoutNumbering } from './headline.ts'
import { normalizeText } from './normalize-text.ts'

const CLOSES_STATEMENT = /[.!?。！？]$/
const DATED_TITLE_LENGTH = 100
const DATELINE_LENGTH = 60
/** So many blocks at the top may say the title again. */
const HEAD_LENGTH = 4

const NUMBERED_HEADING = /^(?:[一二三四五六七八九十]{1,3}、|[★☆※▲] ?)[^\d.!?。！？；;]{1,30}$/

/** "一、航运" or "★ 航运" on a line of its own; with a figure it would be news. */
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
  const { heading } = reading
  const isKept = heading !== null && isNews(heading, stated === null ? '' : title, reading.blocks)
  const blocks = reading.blocks
    .filter((block, i) => (block === heading ? isKept : i >= HEAD_LENGTH || !repeats(block, title)))
    .map((block) => (block === heading ? asParagraph(block) : block))
  const at = blocks.findIndex((block) => !block.isFurniture && !isBoilerplate(normalizeText(block.text)))
  const dateline = datelineOf(blocks[at], blocks[at + 1])
  if (dateline) dateline.isFurniture = true
  return { title: title || null, dateline: dateline && normalizeText(dateline.text), blocks }
}

/** A headline with a figure that neither another title nor the text says again: the figure would be lost. */
function isNews(headline: Block, title: string, blocks: readonly Block[]): boolean {
  const words = normalizeText(headline.text)
  if (isDatedTitle(words) || title.includes(words)) return false
  return tellsAlone(words, otherThan(headline, blocks))
}

function* otherThan(headline: Block, blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) if (block !== headline) yield block
}

const asParagraph = (block: Block): Block => ({ ...block, kind: 'paragraph', level: 0 })

/** True for the title, and for a paragraph that is one of its parts: the page's name, the headline without the name. */
function repeats({ kind, text }: Block, title: string): boolean {
  const words = normalizeText(text)
  if (words === title) return true
  return kind === 'paragraph' && partsOf(title).includes(words.toLowerCase())
}

const partsOf = (title: string): string[] => title.toLowerCase().split(/ [|·•–—-] |: /)

/** The first block, where it is a line that names the day; a heading only where another follows it at once. */
function datelineOf(block: Block | undefined, next: Block | undefined): Block | null {
  const line = normalizeText(block?.text ?? '')
  if (!block || line.length > DATELINE_LENGTH || !isDatedTitle(line)) return null
  // "January 9, 2020: rents fall 4 percent" is news.
  if (/\d/.test(withoutNumbering(line))) return null
  const headsNothing = next?.kind === 'heading' && next.level <= block.level
  return block.kind === 'paragraph' || (block.kind === 'heading' && headsNothing) ? block : null
}

/** The first line of a paragraph, where it is a title: an editor's note or a subtitle may follow it without a gap. */
function datedLineOf(block: Block): string | null {
  const line = normalizeText(block.text.split(/[\n\u2028]/u, 1)[0] ?? '')
  return block.kind === 'paragraph' && isDatedTitle(line) ? line : null
}
