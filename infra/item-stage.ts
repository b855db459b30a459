import { Construct } from 'constructs'
import { ENV, RELEASE } from '../shared/store/environment.ts'
import type { DigestBucket } from './digest-bucket.ts'
import { NodeFunction } from './node-function.ts'
import type { QueueWithDlq } from './queue-with-dlq.ts'
import type { Settings } from './settings.ts'
import type { ItemsTable } from './tables.ts'

export interface ItemStageProps {
  settings: Settings
  digests: DigestBucket
  digestEvents: QueueWithDlq
  itemsTable: ItemsTable
  digestParsed: QueueWithDlq
}

/** digest → item: parse-digest reads the version that an event names and publishes its items. */
export class ItemStage extends Construct {
  constructor(scope: Construct, id: string, props: ItemStageProps) {
    super(scope, id)
    const { settings, digests, digestEvents, itemsTable, digestParsed } = props
    const parseDigest = new NodeFunction(this, 'Function', {
      settings,
      entry: 'parse-digest.lambda.ts',
      description: 'Parses an uploaded digest into dated items',
      memorySize: settings.parseMemory,
    })
    parseDigest.readFrom(digestEvents, { batchSize: 10, maxConcurrency: 10 })
    digests.letRead(parseDigest.ownRole)
    parseDigest.useTable(ENV.itemsTable, itemsTable, ['GetItem', 'PutItem', 'BatchWriteItem', 'Query'])
    parseDigest.addEnvironment(RELEASE, String(settings.release))
    parseDigest.sendTo(ENV.digestParsedQueue, digestParsed)
  }
}
