import { findDate } from './date.ts'
import { attributeOf, type ChildNode, type Element, isElement, roleOf } from './html-elements.ts'

/** The names under which pages state their day, without case, dots, dashes and colons. */
const DATE_NAMES: ReadonlySet<string> = new Set(
  `articlepublishedtime articlepublished articlepublicationdate articlecreated ogpublishedtime ogarticlepublishedtime
   ogpubdate datepublished dcdate dcdateissued dcdatecreated dcissued dccreated dctermsdate dctermsissued
   dctermscreated pubdate publicationdate publishdate publisheddate publishedtime publishtime publishedat
   parselypubdate sailthrudate date citationpublicationdate citationdate btpubdate cxenseparserecspublishtime
   createdate createddate releasedate issuedate originalpublicationdate`.split(/\s+/),
)
const nameOf = (name: string): string =>
  name
    .slice(0, 80)
    .toLowerCase()
    .replace(/[^a-z]/g, '')

/** The first of a page's own data (schema.org) that says when it came out; an article about it follows later. */
const PUBLISHED = /"(?:datePublished|dateCreated|uploadDate)"\s{0,5}:\s{0,5}"([^"]{4,40})"/
const DATA_LENGTH = 200_000

/** Days that a page gives: the one that it states of itself, and the one that it shows beside its title. */
export interface PageDays {
  stated: string | null
  shown: string | null
}

export function daysIn(nodes: readonly ChildNode[]): PageDays {
  const found = { meta: null, data: null, marked: null } as Record<'meta' | 'data' | 'marked', string | null>
  const times = new Set<string>()
  const look = (element: Element): void => {
    const { tagName } = element
    if (tagName === 'meta') found.meta ??= dayOfMeta(element)
    else if (tagName === 'script') found.data ??= dayOfData(element)
    else if (nameOf(attributeOf(element, 'itemprop')) === 'datepublished')
      found.marked ??= attributeOf(element, 'datetime') || attributeOf(element, 'content') || textOf(element)
    else if (tagName === 'time' && findDate(attributeOf(element, 'datetime')))
      times.add(findDate(attributeOf(element, 'datetime')) ?? '')
  }
  walk(nodes, look)
  const stated = [found.meta, found.data, found.marked].find((day) => day !== null && findDate(day)) ?? null
  // A page that shows several days is of none of them.
  return { stated, shown: times.size === 1 ? ([...times][0] ?? null) : null }
}

/** A page's metadata stands in elements that show nothing; what stands beside the text is about something else. */
function walk(nodes: readonly ChildNode[], look: (element: Element) => void): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    look(node)
    if (roleOf(node) !== 'aside' && node.tagName !== 'nav') walk(node.childNodes, look)
  }
}

function dayOfMeta(meta: Element): string | null {
  const name = attributeOf(meta, 'property') || attributeOf(meta, 'name') || attributeOf(meta, 'itemprop')
  const content = attributeOf(meta, 'content')
  return DATE_NAMES.has(nameOf(name)) && findDate(content) ? content : null
}

function dayOfData(script: Element): string | null {
  if (attributeOf(script, 'type').toLowerCase() !== 'application/ld+json') return null
  return PUBLISHED.exec(textOf(script).slice(0, DATA_LENGTH))?.[1] ?? null
}

function textOf(element: Element): string {
  const [text] = element.childNodes
  return text && 'value' in text ? text.value : ''
}
