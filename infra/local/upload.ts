/** `npm run upload`: puts files into the bucket and waits until their facts are served. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { HeadObjectCommand, NotFound, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { Presets, SingleBar } from 'cli-progress'
import * as v from 'valibot'
import { digestId } from '../../shared/digest/digest-id.ts'
import { localS3 } from './clients.ts'
import { readEndpoints } from './endpoints.ts'
import { printable } from './printable.ts'

const USAGE = `npm run upload -- [--prefix KEY] [--dir FOLDER] [--api URL] [--timeout SECONDS] FILE|FOLDER…
  --prefix   in front of every key (default none); a file's key is its name, in a folder its path there
  --dir      that of npm start (default .local)
  --api      address of the API that is asked (default that of npm start)
  --timeout  seconds after which a digest that is not served counts as lost (default 300)`

/** How many files are sent at once, and how many digests are asked for at once. */
const AT_ONCE = 4
/** Pauses between two questions for one digest, in milliseconds. */
const FIRST_PAUSE_MS = 100
const LAST_PAUSE_MS = 2000

interface Upload {
  file: string
  key: string
}

/** `note`: what the uploader should know of a digest that is served. */
type Outcome = { is: 'served'; note?: string } | { is: 'refused' | 'lost'; why: string }

async function main(): Promise<number> {
  const { files, prefix, folder, api, timeoutMs } = readArguments()
  const endpoints = await readEndpoints(folder)
  if (endpoints === undefined) throw new Error('No local cloud runs on this folder: npm start first')
  const uploads = await uploadsOf(files, prefix)
  const target = { s3: localS3(endpoints.s3), bucket: endpoints.bucket, api: api ?? endpoints.apiUrl }

  const bar = progressBar(uploads.length)
  const stored = await eachOf(uploads, (upload) => put(upload, target))
  const outcomes = await eachOf(uploads, async ({ key }, at) => {
    const outcome = await untilServed(key, stored[at]?.etag ?? '', target.api, timeoutMs)
    bar.increment()
    return outcome
  })
  bar.stop()
  for (const [at, { file, key }] of uploads.entries())
    if (stored[at]?.replaced)
      console.error(
        `${printable(file)}: replaces other text that was stored as ${printable(key)}; with --prefix both stay`,
      )
  return report(uploads, outcomes)
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      prefix: { type: 'string', default: '' },
      dir: { type: 'string', default: '.local' },
      api: { type: 'string' },
      timeout: { type: 'string', default: '300' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    console.log(USAGE)
    process.exit()
  }
  if (positionals.length === 0) throw new Error(`Which files?\n${USAGE}`)
  const timeoutMs = Number(values.timeout) * 1000
  if (!(timeoutMs > 0)) throw new Error(`--timeout ${values.timeout} is no number of seconds`)
  const { prefix, dir, api } = values
  return { files: positionals, prefix, folder: resolve(dir), api: api?.replace(/\/$/, ''), timeoutMs }
}

/** @throws Error for a path that is not there, where there are no files, and when two files would have one key */
async function uploadsOf(paths: readonly string[], prefix: string): Promise<Upload[]> {
  const uploads: Upload[] = []
  for (const path of paths) {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new Error(`There is no ${printable(path)}`, { cause: error }) : error
    })
    const folder = found.isDirectory()
    for (const file of folder ? await filesIn(path) : [path]) {
      const name = folder ? relative(path, file).split(sep).join('/') : basename(file)
      uploads.push({ file, key: prefix + name })
    }
  }
  if (uploads.length === 0) throw new Error(`There are no files in ${printable(paths.join(', '))}`)
  const byKey = new Map<string, string>()
  for (const { file, key } of uploads) {
    const other = byKey.get(key)
    if (other !== undefined) throw new Error(printable(`${other} and ${file} would both be stored as ${key}`))
    byKey.set(key, file)
  }
  return uploads
}

/** Those of tools, whose names begin with a dot, left out. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !relative(folder, file)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
    .sort()
}

interface Stored {
  /** Without quotes. */
  etag: string
  /** Whether the key held something else before. */
  replaced: boolean
}

async function put({ file, key }: Upload, target: { s3: S3Client; bucket: string }): Promise<Stored> {
  const place = { Bucket: target.bucket, Key: key }
  const before = await etagAt(place, target.s3)
  const { ETag: after = '' } = await target.s3.send(
    new PutObjectCommand({ ...place, Body: await readFile(file) }),
  )
  return { etag: after.replaceAll('"', ''), replaced: before !== undefined && before !== after }
}

/** @returns undefined where the key holds nothing */
async function etagAt(place: { Bucket: string; Key: string }, s3: S3Client): Promise<string | undefined> {
  try {
    return (await s3.send(new HeadObjectCommand(place))).ETag
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

const DigestSchema = v.object({
  etag: v.optional(v.string()),
  state: v.string(),
  served: v.boolean(),
  refusal: v.optional(v.object({ reason: v.string(), message: v.string() })),
  date: v.optional(v.string()),
  dateSource: v.optional(v.string()),
})

/** A digest that nobody dated stands at the day of its upload, which is hardly ever its own. */
const noteOn = ({ date, dateSource }: v.InferOutput<typeof DigestSchema>): string | undefined =>
  dateSource === 'object'
    ? `no day was found in it or its name; it stands at the day of upload, ${date}`
    : undefined

/** Waits until the API serves the facts of this version of a digest, or why there are none. */
async function untilServed(key: string, etag: string, api: string, timeoutMs: number): Promise<Outcome> {
  const url = `${api}/v1/digests/${digestId(key)}`
  const end = Date.now() + timeoutMs
  for (let wait = FIRST_PAUSE_MS; Date.now() < end; wait = Math.min(2 * wait, LAST_PAUSE_MS)) {
    const response = await fetch(url)
    if (response.ok) {
      const digest = v.parse(DigestSchema, await response.json())
      if (digest.etag === etag && digest.refusal) return { is: 'refused', why: digest.refusal.message }
      if (digest.etag === etag && digest.served) return { is: 'served', note: noteOn(digest) }
    } else if (response.status !== 404) {
      throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
    }
    await pause(wait)
  }
  return { is: 'lost', why: `not served within ${timeoutMs / 1000} s` }
}

/** @returns the exit code: 0 when all are served */
function report(uploads: readonly Upload[], outcomes: readonly Outcome[]): number {
  let served = 0
  for (const [at, { file }] of uploads.entries()) {
    const outcome = outcomes[at]
    if (outcome?.is === 'served') {
      served++
      if (outcome.note !== undefined) console.error(printable(`${file}: ${outcome.note}`))
    } else if (outcome) console.error(printable(`${file}: ${outcome.is}: ${outcome.why}`))
  }
  console.log(`${served} of ${uploads.length} ${uploads.length === 1 ? 'digest is' : 'digests are'} served`)
  return served === uploads.length ? 0 : 1
}

function progressBar(total: number): SingleBar {
  const bar = new SingleBar(
    { format: '{bar} {value} of {total} served', hideCursor: true },
    Presets.shades_classic,
  )
  bar.start(total, 0)
  return bar
}

/** The results in the order of the values, a few worked on at once. */
async function eachOf<T, R>(values: readonly T[], work: (value: T, at: number) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(values.length)
  const left = values.entries()
  const worker = async () => {
    for (const [at, value] of left) results[at] = await work(value, at)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
