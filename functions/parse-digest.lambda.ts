import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, SQSEvent, SQSHandler, SQSRecord } from 'aws-lambda'
import { readEnv } from '../shared/env.ts'
import { s3Bucket } from './adapters/bucket.ts'
import { sqsQueue } from './adapters/queue.ts'
import { dynamoTable } from './adapters/table.ts'
import { logger } from './logger.ts'
import { count, counting } from './metrics.ts'
import { PARSE_COUNTERS, type ParseDigestPorts, parseMessage } from './parse-digest.ts'

const env = readEnv(process.env, 'itemsTable', 'digestParsedQueue')
const ports: ParseDigestPorts = {
  bucket: s3Bucket(),
  items: dynamoTable(env.itemsTable),
  digestParsed: sqsQueue(env.digestParsedQueue),
  log: logger,
  count,
  now: Date.now,
}
const processor = new BatchProcessor(EventType.SQS, { logger })

/** Queue digest-events → items and head of each digest → queue digest-parsed. */
export const handler: SQSHandler = counting(PARSE_COUNTERS, (event: SQSEvent, context: Context) =>
  processPartialResponse(event, ({ body }: SQSRecord) => parseMessage(body, ports), processor, {
    context,
    throwOnFullBatchFailure: false,
  }),
)
