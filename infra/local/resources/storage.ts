import { join } from 'node:path'
import { CreateTableCommand, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import { BucketFolder } from '../bucket-folder.ts'
import { ACCOUNT, localDynamoDb, REGION } from '../clients.ts'
import {
  notificationOf,
  type QueueNotification,
  queuesFor,
  sequencers,
  testNotification,
} from '../notification.ts'
import type { Deployed } from '../template.ts'
import type { Kind, Properties, Site } from './site.ts'

export const STORAGE: Record<string, Kind> = {
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
}

function createBucket(name: string, { NotificationConfiguration }: Properties, site: Site): Deployed {
  const bucket = name.toLowerCase()
  const created: Deployed = { ref: bucket, attributes: { Arn: `arn:aws:s3:::${bucket}` } }
  // What lies in a bucket that tells nobody, such as one of access logs, has no meaning here.
  if (NotificationConfiguration === undefined) return created
  const { objects, queues } = site.engines
  const { queueUrls } = site
  const notifications: QueueNotification[] = NotificationConfiguration.QueueConfigurations ?? []
  const sequence = sequencers(Date.now)
  const send = (queueArn: string, body: string) => {
    const url = queueUrls.get(queueArn)
    if (url === undefined) throw new Error(`${bucket} notifies ${queueArn}, which is not there`)
    queues.send(url, body)
  }
  const folder = new BucketFolder(join(site.folder, 'bucket'), join(site.folder, 'unfinished'), site.warn)
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

async function createTable(name: string, properties: Properties, site: Site): Promise<Deployed> {
  const { AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, KeySchema } = properties
  const input = { TableName: name, AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, KeySchema }
  await localDynamoDb(site.engines.dynamodb).send(new CreateTableCommand(input as CreateTableCommandInput))
  return { ref: name, attributes: { Arn: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}` } }
}
