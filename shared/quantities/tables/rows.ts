/** The rows of a table that is written as lines, their fields between bars. */
export const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|'))

/** Words between commas, none for an empty field. */
export const listOf = (field: string | undefined): string[] => (field ? field.split(',') : [])
