/**
 * Processor time of the project itself for a digest and for a request, over tables in memory, and where it goes by file:
 * what the SDK takes to sign, send and read is not in it.
 */
import { Session } from 'node:inspector/promises'
import { Pipeline } from '../tests/simulation/pipeline.ts'
import { dayAfter, digestText } from './digests.ts'
import { printTable } from './table.ts'

const ITEMS = 30
const DIGESTS = 300
const REQUESTS = 300

export async function run(): Promise<void> {
  const pipeline = new Pipeline()
  await ingest(pipeline, 0) // Until the code is compiled.
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  const phases = await ingest(pipeline, DIGESTS)
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  console.log(`  milliseconds of processor time, digests of ${ITEMS} items`)
  printTable(
    ['', 'each'],
    [...phases, ...(await serve(pipeline))].map(([name, time]) => [name, time.toFixed(2)]),
  )
  console.log('\n  ingestion by file')
  printTable(
    ['', 'share'],
    sharesOf(profile).map(([file, share]) => [file, `${(share * 100).toFixed(1)} %`]),
  )
}

type Timed = [name: string, milliseconds: number]

async function ingest(pipeline: Pipeline, from: number): Promise<Timed[]> {
  const notifications = Array.from({ length: DIGESTS }, (_, n) => {
    const text = digestText({ seed: from + n, day: dayAfter((from + n) % 366), items: ITEMS })
    return pipeline.bucket.put(`${from + n}.md`, text)
  })
  const parsing = await timed(async () => {
    for (const notification of notifications) await pipeline.parse(notification)
  })
  const settling = await timed(() => pipeline.settle(100))
  return [
    ['parse-digest', parsing / DIGESTS],
    ['extract-facts and roll-up', settling / DIGESTS],
  ]
}

async function serve(pipeline: Pipeline): Promise<Timed[]> {
  const given = { metric: 'patients', from: '2020-01-01', to: '2020-12-31' }
  const requests = { 'trend of a year by day': 'day', 'trend of a year by month': 'month' }
  const times: Timed[] = []
  for (const [name, bucket] of Object.entries(requests)) {
    const request = () => pipeline.read('GET /v1/metrics/{metric}/trend', { ...given, bucket })
    await request()
    const time = await timed(async () => {
      for (let n = 0; n < REQUESTS; n++) await request()
    })
    times.push([name, time / REQUESTS])
  }
  return times
}

/** Milliseconds of processor time. */
async function timed(work: () => Promise<void>): Promise<number> {
  const began = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

interface Profile {
  nodes: { id: number; callFrame: { url: string; functionName: string } }[]
  samples?: number[]
}

/** The files in which most samples were taken, with their shares. */
function sharesOf({ nodes, samples = [] }: Profile): [string, number][] {
  const fileOf = new Map(
    nodes.map(({ id, callFrame: { url, functionName } }) => [
      id,
      url === ''
        ? functionName
        : url.replace(/.*node_modules\//, '').replace(/.*\/(?=\w+\/[\w-]+\/[\w.-]+$)/, ''),
    ]),
  )
  const counts = new Map<string, number>()
  const busy = samples.filter((id) => fileOf.get(id) !== '(idle)')
  for (const id of busy) counts.set(fileOf.get(id) ?? '', (counts.get(fileOf.get(id) ?? '') ?? 0) + 1)
  return [...counts]
    .map(([file, count]): [string, number] => [file, count / busy.length])
    .sort(([, a], [, b]) => b - a)
    .slice(0, 12)
}
