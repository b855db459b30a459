import { type EntitySettings, NO_ENTITIES } from '../shared/statements/entity-settings.ts'
import { factsOfDigest } from '../shared/statements/facts.ts'
import { readEnv, releaseIn } from '../shared/store/environment.ts'
import { readDigestParsed } from '../shared/store/messages.ts'
import { sqsQueue } from './adapters/queue.ts'
import { dynamoTable } from './adapters/table.ts'
import { batchHandler } from './batch.ts'
import { count } from './cloudwatch.ts'
import { type ExtractFactsPorts, extractDigest } from './extract-facts.ts'
import { logger } from './logger.ts'

/** The names that the stack's setting `entities` adds, put in its place when the function is bundled. */
declare const ENTITY_SETTINGS: EntitySettings | undefined

const entities = typeof ENTITY_SETTINGS === 'undefined' ? NO_ENTITIES : ENTITY_SETTINGS
const env = readEnv(process.env, 'itemsTable', 'metricsTable', 'seriesChangedQueue')
const ports: ExtractFactsPorts = {
  items: dynamoTable(env.itemsTable),
  metrics: dynamoTable(env.metricsTable),
  seriesChanged: sqsQueue(env.seriesChangedQueue),
  factsOf: (digest) => factsOfDigest(digest, entities.entities),
  release: releaseIn(process.env),
  log: logger,
  count,
  entities,
}

/** Queue digest-parsed → contributions of each digest → queue series-changed. */
export const handler = batchHandler(
  ['digestsExtracted'],
  readDigestParsed,
  () => (body) => extractDigest(readDigestParsed(body), ports),
)
