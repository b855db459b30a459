/**
 * `npm run reprocess`: has every digest looked at again, after an upgrade of the parser or the extractor. What is served
 * stays served until the new results take its place.
 */
import { parseArgs } from 'node:util'
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3'
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Reexamine } from '../shared/store/messages.ts'
import { localS3, localSqs } from './local/clients.ts'
import { readEndpoints } from './local/endpoints.ts'

const USAGE = `npm run reprocess -- [--dir FOLDER] | --bucket NAME --queue URL
  --dir     that of npm start (default .local)
  --bucket  of a deployed stack: its output BucketName
  --queue   of a deployed stack: its output DigestEventsQueueUrl`

/** SendMessageBatch takes 10 messages at most. */
const LOT = 10

interface Target {
  bucket: string
  s3: S3Client
  queue: string
  sqs: SQSClient
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: '.local' },
      bucket: { type: 'string' },
      queue: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return console.log(USAGE)
  const target = await targetOf(values)
  const { bucket, s3 } = target
  let count = 0
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket })) {
    const keys = Contents.flatMap(({ Key }) => Key ?? [])
    for (let at = 0; at < keys.length; at += LOT) await askFor(keys.slice(at, at + LOT), target)
    count += keys.length
  }
  console.log(
    `${count} digests of ${bucket} are asked for again; old results are served until the new ones are`,
  )
}

/** @throws Error where a message was not sent */
async function askFor(keys: readonly string[], { bucket, queue, sqs }: Target): Promise<void> {
  const bodies = keys.map((key): Reexamine => ({ reexamine: { bucket, key } }))
  const Entries = bodies.map((body, n) => ({ Id: String(n), MessageBody: JSON.stringify(body) }))
  const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries }))
  const [failure] = Failed
  if (failure) throw new Error(`${keys[Number(failure.Id)]} could not be asked for: ${failure.Message}`)
}

async function targetOf(given: { dir: string; bucket?: string; queue?: string }): Promise<Target> {
  const { dir, bucket, queue } = given
  if (bucket !== undefined && queue !== undefined)
    return { bucket, queue, s3: new S3Client(), sqs: new SQSClient() }
  if (bucket !== undefined || queue !== undefined)
    throw new Error(`--bucket and --queue go together\n${USAGE}`)
  const endpoints = await readEndpoints(dir)
  if (endpoints === undefined)
    throw new Error('No local cloud runs on this folder: npm start first, or name --bucket and --queue')
  const { outputs, s3, sqs } = endpoints
  const { BucketName = '', DigestEventsQueueUrl = '' } = outputs
  return { bucket: BucketName, queue: DigestEventsQueueUrl, s3: localS3(s3), sqs: localSqs(sqs) }
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
