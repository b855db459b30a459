/**
 * A trend of ten years by month, over metrics with ever more facts under them, beside a bare GetItem on the same engine:
 * read units, median times, and their ratios to the floor and to the smallest metric.
 */

import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../functions/adapters/table.ts'
import { answer } from '../functions/answer.ts'
import type { ServeApiPorts } from '../functions/api/ports.ts'
import { rollUpAll } from '../functions/roll-up.ts'
import { localDynamoDb } from '../infra/local/clients.ts'
import type { Fact } from '../shared/model/fact.ts'
import type { MetricSlug } from '../shared/model/metrics.ts'
import { addDays, startsWithin } from '../shared/series/buckets.ts'
import { contributionRows } from '../shared/series/contribution.ts'
import { ENV } from '../shared/store/environment.ts'
import { monthKey } from '../shared/store/keys.ts'
import { factsVersion, itemsVersion, NO_SEQUENCER } from '../shared/store/version.ts'
import { aFact } from '../tests/a-fact.ts'
import { MemoryTable } from '../tests/simulation/memory-table.ts'
import { SILENT } from '../tests/simulation/silent.ts'
import { consumedBy } from './engine-table.ts'
import { type Stage, withStage } from './stage.ts'
import { median, printTable } from './table.ts'

const SIZES: [metric: MetricSlug, facts: number][] = [
  ['square-meters', 1_000],
  ['yuan', 10_000],
  ['patients', 100_000],
]
const RANGE = { from: '2011-01-01', to: '2020-12-31' }
const DAYS = 3_653
const WARM_UP = 50
const ROUNDS = 300

export const run = (): Promise<void> => withStage(measure)

async function measure(stage: Stage): Promise<void> {
  const client = localDynamoDb(stage.engines.dynamodb)
  const name = stage.environment[ENV.metricsTable] ?? ''
  const metrics = dynamoTable(name, client)
  for (const [metric, count] of SIZES) {
    await metrics.putAll([...(await rowsOf(metric, count)).rows.values()])
  }
  const consumed = consumedBy(client)
  const ports: ServeApiPorts = { items: metrics, metrics, cursorKey: 'any', now: Date.now }
  const { pk, sk } = monthKey('patients', '2020-01')
  const floor = () =>
    client.send(
      new GetItemCommand({ TableName: name, Key: { pk: { S: pk }, sk: { S: sk } }, ConsistentRead: true }),
    )
  const trends = SIZES.map(([metric]) => async () => {
    const { statusCode, body } = await answer(
      {
        routeKey: 'GET /v1/metrics/{metric}/trend',
        pathParameters: { metric },
        queryStringParameters: { ...RANGE, bucket: 'month' },
      },
      ports,
      SILENT,
    )
    if (statusCode !== 200) throw new Error(`${metric} answered ${statusCode}: ${body}`)
  })
  const works = [floor, ...trends]
  const times: number[][] = works.map(() => [])
  const units: number[] = []
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    // Each goes first in turn.
    for (let turn = 0; turn < works.length; turn++) {
      const at = (turn + round + WARM_UP) % works.length
      const [start, reads] = [performance.now(), consumed.reads]
      await works[at]?.()
      if (round >= 0) times[at]?.push(performance.now() - start)
      units[at] = consumed.reads - reads
    }
  }
  print(times.map(median), units)
}

function print(medians: readonly number[], units: readonly number[]): void {
  const [floor = Number.NaN, smallest = Number.NaN] = medians
  const names = ['bare GetItem', ...SIZES.map(([, facts]) => `trend over ${facts} facts`)]
  printTable(
    ['', 'read units', 'median ms', 'of GetItem', 'of the smallest'],
    names.map((name, at) => {
      const ms = medians[at] ?? Number.NaN
      const ofSmallest = at === 0 ? '' : (ms / smallest).toFixed(2)
      return [name, String(units[at]), ms.toFixed(2), (ms / floor).toFixed(2), ofSmallest]
    }),
  )
}

/** All rows of a metric whose facts are spread over ten years, one digest a day. */
async function rowsOf(metric: MetricSlug, count: number): Promise<MemoryTable> {
  const table = new MemoryTable()
  const version = factsVersion(itemsVersion(NO_SEQUENCER, 1), 1)
  const byDay = new Map<string, Fact[]>()
  for (let n = 0; n < count; n++) {
    const day = addDays(RANGE.from, Math.floor((n * DAYS) / count))
    byDay.set(day, [...(byDay.get(day) ?? []), factOf(metric, n)])
  }
  for (const month of startsWithin('month', RANGE.from, RANGE.to)) {
    const changes = [...byDay.keys()]
      .filter((day) => day.startsWith(month.slice(0, 'yyyy-mm'.length)))
      .map((day) => ({ metric, day, digest: day.replaceAll('-', '').padEnd(32, '0') }))
    for (const { digest, ...series } of changes) {
      const { contribution, overflow } = contributionRows(
        series,
        digest,
        version,
        byDay.get(series.day) ?? [],
      )
      await table.putAll([contribution, ...overflow])
    }
    await Promise.all(rollUpAll(changes, table))
  }
  return table
}

function factOf(metric: MetricSlug, n: number): Fact {
  const amount = String(1 + ((n * 7919) % 100_003))
  return aFact({ metric, amount, measure: 'bank', sentence: `The bank leased ${amount} of them.` })
}
