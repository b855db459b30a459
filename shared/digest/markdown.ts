import MarkdownIt, { type Token } from 'markdown-it'
import { bareLinks } from './bare-links.ts'
import type { Block, Reading } from './block.ts'
import type { Link } from './digest.ts'
import { LIMITS } from './limits.ts'
import { type Line, linesOf } from './lines.ts'

const markdown = new MarkdownIt({ html: true, linkify: false, maxNesting: LIMITS.depth } as never)

/** Reads a Markdown digest (CommonMark with GFM tables); its first heading is the title. */
export function readMarkdown(document: string): Reading {
  const blocks = blocksOf(markdown.parse(document, {}), linesOf(document))
  const [first, ...rest] = blocks
  if (first?.kind === 'heading') return { title: first.text, blocks: rest }
  return { title: null, blocks }
}

/** What the inline tokens of one block say. */
interface Inline {
  text: string
  lead: string | null
  links: Link[]
}

function blocksOf(tokens: readonly Token[], lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  let listDepth = 0
  let bullet: Block | null = null
  let row: Block | null = null
  let header: string | null = null
  let isHeader = false
  const open = (block: Block): Block => {
    blocks.push(block)
    return block
  }
  for (const [i, token] of tokens.entries()) {
    if (token.type === 'list_item_open') {
      listDepth++
      bullet = open(emptyBlock('bullet', token, lines))
    } else if (token.type === 'list_item_close') {
      listDepth--
      bullet = null
    } else if (token.type === 'thead_open') isHeader = true
    else if (token.type === 'thead_close') isHeader = false
    else if (token.type === 'tr_open') {
      row = emptyBlock('row', token, lines)
      if (!isHeader) open(row).context = header
    } else if (token.type === 'tr_close') {
      if (isHeader) header = row?.text ?? null
      row = null
    } else if (token.type === 'inline') {
      const heading = tokens[i - 1]?.type === 'heading_open' ? Number(tokens[i - 1]?.tag.slice(1)) : 0
      const isBullet = listDepth > 0 && heading === 0
      const kind = isBullet ? 'bullet' : heading ? 'heading' : 'paragraph'
      const target: Block = row ?? (isBullet ? bullet : null) ?? open(emptyBlock(kind, token, lines))
      if (isBullet) bullet = target
      target.level = heading
      append(target, inlineOf(token.children ?? []), token, lines)
    }
  }
  return blocks.filter((block) => block.text !== '' || block.isFurniture)
}

function emptyBlock(kind: Block['kind'], token: Token, lines: readonly Line[]): Block {
  const first = lines[token.map?.[0] ?? 0]
  const start = (first?.start ?? 0) + ((first?.text.length ?? 0) - (first?.text.trimStart().length ?? 0))
  return {
    kind,
    text: '',
    lead: null,
    links: [],
    context: null,
    level: 0,
    isFurniture: false,
    line: first?.number ?? 1,
    start,
    end: start,
  }
}

function append(block: Block, inline: Inline, token: Token, lines: readonly Line[]): void {
  const last = lines[(token.map?.[1] ?? 1) - 1]
  if (block.text === '') block.lead = inline.lead
  const joint = block.text === '' ? '' : block.kind === 'row' ? ' | ' : '\n'
  block.text += joint + inline.text
  block.links.push(...inline.links)
  block.isFurniture = block.text === ''
  block.end = Math.max(block.end, (last?.start ?? 0) + (last?.text.trimEnd().length ?? 0))
}

/** Stops that part a lead from what follows it. */
const LEAD_STOPS = /^[\s.:：。,，—–-]{1,5}|[\s.:：。—–-]{1,5}$/g

function inlineOf(children: readonly Token[]): Inline {
  let text = ''
  let lead: string | null = null
  const links: Link[] = []
  const openLinks: { at: number; url: string }[] = []
  let strongAt = -1
  for (const child of children) {
    if (child.type === 'text' || child.type === 'code_inline' || child.type === 'text_special')
      text += child.content
    else if (child.type === 'softbreak' || child.type === 'hardbreak') text += '\n'
    else if (child.type === 'strong_open' && text.trim() === '') strongAt = text.length
    else if (child.type === 'strong_close' && strongAt !== -1) {
      lead ??= text.slice(strongAt).replace(LEAD_STOPS, '') || null
      strongAt = -1
    } else if (child.type === 'link_open')
      openLinks.push({ at: text.length, url: String(child.attrGet('href') ?? '') })
    else if (child.type === 'link_close') {
      const link = openLinks.pop()
      if (link) links.push({ text: text.slice(link.at), url: link.url })
    }
  }
  return { text, lead, links: links.length > 0 ? links : bareLinks(text) }
}
