/** The formats that the text of a digest may be in. */
export type TextFormat = 'plain' | 'markdown' | 'html'

/** The formats a digest may come in; any of them may be gzipped. */
export type Format = TextFormat | 'mail'

const FORMAT_OF_EXTENSION: Readonly<Record<string, Format>> = {
  txt: 'plain',
  text: 'plain',
  md: 'markdown',
  markdown: 'markdown',
  mkd: 'markdown',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  eml: 'mail',
}

/** Enough of a document to know its format by. */
const SAMPLE_LENGTH = 20_000

/** A page says so itself, whatever comes before the declaration of its type. */
const HTML_PAGE =
  /^\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,1000}-->\s{0,200}){0,5}<(?:!doctype\s{1,20}html|html|head|body)[\s>]/i
const HTML_FRAGMENT =
  /^\s{0,200}<(?:div|p|table|ul|ol|h[1-6]|section|article|main|header|center|span|font|style|meta)(?:\s[^<>]{0,2000})?>/i

/** Two header fields that a mail has and hardly anything else begins with. */
const MAIL_FIELD =
  /^(?:From|To|Date|Subject|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Content-Type|Content-Transfer-Encoding|Reply-To|Sender|DKIM-Signature|List-Unsubscribe|X-[\w-]{1,60}):/i
const HEADER_LINE = /^[!-9;-~]{1,80}:|^[ \t]/
const LEAST_MAIL_FIELDS = 2

/** Marks that plain prose does not make by chance. */
const MARKDOWN_SIGNS = [
  /^#{1,6} \S/m,
  /\[[^\]\n]{1,200}\]\((?:https?:|mailto:|\/|#)/,
  /^ {0,3}```/m,
  /^\|? ?:?-{3,40}:? ?\|/m,
] as const

/** True for the two bytes that every gzip file begins with (RFC 1952, 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** Documents of an office, known by their first bytes: they are text only when they are unpacked. */
export type OfficeFormat = 'pdf' | 'docx'
const OFFICE: readonly { format: OfficeFormat; start: string; within: number }[] = [
  // The standard allows a little before it (ISO 32000, Annex H).
  { format: 'pdf', start: '%PDF-', within: 1_024 },
  { format: 'docx', start: 'PK\x03\x04', within: 4 },
]

export function officeFormatOf(bytes: Uint8Array): OfficeFormat | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_029)).toString('latin1')
  const known = OFFICE.find(({ start, within }) => {
    const at = head.indexOf(start)
    return (
      at === 0 || (at > 0 && at + start.length <= within && /^[^\x20-\x7e]{0,100}$/.test(head.slice(0, at)))
    )
  })
  return known?.format ?? null
}

/** True for bytes that begin with the header of a mail. A mail is known before it is decoded: its parts say how. */
export function isMail(bytes: Uint8Array, key: string): boolean {
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SAMPLE_LENGTH))
  const head = sample
    .toString('latin1')
    .replace(/^ï»¿/, '')
    .replace(/^From [^\n]{1,500}\n/, '')
  if (!HEADER_LINE.test(head)) return false
  let fields = 0
  for (const line of head.split(/\r?\n/, 200)) {
    if (line === '' || !HEADER_LINE.test(line)) break
    if (MAIL_FIELD.test(line)) fields++
  }
  return fields >= (formatOfName(key) === 'mail' ? 1 : LEAST_MAIL_FIELDS)
}

/** The format of a decoded document: by what it declares itself to be, then by its name, then by its look. */
export function formatOf(document: string, key: string): TextFormat {
  const sample = document.slice(0, SAMPLE_LENGTH)
  if (HTML_PAGE.test(sample)) return 'html'
  const named = formatOfName(key)
  if (named === 'markdown' || named === 'html') return named
  if (HTML_FRAGMENT.test(sample)) return 'html'
  return MARKDOWN_SIGNS.some((sign) => sign.test(sample)) ? 'markdown' : 'plain'
}

/** The roots of feeds, behind what XML may have before its root. */
const BEFORE_ROOT =
  '^\\s{0,200}(?:<\\?[^>]{0,300}>\\s{0,200}){0,5}(?:<!--[^>]{0,1000}-->\\s{0,200}){0,5}(?:<!DOCTYPE[^>]{0,300}>\\s{0,200})?'
const FEED_ROOT = new RegExp(`${BEFORE_ROOT}<(?:rss|feed|rdf:RDF|(?:atom|atom10):feed)[\\s>]`, 'i')
const JSON_FEED =
  /^\s{0,200}\{[\s\S]{0,5000}?"version"\s{0,5}:\s{0,5}"https?:(?:\\?\/){2}jsonfeed\.org\\?\/version/

/** True for a feed, which says what it is whatever it is called. */
export const isFeed = (document: string): boolean =>
  FEED_ROOT.test(document.slice(0, SAMPLE_LENGTH)) || JSON_FEED.test(document.slice(0, SAMPLE_LENGTH))

/** Formats of data that are text and no stories: to read them as text would make facts of their codes. */
const DATA: readonly { kind: string; extension: RegExp; look: (document: string) => boolean }[] = [
  { kind: 'an RTF document', extension: /^rtf$/, look: (document) => document.startsWith('{\\rtf') },
  {
    kind: 'an SVG image',
    extension: /^svg$/,
    look: (document) => new RegExp(`${BEFORE_ROOT}<svg[\\s>]`, 'i').test(document.slice(0, SAMPLE_LENGTH)),
  },
  {
    kind: 'XML of another kind than a feed or XHTML',
    extension: /^(?:xml|opml|xsl|kml|gpx|plist)$/,
    look: (document) =>
      /^\s{0,200}<(?:\?xml\b|opml\b|urlset\b|sitemapindex\b|plist\b|kml\b|gpx\b)/i.test(
        document.slice(0, SAMPLE_LENGTH),
      ),
  },
  { kind: 'JSON of another kind than a feed', extension: /^(?:json|jsonl|ndjson|geojson)$/, look: isJson },
  { kind: 'a table (CSV)', extension: /^(?:csv|tsv)$/, look: () => false },
  {
    kind: 'a calendar or an address book',
    extension: /^(?:ics|vcf)$/,
    look: (document) => /^BEGIN:V(?:CALENDAR|CARD)\b/.test(document),
  },
]

/** What a document is that is no digest though it is text, or null. A page that says so itself is one under any name. */
export function dataKindOf(document: string, key: string): string | null {
  if (HTML_PAGE.test(document.slice(0, SAMPLE_LENGTH))) return null
  const extension = extensionOf(key)
  return DATA.find(({ extension: known, look }) => known.test(extension) || look(document))?.kind ?? null
}

function isJson(document: string): boolean {
  const text = document.trim()
  if (!/^(?:\{[\s\S]*\}|\[[\s\S]*\])$/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const extensionOf = (key: string): string =>
  /\.([a-z]{1,10})$/i.exec(key.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? ''

function formatOfName(key: string): Format | null {
  const extension = extensionOf(key)
  return Object.hasOwn(FORMAT_OF_EXTENSION, extension) ? (FORMAT_OF_EXTENSION[extension] ?? null) : null
}

/** True for a file that came with a mail and is a digest itself; a picture, a table, an archive is only named. */
export function isDigestFile(name: string, bytes: Uint8Array): boolean {
  const office = officeFormatOf(bytes)
  if (office !== null) return office === 'pdf' || /\.docx$/i.test(name)
  const format = formatOfName(name)
  return format !== null && format !== 'mail' && !bytes.includes(0)
}
