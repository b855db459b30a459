import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sqsQueue } from '../../functions/adapters/queue.ts'
import type { Table } from '../../functions/adapters/table.ts'
import { CREDENTIALS, REGION } from '../../infra/local/clients.ts'
import { type Engines, startEngines } from '../../infra/local/engines.ts'
import { newTable } from '../conformance/engines.ts'
import { Choices } from '../simulation/choices.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { type CallFault, type Fault, Mischief } from './faults.ts'

/** Makes one fault happen, once, and else nothing. */
class Once extends Mischief {
  private next?: Fault

  constructor() {
    super(Choices.of([]), 1)
  }

  now(fault: Fault): void {
    this.next = fault
  }

  override befalls(fault: Fault): boolean {
    if (fault !== this.next) return false
    this.next = undefined
    return true
  }
}

const mischief = new Once()
let engines: Engines
let proxy: FaultProxy
let table: Table
let sqs: SQSClient

beforeAll(async () => {
  engines = await startEngines()
  proxy = await startFaultProxy(engines, mischief)
  // Clients that do not try again see what happens.
  const settings = { endpoint: proxy.address, region: REGION, credentials: CREDENTIALS, maxAttempts: 1 }
  table = await newTable(new DynamoDBClient(settings))
  sqs = new SQSClient(settings)
})
afterAll(async () => {
  await proxy?.close()
  await engines?.close()
})

describe('between a function and DynamoDB', () => {
  const SEEN: [fault: CallFault, error: string | undefined, written: boolean][] = [
    ['throttled', 'ProvisionedThroughputExceededException', false],
    ['failed', 'InternalServerError', false],
    ['lost response', 'TimeoutError', true],
    ['late', undefined, true],
  ]
  test.each(SEEN)(
    'the fault "%s": a write ends with %s, and is carried out: %s',
    async (fault, error, written) => {
      const row = { pk: fault, sk: 'row' }
      mischief.now(fault)
      const seen = await table.put(row).catch(({ name }: Error) => name)
      expect(seen).toBe(error ?? true)
      expect(await table.get(row)).toEqual(written ? row : undefined)
    },
  )

  test('what was not carried out of a batch is named, and can be sent again', async () => {
    const rows = ['1', '2', '3'].map((sk) => ({ pk: 'partly', sk }))
    mischief.now('partly')
    await table.putAll(rows)
    expect(mischief.counts.get('partly')).toBe(1)
    expect((await table.queryPage({ pk: 'partly' })).rows).toEqual(rows)
  })
})

describe('between a queue and those who use it', () => {
  const queueWith = async (body: string, name: string) => {
    const { QueueUrl = '' } = await sqs.send(
      new CreateQueueCommand({ QueueName: name, Attributes: { VisibilityTimeout: '1' } }),
    )
    await sqsQueue(QueueUrl, sqs).sendAll([body])
    return QueueUrl
  }
  const receive = async (QueueUrl: string, WaitTimeSeconds = 0) =>
    (await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds }))).Messages ?? []

  test('a message is delivered twice', async () => {
    const queue = await queueWith('message', 'twice')
    mischief.now('delivered twice')
    expect(await receive(queue)).toHaveLength(1)
    expect(await receive(queue)).toHaveLength(1)
  })

  test('a message is delayed', async () => {
    const queue = await queueWith('message', 'delayed')
    mischief.now('delayed')
    expect(await receive(queue)).toEqual([])
    expect(await receive(queue, 5)).toHaveLength(1)
  })

  test('a message that was deleted comes again', async () => {
    const queue = await queueWith('message', 'deleted')
    const [message] = await receive(queue)
    mischief.now('deleted in vain')
    const Entries = [{ Id: '0', ReceiptHandle: message?.ReceiptHandle ?? '' }]
    const { Successful } = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queue, Entries }))
    expect(Successful).toHaveLength(1)
    expect(await receive(queue, 5)).toHaveLength(1)
  })

  test('a message that could not be sent is an error', async () => {
    const queue = await queueWith('message', 'partly')
    mischief.now('partly')
    await expect(sqsQueue(queue, sqs).sendAll(['another'])).rejects.toThrow('1 of 1 messages were not sent')
  })
})
