import { parseFeed } from 'feedsmith'
import { DigestError } from '../model/digest-error.ts'
import { findDateInHeader } from './date.ts'
import { readHtmlFragment } from './html.ts'
import { LIMITS } from './limits.ts'
import { normalizeText } from './normalize-text.ts'

/** A feed of any kind: RSS 0.9 to 2, RDF, Atom, JSON Feed. */
export interface Feed {
  title: string | null
  /** When the feed itself was made, as it is written there. */
  built: string | null
  /** In the order of the feed; one that stands there twice is there once. */
  entries: readonly Entry[]
}

export interface Entry {
  title: string
  url: string | null
  /** `yyyy-mm-dd` */
  day: string | null
  isHtml: boolean
  /** The whole text where the feed has it, else the summary. */
  body: string
}

type Parsed = ReturnType<typeof parseFeed>
/**
 * Reads a feed.
 * @throws DigestError 'format' for what cannot be read as one, 'too-many-items' for one with too many entries
 */
export function readFeed(text: string): Feed {
  const parsed = parse(text)
  const { entries, ...head } = READERS[parsed.format](parsed.feed as never)
  if (entries.length > LIMITS.parts) {
    throw new DigestError(
      'too-many-items',
      `The feed has too many entries: ${entries.length}, ${LIMITS.parts} are allowed.`,
    )
  }
  const known = new Set<string>()
  const once = entries.filter(({ id }) => id === null || (!known.has(id) && known.add(id)))
  return { ...head, entries: once.map(({ id: _id, ...entry }) => entry) }
}

/** Stretches in which a bracket is no tag's. */
const OPAQUE = [
  { open: '<![CDATA[', close: ']]>' },
  { open: '<!--', close: '-->' },
  { open: '<?', close: '?>' },
] as const

/**
 * The parser looks for the end of each tag that is not closed through all of the rest, and for one after the other.
 * @throws DigestError 'format' where a tag, a comment or a quoted stretch is not closed
 */
function checkTags(text: string): void {
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const opaque = OPAQUE.find(({ open }) => text.startsWith(open, at))
    const next = opaque ? -1 : text.indexOf('<', at + 1)
    const end = text.indexOf(opaque?.close ?? '>', at + 1)
    if (end === -1 || (next !== -1 && next < end)) {
      const written = text.slice(at, at + 20).replace(/\s+/g, ' ')
      throw new DigestError('format', `The document is no feed that can be read: ${written} is not closed.`)
    }
    at = end + 1
  }
}

function parse(text: string): Parsed {
  if (/^\s{0,200}</.test(text)) checkTags(text)
  try {
    return parseFeed(text)
  } catch (cause) {
    const why = (cause instanceof Error ? cause.message : String(cause))
      .replace(/[\s.]+/g, ' ')
      .slice(0, 200)
      .trim()
    throw new DigestError('format', `The document is no feed that can be read: ${why}.`, { cause })
  }
}

type Read = Omit<Feed, 'entries'> & { entries: (Entry & { id: string | null })[] }

const READERS: { [format in Parsed['format']]: (feed: Extract<Parsed, { format: format }>['feed']) => Read } =
  {
    rss: ({ title, pubDate, lastBuildDate, items = [] }) => ({
      title: wordsOf(title),
      built: text(pubDate) ?? text(lastBuildDate),
      entries: items.map((item) => ({
        ...entryOf(item, item.pubDate ?? item.dc?.dates?.[0], item.content?.encoded ?? item.description),
        id: text(item.guid?.value) ?? text(item.link),
      })),
    }),
    rdf: ({ title, dc, items = [] }) => ({
      title: wordsOf(title),
      built: text(dc?.dates?.[0]),
      entries: items.map((item) => ({
        ...entryOf(item, item.dc?.dates?.[0], item.content?.encoded ?? item.description),
        id: text(item.rdf?.about) ?? text(item.link),
      })),
    }),
    atom: ({ title, updated, entries = [] }) => ({
      title: wordsOf(title?.value),
      built: text(updated),
      entries: entries.map((entry) => {
        const body = entry.content?.value === undefined ? entry.summary : entry.content
        const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href
        return {
          ...entryOf({ title: entry.title?.value, link }, entry.published ?? entry.updated, body?.value),
          isHtml: body?.type === 'html' || body?.type === 'xhtml',
          id: text(entry.id) ?? text(link),
        }
      }),
    }),
    json: ({ title, items = [] }) => ({
      title: wordsOf(title),
      built: null,
      entries: items.map((item) => ({
        ...entryOf(
          { title: item.title, link: item.url ?? item.external_url },
          item.date_published ?? item.date_modified,
          item.content_html ?? item.content_text ?? item.summary,
        ),
        isHtml: item.content_html !== undefined,
        id: text(item.id),
      })),
    }),
  }

function entryOf(
  { title, link }: { title?: unknown; link?: unknown },
  day: unknown,
  body: unknown,
): Omit<Entry, never> {
  const written = text(day)
  return {
    title: wordsOf(title) ?? '',
    url: text(link),
    day: written === null ? null : findDateInHeader(written),
    isHtml: true,
    body: text(body) ?? '',
  }
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

/** Titles hold markup now and then. */
function wordsOf(value: unknown): string | null {
  const title = text(value)
  if (title === null) return null
  const words = /[<&]/.test(title)
    ? readHtmlFragment(title)
        .map((block) => block.text)
        .join(' ')
    : title
  return normalizeText(words) || null
}
