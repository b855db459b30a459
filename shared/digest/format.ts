/** The formats a digest may come in. */
export type Format = 'plain' | 'markdown'

const FORMAT_OF_EXTENSION: Readonly<Record<string, Format>> = {
  txt: 'plain',
  text: 'plain',
  md: 'markdown',
  markdown: 'markdown',
}

/** Marks that plain prose does not make by chance. */
const MARKDOWN_SIGNS = [
  /^#{1,6} \S/m,
  /\[[^\]\n]{1,200}\]\(https?:/,
  /^[ -~]{1,200}\n={3,}$/m,
  /^```/m,
] as const

/** Enough of a document to know its format by. */
const SAMPLE_LENGTH = 20_000

/** The format by the key's extension, and where that says nothing, by the content. */
export function formatOf(document: string, key: string): Format {
  const extension = /\.([a-z]{1,10})$/i.exec(key)?.[1]?.toLowerCase() ?? ''
  const named = Object.hasOwn(FORMAT_OF_EXTENSION, extension) ? FORMAT_OF_EXTENSION[extension] : undefined
  if (named) return named
  const sample = document.slice(0, SAMPLE_LENGTH)
  return MARKDOWN_SIGNS.some((sign) => sign.test(sample)) ? 'markdown' : 'plain'
}
