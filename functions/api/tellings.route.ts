import type { Parameters } from '../../shared/api/parameters.ts'
import { Problem } from '../../shared/api/problem.ts'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import type { Telling as TellingView } from '../../shared/api/series-schemas.ts'
import type { Standing } from '../../shared/model/point-words.ts'
import { Sentences } from '../../shared/model/sentence.ts'
import { choiceOf } from '../../shared/series/choice.ts'
import type { Stated } from '../../shared/series/stated.ts'
import type { Telling } from '../../shared/series/telling.ts'
import { AFTER_ALL, statedPartition } from '../../shared/store/keys.ts'
import { queryRows, type Table } from '../adapters/table.ts'
import { readItem } from './items.route.ts'
import { type Entry, pageOf } from './pages.ts'
import type { ServeApiPorts } from './ports.ts'
import { readSeriesRow } from './series.route.ts'

/** Every figure that the points of a series were chosen from, period by period, the chosen one first. */
export async function listTellings(
  given: Parameters<'seriesTellings'>,
  ports: ServeApiPorts,
): Promise<AnswerBody<'seriesTellings'>> {
  await readSeriesRow(given.series, ports)
  const { things, next } = await pageOf('seriesTellings', given, ports, (at) => entries(given, at, ports))
  return { tellings: things, next }
}

async function* entries(
  { series, from = '0', to = AFTER_ALL }: Parameters<'seriesTellings'>,
  at: string | undefined,
  ports: ServeApiPorts,
): AsyncGenerator<Entry<TellingView>> {
  const items = new Map<string, Promise<Source | undefined>>()
  for await (const { name, start, end, rows } of periodsOf(series, { from: at ?? from, to }, ports.metrics)) {
    const { tellings } = choiceOf(rows, { from: start, to: end })
    for (const { telling, standing } of tellings) {
      const source = await sourceOf(telling, items, ports)
      // Its digest was replaced or deleted a moment ago, and the roll-up that takes it out is under way.
      yield { at: name, ...(source && { thing: view(telling, standing, { start, end }, source) }) }
    }
  }
}

interface Period {
  name: string
  start: string
  end: string
  rows: Stated[]
}

/** Rows of one period after another; a walk goes on at the name of a period. */
async function* periodsOf(
  id: string,
  { from, to }: { from: string; to: string },
  metrics: Table,
): AsyncGenerator<Period> {
  let period: Period | undefined
  const between = { from, to: `${to}${AFTER_ALL}` }
  for await (const row of queryRows<Stated>(metrics, { pk: statedPartition(id), between })) {
    const [end = '', start = end] = row.sk.split('#')
    const name = `${end}#${start}`
    if (period?.name !== name) {
      if (period !== undefined) yield period
      period = { name, start, end, rows: [] }
    }
    period.rows.push(row)
  }
  if (period !== undefined) yield period
}

interface Source {
  title: string
  text: string
}

/** The item that a telling stands in, read once; undefined where it is there no more. */
function sourceOf(
  { digest, item: n }: Telling,
  items: Map<string, Promise<Source | undefined>>,
  ports: ServeApiPorts,
): Promise<Source | undefined> {
  const name = `${digest}/${n}`
  const known = items.get(name)
  if (known !== undefined) return known
  const source = readItem({ digest, n }, ports).then(
    ({ digestTitle, text }) => ({ title: digestTitle, text }),
    (error: unknown) => {
      if (error instanceof Problem && error.status === 404) return undefined
      throw error
    },
  )
  items.set(name, source)
  return source
}

function view(
  { amount, bound, said, told, source, digest, item, start: from, end: to }: Telling,
  standing: Standing,
  { start, end }: Pick<Period, 'start' | 'end'>,
  { title, text }: Source,
): TellingView {
  const [first, last] = new Sentences(text).around(from, to)
  return {
    ...{
      start,
      end,
      value: amount,
      bound,
      standing,
      said,
      told,
      source,
      digest,
      digestTitle: title,
      item,
      from,
      to,
    },
    sentence: text.slice(first, last).trim(),
  }
}
