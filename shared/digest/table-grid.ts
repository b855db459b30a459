import { type Element, spanOf } from './html-elements.ts'

/** Columns of a table that are told apart. */
const WIDEST = 200

/** Where the cells of a table stand when those over several columns or rows are counted for each. */
export class Grid {
  /** By column, a cell of a row above that reaches down, and for how many rows yet. */
  readonly #reaching = new Map<number, { text: string; rows: number }>()

  /** The words of a row by column. */
  place(cells: readonly { cell: Element; text: string }[]): string[] {
    const row: string[] = []
    const fromAbove = (): void => {
      for (let above = this.#take(row.length); above !== null; above = this.#take(row.length)) row.push(above)
    }
    for (const { cell, text } of cells) {
      fromAbove()
      const rows = spanOf(cell, 'rowspan')
      for (let column = spanOf(cell, 'colspan'); column > 0 && row.length < WIDEST; column--) {
        if (rows > 1) this.#reaching.set(row.length, { text, rows: rows - 1 })
        row.push(text)
      }
    }
    fromAbove()
    return row
  }

  #take(column: number): string | null {
    const above = this.#reaching.get(column)
    if (above === undefined) return null
    above.rows--
    if (above.rows === 0) this.#reaching.delete(column)
    return above.text
  }
}

/** The names of columns when a further header row stands under the first: "2020" over "Sales" is "2020 Sales". */
export function underHeader(above: readonly string[], below: readonly string[]): string[] {
  return below.map((name, i) => {
    const over = above[i] ?? ''
    return over === '' || over === name ? name : name === '' ? over : `${over} ${name}`
  })
}
