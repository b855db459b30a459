/** One line of a document: `document.slice(start, end)`, without its line feed. */
export interface Line {
  /** From 1. */
  number: number
  start: number
  end: number
  text: string
}

/** The lines of a document with LF line ends; a final line feed opens no further line. */
export function linesOf(document: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start < document.length; ) {
    const feed = document.indexOf('\n', start)
    const end = feed === -1 ? document.length : feed
    lines.push({ number: lines.length + 1, start, end, text: document.slice(start, end) })
    start = end + 1
  }
  return lines
}
