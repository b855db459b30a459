import { type Block, type BlockKind, blockOf, type Reading } from './block.ts'
import { BULLET_MARK } from './bullets.ts'
import { lineStarts, trimmedSpan } from './lines.ts'
import { normalizeText } from './normalize-text.ts'
import { REFERENCE, type References, referencesIn, takeLinks } from './text-links.ts'
import { isDatedTitle, isNumberedHeading } from './title.ts'

/** One line, `document.slice(start, end)` without its line feed; its text is without the marks of a quotation. */
interface Line {
  start: number
  end: number
  text: string
}

/** A bullet's indent, its mark and the space after it. "1.5 million" and "-5 degrees" open no bullet. */
const BULLET = new RegExp(
  `^[ \\t\\u3000]{0,40}(?:(?:[-*+–—]|(?<=\\s)o|${BULLET_MARK.source})[ \\t\\u00a0\\u3000]{1,10}|[①-⑳]|\\d{1,3}[.)][ \\t\\u00a0]{1,10}|\\d{1,3}、[ \\t]{0,10})(?=\\S)`,
  'u',
)
/** Chinese prose sets in each paragraph by two characters. */
const INDENT = /^\u3000\u3000(?=\S)/

const RULE =
  /^[ \t]{0,10}(?:(?:- ?){3,200}|(?:= ?){3,200}|(?:\* ?){3,200}|(?:~ ?){3,200}|(?:_ ?){3,200}|[—–]{2,200})[ \t]{0,20}$/
const UNDERLINE = /^[ \t]{0,3}(?:={3,200}|-{3,200}|~{3,200})[ \t]{0,20}$/
/** What programs that make plain text of HTML leave before a heading. */
const HEADING_MARK = /^(?:\*\*|#{1,6})[ \t]{1,5}/
/** A mail's words end and its sender's begin (RFC 3676, 4.3). */
const SIGNATURE = /^-- $/
const CLOSES_SENTENCE = /[.!?…:;,。！？：；，”"’）)\]]$/
/** How a mail marks the lines of another that it answers (RFC 3676, 4.5). */
const QUOTE_MARKS = /^(?:> ?){1,20}/
const TITLE_LENGTH = 200
const HEADING_LENGTH = 60

/**
 * Reads a plain text digest: paragraphs and bullets parted by blank lines, a bullet reaching over its
 * continuation lines, headings that are underlined or short lines of their own.
 */
export function readPlainText(document: string): Reading {
  const blocks: Block[] = []
  let isAfterSignature = false
  const allLines = linesOf(document)
  const references = referencesIn(allLines)
  for (const lines of groupLines(allLines)) {
    isAfterSignature ||= lines.some((line) => SIGNATURE.test(line.text))
    blocks.push({ ...readGroup(document, lines, references), ...(isAfterSignature && { isFurniture: true }) })
  }
  const [first] = blocks
  const heading = first && isTitle(first, blocks.length === 1) ? first : null
  return { title: heading?.text ?? null, heading, subtitle: null, date: null, shownDate: null, blocks }
}

function linesOf(document: string): Line[] {
  const starts = lineStarts(document)
  return starts.map((start, i) => {
    const next = starts[i + 1]
    const end = next === undefined ? document.length - (document.endsWith('\n') ? 1 : 0) : next - 1
    return { start, end, text: document.slice(start, end).replace(QUOTE_MARKS, '') }
  })
}

/** Lines that belong together: a paragraph, or a bullet with its continuation lines. Blank lines are dropped. */
function groupLines(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  let open: Line[] | null = null
  for (const [i, line] of lines.entries()) {
    const isDated = isDatedHead(line, lines[i + 1], groups)
    if (isBlank(line)) open = null
    else if (open && !isDated && !opensGroup(line, open)) open.push(line)
    else {
      open = [line]
      groups.push(open)
      if (isDated) open = null
    }
  }
  return groups
}

/**
 * "Links for January 9, 2020" is the title even where no blank line follows it, and "No. 14, January 9, 2020" stands
 * under the title even where none is before it.
 */
function isDatedHead(line: Line, next: Line | undefined, groups: readonly Line[][]): boolean {
  if (groups.length > 1 || !isDatedTitle(line.text.trim())) return false
  const [title, second] = groups[0] ?? []
  if (title === undefined) return true
  return second === undefined && !CLOSES_SENTENCE.test(title.text.trim()) && (!next || isBlank(next))
}

const isBlank = ({ text }: Line): boolean => text.trim() === ''

function opensGroup(line: Line, open: readonly Line[]): boolean {
  const [first, last] = [open[0] as Line, open.at(-1) as Line]
  if (RULE.test(line.text)) return open.length > 1 || !UNDERLINE.test(line.text)
  if (BULLET.test(line.text) || RULE.test(last.text)) return true
  return INDENT.test(line.text) && !BULLET.test(first.text)
}

function readGroup(document: string, lines: readonly Line[], references: References): Block {
  const [first, last] = [lines[0] as Line, lines.at(-1) as Line]
  const isUnderlined = lines.length === 2 && UNDERLINE.test(last.text)
  const marker = isUnderlined || RULE.test(first.text) ? '' : (BULLET.exec(first.text)?.[0] ?? '')
  const body = lines.map((line, i) => line.text.slice(i === 0 ? marker.length : 0))
  const written = (isUnderlined ? body.slice(0, 1) : body).join('\n')
  const isReferences = lines.every((line) => REFERENCE.test(line.text))
  const { text, links } = takeLinks(
    isUnderlined ? written.replace(HEADING_MARK, '') : written,
    isReferences ? new Map() : references,
  )
  const kind = kindOf(lines, marker, isUnderlined)
  const lead = marker ? headlineOf(body) : null
  const words = { text, lead, links, isAllLead: false, isAllEmphasis: false }
  const block = blockOf(kind, trimmedSpan(document, first.start, last.end), words)
  if (kind === 'heading') block.level = 2
  block.isFurniture = isReferences
  return block
}

function kindOf(lines: readonly Line[], marker: string, isUnderlined: boolean): BlockKind {
  if (marker) return 'bullet'
  if (isUnderlined) return 'heading'
  const text = lines.length === 1 ? (lines[0] as Line).text : ''
  if (text === '') return 'paragraph'
  if (RULE.test(text)) return 'rule'
  return isHeading(text.trim()) ? 'heading' : 'paragraph'
}

/** The first line of a bullet, where it was broken off although the next line's first word had room on it. */
function headlineOf(lines: readonly string[]): string | null {
  const [first = '', second] = lines.map((line) => line.trim())
  if (second === undefined || CLOSES_SENTENCE.test(first)) return null
  const width = lines.reduce((widest, line) => Math.max(widest, line.trim().length), 0)
  const nextWord = second.slice(0, 80).split(/\s/, 1)[0] ?? ''
  return first.length + 1 + nextWord.length < width ? first : null
}

/** A line with a figure is never taken for a heading by its shape alone: a headline's fact would be lost. */
function isHeading(line: string): boolean {
  if (line.length > HEADING_LENGTH || /\d|:\/\//.test(line) || CLOSES_SENTENCE.test(line)) return false
  return /^\p{Lu}/u.test(line) && line.split(' ').length <= 6
}

/** The first block is the title where it is one line that closes no sentence. */
function isTitle(block: Block, isAlone: boolean): boolean {
  if (block.kind === 'heading') return true
  if (isNumberedHeading(normalizeText(block.text))) return false
  if (block.kind !== 'paragraph' || block.text.includes('\n') || block.text.length > TITLE_LENGTH)
    return false
  const line = block.text.trim()
  return isDatedTitle(line) || (!isAlone && !CLOSES_SENTENCE.test(line))
}
