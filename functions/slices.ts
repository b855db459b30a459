/** Rows of one level that are written anew at once: what they are made of is held in memory. */
export const ROWS_AT_ONCE = 100

export const slicesOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))
