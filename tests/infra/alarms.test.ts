import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COUNTERS, LAG } from '../../shared/counters.ts'
import { Resources } from './synthesized.ts'

const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:on-call'
const RUNBOOK = 'https://wiki.example.org/runbook'
const ALARM = 'AWS::CloudWatch::Alarm'

const resources = new Resources()
const alarms = Object.entries(resources.ofType(ALARM)).map(
  ([name, { Properties }]) => [name.replace(/^Alarms/, ''), Properties] as const,
)
const headings = readFileSync('docs/runbook.md', 'utf8').match(/(?<=^## ).+$/gm) ?? []

test('every way to fail has its alarm', () => {
  expect(alarms.map(([name]) => name).sort()).toEqual([
    'ApiServerErrors',
    'ApiSlow',
    'DigestEventsDeadLetters',
    'DigestEventsDelayed',
    'DigestParsedDeadLetters',
    'DigestParsedDelayed',
    'Drift',
    'FailedInvocationsDeadLetters',
    'FunctionErrors',
    'FunctionThrottles',
    'NoDigests',
    'SeriesChangedDeadLetters',
    'SeriesChangedDelayed',
    'ServedLate',
    'TableThrottles',
  ])
})

test('the runbook has a heading for each alarm and for nothing else', () => {
  expect(headings.sort()).toEqual(alarms.map(([name]) => name).sort())
})

describe.each(alarms)('%s', (name, properties) => {
  test('says what is wrong and where the runbook tells what to do', () => {
    expect(properties.AlarmDescription).toMatch(/^[A-Z].+\. What to do: docs\/runbook\.md#/)
    expect(properties.AlarmDescription.split('#')[1]).toBe(name.toLowerCase())
  })

  test('looks back no further than CloudWatch can', () => {
    const periods = [properties.Period, ...(properties.Metrics ?? []).map(metricPeriod)].filter(Boolean)
    const seconds = properties.EvaluationPeriods * Math.max(...periods)
    expect(seconds).toBeLessThanOrEqual(Math.max(...periods) < 3600 ? 86_400 : 604_800)
  })
})

const metricPeriod = ({ MetricStat }: { MetricStat?: { Period: number } }) => MetricStat?.Period

test('every function is watched for errors and throttles, every table for throttles', () => {
  const watched = (name: string) => JSON.stringify(resources.get(ALARM, `Alarms${name}`).Metrics)
  for (const id of Object.keys(resources.byId)) {
    if (resources.byId[id]?.Type === 'AWS::Lambda::Function') {
      expect(watched('FunctionErrors')).toContain(id)
      expect(watched('FunctionThrottles')).toContain(id)
    }
    if (resources.byId[id]?.Type === 'AWS::DynamoDB::Table') expect(watched('TableThrottles')).toContain(id)
  }
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
