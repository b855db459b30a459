import { join } from 'node:path'
import { AssetHashType, DockerImage, type Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  Code,
  EventSourceMapping,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { bundle } from './bundle.ts'
import { failedInvocationsOf } from './failed-invocations.ts'
import { FUNCTION_TIMEOUT, type QueueWithDlq } from './queue-with-dlq.ts'
import type { Settings } from './settings.ts'

const FUNCTIONS = join(import.meta.dirname, '..', 'functions')

export interface NodeFunctionProps {
  settings: Settings
  /** File in `functions/` that exports `handler`. */
  entry: `${string}.lambda.ts`
  description: string
  /** MiB; the share of a processor grows with it. */
  memorySize: number
  timeout?: Duration
  /** Values, JSON, that stand for names in its source. */
  constants?: Readonly<Record<string, string>>
}

export interface ReadQueueProps {
  batchSize: number
  /** How long a batch may wait to fill. */
  window?: Duration
  /** How many batches may be worked on at once. */
  maxConcurrency: number
}

type DynamoAction = 'GetItem' | 'PutItem' | 'BatchWriteItem' | 'Query'

/** The house function: own role, own log group, an ESM bundle; each grant is made together with the setting that names its resource. */
export class NodeFunction extends LambdaFunction {
  readonly ownRole: Role

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    const { settings, entry, description, memorySize, timeout = FUNCTION_TIMEOUT, constants = {} } = props
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    )
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: bundledCode(entry, constants),
      handler: 'index.handler',
      description,
      memorySize,
      timeout,
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      deadLetterQueue: failedInvocationsOf(scope),
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_METRICS_NAMESPACE: Stack.of(scope).stackName,
        POWERTOOLS_SERVICE_NAME: entry.replace('.lambda.ts', ''),
        POWERTOOLS_LOG_LEVEL: settings.logLevel,
      },
    })
    this.ownRole = role
    Validations.of(role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray knows no resources: whoever may send traces names all of them.',
    })
  }

  /** Names the table in the environment and allows these actions on it. */
  useTable(setting: string, table: Table, actions: readonly DynamoAction[], index?: string): void {
    this.addEnvironment(setting, table.tableName)
    this.allow(
      actions.map((action) => `dynamodb:${action}`),
      table.tableArn,
    )
    if (index !== undefined) this.allow(['dynamodb:Query'], `${table.tableArn}/index/${index}`)
  }

  /** Names the queue in the environment and allows sending to it. */
  sendTo(setting: string, queue: Queue): void {
    this.addEnvironment(setting, queue.queueUrl)
    this.allow(['sqs:SendMessage'], queue.queueArn)
  }

  /** Runs the function on batches of the queue; only the messages that it reports as failed come again. */
  readFrom(queue: QueueWithDlq, { batchSize, window, maxConcurrency }: ReadQueueProps): void {
    this.allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], queue.queueArn)
    const mapping = new EventSourceMapping(this, 'Queue', {
      target: this,
      eventSourceArn: queue.queueArn,
      batchSize,
      maxBatchingWindow: window,
      maxConcurrency,
      reportBatchItemFailures: true,
    })
    Validations.of(mapping).acknowledge({
      id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
      reason:
        "Lambda takes no destination for a queue: what fails goes to the queue's own dead-letter queue.",
    })
  }

  allow(actions: string[], ...resources: string[]): void {
    this.addToRolePolicy(new PolicyStatement({ actions, resources }))
  }
}

function bundledCode(entry: string, constants: Readonly<Record<string, string>>): Code {
  return Code.fromAsset(FUNCTIONS, {
    // Of what was built, so that a change of a comment deploys nothing.
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-used'),
      // Tells the CDK's cache of bundles the entries apart, and what is put into them.
      command: [entry, JSON.stringify(constants)],
      local: {
        tryBundle(outdir) {
          bundle(join(FUNCTIONS, entry), outdir, constants)
          return true
        },
      },
    },
  })
}
