import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { expect, test } from 'vitest'
import { s3Bucket } from '../../functions/adapters/bucket.ts'
import { sqsQueue } from '../../functions/adapters/queue.ts'
import { dynamoTable } from '../../functions/adapters/table.ts'

const CONFIG = { region: 'eu-west-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } }

/** The request that a client would have sent. */
class Unsent extends Error {
  readonly operation: string

  constructor(operation: string) {
    super(operation)
    this.operation = operation
  }
}

interface Request {
  method: string
  query: Record<string, string>
  headers: Record<string, string>
}

/** `GetItem` of the JSON protocols; for S3, which has none, the method and what it asks for in the query. */
function operationOf({ method, query, headers }: Request): string {
  const target = headers['x-amz-target']
  return target === undefined ? [method, ...Object.keys(query).sort()].join(' ') : target.replace(/.*\./, '')
}

/** Lets a client throw what it would send. */
function unsending<C extends DynamoDBClient | S3Client | SQSClient>(client: C): C {
  const stack = client.middlewareStack as DynamoDBClient['middlewareStack']
  stack.add(
    () =>
      async ({ request }: { request: unknown }) => {
        throw new Unsent(operationOf(request as Request))
      },
    { step: 'build', priority: 'low' },
  )
  return client
}

const table = dynamoTable('items', unsending(new DynamoDBClient(CONFIG)))
const queue = sqsQueue<object>(
  'https://sqs.eu-west-1.amazonaws.com/1/parsed',
  unsending(new SQSClient(CONFIG)),
)
const bucket = s3Bucket(unsending(new S3Client(CONFIG)))
const key = { pk: 'a', sk: 'b' }

test.each<[string, string, () => Promise<unknown>]>([
  ['table.get', 'GetItem', () => table.get(key)],
  ['table.put', 'PutItem', () => table.put(key)],
  ['table.putAll', 'BatchWriteItem', () => table.putAll([key])],
  ['table.queryPage', 'Query', () => table.queryPage({ pk: 'a' })],
  ['queue.sendAll', 'SendMessageBatch', () => queue.sendAll([{}])],
  [
    'bucket.read of a version',
    'GET versionId x-id',
    () => bucket.read({ bucket: 'b', key: 'k', versionId: 'v' }, 9),
  ],
  ['bucket.read of what is there', 'GET x-id', () => bucket.read({ bucket: 'b', key: 'k' }, 9)],
])('%s sends %s', async (_method, operation, call) => {
  await expect(call()).rejects.toMatchObject({ operation })
})
