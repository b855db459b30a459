import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, SQSEvent, SQSHandler, SQSRecord } from 'aws-lambda'
import { readEnv } from '../shared/env.ts'
import { dynamoTable } from './adapters/table.ts'
import { logFor } from './log.ts'
import { logger } from './logger.ts'
import { count, counting, recordLag } from './metrics.ts'
import { rollUpMessages } from './roll-up.ts'

const env = readEnv(process.env, 'metricsTable')
const metrics = dynamoTable(env.metricsTable)
const processor = new BatchProcessor(EventType.SQS, { logger })

/** Queue series-changed → day, month, year and catalogue rows. */
export const handler: SQSHandler = counting(['seriesRolledUp'], (event: SQSEvent, context: Context) => {
  const rolledUp = rollUpMessages(
    event.Records.map(({ body }) => body),
    metrics,
  )
  const handle = async ({ body }: SQSRecord) => {
    const { metric, day, cause } = await rolledUp(body)
    count('seriesRolledUp')
    if (cause) recordLag(Date.now() - Date.parse(cause.at))
    logFor(cause, logger).info('series rolled up', { metric, day })
  }
  return processPartialResponse(event, handle, processor, { context, throwOnFullBatchFailure: false })
})
