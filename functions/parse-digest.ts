import { type BucketEvent, readBucketEvents } from '../shared/digest/bucket-event.ts'
import { digestId, fingerprintOf } from '../shared/digest/digest-id.ts'
import {
  type Contents,
  claim,
  type Head,
  publish,
  publishedAlready,
  refusalOf,
  sourceOf,
  standing,
} from '../shared/digest/head.ts'
import { itemRows } from '../shared/digest/item-rows.ts'
import { LIMITS } from '../shared/digest/limits.ts'
import { PARSER_VERSION, parseDigest } from '../shared/digest/parse.ts'
import { DigestError } from '../shared/model/digest-error.ts'
import type { Counter } from '../shared/store/counters.ts'
import { headKey, itemPrefix, KEY } from '../shared/store/keys.ts'
import type { DigestParsed } from '../shared/store/messages.ts'
import {
  engineOf,
  itemsVersion,
  NO_SEQUENCER,
  sequencerOf,
  successor,
  type Version,
} from '../shared/store/version.ts'
import type { Bucket, ObjectRef } from './adapters/bucket.ts'
import type { Queue } from './adapters/queue.ts'
import { queryAll, type Table } from './adapters/table.ts'
import type { Count } from './count.ts'
import { type Log, logFor } from './log.ts'

export interface ParseDigestPorts {
  bucket: Bucket
  items: Table
  digestParsed: Queue<DigestParsed>
  log: Log
  count: Count
  /** The release that is deployed, 0 where none is given: see engineOf. */
  release?: number
  /** Milliseconds since 1970. */
  now(): number
}

/**
 * How an event can end, and what counts it. `ready`, `refused` and `deleted` are states of the head that was published;
 * `superseded`: a newer event of the key is known or will come; `ignored`: not a digest's key.
 */
const OUTCOMES = {
  ready: 'digestsReady',
  refused: 'digestsRefused',
  deleted: 'digestsDeleted',
  superseded: 'eventsSuperseded',
  ignored: 'eventsIgnored',
} as const satisfies Record<string, Counter>

type ParseOutcome = keyof typeof OUTCOMES

/** Each event taken counts once more as what it ended as, unless its handling failed. */
export const PARSE_COUNTERS: readonly Counter[] = ['eventsTaken', ...Object.values(OUTCOMES)]

/** How long the item rows of a version that was replaced are kept for readers that still walk them. */
const SUPERSEDED_DAYS = 30

/**
 * Handles one message of the queue digest-events: every key it names is claimed, written, published and announced. An
 * upload that cannot become a digest is refused: that is an outcome, which is recorded with its reason, counted, and not
 * tried again.
 * @throws where something is broken, and a retry may help
 */
export async function parseMessage(body: string, ports: ParseDigestPorts): Promise<void> {
  for (const event of readBucketEvents(body)) {
    const log = logFor(event.cause, ports.log)
    ports.count('eventsTaken')
    const { outcome, refusal } = await parseEvent(event, ports)
    ports.count(OUTCOMES[outcome])
    const detail = { outcome, what: event.what, key: event.key, digest: digestId(event.key) }
    if (refusal === undefined) {
      log.info('digest event handled', detail)
    } else {
      log.warn('digest refused', { ...detail, reason: refusal.reason, why: refusal.message })
    }
  }
}

async function parseEvent(
  event: BucketEvent,
  ports: ParseDigestPorts,
): Promise<{ outcome: ParseOutcome; refusal?: DigestError }> {
  // A directory marker of a console or a sync tool holds no digest.
  if (event.key.endsWith('/')) return { outcome: 'ignored' }

  const claimed = await claimVersion(event, ports)
  if (claimed === undefined) return { outcome: 'superseded' }
  const { contents } = claimed
  const digest = digestId(event.key)
  if (!publishedAlready(claimed.head, contents)) {
    await ports.items.putAll(itemRows(digest, contents.version, contents.digest?.items ?? []))
  }
  const head = await publishVersion(digest, claimed, ports)
  if (head === undefined) return { outcome: 'superseded' }
  await expireReplaced(digest, head, ports)
  const { cause, what } = event
  await ports.digestParsed.sendAll([{ digest, cause, ...(what === 'unordered' && { again: true }) }])
  return { outcome: head.published?.state ?? 'superseded', refusal: contents.refusal }
}

/** A claimed version and what it holds; nothing that has to be written where it was published before. */
interface Claimed {
  head: Head
  contents: Contents
}

/**
 * Reads what the event stands for and claims its version in the head; a version that was published already needs
 * neither, only to be announced again.
 * @returns undefined where a newer version is claimed, or will be
 */
async function claimVersion(event: BucketEvent, ports: ParseDigestPorts): Promise<Claimed | undefined> {
  const { bucket, key } = event
  const digest = digestId(key)
  for (;;) {
    const head = await readHead(digest, ports)
    if (event.what !== 'unordered') {
      const version = itemsVersion(event.sequencer, parserOf(ports))
      const state = standing(head, version)
      if (state === 'stale') return undefined
      if (head !== undefined && state === 'published')
        return { head, contents: { version, refusal: refusalOf(head) } }
    }
    const contents = await readContents(event, head, ports)
    if (contents === undefined || standing(head, contents.version) === 'stale') return undefined
    const { row: claimed, condition } = claim(head, { digest, bucket, key }, contents)
    // Where nothing is to be written in between, the claim is published at once.
    const row = publishedAlready(claimed, contents) ? publish(claimed, digest, contents).row : claimed
    if (await ports.items.put(row, condition)) return { head: row, contents }
  }
}

/** @returns undefined where the contents that the event stands for are gone, so that a newer event will come */
async function readContents(
  event: BucketEvent,
  head: Head | undefined,
  ports: ParseDigestPorts,
): Promise<Contents | undefined> {
  if (event.what === 'unordered' || head?.examined) return examine(event, head, ports)
  const version = itemsVersion(event.sequencer, parserOf(ports))
  if (event.what === 'deleted') return { version }
  const read = await readObject(event, ports)
  return read && { version, ...read }
}

/**
 * Reads what the key holds now. The head was read before the bucket: contents older than a claim cannot be claimed over
 * it, since that claim has changed the head. But an event that comes later may be older than what was read here, so from
 * now on every event of the key has to look; also where the key held just what an event says, since the removal of a
 * delete marker brings back contents that are older than the marker.
 */
async function examine(
  event: BucketEvent,
  head: Head | undefined,
  ports: ParseDigestPorts,
): Promise<Contents> {
  const { bucket, key } = event
  const read = await readObject({ bucket, key }, ports)
  return { version: examinedVersion(head, sourceOf(read ?? {}), parserOf(ports)), examined: true, ...read }
}

/** The version for what a key holds now: the one claimed where it is the same, else the one just above it. */
function examinedVersion(head: Head | undefined, source: string | null, parser: number): Version {
  const known = head === undefined ? NO_SEQUENCER : sequencerOf(head.claimed)
  const same = head !== undefined && head.claimedSource === source
  return itemsVersion(same ? known : successor(known), parser)
}

const parserOf = ({ release = 0 }: ParseDigestPorts): number => engineOf(release, PARSER_VERSION)

/** @returns the digest that the contents hold, or why they hold none; undefined where they are gone */
async function readObject(
  ref: ObjectRef,
  { bucket }: ParseDigestPorts,
): Promise<Omit<Contents, 'version'> | undefined> {
  const object = await bucket.read(ref, LIMITS.bytes)
  if (object === undefined) return undefined
  const { bytes, size, etag, versionId, lastModified } = object
  const source = { etag, versionId }
  if (bytes === undefined) return { ...source, refusal: tooLarge(size) }
  try {
    const digest = await parseDigest(bytes, { key: ref.key, lastModified })
    return { ...source, digest, fingerprint: fingerprintOf(digest) }
  } catch (error) {
    if (error instanceof DigestError) return { ...source, refusal: error }
    throw error
  }
}

function tooLarge(size: number): DigestError {
  return new DigestError(
    'too-large',
    `The document is too large: ${size} bytes, ${LIMITS.bytes} are allowed.`,
  )
}

/**
 * Publishes the claimed version. A refused write is tried again while the version is still the one claimed: another
 * delivery of the same event may have claimed it once more, and may never come to publish it.
 */
async function publishVersion(
  digest: string,
  { head: claimed, contents }: Claimed,
  ports: ParseDigestPorts,
): Promise<Head | undefined> {
  let head: Head | undefined = claimed
  while (head !== undefined && standing(head, contents.version) === 'open') {
    const { row, condition } = publish(head, digest, contents)
    if (await ports.items.put(row, condition)) return row
    head = await readHead(digest, ports)
  }
  return head !== undefined && standing(head, contents.version) === 'published' ? head : undefined
}

/** Gives the item rows of the version that was replaced their time to live. */
async function expireReplaced(digest: string, head: Head, ports: ParseDigestPorts): Promise<void> {
  const replaced = head.published?.replaces
  if (replaced === undefined) return
  const expires = Math.floor(ports.now() / 1000) + SUPERSEDED_DAYS * 24 * 60 * 60
  const rows = await queryAll(ports.items, { pk: headKey(digest).pk, prefix: itemPrefix(replaced) })
  const lasting = rows.filter((row) => !(KEY.expires in row))
  await ports.items.putAll(lasting.map((row) => ({ ...row, [KEY.expires]: expires })))
}

function readHead(digest: string, { items }: ParseDigestPorts): Promise<Head | undefined> {
  return items.get<Head>(headKey(digest))
}
