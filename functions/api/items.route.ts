import type { Parameters } from '../../shared/api/parameters.ts'
import { notFound } from '../../shared/api/problem.ts'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import type { Published } from '../../shared/digest/head.ts'
import { ITEMS_IN_ROW, type ItemsRow, itemsIn } from '../../shared/digest/item-rows.ts'
import { dayOf, type Item } from '../../shared/model/digest.ts'
import { AFTER_ALL, headKey, itemKey, itemPrefix } from '../../shared/store/keys.ts'
import { queryRows } from '../adapters/table.ts'
import { readHead } from './digests.route.ts'
import { pageOf } from './pages.ts'
import type { ServeApiPorts } from './ports.ts'

export async function listItems(
  given: Parameters<'digestItems'>,
  ports: ServeApiPorts,
): Promise<AnswerBody<'digestItems'>> {
  const { published } = await readHead(given.id, 'id', ports)
  const { things, next } = await pageOf('digestItems', given, ports, async function* (at) {
    // A walk goes on in the version that it began in, whose rows stay for a while after they are replaced.
    const prefix = at === undefined ? itemPrefix(published.rows) : at.slice(0, at.lastIndexOf('#') + 1)
    const query = {
      pk: headKey(given.id).pk,
      between: { from: at ?? prefix, to: `${prefix}${AFTER_ALL}` },
      limit: Math.ceil(given.limit / ITEMS_IN_ROW) + 1,
    }
    for await (const row of queryRows<ItemsRow>(ports.items, query)) {
      for (const item of itemsIn(row)) yield { at: row.sk, thing: itemView(item) }
    }
  })
  return { items: things, next }
}

export async function readItem(
  { digest, n }: Parameters<'item'>,
  ports: ServeApiPorts,
): Promise<AnswerBody<'item'>> {
  const { published } = await readHead(digest, 'digest', ports)
  // The row of an item stands under the number of the first item in it.
  const { pk, sk } = itemKey(digest, published.rows, n)
  const between = { from: itemPrefix(published.rows), to: sk }
  const { rows } = await ports.items.queryPage<ItemsRow>({ pk, between, descending: true, limit: 1 })
  const item = rows.flatMap(itemsIn).find((one) => one.n === n)
  if (item !== undefined) return itemOfDigest(digest, published, item)
  const accepted = `the position of an item, of which there are ${published.items}`
  throw notFound(`There is no item ${n} in digest ${digest}`, { parameter: 'n', accepted })
}

export function itemOfDigest(digest: string, published: Published, item: Item): AnswerBody<'item'> {
  const { title = '', date = '' } = published
  return { digest, digestTitle: title, ...itemView(item), date: dayOf(item, { date }) }
}

/** Items that were stored by an earlier parser have neither. */
const itemView = (item: Item): Item => ({ ...item, date: item.date ?? null, variant: item.variant ?? null })
