import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, SQSEvent, SQSHandler, SQSRecord } from 'aws-lambda'
import type { Counter } from '../shared/counters.ts'
import { DigestError } from '../shared/errors.ts'
import { logger } from './logger.ts'
import { counting } from './metrics.ts'

const processor = new BatchProcessor(EventType.SQS, { logger })

/**
 * The handler of a function that reads a queue: each message succeeds or throws by itself; those that throw are logged,
 * and they alone come again.
 * @param begin gets the bodies of a batch, and gives what handles each of them
 */
export function batchHandler(
  counters: readonly Counter[],
  begin: (bodies: readonly string[]) => (body: string) => Promise<void>,
): SQSHandler {
  return counting(counters, (event: SQSEvent, context: Context) => {
    const handle = begin(event.Records.map(({ body }) => body))
    const handleRecord = async (record: SQSRecord) => {
      try {
        await handle(record.body)
      } catch (error) {
        logFailure(record, error)
        throw error
      }
    }
    return processPartialResponse(event, handleRecord, processor, { context, throwOnFullBatchFailure: false })
  })
}

function logFailure({ messageId, attributes }: SQSRecord, error: unknown): void {
  const detail = { messageId, delivery: Number(attributes.ApproximateReceiveCount) }
  if (error instanceof DigestError) logger.warn('message refused', { ...detail, reason: error.reason })
  else logger.error('message failed', { ...detail, error })
}
