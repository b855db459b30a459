/**
 * The text of a mail in format=flowed (RFC 3676): a line that ends in a space goes on in the next, of the same depth of
 * quotation. Quotations keep their marks.
 * @param delSp whether the space at the end only marks the break (DelSp=yes); between Chinese words it never is meant
 */
export function unflow(text: string, delSp: boolean): string {
  const paragraphs: string[] = []
  let open: { depth: number; lines: string[] } | null = null
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0
    // One space is stuffed before what would be taken for something else.
    const words = line.slice(depth).replace(/^ /, '')
    const isFlowed = words.endsWith(' ') && words !== '-- '
    if (open !== null && (open.depth !== depth || words === '-- ')) {
      paragraphs.push(written(open))
      open = null
    }
    if (open === null) open = { depth, lines: [words] }
    else {
      const before = open.lines.at(-1) ?? ''
      if (delSp || isChineseBreak(before, words)) open.lines[open.lines.length - 1] = before.slice(0, -1)
      open.lines.push(words)
    }
    if (isFlowed) continue
    paragraphs.push(written(open))
    open = null
  }
  if (open !== null) paragraphs.push(written(open))
  return paragraphs.join('\n')
}

const written = ({ depth, lines }: { depth: number; lines: readonly string[] }): string =>
  `${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${lines.join('')}`

const IS_HAN = /[\u3000-\u303f\u3400-\u9fff\uff01-\uff60]/

/** No space parts Chinese words, nor a figure among them. */
function isChineseBreak(before: string, behind: string): boolean {
  const last = before.trimEnd().slice(-1)
  const first = behind.charAt(0)
  if (IS_HAN.test(last)) return IS_HAN.test(first) || /\d/.test(first)
  return /\d/.test(last) && (IS_HAN.test(first) || (/\d/.test(first) && IS_HAN.test(before.slice(-80))))
}
