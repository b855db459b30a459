import { ACCOUNT, CREDENTIALS, REGION } from '../clients.ts'
import type { Addresses } from '../engines.ts'
import { FunctionPool } from '../function-pool.ts'
import type { Deployed } from '../template.ts'
import type { Kind, Properties, Site } from './site.ts'

export const FUNCTIONS: Record<string, Kind> = {
  'AWS::Lambda::Function': {
    obeyed: ['Code', 'Environment', 'Handler', 'MemorySize', 'Timeout'],
    ignored: [
      'Architectures',
      // Nothing invokes a function here without waiting for it.
      'DeadLetterConfig',
      'Description',
      'LoggingConfig',
      'Role',
      'Runtime',
      'Tags',
      'TracingConfig',
    ],
    create: createFunction,
  },
}

function createFunction(name: string, properties: Properties, site: Site): Deployed {
  const { Code, Environment, Handler, MemorySize = 128, Timeout = 3 } = properties
  const variables: Record<string, string> = Environment?.Variables ?? {}
  const folder = site.assetFolder(Code.S3Key)
  const called = variables.POWERTOOLS_SERVICE_NAME ?? name
  const calls = new Set<string>()
  site.calls.set(name.slice(`${site.stackName}-`.length), calls)
  const pool = new FunctionPool({
    name: called,
    folder,
    handler: Handler,
    environment: {
      ...variables,
      ...lambdaEnvironment(name, folder, MemorySize, site.engines),
      ...(site.metrics && { POWERTOOLS_METRICS_DISABLED: 'false' }),
    },
    timeoutSeconds: Timeout,
    memoryMiB: MemorySize,
    processes: site.processes,
    runtime: site.runtime,
    log: (line) => site.log(called, line),
    call: (operation) => calls.add(operation),
    invoked: (signal) => site.invoked?.(called, signal),
  })
  const arn = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`
  site.functions.set(arn, pool)
  return { ref: name, attributes: { Arn: arn } }
}

/** What Lambda gives every function, and where the engines are. */
export function lambdaEnvironment(
  name: string,
  folder: string,
  memory: number,
  { s3, sqs, dynamodb }: Addresses,
) {
  return {
    // Metrics go out as log lines, which somebody has to gather.
    POWERTOOLS_METRICS_DISABLED: 'true',
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    LAMBDA_TASK_ROOT: folder,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_ENDPOINT_URL_S3: s3,
    AWS_ENDPOINT_URL_SQS: sqs,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
  }
}
