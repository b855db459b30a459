import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, SQSEvent, SQSHandler, SQSRecord } from 'aws-lambda'
import { readEnv } from '../shared/env.ts'
import { readDigestParsed } from '../shared/messages.ts'
import { sqsQueue } from './adapters/queue.ts'
import { dynamoTable } from './adapters/table.ts'
import { type ExtractFactsPorts, extractDigest } from './extract-facts.ts'
import { logger } from './logger.ts'
import { count, counting } from './metrics.ts'

const env = readEnv(process.env, 'itemsTable', 'metricsTable', 'seriesChangedQueue')
const ports: ExtractFactsPorts = {
  items: dynamoTable(env.itemsTable),
  metrics: dynamoTable(env.metricsTable),
  seriesChanged: sqsQueue(env.seriesChangedQueue),
  log: logger,
  count,
}
const processor = new BatchProcessor(EventType.SQS, { logger })

/** Queue digest-parsed → contributions of each digest → queue series-changed. */
export const handler: SQSHandler = counting(['digestsExtracted'], (event: SQSEvent, context: Context) =>
  processPartialResponse(
    event,
    ({ body }: SQSRecord) => extractDigest(readDigestParsed(body), ports),
    processor,
    { context, throwOnFullBatchFailure: false },
  ),
)
