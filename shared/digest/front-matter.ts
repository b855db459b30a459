/** The fields of a front matter that say something about the digest as a whole. */
export interface FrontMatter {
  title: string | null
  date: string | null
  /** The document with the front matter blanked out, so that every offset after it holds. */
  body: string
}

/** A front matter that is longer than this is none. */
const LENGTH = 10_000

/**
 * YAML between `---` lines, as Jekyll and Hugo write it; TOML between `+++` lines, as Hugo does; and fields up to the
 * first blank line, one of them the title, as MultiMarkdown has them. (Where titles go on below, these are records.)
 */
const FENCES = [
  {
    open: /^---[ \t]{0,20}\n/,
    close: /\n(?:---|\.\.\.)[ \t]{0,20}(?:\n|$)/,
    field:
      /^["']?([A-Za-z_\p{Script=Han}-]{1,40})["']?:(?:[ \t]{1,20}|[ \t]{0,20}\n[ \t]{1,20})(?![>|][-+]?$)(\S.{0,1000})$/gmu,
    comment: /\s#.*$/,
  },
  {
    open: /^\+\+\+[ \t]{0,20}\n/,
    close: /\n\+\+\+[ \t]{0,20}(?:\n|$)/,
    field: /^["']?([A-Za-z_-]{1,40})["']?[ \t]{0,20}=[ \t]{0,20}(.{1,1000})$/gm,
    comment: /\s#.*$/,
  },
  {
    open: /^(?=(?:[a-z]{1,20}:.{0,500}\n){0,10}title:)(?=(?:[a-z]{1,20}:.{0,500}\n){2,20}(?![\s\S]*\ntitle:)\n)/i,
    close: /\n(?=\n)/,
    field: /^([A-Za-z]{1,20}):[ \t]{0,20}(.{1,500})$/gm,
    comment: /(?!)/,
  },
] as const

/** The names under which generators write the day, the surest first. */
const DATE_FIELDS = [
  ...[
    'date',
    'pubdate',
    'publishdate',
    'published',
    'publishedat',
    'publishedon',
    'publisheddate',
    'datepublished',
  ],
  ...[
    'publicationdate',
    'posted',
    'postedon',
    'postdate',
    'issued',
    'releasedate',
    'created',
    'createdat',
    'datecreated',
  ],
  ...['日期', '发布日期', '发布时间', '发表时间', '创建时间'],
]

/**
 * Reads the title and the date that a document states about itself before its first line. Only one-line values
 * are read, which is how generators write these two; a document without a front matter comes back as it is.
 */
export function readFrontMatter(document: string): FrontMatter {
  const head = document.slice(0, LENGTH)
  for (const { open, close, field, comment } of FENCES) {
    const start = open.exec(head)?.[0].length
    const end = start === undefined ? null : close.exec(head)
    if (start === undefined || !end) continue
    const fields = new Map(
      Array.from(head.slice(start, end.index + 1).matchAll(field), ([, name = '', value = '']) => [
        name.toLowerCase().replace(/[_-]/g, ''),
        unquote(value.trim(), comment),
      ]),
    )
    // Two rules around a paragraph look the same but hold no field.
    if (fields.size === 0) continue
    const length = end.index + end[0].length
    const blank = document.slice(0, length).replace(/[^\n]/g, ' ')
    return {
      title: fields.get('title') ?? fields.get('标题') ?? null,
      date: DATE_FIELDS.map((field) => fields.get(field)).find((date) => date !== undefined) ?? null,
      body: blank + document.slice(length),
    }
  }
  return { title: null, date: null, body: document }
}

function unquote(value: string, comment: RegExp): string {
  const [, quoted] = /^"((?:[^"\\]|\\.)*)"/.exec(value) ?? /^'((?:[^']|'')*)'/.exec(value) ?? []
  if (quoted === undefined) return value.replace(comment, '')
  return value.startsWith("'") ? quoted.replaceAll("''", "'") : quoted.replace(/\\(.)/g, '$1')
}
