import { Stack } from 'aws-cdk-lib'
import { Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { COUNTERS, type Counter, LAG } from '../shared/store/counters.ts'

/** Which function publishes a counter: its entry file without `.lambda.ts`. */
type Service = 'parse-digest' | 'extract-facts' | 'roll-up' | 'reconcile'

/** What a function of the stack counted. */
export function counted(scope: Construct, service: Service, counter: Counter): Metric {
  return published(scope, service, COUNTERS[counter], { statistic: 'Sum' })
}

/** Milliseconds from changes of the bucket to the roll-ups that show them. */
export function lag(scope: Construct, statistic: string): Metric {
  return published(scope, 'roll-up', LAG, { statistic })
}

function published(scope: Construct, service: Service, metricName: string, options: MetricOptions): Metric {
  const namespace = Stack.of(scope).stackName
  return new Metric({ namespace, metricName, dimensionsMap: { service }, ...options })
}
