/** A stretch of text as a PDF page draws it: its place from the lower left corner and its size, in points. */
export interface Drawn {
  text: string
  x: number
  y: number
  width: number
  size: number
}

/** What stands on one baseline, parted where a wide gap is: into columns or cells. */
interface Row {
  y: number
  size: number
  cells: Cell[]
}

interface Cell {
  x: number
  end: number
  text: string
}

/** Baselines of one row differ by less than this share of the size of letters. */
const SAME_BASELINE = 0.5
/** A gap wider than so many letters' sizes parts cells; a narrower one than this share of a size parts no words. */
const CELL_GAP = 1.6
const WORD_GAP = 0.15
/** A gutter between two columns of a page: its least width in points, and the share of rows that it leaves whole. */
const GUTTER = 9
/** Letters that a line of a column has at least; cells of a table have fewer. */
const COLUMN_LETTERS = 14
/** Lines further apart than so many sizes are of two paragraphs. */
const LINE_GAP = 1.75
/** A heading's letters are larger than those of most of the text by this. */
const HEADING_SIZE = 1.15

/** The HTML of a page's text in the order in which it is read: two columns one after the other, tables row by row. */
export function pageHtml(drawn: readonly Drawn[], width: number, bodySize: number): string {
  const rows = rowsOf(drawn)
  const gutter = gutterOf(rows, width)
  const ordered = gutter === null ? [rows] : columnsOf(rows, gutter)
  return ordered.map((run) => htmlOf(run, bodySize)).join('\n')
}

/** The size that most letters have. */
export function bodySizeOf(pages: readonly (readonly Drawn[])[]): number {
  const letters = new Map<number, number>()
  for (const page of pages)
    for (const { text, size } of page) {
      const rounded = Math.round(size * 2) / 2
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
    }
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [10, 0])[0]
}

function rowsOf(drawn: readonly Drawn[]): Row[] {
  const sorted = drawn.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: { y: number; size: number; drawn: Drawn[] }[] = []
  for (const one of sorted) {
    const row = rows.at(-1)
    if (row && row.y - one.y < SAME_BASELINE * Math.max(row.size, one.size)) {
      row.drawn.push(one)
      row.size = Math.max(row.size, one.size)
    } else rows.push({ y: one.y, size: one.size, drawn: [one] })
  }
  return rows.map(({ y, size, drawn: inRow }) => ({ y, size, cells: cellsOf(inRow) }))
}

function cellsOf(drawn: Drawn[]): Cell[] {
  const cells: Cell[] = []
  for (const { text, x, width, size } of drawn.sort((a, b) => a.x - b.x)) {
    const cell = cells.at(-1)
    const gap = cell === undefined ? Number.POSITIVE_INFINITY : x - cell.end
    if (cell === undefined || gap > CELL_GAP * size) cells.push({ x, end: x + width, text })
    else {
      const isApart = gap > WORD_GAP * size && !/\s$/.test(cell.text) && !/^\s/.test(text)
      cell.text += isApart ? ` ${text}` : text
      cell.end = Math.max(cell.end, x + width)
    }
  }
  return cells
}

/** Where a gap runs down the middle of the page between lines of prose on both sides; null for a page of one column. */
function gutterOf(rows: readonly Row[], width: number): number | null {
  const parted = rows.filter(
    ({ cells }) => cells.length === 2 && cells.every(({ text }) => text.length >= COLUMN_LETTERS),
  )
  if (parted.length < 3 || parted.length * 3 < rows.length) return null
  const left = parted.reduce((most, { cells }) => Math.max(most, cells[0]?.end ?? 0), 0)
  const right = parted.reduce((least, { cells }) => Math.min(least, cells[1]?.x ?? 0), width)
  const middle = (left + right) / 2
  return right - left >= GUTTER && middle > width * 0.3 && middle < width * 0.7 ? middle : null
}

/** The rows of each column, top to bottom; what runs across the gutter ends both. */
function columnsOf(rows: readonly Row[], gutter: number): Row[][] {
  const runs: Row[][] = []
  let [left, right]: [Row[], Row[]] = [[], []]
  const end = (): void => {
    runs.push(left, right)
    left = []
    right = []
  }
  for (const row of rows) {
    if (row.cells.some(({ x, end: to }) => x < gutter && to > gutter)) {
      end()
      runs.push([row])
      continue
    }
    const onLeft = row.cells.filter(({ end: to }) => to <= gutter)
    const onRight = row.cells.filter(({ x }) => x >= gutter)
    if (onLeft.length > 0) left.push({ ...row, cells: onLeft })
    if (onRight.length > 0) right.push({ ...row, cells: onRight })
  }
  end()
  return runs.filter((run) => run.length > 0)
}

function htmlOf(rows: readonly Row[], bodySize: number): string {
  const blocks: string[] = []
  let lines: Row[] = []
  const endParagraph = (): void => {
    if (lines.length > 0) blocks.push(paragraphOf(lines, bodySize))
    lines = []
  }
  for (let i = 0; i < rows.length; ) {
    const table = tableAt(rows, i)
    if (table > 1) {
      endParagraph()
      blocks.push(tableOf(rows.slice(i, i + table)))
      i += table
      continue
    }
    const row = rows[i] as Row
    const before = lines.at(-1)
    if (before !== undefined && !continues(before, row, lines)) endParagraph()
    lines.push(row)
    i++
  }
  endParagraph()
  return blocks.join('\n')
}

/** How many rows from here on are of one table: of the same number of cells, each under one of the row before. */
function tableAt(rows: readonly Row[], from: number): number {
  const first = rows[from] as Row
  if (first.cells.length < 2) return 0
  let count = 1
  for (let before = first; from + count < rows.length; count++) {
    const row = rows[from + count] as Row
    const isAligned =
      row.cells.length === first.cells.length &&
      row.cells.every((cell, i) => overlaps(cell, before.cells[i] as Cell))
    if (!isAligned || before.y - row.y > 3 * LINE_GAP * row.size) break
    before = row
  }
  return count
}

const overlaps = (a: Cell, b: Cell): boolean => Math.min(a.end, b.end) - Math.max(a.x, b.x) > -CELL_GAP * 4

function tableOf(rows: readonly Row[]): string {
  const [head, ...rest] = rows.map(({ cells }) => cells.map(({ text }) => asMarkup(text.trim())))
  // Figures stand under words: a first row without one names the columns.
  const isHeader =
    head?.slice(1).every((cell) => !/^[\d.,%+-]{1,20}$/.test(cell)) === true &&
    rest.some((cells) => /\d/.test(cells.join('')))
  const line = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  return `<table>\n${[line(head ?? [], isHeader ? 'th' : 'td'), ...rest.map((cells) => line(cells, 'td'))].join('\n')}\n</table>`
}

const wordsOf = ({ cells }: Row): string => cells.map(({ text }) => text.trim()).join('  ')
const leftOf = ({ cells }: Row): number => cells[0]?.x ?? 0
const endOf = ({ cells }: Row): number => cells.at(-1)?.end ?? 0

/** A line goes on with the paragraph: of the same size, close below, not set in, and the line before is full. */
function continues(before: Row, row: Row, lines: readonly Row[]): boolean {
  if (Math.abs(before.size - row.size) > 0.8 || before.y - row.y > LINE_GAP * row.size) return false
  if (/^(?:[•●▪■◆○·–-]\s|\d{1,2}[.)、]\s?\D)/.test(wordsOf(row))) return false
  const widest = lines.reduce((most, line) => Math.max(most, endOf(line)), endOf(row))
  const isShort = endOf(before) < widest - 6 * row.size
  if (isShort && /[.。!！?？:：]["”’）)]?$/.test(wordsOf(before))) return false
  // The first line of a paragraph is set in against the lines of the one before.
  return lines.length < 2 || leftOf(row) - leftOf(before) < row.size
}

function paragraphOf(lines: readonly Row[], bodySize: number): string {
  const [first] = lines as [Row]
  const isHeading = first.size > bodySize * HEADING_SIZE && lines.length <= 3
  const words = lines.map((line) => asMarkup(wordsOf(line))).join('\n')
  return isHeading ? `<h2>${words}</h2>` : `<p>${words}</p>`
}

const asMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
