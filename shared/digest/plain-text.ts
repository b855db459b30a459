import { bareLinks } from './bare-links.ts'
import type { Block, BlockKind, Reading } from './block.ts'
import { findDate } from './date.ts'
import { type Line, linesOf } from './lines.ts'

/** A bullet's indent, its mark and the space after it. "1.5 million" and "-5 degrees" open no bullet. */
const BULLET = /^[ \t]{0,40}(?:[-*+•‣◦▪●○·–]|\d{1,3}[.)、])[ \t\u00a0]{1,10}(?=\S)/

const UNDERLINE = /^[ \t]{0,3}(?:={3,200}|-{3,200}|~{3,200})[ \t]{0,20}$/
const CLOSES_SENTENCE = /[.!?…:;,。！？：；，”"’）)\]]$/
const TITLE_LENGTH = 200
const HEADING_LENGTH = 60

/**
 * Reads a plain text digest: paragraphs and bullets parted by blank lines, a bullet reaching over its
 * continuation lines, headings that are underlined, in capitals, in 【】 or short lines of their own.
 */
export function readPlainText(document: string): Reading {
  const blocks = groupLines(linesOf(document)).map((lines) => blockOf(lines))
  const [first, ...rest] = blocks
  if (first && isTitle(first)) return { title: first.text, blocks: rest }
  return { title: null, blocks }
}

/** Lines that belong together: a paragraph, or a bullet with its continuation lines. Blank lines are dropped. */
function groupLines(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  let open: Line[] | null = null
  for (const line of lines) {
    const isBlank = line.text.trim() === ''
    if (isBlank) open = null
    else if (open && !BULLET.test(line.text)) open.push(line)
    else {
      open = [line]
      groups.push(open)
    }
  }
  return groups
}

function blockOf(lines: readonly Line[]): Block {
  const [first, last] = [lines[0] as Line, lines.at(-1) as Line]
  const marker = BULLET.exec(first.text)?.[0] ?? ''
  const isUnderlined = lines.length === 2 && UNDERLINE.test(last.text)
  const isRule = lines.length === 1 && UNDERLINE.test(first.text)
  const body = lines.map((line, i) => (i === 0 ? line.text.slice(marker.length) : line.text))
  const text = (isUnderlined ? body.slice(0, 1) : body).join('\n').trim()
  const kind: BlockKind = marker
    ? 'bullet'
    : isUnderlined || (lines.length === 1 && isHeading(text))
      ? 'heading'
      : 'paragraph'
  return {
    kind,
    text,
    lead: marker ? headlineOf(body) : null,
    links: bareLinks(text),
    context: null,
    level: kind === 'heading' ? 2 : 0,
    isFurniture: isRule,
    line: first.number,
    start: first.start + indentOf(first.text),
    end: last.start + last.text.trimEnd().length,
  }
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length
}

/** The first line of a bullet, where it was broken off although the next line's first word had room on it. */
function headlineOf(lines: readonly string[]): string | null {
  const [first = '', second] = lines.map((line) => line.trim())
  if (second === undefined || CLOSES_SENTENCE.test(first)) return null
  const width = Math.max(...lines.map((line) => line.trim().length))
  const nextWord = second.slice(0, 80).split(/\s/, 1)[0] ?? ''
  return first.length + 1 + nextWord.length < width ? first : null
}

/** A line with a figure is never taken for a heading by its shape alone: a headline's fact would be lost. */
function isHeading(line: string): boolean {
  if (/^【[^】]{1,60}】$/.test(line)) return true
  if (line.length > HEADING_LENGTH || /\d/.test(line) || CLOSES_SENTENCE.test(line)) return false
  return /^\p{Lu}/u.test(line) && line.split(' ').length <= 6
}

/** The first block is the title where it is one line that closes no sentence, or hardly more than a date. */
function isTitle(block: Block): boolean {
  if (block.kind === 'bullet' || block.isFurniture || block.text.length > TITLE_LENGTH) return false
  if (block.text.includes('\n')) return false
  return block.kind === 'heading' || findDate(block.text) !== null || !CLOSES_SENTENCE.test(block.text)
}
