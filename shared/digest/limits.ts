/**
 * What a digest may be at most. An upload over any of these is refused whole, with the number it has and
 * the number allowed; nothing of it is served. The longest newsletter at hand has 0.1 MB and 300 items.
 */
export const LIMITS = {
  /** Bytes of the uploaded object. */
  bytes: 10_000_000,
  /** Items of one digest, boilerplate among them. */
  items: 20_000,
  /** UTF-8 bytes of one item as JSON, its links among them: a table row of the store holds 400 KB. */
  itemBytes: 350_000,
  /** UTF-16 code units of one line of the decoded document; a long HTML page may be one line. */
  lineLength: 2_000_000,
  /** Lists, quotes, tables, tags or mail parts inside each other. */
  depth: 100,
  /** Bytes after decompression. */
  expandedBytes: 20_000_000,
  /** Bytes after decompression for each compressed byte; text seldom gains more than 20. */
  expansionRatio: 200,
  /** Bytes of an object key: S3 allows no more. */
  keyBytes: 1024,
} as const
