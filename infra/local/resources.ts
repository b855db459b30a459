import { join } from 'node:path'
import { CreateTableCommand, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import { CreateQueueCommand } from '@aws-sdk/client-sqs'
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js'
import { BucketFolder } from './bucket-folder.ts'
import { ACCOUNT, CREDENTIALS, localDynamoDb, localSqs, NO_VERSION_WARNING, REGION } from './clients.ts'
import type { Cors } from './cors.ts'
import type { Addresses, Engines } from './engines.ts'
import { FunctionPool, type SendSignal } from './function-pool.ts'
import { type Gateway, type GatewayRoute, startGateway } from './http-gateway.ts'
import { localPages } from './local-pages.ts'
import {
  notificationOf,
  type QueueNotification,
  queuesFor,
  sequencers,
  testNotification,
} from './notification.ts'
import type { Mapping } from './queue-poller.ts'
import type { Deployed } from './template.ts'
import { type TokenCheck, tokenCheck } from './token-check.ts'

/** What resources are created on, and what they leave behind for those that follow. */
export interface Site {
  engines: Engines
  stackName: string
  /** Where buckets are kept as files. */
  folder: string
  /** Port of the HTTP API; without it the usual one, or a free one where that is taken. */
  port?: number
  /** How many processes of one function run at once. */
  processes: number
  /** Instead of the queues' visibility timeouts. */
  visibilitySeconds?: number
  /** Whether functions write what they count to their log. */
  metrics: boolean
  /** Hears of every invocation of a function. */
  invoked?(functionName: string, signal: SendSignal): void
  /** The bundled function-runtime.ts. */
  runtime: string
  assetFolder(key: string): string
  /** Gets every line that a function writes. */
  log(functionName: string, line: string): void
  /** What each function asked of AWS, by its logical id. */
  calls: Map<string, Set<string>>

  /** Names of buckets. */
  buckets: Map<string, BucketFolder>
  /** By ARN. */
  functions: Map<string, FunctionPool>
  mappings: { mapping: Mapping; target: FunctionPool }[]
  /** Targets by the reference of their integration. */
  integrations: Map<string, FunctionPool>
  authorizers: Map<string, TokenCheck>
  routes: GatewayRoute[]
  gateways: Gateway[]
}

interface Kind {
  /** Properties that the local cloud obeys. */
  obeyed: readonly string[]
  /** Properties that change nothing on one machine. */
  ignored?: readonly string[]
  create(name: string, properties: Properties, site: Site): Deployed | Promise<Deployed>
}

// biome-ignore lint/suspicious/noExplicitAny: shapes are those of CloudFormation's documentation
type Properties = Record<string, any>

/** Resources that have nothing to do on one machine: permissions, logs, watching. */
const NO_LOCAL_MEANING = new Set([
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  // Here every change of the bucket is told of: nothing is left to a schedule.
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::S3::BucketPolicy',
  'AWS::SQS::QueuePolicy',
])

const KINDS: Record<string, Kind> = {
  'AWS::S3::Bucket': {
    obeyed: ['NotificationConfiguration'],
    ignored: [
      'BucketEncryption',
      'LoggingConfiguration',
      // The engine has no versions: notifications carry none, and readers ask for the ETag instead.
      'VersioningConfiguration',
      'LifecycleConfiguration',
      'OwnershipControls',
      'PublicAccessBlockConfiguration',
      'Tags',
    ],
    create: createBucket,
  },
  'AWS::SQS::Queue': {
    obeyed: [
      'DelaySeconds',
      'MessageRetentionPeriod',
      'ReceiveMessageWaitTimeSeconds',
      'RedrivePolicy',
      'VisibilityTimeout',
    ],
    ignored: ['SqsManagedSseEnabled', 'Tags'],
    create: createQueue,
  },
  'AWS::DynamoDB::Table': {
    obeyed: ['AttributeDefinitions', 'BillingMode', 'GlobalSecondaryIndexes', 'KeySchema'],
    ignored: [
      'DeletionProtectionEnabled',
      'PointInTimeRecoverySpecification',
      'SSESpecification',
      'Tags',
      // Tables live for one run, and rows for weeks.
      'TimeToLiveSpecification',
    ],
    create: createTable,
  },
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
  'AWS::Lambda::EventSourceMapping': {
    obeyed: [
      'BatchSize',
      'EventSourceArn',
      'FunctionName',
      'FunctionResponseTypes',
      'MaximumBatchingWindowInSeconds',
      'ScalingConfig',
    ],
    ignored: ['Tags'],
    create: createMapping,
  },
  'AWS::ApiGatewayV2::Api': {
    obeyed: ['CorsConfiguration', 'ProtocolType'],
    ignored: ['Description', 'Name', 'Tags'],
    create: createApi,
  },
  'AWS::ApiGatewayV2::Stage': {
    obeyed: ['ApiId', 'AutoDeploy', 'StageName'],
    ignored: ['AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'Tags'],
    create: createStage,
  },
  'AWS::ApiGatewayV2::Integration': {
    obeyed: ['ApiId', 'IntegrationType', 'IntegrationUri', 'PayloadFormatVersion'],
    create: createIntegration,
  },
  'AWS::ApiGatewayV2::Authorizer': {
    obeyed: ['ApiId', 'AuthorizerType', 'IdentitySource', 'JwtConfiguration'],
    ignored: ['Name'],
    create: createAuthorizer,
  },
  'AWS::ApiGatewayV2::Route': {
    obeyed: ['ApiId', 'AuthorizationType', 'AuthorizerId', 'RouteKey', 'Target'],
    create: createRoute,
  },
}

export const hasLocalMeaning = (type: string): boolean => !NO_LOCAL_MEANING.has(type)

/**
 * Creates one resource, whose properties hold no template functions any more.
 * @throws Error naming a type or a property that the local cloud does not know
 */
export async function createResource(
  id: string,
  type: string,
  properties: Properties,
  site: Site,
): Promise<Deployed> {
  const name = `${site.stackName}-${id}`
  if (!hasLocalMeaning(type))
    return { ref: name, attributes: { Arn: `arn:aws:none:${REGION}:${ACCOUNT}:${name}` } }
  const kind = KINDS[type]
  if (kind === undefined) throw new Error(`${id}: the local cloud does not know resources of type ${type}`)
  const known = new Set([...kind.obeyed, ...(kind.ignored ?? [])])
  const unknown = Object.keys(properties).filter((property) => !known.has(property))
  if (unknown.length > 0)
    throw new Error(`${id}: the local cloud does not know ${unknown.join(', ')} of ${type}`)
  return await kind.create(name, properties, site)
}

function createBucket(name: string, { NotificationConfiguration }: Properties, site: Site): Deployed {
  const bucket = name.toLowerCase()
  const created: Deployed = { ref: bucket, attributes: { Arn: `arn:aws:s3:::${bucket}` } }
  // What lies in a bucket that tells nobody, such as one of access logs, has no meaning here.
  if (NotificationConfiguration === undefined) return created
  const { objects, queues } = site.engines
  const notifications: QueueNotification[] = NotificationConfiguration.QueueConfigurations ?? []
  const sequence = sequencers(Date.now)
  const send = (queueArn: string, body: string) => {
    const queue = queues.getQueueByArn(queueArn)
    if (queue === undefined) throw new Error(`${bucket} notifies ${queueArn}, which is not there`)
    queue.enqueue(SqsStore.createMessage(body))
  }
  const folder = new BucketFolder(join(site.folder, 'bucket'), join(site.folder, 'unfinished'))
  objects.keep(bucket, {
    folder,
    notify(change) {
      const body = notificationOf(change, sequence.next().value, REGION, new Date())
      for (const queue of queuesFor(change.event, notifications)) send(queue, body)
    },
  })
  for (const queue of new Set(notifications.map(({ Queue }) => Queue))) {
    send(queue, testNotification(bucket, new Date()))
  }
  site.buckets.set(bucket, folder)
  return created
}

async function createQueue(
  name: string,
  { RedrivePolicy, SqsManagedSseEnabled: _, Tags: __, ...numbers }: Properties,
  site: Site,
): Promise<Deployed> {
  const Attributes = Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)]))
  if (site.visibilitySeconds !== undefined) Attributes.VisibilityTimeout = String(site.visibilitySeconds)
  if (RedrivePolicy !== undefined) Attributes.RedrivePolicy = JSON.stringify(RedrivePolicy)
  const { QueueUrl = '' } = await localSqs(site.engines.sqs).send(
    new CreateQueueCommand({ QueueName: name, Attributes }),
  )
  return { ref: QueueUrl, attributes: { Arn: `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`, QueueName: name } }
}

async function createTable(name: string, properties: Properties, site: Site): Promise<Deployed> {
  const { AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, KeySchema } = properties
  const input = { TableName: name, AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, KeySchema }
  await localDynamoDb(site.engines.dynamodb).send(new CreateTableCommand(input as CreateTableCommandInput))
  return { ref: name, attributes: { Arn: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}` } }
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
    ...NO_VERSION_WARNING,
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

function createMapping(
  name: string,
  properties: Properties,
  { engines, functions, mappings, processes }: Site,
): Deployed {
  const { EventSourceArn, FunctionName, FunctionResponseTypes = [], ScalingConfig } = properties
  const queue = engines.queues.getQueueByArn(EventSourceArn)
  if (queue === undefined)
    throw new Error(`${name} reads ${EventSourceArn}, which is no queue of the local cloud`)
  mappings.push({
    mapping: {
      queueUrl: queue.url,
      queueArn: EventSourceArn,
      region: REGION,
      batchSize: properties.BatchSize ?? 10,
      windowSeconds: properties.MaximumBatchingWindowInSeconds ?? 0,
      concurrency: Math.min(processes, ScalingConfig?.MaximumConcurrency ?? processes),
      reportsFailures: FunctionResponseTypes.includes('ReportBatchItemFailures'),
    },
    target: functionNamed(FunctionName, functions),
  })
  return { ref: name }
}

async function createApi(
  _name: string,
  { ProtocolType, CorsConfiguration }: Properties,
  site: Site,
): Promise<Deployed> {
  if (ProtocolType !== 'HTTP') throw new Error(`The local cloud knows HTTP APIs only, not ${ProtocolType}`)
  const gateway = await startGatewayOnSomePort(site, CorsConfiguration)
  site.gateways.push(gateway)
  return { ref: 'local', attributes: { ApiEndpoint: gateway.url } }
}

/** Where people expect the API. */
const USUAL_PORT = 8787

async function startGatewayOnSomePort(
  { routes, port, engines, buckets }: Site,
  cors?: Cors,
): Promise<Gateway> {
  const pages = localPages((key, bytes) => {
    const [bucket = ''] = buckets.keys()
    return engines.objects.putObject(bucket, key, bytes).etag.replaceAll('"', '')
  })
  try {
    return await startGateway(routes, port ?? USUAL_PORT, { cors, pages })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    if (port !== undefined) throw new Error(`Port ${port} is taken`, { cause: error })
    return await startGateway(routes, 0, { cors, pages })
  }
}

function createStage(name: string, { StageName, AutoDeploy }: Properties): Deployed {
  if (StageName !== '$default' || !AutoDeploy)
    throw new Error(`${name}: only the stage $default is deployed locally`)
  return { ref: StageName }
}

function createIntegration(
  name: string,
  properties: Properties,
  { functions, integrations }: Site,
): Deployed {
  const { IntegrationType, IntegrationUri, PayloadFormatVersion } = properties
  if (IntegrationType !== 'AWS_PROXY' || PayloadFormatVersion !== '2.0') {
    throw new Error(`${name}: the local cloud knows function integrations with payload 2.0 only`)
  }
  integrations.set(name, functionNamed(IntegrationUri, functions))
  return { ref: name }
}

function createAuthorizer(name: string, properties: Properties, { authorizers }: Site): Deployed {
  const { AuthorizerType, IdentitySource, JwtConfiguration } = properties
  if (AuthorizerType !== 'JWT' || String(IdentitySource) !== '$request.header.Authorization')
    throw new Error(`${name}: the local cloud knows bearer tokens in the header Authorization only`)
  const { Issuer: issuer, Audience: audiences } = JwtConfiguration
  authorizers.set(name, tokenCheck({ issuer, audiences }))
  return { ref: name }
}

function createRoute(
  name: string,
  { AuthorizationType = 'NONE', AuthorizerId, RouteKey, Target }: Properties,
  site: Site,
): Deployed {
  const authorizer = site.authorizers.get(AuthorizerId)
  if (AuthorizationType !== (authorizer === undefined ? 'NONE' : 'JWT')) {
    throw new Error(`${name}: the local cloud does not know the authorization ${AuthorizationType}`)
  }
  const target = site.integrations.get(String(Target).replace(/^integrations\//, ''))
  if (target === undefined) throw new Error(`${name}: there is no target ${Target}`)
  site.routes.push({ routeKey: RouteKey, target, authorizer })
  return { ref: name }
}

/** By ARN or by name. */
export function functionNamed(name: string, functions: ReadonlyMap<string, FunctionPool>): FunctionPool {
  const found = functions.get(name) ?? functions.get(`arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`)
  if (found === undefined) throw new Error(`There is no function ${name}`)
  return found
}
