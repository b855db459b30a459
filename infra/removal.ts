import { RemovalPolicy } from 'aws-cdk-lib'
import type { Settings } from './settings.ts'

/** What becomes of a bucket when the stack goes; one that is thrown away is emptied first. */
export function removalOf({ removal }: Settings) {
  return removal === 'retain'
    ? { removalPolicy: RemovalPolicy.RETAIN }
    : { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true }
}
