import { Duration } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { PrivateBucket } from './private-bucket.ts'
import type { Settings } from './settings.ts'

/** Keeps, for a while, who read or changed what in the buckets of the stack. */
export class AccessLogs extends PrivateBucket {
  constructor(scope: Construct, id: string, { settings }: { settings: Settings }) {
    super(scope, id, settings, {
      lifecycleRules: [{ expiration: Duration.days(settings.logRetentionDays) }],
    })
  }
}
