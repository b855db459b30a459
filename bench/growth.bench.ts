/**
 * What one more digest costs when many are stored, when many fall on one day, and when one is as wide as they come:
 * capacity units by DynamoDB's rules, rows read by roll-ups, and processor time over tables in memory.
 */
import { type MetricDayChange, rollUpAll } from '../functions/roll-up.ts'
import type { Fact } from '../shared/model/fact.ts'
import { contributionRows } from '../shared/series/contribution.ts'
import { BATCH_MESSAGES } from '../shared/series/summaries.ts'
import { metricDayName } from '../shared/store/keys.ts'

import { aFact } from '../tests/a-fact.ts'
import { dayAfter } from './digests.ts'
import { MeteredPipeline } from './metered-pipeline.ts'
import { sumOf } from './metered-table.ts'
import { printTable } from './table.ts'

export async function run(): Promise<void> {
  await printLonger()
  await printDenser()
  await printHotDay()
  await printBatches()
  await printWide()
}

const METRICS = { patients: 'patients', yuan: 'yuan' }

const smallDigest = (n: number, day: string): string =>
  `---\ndate: ${day}\n---\n\nSome ${n} patients were there.\n\nThey paid ${n} yuan.\n`

/** Digests of a day in archives that differ in length alone. */
const PER_DAY = 25

async function printLonger(): Promise<void> {
  console.log(`  one more digest of the last month, ${PER_DAY} digests a day`)
  const rows: string[][] = []
  for (const days of [40, 400, 4_000]) {
    const pipeline = new MeteredPipeline()
    await store(pipeline, days * PER_DAY, days)
    const more = await cost(pipeline, 300, (n) => dayAfter(days - 1 - (n % 30)))
    rows.push([grouped(days * PER_DAY), grouped(days), ...more])
  }
  printTable(['digests stored', 'days', ...COST], rows)
}

const DAYS = 3_653

async function printDenser(): Promise<void> {
  console.log(`\n  one more digest of any of ${grouped(DAYS)} days, which are ever more crowded`)
  const rows: string[][] = []
  for (const stored of [1_000, 10_000, 100_000]) {
    const pipeline = new MeteredPipeline()
    await store(pipeline, stored, DAYS)
    const more = await cost(pipeline, 300, (n) => dayAfter((n * 997) % DAYS))
    rows.push([grouped(stored), (stored / DAYS).toFixed(1), ...more])
  }
  printTable(['digests stored', 'on a day', ...COST], rows)
}

const grouped = (n: number): string => n.toLocaleString('en-US')

/** Puts contributions of so many digests in the table, a day after the other, and rolls every day up. */
async function store({ metrics }: MeteredPipeline, digests: number, days: number): Promise<void> {
  const changes = new Map<string, MetricDayChange>()
  for (let n = 0; n < digests; n++) {
    const digest = n.toString(16).padStart(32, '0')
    for (const metric of Object.values(METRICS)) {
      const metricDay = { metric, day: dayAfter(n % days) }
      const { contribution } = contributionRows(metricDay, digest, '1', [factOf(metric, n)])
      await metrics.putAll([contribution])
      changes.set(metricDayName(metricDay), { ...metricDay, digest })
    }
  }
  await Promise.all(rollUpAll([...changes.values()], metrics))
}

const COST = ['writes', 'reads', 'rows rolled up per contribution', 'ms of processor time']

/** Cost per digest of so many more, all of them at once, rolled up in batches. */
async function cost(
  pipeline: MeteredPipeline,
  count: number,
  dayOf: (n: number) => string,
  { from = 0, batch = BATCH_MESSAGES } = {},
): Promise<string[]> {
  pipeline.take()
  const began = process.cpuUsage()
  for (let n = from; n < from + count; n++)
    await pipeline.parse(pipeline.bucket.put(`more-${n}.md`, smallDigest(n + 1, dayOf(n))))
  await pipeline.settle(batch)
  const { user, system } = process.cpuUsage(began)
  const kinds = pipeline.metrics.units
  const read = sumOf(['FACTS', 'PARTS'].flatMap((kind) => kinds.get(kind) ?? []))
  const { writes, indexWrites, reads } = pipeline.take()
  const contributions = count * Object.keys(METRICS).length
  return [
    ((writes + indexWrites) / count).toFixed(1),
    (reads / count).toFixed(1),
    (read.rowsRead / contributions).toFixed(1),
    ((user + system) / 1000 / count).toFixed(1),
  ]
}

async function printHotDay(): Promise<void> {
  console.log(`\n  each further digest of one day, in batches of ${BATCH_MESSAGES} changes`)
  const pipeline = new MeteredPipeline()
  const rows: string[][] = []
  for (let from = 0; from < 5_000; from += 1_000)
    rows.push([
      (from + 1_000).toLocaleString('en-US'),
      ...(await cost(pipeline, 1_000, () => '2020-01-09', { from })),
    ])
  printTable(['digests on the day', ...COST], rows)
}

async function printBatches(): Promise<void> {
  console.log('\n  a day of 1,000 digests, by the size of the batches in which changes are rolled up')
  const rows: string[][] = []
  for (const batch of [1, 10, 100, BATCH_MESSAGES])
    rows.push([String(batch), ...(await cost(new MeteredPipeline(), 1_000, () => '2020-01-09', { batch }))])
  printTable(['changes in a batch', ...COST], rows)
}

async function printWide(): Promise<void> {
  const sentence = (n: number) => `Ward ${n % 7} took in ${n} patients and paid ${n} yuan.`
  const text = Array.from({ length: 10_000 }, (_, n) => sentence(n + 1)).join('\n\n')
  const pipeline = new MeteredPipeline()
  const began = process.cpuUsage()
  await pipeline.process(pipeline.bucket.put('wide.md', `---\ndate: 2020-01-09\n---\n\n${text}\n`))
  const { user, system } = process.cpuUsage(began)
  const { writes, indexWrites, reads } = pipeline.take()
  const facts = 20_000
  console.log('\n  one digest with 20,000 facts')
  printTable(
    ['', 'writes', 'reads', 'ms of processor time'],
    [
      ['per fact', writes + indexWrites, reads, (user + system) / 1000].map((cell) =>
        typeof cell === 'number' ? (cell / facts).toFixed(3) : cell,
      ),
    ],
  )
}

const factOf = (metric: string, n: number): Fact =>
  aFact({ metric, unit: 'patient', amount: String(n), sentence: `Some ${n} patients were there.` })
