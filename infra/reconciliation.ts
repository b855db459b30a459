import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import { ENV } from '../shared/store/environment.ts'
import { BY_DATE_INDEX } from '../shared/store/keys.ts'
import type { DigestBucket } from './digest-bucket.ts'
import { failedInvocationsOf } from './failed-invocations.ts'
import { NodeFunction } from './node-function.ts'
import type { QueueWithDlq } from './queue-with-dlq.ts'
import type { Settings } from './settings.ts'
import type { ItemsTable } from './tables.ts'

export interface ReconciliationProps {
  settings: Settings
  digests: DigestBucket
  itemsTable: ItemsTable
  digestEvents: QueueWithDlq
}

/** Beside the flow: once a day, the bucket is compared with the digests, for notifications that never came. */
export class Reconciliation extends Construct {
  constructor(scope: Construct, id: string, props: ReconciliationProps) {
    super(scope, id)
    const { settings, digests, itemsTable, digestEvents } = props
    const reconcile = new NodeFunction(this, 'Function', {
      settings,
      entry: 'reconcile.lambda.ts',
      description: 'Asks again for the keys on which bucket and digests do not agree',
      // Key and ETag of a digest take some 130 bytes: enough for millions of them.
      memorySize: 1024,
      // Lists thousands of keys a second; the most that Lambda allows is enough for millions.
      timeout: Duration.minutes(15),
    })
    reconcile.addEnvironment(ENV.digestBucket, digests.bucketName)
    digests.letList(reconcile.ownRole)
    reconcile.useTable(ENV.itemsTable, itemsTable, ['GetItem'], BY_DATE_INDEX.name)
    reconcile.sendTo(ENV.digestEventsQueue, digestEvents)
    new Rule(this, 'Daily', {
      description: 'Compares the bucket with the digests',
      schedule: Schedule.rate(Duration.days(1)),
      targets: [new LambdaFunction(reconcile, { deadLetterQueue: failedInvocationsOf(this) })],
    })
  }
}
