import { isCorrections, rejectionIn } from '../../shared/digest/corrections.ts'
import type { Head } from '../../shared/digest/head.ts'
import { type ItemsRow, itemsIn } from '../../shared/digest/item-rows.ts'
import { countsInSeries } from '../../shared/model/fact.ts'
import { type Aggregate, aggregateOf, merge } from '../../shared/series/aggregate.ts'
import { choiceOf } from '../../shared/series/choice.ts'
import { type Contribution, contributionRows, type Overflow } from '../../shared/series/contribution.ts'
import {
  type EntityRow,
  entityRow,
  entityWords,
  mergeEntities,
  sumOfSeries,
  type WordRow,
} from '../../shared/series/entity-row.ts'
import { wordKey } from '../../shared/series/identity.ts'
import type { Point } from '../../shared/series/point.ts'
import { byPeriod, type SeriesRow, seriesRow, seriesWords } from '../../shared/series/series-row.ts'
import { rejectedOf, type Stated, statedRow } from '../../shared/series/stated.ts'
import { monthsIn, type Rollup, type YearRow } from '../../shared/series/summaries.ts'
import { sourceKey, statementsOf } from '../../shared/series/telling.ts'
import {
  catalogueKey,
  dayKey,
  entityKeyOf,
  headKey,
  itemPrefix,
  type MetricDay,
  monthKey,
  type RowKey,
  statedPartition,
  wordRowKey,
  yearKey,
} from '../../shared/store/keys.ts'
import type { Expected } from './expected.ts'
import { CHUNK_BYTES, RECENT_POINTS } from './stages.ts'

/** What readers can see, by the name of its row: versions, tombstones and what nothing points to any more left out. */
export type Visible = Map<string, unknown>

const named = ({ pk, sk }: RowKey): string => `${pk} ${sk}`

/** An overflow row by its day, digest and chunk. */
function withoutVersion({ pk, sk }: RowKey): string {
  const [day, digest, , chunk] = sk.split('#')
  return `${pk} ${day} ${digest} ${chunk}`
}

/** Rows that no reader asks for by themselves. */
const HIDDEN = new Set<string | undefined>(['DIGEST', 'PARTS', 'ENTITYPARTS', 'CURVE'])

/** What the rows of the tables show. */
export function visibleIn(items: Iterable<RowKey>, metrics: Iterable<RowKey>): Visible {
  const visible: Visible = new Map()
  for (const digest of grouped([...items], ({ pk }) => pk).values()) {
    const head = digest.find(({ sk }) => sk === 'HEAD') as Head | undefined
    if (head?.published === undefined || head.published.state === 'deleted') continue
    const { state, refusal, etag, title, date, items: count, rows } = head.published
    const { key, byDatePk, byDateSk } = head
    visible.set(named(head), {
      key,
      state,
      refusal: refusal?.reason,
      etag,
      title,
      date,
      count,
      byDatePk,
      byDateSk,
    })
    for (const row of digest) {
      if (!row.sk.startsWith(itemPrefix(rows))) continue
      for (const item of itemsIn(row as ItemsRow)) visible.set(`${head.pk} item ${item.n}`, item)
    }
  }
  for (const row of metrics) {
    const [kind] = row.pk.split('#')
    if (kind === 'FACTS') {
      const { facts, chunks, sketch, ...contribution } = row as Contribution
      if (facts !== '[]') visible.set(named(row), { facts, chunks, sketch, ...amountsOf(contribution) })
    } else if (kind === 'OVERFLOW') {
      const { facts } = row as Overflow
      if (facts !== undefined) visible.set(withoutVersion(row), { facts })
    } else if (kind === 'STATED') {
      const { told, identity, tellings, rejects } = row as Stated
      if (tellings !== undefined || rejects !== undefined)
        visible.set(named(row), { told, identity, tellings, rejects })
    } else if (kind === 'SERIES') {
      const { ver: _, pending: __, spilled: ___, ...series } = row as SeriesRow
      if (series.n > 0) visible.set(named(row), series)
    } else if (kind === 'ENTITIES') {
      const { ver: _, pending: __, split: ___, ...entity } = row as EntityRow
      if (entity.series > 0) visible.set(named(row), entity)
    } else if (kind === 'WORD') {
      if ((row as WordRow).n > 0) visible.set(named(row), 'a word')
    } else if (kind === 'YEARS') {
      const months = monthsIn(row as YearRow)
      if (months.length > 0) visible.set(named(row), months.map(amountsOf))
    } else if (!HIDDEN.has(kind)) {
      const { sketch, ...rollup } = row as Rollup
      if (rollup.n > 0)
        visible.set(named(row), { ...amountsOf(rollup), ...(kind !== 'METRICS' && { sketch }) })
    }
  }
  return visible
}

/** What the tables have to show of these contents of the bucket. */
export function visibleOf(contents: readonly Expected[]): Visible {
  const visible: Visible = new Map()
  const parts: { metricDay: MetricDay; amounts: Aggregate }[] = []
  // Contributions of one day stand in the order of their digests' ids, which says whose amount is the last.
  for (const { id, key, etag, digest, refusal, facts } of contents.toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  )) {
    if (refusal !== undefined) {
      const index = { byDatePk: 'REFUSED', byDateSk: id }
      visible.set(named(headKey(id)), { key, state: 'refused', refusal, etag, count: 0, ...index })
    }
    if (digest === undefined) continue
    const { title, date, items } = digest
    const index = { byDatePk: `DIGESTS#${date.slice(0, 4)}`, byDateSk: `${date}#${id}` }
    const count = items.length
    visible.set(named(headKey(id)), { key, state: 'ready', etag, title, date, count, ...index })
    for (const item of items) visible.set(`${headKey(id).pk} item ${item.n}`, item)
    for (const [metric, those] of grouped(facts, ({ metric }) => metric)) {
      const metricDay = { metric, day: date }
      const amounts = aggregateOf(
        those.filter(countsInSeries).map(({ amount }) => amount as string),
        date,
      )
      const { contribution, overflow } = contributionRows(metricDay, id, '', those, CHUNK_BYTES)
      for (const row of overflow) visible.set(withoutVersion(row), { facts: row.facts })
      visible.set(named(contribution), {
        facts: contribution.facts,
        chunks: contribution.chunks,
        sketch: amounts.sketch,
        ...amountsOf(amounts),
      })
      if (amounts.n > 0) parts.push({ metricDay, amounts })
    }
  }
  for (const rowOf of [dayKey, monthOf]) {
    for (const [name, whole] of sums(parts, rowOf))
      visible.set(name, { ...amountsOf(whole), sketch: whole.sketch })
  }
  for (const [name, those] of grouped(parts, ({ metricDay }) => named(yearOf(metricDay)))) {
    const months = sums(those, monthOf).sort(([one], [other]) => (one < other ? -1 : 1))
    visible.set(
      name,
      months.map(([, whole]) => amountsOf(whole)),
    )
  }
  for (const [name, whole] of sums(parts, ({ metric }) => catalogueKey(metric)))
    visible.set(name, amountsOf(whole))
  for (const [name, row] of seriesVisibleOf(contents)) visible.set(name, row)
  return visible
}

/** What is stated, straight from the contents, and all that is to be seen of series and entities because of it. */
function seriesVisibleOf(contents: readonly Expected[]): Visible {
  const visible: Visible = new Map()
  const rows = contents.flatMap(statedOf)
  for (const row of rows) {
    const { told, identity, tellings, rejects } = row
    visible.set(named(row), { told, identity, tellings, rejects })
  }
  const series = [...grouped(rows, ({ pk }) => pk).values()].map((those) => {
    const points = [...grouped(those, periodOf).values()].flatMap((ofPeriod) => pointOf(ofPeriod) ?? [])
    const id = those[0]?.pk.slice(statedPartition('').length) ?? ''
    const identity = those.find((row) => row.identity)?.identity
    return seriesRow(id, points.sort(byPeriod), identity, false, 1, RECENT_POINTS)
  })
  const ofWord = (row: RowKey) => (word: string) =>
    visible.set(named(wordRowKey(wordKey(word), row.sk)), 'a word')
  for (const row of series.filter(({ n }) => n > 0)) {
    const { ver: _, ...shown } = row
    visible.set(named(row), shown)
    seriesWords(row).forEach(ofWord(row))
  }
  for (const [entity, those] of grouped(series, ({ sk }) => entityKeyOf(sk))) {
    const sum = mergeEntities(those.map(sumOfSeries))
    if (sum.series === 0) continue
    const { ver: _, ...shown } = entityRow(entity, '', sum, false, 1)
    visible.set(named(shown), shown)
    entityWords(sum.names).forEach(ofWord(shown))
  }
  return visible
}

/** The rows of what a digest states. */
export function statedOf({ id, key, digest, facts }: Expected): Stated[] {
  if (digest === undefined) return []
  if (isCorrections(key))
    return rejectedOf(digest.items.map(rejectionIn)).map((rejected) => statedRow(rejected, id, ''))
  const source = sourceKey({ key, title: digest.title })
  const { statements } = statementsOf(facts, { digest: id, source, day: digest.date })
  return statements.map((statement) => statedRow(statement, id, ''))
}

const periodOf = ({ sk }: RowKey): string => sk.split('#').slice(0, 2).join('#')

function pointOf(rows: readonly Stated[]): Point | undefined {
  const [to = '', from = to] = rows[0] ? periodOf(rows[0]).split('#') : []
  return choiceOf(rows, { from, to }).point
}

const monthOf = ({ metric, day }: MetricDay): RowKey => monthKey(metric, day.slice(0, 7))
const yearOf = ({ metric, day }: MetricDay): RowKey => yearKey(metric, day.slice(0, 4))

/** Every level straight from the contributions, so that the levels between have no part in it. */
function sums(
  parts: readonly { metricDay: MetricDay; amounts: Aggregate }[],
  rowOf: (metricDay: MetricDay) => RowKey,
): [string, Aggregate][] {
  const rows = grouped(parts, ({ metricDay }) => named(rowOf(metricDay)))
  return [...rows].map(([name, those]) => [
    name,
    merge(
      those.toSorted((a, b) => (a.metricDay.day < b.metricDay.day ? -1 : 1)).map(({ amounts }) => amounts),
    ),
  ])
}

function grouped<T>(values: readonly T[], nameOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const name = nameOf(value)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [value])
    else group.push(value)
  }
  return groups
}

function amountsOf({ n, sum, min, max, last, firstDay, lastDay, digests }: Aggregate) {
  return { n, sum, min, max, last, firstDay, lastDay, digests }
}

/** One row that is not what it should be: lost where it is not there at all. */
export interface Difference {
  is: 'lost' | 'wrong'
  words: string
}

/** Every difference between what is seen and what should be. */
export function* differences(seen: Visible, expected: Visible): Generator<Difference> {
  for (const name of new Set([...expected.keys(), ...seen.keys()])) {
    const [one, other] = [canonical(seen.get(name)), canonical(expected.get(name))]
    if (one === other) continue
    const words = `${name}\n  is        ${one}\n  should be ${other}`
    yield { is: seen.has(name) ? 'wrong' : 'lost', words }
  }
}

/** JSON with its keys in order. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'nothing'
  )
}
