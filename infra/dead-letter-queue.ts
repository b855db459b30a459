import { Duration, Validations } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

/** The end of the line of messages that failed; an alarm looks at each. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      // A message keeps the time of its first sending when it moves, so it must be kept longer here than where it was.
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    })
    Validations.of(this).acknowledge({
      id: 'Serverless::Serverless-SQSRedrivePolicy',
      reason: 'This is a dead-letter queue: what fails in it goes nowhere but to a person.',
    })
  }
}
