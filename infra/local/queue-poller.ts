import { setTimeout as pause } from 'node:timers/promises'
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import type { FunctionPool } from './function-pool.ts'

/** An event source mapping from a queue to a function. */
export interface Mapping {
  queueUrl: string
  queueArn: string
  region: string
  batchSize: number
  /** How long a batch may wait to fill. */
  windowSeconds: number
  /** How many batches are worked on at once. */
  concurrency: number
  /** The function names the messages that failed; else all succeed or fail with it. */
  reportsFailures: boolean
}

export interface Poller {
  /** Messages that a function has dealt with. */
  readonly done: number
  close(): Promise<void>
}

/** SQS gives at most this many messages at once, and waits at most so many seconds for one. */
const MAX_RECEIVED = 10
const MAX_WAIT_SECONDS = 20

/**
 * Feeds the messages of a queue to a function, as the Lambda service does. One thing differs: a message that failed comes
 * again after `retrySeconds` rather than after the queue's visibility timeout, which is minutes.
 */
export function pollQueue(
  sqs: SQSClient,
  mapping: Mapping,
  target: FunctionPool,
  { retrySeconds, warn }: { retrySeconds: number; warn(message: string): void },
): Poller {
  const closing = new AbortController()
  let done = 0

  const receive = async (count: number, seconds: number): Promise<Message[]> => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: mapping.queueUrl,
        MaxNumberOfMessages: Math.min(count, MAX_RECEIVED),
        WaitTimeSeconds: seconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
      { abortSignal: closing.signal },
    )
    return Messages
  }

  const gather = async (): Promise<Message[]> => {
    const batch = await receive(mapping.batchSize, MAX_WAIT_SECONDS)
    const full = Date.now() + mapping.windowSeconds * 1000
    while (batch.length > 0 && batch.length < mapping.batchSize) {
      const left = (full - Date.now()) / 1000
      if (left <= 0) break
      batch.push(...(await receive(mapping.batchSize - batch.length, Math.ceil(left))))
    }
    return batch
  }

  const work = async (batch: Message[]): Promise<void> => {
    const failed = await failuresOf(batch)
    const [again, finished] = [batch.filter(isIn(failed)), batch.filter((message) => !isIn(failed)(message))]
    await acknowledge(sqs, mapping.queueUrl, finished)
    await retryAfter(sqs, mapping.queueUrl, again, retrySeconds)
    done += finished.length
  }

  /** Ids of the messages that have to come again. */
  const failuresOf = async (batch: Message[]): Promise<Set<string>> => {
    const ids = new Set(batch.map(({ MessageId = '' }) => MessageId))
    try {
      const result = await target.invoke({ Records: batch.map((message) => recordOf(message, mapping)) })
      return mapping.reportsFailures ? reportedFailures(result, ids) : new Set()
    } catch (error) {
      if (!closing.signal.aborted) warn((error as Error).message)
      return ids
    }
  }

  const loop = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        const batch = await gather()
        if (batch.length > 0) await work(batch)
      } catch (error) {
        if (closing.signal.aborted) return
        warn(`${target.name} cannot read its queue: ${(error as Error).message}`)
        await pause(1000)
      }
    }
  }

  const loops = Array.from({ length: mapping.concurrency }, loop)
  return {
    get done() {
      return done
    },
    async close() {
      closing.abort()
      await Promise.all(loops)
    },
  }
}

const isIn =
  (ids: ReadonlySet<string>) =>
  ({ MessageId = '' }: Message): boolean =>
    ids.has(MessageId)

/** The record of a message in the event that a function gets. */
export function recordOf(message: Message, { queueArn, region }: Pick<Mapping, 'queueArn' | 'region'>) {
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: message.MessageAttributes ?? {},
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: region,
  }
}

/**
 * Reads a partial batch response as Lambda does: nothing reported means that all succeeded, and a report that makes no
 * sense means that all failed.
 */
export function reportedFailures(result: unknown, ids: ReadonlySet<string>): Set<string> {
  const failures = (result as { batchItemFailures?: unknown } | null)?.batchItemFailures ?? []
  if (!Array.isArray(failures)) return new Set(ids)
  const reported = failures.map((failure) => (failure as { itemIdentifier?: unknown } | null)?.itemIdentifier)
  const known = reported.every((id) => typeof id === 'string' && ids.has(id))
  return known ? new Set(reported as string[]) : new Set(ids)
}

async function acknowledge(sqs: SQSClient, QueueUrl: string, messages: readonly Message[]): Promise<void> {
  for (const Entries of entriesOf(messages))
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))
}

async function retryAfter(
  sqs: SQSClient,
  QueueUrl: string,
  messages: readonly Message[],
  seconds: number,
): Promise<void> {
  for (const entries of entriesOf(messages)) {
    const Entries = entries.map((entry) => ({ ...entry, VisibilityTimeout: seconds }))
    await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }))
  }
}

/** In lots that a batch command takes. */
function* entriesOf(messages: readonly Message[]) {
  for (let at = 0; at < messages.length; at += MAX_RECEIVED) {
    yield messages
      .slice(at, at + MAX_RECEIVED)
      .map(({ ReceiptHandle }, n) => ({ Id: String(n), ReceiptHandle: ReceiptHandle ?? '' }))
  }
}
