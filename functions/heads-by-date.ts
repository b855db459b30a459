import type { Head, Published } from '../shared/digest/head.ts'
import type { Days } from '../shared/model/digest.ts'
import { digestsPartition } from '../shared/store/keys.ts'
import { queryRows, type Table } from './adapters/table.ts'
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
