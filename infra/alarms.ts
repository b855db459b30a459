import { Duration, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Table } from 'aws-cdk-lib/aws-dynamodb'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { counted, lag } from './counted.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import { NodeFunction } from './node-function.ts'
import { QueueWithDlq } from './queue-with-dlq.ts'
import type { Settings } from './settings.ts'
import type { TrendApi } from './trend-api.ts'

/** One way to fail, and how CloudWatch sees it. */
type Failure = Threshold & {
  /** The heading of the runbook. */
  name: string
  /** What fails, where the same may happen to several. */
  of?: string
  says: string
  metric: IMetric
  /** How often in a row the metric is over or under the threshold before the alarm goes off; once where it is left out. */
  periods?: number
}

/** `under` is for what is waited for: there silence is a failure too. */
type Threshold = { over: number } | { under: number }

export interface AlarmsProps {
  settings: Settings
  trends: TrendApi
}

const FIVE_MINUTES = Duration.minutes(5)
/** What a message may wait before somebody should look: three rounds of a visibility timeout. */
const DELAYED = Duration.minutes(20)
const LATE = Duration.minutes(30)
const SLOW = Duration.seconds(3)

/** An alarm for every way to fail of the constructs that the stack holds when this one is made: the last one, that is. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, { settings, trends }: AlarmsProps) {
    super(scope, id)
    const all = Stack.of(this).node.findAll()
    const failures: Failure[] = [
      ...all.filter((each) => each instanceof DeadLetterQueue).map(deadLetters),
      ...all.filter((each) => each instanceof QueueWithDlq).map(delayed),
      ...all.filter((each) => each instanceof NodeFunction).flatMap(ofFunction),
      ...all.filter((each) => each instanceof Table).flatMap(ofTable),
      {
        name: 'ApiServerErrors',
        says: 'The API answered with 5xx.',
        metric: trends.api.metricServerError({ statistic: 'Sum', period: FIVE_MINUTES }),
        over: 0,
      },
      {
        name: 'ApiSlow',
        says: `One answer of the API in a hundred took over ${SLOW.toSeconds()} s.`,
        metric: trends.api.metricLatency({ statistic: 'p99', period: FIVE_MINUTES }),
        over: SLOW.toMilliseconds(),
        periods: 3,
      },
      {
        name: 'ServedLate',
        says: `One change of a digest in twenty took over ${LATE.toMinutes()} minutes to be served.`,
        metric: lag(this, 'p95').with({ period: FIVE_MINUTES }),
        over: LATE.toMilliseconds(),
        periods: 3,
      },
      {
        name: 'Drift',
        says: 'The store did not hold what the bucket holds; it was asked to look again.',
        metric: counted(this, 'reconcile', 'drift').with({ period: Duration.days(1) }),
        over: 0,
      },
      {
        name: 'NoDigests',
        says: `No digest came for ${settings.quietDays} days.`,
        metric: counted(this, 'parse-digest', 'digestsReady').with({ period: Duration.days(1) }),
        under: 1,
        periods: settings.quietDays,
      },
    ]
    for (const failure of failures) this.watch(failure, settings)
  }

  private watch(failure: Failure, { runbook, alarmTopic }: Settings): void {
    const { name, of = '', says, metric, periods = 1 } = failure
    const alarm = new Alarm(this, name + of, {
      alarmDescription: `${says} What to do: ${runbook}#${name.toLowerCase()}`,
      metric,
      evaluationPeriods: periods,
      ...('over' in failure
        ? {
            threshold: failure.over,
            comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
            treatMissingData: TreatMissingData.NOT_BREACHING,
          }
        : {
            threshold: failure.under,
            comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
            treatMissingData: TreatMissingData.BREACHING,
          }),
    })
    if (alarmTopic === undefined) return
    const action = new SnsAction(Topic.fromTopicArn(alarm, 'Topic', alarmTopic))
    alarm.addAlarmAction(action)
    alarm.addOkAction(action)
  }
}

function deadLetters(queue: DeadLetterQueue): Failure {
  return {
    name: `${queue.node.id.replace(/Dlq$/, '')}DeadLetters`,
    says: `Messages wait in ${queue.node.id} for a person.`,
    metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: FIVE_MINUTES }),
    over: 0,
  }
}

function delayed(queue: QueueWithDlq): Failure {
  return {
    name: `${queue.node.id}Delayed`,
    says: `A message waits in ${queue.node.id} for over ${DELAYED.toMinutes()} minutes.`,
    metric: queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period: FIVE_MINUTES }),
    over: DELAYED.toSeconds(),
    periods: 3,
  }
}

function ofFunction(each: NodeFunction): Failure[] {
  const of = each.node.scope?.node.id ?? each.node.id
  return [
    {
      name: 'FunctionErrors',
      of,
      says: `${of} crashed, ran out of time or of memory.`,
      metric: each.metricErrors({ period: FIVE_MINUTES }),
      over: 0,
    },
    {
      name: 'FunctionThrottles',
      of,
      says: `Lambda turned ${of} away: it runs as many functions of the account at once as it may.`,
      metric: each.metricThrottles({ period: FIVE_MINUTES }),
      over: 0,
      periods: 3,
    },
  ]
}

function ofTable(table: Table): Failure[] {
  return ['Read', 'Write'].map((kind) => ({
    name: 'TableThrottles',
    of: `${table.node.id}${kind}s`,
    says: `DynamoDB turned ${kind.toLowerCase()}s of ${table.node.id} away: a partition is asked for more than it can give.`,
    metric: table.metric(`${kind}ThrottleEvents`, { statistic: 'Sum', period: FIVE_MINUTES }),
    over: 0,
    periods: 3,
  }))
}
