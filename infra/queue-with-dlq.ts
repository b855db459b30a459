import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { DeadLetterQueue } from './dead-letter-queue.ts'

/** Of every function that reads a queue; the queues' visibility timeout follows from it. */
export const FUNCTION_TIMEOUT = Duration.seconds(60)

/** A message that failed this often goes to the dead-letter queue. */
const MAX_RECEIVE_COUNT = 5

/** AWS's advice: six times the timeout of the function that reads the queue, so that throttled batches are not lost. */
const VISIBILITY_TIMEOUTS = 6

/** A queue between two stages, and the queue of its poison messages. */
export class QueueWithDlq extends Queue {
  readonly dlq: DeadLetterQueue

  constructor(scope: Construct, id: string) {
    const dlq = new DeadLetterQueue(scope, `${id}Dlq`)
    super(scope, id, {
      retentionPeriod: Duration.days(7),
      visibilityTimeout: Duration.seconds(VISIBILITY_TIMEOUTS * FUNCTION_TIMEOUT.toSeconds()),
      receiveMessageWaitTime: Duration.seconds(20),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: dlq, maxReceiveCount: MAX_RECEIVE_COUNT },
    })
    this.dlq = dlq
  }
}
