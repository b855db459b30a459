import { type Digest, dayOf } from '../model/digest.ts'
import type { Fact } from '../model/fact.ts'
import { countsInSeries } from '../model/fact.ts'
import { ABSENT, atMost, type Condition } from '../store/condition.ts'
import { contributionKey, type MetricDay, metricDayName, overflowKey, type RowKey } from '../store/keys.ts'
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

/** Facts of a contribution beyond its first chunk; `gone` where a later version has taken its place. */
export type Overflow = RowKey & { facts?: string; gone?: true }

/** DynamoDB takes 400 KB in a row; keys and aggregates need little of it. Bytes of UTF-8. */
const CHUNK_BYTES = 300_000

/** The rows of one contribution: overflow first, since readers find it through the contribution. */
export function contributionRows(
  metricDay: MetricDay,
  digest: string,
  version: Version,
  facts: readonly Fact[],
  chunkBytes = CHUNK_BYTES,
): { contribution: Contribution; overflow: Overflow[] } {
  const [first = '[]', ...rest] = chunksOf(facts, chunkBytes)
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

/** Overflow is written once; what is gone stays gone, whoever comes to write it late. */
export const OVERFLOW_CONDITION: Condition = [[{ attribute: 'gone', is: 'absent' }]]

/** What takes the place of the overflow of a version that is gone. */
export const goneOverflow = (
  metricDay: MetricDay,
  digest: string,
  version: Version,
  chunks: number,
): Overflow[] =>
  Array.from({ length: chunks - 1 }, (_, n) => ({
    ...overflowKey(metricDay, digest, version, n + 1),
    gone: true,
  }))

/** A contribution gives way to one of the same version or a newer one. */
export const contributionCondition = (version: Version): Condition => [ABSENT, [atMost('version', version)]]

/** Texts of facts that fit a row each; none for no facts. */
export function chunksOf(facts: readonly Fact[], chunkBytes = CHUNK_BYTES): string[] {
  const chunks: string[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const fact of facts) {
    const text = JSON.stringify(fact)
    const length = Buffer.byteLength(text) + 1
    if (bytes + length > chunkBytes) {
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
