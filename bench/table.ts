/** Prints rows under their headings: the first column to the left, the others to the right. */
export function printTable(headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [headings, ...rows]
  const widths = headings.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  for (const row of all) {
    const cells = widths.map((width, column) =>
      column === 0 ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width),
    )
    console.log(`  ${cells.join('  ')}`)
  }
}

/** Of the figures in order, the one at this share of the way. */
export function quantile(figures: readonly number[], share: number): number {
  const at = Math.min(figures.length - 1, Math.floor(figures.length * share))
  return figures.toSorted((a, b) => a - b)[at] ?? Number.NaN
}

export const median = (figures: readonly number[]): number => quantile(figures, 0.5)
