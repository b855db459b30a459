import { Construct } from 'constructs'
import { ENV, RELEASE } from '../shared/store/environment.ts'
import { NodeFunction } from './node-function.ts'
import type { QueueWithDlq } from './queue-with-dlq.ts'
import type { Settings } from './settings.ts'
import type { ItemsTable, MetricsTable } from './tables.ts'

export interface FactStageProps {
  settings: Settings
  digestParsed: QueueWithDlq
  itemsTable: ItemsTable
  metricsTable: MetricsTable
  seriesChanged: QueueWithDlq
}

/** item → fact: extract-facts writes what a digest contributes to each metric and day. */
export class FactStage extends Construct {
  constructor(scope: Construct, id: string, props: FactStageProps) {
    super(scope, id)
    const { settings, digestParsed, itemsTable, metricsTable, seriesChanged } = props
    const extractFacts = new NodeFunction(this, 'Function', {
      settings,
      entry: 'extract-facts.lambda.ts',
      description: 'Finds the facts in the items of a digest and writes its contributions',
      memorySize: settings.extractMemory,
      constants: settings.entities ? { ENTITY_SETTINGS: JSON.stringify(settings.entities) } : {},
    })
    extractFacts.readFrom(digestParsed, { batchSize: 10, maxConcurrency: 10 })
    extractFacts.useTable(ENV.itemsTable, itemsTable, ['GetItem', 'Query'])
    extractFacts.useTable(ENV.metricsTable, metricsTable, ['GetItem', 'PutItem', 'Query'])
    extractFacts.addEnvironment(RELEASE, String(settings.release))
    extractFacts.sendTo(ENV.seriesChangedQueue, seriesChanged)
  }
}
