import type { Parameters } from '../../shared/api/parameters.ts'
import { badParameter, notFound } from '../../shared/api/problem.ts'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import type { Head } from '../../shared/digest/head.ts'
import type { Extraction, RolledUp } from '../../shared/series/extraction.ts'
import { digestOfHead, extractionKey, headKey, ROLLED_UP_PREFIX } from '../../shared/store/keys.ts'
import { queryAll } from '../adapters/table.ts'
import { headsByDate, type ReadableHead, refusedHeads } from '../heads-by-date.ts'
import { type Entry, pageOf } from './pages.ts'
import type { ServeApiPorts } from './ports.ts'

type ListedDigest = AnswerBody<'digests'>['digests'][number]

const isReadable = (head: Head | undefined): head is ReadableHead =>
  head?.published !== undefined && head.published.state !== 'deleted'

export async function listDigests(
  given: Parameters<'digests'>,
  ports: ServeApiPorts,
): Promise<AnswerBody<'digests'>> {
  if (given.id !== undefined) return { digests: await ofId(given.id, ports) }
  const { things, next } = await pageOf('digests', given, ports, (at) => digestEntries(given, at, ports))
  return { digests: things, next }
}

/** The digest of an id as a list, which is empty until it is there. */
async function ofId(id: string, { items }: ServeApiPorts): Promise<ListedDigest[]> {
  const head = await items.get<Head>(headKey(id))
  return isReadable(head) ? [digestView(head)] : []
}

async function* digestEntries(
  { state, language, limit, from, to }: Parameters<'digests'>,
  at: string | undefined,
  ports: ServeApiPorts,
): AsyncGenerator<Entry<ListedDigest>> {
  if (state === 'refused') {
    const given = Object.entries({ from, to, language }).find(([, value]) => value !== undefined)?.[0]
    if (given !== undefined)
      throw badParameter(given, `An upload that was refused has no day and no language: ask without ${given}`)
    for await (const head of refusedHeads({ at, limit: limit + 1 }, ports))
      yield { at: head.byDateSk, thing: digestView(head) }
    return
  }
  const rows = language === undefined ? limit + 1 : undefined
  for await (const head of headsByDate({ from, to }, { at, limit: rows }, ports)) {
    const wanted = language === undefined || head.published.language === language
    yield { at: head.byDateSk, ...(wanted && { thing: digestView(head) }) }
  }
}

function digestView(head: ReadableHead): ListedDigest {
  const { state, refusal, etag, title, date, dateSource, days, language, variant, unread, items } =
    head.published
  return {
    id: digestOfHead(head),
    key: head.key,
    state,
    refusal,
    etag,
    title,
    date,
    dateSource,
    days,
    language,
    variant,
    unread,
    items,
  }
}

/** @throws Problem where there is no digest to read; it names the parameter that the id came in */
export async function readHead(
  id: string,
  parameter: 'id' | 'digest',
  { items }: Pick<ServeApiPorts, 'items'>,
): Promise<ReadableHead> {
  const head = await items.get<Head>(headKey(id))
  if (isReadable(head)) return head
  throw notFound(`There is no digest ${id}`, {
    parameter,
    accepted: 'the id of a digest: /v1/digests lists them',
  })
}

export async function describeDigest(
  { id }: Parameters<'digest'>,
  ports: ServeApiPorts,
): Promise<AnswerBody<'digest'>> {
  const head = await readHead(id, 'id', ports)
  return { ...digestView(head), served: await isServed(id, head.published.rows, ports) }
}

/**
 * Whether the facts of this version, and every roll-up that they are in, are what readers get. An extraction of an
 * earlier release left no sign of its roll-ups, which are done long since.
 */
async function isServed(id: string, rows: string, { metrics }: ServeApiPorts): Promise<boolean> {
  const extraction = await metrics.get<Extraction>(extractionKey(id))
  if (!extraction?.done || !extraction.version.startsWith(rows)) return false
  const { version, messages = 0 } = extraction
  const done = await queryAll<RolledUp>(metrics, { pk: extraction.pk, prefix: ROLLED_UP_PREFIX })
  return done.filter((row) => row.version === version).length >= messages
}
