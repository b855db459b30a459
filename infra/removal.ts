import { type CfnResource, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Settings } from './settings.ts'

/** What becomes of a bucket when the stack goes; one that is thrown away is emptied first. */
export function removalOf({ removal }: Settings) {
  return removal === 'retain'
    ? { removalPolicy: RemovalPolicy.RETAIN }
    : { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true }
}

/** The id under which the CDK puts the function that empties buckets into a stack. */
const EMPTIER = 'Custom::S3AutoDeleteObjectsCustomResourceProvider'

/** Lets the function that empties buckets, where there is one, log to a group that goes with the stack. */
export function logEmptying(stack: Stack, { logRetentionDays: retention }: Settings): void {
  const handler = stack.node.tryFindChild(EMPTIER)?.node.findChild('Handler') as CfnResource | undefined
  if (handler === undefined) return
  const { logGroupName } = new LogGroup(stack, 'EmptierLogs', {
    retention,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  handler.addPropertyOverride('LoggingConfig', { LogGroup: logGroupName })
}
