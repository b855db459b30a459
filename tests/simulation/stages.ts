import type { Bucket } from '../../functions/adapters/bucket.ts'
import type { Queue } from '../../functions/adapters/queue.ts'
import type { Table } from '../../functions/adapters/table.ts'
import { type ExtractFactsPorts, extractDigest } from '../../functions/extract-facts.ts'
import type { Log } from '../../functions/log.ts'
import { parseMessage } from '../../functions/parse-digest.ts'
import { rollUpMessages } from '../../functions/roll-up.ts'
import type { Counter } from '../../shared/store/counters.ts'
import { type DigestParsed, readDigestParsed, type SeriesChanged } from '../../shared/store/messages.ts'
import type { MemoryQueue } from './memory-queue.ts'

/** What the functions are given, all of them together. */
export interface Ports {
  bucket: Bucket
  items: Table
  metrics: Table
  digestParsed: Queue<DigestParsed>
  seriesChanged: Queue<SeriesChanged>
  factsOf: ExtractFactsPorts['factsOf']
  log: Log
  count(counter: Counter): void
  now(): number
}

/** The queues before the stages. */
export type Queues = Record<'events' | 'parsed' | 'changed', MemoryQueue>

/** Of the facts of one contribution: so few that two facts take two rows. */
export const CHUNK_BYTES = 700
/** Points that the row of a series holds: the others spill over into rows of months. */
export const RECENT_POINTS = 1
/** Small, so that a day of two digests is split into parts, and an entity of two series. */
const SMALL_PARTS = { partRows: 1, entityPartRows: 1, recentPoints: RECENT_POINTS }

interface StageOf {
  queue: keyof Queues
  handle(bodies: readonly string[], portsOf: (record: number) => Ports): Promise<unknown>[]
}

/** What the *.lambda.ts files do with a batch: each record succeeds or fails by itself. */
export const STAGES = {
  parse: {
    queue: 'events',
    handle: (bodies, portsOf) => bodies.map((body, n) => parseMessage(body, portsOf(n))),
  },
  extract: {
    queue: 'parsed',
    handle: (bodies, portsOf) =>
      bodies.map(async (body, n) =>
        extractDigest(readDigestParsed(body), { ...portsOf(n), chunkBytes: CHUNK_BYTES }),
      ),
  },
  rollUp: {
    queue: 'changed',
    handle: (bodies, portsOf) => bodies.map(rollUpMessages(bodies, portsOf(0).metrics, SMALL_PARTS)),
  },
} as const satisfies Record<string, StageOf>

export type Stage = keyof typeof STAGES
export const STAGE_NAMES = Object.keys(STAGES) as Stage[]
