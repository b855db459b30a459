import { defaultTreeAdapter, parse, parseFragment } from 'parse5'
import { DigestError } from '../model/digest-error.ts'
import { type Block, type BlockKind, blockOf, emptyBlock, type Reading } from './block.ts'
import { opensLine, withoutBulletMark } from './bullets.ts'
import { findDate } from './date.ts'
import { isHidden } from './hidden.ts'
import { daysIn } from './html-dates.ts'
import {
  attributeOf,
  type ChildNode,
  cellsOf,
  type Element,
  findElement,
  isDataTable,
  isElement,
  isHeaderRow,
  isList,
  isListing,
  isTrackingPixel,
  placeOf,
  roleOf,
  rowsOf,
  type TextNode,
} from './html-elements.ts'
import { InlineCollector, type InlineText, LINE_BREAK, type Mark } from './inline-text.ts'
import { LIMITS } from './limits.ts'
import { trimmedSpan } from './lines.ts'
import { normalizeText } from './normalize-text.ts'
import { StyleRules } from './style-rules.ts'
import { isStruckOut, textStyle } from './styles.ts'
import { Grid, underHeader } from './table-grid.ts'
import { rowWords, unitSaid } from './table-rows.ts'
import { isXhtml, withoutEmptyTags } from './xhtml.ts'

/** Reads an HTML digest: a page or a part of one. Its heading of the first rank, or else its name, is the title. */
export function readHtml(document: string): Reading {
  const source = isXhtml(document) ? withoutEmptyTags(document) : document
  const { childNodes } = parse(source, parserOptions())
  const head = findElement(childNodes, 'head')
  const blocks = blocksOf(source, childNodes, findElement(childNodes, 'main'))
  const { stated, shown } = daysIn(childNodes)
  return { ...takeTitle(blocks, nameIn(head)), date: stated, shownDate: shown }
}

/** The blocks of a stretch of HTML that stands in another format; offsets count in the stretch. */
export function readHtmlFragment(source: string): Block[] {
  return blocksOf(source, parseFragment(source, parserOptions()).childNodes, null)
}

function parserOptions() {
  return {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    treeAdapter: new DepthGuard().adapter,
  }
}

/** Where a node begins and ends in the source. */
interface Place {
  startOffset: number
  endOffset: number
}

interface PlacedNode {
  sourceCodeLocation?: Place | null
}

/** Refuses a document as soon as its elements nest too deep: parsing one takes time in proportion to the depth. */
class DepthGuard {
  #depth = 0
  readonly adapter = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      this.#depth++
      if (this.#depth > LIMITS.elementDepth) {
        throw new DigestError(
          'too-deep',
          `The document is too deep: its tags nest over ${LIMITS.elementDepth} levels.`,
        )
      }
    },
    onItemPop: () => {
      this.#depth--
    },
    // Offsets alone: the lines and columns that the default copies with every word take a third of the time.
    setNodeSourceCodeLocation: (node: PlacedNode, location: Place | null) => {
      node.sourceCodeLocation = location && {
        startOffset: location.startOffset,
        endOffset: location.endOffset,
      }
    },
    updateNodeSourceCodeLocation: (node: PlacedNode, { endOffset }: Partial<Place>) => {
      if (node.sourceCodeLocation && endOffset !== undefined) node.sourceCodeLocation.endOffset = endOffset
    },
  }
}

function nameIn(head: Element | null): string | null {
  const text = head && findElement(head.childNodes, 'title')?.childNodes[0]
  return text && 'value' in text ? normalizeText(text.value) || null : null
}

/** The only heading of the first rank is the title, unless the page's name has a date and the heading none. */
function takeTitle(blocks: Block[], name: string | null): Omit<Reading, 'date' | 'shownDate'> {
  const [heading, another] = blocks.filter((block) => block.level === 1 && !block.isFurniture)
  const text = heading && !another ? normalizeText(heading.text) : ''
  const isName = name !== null && (text === '' || (findDate(name) !== null && findDate(text) === null))
  const own = text === '' ? null : (heading ?? null)
  if (!isName) return { title: text || null, subtitle: name, heading: own, blocks }
  // "The Harbour Page" under the name "Harbour Page – 5 June 2020" heads no section.
  const isSaidInName = name.toLowerCase().includes(text.toLowerCase().replace(/^the /, ''))
  return { title: name, subtitle: text, heading: isSaidInName ? own : null, blocks }
}

/** @param main what the page itself marks as its text; all that is outside of it is furniture */
function blocksOf(source: string, nodes: readonly ChildNode[], main: Element | null): Block[] {
  const writer = new BlockWriter(source, main, new StyleRules(nodes))
  writer.walk(nodes)
  writer.flush()
  return writer.blocks
}

/** Walks a tree of nodes and writes down a block wherever a reader would see one end. */
class BlockWriter {
  readonly blocks: Block[] = []
  readonly #source: string
  readonly #main: Element | null
  readonly #rules: StyleRules
  /** Text that shows nothing to the eye, as the elements around it set it. */
  #unseen = { isTiny: false, isColourless: false }
  /** True in what is no part of the text: beside it, below it, a listing of code. */
  #isFurniture: boolean
  #inline = new InlineCollector()
  #span: { start: number; end: number } | null = null
  #kind: BlockKind = 'paragraph'
  #level = 0
  /** True between a term and its definition. */
  #isAfterTerm = false
  /** Marks that are open where a block ends and go on in the next. */
  readonly #marks: { mark: Mark; url: string }[] = []

  constructor(source: string, main: Element | null, rules: StyleRules) {
    this.#source = source
    this.#rules = rules
    this.#main = main
    this.#isFurniture = main !== null
  }

  walk(nodes: readonly ChildNode[]): void {
    for (const node of nodes) {
      if ('value' in node) this.#addText(node)
      else if (isElement(node) && !isHidden(node, this.#rules)) this.#enterStyled(node)
    }
  }

  #enterStyled(element: Element): void {
    const style = attributeOf(element, 'style')
    if (style === '') {
      this.#enter(element)
      return
    }
    if (isStruckOut(style)) return
    const outer = this.#unseen
    const { isTiny, isColourless } = textStyle(style)
    this.#unseen = { isTiny: isTiny ?? outer.isTiny, isColourless: isColourless ?? outer.isColourless }
    this.#enter(element)
    this.#unseen = outer
  }

  /** Ends the block being written; without words and images there is none. */
  flush(): void {
    this.#isAfterTerm = false
    const inline = this.#inline.finish()
    const span = this.#span
    this.#inline = new InlineCollector()
    this.#span = null
    for (const { mark, url } of this.#marks) this.#inline.openMark(mark, url)
    if (!span) return
    const isBlank = inline.text.trim() === ''
    const place = trimmedSpan(this.#source, span.start, span.end)
    const bullet = this.#kind === 'paragraph' ? withoutBulletMark(inline.text) : null
    const block =
      bullet === null
        ? blockOf(this.#kind, place, inline)
        : blockOf('bullet', place, { ...inline, text: bullet })
    block.level = this.#level
    this.blocks.push({ ...block, isFurniture: isBlank || this.#isFurniture })
  }

  #enter(element: Element): void {
    const role = roleOf(element)
    switch (role) {
      case 'dropped':
        return
      case 'break':
        this.#break()
        return
      case 'image':
        this.#addImage(element)
        return
      case 'rule':
        this.flush()
        this.blocks.push(emptyBlock('rule', placeOf(element)))
        return
      case 'strong':
      case 'emphasis':
      case 'link':
      case 'raised':
        this.#walkMarked(role, element)
        return
      case 'table':
        this.flush()
        if (isDataTable(element)) this.#writeRows(element)
        else this.walk(element.childNodes)
        this.flush()
        return
      case 'heading':
        this.#walkAs('heading', Number(element.tagName.slice(1)), element)
        return
      case 'bullet':
        this.#walkAs('bullet', 0, element)
        return
      case 'term':
        this.#walkTerm(element)
        return
      case 'block':
      case 'aside':
        this.#walkBlock(element)
        return
      default:
        this.walk(element.childNodes)
    }
  }

  #walkBlock(element: Element): void {
    this.#breakBlock(element)
    const outer = this.#isFurniture
    if (element === this.#main) this.#isFurniture = false
    else this.#isFurniture ||= roleOf(element) === 'aside' || isListing(element)
    this.walk(element.childNodes)
    this.#breakBlock(element)
    this.#isFurniture = outer
  }

  /** A paragraph in a list item or a heading continues it; a list in a list item ends it. */
  #breakBlock(element: Element): void {
    if (this.#isAfterTerm && !isList(element)) return
    if (this.#kind !== 'paragraph' && !isList(element)) this.#inline.addText(LINE_BREAK)
    else this.flush()
  }

  #walkAs(kind: BlockKind, level: number, element: Element): void {
    this.flush()
    const [outerKind, outerLevel] = [this.#kind, this.#level]
    this.#kind = kind
    this.#level = level
    this.walk(element.childNodes)
    this.flush()
    this.#kind = outerKind
    this.#level = outerLevel
  }

  /** A term is the lead of its definition: it stands in the same block. */
  #walkTerm(element: Element): void {
    this.#breakBlock(element)
    this.#walkMarked('strong', element)
    this.#inline.addText(LINE_BREAK)
    this.#isAfterTerm = true
  }

  #walkMarked(mark: Mark, element: Element): void {
    const url = mark === 'link' ? attributeOf(element, 'href') : ''
    this.#inline.openMark(mark, url)
    this.#marks.push({ mark, url })
    this.walk(element.childNodes)
    this.#marks.pop()
    this.#inline.closeMark(mark)
  }

  #writeRows(table: Element): void {
    const captions = table.childNodes.filter(({ nodeName }) => nodeName === 'caption')
    this.walk(captions)
    this.flush()
    const before = this.blocks.at(-1)
    const isCaption = captions.length > 0 || (before?.kind === 'paragraph' && unitSaid(before.text) !== null)
    const caption = isCaption && before ? normalizeText(before.text) : null
    const rows = rowsOf(table).filter((row) => !isHidden(row, this.#rules))
    const grid = new Grid()
    let columns: readonly string[] = []
    for (const [i, row] of rows.entries()) {
      const cells = cellsOf(row).filter((cell) => !isHidden(cell, this.#rules))
      const inlines = cells.map((cell) => this.#collect(cell))
      const words = inlines.map((inline) => normalizeText(inline.text))
      const placed = grid.place(cells.map((cell, c) => ({ cell, text: words[c] ?? '' })))
      // Word processors and mail editors write the header as a row in bold.
      const isBold = i === 0 && inlines.length > 1 && inlines.every(({ isAllLead }) => isAllLead)
      if (isBold || isHeaderRow(row)) columns = underHeader(columns, placed)
      else if (inlines.some((inline) => inline.text.trim() !== '')) {
        const lead = (cells[0]?.tagName === 'th' ? inlines[0]?.text : inlines[0]?.lead) ?? null
        const links = inlines.flatMap((inline) => inline.links)
        const text = rowWords(placed, { caption, columns }) ?? words.join(' | ')
        const block = blockOf('row', this.#placeOfAll([row, ...cells]), {
          ...{ text, lead, links },
          ...{ isAllLead: false, isAllEmphasis: false },
        })
        const header = columns.filter((column) => column !== '').join(' | ')
        block.context = [caption, header].filter(Boolean).join(' | ') || null
        block.isFurniture = this.#isFurniture
        this.blocks.push(block)
      }
    }
  }

  /** The words of a cell, which holds no further blocks. */
  #collect(cell: Element): InlineText {
    const [outer, kind] = [this.#inline, this.#kind]
    this.#inline = new InlineCollector()
    this.#kind = 'row'
    this.walk(cell.childNodes)
    const inline = this.#inline.finish()
    this.#inline = outer
    this.#kind = kind
    this.#span = null
    return inline
  }

  /** From the start of the first to the end of the last of the nodes that stand in the source. */
  #placeOfAll(nodes: readonly ChildNode[]): { start: number; end: number } {
    const places = nodes.map(placeOf).filter(({ end }) => end > 0)
    const start = places.reduce((least, place) => Math.min(least, place.start), Number.POSITIVE_INFINITY)
    const end = places.reduce((most, place) => Math.max(most, place.end), 0)
    return trimmedSpan(this.#source, start, end)
  }

  #addText(node: TextNode): void {
    const text = this.#wordsOf(node)
    if ((this.#unseen.isTiny || this.#unseen.isColourless) && text.trim() !== '') return
    if (this.#kind === 'paragraph' && this.#inline.endsInBreak && opensLine(text)) this.flush()
    this.#inline.addText(text)
    if (text.trim() === '') return
    this.#isAfterTerm = false
    this.#cover(node)
  }

  /**
   * A node's words, read from the source where they stand there in one piece behind a tag and hold no entity: the
   * parser puts its own together from single characters, and to read those takes a tenth of the time. (It misplaces
   * words that begin with an entity; no tag is before those.)
   */
  #wordsOf(node: TextNode): string {
    const { start, end } = placeOf(node)
    if (end - start !== node.value.length || this.#source[start - 1] !== '>') return node.value
    const written = this.#source.slice(start, end)
    return written.includes('&') ? node.value : written
  }

  /** Two breaks in a row part paragraphs where the author wrote none. */
  #break(): void {
    if (this.#kind === 'paragraph' && this.#inline.endsInBreak) this.flush()
    else this.#inline.addText(LINE_BREAK)
  }

  #addImage(element: Element): void {
    if (isTrackingPixel(element)) return
    this.#inline.addImage(attributeOf(element, 'alt'), attributeOf(element, 'src'))
    this.#cover(element)
  }

  #cover(node: ChildNode): void {
    const { start, end } = placeOf(node)
    if (end === 0) return
    if (this.#span === null) this.#span = { start, end }
    else {
      this.#span.start = Math.min(this.#span.start, start)
      this.#span.end = Math.max(this.#span.end, end)
    }
  }
}
