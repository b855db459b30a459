/**
 * Time from the start of a function's process to its first answer, and what its bundle holds, beside a function that
 * only calls the SDK clients that it uses once, and an empty one. Each answer does the whole work of one small digest.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../infra/bundle.ts'
import { REGION } from '../infra/local/clients.ts'
import { FunctionPool } from '../infra/local/function-pool.ts'
import { bundleRuntime } from '../infra/local/local-cloud.ts'
import { notificationOf, sequencers } from '../infra/local/notification.ts'
import { recordOf } from '../infra/local/queue-poller.ts'
import { lambdaEnvironment } from '../infra/local/resources/functions.ts'
import { digestId } from '../shared/digest/digest-id.ts'
import { type Stage, withStage } from './stage.ts'
import { median, printTable } from './table.ts'

interface Variant {
  name: string
  entry: string
  /** What it is compared with. */
  floor: string
  event(key: string, stage: Stage): unknown
}

const DIGEST = `Notes for January 9, 2020

The bank leased 20,000 square meters for $5 million. A shop of 12 square meters opened.
`

const sequence = sequencers(Date.now)
const batchOf = (Body: string) => ({
  Records: [recordOf({ MessageId: '1', ReceiptHandle: '1', Body }, { queueArn: 'queue', region: REGION })],
})

const variants: Variant[] = [
  { name: 'empty', entry: 'bench/floor/empty', floor: 'empty', event: () => ({}) },
  { name: 'DynamoDB', entry: 'bench/floor/dynamodb', floor: 'DynamoDB', event: () => ({}) },
  { name: 'and SQS', entry: 'bench/floor/dynamodb-sqs', floor: 'and SQS', event: () => ({}) },
  {
    name: 'and S3',
    entry: 'bench/floor/dynamodb-sqs-s3',
    floor: 'and S3',
    event: (Key, { bucket }) => ({ Bucket: bucket, Key }),
  },
  {
    name: 'parse-digest',
    entry: 'functions/parse-digest',
    floor: 'and S3',
    event: (key, { bucket }) =>
      batchOf(
        notificationOf(
          { event: 'ObjectCreated:Put', bucket, key },
          sequence.next().value,
          REGION,
          new Date(),
        ),
      ),
  },
  {
    name: 'extract-facts',
    entry: 'functions/extract-facts',
    floor: 'and SQS',
    event: (key) => batchOf(JSON.stringify({ digest: digestId(key) })),
  },
  {
    name: 'roll-up',
    entry: 'functions/roll-up',
    floor: 'DynamoDB',
    event: (key) =>
      batchOf(JSON.stringify({ metric: 'square-meters', day: '2020-01-09', digest: digestId(key) })),
  },
  {
    name: 'serve-api',
    entry: 'functions/serve-api',
    floor: 'DynamoDB',
    event: () => ({
      routeKey: 'GET /v1/metrics/{metric}/trend',
      rawPath: '/v1/metrics/square-meters/trend',
      headers: {},
      pathParameters: { metric: 'square-meters' },
      requestContext: { http: { method: 'GET', path: '/v1/metrics/square-meters/trend' } },
    }),
  },
]

const RUNS = 11

export const run = (): Promise<void> => withStage(measure)

async function measure(stage: Stage): Promise<void> {
  const runtime = join(stage.folder, 'runtime.mjs')
  await bundleRuntime(runtime)
  const folderOf = ({ name }: Variant) => join(stage.folder, name)
  for (const variant of variants) bundle(`${variant.entry}.lambda.ts`, folderOf(variant))

  const start = async (variant: Variant, key: string) => {
    const folder = folderOf(variant)
    const pool = new FunctionPool({
      name: variant.name,
      folder,
      handler: 'index.handler',
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        ...lambdaEnvironment(variant.name, folder, 512, stage.engines),
        ...stage.environment,
        POWERTOOLS_LOG_LEVEL: 'WARN',
      },
      timeoutSeconds: 60,
      memoryMiB: 512,
      processes: 1,
      runtime,
      log: console.log,
    })
    const event = variant.event(key, stage)
    const began = performance.now()
    await pool.warmUp()
    const loaded = performance.now()
    const answer = await pool.invoke(event)
    const answered = performance.now()
    await pool.close()
    assertSuccess(variant, answer)
    return { loaded: loaded - began, answered: answered - began }
  }

  const times = new Map(variants.map(({ name }) => [name, [] as Awaited<ReturnType<typeof start>>[]]))
  for (let n = 0; n < RUNS; n++) {
    const key = `${n}.txt`
    await stage.upload(key, DIGEST)
    for (const variant of variants) times.get(variant.name)?.push(await start(variant, key))
  }
  const medianOf = (name: string, field: 'loaded' | 'answered') =>
    median((times.get(name) ?? []).map((time) => time[field]))

  printTable(
    ['function', 'kB at start', 'kB in all', 'loaded ms', 'x floor', 'first answer ms', 'x floor', 'floor'],
    variants.map((variant) => {
      const { name, floor } = variant
      const timed = (['loaded', 'answered'] as const).flatMap((field) => {
        const time = medianOf(name, field)
        return [time.toFixed(0), (time / medianOf(floor, field)).toFixed(2)]
      })
      const sizes = sizesOf(folderOf(variant)).map((bytes) => (bytes / 1000).toFixed(0))
      return [name, ...sizes, ...timed, floor]
    }),
  )
}

function assertSuccess({ name }: Variant, answer: unknown): void {
  const { statusCode = 200, batchItemFailures = [] } = answer as {
    statusCode?: number
    batchItemFailures?: unknown[]
  }
  if (statusCode !== 200 || batchItemFailures.length > 0)
    throw new Error(`${name} answered ${JSON.stringify(answer)}`)
}

/** Bytes of the modules that are loaded before the handler is, and of all. */
function sizesOf(folder: string): [number, number] {
  const loaded = new Set<string>()
  const load = (file: string) => {
    if (loaded.has(file)) return
    loaded.add(file)
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/\b(?:from|import)"(\.[^"]+\.mjs)"/g))
      load(join(file, '..', path))
  }
  load(join(folder, 'index.mjs'))
  const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.mjs'),
  )
  return [[...loaded], modules.map((file) => join(folder, file))].map((files) =>
    files.reduce((sum, file) => sum + statSync(file).size, 0),
  ) as [number, number]
}
