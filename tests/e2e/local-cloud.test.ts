import { execFile } from 'node:child_process'
import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { localS3 } from '../../infra/local/clients.ts'
import { writeEndpoints } from '../../infra/local/endpoints.ts'
import { flowOf } from '../../infra/local/flow.ts'
import { type LocalCloud, startLocalCloud } from '../../infra/local/local-cloud.ts'
import { digestId } from '../../shared/digest/digest-id.ts'
import { grantedTo } from '../infra/permissions.ts'
import { nameOf, Resources } from '../infra/synthesized.ts'

/** How long a change may take to be served before it counts as lost, in milliseconds. */
const LOST_MS = 60_000

const ODD_KEYS = [
  'a b.txt',
  'a+b.txt',
  '100%.txt',
  'a%2Fb.txt',
  '日报/2020年3月.txt',
  "it's (1).txt",
  'deep/er',
  'deep/er/a.txt',
  '.hidden',
]

const UPLOAD = join(import.meta.dirname, '..', '..', 'infra', 'local', 'upload.ts')

let folder: string
let cloud: LocalCloud
let s3: S3Client
const log: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digest-metrics-'))
  cloud = await startLocalCloud({
    folder,
    port: 0,
    retrySeconds: 0,
    log: (name, line) => log.push(`${name} ${line}`),
  })
  s3 = localS3(cloud.endpoints.s3)
}, LOST_MS)

afterAll(async () => {
  await cloud?.close()
  await rm(folder, { recursive: true, force: true })
})

const put = (Key: string, Body: string | Uint8Array) =>
  s3.send(new PutObjectCommand({ Bucket: cloud.outputs.BucketName, Key, Body }))

const remove = (Key: string) => s3.send(new DeleteObjectCommand({ Bucket: cloud.outputs.BucketName, Key }))

const get = (path: string) => fetch(`${cloud.outputs.ApiUrl}${path}`)

/** Each test has a month of its own, so that those that run at once stay out of each other's way. */
type Month = 'March' | 'April' | 'May' | 'June' | 'July'
const NUMBERS: Record<Month, string> = { March: '03', April: '04', May: '05', June: '06', July: '07' }

/** Sums by day. */
async function areas(month: Month): Promise<Record<string, string>> {
  const days = `from=2020-${NUMBERS[month]}-01&to=2020-${NUMBERS[month]}-30`
  const response = await get(`/v1/metrics/square-meters/trend?${days}&bucket=day`)
  const { points } = (await response.json()) as { points: { date: string; sum: string }[] }
  return Object.fromEntries(points.map(({ date, sum }) => [date, sum]))
}

/** What the API says of the digest of a key. */
async function described(key: string): Promise<Record<string, unknown>> {
  const response = await get(`/v1/digests/${digestId(key)}`)
  return (await response.json()) as Record<string, unknown>
}

/** Reads until it is what is expected. */
const eventually = <T>(read: () => Promise<T>, expected: unknown) =>
  vi.waitFor(async () => expect(await read()).toEqual(expected), { timeout: LOST_MS, interval: 50 })

const leased = (month: Month, day: number, area: string) =>
  `Notes for ${month} ${day}, 2020\n\nThe bank leased ${area} square meters.\n`

describe.concurrent('on the local cloud, through S3 and HTTP,', () => {
  test('a digest that is uploaded, overwritten and deleted comes, changes and goes', async () => {
    await put('march.txt', leased('March', 9, '20,000'))
    await eventually(() => areas('March'), { '2020-03-09': '20000' })
    await put('march.txt', leased('March', 10, '15,000'))
    await eventually(() => areas('March'), { '2020-03-10': '15000' })
    await remove('march.txt')
    await eventually(() => areas('March'), {})
  })

  test('a poison file is refused with its reason, is no dead letter, and hurts nothing else', async () => {
    await put('poison.txt', new Uint8Array([0, 1, 2, 3, 255]))
    await put('sound.txt', leased('April', 11, '300'))
    await eventually(() => areas('April'), { '2020-04-11': '300' })
    await eventually(() => flowOf(cloud), expect.objectContaining({ waiting: 0, dead: 0 }))
    expect(await described('poison.txt')).toMatchObject({ state: 'refused', refusal: { reason: 'binary' } })
    expect(log.join('\n')).toContain('binary')
    await remove('sound.txt')
    await eventually(() => areas('April'), {})
  })

  test('keys of every spelling are served under their own names', async () => {
    const text = leased('May', 12, '7')
    await Promise.all(ODD_KEYS.map((key) => put(key, text)))
    for (const key of ODD_KEYS) {
      await eventually(() => described(key), expect.objectContaining({ key, state: 'ready', served: true }))
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: cloud.outputs.BucketName, Key: key }))
      expect(await Body?.transformToString()).toBe(text)
    }
    await eventually(() => areas('May'), { '2020-05-12': String(7 * ODD_KEYS.length) })
    await Promise.all(ODD_KEYS.map(remove))
    await eventually(() => areas('May'), {})
  })

  test('a file dropped in the folder, changed and deleted there counts as an upload, an overwrite, a delete', async () => {
    const file = join(cloud.bucketFolder, 'dropped.txt')
    await writeFile(file, leased('June', 13, '1,000'))
    await eventually(() => areas('June'), { '2020-06-13': '1000' })
    await writeFile(file, leased('June', 13, '2,000'))
    await eventually(() => areas('June'), { '2020-06-13': '2000' })
    await unlink(file)
    await eventually(() => areas('June'), {})
  })

  test('`npm run upload` says what it replaces, and shows no name raw', async () => {
    const { ApiUrl: apiUrl = '', BucketName: bucket = '' } = cloud.outputs
    await writeEndpoints(folder, {
      pid: process.pid,
      apiUrl,
      bucket,
      ...cloud.endpoints,
      outputs: cloud.outputs,
    })
    const file = join(folder, 'loud\u001b[31m.txt')
    const upload = async (text: string) => {
      await writeFile(file, text)
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [UPLOAD, '--dir', folder, file])
      return { stdout, said: stderr }
    }
    const served = '1 of 1 digest is served\n'
    expect(await upload(leased('July', 1, '5'))).toEqual({ stdout: served, said: '' })
    const { said } = await upload(leased('July', 1, '6'))
    expect(said).toMatch(/loud\\u001b\[31m\.txt: replaces other text .* with --prefix both stay\n$/)
    expect(said).not.toContain('\u001b')
    expect(await upload(leased('July', 1, '6'))).toEqual({ stdout: served, said: '' })
    await remove('loud\u001b[31m.txt')
  })
})

describe('after all that', () => {
  test('the bucket and the digests agree, once all is through', async () => {
    const id = [...cloud.calls.keys()].find((name) => name.startsWith('Reconcil')) ?? ''
    await cloud.invoke(id, {})
    await eventually(async () => log.join('\n'), expect.stringMatching(/"reconciled".*"drift":0/))
  })

  test('no function asked AWS for anything that its role does not allow', () => {
    const granted = grantedTo(new Resources())
    for (const [id, operations] of cloud.calls) {
      const actions = granted[nameOf(id).replace(/Function$/, '')]?.map(
        (permission) => permission.split(/[: ]/)[1],
      )
      expect(operations.size).toBeGreaterThan(0)
      // SQS knows no permission for batches: they need the one for a single message.
      for (const operation of operations) expect(actions).toContain(operation.replace(/Batch$/, ''))
    }
  })

  test('a restart rebuilds both tables from the folder', async () => {
    await put('kept.txt', leased('July', 14, '40'))
    await eventually(() => areas('July'), { '2020-07-14': '40' })
    await cloud.close()
    cloud = await startLocalCloud({ folder, port: 0, retrySeconds: 0, assembly: cloud.assembly })
    s3 = localS3(cloud.endpoints.s3)
    expect(cloud.rebuilding()).toEqual({ done: 0, of: cloud.restored })
    await eventually(() => areas('July'), { '2020-07-14': '40' })
    await eventually(async () => cloud.rebuilding(), undefined)
  })
})
