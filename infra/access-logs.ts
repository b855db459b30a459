import { Duration } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { removalOf } from './removal.ts'
import type { Settings } from './settings.ts'

/** Keeps, for a while, who read or changed what in the buckets of the stack. */
export class AccessLogs extends Bucket {
  constructor(scope: Construct, id: string, { settings }: { settings: Settings }) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // Log delivery cannot encrypt with a key of the account.
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [{ expiration: Duration.days(settings.logRetentionDays) }],
      ...removalOf(settings),
    })
  }
}
