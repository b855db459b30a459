import type { Node } from 'constructs'

/** What a deployment may choose, as CDK context: `cdk deploy -c logLevel=DEBUG`. */
export interface Settings {
  /** How much the functions log. */
  logLevel: LogLevel
  /** How long log lines are kept, in days; one of the periods that CloudWatch Logs knows. */
  logRetentionDays: number
  /** What becomes of bucket and tables when the stack goes: `destroy` is for stacks made to be thrown away. */
  removal: Removal
}

const LOG_LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const
type LogLevel = (typeof LOG_LEVELS)[number]

const REMOVALS = ['retain', 'destroy'] as const
type Removal = (typeof REMOVALS)[number]

/** @throws Error naming the context key whose value is not one of those allowed */
export function readSettings(node: Node): Settings {
  return {
    logLevel: choice(node, 'logLevel', LOG_LEVELS, 'INFO'),
    logRetentionDays: wholeNumber(node, 'logRetentionDays', 90),
    removal: choice(node, 'removal', REMOVALS, 'retain'),
  }
}

function choice<const T extends string>(node: Node, key: string, allowed: readonly T[], otherwise: T): T {
  const given: unknown = node.tryGetContext(key) ?? otherwise
  const found = allowed.find((value) => value === given)
  if (found === undefined) throw new Error(`Context ${key} is ${given}; allowed: ${allowed.join(', ')}`)
  return found
}

function wholeNumber(node: Node, key: string, otherwise: number): number {
  const given: unknown = node.tryGetContext(key) ?? otherwise
  const number = Number(given)
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`Context ${key} is ${given}; a whole number is needed`)
  return number
}
