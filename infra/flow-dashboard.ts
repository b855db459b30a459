import { Stack } from 'aws-cdk-lib'
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Row,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch'
import { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { counted, lag } from './counted.ts'
import { NodeFunction } from './node-function.ts'
import { QueueWithDlq } from './queue-with-dlq.ts'
import type { Settings } from './settings.ts'
import type { TrendApi } from './trend-api.ts'

export interface FlowDashboardProps {
  settings: Settings
  trends: TrendApi
}

/** CloudWatch divides a row into 24 columns. */
const COLUMNS = 24

/** The flow from upload to served point, with its lag, in the order in which data takes it. */
export class FlowDashboard extends Dashboard {
  constructor(scope: Construct, id: string, { settings, trends }: FlowDashboardProps) {
    super(scope, id)
    const all = Stack.of(this).node.findAll()
    const queues = all.filter((each) => each instanceof QueueWithDlq)
    const functions = all.filter((each) => each instanceof NodeFunction)
    const tables = all.filter((each) => each instanceof Table)
    const named = (each: Construct) => each.node.path.split('/').at(1) ?? each.node.id

    this.addWidgets(
      new TextWidget({
        markdown: `**upload → parse-digest → extract-facts → roll-up → serve-api** · alarms: [runbook](${settings.runbook})`,
        width: COLUMNS,
        height: 1,
      }),
    )
    this.row(
      graph('What became of changes of the bucket', [
        counted(this, 'parse-digest', 'eventsTaken'),
        counted(this, 'parse-digest', 'digestsReady'),
        counted(this, 'parse-digest', 'digestsRefused'),
        counted(this, 'parse-digest', 'digestsDeleted'),
        counted(this, 'parse-digest', 'eventsSuperseded'),
        counted(this, 'parse-digest', 'eventsIgnored'),
        counted(this, 'extract-facts', 'digestsExtracted'),
        counted(this, 'roll-up', 'seriesRolledUp'),
        counted(this, 'reconcile', 'drift'),
      ]),
      graph('Lag from change to roll-up (ms)', [lag(this, 'p50'), lag(this, 'p95'), lag(this, 'Maximum')]),
    )
    this.row(
      ...queues.map((queue) =>
        graph(
          `${named(queue)}: waiting, dead | age (s)`,
          [
            queue.metricApproximateNumberOfMessagesVisible({ label: 'waiting' }),
            queue.dlq.metricApproximateNumberOfMessagesVisible({ label: 'dead' }),
          ],
          [queue.metricApproximateAgeOfOldestMessage({ label: 'age of the oldest' })],
        ),
      ),
    )
    this.row(
      graph(
        'Invocations',
        functions.map((each) => each.metricInvocations({ label: named(each) })),
      ),
      graph(
        'Duration p95 (ms)',
        functions.map((each) => each.metricDuration({ label: named(each), statistic: 'p95' })),
      ),
      graph(
        'Errors',
        functions.map((each) => each.metricErrors({ label: named(each) })),
      ),
      graph(
        'Throttles',
        functions.map((each) => each.metricThrottles({ label: named(each) })),
      ),
    )
    this.row(
      graph(
        'API: requests | latency (ms)',
        [trends.api.metricCount(), trends.api.metricClientError(), trends.api.metricServerError()],
        [trends.api.metricLatency({ statistic: 'p50' }), trends.api.metricLatency({ statistic: 'p99' })],
      ),
      graph(
        'Tables: capacity consumed | throttled',
        tables.flatMap((each) => [
          each.metricConsumedReadCapacityUnits({ label: `${named(each)} read` }),
          each.metricConsumedWriteCapacityUnits({ label: `${named(each)} write` }),
        ]),
        tables.flatMap((each) => [
          each.metric('ReadThrottleEvents', { label: `${named(each)} reads`, statistic: 'Sum' }),
          each.metric('WriteThrottleEvents', { label: `${named(each)} writes`, statistic: 'Sum' }),
        ]),
      ),
    )
  }

  private row(...graphs: ((width: number) => IWidget)[]): void {
    this.addWidgets(new Row(...graphs.map((widget) => widget(COLUMNS / graphs.length))))
  }
}

const graph = (title: string, left: IMetric[], right?: IMetric[]) => (width: number) =>
  new GraphWidget({ title, left, right, width })
