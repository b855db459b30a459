import { inflateSync } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'
import { DigestError } from '../model/digest-error.ts'
import { LIMITS } from './limits.ts'
import { bodySizeOf, type Drawn, pageHtml } from './pdf-layout.ts'

/** Fewer letters to a page than this are the numbers and stamps on pictures of text. */
const LEAST_LETTERS = 10

/**
 * The HTML of a PDF document's text, in reading order.
 * @throws DigestError 'format' for one that is damaged, encrypted or holds pictures alone; 'too-large' over a limit
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  checkStreams(bytes)
  const { pages, sizes } = await drawnPages(bytes)
  const letters = pages.reduce(
    (sum, page) => page.reduce((some, { text }) => some + text.trim().length, sum),
    0,
  )
  if (letters < LEAST_LETTERS * pages.length) {
    const held = `its ${pages.length} ${pages.length === 1 ? 'page is' : 'pages are'} pictures without text`
    throw new DigestError(
      'format',
      `The PDF document was scanned: ${held}. Send one with its text recognised.`,
    )
  }
  const bodySize = bodySizeOf(pages)
  const running = runningLines(pages, sizes)
  return pages
    .map((page, i) => {
      const text = page.filter((drawn) => !running.has(lineKey(drawn)))
      return pageHtml(text, sizes[i]?.width ?? 600, bodySize)
    })
    .join('\n')
    .replace(OPENING_HEADING, '<h1>$1</h1>')
}

/** A heading that the document begins with is its title. */
const OPENING_HEADING = /^\s{0,20}<h2>([^<]{1,300})<\/h2>/

async function drawnPages(bytes: Uint8Array): Promise<{ pages: Drawn[][]; sizes: PageSize[] }> {
  try {
    // The library takes over the bytes that it is given.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false })
    try {
      if (document.numPages > LIMITS.pages) {
        const excess = `${document.numPages} pages, ${LIMITS.pages} are allowed`
        throw new DigestError('too-large', `The PDF document is too large: ${excess}.`)
      }
      const [pages, sizes]: [Drawn[][], PageSize[]] = [[], []]
      let characters = 0
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number)
        const { items } = await page.getTextContent()
        const drawn = items.flatMap((item) => ('str' in item ? drawnOf(item) : []))
        characters += drawn.reduce((sum, { text }) => sum + text.length, 0)
        if (characters > LIMITS.characters) {
          const excess = `over ${LIMITS.characters} characters, ${LIMITS.characters} are allowed`
          throw new DigestError('too-large', `The PDF document is too large: ${excess}.`)
        }
        pages.push(drawn)
        const [left = 0, bottom = 0, right = 600, top = 800] = page.view
        sizes.push({ width: right - left, bottom, height: top - bottom })
        page.cleanup()
      }
      return { pages, sizes }
    } finally {
      await document.loadingTask.destroy()
    }
  } catch (cause) {
    if (cause instanceof DigestError) throw cause
    const { name, message } = cause instanceof Error ? cause : { name: '', message: String(cause) }
    if (name === 'PasswordException')
      throw new DigestError('format', 'The PDF document is encrypted. Send it without a password.', { cause })
    const why =
      message
        .replace(/[\s.]+/g, ' ')
        .slice(0, 200)
        .trim() || 'it is damaged'
    throw new DigestError('format', `The PDF document cannot be read: ${why}.`, { cause })
  }
}

/** Text along the page; what is turned is a stamp or the name of an axis. */
function drawnOf({ str, transform, width }: { str: string; transform: number[]; width: number }): Drawn[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform
  if (str === '' || Math.abs(b) > Math.abs(a) / 10 || Math.abs(c) > Math.abs(d) / 10) return []
  return [{ text: str, x, y, width, size: Math.abs(d) }]
}

/** In points. */
interface PageSize {
  width: number
  height: number
  bottom: number
}

/** The share of a page that is its top and its foot. */
const MARGIN = 0.12

/** Lines at the top or the foot of most pages that are the same but for their numbers. */
function runningLines(pages: readonly (readonly Drawn[])[], sizes: readonly PageSize[]): Set<string> {
  const seen = new Map<string, number>()
  for (const [i, page] of pages.entries()) {
    const { height, bottom } = sizes[i] as PageSize
    const atEdge = page.filter(({ y }) => Math.abs((y - bottom) / height - 0.5) > 0.5 - MARGIN)
    for (const key of new Set(atEdge.map(lineKey))) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  return new Set([...seen].filter(([, times]) => times >= 3 && times * 2 > pages.length).map(([key]) => key))
}

const lineKey = ({ text, y }: Drawn): string => `${Math.round(y)} ${text.replace(/\d{1,5}/g, '0').trim()}`

const STREAM = Buffer.from('stream')
const END = Buffer.from('endstream')
/** Bytes that all streams of a document may come to. */
const STREAM_BYTES = 4 * LIMITS.archiveBytes

/**
 * A document says nothing of how large its streams become, and the library unpacks each whole: they are unpacked here
 * once, into a bounded room. What fails to unpack takes of the room as well, or trying could go on for ever.
 * @throws DigestError 'too-large' where they do not fit
 */
function checkStreams(bytes: Uint8Array): void {
  const document = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let left = STREAM_BYTES
  let end = 0
  for (let at = document.indexOf(STREAM); at !== -1; at = document.indexOf(STREAM, at)) {
    at += STREAM.length
    const start = at + (document[at] === 0x0d ? 2 : 1)
    if (end !== -1 && end < start) end = document.indexOf(END, start)
    const packed = document.subarray(start, end === -1 ? document.length : end)
    if (!isDeflated(packed)) continue
    left -= unpackedSize(packed, left)
    if (end !== -1) at = end + END.length
  }
}

/** The two bytes that zlib begins with (RFC 1950). */
const isDeflated = (bytes: Buffer): boolean =>
  bytes.length > 2 && (bytes[0] as number) % 16 === 8 && bytes.readUInt16BE(0) % 31 === 0

/** Streams are packed twice now and then. */
function unpackedSize(packed: Buffer, most: number, depth = 0): number {
  try {
    const unpacked = inflateSync(packed, { maxOutputLength: Math.max(most, 1) })
    const inner =
      depth < 3 && isDeflated(unpacked) ? unpackedSize(unpacked, most - unpacked.length, depth + 1) : 0
    return unpacked.length + inner
  } catch (cause) {
    if (most > 0 && !(cause instanceof RangeError)) return packed.length
    const excess = `its streams expand to more than the ${STREAM_BYTES} bytes allowed`
    throw new DigestError('too-large', `The PDF document is too large: ${excess}.`, { cause })
  }
}
