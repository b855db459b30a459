import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { SQSHandler, SQSRecord } from 'aws-lambda'
import { readEnv } from '../shared/env.ts'
import { dynamoTable } from './adapters/table.ts'
import { logger } from './logger.ts'
import { rollUpMessages } from './roll-up.ts'

const env = readEnv(process.env, 'metricsTable')
const metrics = dynamoTable(env.metricsTable)
const processor = new BatchProcessor(EventType.SQS, { logger })

/** Queue series-changed → day, month, year and catalogue rows. */
export const handler: SQSHandler = (event, context) => {
  const rolledUp = rollUpMessages(
    event.Records.map(({ body }) => body),
    metrics,
  )
  return processPartialResponse(event, ({ body }: SQSRecord) => rolledUp(body), processor, {
    context,
    throwOnFullBatchFailure: false,
  })
}
