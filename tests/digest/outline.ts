import type { Digest, Item } from '../../shared/model/digest.ts'

/**
 * A digest as a text that a person can check against its source: its head, then the items by section, each with
 * its line, kind and title, its words, and below them its context and links.
 */
export function outline(digest: Digest): string {
  const lines = [
    `title     ${digest.title}`,
    `date      ${digest.date}, from the ${digest.dateSource}`,
    `language  ${digest.language}`,
  ]
  let section: string | null = null
  for (const [i, item] of digest.items.entries()) {
    if (i === 0 || item.section !== section) lines.push('', `== ${item.section ?? '(no section)'}`)
    section = item.section
    lines.push(...outlineItem(item, digest.language))
  }
  return `${lines.join('\n')}\n`
}

function outlineItem(item: Item, language: Digest['language']): string[] {
  const title = item.title === null ? '' : ` «${item.title}»`
  const inLanguage = item.language === language ? '' : ` (${item.language})`
  return [
    `line ${String(item.line).padEnd(3)} ${item.kind}${title}${inLanguage}`,
    ...(item.context === null ? [] : [`  under  ${item.context}`]),
    `  text   ${item.text || '(none)'}`,
    ...item.links.map((link) => `  link   ${link.text || '(none)'} -> ${link.url}`),
  ]
}
