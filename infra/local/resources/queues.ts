import { CreateQueueCommand } from '@aws-sdk/client-sqs'
import { ACCOUNT, localSqs, REGION } from '../clients.ts'
import type { Deployed } from '../template.ts'
import { functionNamed, type Kind, type Properties, type Site } from './site.ts'

/** Properties of a queue that its attributes hold as numbers of the same names. */
const NUMBERS = [
  'DelaySeconds',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'VisibilityTimeout',
]

export const QUEUES: Record<string, Kind> = {
  'AWS::SQS::Queue': {
    obeyed: [...NUMBERS, 'RedrivePolicy'],
    ignored: ['SqsManagedSseEnabled', 'Tags'],
    create: createQueue,
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
}

async function createQueue(name: string, properties: Properties, site: Site): Promise<Deployed> {
  const given = NUMBERS.filter((key) => key in properties)
  const Attributes = Object.fromEntries(given.map((key) => [key, String(properties[key])]))
  if (site.visibilitySeconds !== undefined) Attributes.VisibilityTimeout = String(site.visibilitySeconds)
  if (properties.RedrivePolicy !== undefined)
    Attributes.RedrivePolicy = JSON.stringify(properties.RedrivePolicy)
  const { QueueUrl = '' } = await localSqs(site.engines.sqs).send(
    new CreateQueueCommand({ QueueName: name, Attributes }),
  )
  const Arn = `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`
  site.queueUrls.set(Arn, QueueUrl)
  return { ref: QueueUrl, attributes: { Arn, QueueName: name } }
}

function createMapping(
  name: string,
  properties: Properties,
  { functions, mappings, processes, queueUrls }: Site,
): Deployed {
  const { EventSourceArn, FunctionName, FunctionResponseTypes = [], ScalingConfig } = properties
  const queueUrl = queueUrls.get(EventSourceArn)
  if (queueUrl === undefined)
    throw new Error(`${name} reads ${EventSourceArn}, which is no queue of the local cloud`)
  mappings.push({
    mapping: {
      queueUrl,
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
