import { type Detected, detectLanguage, mainLanguage } from '../language/detect.ts'
import type { Item, ItemKind, Link, Unread } from '../model/digest.ts'
import type { Block } from './block.ts'
import { isBoilerplate, isBoilerplateSection } from './boilerplate.ts'
import { tellsAlone } from './headline.ts'
import { cutHeading } from './limits.ts'
import { lineAt, lineStarts } from './lines.ts'
import { normalizeText } from './normalize-text.ts'
import { isNumberedHeading } from './title.ts'

/** A longer paragraph before a list says more than what the list is. */
const LEAD_IN_LENGTH = 200
/** "【武汉-湖北】" on a line of its own heads what follows; with a figure it would be news. */
const BRACKETED_HEADING = /^【[^】\d]{1,40}】$/
/** "【运价】运价指数下跌7%。" opens with its lead. */
const BRACKETED_LEAD = /^【([^】]{1,40})】(?=\S)/
/** "9、" opens the next story, whether its lead is marked or not. */
const NUMBERED = /^\d{1,3}、/
/** The same where the line is a headline: it closes no sentence. */
const NUMBERED_HEADLINE = /^\d{1,3}、\s?(.{1,40}(?<![。！？；，：.!?;,:]))$/

/** What holds for the blocks that are still to come. */
interface Surroundings {
  section: string | null
  isBoilerplateSection: boolean
  /** A heading below the sections', or a lead on a line of its own: the title of the paragraphs under it. */
  story: string | null
  /** The lead-in of the list being read. */
  context: string | null
  /** The links of headings that no item carries yet. */
  links: Link[]
}

/**
 * Items of blocks, in the order of the document. A heading becomes the section of what follows, a heading below
 * it the title of its paragraphs, a lead-in the context of the list under it; all else is an item. Items without a letter
 * are in the language of most of the others.
 */
export function assembleItems(
  document: string,
  blocks: readonly Block[],
): Detected & { items: Item[]; unread: Unread[] } {
  const starts = lineStarts(document)
  const sectionLevel = blocks.reduce(
    (least, block) => (block.level > 0 && !block.isFurniture ? Math.min(least, block.level) : least),
    6,
  )
  const read: (Omit<Item, 'language' | 'variant'> & { detected: Detected | null })[] = []
  const around: Surroundings = {
    section: null,
    isBoilerplateSection: false,
    story: null,
    context: null,
    links: [],
  }
  for (const [i, block] of blocks.entries()) {
    const text = normalizeText(block.text)
    const next = blocks[i + 1]
    if (block.kind !== 'bullet') around.context = null
    if (block.kind === 'rule') around.story = null
    if (
      block.kind === 'rule' ||
      (isHeading(block, text, next) &&
        enterHeading(around, block, text, next, storyOf(blocks, i), sectionLevel))
    ) {
      continue
    }
    const isLeadIn = block.kind === 'paragraph' && next?.kind === 'bullet' && /[:：]$/.test(text)
    if (isLeadIn) around.context = cutHeading(lastSentence(text))
    // A lead-in with a figure or a link is an item as well, or it would be lost.
    if (isLeadIn && text.length <= LEAD_IN_LENGTH && !/\d/.test(text) && block.links.length === 0) continue
    const kind =
      around.isBoilerplateSection || isTableOfContents(block, i) ? 'boilerplate' : kindOf(block, text)
    const headline = numberedHeadline(block, text)
    const lead = headline ?? leadOf(block, text)
    if (kind === 'paragraph' && (lead || NUMBERED.test(text)))
      around.story = block.isAllLead || headline ? lead : null
    read.push({
      n: read.length + 1,
      section: around.section,
      kind,
      date: block.day,
      title: kind === 'boilerplate' || block.kind === 'heading' ? lead : (lead ?? around.story),
      text,
      context: isLeadIn
        ? null
        : block.context === null
          ? around.context
          : cutHeading(normalizeText(block.context)) || null,
      links: around.links.concat(block.links).map(tidyLink),
      detected: detectLanguage(text),
      line: lineAt(starts, block.start),
      start: block.start,
      end: block.end,
    })
    around.links = []
  }
  const main = mainLanguage(read)
  const items = read.map(({ detected, ...item }) => ({ ...item, ...(detected ?? main) }))
  return { ...main, unread: unreadOf(items), items }
}

function unreadOf(items: readonly Item[]): Unread[] {
  const counts = new Map<string, number>()
  for (const { language, variant, kind } of items) {
    if (language !== 'other' || kind === 'boilerplate') continue
    const tag = variant ?? 'und'
    counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([language, items]) => ({ language, items }))
}

const tidyLink = ({ text, url }: Link): Link => ({ text: normalizeText(text), url: url.trim() })

function isHeading(block: Block, text: string, next: Block | undefined): boolean {
  if (block.isFurniture) return false
  if (block.kind !== 'paragraph') return block.kind === 'heading'
  if (BRACKETED_HEADING.test(text)) return true
  // One number after the other is a list.
  return isNumberedHeading(text) && next !== undefined && !isNumberedHeading(normalizeText(next.text))
}

/** The blocks after a heading, up to the next. */
function* storyOf(blocks: readonly Block[], heading: number): Generator<Block> {
  for (let i = heading + 1; i < blocks.length; i++) {
    const block = blocks[i] as Block
    if (block.level > 0) return
    yield block
  }
}

/**
 * @returns whether the heading only heads what follows; one with a link that heads nothing, or with a figure that is not
 * told again, is itself news
 */
function enterHeading(
  around: Surroundings,
  block: Block,
  text: string,
  next: Block | undefined,
  story: Iterable<Block>,
  sectionLevel: number,
): boolean {
  const isDeeper = block.level > sectionLevel
  around.story = isDeeper ? cutHeading(text) : null
  if (!isDeeper) {
    around.section = cutHeading(text)
    around.isBoilerplateSection = isBoilerplateSection(text)
  }
  const headsNothing =
    next === undefined || next.kind === 'rule' || (next.level > 0 && next.level <= block.level)
  if (headsNothing && (block.links.length > 0 || /\d/.test(text))) return false
  if (tellsAlone(text, story)) return false
  around.links = around.links.concat(block.links)
  return true
}

function numberedHeadline(block: Block, text: string): string | null {
  if (block.kind !== 'paragraph' || block.lead !== null) return null
  return NUMBERED_HEADLINE.exec(text)?.[1] ?? null
}

function leadOf(block: Block, text: string): string | null {
  return normalizeText(block.lead ?? BRACKETED_LEAD.exec(text)?.[1] ?? '') || null
}

function kindOf(block: Block, text: string): ItemKind {
  if (block.isFurniture || isBoilerplate(text)) return 'boilerplate'
  return block.kind === 'bullet' || block.kind === 'row' ? block.kind : 'paragraph'
}

/**
 * The line in italics under the title lists what is to come, and so do words that are all links to places in the
 * same document; their figures come again below.
 */
function isTableOfContents(block: Block, index: number): boolean {
  if (index === 0 && block.kind === 'paragraph' && block.isAllEmphasis) return true
  if (block.links.length === 0 || !block.links.every(({ url }) => url.startsWith('#'))) return false
  const lettersInLinks = block.links.reduce((sum, link) => sum + lettersOf(link.text), 0)
  return lettersOf(block.text) <= lettersInLinks
}

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0

function lastSentence(text: string): string {
  const stop = Math.max(text.lastIndexOf('. '), text.lastIndexOf('。'))
  return text.slice(stop + 1).trim()
}
