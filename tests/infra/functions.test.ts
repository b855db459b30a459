import { describe, expect, test } from 'vitest'
import { ENV } from '../../shared/store/environment.ts'
import { Resources, targetOf } from './synthesized.ts'

const resources = new Resources()
const functions = Object.entries(resources.ofType('AWS::Lambda::Function'))

describe.each(functions)('%s', (name, { Properties: properties }) => {
  test('runs on the Node that runs these tests, on ARM', () => {
    const [major] = process.versions.node.split('.')
    expect(properties).toMatchObject({ Runtime: `nodejs${major}.x`, Architectures: ['arm64'] })
  })

  test('writes to a log group of its own that forgets after 90 days', () => {
    const logGroup = targetOf(properties.LoggingConfig.LogGroup)
    expect(logGroup).toBe(`${name}Logs`)
    expect(resources.get('AWS::Logs::LogGroup', logGroup).RetentionInDays).toBe(90)
  })

  test('traces each invocation, and keeps events that failed while nobody waited', () => {
    expect(properties.TracingConfig).toEqual({ Mode: 'Active' })
    expect(targetOf(properties.DeadLetterConfig.TargetArn)).toBe('FailedInvocations')
  })
})

/** What each function is told of the others, by the name in its environment. */
test.each([
  ['ParseDigestFunction', { itemsTable: 'Items', digestParsedQueue: 'DigestParsed' }],
  [
    'ExtractFactsFunction',
    { itemsTable: 'Items', metricsTable: 'Metrics', seriesChangedQueue: 'SeriesChanged' },
  ],
  ['RollUpFunction', { metricsTable: 'Metrics' }],
  ['ServeApiFunction', { itemsTable: 'Items', metricsTable: 'Metrics', cursorKey: 'AWS::StackId' }],
] as const)('%s is told where %j are', (name, expected) => {
  const { Variables } = resources.get('AWS::Lambda::Function', name).Environment
  const told = Object.entries(ENV).flatMap(([key, variable]) =>
    variable in Variables ? [[key, targetOf(Variables[variable])]] : [],
  )
  expect(Object.fromEntries(told)).toEqual(expected)
})

test('a setting changes the memory of its function, the level and the days of its log', () => {
  const given = new Resources({ parseMemory: '2048', logLevel: 'DEBUG', logRetentionDays: '7' })
  const { MemorySize, Environment } = given.get('AWS::Lambda::Function', 'ParseDigestFunction')
  expect(MemorySize).toBe(2048)
  expect(Environment.Variables.POWERTOOLS_LOG_LEVEL).toBe('DEBUG')
  expect(given.get('AWS::Logs::LogGroup', 'ParseDigestFunctionLogs').RetentionInDays).toBe(7)
})
