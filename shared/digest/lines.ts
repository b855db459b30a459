/** Where each line of a document with LF line ends starts; a final line feed opens no further line. */
export function lineStarts(document: string): number[] {
  const starts: number[] = []
  for (let start = 0; start < document.length; ) {
    starts.push(start)
    const feed = document.indexOf('\n', start)
    start = feed === -1 ? document.length : feed + 1
  }
  return starts
}

/** The number, from 1, of the line that an offset is in. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(low, 1)
}

/** The part of `document.slice(start, end)` without white space at its edges. */
export function trimmedSpan(document: string, start: number, end: number): { start: number; end: number } {
  let from = start
  let to = end
  while (from < to && isSpace(document, from)) from++
  while (to > from && isSpace(document, to - 1)) to--
  return { start: from, end: to }
}

function isSpace(document: string, offset: number): boolean {
  const code = document.charCodeAt(offset)
  return code <= 0x20
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : code >= 0xa0 && /\s/.test(document.charAt(offset))
}
