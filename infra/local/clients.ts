import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'

/** Account and region of everything in the local cloud; the engines know no others. */
export const ACCOUNT = '000000000000'
export const REGION = 'us-east-1'

/** The engines check no signatures, but the clients want something to sign with. */
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' }

const local = (endpoint: string) => ({ endpoint, region: REGION, credentials: CREDENTIALS })

export const localS3 = (endpoint: string) => new S3Client({ ...local(endpoint), forcePathStyle: true })
export const localSqs = (endpoint: string) => new SQSClient(local(endpoint))
export const localDynamoDb = (endpoint: string) => new DynamoDBClient(local(endpoint))
