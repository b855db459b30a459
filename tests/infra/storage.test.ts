import { describe, expect, test } from 'vitest'
import { buildStack, Resources } from './synthesized.ts'

const kept = new Resources()
const thrownAway = new Resources({ removal: 'destroy' })

const BUCKET = 'AWS::S3::Bucket'
const BUCKET_POLICY = 'AWS::S3::BucketPolicy'
const TABLE = 'AWS::DynamoDB::Table'

describe.each(Object.entries(kept.ofType(BUCKET)))('bucket %s', (name, { Properties: properties }) => {
  test('is private and belongs to its owner alone', () => {
    expect(properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    })
    expect(properties.OwnershipControls.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }])
    expect(properties.AccessControl).toBeUndefined()
  })

  test('is encrypted', () => {
    const [rule] = properties.BucketEncryption.ServerSideEncryptionConfiguration
    expect(rule.ServerSideEncryptionByDefault).toEqual({ SSEAlgorithm: 'AES256' })
  })

  test('refuses what is not TLS 1.2', () => {
    const { Statement } = kept.get(BUCKET_POLICY, `${name}Policy`).PolicyDocument
    expect(Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    )
    expect(Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } },
      }),
    )
  })
})

describe('the bucket of digests', () => {
  const digests = kept.get(BUCKET, 'Digests')

  test('keeps every version', () => {
    expect(digests.VersioningConfiguration).toEqual({ Status: 'Enabled' })
  })

  test('logs every access to another bucket', () => {
    expect(digests.LoggingConfiguration.DestinationBucketName.Ref).toMatch(/^AccessLogs/)
  })

  test('tells the queue digest-events of everything that happens to a digest', () => {
    const told = digests.NotificationConfiguration.QueueConfigurations as { Event: string; Queue: object }[]
    expect(told.map(({ Event }) => Event)).toEqual([
      's3:ObjectCreated:*',
      's3:ObjectRemoved:*',
      's3:LifecycleExpiration:*',
    ])
    expect(JSON.stringify(told)).toMatch(/DigestEvents[0-9A-F]{8}/)
  })

  test('gives up unfinished uploads after a week', () => {
    expect(digests.LifecycleConfiguration.Rules).toEqual([
      { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }, Status: 'Enabled' },
    ])
  })
})

test('access logs go after as many days as log lines', () => {
  const { LifecycleConfiguration } = new Resources({ logRetentionDays: '30' }).get(BUCKET, 'AccessLogs')
  expect(LifecycleConfiguration.Rules).toEqual([{ ExpirationInDays: 30, Status: 'Enabled' }])
})

describe.each(Object.entries(kept.ofType(TABLE)))('table %s', (_name, { Properties: properties }) => {
  test('can be restored to any second and not be deleted by mistake', () => {
    expect(properties.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true })
    expect(properties.DeletionProtectionEnabled).toBe(true)
  })

  test('is paid by request', () => {
    expect(properties.BillingMode).toBe('PAY_PER_REQUEST')
  })
})

/** A change of any of these lets CloudFormation put a new, empty table in the place of the old one. */
test('the keys and indexes of the tables are those that stand deployed', () => {
  const shapes = Object.entries(kept.ofType(TABLE)).map(([name, { Properties: properties }]) => [
    name,
    properties.KeySchema,
    properties.GlobalSecondaryIndexes,
    properties.TimeToLiveSpecification,
  ])
  const keySchema = (pk: string, sk: string) => [
    { AttributeName: pk, KeyType: 'HASH' },
    { AttributeName: sk, KeyType: 'RANGE' },
  ]
  expect(shapes).toEqual([
    [
      'Items',
      keySchema('pk', 'sk'),
      [
        {
          IndexName: 'by-date',
          KeySchema: keySchema('byDatePk', 'byDateSk'),
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      { AttributeName: 'expires', Enabled: true },
    ],
    ['Metrics', keySchema('pk', 'sk'), undefined, undefined],
  ])
})

/** Under another id CloudFormation would make a new one and leave, or delete, the old one. */
test('whatever holds data has the logical id under which it stands deployed', () => {
  const stateful = [BUCKET, TABLE, 'AWS::SQS::Queue']
  const ids = Object.entries(kept.byId).filter(([, { Type }]) => stateful.includes(Type))
  expect(ids.map(([id]) => id).sort()).toEqual([
    'AccessLogs8B620ECA',
    'DigestEventsCC597BD5',
    'DigestEventsDlq3A92A9C6',
    'DigestParsed93229FC5',
    'DigestParsedDlqBAC65FB5',
    'DigestsBE0C6DEB',
    'FailedInvocationsED025904',
    'Items5C12978B',
    'Metrics6DBDA108',
    'SeriesChangedC3EC5FE6',
    'SeriesChangedDlq31558FD1',
  ])
})

describe('when the stack goes', () => {
  const policies = (resources: Resources, ...types: string[]) =>
    types
      .flatMap((type) => Object.values(resources.ofType(type)))
      .map(({ DeletionPolicy, UpdateReplacePolicy }) => [DeletionPolicy, UpdateReplacePolicy])

  test('buckets and tables stay, and the stack refuses to go before its protection is taken off', () => {
    expect(buildStack().terminationProtection).toBe(true)
    expect(buildStack({ removal: 'destroy' }).terminationProtection).toBe(false)
    expect(new Set(policies(kept, BUCKET, TABLE).flat())).toEqual(new Set(['Retain']))
  })

  test('those of a stack made to be thrown away go with it, emptied first', () => {
    expect(new Set(policies(thrownAway, BUCKET, TABLE).flat())).toEqual(new Set(['Delete']))
    const emptied = Object.values(thrownAway.ofType('Custom::S3AutoDeleteObjects'))
    expect(emptied.map(({ Properties: { BucketName } }) => BucketName.Ref.slice(0, 7)).sort()).toEqual([
      'AccessL',
      'Digests',
    ])
    for (const { Properties: properties } of Object.values(thrownAway.ofType(TABLE)))
      expect(properties.DeletionProtectionEnabled).toBe(false)
  })

  test('every function of a stack, that which empties buckets too, logs to a group that goes with it', () => {
    for (const { Properties } of Object.values(thrownAway.ofType('AWS::Lambda::Function')))
      expect(thrownAway.byId[Properties.LoggingConfig.LogGroup.Ref]?.DeletionPolicy).toBe('Delete')
  })

  test('log groups always go', () => {
    expect(new Set(policies(kept, 'AWS::Logs::LogGroup').flat())).toEqual(new Set(['Delete']))
  })
})
