import { factsOfDigest } from '../shared/statements/facts.ts'
import { readEnv, releaseIn } from '../shared/store/environment.ts'
import { readDigestParsed } from '../shared/store/messages.ts'
import { sqsQueue } from './adapters/queue.ts'
import { dynamoTable } from './adapters/table.ts'
import { batchHandler } from './batch.ts'
import { count } from './cloudwatch.ts'
import { type ExtractFactsPorts, extractDigest } from './extract-facts.ts'
import { logger } from './logger.ts'

const env = readEnv(process.env, 'itemsTable', 'metricsTable', 'seriesChangedQueue')
const ports: ExtractFactsPorts = {
  items: dynamoTable(env.itemsTable),
  metrics: dynamoTable(env.metricsTable),
  seriesChanged: sqsQueue(env.seriesChangedQueue),
  factsOf: (digest) => factsOfDigest(digest),
  release: releaseIn(process.env),
  log: logger,
  count,
}

/** Queue digest-parsed → contributions of each digest → queue series-changed. */
export const handler = batchHandler(
  ['digestsExtracted'],
  readDigestParsed,
  () => (body) => extractDigest(readDigestParsed(body), ports),
)
