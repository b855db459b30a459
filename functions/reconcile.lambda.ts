import type { Context, ScheduledHandler } from 'aws-lambda'
import { readEnv } from '../shared/store/environment.ts'
import { s3Listing } from './adapters/bucket.ts'
import { sqsQueue } from './adapters/queue.ts'
import { dynamoTable } from './adapters/table.ts'
import { count, counting } from './cloudwatch.ts'
import { logger } from './logger.ts'
import { type ReconcilePorts, reconcile } from './reconcile.ts'

const env = readEnv(process.env, 'digestBucket', 'digestEventsQueue', 'itemsTable')
const ports: ReconcilePorts = {
  bucket: s3Listing(),
  items: dynamoTable(env.itemsTable),
  digestEvents: sqsQueue(env.digestEventsQueue),
  log: logger,
  count,
  now: Date.now,
}

/** Schedule → bucket against heads → queue digest-events, for the keys on which they do not agree. */
export const handler: ScheduledHandler = counting(['drift'], async (_event: unknown, _context: Context) => {
  await reconcile(env.digestBucket, ports)
})
