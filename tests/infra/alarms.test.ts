import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COUNTERS, LAG } from '../../shared/store/counters.ts'
import { Resources } from './synthesized.ts'

const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:on-call'
const RUNBOOK = 'https://wiki.example.org/runbook'
const ALARM = 'AWS::CloudWatch::Alarm'

const resources = new Resources()
const alarms = Object.entries(resources.ofType(ALARM)).map(
  ([name, { Properties }]) => [name.replace(/^Alarms/, ''), Properties] as const,
)
const headings = readFileSync('docs/runbook.md', 'utf8').match(/(?<=^## ).+$/gm) ?? []

/** Ways to fail that one alarm watches for the whole stack, by their headings in the runbook. */
const OF_THE_STACK = [
  'DigestEventsDeadLetters',
  'DigestParsedDeadLetters',
  'SeriesChangedDeadLetters',
  'FailedInvocationsDeadLetters',
  'DigestEventsDelayed',
  'DigestParsedDelayed',
  'SeriesChangedDelayed',
  'ApiServerErrors',
  'ApiSlow',
  'ServedLate',
  'Drift',
  'NoDigests',
]

/** Ways to fail that an alarm watches for each function or table. */
const OF_EACH: Record<string, string[]> = {
  FunctionErrors: stages(),
  FunctionThrottles: stages(),
  TableThrottles: ['ItemsReads', 'ItemsWrites', 'MetricsReads', 'MetricsWrites'],
}

function stages(): string[] {
  return Object.keys(resources.ofType('AWS::Lambda::Function')).map((name) => name.replace(/Function$/, ''))
}

test('every way to fail has its alarm, for each function and table where they fail by themselves', () => {
  const each = Object.entries(OF_EACH).flatMap(([failure, of]) => of.map((name) => failure + name))
  expect(alarms.map(([name]) => name).sort()).toEqual([...OF_THE_STACK, ...each].sort())
})

test('the runbook has a heading for each way to fail and for nothing else', () => {
  expect(headings.sort()).toEqual([...OF_THE_STACK, ...Object.keys(OF_EACH)].sort())
})

describe.each(alarms)('%s', (name, properties) => {
  test('says what is wrong and which heading of the runbook tells what to do', () => {
    expect(properties.AlarmDescription).toMatch(/^[A-Z].+\. What to do: docs\/runbook\.md#/)
    const heading = headings.find((each) => name.startsWith(each))
    expect(properties.AlarmDescription.split('#')[1]).toBe(heading?.toLowerCase())
  })

  test('looks back no further than CloudWatch can', () => {
    const { Period, EvaluationPeriods } = properties
    expect(EvaluationPeriods * Period).toBeLessThanOrEqual(Period < 3600 ? 86_400 : 604_800)
  })
})

test('silence is an alarm only where digests are waited for', () => {
  for (const [name, { TreatMissingData }] of alarms)
    expect(TreatMissingData).toBe(name === 'NoDigests' ? 'breaching' : 'notBreaching')
})

test('alarms are told to the topic, at the address of the runbook that it was given', () => {
  const told = new Resources({ alarmTopic: TOPIC, runbook: RUNBOOK })
  for (const { Properties } of Object.values(told.ofType(ALARM))) {
    expect(Properties.AlarmActions).toEqual([TOPIC])
    expect(Properties.OKActions).toEqual([TOPIC])
    expect(Properties.AlarmDescription).toContain(`${RUNBOOK}#`)
  }
  for (const [, { AlarmActions }] of alarms) expect(AlarmActions).toBeUndefined()
})

test('the dashboard shows every counter, the lag, every queue and every function', () => {
  const body = JSON.stringify(resources.get('AWS::CloudWatch::Dashboard', 'Flow').DashboardBody)
  for (const shown of [...Object.values(COUNTERS), LAG]) expect(body).toContain(shown)
  const drawn = ['AWS::SQS::Queue', 'AWS::Lambda::Function', 'AWS::DynamoDB::Table']
  for (const [id, { Type }] of Object.entries(resources.byId))
    if (drawn.includes(Type) && !id.startsWith('FailedInvocations')) expect(body).toContain(id)
})
