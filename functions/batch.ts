import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, SQSEvent, SQSHandler, SQSRecord } from 'aws-lambda'
import type { Counter } from '../shared/counters.ts'
import { DigestError } from '../shared/errors.ts'
import type { Cause } from '../shared/messages.ts'
import { logFor } from './log.ts'
import { logger } from './logger.ts'
import { counting } from './metrics.ts'

const processor = new BatchProcessor(EventType.SQS, { logger })

/**
 * The handler of a function that reads a queue: each message succeeds or throws by itself; those that throw are logged,
 * and they alone come again.
 * @param causeIn reads what set a message off; it may throw for a body that is no such message
 * @param begin gets the bodies of a batch, and gives what handles each of them
 */
export function batchHandler(
  counters: readonly Counter[],
  causeIn: (body: string) => Cause | undefined,
  begin: (bodies: readonly string[]) => (body: string) => Promise<void>,
): SQSHandler {
  return counting(counters, (event: SQSEvent, context: Context) => {
    const handle = begin(event.Records.map(({ body }) => body))
    const handleRecord = async (record: SQSRecord) => {
      try {
        await handle(record.body)
      } catch (error) {
        logFailure(record, causeOf(record, causeIn), error)
        throw error
      }
    }
    return processPartialResponse(event, handleRecord, processor, { context, throwOnFullBatchFailure: false })
  })
}

/** Nothing for a body that is not readable: that is then why the message failed, and what the log says. */
function causeOf({ body }: SQSRecord, causeIn: (body: string) => Cause | undefined): Cause | undefined {
  try {
    return causeIn(body)
  } catch {
    return undefined
  }
}

function logFailure({ messageId, attributes }: SQSRecord, cause: Cause | undefined, error: unknown): void {
  const log = logFor(cause, logger)
  const detail = { messageId, delivery: Number(attributes.ApproximateReceiveCount) }
  if (error instanceof DigestError) log.warn('message refused', { ...detail, reason: error.reason })
  else log.error('message failed', { ...detail, error })
}
