/** What bucket, tables and queues hold, read over the wire. */
import { paginateScan } from '@aws-sdk/client-dynamodb'
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { s3Bucket, s3Listing } from '../../functions/adapters/bucket.ts'
import { localDynamoDb, localS3, localSqs } from '../../infra/local/clients.ts'
import type { LocalCloud } from '../../infra/local/local-cloud.ts'
import type { RowKey } from '../../shared/store/keys.ts'
import { type Expected, expectationOf } from '../simulation/expected.ts'

type Place = Pick<LocalCloud, 'outputs' | 'endpoints'>

/** Everything that the bucket holds, as what it has to become. */
export async function contentsOf({
  endpoints,
  outputs: { BucketName: bucket = '' },
}: Place): Promise<Expected[]> {
  const s3 = localS3(endpoints.s3)
  const contents: Expected[] = []
  for await (const { key } of s3Listing(s3).list(bucket)) {
    const object = await s3Bucket(s3).read({ bucket, key }, Number.POSITIVE_INFINITY)
    if (object?.bytes === undefined) throw new Error(`${key} is listed, but not there`)
    contents.push(await expectationOf(key, { ...object, bytes: object.bytes }))
  }
  return contents
}

export async function rowsOf(TableName: string | undefined, { endpoints }: Place): Promise<RowKey[]> {
  const client = localDynamoDb(endpoints.dynamodb)
  const rows: RowKey[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true }))
    rows.push(...Items.map((item) => unmarshall(item) as RowKey))
  return rows
}

/** Bodies of all messages of a queue; they stay hidden for a while. */
export async function messagesOf(QueueUrl: string | undefined, { endpoints }: Place): Promise<string[]> {
  const sqs = localSqs(endpoints.sqs)
  const bodies: string[] = []
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
    if (Messages.length === 0) return bodies
    bodies.push(...Messages.map(({ Body = '' }) => Body))
  }
}
