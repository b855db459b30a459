import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { handler as readRow } from './dynamodb.lambda.ts'

const sqs = new SQSClient()

/** What extract-facts has of the SDK, each client called once. */
export const handler = async () => {
  await readRow()
  const Entries = [{ Id: '0', MessageBody: 'none' }]
  await sqs.send(new SendMessageBatchCommand({ QueueUrl: process.env.SERIES_CHANGED_QUEUE_URL, Entries }))
  return {}
}
