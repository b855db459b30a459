import { describe, expect, test } from 'vitest'
import { Resources, targetOf } from './synthesized.ts'

const resources = new Resources()
const queues = Object.entries(resources.ofType('AWS::SQS::Queue'))
const isDeadLetter = (name: string) => name.endsWith('Dlq') || name === 'FailedInvocations'
const functions = resources.ofType('AWS::Lambda::Function')

describe.each(queues)('queue %s', (name, { Properties: properties }) => {
  test('is encrypted and refuses what is not TLS', () => {
    expect(properties.SqsManagedSseEnabled).toBe(true)
    const { Statement } = resources.get('AWS::SQS::QueuePolicy', `${name}Policy`).PolicyDocument
    expect(Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    )
  })
})

describe.each(queues.filter(([name]) => !isDeadLetter(name)))('between stages, queue %s', (name, queue) => {
  const { Properties: properties } = queue
  const mapping = Object.values(resources.ofType('AWS::Lambda::EventSourceMapping')).find(
    ({ Properties }) => targetOf(Properties.EventSourceArn) === name,
  )?.Properties

  test('sends what failed five times to its own dead-letter queue, which keeps it longer', () => {
    const { deadLetterTargetArn, maxReceiveCount } = properties.RedrivePolicy
    expect(targetOf(deadLetterTargetArn)).toBe(`${name}Dlq`)
    expect(maxReceiveCount).toBe(5)
    const dlq = resources.get('AWS::SQS::Queue', `${name}Dlq`)
    expect(dlq.MessageRetentionPeriod).toBeGreaterThan(properties.MessageRetentionPeriod)
  })

  test('hides a message for six times as long as its reader may take', () => {
    const reader = functions[targetOf(mapping?.FunctionName)]
    expect(properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * reader?.Properties.Timeout)
  })

  test('is read in batches of which only the failed messages come again, by a limited number at once', () => {
    expect(mapping?.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
    expect(mapping?.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2)
    expect(mapping?.BatchSize).toBeGreaterThan(1)
  })
})

test('only the bucket of digests of this account may send to digest-events', () => {
  const { Statement } = resources.get('AWS::SQS::QueuePolicy', 'DigestEventsPolicy').PolicyDocument
  const allowed = Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Allow')
  expect(allowed).toEqual([
    expect.objectContaining({
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Condition: {
        StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
        ArnLike: {
          'aws:SourceArn': {
            'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::digestmetrics*']],
          },
        },
      },
    }),
  ])
})
