/**
 * Capacity units of DynamoDB by digest, fact and request, as its rules count them, beside the least that the rows
 * allow: each that came to be other than it was, written once. An engine that reports what it consumed does the same
 * work, to show that the rules are counted right.
 */
import { isDeepStrictEqual } from 'node:util'
import { BATCH_MESSAGES } from '../shared/series/summaries.ts'
import type { RowKey } from '../shared/store/keys.ts'
import { Pipeline } from '../tests/simulation/pipeline.ts'
import { rowBytes } from '../tests/simulation/row-bytes.ts'
import { dayAfter, digestText } from './digests.ts'
import { EngineTable } from './engine-table.ts'
import { MeteredPipeline } from './metered-pipeline.ts'
import { sumOf, type Units, writeUnits } from './metered-table.ts'
import { type Stage, withStage } from './stage.ts'
import { printTable } from './table.ts'

const ITEMS = 30
const digestOn = (day: number): string => digestText({ seed: day, day: dayAfter(day), items: ITEMS })

export async function run(): Promise<void> {
  const pipeline = new MeteredPipeline()
  for (const day of daysOfTenYears()) await upload(pipeline, `${day}.md`, digestOn(day))
  await printWrites(pipeline)
  await printKinds(pipeline)
  await printRequests(pipeline)
  await withStage(printEngine)
}

/** Every day of the first year, and a day of each month of nine more. */
function daysOfTenYears(): number[] {
  const months = Array.from({ length: 108 }, (_, month) => 366 + Math.round(month * 30.44))
  return [...Array.from({ length: 366 }, (_, day) => day), ...months]
}

/** A day on which no other digest stands. */
const NEW_DAY = 366 + 15

const upload = (pipeline: Pipeline, key: string, text: string): Promise<void> =>
  pipeline.process(pipeline.bucket.put(key, text))

async function printWrites(pipeline: MeteredPipeline): Promise<void> {
  const text = digestOn(NEW_DAY)
  const cases: [string, () => Promise<void>][] = [
    ['a new digest', () => upload(pipeline, 'new.md', text)],
    ['the same once more', () => upload(pipeline, 'new.md', text)],
    ['one number changed', () => upload(pipeline, 'new.md', text.replace(/\d,/, '8,'))],
    ['deleted', () => pipeline.process(pipeline.bucket.delete('new.md'))],
    ['100 digests of a month at once', () => uploadAtOnce(pipeline, 100)],
  ]
  const rows: string[][] = []
  for (const [name, work] of cases) {
    const before = copyOf(pipeline)
    pipeline.take()
    await work()
    const { writes, indexWrites, reads } = pipeline.take()
    const { least, facts } = changesSince(before, pipeline)
    const digests = name.startsWith('100') ? 100 : 1
    const per = (units: number) => (units / digests).toFixed(1)
    rows.push([
      name,
      per(writes + indexWrites),
      per(least),
      ((writes + indexWrites) / least).toFixed(2),
      per(reads),
      facts === 0 ? '' : ((writes + indexWrites) / facts).toFixed(2),
    ])
  }
  console.log(`  units per digest of ${ITEMS} items`)
  printTable(['', 'writes', 'least', 'x least', 'reads', 'writes per fact'], rows)
}

/** All are parsed, then extracted, then rolled up in batches of as many messages as the function gets. */
async function uploadAtOnce(pipeline: MeteredPipeline, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const text = digestText({ seed: 10_000 + n, day: dayAfter(366 + (n % 30)), items: ITEMS })
    await pipeline.parse(pipeline.bucket.put(`burst-${n}.md`, text))
  }
  await pipeline.settle(BATCH_MESSAGES)
}

type Row = RowKey & { facts?: string; byDatePk?: string }

const copyOf = ({ items, metrics }: MeteredPipeline): Map<string, Row> =>
  structuredClone(new Map([...items.rows, ...metrics.rows]))

/** What the rows that are other than before must cost, by their larger size, and the facts in them. */
function changesSince(before: Map<string, Row>, { items, metrics }: MeteredPipeline) {
  let [least, facts] = [0, 0]
  for (const [name, row] of [...items.rows, ...metrics.rows] as [string, Row][]) {
    const previous = before.get(name)
    if (isDeepStrictEqual(row, previous)) continue
    const bytes = Math.max(rowBytes(row), previous === undefined ? 0 : rowBytes(previous))
    const indexed = [row, previous].some((one) => one?.byDatePk !== undefined)
    least += writeUnits(bytes) * (indexed ? 2 : 1)
    facts += (JSON.parse(row.facts ?? '[]') as unknown[]).length
  }
  return { least, facts }
}

async function printKinds(pipeline: MeteredPipeline): Promise<void> {
  await upload(pipeline, 'kinds.md', digestOn(NEW_DAY))
  const kinds = [...pipeline.items.units, ...pipeline.metrics.units]
  console.log('\n  a new digest by kind of row')
  printTable(
    ['', 'rows written', 'writes', 'index', 'rows read', 'reads'],
    [...kinds, ['all', sumOf(kinds.map(([, units]) => units))] as const].map(([kind, units]) => [
      kind,
      ...cellsOf(units),
    ]),
  )
}

const cellsOf = ({ rowsWritten, writes, indexWrites, rowsRead, reads }: Units): string[] =>
  [rowsWritten, writes, indexWrites, rowsRead, reads].map(String)

async function printRequests(pipeline: MeteredPipeline): Promise<void> {
  const trend = 'GET /v1/metrics/{metric}/trend'
  const year = { from: '2020-01-01', to: '2020-12-31' }
  const decade = { from: '2020-01-01', to: '2029-12-31' }
  const requests: [string, string, Record<string, string>][] = [
    ['a year by day', trend, { metric: 'patients', bucket: 'day', ...year }],
    ['ten years by month', trend, { metric: 'patients', bucket: 'month', ...decade }],
    ['ten years by year', trend, { metric: 'patients', bucket: 'year', ...decade }],
    ['all metrics', 'GET /v1/metrics', {}],
    ['100 facts', 'GET /v1/metrics/{metric}/facts', { metric: 'patients', limit: '100' }],
    ['100 digests', 'GET /v1/digests', { ...year, limit: '100' }],
  ]
  console.log('\n  units per request')
  const rows: string[][] = []
  for (const [name, route, given] of requests) {
    pipeline.take()
    await pipeline.read(route, given)
    const { reads, rowsRead } = pipeline.take()
    rows.push([name, String(rowsRead), String(reads)])
  }
  printTable(['', 'rows read', 'reads'], rows)
}

async function printEngine({ engines }: Stage): Promise<void> {
  class Checked extends Pipeline {
    override readonly items = new EngineTable('items', engines.dynamodb)
    override readonly metrics = new EngineTable('metrics', engines.dynamodb)
  }
  const pipeline = new Checked()
  for (let day = 0; day < 20; day++) await upload(pipeline, `${day}.md`, digestOn(day))
  await upload(pipeline, '0.md', digestOn(20))
  await pipeline.process(pipeline.bucket.delete('1.md'))
  console.log('\n  the same work by the rules and as an engine reports it')
  printTable(
    ['table', 'writes by the rules', 'writes reported', 'reads by the rules', 'reads reported'],
    [pipeline.items, pipeline.metrics].map((table) => {
      const { writes, reads } = table.take()
      return [table.name, ...[writes, table.reported.writes, reads, table.reported.reads].map(String)]
    }),
  )
}
