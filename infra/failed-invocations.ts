import { Stack } from 'aws-cdk-lib'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { DeadLetterQueue } from './dead-letter-queue.ts'

const ID = 'FailedInvocations'

/**
 * Where the event goes of a function that was invoked without anybody waiting for it, by a schedule or by hand, and
 * that failed: one queue for all functions of the stack.
 */
export function failedInvocationsOf(scope: Construct): Queue {
  const stack = Stack.of(scope)
  return (stack.node.tryFindChild(ID) as DeadLetterQueue | undefined) ?? new DeadLetterQueue(stack, ID)
}
