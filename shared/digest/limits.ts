/**
 * What a digest may be at most. An upload over any of these is refused whole, with the number it has and
 * the number allowed; nothing of it is served. What is cut instead says so here. The longest newsletter at hand has 0.1 MB and 300 items.
 */
export const LIMITS = {
  /** Bytes of the uploaded object; a mail's attachments count although they are not read. */
  bytes: 10_000_000,
  /** UTF-16 code units of the decoded document. */
  characters: 4_000_000,
  /** UTF-16 code units of one line; a whole HTML page may be one line. */
  lineLength: 1_000_000,
  /** UTF-16 code units of one paragraph or cell of Markdown: pairing its emphasis takes time in their square. */
  paragraphLength: 100_000,
  /** Items of one digest, boilerplate among them. */
  items: 20_000,
  /** Mails of a mailbox, entries of a feed. */
  parts: 5_000,
  /** UTF-8 bytes of one item as JSON, its links among them: a table row of the store holds 400 KB. */
  itemBytes: 350_000,
  /** Links of one digest. */
  links: 50_000,
  /** UTF-16 code units of a heading, a title or a table's header, which is stored with each item under it: cut there. */
  headingLength: 300,
  /** UTF-8 bytes of all items of a digest as JSON: so many for each byte uploaded, and so many beside. */
  storedBytesPerByte: 20,
  storedBytesBeside: 4_000_000,
  /** Lists and quotes inside each other in Markdown, parts inside each other in a mail. */
  depth: 100,
  /** HTML elements inside each other; mails laid out by tables reach 60. */
  elementDepth: 250,
  /** Bytes after decompression. */
  expandedBytes: 10_000_000,
  /** Bytes after decompression for each compressed byte; text seldom gains more than 20. */
  expansionRatio: 200,
  /** Up to here a file may expand by any ratio: little harm is in it. */
  expandedBytesUnchecked: 100_000,
  /** Bytes of the files of an Office document after decompression, and their number. */
  archiveBytes: 30_000_000,
  archiveFiles: 2_000,
  /** Pages of a PDF document. */
  pages: 500,
  /** Bytes of an object key: S3 allows no more. */
  keyBytes: 1024,
} as const

/** A heading that can be stored with each item under it: one that is too long ends in an ellipsis. */
export function cutHeading(heading: string): string {
  if (heading.length <= LIMITS.headingLength) return heading
  const end = LIMITS.headingLength - 1
  // Not between the halves of a character.
  return `${heading.slice(0, /[\ud800-\udbff]/.test(heading.charAt(end - 1)) ? end - 1 : end).trimEnd()}…`
}
