import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { describe, expect, test } from 'vitest'
import { readSettings, SETTINGS } from '../../infra/settings.ts'

const settingsOf = (context: Record<string, unknown>) => readSettings(new App({ context }).node)

describe('settings', () => {
  test('have defaults', () => {
    expect(settingsOf({})).toMatchObject({ removal: 'retain', logRetentionDays: 90, openReading: false })
  })

  test('are read from the text of the command line and from the values of cdk.json alike', () => {
    expect(settingsOf({ logRetentionDays: '30', openReading: 'true' })).toEqual(
      settingsOf({ logRetentionDays: 30, openReading: true }),
    )
  })

  test('a file of entities is read when the stack is synthesized', () => {
    const folder = mkdtempSync(join(tmpdir(), 'digest-metrics-entities-'))
    const path = join(folder, 'entities.json')
    writeFileSync(path, '{ "revision": 1, "entities": { "acme": ["Acme Robotics"] } }')
    expect(settingsOf({ entities: path }).entities).toEqual({
      revision: 1,
      entities: { acme: ['Acme Robotics'] },
    })
    writeFileSync(path, '{ "revision": 1, "entities": { "ACME": ["Acme Robotics"] } }')
    expect(() => settingsOf({ entities: path })).toThrow('an id of small letters, digits and hyphens')
    rmSync(folder, { recursive: true })
    expect(() => settingsOf({ entities: path })).toThrow('the path of a JSON file of entities')
  })

  test.each([
    [{ logLevel: 'LOUD' }, 'Context logLevel is "LOUD"; it must be one of DEBUG, INFO, WARN, ERROR'],
    [
      { logRetentionDays: '100' },
      'Context logRetentionDays is "100"; it must be one of the periods of CloudWatch Logs: 1, 3, 5, 7',
    ],
    [{ quietDays: '8' }, 'Context quietDays is "8"; it must be a whole number from 1 to 7'],
    [{ parseMemory: 'much' }, 'Context parseMemory is "much"; it must be a whole number from 128 to 10240'],
    [{ requestsPerSecond: '1.5' }, 'Context requestsPerSecond is "1.5"; it must be a whole number'],
    [{ stage: 'Prod' }, 'Context stage is "Prod"; it must be up to 20 lower-case letters'],
    [{ alarmTopic: 'me@example.org' }, 'it must be the ARN of an SNS topic'],
    [{ corsOrigins: '*' }, 'Context corsOrigins is "*"; it must be origins such as'],
    [
      { jwtIssuer: 'http://id.example.org', jwtAudience: 'a' },
      'Context jwtIssuer is "http://id.example.org"; it must be an https address',
    ],
    [{ jwtIssuer: 'https://id.example.org' }, 'jwtIssuer and jwtAudience go together'],
    [
      { jwtIssuer: 'https://id.example.org', jwtAudience: 'a', openReading: 'true' },
      'openReading and jwtIssuer exclude each other',
    ],
    [{ dashboard: 'true' }, 'Context dashboard needs openReading or jwtIssuer'],
    [
      { openReading: 'true', dashboard: 'true', dashboardDomain: 'trends.example.org' },
      'dashboardDomain and dashboardCertificate go together',
    ],
    [
      { dashboardCertificate: 'arn:aws:acm:eu-west-1:123456789012:certificate/a' },
      'it must be the ARN of a certificate of ACM in us-east-1',
    ],
    [
      {
        dashboardDomain: 'trends.example.org',
        dashboardCertificate: 'arn:aws:acm:us-east-1:123456789012:certificate/a',
      },
      'set dashboard too',
    ],
    [{ logLevl: 'DEBUG' }, 'There is no setting logLevl; there are stage, removal, logLevel'],
  ])('%j is refused', (context, message) => {
    expect(() => settingsOf(context)).toThrow(message)
  })

  test('context of the CDK itself is let be', () => {
    expect(() => settingsOf({ 'availability-zones:account=1:region=a': ['a'] })).not.toThrow()
  })

  test('each has its line in docs/deployment.md, with its default', () => {
    const docs = readFileSync('docs/deployment.md', 'utf8')
    const rows = [...docs.matchAll(/^\| `(\w+)` \| `?([^`|]+?)`? \|/gm)].map(([, name, value]) => [
      name,
      value,
    ])
    const defaults: Record<string, unknown> = settingsOf({})
    expect(rows).toEqual(SETTINGS.map((name) => [name, String(defaults[name] ?? 'none')]))
  })
})
