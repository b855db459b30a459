import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { AccessLogs } from './access-logs.ts'
import { Alarms } from './alarms.ts'
import { DashboardSite } from './dashboard-site.ts'
import { DigestBucket } from './digest-bucket.ts'
import { FactStage } from './fact-stage.ts'
import { FlowDashboard } from './flow-dashboard.ts'
import { ItemStage } from './item-stage.ts'
import { QueueWithDlq } from './queue-with-dlq.ts'
import { Reconciliation } from './reconciliation.ts'
import { logEmptying } from './removal.ts'
import { SeriesStage } from './series-stage.ts'
import type { Settings } from './settings.ts'
import { ItemsTable, MetricsTable } from './tables.ts'
import { TrendApi } from './trend-api.ts'

export interface PipelineStackProps extends StackProps {
  settings: Settings
}

/** The whole pipeline in the order in which data flows through it: digest → item → fact → series → trend. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: PipelineStackProps) {
    super(scope, id, {
      description: 'Turns a bucket of news digests into time series',
      terminationProtection: settings.removal === 'retain',
      ...props,
    })
    const itemsTable = new ItemsTable(this, 'Items', { settings })
    const metricsTable = new MetricsTable(this, 'Metrics', { settings })
    const digestEvents = new QueueWithDlq(this, 'DigestEvents')
    const digestParsed = new QueueWithDlq(this, 'DigestParsed')
    const seriesChanged = new QueueWithDlq(this, 'SeriesChanged')

    const accessLogs = new AccessLogs(this, 'AccessLogs', { settings })
    const digests = new DigestBucket(this, 'Digests', { settings, accessLogs, events: digestEvents })
    new ItemStage(this, 'ParseDigest', { settings, digests, digestEvents, itemsTable, digestParsed })
    new FactStage(this, 'ExtractFacts', { settings, digestParsed, itemsTable, metricsTable, seriesChanged })
    new SeriesStage(this, 'RollUp', { settings, seriesChanged, metricsTable })
    new Reconciliation(this, 'Reconcile', { settings, digests, itemsTable, digestEvents })
    const trends = new TrendApi(this, 'ServeApi', { settings, itemsTable, metricsTable })
    const dashboard = settings.dashboard
      ? new DashboardSite(this, 'Dashboard', { settings, accessLogs, trends })
      : undefined
    logEmptying(this, settings)
    new Alarms(this, 'Alarms', { settings, trends })
    new FlowDashboard(this, 'Flow', { settings, trends })

    const outputs = {
      ApiUrl: trends.url,
      ...dashboard?.outputs,
      BucketName: digests.bucketName,
      ItemsTableName: itemsTable.tableName,
      MetricsTableName: metricsTable.tableName,
      DigestEventsQueueUrl: digestEvents.queueUrl,
      DigestEventsDlqUrl: digestEvents.dlq.queueUrl,
      DigestParsedQueueUrl: digestParsed.queueUrl,
      DigestParsedDlqUrl: digestParsed.dlq.queueUrl,
      SeriesChangedQueueUrl: seriesChanged.queueUrl,
      SeriesChangedDlqUrl: seriesChanged.dlq.queueUrl,
    }
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value })
  }
}
