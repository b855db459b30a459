import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, SQSEvent, SQSHandler, SQSRecord } from 'aws-lambda'
import type { Counter } from '../shared/store/counters.ts'
import type { Cause } from '../shared/store/messages.ts'
import { counting } from './cloudwatch.ts'
import { logFor } from './log.ts'
import { logger } from './logger.ts'

/** Which key, digest or series a message is about, and what set it off. */
interface About {
  cause?: Cause
}

const processor = new BatchProcessor(EventType.SQS, { logger })

/**
 * The handler of a function that reads a queue: each message succeeds or throws by itself; those that throw are logged,
 * and they alone come again.
 * @param read what a message is about, for the log; it may throw for a body that is no such message
 * @param begin gets the bodies of a batch, and gives what handles each of them
 */
export function batchHandler(
  counters: readonly Counter[],
  read: (body: string) => About | undefined,
  begin: (bodies: readonly string[]) => (body: string) => Promise<void>,
): SQSHandler {
  return counting(counters, (event: SQSEvent, context: Context) => {
    const handle = begin(event.Records.map(({ body }) => body))
    const handleRecord = async (record: SQSRecord) => {
      try {
        await handle(record.body)
      } catch (error) {
        logFailure(record, aboutOf(record, read), error)
        throw error
      }
    }
    return processPartialResponse(event, handleRecord, processor, { context, throwOnFullBatchFailure: false })
  })
}

/** Nothing for a body that is not readable: that is then why the message failed, and what the log says. */
function aboutOf({ body }: SQSRecord, read: (body: string) => About | undefined): About {
  try {
    return read(body) ?? {}
  } catch {
    return {}
  }
}

function logFailure(record: SQSRecord, { cause, ...about }: About, error: unknown): void {
  const { messageId, attributes } = record
  const log = logFor(cause, logger)
  const detail = { ...about, messageId, delivery: Number(attributes.ApproximateReceiveCount) }
  log.error('message failed', { ...detail, error })
}
