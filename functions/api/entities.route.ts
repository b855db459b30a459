import type { Parameters } from '../../shared/api/parameters.ts'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import { type EntityRow, nameOfEntity, sumInPart } from '../../shared/series/entity-row.ts'
import { entityPartition, entityRowKey } from '../../shared/store/keys.ts'
import { queryRows } from '../adapters/table.ts'
import { entitiesCalled } from './find-series.route.ts'
import { type Entry, pageOf } from './pages.ts'
import type { ServeApiPorts } from './ports.ts'

type View = AnswerBody<'entities'>['entities'][number]

/** Entities that are called so, or all of them in the order of their keys. */
export async function listEntities(
  given: Parameters<'entities'>,
  ports: ServeApiPorts,
): Promise<AnswerBody<'entities'>> {
  const { things, next } = await pageOf('entities', given, ports, (at) =>
    given.q === undefined ? allFrom(at, given.limit, ports) : called(given.q, at, ports),
  )
  return { entities: things, next }
}

async function* called(
  q: string,
  at: string | undefined,
  { metrics }: ServeApiPorts,
): AsyncGenerator<Entry<View>> {
  const keys = await entitiesCalled(q, { rows: 0, cut: false }, metrics)
  for (const key of keys.sort()) {
    if (at !== undefined && key < at) continue
    yield entry(key, await metrics.get<EntityRow>(entityRowKey(key)))
  }
}

/** First digits of the keys of entities, in order. */
const DIGITS = [...'0123456789abcdefghijklmnopqrstuvwxyz']

async function* allFrom(
  at: string | undefined,
  limit: number,
  { metrics }: ServeApiPorts,
): AsyncGenerator<Entry<View>> {
  for (const digit of DIGITS) {
    if (at !== undefined && digit < at.slice(0, 1)) continue
    const from = at?.startsWith(digit) ? at : digit
    const query = { pk: entityPartition(digit), between: { from, to: `${digit}~` }, limit: limit + 1 }
    for await (const row of queryRows<EntityRow>(metrics, query)) yield entry(row.sk, row)
  }
}

function entry(at: string, row: EntityRow | undefined): Entry<View> {
  if (row === undefined || row.series === 0 || row.first === null || row.last === null) return { at }
  const sum = sumInPart(row)
  const name = nameOfEntity(sum) ?? row.id ?? ''
  return {
    at,
    thing: {
      id: row.id ?? '',
      name,
      names: sum.names.map(([one]) => one),
      series: row.series,
      tellings: row.tellings,
      firstDay: row.first,
      lastDay: row.last,
    },
  }
}
