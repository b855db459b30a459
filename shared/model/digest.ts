/** One uploaded document, parsed: what parse-digest stores and `npm run parse` prints. */
export interface Digest {
  /** Stable name of the digest, derived from its object key alone (see digestId). */
  id: string
  title: string
  /** The day the digest is about, `yyyy-mm-dd`. */
  date: string
  dateSource: DateSource
  /** That most of its items are in. */
  language: Language
  variant: string | null
  /** How many items give no facts because nothing here reads their language, the commonest language first. */
  unread: Unread[]
  items: Item[]
}

/** One story in a digest, with its place in the decoded document. */
export interface Item {
  /** Position in the digest, from 1. */
  n: number
  /** The nearest heading above, or null before the first. */
  section: string | null
  kind: ItemKind
  /** The day that the item itself is of, `yyyy-mm-dd`; null where it is of its digest's (see dayOf). */
  date: string | null
  /** The item's own lead ("Global water quality"), or null where it has none. */
  title: string | null
  /** The item without markup; spans of facts count in it (UTF-16 code units). */
  text: string
  /** The lead-in of the list that the item stands in ("Key findings:"), or null. */
  context: string | null
  links: Link[]
  /** Whose rules read it; of `other` there are none. */
  language: Language
  /** Tag of BCP 47 where it says more than `language`: "zh-Hant", or of an `other` language "de", "ja", "und-Cyrl". */
  variant: string | null
  /** First line in the decoded document, from 1. */
  line: number
  /** `document.slice(start, end)` is the item's source, in the decoded document with LF line ends. */
  start: number
  end: number
}

/** "3 items are left unread, nothing here reads de (2), ja (1)"; undefined where all are read. */
export function unreadWords({ unread = [] }: { unread?: readonly Unread[] }): string | undefined {
  const items = unread.reduce((sum, { items }) => sum + items, 0)
  if (items === 0) return undefined
  const languages = unread.map(({ language, items }) => `${language} (${items})`).join(', ')
  return `${items === 1 ? '1 item is' : `${items} items are`} left unread, nothing here reads ${languages}`
}

/** First and last day, `yyyy-mm-dd`, both inclusive. */
export interface Days {
  from: string
  to: string
}

/** The day that an item and its facts stand at. Items that were stored before they had days of their own have none. */
export const dayOf = ({ date }: Partial<Pick<Item, 'date'>>, digest: { date: string }): string =>
  date ?? digest.date

export interface Unread {
  /** Tag of BCP 47, "und" where it is not known. */
  language: string
  items: number
}

export interface Link {
  text: string
  url: string
}

/** `boilerplate` items (subscribe lines, footers, tables of contents) are kept and yield no facts. */
export const ITEM_KINDS = ['paragraph', 'bullet', 'row', 'boilerplate'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export const LANGUAGES = ['en', 'zh', 'other'] as const
export type Language = (typeof LANGUAGES)[number]

/** Where the digest's date was found, the most trusted first. */
export const DATE_SOURCES = ['front-matter', 'title', 'key', 'mail', 'object'] as const
export type DateSource = (typeof DATE_SOURCES)[number]

/** What is known of an upload beside its bytes. */
export interface Upload {
  /** The object key, decoded. */
  key: string
  /** When the object was stored, ISO 8601; the date of last resort. */
  lastModified: string
}
