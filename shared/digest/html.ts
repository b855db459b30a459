import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5'
import { DigestError } from '../errors.ts'
import { type Block, type BlockKind, emptyBlock, type Reading } from './block.ts'
import { findDate } from './date.ts'
import { InlineCollector, LINE_BREAK, type Mark } from './inline-text.ts'
import { LIMITS } from './limits.ts'
import { trimmedSpan } from './lines.ts'
import { normalizeText } from './normalize-text.ts'

type Element = DefaultTreeAdapterTypes.Element
type ChildNode = DefaultTreeAdapterTypes.ChildNode

/** What an element does to the flow of words; an element that is not listed only carries words. */
const ROLES: Readonly<Record<string, Role>> = {
  // Not for reading: code, forms, navigation, what a browser would not show.
  ...roleOf('dropped', 'script style template noscript iframe object embed svg math canvas audio video nav'),
  ...roleOf('dropped', 'button select textarea input datalist dialog map title meta link base'),
  // What begins and ends on lines of its own.
  ...roleOf(
    'block',
    'p div section article main header footer aside blockquote figure figcaption address center',
  ),
  ...roleOf('block', 'ul ol menu dl dt dd pre fieldset legend form details summary hgroup body html head'),
  ...roleOf('block', 'tbody thead tfoot tr td th caption'),
  ...roleOf('heading', 'h1 h2 h3 h4 h5 h6'),
  li: 'bullet',
  table: 'table',
  hr: 'rule',
  br: 'break',
  img: 'image',
  ...roleOf('strong', 'b strong'),
  ...roleOf('emphasis', 'i em'),
  a: 'link',
}

type Role = 'dropped' | 'block' | 'heading' | 'bullet' | 'table' | 'rule' | 'break' | 'image' | Mark

/** Ends a list item's own words: what follows a list inside it is a bullet of its own. */
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dl'])
const HIDDEN_STYLE =
  /(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|mso-hide\s{0,5}:\s{0,5}all)/i
const STYLE_LENGTH = 2_000

/** Reads an HTML digest: a page or a part of one. Its heading of the first rank, or else its name, is the title. */
export function readHtml(document: string): Reading {
  const depth = new DepthGuard()
  const root = parse(document, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    treeAdapter: depth.adapter,
  })
  const blocks = blocksOf(document, root.childNodes)
  return takeTitle(blocks, nameOf(root))
}

/** The blocks of a stretch of HTML that stands in another format; offsets count in the stretch. */
export function readHtmlFragment(source: string): Block[] {
  const depth = new DepthGuard()
  const options = { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter: depth.adapter }
  return blocksOf(source, parseFragment(source, options).childNodes)
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
  }
}

function nameOf(root: DefaultTreeAdapterTypes.Document): string | null {
  const html = root.childNodes.find((node) => node.nodeName === 'html') as Element | undefined
  const head = html?.childNodes.find((node) => node.nodeName === 'head') as Element | undefined
  const title = head?.childNodes.find((node) => node.nodeName === 'title') as Element | undefined
  const text = title?.childNodes[0]
  return text && 'value' in text ? normalizeText(text.value) || null : null
}

/** The only heading of the first rank is the title, unless the page's name has a date and the heading none. */
function takeTitle(blocks: Block[], name: string | null): Reading {
  const [heading, another] = blocks.filter((block) => block.level === 1)
  const text = heading && !another ? normalizeText(heading.text) : ''
  const isName = name !== null && (text === '' || (findDate(name) !== null && findDate(text) === null))
  if (!isName)
    return {
      title: text || null,
      subtitle: name,
      blocks: text ? blocks.filter((block) => block !== heading) : blocks,
    }
  // "The Harbour Page" under the name "The Harbour Page – 5 June 2020" heads no section.
  const rest = text !== '' && name.includes(text) ? blocks.filter((block) => block !== heading) : blocks
  return { title: name, subtitle: text, blocks: rest }
}

function blocksOf(source: string, nodes: readonly ChildNode[]): Block[] {
  const writer = new BlockWriter(source)
  writer.walk(nodes)
  writer.flush()
  return writer.blocks
}

/** Walks a tree of nodes and writes down a block wherever a reader would see one end. */
class BlockWriter {
  readonly blocks: Block[] = []
  readonly #source: string
  #inline = new InlineCollector()
  #span: { start: number; end: number } | null = null
  #kind: BlockKind = 'paragraph'
  #level = 0
  #footers = 0
  /** Marks that are open where a block ends and go on in the next. */
  readonly #marks: { mark: Mark; url: string }[] = []

  constructor(source: string) {
    this.#source = source
  }

  walk(nodes: readonly ChildNode[]): void {
    for (const node of nodes) {
      if ('value' in node) this.#addText(node.value, node)
      else if ('tagName' in node && !isHidden(node)) this.#enter(node)
    }
  }

  /** Ends the block being written; without words and images there is none. */
  flush(): void {
    const inline = this.#inline.finish()
    const span = this.#span
    this.#inline = new InlineCollector()
    this.#span = null
    for (const { mark, url } of this.#marks) this.#inline.openMark(mark, url)
    if (!span) return
    const isBlank = inline.text.trim() === ''
    const place = trimmedSpan(this.#source, span.start, span.end)
    const block = { ...emptyBlock(this.#kind, place), ...inline, level: this.#level }
    this.blocks.push({ ...block, isFurniture: isBlank || this.#footers > 0 })
  }

  #enter(element: Element): void {
    const role = Object.hasOwn(ROLES, element.tagName) ? ROLES[element.tagName] : undefined
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
      case 'block':
        this.#walkBlock(element)
        return
      default:
        this.walk(element.childNodes)
    }
  }

  #walkBlock(element: Element): void {
    const isFooter = element.tagName === 'footer'
    if (isFooter) this.#footers++
    // A paragraph in a list item or a heading continues it; a list in a list item ends it.
    const isContinued = this.#kind !== 'paragraph' && !LISTS.has(element.tagName)
    if (isContinued) this.#inline.addText(LINE_BREAK)
    else this.flush()
    this.walk(element.childNodes)
    if (isContinued) this.#inline.addText(LINE_BREAK)
    else this.flush()
    if (isFooter) this.#footers--
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

  #walkMarked(mark: Mark, element: Element): void {
    const url = mark === 'link' ? attributeOf(element, 'href') : ''
    this.#inline.openMark(mark, url)
    this.#marks.push({ mark, url })
    this.walk(element.childNodes)
    this.#marks.pop()
    this.#inline.closeMark(mark)
  }

  #writeRows(table: Element): void {
    let header: string | null = null
    for (const row of rowsOf(table)) {
      const cells = row.childNodes.filter(
        (node) => node.nodeName === 'td' || node.nodeName === 'th',
      ) as Element[]
      const inlines = cells.map((cell) => this.#collect(cell))
      const text = inlines.map((inline) => normalizeText(inline.text)).join(' | ')
      if (cells.every((cell) => cell.tagName === 'th')) header = text
      else if (inlines.some((inline) => inline.text.trim() !== '')) {
        const links = inlines.flatMap((inline) => inline.links)
        const lead = cells[0]?.tagName === 'th' ? (inlines[0]?.text ?? null) : (inlines[0]?.lead ?? null)
        const isFurniture = this.#footers > 0
        this.blocks.push({
          ...emptyBlock('row', placeOf(row)),
          text,
          lead,
          links,
          context: header,
          isFurniture,
        })
      }
    }
  }

  /** The words of a cell, which holds no further blocks. */
  #collect(cell: Element): ReturnType<InlineCollector['finish']> {
    const outer = this.#inline
    this.#inline = new InlineCollector()
    const kind = this.#kind
    this.#kind = 'row'
    this.walk(cell.childNodes)
    const inline = this.#inline.finish()
    this.#inline = outer
    this.#kind = kind
    this.#span = null
    return inline
  }

  #addText(text: string, node: ChildNode): void {
    this.#inline.addText(text)
    if (text.trim() !== '') this.#cover(node)
  }

  /** Two breaks in a row part paragraphs where the author wrote none. */
  #break(): void {
    if (this.#kind === 'paragraph' && this.#inline.endsInBreak) this.flush()
    else this.#inline.addText(LINE_BREAK)
  }

  #addImage(element: Element): void {
    // A picture of one pixel only tells the sender that the mail was opened.
    if (['width', 'height'].some((side) => /^[01](?:px)?$/.test(attributeOf(element, side)))) return
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

/** A table that parts figures and not a page: it has a row of two cells, and no cell holds blocks. */
function isDataTable(table: Element): boolean {
  if (/^(?:presentation|none)$/i.test(attributeOf(table, 'role'))) return false
  const rows = rowsOf(table)
  const cellsOf = (row: Element) =>
    row.childNodes.filter((node) => node.nodeName === 'td' || node.nodeName === 'th')
  const isWide = rows.length > 1 && rows.some((row) => cellsOf(row).length > 1)
  return isWide && rows.every((row) => cellsOf(row).every((cell) => !holdsBlocks(cell as Element)))
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((node) => {
    if (node.nodeName === 'tr') return [node as Element]
    const isGroup = node.nodeName === 'tbody' || node.nodeName === 'thead' || node.nodeName === 'tfoot'
    return isGroup ? ((node as Element).childNodes.filter((row) => row.nodeName === 'tr') as Element[]) : []
  })
}

/** A single paragraph in a cell is only how some editors write text; two blocks make the cell a column of a page. */
function holdsBlocks(cell: Element): boolean {
  let blocks = 0
  const count = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue
      const role = Object.hasOwn(ROLES, node.tagName) ? ROLES[node.tagName] : undefined
      if (role === 'table' || role === 'heading' || role === 'bullet') blocks += 2
      else if (role === 'block') blocks++
      if (blocks > 1) return
      count(node.childNodes)
    }
  }
  count(cell.childNodes)
  return blocks > 1
}

function isHidden(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && HIDDEN_STYLE.test(value.slice(0, STYLE_LENGTH))),
  )
}

function attributeOf(element: Element, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? ''
}

/** Where a node stands in the source; an element that the parser added itself stands nowhere. */
function placeOf(node: ChildNode): { start: number; end: number } {
  const location = node.sourceCodeLocation
  return location ? { start: location.startOffset, end: location.endOffset } : { start: 0, end: 0 }
}

function roleOf<R extends Role>(role: R, tags: string): Record<string, R> {
  return Object.fromEntries(tags.split(' ').map((tag) => [tag, role]))
}
