import {
  type DateSource,
  type Days,
  type Digest,
  dayOf,
  type Language,
  type Unread,
} from '../model/digest.ts'
import { DigestError, type DigestErrorReason } from '../model/digest-error.ts'
import { ABSENT, type Condition, equals } from '../store/condition.ts'
import { BY_DATE_INDEX, byDateKey, headKey, type RowKey, refusedKey } from '../store/keys.ts'
import type { Version } from '../store/version.ts'

/**
 * The head of a digest: which version of its key is claimed by a parser, and which one is published to readers.
 * The published one stays served while a newer one is being written.
 */
export type Head = RowKey & {
  /** Keys of the index by date, while the digest is ready or refused. */
  byDatePk?: string
  byDateSk?: string
  /** Revision of this row: every write of it raises it by one. */
  rv: number
  bucket: string
  key: string
  /** The newest version that a parser began to write. */
  claimed: Version
  /** S3's version id, or in a store without versions the ETag, of what the claimed version was read from; null for a deletion. */
  claimedSource: string | null
  /**
   * The contents of the key were once read as what it held then, not as those of an event: one with a higher sequencer
   * than the claimed version may still be older than it.
   */
  examined?: boolean
  published?: Published
}

/** What readers see of a digest. */
export interface Published {
  version: Version
  /** The version that the item rows stand under: an earlier one where the same digest was stored again. */
  rows: Version
  /** Of the digest, as text: see fingerprintOf. */
  fingerprint?: string
  state: 'ready' | 'refused' | 'deleted'
  /** Why the upload was refused. */
  refusal?: { reason: DigestErrorReason; message: string }
  etag?: string
  versionId?: string
  title?: string
  date?: string
  dateSource?: DateSource
  /** First and last day that its items stand at, where some have a day of their own. */
  days?: Days
  language?: Language
  variant?: string
  /** Items that give no facts, by the language that nothing here reads; missing where all are read. */
  unread?: Unread[]
  /** Number of items. */
  items: number
  /** The version of the item rows before these, which are to expire. */
  replaces?: Version
}

/** One version of a key: a digest, a refusal, or neither where the key was deleted. */
export interface Contents {
  version: Version
  etag?: string
  versionId?: string
  digest?: Digest
  /** Of the digest. */
  fingerprint?: string
  /** Why the upload cannot become a digest. */
  refusal?: DigestError
  /** See Head. */
  examined?: boolean
}

export const sourceOf = ({ versionId, etag }: { versionId?: string; etag?: string }): string | null =>
  versionId ?? etag ?? null

/** What a parser of a version has to do, seen from the head it finds. */
export function standing(head: Head | undefined, version: Version): 'stale' | 'published' | 'open' {
  if (head === undefined) return 'open'
  if (head.claimed > version) return 'stale'
  return head.published?.version === version ? 'published' : 'open'
}

/** The head with this version claimed, and the condition under which it may be written. */
export function claim(
  head: Head | undefined,
  at: { digest: string; bucket: string; key: string },
  contents: Contents,
): { row: Head; condition: Condition } {
  return {
    row: {
      ...headKey(at.digest),
      ...head,
      bucket: at.bucket,
      key: at.key,
      rv: (head?.rv ?? 0) + 1,
      claimed: contents.version,
      claimedSource: sourceOf(contents),
      examined: contents.examined,
    },
    condition: unchanged(head),
  }
}

/** The head with its claimed version published; refused once the head is any other than the one given. */
export function publish(head: Head, digest: string, contents: Contents): { row: Head; condition: Condition } {
  const {
    [BY_DATE_INDEX.partition]: _partition,
    [BY_DATE_INDEX.sort]: _sort,
    published: previous,
    ...rest
  } = head
  const same = publishedAlready(head, contents)
  const published: Published = { ...publishedOf(contents), ...(same && { rows: same.rows }) }
  if (same !== undefined) published.replaces = same.replaces
  else if (previous !== undefined && previous.items > 0) published.replaces = previous.rows
  return {
    row: {
      ...rest,
      rv: head.rv + 1,
      published,
      ...(published.date !== undefined && byDateKey(published.date, digest)),
      ...(published.state === 'refused' && refusedKey(digest)),
    },
    condition: [[equals('claimed', contents.version), equals('rv', head.rv)]],
  }
}

/** What is published where it is this very digest, stored once more: its item rows and facts stand already. */
export function publishedAlready({ published }: Head, { fingerprint }: Contents): Published | undefined {
  return fingerprint !== undefined && published?.fingerprint === fingerprint ? published : undefined
}

/** The refusal that a published version stands for, if it does. */
export function refusalOf({ published }: Head): DigestError | undefined {
  return published?.refusal && new DigestError(published.refusal.reason, published.refusal.message)
}

function publishedOf({ version, etag, versionId, digest, fingerprint, refusal }: Contents): Published {
  const source = { version, rows: version, etag, versionId }
  if (refusal !== undefined)
    return {
      ...source,
      state: 'refused',
      refusal: { reason: refusal.reason, message: refusal.message },
      items: 0,
    }
  if (digest === undefined) return { ...source, state: 'deleted', items: 0 }
  const { title, date, dateSource, language, variant, unread, items } = digest
  const described = {
    ...{ title, date, dateSource, days: daysOf(digest), language, items: items.length },
    ...(variant !== null && { variant }),
    ...(unread.length > 0 && { unread }),
  }
  return { ...source, fingerprint, state: 'ready', ...described }
}

function daysOf({ date, items }: Digest): Days | undefined {
  if (items.every((item) => item.date === null)) return undefined
  const days = items.map((item) => dayOf(item, { date })).sort()
  return { from: days[0] as string, to: days.at(-1) as string }
}

const unchanged = (row: { rv: number } | undefined): Condition =>
  row === undefined ? [ABSENT] : [[equals('rv', row.rv)]]
