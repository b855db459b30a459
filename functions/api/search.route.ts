import { holdsText, holdsWords } from '../../shared/api/filters.ts'
import type { Parameters } from '../../shared/api/parameters.ts'
import { badParameter } from '../../shared/api/problem.ts'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import { type ItemsRow, itemsIn } from '../../shared/digest/item-rows.ts'
import type { Days } from '../../shared/model/digest.ts'
import { addDays } from '../../shared/series/buckets.ts'
import { digestOfHead, headKey, itemPrefix } from '../../shared/store/keys.ts'
import { queryAll } from '../adapters/table.ts'
import { headsByDate, type ReadableHead } from '../heads-by-date.ts'
import { factsOfDigest } from './facts.route.ts'
import { itemOfDigest } from './items.route.ts'
import { type Entry, pageOf } from './pages.ts'
import type { ServeApiPorts } from './ports.ts'

type Found = AnswerBody<'search'>['items'][number]
type Read = AnswerBody<'search'>['read']

/** Digests whose heads are read at once. */
const HEADS = 25
/** How many days before its digest's an item with a day of its own is looked for where a range ends before that. */
const ITEM_REACH = 31
/** Looking through one more digest is as much work as this many of its items. */
const DIGEST_COST = 20

/**
 * Items that hold words, or whose facts have a subject, the newest digests first. There is no index of words: each
 * digest of the range is read with one query, until a page is full or its share of work is done, and the answer says
 * how much that was.
 */
export async function searchItems(
  given: Parameters<'search'>,
  ports: ServeApiPorts,
): Promise<AnswerBody<'search'>> {
  if (given.q === undefined && given.subject === undefined)
    throw badParameter('q', 'q and subject are both missing: one of them is needed', 'words to search for')
  const read: Read = { digests: 0, rows: 0 }
  const { things, next } = await pageOf('search', given, ports, (at) => foundItems(given, at, read, ports))
  return { items: things, read, next }
}

async function* foundItems(
  { q = '', subject, from, to }: Parameters<'search'>,
  at: string | undefined,
  read: Read,
  ports: ServeApiPorts,
): AsyncGenerator<Entry<Found>> {
  const dated = { from, to: to && addDays(to, ITEM_REACH) }
  const isWanted = (days: Days) => !(from && days.to < from) && !(to && days.from > to)
  for await (const head of headsByDate(dated, { at, descending: true, limit: HEADS }, ports)) {
    const digest = digestOfHead(head)
    const { date = '', days = { from: date, to: date } } = head.published
    if (!isWanted(days)) continue
    yield { at: head.byDateSk, cost: DIGEST_COST }
    read.digests++
    const ofSubject = subject === undefined ? undefined : await itemsAbout(subject, head, read, ports)
    if (ofSubject?.size === 0) continue
    const prefix = itemPrefix(head.published.rows)
    const rows = await queryAll<ItemsRow>(ports.items, { pk: headKey(digest).pk, prefix })
    read.rows += rows.length
    for (const item of rows.flatMap(itemsIn)) {
      const thing = itemOfDigest(digest, head.published, item)
      const wanted =
        isWanted({ from: thing.date, to: thing.date }) &&
        (ofSubject?.has(item.n) ?? true) &&
        holdsWords([item.section, item.title, item.text], q)
      yield { at: head.byDateSk, ...(wanted && { thing }) }
    }
  }
}

/** Numbers of the items of a digest with a fact whose subject holds the text. */
async function itemsAbout(
  subject: string,
  head: ReadableHead,
  read: Read,
  { metrics }: ServeApiPorts,
): Promise<Set<number>> {
  const facts = await factsOfDigest(digestOfHead(head), metrics)
  read.rows += 1 + new Set(facts.map(({ metric, day }) => `${metric} ${day}`)).size
  return new Set(facts.filter((fact) => holdsText(fact.subject, subject)).map(({ item }) => item))
}
