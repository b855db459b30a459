import { Duration, Stack } from 'aws-cdk-lib'
import { type IRole, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { CfnBucket } from 'aws-cdk-lib/aws-s3'
import { CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { AccessLogs } from './access-logs.ts'
import { PrivateBucket } from './private-bucket.ts'
import type { QueueWithDlq } from './queue-with-dlq.ts'
import type { Settings } from './settings.ts'

export interface DigestBucketProps {
  settings: Settings
  accessLogs: AccessLogs
  /** Gets a notification of everything that happens to a digest. */
  events: QueueWithDlq
}

const EVENTS = ['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:LifecycleExpiration:*']

/** The only source of truth: every object in it is a digest, and both tables can be rebuilt from it. */
export class DigestBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, { settings, accessLogs, events }: DigestBucketProps) {
    super(scope, id, settings, {
      versioned: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'digests/',
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
    })
    this.notify(events)
  }

  /** Lets a role read every version. The bucket's policy says so, so that no role holds a wildcard over objects. */
  letRead(role: IRole): void {
    this.allow(role, ['s3:GetObject', 's3:GetObjectVersion'], this.arnForObjects('*'))
    // Without it S3 says of a key that is gone that access is denied.
    this.letList(role)
  }

  letList(role: IRole): void {
    this.allow(role, ['s3:ListBucket'], this.bucketArn)
  }

  private allow(role: IRole, actions: string[], resource: string): void {
    this.addToResourcePolicy(new PolicyStatement({ principals: [role], actions, resources: [resource] }))
  }

  /** Set on the resource itself, since the L2 would deploy a function of its own to do it. */
  private notify(queue: QueueWithDlq): void {
    const resource = this.node.defaultChild as CfnBucket
    resource.notificationConfiguration = {
      queueConfigurations: EVENTS.map((event) => ({ event, queue: queue.queueArn })),
    }
    queue.addToResourcePolicy(this.mayNotify(queue))
    // S3 sends a test message when it is created, and refuses a queue that it cannot send to.
    for (const child of queue.node.findAll()) {
      if (child instanceof CfnQueuePolicy) resource.addResourceDependency(child)
    }
  }

  private mayNotify(queue: QueueWithDlq): PolicyStatement {
    const { partition, account } = Stack.of(this)
    return new PolicyStatement({
      sid: 'DigestBucketMayNotify',
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': `arn:${partition}:s3:::${this.generatedNamePrefix()}*` },
      },
    })
  }

  /**
   * How the name begins that CloudFormation will give the bucket. The name itself would be a circle: the bucket needs
   * the policy before it can be created. Long stack names are shortened in the middle of the name, never so early.
   */
  private generatedNamePrefix(): string {
    return Stack.of(this).stackName.toLowerCase().slice(0, 20)
  }
}
