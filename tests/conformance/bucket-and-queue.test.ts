import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Bucket, type BucketListing, s3Bucket, s3Listing } from '../../functions/adapters/bucket.ts'
import { sqsQueue } from '../../functions/adapters/queue.ts'
import { localS3, localSqs } from '../../infra/local/clients.ts'
import { type Engines, startEngines } from '../../infra/local/engines.ts'
import { MemoryBucket } from '../simulation/memory-bucket.ts'
import { MemoryQueue } from '../simulation/memory-queue.ts'

let engines: Engines
beforeAll(async () => {
  engines = await startEngines()
})
afterAll(() => engines?.close())

interface BucketUnderTest extends Bucket, BucketListing {
  put(key: string, text: string): Promise<unknown>
  delete(key: string): Promise<unknown>
}

const NAME = 'digests'

function inMemory(): BucketUnderTest {
  const bucket = new MemoryBucket()
  return {
    read: (ref, maxBytes) => bucket.read(ref, maxBytes),
    list: () => bucket.list(),
    put: async (key, text) => bucket.put(key, text),
    delete: async (key) => bucket.delete(key),
  }
}

async function overTheWire(): Promise<BucketUnderTest> {
  const s3 = localS3(engines.s3)
  await s3.send(new CreateBucketCommand({ Bucket: NAME }))
  return {
    ...s3Bucket(s3),
    ...s3Listing(s3),
    put: (Key, Body) => s3.send(new PutObjectCommand({ Bucket: NAME, Key, Body })),
    delete: (Key) => s3.send(new DeleteObjectCommand({ Bucket: NAME, Key })),
  }
}

describe.each([
  ['the bucket in memory', async () => inMemory()],
  ['the local S3', overTheWire],
])('%s', (_name, start) => {
  let bucket: BucketUnderTest
  beforeAll(async () => {
    bucket = await start()
  })
  const textOf = async (ref: object, maxBytes = 100) => {
    const found = await bucket.read({ bucket: NAME, key: 'a b+c.txt', ...ref }, maxBytes)
    return found && { size: found.size, text: found.bytes && new TextDecoder().decode(found.bytes) }
  }

  test('gives what a key holds, or with an ETag only the contents that have it, until they are gone', async () => {
    expect(await textOf({})).toBeUndefined()
    await bucket.put('a b+c.txt', 'first')
    const etag = (await bucket.read({ bucket: NAME, key: 'a b+c.txt' }, 100))?.etag
    expect(await textOf({ etag })).toEqual({ size: 5, text: 'first' })
    await bucket.put('a b+c.txt', 'second')
    expect(await textOf({ etag })).toBeUndefined()
    expect(await textOf({})).toEqual({ size: 6, text: 'second' })
    expect(await textOf({}, 5)).toEqual({ size: 6, text: undefined })
    await bucket.delete('a b+c.txt')
    expect(await textOf({})).toBeUndefined()
  })

  test('lists what its keys hold, in order, without those that are gone', async () => {
    const keys = ['b.txt', 'a/1.txt', '日报.txt', 'gone.txt']
    for (const key of keys) await bucket.put(key, key)
    await bucket.delete('gone.txt')
    const listed: [string, string][] = []
    for await (const { key, etag } of bucket.list(NAME)) listed.push([key, etag])
    expect(listed.map(([key]) => key)).toEqual(['a/1.txt', 'b.txt', '日报.txt'])
    const read = await bucket.read({ bucket: NAME, key: 'b.txt' }, 100)
    expect(listed[1]?.[1]).toBe(read?.etag)
  })
})

const MAX_RECEIVES = 2

interface QueueUnderTest {
  send(bodies: readonly string[]): Promise<void>
  /** Receives what is visible, and at once lets it be visible again. */
  receive(): Promise<{ body: string; acknowledge(): Promise<unknown> }[]>
  dead(): Promise<number>
}

function queueInMemory(): QueueUnderTest {
  const queue = new MemoryQueue({ visibilityMs: 0, maxReceives: MAX_RECEIVES })
  return {
    send: async (bodies) => bodies.forEach((body) => void queue.send(body)),
    async receive() {
      const deliveries = queue.visible(0).map((message) => queue.receive(message, 0))
      return deliveries.map((delivery) => ({
        body: delivery.message.body,
        acknowledge: async () => queue.acknowledge(delivery),
      }))
    },
    dead: async () => queue.dead.length,
  }
}

async function queueOverTheWire(): Promise<QueueUnderTest> {
  const sqs = localSqs(engines.sqs)
  const deadQueue = await createQueue(sqs, 'dead', {})
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: deadQueue, AttributeNames: ['QueueArn'] }),
  )
  const RedrivePolicy = JSON.stringify({
    deadLetterTargetArn: Attributes?.QueueArn,
    maxReceiveCount: MAX_RECEIVES,
  })
  const QueueUrl = await createQueue(sqs, 'live', { RedrivePolicy, VisibilityTimeout: '0' })
  const queue = sqsQueue<string>(QueueUrl, sqs)
  return {
    send: (bodies) => queue.sendAll(bodies),
    async receive() {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
      )
      return Messages.map(({ Body = '', ReceiptHandle }) => ({
        body: JSON.parse(Body) as string,
        acknowledge: () => sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle })),
      }))
    },
    async dead() {
      const count = 'ApproximateNumberOfMessages'
      const got = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: deadQueue, AttributeNames: [count] }),
      )
      return Number(got.Attributes?.[count])
    },
  }
}

async function createQueue(sqs: SQSClient, QueueName: string, Attributes: Record<string, string>) {
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }))
  return QueueUrl
}

test.each([
  ['the queue in memory', async () => queueInMemory()],
  ['the local SQS', queueOverTheWire],
])('%s gives a message again until it is acknowledged, or dead after its receives', async (_name, start) => {
  const queue = await start()
  await queue.send(['good', 'poison'])
  const [first, second] = [await queue.receive(), await queue.receive()]
  expect(first.map(({ body }) => body).sort()).toEqual(['good', 'poison'])
  expect(second.map(({ body }) => body).sort()).toEqual(['good', 'poison'])
  await second.find(({ body }) => body === 'good')?.acknowledge()
  expect(await queue.receive()).toEqual([])
  expect(await queue.dead()).toBe(1)
})
