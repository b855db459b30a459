import type { Block } from './block.ts'
import { isBoilerplate } from './boilerplate.ts'
import type { Item, ItemKind } from './digest.ts'
import { languageOf } from './language.ts'
import { normalizeText } from './text.ts'

/** A longer paragraph before a list says more than what the list is. */
const LEAD_IN_LENGTH = 200

/**
 * Items of blocks: a heading becomes the section of what follows, a lead-in the context of the list under it,
 * all else an item.
 */
export function assembleItems(blocks: readonly Block[]): Item[] {
  const items: Item[] = []
  let section: string | null = null
  let context: string | null = null
  for (const [i, block] of blocks.entries()) {
    const text = normalizeText(block.text)
    if (block.kind !== 'bullet') context = null
    if (block.kind === 'heading') {
      section = text
      continue
    }
    const opensList = block.kind === 'paragraph' && blocks[i + 1]?.kind === 'bullet' && /[:：]$/.test(text)
    if (opensList) context = lastSentence(text)
    // A lead-in with a figure is an item as well, or its fact would be lost.
    if (opensList && text.length <= LEAD_IN_LENGTH && !/\d/.test(text)) continue
    items.push({
      n: items.length + 1,
      section,
      kind: kindOf(block, text),
      title: block.lead && (normalizeText(block.lead) || null),
      text,
      context: opensList ? null : (block.context ?? context),
      links: block.links.map((link) => ({ text: normalizeText(link.text), url: link.url })),
      language: languageOf(text),
      line: block.line,
      start: block.start,
      end: block.end,
    })
  }
  return items
}

function kindOf(block: Block, text: string): ItemKind {
  if (block.isFurniture || text === '' || isBoilerplate(text)) return 'boilerplate'
  return block.kind === 'heading' ? 'paragraph' : block.kind
}

function lastSentence(text: string): string {
  const stop = Math.max(text.lastIndexOf('. '), text.lastIndexOf('。'))
  return text.slice(stop + 1).trim()
}
