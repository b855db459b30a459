/**
 * Dollars per million digests and trend requests, from the deployed settings, measured units and list prices, beside
 * other ways to do the job; and what ten million digests a day ask of each part, on paper.
 */
import { App } from 'aws-cdk-lib'
import { readSettings } from '../infra/settings.ts'
import { BATCH_MESSAGES } from '../shared/series/summaries.ts'
import { rowBytes } from '../tests/simulation/row-bytes.ts'
import { dayAfter, digestText } from './digests.ts'
import { MeteredPipeline } from './metered-pipeline.ts'
import type { Units } from './metered-table.ts'
import { PRICES } from './prices.ts'
import { printTable } from './table.ts'

const ITEMS = 30
const MILLION = 1e6
const HOURS_OF_MONTH = 730

/** Seconds that a function takes for one batch: processor time as measured, and a guess at waiting for the engines. */
const SECONDS = { parse: 0.12, extract: 0.1, rollUp: 0.15, fullRollUp: 2.25, serve: 0.02 }

/** Bytes that are logged: three structured lines and the counters of three invocations, and a line for each message. */
const LOG_BYTES = { digest: 3 * 450 + 3 * 700, message: 350, request: 450 }

interface Work {
  units: Units
  bytes: number
  series: number
  /** That ask for its roll-ups. */
  messages: number
}

export async function run(): Promise<void> {
  const [alone, crowded] = [await measure(1), await measure(100)]
  printDigests(alone, crowded)
  await printRequests()
  printAlternatives(dollarsOf(alone, 1), dollarsOf(crowded, 10))
  printTenMillion(crowded)
}

/** What a digest takes when so many come at once, a month of others being there. */
async function measure(atOnce: number): Promise<Work> {
  const pipeline = new MeteredPipeline()
  const upload = (n: number, day: number) =>
    pipeline.bucket.put(`${n}.md`, digestText({ seed: n, day: dayAfter(day), items: ITEMS }))
  for (let day = 0; day < 31; day++) await pipeline.process(upload(day, day))
  const before = bytesIn(pipeline)
  pipeline.take()
  for (let n = 0; n < atOnce; n++) await pipeline.parse(upload(100 + n, 31 + (n % 28)))
  await pipeline.settle(BATCH_MESSAGES)
  const { writes, indexWrites, reads, rowsRead, rowsWritten } = pipeline.take()
  const units = { writes: writes + indexWrites, indexWrites, reads, rowsRead, rowsWritten }
  const per = Object.fromEntries(Object.entries(units).map(([name, value]) => [name, value / atOnce]))
  return {
    units: per as unknown as Units,
    bytes: (bytesIn(pipeline) - before) / atOnce,
    series: 9,
    messages: 1,
  }
}

const bytesIn = ({ items, metrics }: MeteredPipeline): number =>
  [...items.rows.values(), ...metrics.rows.values()].reduce((sum, row) => sum + rowBytes(row), 0)

type Dollars = Record<string, number>

/** Dollars for one digest, when messages come in batches of so many to parse-digest and extract-facts. */
function dollarsOf({ units, messages }: Work, batch: number): Dollars {
  const { parseMemory, extractMemory, rollUpMemory } = readSettings(new App().node)
  const [rollUpBatches, rollUpSeconds] =
    batch === 1 ? [1, SECONDS.rollUp] : [messages / BATCH_MESSAGES, SECONDS.fullRollUp]
  const gigabyteSeconds =
    ((parseMemory * SECONDS.parse + extractMemory * SECONDS.extract) / batch +
      rollUpMemory * rollUpSeconds * rollUpBatches) /
    1024
  const invocations = 2 / batch + rollUpBatches
  // Each message is sent, and each batch received and deleted.
  const queueRequests = 1 + 1 + 1 + 2 * (2 / batch) + 2 * Math.max(rollUpBatches, messages / 10 / 10)
  return {
    'DynamoDB writes': units.writes * PRICES.writeUnit,
    'DynamoDB reads': units.reads * PRICES.readUnit,
    Lambda: gigabyteSeconds * PRICES.lambdaGigabyteSecond + invocations * PRICES.lambdaRequest,
    SQS: queueRequests * PRICES.queueRequest,
    S3: PRICES.objectPut + PRICES.objectGet,
    'CloudWatch Logs': ((LOG_BYTES.digest / batch + LOG_BYTES.message * messages) / 1e9) * PRICES.logGigabyte,
  }
}

const sum = (dollars: Dollars): number => Object.values(dollars).reduce((all, one) => all + one, 0)
const perMillion = (dollars: number): string => (dollars * MILLION).toFixed(2)

function printDigests(alone: Work, crowded: Work): void {
  console.log(`  dollars per million digests of ${ITEMS} items`)
  const [one, many] = [dollarsOf(alone, 1), dollarsOf(crowded, 10)]
  const names = Object.keys(one)
  printTable(
    ['', 'one at a time', 'in full batches'],
    [
      ...names.map((name) => [name, perMillion(one[name] ?? 0), perMillion(many[name] ?? 0)]),
      ['all', perMillion(sum(one)), perMillion(sum(many))],
      [
        'and per month stored',
        ...[alone, crowded].map(({ bytes }) => perMillion((bytes / 1e9) * PRICES.tableGigabyteMonth)),
      ],
    ],
  )
}

async function printRequests(): Promise<void> {
  const pipeline = new MeteredPipeline()
  for (let month = 0; month < 120; month++) {
    const text = digestText({ seed: month, day: dayAfter(Math.round(month * 30.44)), items: ITEMS })
    await pipeline.process(pipeline.bucket.put(`${month}.md`, text))
  }
  pipeline.take()
  const given = { metric: 'patients', bucket: 'month', from: '2020-01-01', to: '2029-12-31' }
  await pipeline.read('GET /v1/metrics/{metric}/trend', given)
  const { reads } = pipeline.take()
  const { serveMemory } = readSettings(new App().node)
  const dollars: Dollars = {
    'API Gateway': PRICES.httpRequest,
    Lambda: (serveMemory / 1024) * SECONDS.serve * PRICES.lambdaGigabyteSecond + PRICES.lambdaRequest,
    'DynamoDB reads': reads * PRICES.readUnit,
    'CloudWatch Logs': (LOG_BYTES.request / 1e9) * PRICES.logGigabyte,
  }
  console.log('\n  dollars per million trend requests, ten years by month')
  printTable(
    ['', 'dollars'],
    [...Object.entries(dollars), ['all', sum(dollars)] as const].map(([name, one]) => [
      name,
      perMillion(one),
    ]),
  )
}

function printAlternatives(alone: Dollars, crowded: Dollars): void {
  const { length } = digestText({ seed: 1, day: dayAfter(0), items: ITEMS })
  const server = HOURS_OF_MONTH * PRICES.databaseHour + 30 * PRICES.databaseGigabyteMonth
  console.log('\n  the same job done otherwise')
  printTable(
    ['', 'dollars a month before the first digest', 'dollars per million digests'],
    [
      ['this pipeline', '0', `${perMillion(sum(crowded))} to ${perMillion(sum(alone))}`],
      [
        'a small PostgreSQL server in one zone, 30 GB, without what feeds it',
        server.toFixed(2),
        '0 until it is full',
      ],
      ['Comprehend for the text alone', '0', perMillion(Math.ceil(length / 100) * PRICES.comprehendUnit)],
    ],
  )
  const even = server / sum(crowded)
  console.log(`  the server costs less from ${(even / MILLION).toFixed(2)} million digests a month on`)
}

/** Digests a day, and how many times the mean rate the busiest hour has. */
const TEN_MILLION = 10 * MILLION
const PEAK = 3
/** Write units a second of one DynamoDB partition. */
const PARTITION_WRITES = 1000
/** Write units a second of a table on demand before its quota is raised. */
const TABLE_WRITES = 40_000

/** Write units of a contribution, as measured for digests of this size. */
const CONTRIBUTION_WRITES = 2.2

function printTenMillion({ units, messages }: Work): void {
  const rate = (TEN_MILLION / 86_400) * PEAK
  const asked = [
    { name: 'parse-digest', rate, batch: 10, seconds: SECONDS.parse, most: 10 },
    { name: 'extract-facts', rate, batch: 10, seconds: SECONDS.extract, most: 10 },
    { name: 'roll-up', rate: rate * messages, batch: BATCH_MESSAGES, seconds: SECONDS.fullRollUp, most: 5 },
  ]
  console.log(`\n  ten million digests a day, ${rate.toFixed(0)} a second in the busiest hour`)
  printTable(
    ['', 'messages/s', 'batches/s', 'at once', 'allowed', 'x allowed', 'queue after that hour'],
    asked.map(({ name, rate, batch, seconds, most }) => {
      const atOnce = (rate / batch) * seconds
      const left = Math.max(0, rate - (most * batch) / seconds) * 3600
      return [
        name,
        rate.toFixed(0),
        (rate / batch).toFixed(0),
        atOnce.toFixed(1),
        String(most),
        (atOnce / most).toFixed(2),
        left.toFixed(0),
      ]
    }),
  )
  printTable(
    ['', 'writes/s', 'limit', 'x limit'],
    [
      ['both tables', rate * units.writes, TABLE_WRITES],
      ['contributions to the busiest metric', rate * CONTRIBUTION_WRITES, PARTITION_WRITES],
      [
        'the day row of the busiest metric',
        asked[2] === undefined ? 0 : asked[2].rate / asked[2].batch,
        PARTITION_WRITES,
      ],
    ].map(([name, writes, limit]) => [
      String(name),
      Number(writes).toFixed(0),
      String(limit),
      (Number(writes) / Number(limit)).toFixed(2),
    ]),
  )
}
