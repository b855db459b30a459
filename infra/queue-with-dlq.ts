import { Duration } from 'aws-cdk-lib'
import { type DeadLetterQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { FUNCTION_TIMEOUT } from './node-function.ts'

/** A message that failed this often goes to the dead-letter queue. */
export const MAX_RECEIVE_COUNT = 5

/** AWS's advice: six times the timeout of the function that reads the queue, so that throttled batches are not lost. */
const VISIBILITY_TIMEOUTS = 6

/** A queue between two stages, and the queue of its poison messages. */
export class QueueWithDlq extends Queue {
  readonly dlq: Queue

  constructor(scope: Construct, id: string) {
    // A message keeps the time of its first sending when it moves, so the dead-letter queue must keep it longer.
    const dlq = new Queue(scope, `${id}Dlq`, {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    })
    const deadLetterQueue: DeadLetterQueue = { queue: dlq, maxReceiveCount: MAX_RECEIVE_COUNT }
    super(scope, id, {
      retentionPeriod: Duration.days(7),
      visibilityTimeout: Duration.seconds(VISIBILITY_TIMEOUTS * FUNCTION_TIMEOUT.toSeconds()),
      receiveMessageWaitTime: Duration.seconds(20),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue,
    })
    this.dlq = dlq
  }
}
