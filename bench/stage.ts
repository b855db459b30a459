import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { CreateQueueCommand } from '@aws-sdk/client-sqs'
import { localDynamoDb, localS3, localSqs } from '../infra/local/clients.ts'
import { type Engines, startEngines } from '../infra/local/engines.ts'
import { ENV } from '../shared/store/environment.ts'
import { createTable } from '../tests/conformance/engines.ts'

/** The engines of this machine with what the functions need on them, and nobody who reads the queues. */
export interface Stage {
  engines: Engines
  /** Names and addresses, as the functions find them in their environment. */
  environment: Record<string, string>
  bucket: string
  /** For files that are gone with the stage. */
  folder: string
  upload(key: string, body: string): Promise<void>
}

/** Does some work on a stage, and takes it down. */
export async function withStage(work: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'digest-metrics-bench-'))
  const engines = await startEngines()
  try {
    await work(await stageOn(engines, folder))
  } finally {
    await engines.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function stageOn(engines: Engines, folder: string): Promise<Stage> {
  const [s3, sqs, dynamodb] = [localS3(engines.s3), localSqs(engines.sqs), localDynamoDb(engines.dynamodb)]
  const bucket = 'digests'
  await s3.send(new CreateBucketCommand({ Bucket: bucket }))

  const table = async (name: string) => {
    await createTable(name, dynamodb)
    return name
  }
  const queue = async (QueueName: string) =>
    (await sqs.send(new CreateQueueCommand({ QueueName }))).QueueUrl ?? ''

  return {
    engines,
    environment: {
      [ENV.itemsTable]: await table('items'),
      [ENV.metricsTable]: await table('metrics'),
      [ENV.digestParsedQueue]: await queue('digest-parsed'),
      [ENV.seriesChangedQueue]: await queue('series-changed'),
      [ENV.cursorKey]: 'of this stage',
    },
    bucket,
    folder,
    async upload(Key, Body) {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }))
    },
  }
}
