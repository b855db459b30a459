import MarkdownIt, { type Token } from 'markdown-it'
import { DigestError } from '../model/digest-error.ts'
import { type Block, type BlockKind, blockOf, emptyBlock, type Reading } from './block.ts'
import { BULLET_MARK, withoutBulletMark } from './bullets.ts'
import { InlineCollector, LINE_BREAK } from './inline-text.ts'
import { LIMITS } from './limits.ts'
import { lineStarts, trimmedSpan } from './lines.ts'
import { normalizeText } from './normalize-text.ts'
import { rowWords, unitSaid } from './table-rows.ts'

/** CommonMark with GFM tables and strikethrough; GFM's bare addresses are found by the inline collector. */
const markdown = new MarkdownIt({ html: true })
// Two levels more than allowed: the parser stops there in silence, and checkDepth speaks.
markdown.set({ maxNesting: LIMITS.depth + 2 })
markdown.core.ruler.before('inline', 'check_paragraphs', ({ tokens }) => checkParagraphs(tokens))
// Pieces of a text are joined as they are read: see collect.
markdown.disable(['text_join', 'fragments_join'])
// Addresses stay as they are written; the inline collector drops those that would run code.
markdown.normalizeLink = (url) => url
markdown.validateLink = () => true

/** Han and the punctuation and forms of full width that stand with it, none of which needs a space beside it. */
const IS_WIDE = /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\u2018-\u201d\u2026]/
/**
 * "**仓储扩建。**去年": CommonMark tells by the spaces and the punctuation beside a mark whether it opens or closes, and
 * Chinese has no spaces.
 */
markdown.inline.State = class extends markdown.inline.State {
  override scanDelims(
    start: number,
    canSplitWord: boolean,
  ): ReturnType<InstanceType<typeof markdown.inline.State>['scanDelims']> {
    const scanned = super.scanDelims(start, canSplitWord)
    const before = this.src.charAt(start - 1)
    const behind = this.src.charAt(start + scanned.length)
    if (!canSplitWord || !(IS_WIDE.test(before) || IS_WIDE.test(behind))) return scanned
    return { ...scanned, can_open: /\S/.test(behind), can_close: /\S/.test(before) }
  }
}

/** A line that opens with a bullet's mark which Markdown knows nothing of. */
const BULLET_LINE = new RegExp(`^[^\\S\\n]{0,10}${BULLET_MARK.source}`, 'mu')
/** What GFM sets before a task. */
const CHECK_BOX = /^\[[ x]\]\s{1,10}/i
/** "[^1]" after a word, and "[^1]:" before what it stands for. */
const FOOTNOTE_MARK = /\[\^[^\]\s]{1,40}\](?:: {0,3})?/g

/** Reads a Markdown digest; the first heading is its title unless further headings of its rank show it a section. */
export async function readMarkdown(document: string): Promise<Reading> {
  const tokens = markdown.parse(document, {})
  const reader = new TokenReader(document)
  for (const token of tokens) {
    checkDepth(token)
    reader.read(token)
  }
  const blocks = reader.htmlSpans.length > 0 ? await withHtml(document, reader) : reader.blocks
  return takeTitle(blocks)
}

function checkDepth(token: Token): void {
  if (token.level > LIMITS.depth) {
    throw new DigestError(
      'too-deep',
      `The document is too deep: lists or quotes nest over ${LIMITS.depth} levels.`,
    )
  }
}

function checkParagraphs(tokens: readonly Token[]): void {
  const long = tokens.find(
    (token) => token.type === 'inline' && token.content.length > LIMITS.paragraphLength,
  )
  if (!long) return
  const excess = `${long.content.length} characters, ${LIMITS.paragraphLength} are allowed`
  throw new DigestError(
    'item-too-long',
    `The paragraph at line ${(long.map?.[0] ?? 0) + 1} is too long: ${excess}.`,
  )
}

function takeTitle(blocks: Block[]): Reading {
  const first = blocks.find((block) => !block.isFurniture)
  const isAlone = (rank: number) => !blocks.some((block) => block !== first && block.level === rank)
  const isTitle = first?.kind === 'heading' && (first.level === 1 || isAlone(first.level))
  const heading = isTitle ? first : null
  return { title: heading?.text ?? null, heading, subtitle: null, date: null, shownDate: null, blocks }
}

/** Makes blocks of markdown-it's flat stream of tokens. */
class TokenReader {
  readonly blocks: Block[] = []
  /** HTML between the Markdown, with the number of blocks before it. */
  readonly htmlSpans: { before: number; start: number; end: number }[] = []
  readonly #document: string
  readonly #starts: readonly number[]
  #listDepth = 0
  #headingLevel = 0
  /** True in a heading that is one by the line under it. */
  #isUnderlined = false
  /** True where that line only parts the paragraph above it from the next. */
  #isRule = false
  /** The bullet whose continuation may come, until its list item ends or a list inside it begins. */
  #bullet: Block | null = null
  /** The cells so far of the table row being read, or null outside of one. */
  #cells: Block[] | null = null
  #rowPlace = { start: 0, end: 0 }
  #isHeaderRow = false
  #columns: readonly string[] = []
  /** The line before the table that says its unit. */
  #caption: string | null = null

  constructor(document: string) {
    this.#document = document
    this.#starts = lineStarts(document)
  }

  read(token: Token): void {
    switch (token.type) {
      case 'inline':
        this.#readInline(token)
        return
      case 'heading_open':
        this.#headingLevel = Number(token.tag.slice(1))
        this.#isUnderlined = token.markup === '-' || token.markup === '='
        return
      case 'heading_close':
        if (this.#isRule) this.blocks.push(emptyBlock('rule', this.blocks.at(-1) ?? { start: 0, end: 0 }))
        this.#headingLevel = 0
        this.#isRule = false
        return
      case 'list_item_open':
        this.#listDepth++
        this.#bullet = null
        return
      case 'list_item_close':
        this.#listDepth--
        this.#bullet = null
        return
      case 'thead_open':
        this.#isHeaderRow = true
        this.#caption = this.#unitLine()
        return
      case 'thead_close':
        this.#isHeaderRow = false
        return
      case 'tr_open':
        this.#cells = []
        this.#rowPlace = this.#placeOf(token)
        return
      case 'tr_close':
        this.#closeRow()
        return
      case 'hr':
        this.blocks.push(emptyBlock('rule', this.#placeOf(token)))
        return
      case 'fence':
      case 'code_block':
        this.#readCode(token)
        return
      case 'html_block':
        this.htmlSpans.push({ before: this.blocks.length, ...this.#placeOf(token) })
        return
    }
  }

  /** An indented paragraph is code to Markdown and prose to whoever typed it; a fenced one is meant as code. */
  #readCode(token: Token): void {
    const block = emptyBlock('paragraph', this.#placeOf(token))
    block.text = token.content
    block.isFurniture = token.type === 'fence'
    this.#push(block)
  }

  #readInline(token: Token): void {
    const children = token.children ?? []
    if (this.#headingLevel > 0 && this.#isUnderlined && isProse(token.content)) {
      this.#headingLevel = 0
      this.#isRule = true
    }
    if (this.#kind === 'paragraph' && BULLET_LINE.test(token.content)) {
      this.#readBulletLines(token, children)
      return
    }
    const block = blockOf(this.#kind, this.#placeOf(token), collect(children))
    if (block.kind === 'bullet') block.text = block.text.replace(CHECK_BOX, '')
    if (this.#cells) this.#cells.push(block)
    else if (this.#bullet && block.kind === 'bullet') continueBlock(this.#bullet, block)
    else {
      block.level = this.#headingLevel
      this.#push(block)
      if (block.kind === 'bullet') this.#bullet = block
    }
  }

  /** The lines of a paragraph that open with a bullet's mark are bullets to whoever typed them. */
  #readBulletLines(token: Token, children: readonly Token[]): void {
    const [first = 0, end = 0] = token.map ?? []
    const lines = token.content
      .split('\n')
      .flatMap((line, i) => (i === 0 || BULLET_LINE.test(line) ? [first + i] : []))
    const pieces = splitAtBullets(children)
    // A mark at the start of a line of code opens no piece.
    const isEven = pieces.length === lines.length
    for (const [i, piece] of (isEven ? pieces : [children]).entries()) {
      const words = collect(piece)
      const text = withoutBulletMark(words.text)
      const place = this.#placeOfLines(isEven ? (lines[i] ?? first) : first, (isEven && lines[i + 1]) || end)
      this.#push(
        text === null ? blockOf('paragraph', place, words) : blockOf('bullet', place, { ...words, text }),
      )
    }
  }

  get #kind(): BlockKind {
    if (this.#cells) return 'row'
    if (this.#headingLevel > 0) return 'heading'
    return this.#listDepth > 0 ? 'bullet' : 'paragraph'
  }

  #closeRow(): void {
    const [first, ...rest] = this.#cells ?? []
    this.#cells = null
    if (!first) return
    const words = [first, ...rest].map((cell) => normalizeText(cell.text))
    if (this.#isHeaderRow) this.#columns = words
    else {
      const head = { caption: this.#caption, columns: this.#columns }
      const text = rowWords(words, head) ?? words.join(' | ')
      const header = this.#columns.filter((column) => column !== '').join(' | ')
      const links = [first, ...rest].flatMap((cell) => cell.links)
      this.#push({
        ...first,
        ...this.#rowPlace,
        text,
        links,
        context: [this.#caption, header].filter(Boolean).join(' | ') || null,
        isAllLead: false,
        isAllEmphasis: false,
      })
    }
  }

  #unitLine(): string | null {
    const before = this.blocks.at(-1)
    return before?.kind === 'paragraph' && unitSaid(before.text) !== null ? normalizeText(before.text) : null
  }

  /** A block without words is kept for what it shows (an image), and dropped where it shows nothing. */
  #push(block: Block): void {
    const isBlank = block.text.trim() === ''
    if (isBlank && block.links.length === 0) return
    block.isFurniture ||= isBlank
    this.blocks.push(block)
  }

  #placeOf(token: Token): { start: number; end: number } {
    const [first, end] = token.map ?? [0, 0]
    return this.#placeOfLines(first, end)
  }

  #placeOfLines(first: number, end: number): { start: number; end: number } {
    return trimmedSpan(this.#document, this.#starts[first] ?? 0, this.#starts[end] ?? this.#document.length)
  }
}

/** A heading is one line, and closes no sentence. */
const isProse = (text: string): boolean => text.includes('\n') || /[.。!！?？;；][”"’）)]?$/.test(text)

/** The tokens of a paragraph, parted before each line that opens with a bullet's mark. */
function splitAtBullets(children: readonly Token[]): Token[][] {
  const pieces: Token[][] = [[]]
  for (const [i, child] of children.entries()) {
    const next = children[i + 1]
    const isBreak = child.type === 'softbreak' || child.type === 'hardbreak'
    if (isBreak && next?.type === 'text' && BULLET_LINE.test(next.content)) pieces.push([])
    else pieces.at(-1)?.push(child)
  }
  return pieces
}

/** A list item's further paragraph belongs to its bullet. */
function continueBlock(bullet: Block, more: Block): void {
  bullet.text += LINE_BREAK + more.text
  bullet.links = bullet.links.concat(more.links)
  bullet.end = more.end
  bullet.isFurniture &&= more.text.trim() === ''
  bullet.isAllLead = false
}

function collect(children: readonly Token[]): ReturnType<InlineCollector['finish']> {
  const collector = new InlineCollector()
  /** An address may stand in several pieces of text. */
  let words = ''
  /** How many marks are open that strike out what is in them. */
  let struck = 0
  for (const child of children) {
    // Each once: the library's tokens are slow to look into.
    const { type, content } = child
    struck = Math.max(0, struck + strikes(type, content))
    if (struck > 0) continue
    if (type === 'text' || type === 'text_special') {
      words += content
      continue
    }
    if (words !== '') collector.addText(withoutFootnoteMarks(words))
    words = ''
    switch (type) {
      case 'code_inline':
        collector.addText(content)
        break
      case 'softbreak':
        collector.addText('\n')
        break
      case 'hardbreak':
        collector.addText(LINE_BREAK)
        break
      case 'strong_open':
        collector.openMark('strong')
        break
      case 'strong_close':
        collector.closeMark('strong')
        break
      case 'em_open':
        collector.openMark('emphasis')
        break
      case 'em_close':
        collector.closeMark('emphasis')
        break
      case 'link_open':
        collector.openMark('link', addressOf(child, 'href'))
        break
      case 'link_close':
        collector.closeMark('link')
        break
      case 'image':
        collector.addImage(content, addressOf(child, 'src'))
        break
      case 'html_inline':
        readTag(collector, content)
        break
    }
  }
  if (words !== '') collector.addText(withoutFootnoteMarks(words))
  return collector.finish()
}

function withoutFootnoteMarks(words: string): string {
  return words.includes('[^') ? words.replace(FOOTNOTE_MARK, '') : words
}

function addressOf(token: Token, attribute: string): string {
  return String(token.attrGet(attribute) ?? '')
}

/** 1 where a token begins what is struck out, -1 where it ends it. */
function strikes(type: string, content: string): number {
  if (type === 's_open') return 1
  if (type === 's_close') return -1
  if (type !== 'html_inline') return 0
  return /^<(?:del|s|strike)>/i.test(content) ? 1 : /^<\/(?:del|s|strike)>/i.test(content) ? -1 : 0
}

const LINK_TAG = /^<a\s[^>]{0,200}?href\s{0,3}=\s{0,3}["']?([^"'\s>]{1,2000})/i

/** The few tags that Markdown's authors write between words; all others only go away. */
function readTag(collector: InlineCollector, tag: string): void {
  if (/^<br[\s/>]/i.test(tag)) collector.addText(LINE_BREAK)
  else if (/^<(?:b|strong)>/i.test(tag)) collector.openMark('strong')
  else if (/^<\/(?:b|strong)>/i.test(tag)) collector.closeMark('strong')
  else if (/^<sup>/i.test(tag)) collector.openMark('raised')
  else if (/^<\/sup>/i.test(tag)) collector.closeMark('raised')
  else if (/^<\/a>/i.test(tag)) collector.closeMark('link')
  else {
    const address = LINK_TAG.exec(tag)?.[1]
    if (address) collector.openMark('link', address)
  }
}

/** Blocks of the HTML that stands between the Markdown, each at its place. */
async function withHtml(document: string, reader: TokenReader): Promise<Block[]> {
  const { readHtmlFragment } = await import('./html.ts')
  const merged: Block[] = []
  let taken = 0
  for (const { before, start, end } of reader.htmlSpans) {
    merged.push(...reader.blocks.slice(taken, before))
    taken = before
    for (const block of readHtmlFragment(document.slice(start, end))) {
      merged.push({ ...block, start: block.start + start, end: block.end + start })
    }
  }
  return merged.concat(reader.blocks.slice(taken))
}
