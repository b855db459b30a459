/**
 * Digests from upload to served point, through the local cloud (the engines take most of the processor), and in one
 * process over tables in memory (which shows what the project itself takes); and whether memory stays flat.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { localS3 } from '../infra/local/clients.ts'
import { flowOf } from '../infra/local/flow.ts'
import { type LocalCloud, startLocalCloud } from '../infra/local/local-cloud.ts'
import { Pipeline } from '../tests/simulation/pipeline.ts'
import { dayAfter, digestText } from './digests.ts'
import { printTable, quantile } from './table.ts'

const ITEMS = 10
const textOf = (n: number): string => digestText({ seed: n, day: dayAfter(n % 366), items: ITEMS })

export async function run(): Promise<void> {
  await printLocalCloud()
  await printInMemory()
  await printMemory()
}

async function printLocalCloud(): Promise<void> {
  console.log(`  through the local cloud, 60 digests of ${ITEMS} items`)
  const rows: string[][] = []
  for (const processes of [1, 4, 16]) rows.push([String(processes), ...(await measured(processes, 60))])
  printTable(
    ['functions at once', 'digests/s', 'facts/s', 'lag p50 s', 'lag p99 s', 'lag of one alone s'],
    rows,
  )
}

async function measured(processes: number, digests: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'digest-metrics-bench-'))
  const lines: LogLine[] = []
  const log = (_name: string, line: string) => {
    if (line.startsWith('{')) lines.push(JSON.parse(line) as LogLine)
  }
  const context = { logLevel: 'INFO' }
  const cloud = await startLocalCloud({ folder, port: 0, processes, context, log, warn: console.warn })
  try {
    const [alone = Number.NaN] = lagsOf(await uploadAll(cloud, 0, 1), lines)
    const began = performance.now()
    const uploads = await uploadAll(cloud, 1, digests)
    const seconds = (performance.now() - began) / 1000
    const lags = lagsOf(uploads, lines)
    return [
      (digests / seconds).toFixed(1),
      ((await factsOf(digests)) / seconds).toFixed(0),
      ...[quantile(lags, 0.5), quantile(lags, 0.99), alone].map((lag) => (lag / 1000).toFixed(1)),
    ]
  } finally {
    await cloud.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** When each key was uploaded, in milliseconds since 1970. */
type Uploads = Map<string, number>

/** Uploads digests and returns when all of them are served. */
async function uploadAll(cloud: LocalCloud, from: number, count: number): Promise<Uploads> {
  const s3 = localS3(cloud.endpoints.s3)
  const uploads: Uploads = new Map()
  for (let n = from; n < from + count; n++) {
    const Key = `${n}.md`
    uploads.set(Key, Date.now())
    await s3.send(new PutObjectCommand({ Bucket: cloud.outputs.BucketName, Key, Body: textOf(n) }))
  }
  // A message is sent before the one that caused it is acknowledged, so there is always one until the end.
  while ((await flowOf(cloud)).waiting > 0) await pause(20)
  return uploads
}

/** What the functions say of their work, as far as it is looked at. */
interface LogLine {
  message: string
  timestamp: string
  correlation_id?: string
  key?: string
}

/** Milliseconds from each upload to the last roll-up that it caused. */
function lagsOf(uploads: Uploads, lines: readonly LogLine[]): number[] {
  const keys = new Map(lines.flatMap(({ key, correlation_id: id }) => (key ? [[id, key] as const] : [])))
  const ends = new Map<string, number>()
  for (const { message, timestamp, correlation_id: id } of lines)
    if (message === 'series rolled up') ends.set(keys.get(id) ?? '', Date.parse(timestamp))
  return [...uploads].flatMap(([key, at]) => (ends.get(key) ?? Number.NaN) - at)
}

async function factsOf(digests: number): Promise<number> {
  const pipeline = new Pipeline()
  for (let n = 1; n <= digests; n++) await pipeline.process(pipeline.bucket.put(`${n}.md`, textOf(n)))
  return factsIn(pipeline)
}

function factsIn({ metrics }: Pipeline): number {
  const rows = [...metrics.rows.values()] as { facts?: string }[]
  return rows.reduce((sum, { facts }) => sum + (JSON.parse(facts ?? '[]') as unknown[]).length, 0)
}

async function printInMemory(): Promise<void> {
  console.log(`\n  in one process over tables in memory, digests of ${ITEMS} items`)
  const rows: string[][] = []
  for (const atOnce of [1, 4, 16]) {
    const digests = 480
    const pipeline = new Pipeline()
    const notifications = Array.from({ length: digests }, (_, n) => pipeline.bucket.put(`${n}.md`, textOf(n)))
    const began = performance.now()
    while (notifications.length > 0) {
      await Promise.all(notifications.splice(0, atOnce).map((notification) => pipeline.parse(notification)))
      await Promise.all(Array.from({ length: atOnce }, () => pipeline.settle(100)))
    }
    const seconds = (performance.now() - began) / 1000
    rows.push([String(atOnce), (digests / seconds).toFixed(0), (factsIn(pipeline) / seconds).toFixed(0)])
  }
  printTable(['functions at once', 'digests/s', 'facts/s'], rows)
}

async function printMemory(): Promise<void> {
  console.log('\n  memory after so many digests of one process, what is stored left out')
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const rows: string[][] = []
  for (let handled = 0; handled < 10_000; handled += 1_000) {
    await handleThousand(handled)
    collect()
    const { heapUsed } = process.memoryUsage()
    if (handled % 3_000 === 0)
      rows.push([(handled + 1_000).toLocaleString('en-US'), (heapUsed / 1e6).toFixed(1)])
  }
  printTable(['digests', 'MB of heap'], rows)
}

async function handleThousand(from: number): Promise<void> {
  const pipeline = new Pipeline()
  for (let n = from; n < from + 1_000; n++) {
    const text = digestText({ seed: n, day: dayAfter(n % 366), items: 2 })
    await pipeline.parse(pipeline.bucket.put(`${n}.md`, text))
  }
  await pipeline.settle(100)
}
