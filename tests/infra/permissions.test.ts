import { describe, expect, test } from 'vitest'
import { grantedTo, type Permission } from './permissions.ts'
import { Resources } from './synthesized.ts'
import { usedBy } from './used-permissions.ts'

const granted = grantedTo(new Resources())

/** What Lambda does in the name of a function, without its code asking for it. */
const byLambda = (name: string, queue?: string): Permission[] => [
  `logs:CreateLogStream ${name}FunctionLogs`,
  `logs:PutLogEvents ${name}FunctionLogs`,
  'sqs:SendMessage FailedInvocations',
  'xray:PutTelemetryRecords *',
  'xray:PutTraceSegments *',
  ...(queue === undefined
    ? []
    : [`sqs:DeleteMessage ${queue}`, `sqs:GetQueueAttributes ${queue}`, `sqs:ReceiveMessage ${queue}`]),
]

/** All that the code of each function may ask for, and the queue that Lambda reads for it. */
const ALLOWED: Record<string, { queue?: string; code: Permission[] }> = {
  ParseDigest: {
    queue: 'DigestEvents',
    code: [
      'dynamodb:BatchWriteItem Items',
      'dynamodb:GetItem Items',
      'dynamodb:PutItem Items',
      'dynamodb:Query Items',
      's3:GetObject Digests/*',
      's3:GetObjectVersion Digests/*',
      's3:ListBucket Digests',
      'sqs:SendMessage DigestParsed',
    ],
  },
  ExtractFacts: {
    queue: 'DigestParsed',
    code: [
      'dynamodb:GetItem Items',
      'dynamodb:GetItem Metrics',
      'dynamodb:PutItem Metrics',
      'dynamodb:Query Items',
      'dynamodb:Query Metrics',
      'sqs:SendMessage SeriesChanged',
    ],
  },
  RollUp: {
    queue: 'SeriesChanged',
    code: ['dynamodb:GetItem Metrics', 'dynamodb:PutItem Metrics', 'dynamodb:Query Metrics'],
  },
  Reconcile: {
    code: [
      'dynamodb:GetItem Items',
      'dynamodb:Query Items/index/by-date',
      's3:ListBucket Digests',
      'sqs:SendMessage DigestEvents',
    ],
  },
  ServeApi: {
    code: [
      'dynamodb:GetItem Items',
      'dynamodb:GetItem Metrics',
      'dynamodb:Query Items',
      'dynamodb:Query Items/index/by-date',
      'dynamodb:Query Metrics',
    ],
  },
}

test('there is a list of what is allowed for each function', () => {
  expect(Object.keys(granted).sort()).toEqual(Object.keys(ALLOWED).sort())
})

describe.each(Object.entries(ALLOWED))('%s', (name, { queue, code }) => {
  test('may do what is listed and nothing else', () => {
    expect(granted[name]).toEqual([...byLambda(name, queue), ...code].sort())
  })

  test('holds no action by wildcard, and none that deletes or reads a whole table', () => {
    for (const permission of granted[name] ?? []) {
      const [action] = permission.split(' ')
      expect(action).not.toContain('*')
      expect(action).not.toMatch(/^(dynamodb:(Delete|Scan)|s3:(Delete|Put))/)
    }
  })

  test('names every resource, but for objects of the bucket and for X-Ray, which has none', () => {
    const wild = granted[name]?.filter((permission) => permission.endsWith('*'))
    for (const permission of wild ?? [])
      expect(permission).toMatch(/^(xray:\S+ \*|s3:GetObject\S* Digests\/\*)$/)
  })

  test('uses every permission that it has, and has every one that it uses', async () => {
    expect([...(await usedBy(name))].sort()).toEqual(code)
  })
})
