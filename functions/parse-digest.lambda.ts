import { readBucketEvents } from '../shared/digest/bucket-event.ts'
import { readEnv, releaseIn } from '../shared/store/environment.ts'
import { s3Bucket } from './adapters/bucket.ts'
import { sqsQueue } from './adapters/queue.ts'
import { dynamoTable } from './adapters/table.ts'
import { batchHandler } from './batch.ts'
import { count } from './cloudwatch.ts'
import { logger } from './logger.ts'
import { PARSE_COUNTERS, type ParseDigestPorts, parseMessage } from './parse-digest.ts'

const env = readEnv(process.env, 'itemsTable', 'digestParsedQueue')
const ports: ParseDigestPorts = {
  bucket: s3Bucket(),
  items: dynamoTable(env.itemsTable),
  digestParsed: sqsQueue(env.digestParsedQueue),
  log: logger,
  count,
  release: releaseIn(process.env),
  now: Date.now,
}

/** Queue digest-events → items and head of each digest → queue digest-parsed. */
export const handler = batchHandler(
  PARSE_COUNTERS,
  (body) => readBucketEvents(body)[0], // S3 tells of one change in each message.
  () => (body) => parseMessage(body, ports),
)
