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

function formatOfName(key: string): Format | null {
  const extension = /\.([a-z]{1,10})$/i.exec(key.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(FORMAT_OF_EXTENSION, extension) ? (FORMAT_OF_EXTENSION[extension] ?? null) : null
}

/** What a file that came with a mail is read as, or null for one that is only named: a picture, a table, an archive. */
export function kindOfAttachment(name: string, bytes: Uint8Array): TextFormat | null {
  const format = formatOfName(name)
  if (format === null || format === 'mail' || bytes.includes(0)) return null
  return format
}
