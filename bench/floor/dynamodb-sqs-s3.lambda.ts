import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { handler as readRowAndSend } from './dynamodb-sqs.lambda.ts'

const s3 = new S3Client()

/** What parse-digest has of the SDK, each client called once. */
export const handler = async ({ Bucket, Key }: { Bucket: string; Key: string }) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
  await Body?.transformToByteArray()
  return readRowAndSend()
}
