import { Pipeline } from '../tests/simulation/pipeline.ts'
import { MeteredTable, sumOf, type Units } from './metered-table.ts'

/** The pipeline in memory on tables that count capacity. */
export class MeteredPipeline extends Pipeline {
  override readonly items = new MeteredTable()
  override readonly metrics = new MeteredTable()

  /** What it cost since this was last asked. */
  take(): Units {
    return sumOf([this.items.take(), this.metrics.take()])
  }
}
