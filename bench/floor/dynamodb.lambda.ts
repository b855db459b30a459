import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'

const dynamodb = new DynamoDBClient()

/** What serve-api and roll-up have of the SDK, called once. */
export const handler = async () => {
  const key = { pk: { S: 'none' }, sk: { S: 'none' } }
  await dynamodb.send(new GetItemCommand({ TableName: process.env.METRICS_TABLE, Key: key }))
  return {}
}
