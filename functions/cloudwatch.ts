import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import { COUNTERS, type Counter, LAG } from '../shared/store/counters.ts'
import type { Count } from './count.ts'

/** Its namespace and service come from the environment. */
const metrics = new Metrics()

export const count: Count = (counter) => metrics.addMetric(COUNTERS[counter], MetricUnit.Count, 1)

/** @param milliseconds from a change of the bucket to the roll-up that shows it */
export const recordLag = (milliseconds: number): void => {
  metrics.addMetric(LAG, MetricUnit.Milliseconds, milliseconds)
}

/** The handler, which publishes what it counted after each invocation: at zero what did not happen. */
export function counting<Event, Context, Result>(
  counters: readonly Counter[],
  handler: (event: Event, context: Context) => Promise<Result>,
): (event: Event, context: Context) => Promise<Result> {
  return async (event, context) => {
    for (const counter of counters) metrics.addMetric(COUNTERS[counter], MetricUnit.Count, 0)
    try {
      return await handler(event, context)
    } finally {
      metrics.publishStoredMetrics()
    }
  }
}
