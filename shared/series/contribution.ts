import { type Digest, dayOf } from '../model/digest.ts'
import type { Fact } from '../model/fact.ts'
import { countsInSeries } from '../model/fact.ts'
import { ABSENT, atMost, type Condition, equals } from '../store/condition.ts'
import {
  contributionKey,
  extractionKey,
  type MetricDay,
  metricDayName,
  overflowKey,
  type RowKey,
} from '../store/keys.ts'
import type { Version } from '../store/version.ts'
import { type Aggregate, aggregateOf } from './aggregate.ts'

/** All facts of one metric in one digest on one day; with none of them, the trace of a contribution that is gone. */
export type Contribution = RowKey &
  Aggregate & {
    digest: string
    version: Version
    /** The first chunk of the facts as JSON text, so that its size is known before it is written. */
    facts: string
    /** Number of chunks; those after the first are overflow rows. */
    chunks: number
  }

/** Facts of a contribution beyond its first chunk. */
export type Overflow = RowKey & { facts: string }

/** DynamoDB takes 400 KB in a row; keys and aggregates need little of it. Bytes of UTF-8. */
const CHUNK_BYTES = 300_000

/** The rows of one contribution: overflow first, since readers find it through the contribution. */
export function contributionRows(
  metricDay: MetricDay,
  digest: string,
  version: Version,
  facts: readonly Fact[],
): { contribution: Contribution; overflow: Overflow[] } {
  const [first = '[]', ...rest] = chunksOf(facts)
  const amounts = facts.flatMap((fact) => (countsInSeries(fact) && fact.amount !== null ? [fact.amount] : []))
  return {
    contribution: {
      ...contributionKey(metricDay, digest),
      ...aggregateOf(amounts, metricDay.day),
      digest,
      version,
      facts: first,
      chunks: 1 + rest.length,
    },
    overflow: rest.map((chunk, at) => ({ ...overflowKey(metricDay, digest, version, at + 1), facts: chunk })),
  }
}

/** A contribution gives way to one of the same version or a newer one. */
export const contributionCondition = (version: Version): Condition => [ABSENT, [atMost('version', version)]]

function chunksOf(facts: readonly Fact[]): string[] {
  const chunks: string[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const fact of facts) {
    const text = JSON.stringify(fact)
    const length = Buffer.byteLength(text) + 1
    if (bytes + length > CHUNK_BYTES) {
      chunks.push([])
      bytes = 0
    }
    chunks.at(-1)?.push(text)
    bytes += length
  }
  return chunks.map((texts) => `[${texts.join(',')}]`)
}

/** Facts by metric and day, the day being the one that their item stands at. */
export function factsByMetricDay(
  facts: readonly Fact[],
  { date, items }: Pick<Digest, 'date' | 'items'>,
): Map<string, Fact[]> {
  const days = new Map(items.map((item) => [item.n, dayOf(item, { date })]))
  const byMetricDay = new Map<string, Fact[]>()
  for (const fact of facts) {
    const name = metricDayName({ metric: fact.metric, day: days.get(fact.item) ?? date })
    const those = byMetricDay.get(name)
    if (those === undefined) byMetricDay.set(name, [fact])
    else those.push(fact)
  }
  return byMetricDay
}

/**
 * Which version of a digest the metrics table holds, and every metric and day that any version of it may have written.
 * It is written before any contribution, so a later version finds, and empties, all that an earlier one left or may
 * still come to write.
 */
export type Extraction = RowKey & {
  rv: number
  digest: string
  version: Version
  /** Names of metrics and days (see metricDayName), in order. */
  touched: string[]
  /** All contributions of the version are written, and their roll-ups asked for. */
  done?: true
}

/** @returns undefined where a newer version is being extracted, which will do all there is to do */
export function claimExtraction(
  extraction: Extraction | undefined,
  digest: string,
  version: Version,
  touched: Iterable<string>,
): { row: Extraction; condition: Condition } | undefined {
  if (extraction !== undefined && extraction.version > version) return undefined
  return {
    row: {
      ...extractionKey(digest),
      rv: (extraction?.rv ?? 0) + 1,
      digest,
      version,
      touched: [...new Set([...(extraction?.touched ?? []), ...touched])].sort(),
    },
    condition: extraction === undefined ? [ABSENT] : [[equals('rv', extraction.rv)]],
  }
}

/** The extraction with its work done; refused once another one was claimed, which will do it anew. */
export function finishExtraction(claimed: Extraction): { row: Extraction; condition: Condition } {
  return { row: { ...claimed, rv: claimed.rv + 1, done: true }, condition: [[equals('rv', claimed.rv)]] }
}
