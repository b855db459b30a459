import type { Head, Published } from '../shared/digest/head.ts'
import type { Days } from '../shared/model/digest.ts'
import { AFTER_ALL, digestsPartition, REFUSED_PARTITION } from '../shared/store/keys.ts'
import { type Query, queryRows, type Table } from './adapters/table.ts'
import { yearlyQueries } from './yearly-queries.ts'

/** The head of a digest that readers see. */
export type ReadableHead = Head & { published: Published & { state: Exclude<Published['state'], 'deleted'> } }

/** Digests of earlier years are found when a range asks for them. */
const FIRST_YEAR = 1990

/** Heads of ready digests in a range of days, read `limit` rows at once. */
export async function* headsByDate(
  { from, to }: Partial<Days>,
  { limit, ...walk }: { at?: string; descending?: boolean; limit?: number },
  { items, now }: { items: Table; now(): number },
): AsyncGenerator<ReadableHead & { byDateSk: string }> {
  const range = {
    from: from ?? `${FIRST_YEAR}-01-01`,
    to: to ?? `${new Date(now()).getUTCFullYear() + 1}-12-31`,
  }
  for (const query of yearlyQueries(digestsPartition, range, walk)) {
    yield* queryRows<ReadableHead & { byDateSk: string }>(items, { ...query, index: 'by-date', limit })
  }
}

/** Heads of uploads that were refused, by the id of their digest, read `limit` rows at once. */
export function refusedHeads(
  { at, limit }: { at?: string; limit?: number },
  { items }: { items: Table },
): AsyncGenerator<ReadableHead & { byDateSk: string }> {
  const between = { from: at ?? '0', to: AFTER_ALL }
  const query: Query = { pk: REFUSED_PARTITION, index: 'by-date', limit, between }
  return queryRows<ReadableHead & { byDateSk: string }>(items, query)
}
