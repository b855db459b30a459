import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { isRunning } from './claim.ts'

const EndpointsSchema = v.object({
  /** The process that serves them. */
  pid: v.number(),
  apiUrl: v.string(),
  bucket: v.string(),
  s3: v.string(),
  sqs: v.string(),
  dynamodb: v.string(),
  /** Those of the stack. */
  outputs: v.record(v.string(), v.string()),
})

/** Where a running local cloud is found, for other programs of this machine. */
export type Endpoints = v.InferOutput<typeof EndpointsSchema>

const fileIn = (folder: string): string => join(folder, 'endpoints.json')

export async function writeEndpoints(folder: string, endpoints: Endpoints): Promise<void> {
  await writeFile(fileIn(folder), `${JSON.stringify(endpoints, null, 2)}\n`)
}

export async function removeEndpoints(folder: string): Promise<void> {
  await rm(fileIn(folder), { force: true })
}

/** @returns undefined when no local cloud runs on this folder */
export async function readEndpoints(folder: string): Promise<Endpoints | undefined> {
  const endpoints = v.parse(v.optional(EndpointsSchema), await readJson(fileIn(folder)))
  return endpoints && isRunning(endpoints.pid) ? endpoints : undefined
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
