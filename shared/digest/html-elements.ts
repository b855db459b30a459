import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Mark } from './inline-text.ts'

export type Element = DefaultTreeAdapterTypes.Element
export type ChildNode = DefaultTreeAdapterTypes.ChildNode
export type TextNode = DefaultTreeAdapterTypes.TextNode

/** What an element does to the flow of words. */
export type Role =
  | 'dropped'
  | 'block'
  | 'aside'
  | 'heading'
  | 'bullet'
  | 'term'
  | 'table'
  | 'rule'
  | 'break'
  | 'image'
  | Mark

/** The tags of each role; an element that is not listed only carries words. */
const TAGS: Readonly<Record<Role, string>> = {
  // Not for reading: what was struck out, code, forms, navigation, what a browser would not show.
  dropped: `del s strike script style template noscript iframe object embed svg math canvas audio video nav
    button select textarea input datalist dialog map title meta link base`,
  // What begins and ends on lines of its own.
  block: `p div section article main header blockquote figure figcaption address center
    ul ol menu dl dd pre fieldset legend form details summary hgroup body html head
    tbody thead tfoot tr td th caption`,
  // What stands beside the text or below it, or says again what the text says.
  aside: 'aside footer',
  heading: 'h1 h2 h3 h4 h5 h6',
  bullet: 'li',
  // What the definition after it is of.
  term: 'dt',
  table: 'table',
  rule: 'hr',
  break: 'br',
  image: 'img',
  strong: 'b strong',
  emphasis: 'i em',
  link: 'a',
  raised: 'sup',
}

const ROLES: ReadonlyMap<string, Role> = new Map(
  (Object.keys(TAGS) as Role[]).flatMap((role) => TAGS[role].split(/\s+/).map((tag) => [tag, role] as const)),
)

/** Ends a list item's own words: what follows a list inside it is a bullet of its own. */
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dl'])

/** An attribute is looked at no further. */
const ATTRIBUTE_LENGTH = 2_000

/** Bold as mail editors write it, and the bold tag that a word processor wraps around a whole plain text. */
const BOLD_STYLE = /(?:^|[;\s])font-weight\s{0,5}:\s{0,5}(?:bold|[6-9]00)/i
const PLAIN_STYLE = /(?:^|[;\s])font-weight\s{0,5}:\s{0,5}(?:normal|400)/i

export function roleOf(element: Element): Role | undefined {
  const role = ROLES.get(element.tagName)
  if (role === 'block') return isNamedFooter(element) ? 'aside' : role
  if (role !== undefined && role !== 'strong') return role
  const style = attributeOf(element, 'style').slice(0, ATTRIBUTE_LENGTH)
  if (role === 'strong') return PLAIN_STYLE.test(style) ? undefined : role
  return BOLD_STYLE.test(style) ? 'strong' : undefined
}

/** A footer as pages and mails mark it that do not use the tag, and the header of a mail inside a mail (postal-mime). */
const FOOTER_NAME = /(?:^|\s)(?:(?:(?:page|site|e?mail|newsletter)[-_])?footer|postal-email-header)(?:\s|$)/i

function isNamedFooter({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) =>
      (name === 'class' || name === 'id') && FOOTER_NAME.test(value.slice(0, ATTRIBUTE_LENGTH)),
  )
}

export const isElement = (node: ChildNode): node is Element => 'tagName' in node

export const isList = (element: Element): boolean => LISTS.has(element.tagName)

/** Code as generators of pages mark it; a `pre` without `code` is text that keeps its lines, as old archives have it. */
export function isListing(element: Element): boolean {
  return element.tagName === 'pre' && element.childNodes.some((node) => node.nodeName === 'code')
}

/** A picture of one pixel only tells the sender that the mail was opened. */
export function isTrackingPixel(image: Element): boolean {
  return ['width', 'height'].some((side) => /^[01](?:px)?$/.test(attributeOf(image, side)))
}

export function attributeOf(element: Element, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? ''
}

/** Where a node stands in the source; an element that the parser added itself stands nowhere. */
export function placeOf(node: ChildNode): { start: number; end: number } {
  const location = node.sourceCodeLocation
  return location ? { start: location.startOffset, end: location.endOffset } : { start: 0, end: 0 }
}

/** The first element with a tag in the order of the document, or null. */
export function findElement(nodes: readonly ChildNode[], tag: string): Element | null {
  for (const node of nodes) {
    if (!isElement(node)) continue
    const found = node.tagName === tag ? node : findElement(node.childNodes, tag)
    if (found) return found
  }
  return null
}

/** A table that parts figures and not a page: it has a row of two cells, and no cell holds blocks. */
export function isDataTable(table: Element): boolean {
  if (/^(?:presentation|none)$/i.test(attributeOf(table, 'role'))) return false
  const rows = rowsOf(table).map(cellsOf)
  const isWide = rows.length > 1 && rows.some((cells) => cells.length > 1)
  return isWide && !rows.flat().some(holdsBlocks)
}

export function rowsOf(table: Element): Element[] {
  return table.childNodes.filter(isElement).flatMap((node) => {
    if (node.tagName === 'tr') return [node]
    return /^t(?:body|head|foot)$/.test(node.tagName) ? rowsOf(node) : []
  })
}

/** True for a row that says what the columns are. */
export function isHeaderRow(row: Element): boolean {
  return row.parentNode?.nodeName === 'thead' || cellsOf(row).every((cell) => cell.tagName === 'th')
}

/** How many columns or rows a cell takes. */
export function spanOf(cell: Element, of: 'colspan' | 'rowspan'): number {
  const span = Number(attributeOf(cell, of).slice(0, 4))
  return Number.isInteger(span) && span > 1 ? Math.min(span, LARGEST_SPAN) : 1
}

const LARGEST_SPAN = 50

export function cellsOf(row: Element): Element[] {
  return row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
}

/** A single paragraph in a cell is only how some editors write text; two blocks make the cell a column of a page. */
function holdsBlocks(cell: Element): boolean {
  let blocks = 0
  const count = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue
      const role = roleOf(node)
      if (role === 'table' || role === 'heading' || role === 'bullet') blocks += 2
      else if (role === 'block') blocks++
      if (blocks > 1) return
      count(node.childNodes)
    }
  }
  count(cell.childNodes)
  return blocks > 1
}
