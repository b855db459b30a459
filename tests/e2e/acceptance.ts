/** `npm run e2e`: upload → trend → overwrite → delete against a deployed stack, real or emulated, by its outputs. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { AwsClient } from 'aws4fetch'
import * as v from 'valibot'
import { uploadForm } from '../../infra/upload-form.ts'
import { ANSWER_SCHEMAS } from '../../shared/api/schemas.ts'
import { digestId } from '../../shared/digest/digest-id.ts'

const USAGE = `npm run e2e -- --outputs FILE [--stack NAME] [--api URL] [--token TOKEN] [--seconds N]
  --outputs  what cdk deploy --outputs-file wrote
  --stack    its stack (default the only one that the file tells of)
  --api      address of the API, where that of the outputs cannot be reached from here
  --token    bearer token for reading; without it requests are signed with the credentials of the environment
  --seconds  how long a change may take to be served (default 120)
Credentials, region and endpoints are those of the environment, as for the AWS command line.`

const OutputsSchema = v.object({ ApiUrl: v.string(), BucketName: v.string() })

interface Target {
  s3: S3Client
  bucket: string
  /** Answers a path of the API. */
  get(path: string): Promise<Response>
  getUnsigned(path: string): Promise<Response>
  timeoutMs: number
}

async function main(): Promise<void> {
  const target = await readTarget()
  const folder = `acceptance/${randomUUID()}/`
  const key = `${folder}digest.txt`

  await step('reading without permission', async () => {
    const { status } = await target.getUnsigned('/v1/metrics')
    return status === 200 ? 'OPEN TO EVERYONE' : `is refused, HTTP ${status}`
  })
  const before = await sums(target)
  await step('an upload is served as a point of the trend', async () => {
    await put(target, key, leased(9, 20_000))
    await eventually(target, () => sums(target), plus(before, { '1990-01-09': 20_000 }))
    return (await digest(target, key)).state
  })
  await step('an overwrite moves it to its new day and amount', async () => {
    await put(target, key, leased(12, 15_000))
    await eventually(target, () => sums(target), plus(before, { '1990-01-12': 15_000 }))
  })
  await step('a form uploads under its prefix', async () => {
    const status = await putByForm(target, folder, `${folder}form.txt`, leased(13, 7))
    await eventually(target, () => sums(target), plus(before, { '1990-01-12': 15_000, '1990-01-13': 7 }))
    return `HTTP ${status}`
  })
  await step('and nowhere else', async () => {
    const status = await putByForm(target, folder, 'elsewhere.txt', leased(14, 1))
    if (status < 400) throw new Error(`S3 answered ${status} to an upload outside the prefix`)
    return `HTTP ${status}`
  })
  await step('deletes leave the trend as it was', async () => {
    await remove(target, key)
    await remove(target, `${folder}form.txt`)
    await eventually(target, () => sums(target), before)
    const { status } = await target.get(`/v1/digests/${digestId(key)}`)
    if (status !== 404) throw new Error(`The deleted digest answers ${status}`)
  })
}

async function readTarget(): Promise<Target> {
  const { values } = parseArgs({
    options: {
      outputs: { type: 'string' },
      stack: { type: 'string' },
      api: { type: 'string' },
      token: { type: 'string' },
      seconds: { type: 'string', default: '120' },
    },
  })
  if (values.outputs === undefined) throw new Error(USAGE)
  if (!/^\d{1,6}$/.test(values.seconds)) throw new Error(`--seconds ${values.seconds} is no whole number`)
  const { ApiUrl, BucketName } = await outputsOf(values.outputs, values.stack)
  const s3 = new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined })
  const api = values.api ?? ApiUrl
  const reader = await readerOf(s3, values.token)
  return {
    s3,
    bucket: BucketName,
    get: (path) => reader(`${api}${path}`),
    getUnsigned: (path) => fetch(`${api}${path}`),
    timeoutMs: Number(values.seconds) * 1000,
  }
}

/** @throws Error naming the stacks of the file where the one that is meant is not among them */
async function outputsOf(
  file: string,
  stack: string | undefined,
): Promise<v.InferOutput<typeof OutputsSchema>> {
  const stacks = v.parse(v.record(v.string(), OutputsSchema), JSON.parse(await readFile(file, 'utf8')))
  const names = Object.keys(stacks)
  const outputs = stacks[stack ?? (names.length === 1 ? names[0] : undefined) ?? '']
  if (outputs === undefined)
    throw new Error(`--stack must be one of ${names.join(', ')}, which ${file} tells of`)
  return outputs
}

/** Reads with the token, or else with the credentials that the S3 client found. */
async function readerOf({ config }: S3Client, token?: string): Promise<(url: string) => Promise<Response>> {
  if (token !== undefined) return (url) => fetch(url, { headers: { authorization: `Bearer ${token}` } })
  const [credentials, region] = await Promise.all([config.credentials(), config.region()])
  const signing = new AwsClient({ ...credentials, region, service: 'execute-api', retries: 0 })
  return (url) => signing.fetch(url)
}

async function step(what: string, run: () => Promise<unknown>): Promise<void> {
  const began = Date.now()
  const seen = await run()
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`ok  ${what}${typeof seen === 'string' ? `: ${seen}` : ''} (${seconds} s)`)
}

/** Days on which no digest of news stands, so that the sums of others stay out of the way. */
const leased = (day: number, area: number) =>
  `Notes for January ${day}, 1990\n\nThe bank leased ${area} square meters.\n`

type Sums = Record<string, number>

async function sums({ get }: Target): Promise<Sums> {
  const response = await get(
    '/v1/metrics/square-meters/trend?from=1990-01-01&to=1990-01-31&bucket=day&measure=sum',
  )
  if (!response.ok) throw new Error(`The trend answers ${response.status}: ${await response.text()}`)
  const { points } = v.parse(ANSWER_SCHEMAS.metricTrend, await response.json())
  return Object.fromEntries(points.map(({ date, sum }) => [date, Number(sum)]))
}

function plus(sums: Sums, more: Sums): Sums {
  const added = { ...sums }
  for (const [day, sum] of Object.entries(more)) added[day] = (added[day] ?? 0) + sum
  return added
}

async function digest({ get }: Target, key: string) {
  return v.parse(ANSWER_SCHEMAS.digest, await (await get(`/v1/digests/${digestId(key)}`)).json())
}

/** @throws Error with what is there, where what is expected does not come in time */
async function eventually<T>({ timeoutMs }: Target, read: () => Promise<T>, expected: T): Promise<void> {
  const end = Date.now() + timeoutMs
  for (;;) {
    const found = await read()
    if (isDeepStrictEqual(found, expected)) return
    if (Date.now() > end)
      throw new Error(
        `Not within ${timeoutMs / 1000} s: ${JSON.stringify(expected)}; there is ${JSON.stringify(found)}`,
      )
    await pause(500)
  }
}

const put = ({ s3, bucket }: Target, Key: string, Body: string) =>
  s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }))

const remove = ({ s3, bucket }: Target, Key: string) =>
  s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }))

/** @returns the HTTP status of the upload */
async function putByForm({ s3, bucket }: Target, prefix: string, key: string, text: string): Promise<number> {
  const { url, fields } = await uploadForm(s3, { bucket, prefix, seconds: 300 })
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, key })) form.append(name, value)
  form.append('file', new Blob([text]), 'digest.txt')
  return (await fetch(url, { method: 'POST', body: form })).status
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
