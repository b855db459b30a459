import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { removalOf } from './removal.ts'
import type { Settings } from './settings.ts'

/** The house bucket: private, its owner's alone, encrypted, asked over TLS 1.2 or later. */
export class PrivateBucket extends Bucket {
  constructor(scope: Construct, id: string, settings: Settings, props: BucketProps) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // Log delivery cannot encrypt with a key of the account.
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      ...removalOf(settings),
      ...props,
    })
  }
}
