/**
 * List prices in dollars, Amazon Web Services, us-east-1, without free tiers, as the sources named say that were read on
 * 2026-11-23.
 */
export const PRICES = {
  /** On demand. airbyte.com/data-engineering-resources/dynamodb-pricing */
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  /** aws.amazon.com/dynamodb/pricing */
  tableGigabyteMonth: 0.25,
  /** Arm. cloudchipr.com/blog/aws-lambda-pricing */
  lambdaGigabyteSecond: 0.0000133334,
  lambdaRequest: 0.2e-6,
  /** cloudburn.io/blog/amazon-sqs-pricing, March 2026 */
  queueRequest: 0.4e-6,
  /** Not confirmed by a source that was read: see aws.amazon.com/s3/pricing. */
  objectPut: 5e-6,
  objectGet: 0.4e-6,
  /** HTTP API. Not confirmed by a source that was read: see aws.amazon.com/api-gateway/pricing. */
  httpRequest: 1e-6,
  /** Ingestion. Not confirmed by a source that was read: see aws.amazon.com/cloudwatch/pricing. */
  logGigabyte: 0.5,
  /** db.t4g.small in one zone. infratally.com/articles/aws-rds-pricing-explained-2026.html */
  databaseHour: 0.032,
  /** usage.ai/blogs/aws/reserved-instances/rds/pricing-calculator, June 2026 */
  databaseGigabyteMonth: 0.115,
  /** For each 100 characters. cloudzero.com/blog/amazon-comprehend-pricing */
  comprehendUnit: 0.0001,
} as const
