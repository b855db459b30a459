import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { BATCH_MESSAGES } from '../shared/series/summaries.ts'
import { ENV } from '../shared/store/environment.ts'
import { NodeFunction } from './node-function.ts'
import type { QueueWithDlq } from './queue-with-dlq.ts'
import type { Settings } from './settings.ts'
import type { MetricsTable } from './tables.ts'

export interface SeriesStageProps {
  settings: Settings
  seriesChanged: QueueWithDlq
  metricsTable: MetricsTable
}

/** fact → series: roll-up recomputes the day, month and year rows of the series that changed. */
export class SeriesStage extends Construct {
  constructor(scope: Construct, id: string, { settings, seriesChanged, metricsTable }: SeriesStageProps) {
    super(scope, id)
    const rollUp = new NodeFunction(this, 'Function', {
      settings,
      entry: 'roll-up.lambda.ts',
      description: 'Recomputes the day, month and year rows of the series that changed',
      memorySize: settings.rollUpMemory,
    })
    rollUp.readFrom(seriesChanged, {
      batchSize: BATCH_MESSAGES,
      window: Duration.seconds(1),
      maxConcurrency: 5,
    })
    rollUp.useTable(ENV.metricsTable, metricsTable, ['GetItem', 'PutItem', 'Query'])
  }
}
