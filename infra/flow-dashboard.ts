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
    this.addWidgets(
      new TextWidget({
        markdown: `**upload → parse-digest → extract-facts → roll-up → serve-api** · alarms: [runbook](${settings.runbook})`,
        width: COLUMNS,
        height: 1,
      }),
    )
    this.row(...changeGraphs(this))
    this.row(...all.filter((each) => each instanceof QueueWithDlq).map(queueGraph))
    this.row(...functionGraphs(all.filter((each) => each instanceof NodeFunction)))
    this.row(apiGraph(trends), tableGraph(all.filter((each) => each instanceof Table)))
  }

  private row(...graphs: Graph[]): void {
    this.addWidgets(new Row(...graphs.map((widget) => widget(COLUMNS / graphs.length))))
  }
}

/** A graph that is as wide as its place in a row. */
type Graph = (width: number) => IWidget

const graph =
  (title: string, left: IMetric[], right?: IMetric[]): Graph =>
  (width) =>
    new GraphWidget({ title, left, right, width })

/** A resource by the name that the stack gives its construct. */
const named = (each: Construct): string => each.node.path.split('/').at(1) ?? each.node.id

const changeGraphs = (scope: Construct): Graph[] => [
  graph('What became of changes of the bucket', [
    counted(scope, 'parse-digest', 'eventsTaken'),
    counted(scope, 'parse-digest', 'digestsReady'),
    counted(scope, 'parse-digest', 'digestsRefused'),
    counted(scope, 'parse-digest', 'digestsDeleted'),
    counted(scope, 'parse-digest', 'eventsSuperseded'),
    counted(scope, 'parse-digest', 'eventsIgnored'),
    counted(scope, 'extract-facts', 'digestsExtracted'),
    counted(scope, 'roll-up', 'seriesRolledUp'),
    counted(scope, 'reconcile', 'drift'),
  ]),
  graph('Lag from change to roll-up (ms)', [lag(scope, 'p50'), lag(scope, 'p95'), lag(scope, 'Maximum')]),
]

const queueGraph = (queue: QueueWithDlq): Graph =>
  graph(
    `${named(queue)}: waiting, dead | age (s)`,
    [
      queue.metricApproximateNumberOfMessagesVisible({ label: 'waiting' }),
      queue.dlq.metricApproximateNumberOfMessagesVisible({ label: 'dead' }),
    ],
    [queue.metricApproximateAgeOfOldestMessage({ label: 'age of the oldest' })],
  )

function functionGraphs(functions: readonly NodeFunction[]): Graph[] {
  const ofEach = (title: string, metric: (each: NodeFunction, label: string) => IMetric) =>
    graph(
      title,
      functions.map((each) => metric(each, named(each))),
    )
  return [
    ofEach('Invocations', (each, label) => each.metricInvocations({ label })),
    ofEach('Duration p95 (ms)', (each, label) => each.metricDuration({ label, statistic: 'p95' })),
    ofEach('Errors', (each, label) => each.metricErrors({ label })),
    ofEach('Throttles', (each, label) => each.metricThrottles({ label })),
  ]
}

const apiGraph = ({ api }: TrendApi): Graph =>
  graph(
    'API: requests | latency (ms)',
    [api.metricCount(), api.metricClientError(), api.metricServerError()],
    [api.metricLatency({ statistic: 'p50' }), api.metricLatency({ statistic: 'p99' })],
  )

const tableGraph = (tables: readonly Table[]): Graph =>
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
  )
