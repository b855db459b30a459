import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, Stack } from 'aws-cdk-lib'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkByRulePacks } from '../../infra/nag.ts'
import { newApp } from '../../infra/new-app.ts'
import { PipelineStack } from '../../infra/pipeline-stack.ts'
import { readSettings } from '../../infra/settings.ts'
import { acknowledgments, buildStack } from './synthesized.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'digest-metrics-nag-'))
  vi.spyOn(console, 'error').mockImplementation(() => {})
  // The CDK's own rules take longer than these, and `npm run synth` has them.
  vi.stubEnv('CDK_VALIDATION', 'false')
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Finding {
  ruleName: string
  violatingConstructs: { constructPath: string }[]
}

/** What the rule packs find in what a function builds, warnings among it. */
function findings(name: string, settings: object, build: (app: App) => Stack): string[] {
  const outdir = join(folder, name)
  const app = newApp({ outdir, context: { 'aws:cdk:bundling-stacks': [], ...settings } })
  build(app)
  checkByRulePacks(app)
  try {
    app.synth()
  } catch {
    // The report says what was found.
  }
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'))
  return (pluginReports as { violations: Finding[] }[]).flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      // Beside the rule packs the report has what constructs themselves warn of.
      ruleName.startsWith('Annotation::')
        ? []
        : violatingConstructs.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    ),
  )
}

const pipeline = (app: App) => new PipelineStack(app, 'DigestMetrics', { settings: readSettings(app.node) })

describe('the rule packs AwsSolutions and Serverless', () => {
  test.each([
    ['as it is by default', {}],
    ['read with tokens', { jwtIssuer: 'https://id.example.org', jwtAudience: 'readers' }],
    ['open to everyone', { openReading: 'true' }],
    ['with its dashboard', { openReading: 'true', dashboard: 'true' }],
    [
      "with its dashboard under a name of one's own",
      {
        jwtIssuer: 'https://id.example.org',
        jwtAudience: 'readers',
        dashboard: 'true',
        dashboardDomain: 'trends.example.org',
        dashboardCertificate: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d',
      },
    ],
    ['made to be thrown away', { removal: 'destroy' }],
  ])('find nothing in the stack %s', (name, settings) => {
    expect(findings(name, settings, pipeline)).toEqual([])
  })

  test('fail the synthesis of a bad stack, by name', () => {
    const bad = (app: App) => {
      const stack = new Stack(app, 'Bad')
      new Bucket(stack, 'Open')
      return stack
    }
    expect(findings('bad', {}, bad)).toEqual(
      expect.arrayContaining([
        'AwsSolutions-S1 at Bad/Open/Resource',
        'AwsSolutions-S10 at Bad/Open/Resource',
      ]),
    )
    const app = newApp({ outdir: join(folder, 'throws') })
    bad(app)
    checkByRulePacks(app)
    expect(() => app.synth()).toThrow('AwsSolutions-S1')
  })
})

describe('what is acknowledged', () => {
  const given = acknowledgments(buildStack())

  test('are three rules, each with its reason and only where it cannot be otherwise', () => {
    const places = (rule: string) => given.filter(({ id }) => id === rule).map(({ path }) => path)
    expect(new Set(given.map(({ id }) => id)).size).toBe(3)
    // X-Ray has no resources to name: each role that may send traces holds this wildcard, and no other.
    for (const path of places('AwsSolutions::AwsSolutions-IAM5[Resource::*]')) expect(path).toMatch(/Role$/)
    // The queues that others send their failures to.
    for (const path of places('Serverless::Serverless-SQSRedrivePolicy'))
      expect(path).toMatch(/(Dlq|FailedInvocations)$/)
    // Lambda has destinations for streams, not for queues.
    for (const path of places('Serverless::Serverless-LambdaEventSourceMappingDestination'))
      expect(path).toMatch(/Function\/Queue$/)
  })

  test('has a reason in whole sentences', () => {
    const all = acknowledgments(buildStack({ openReading: 'true', dashboard: 'true' }))
    for (const { reason } of all) expect(reason).toMatch(/^[A-Z].{20,}\.$/)
  })

  test('is one rule more where everyone may read', () => {
    const open = acknowledgments(buildStack({ openReading: 'true' }))
    expect(open.map(({ id }) => id)).toContain('AwsSolutions::AwsSolutions-APIG4')
  })

  test('is more with the dashboard, and there only', () => {
    const others = acknowledgments(buildStack({ openReading: 'true', dashboard: 'true' })).filter(
      ({ path, id }) => !given.some((one) => one.path === path && one.id === id),
    )
    const places = others.map(({ path, id }) => `${path.split('/')[1]} ${id.split('::')[1]}`)
    expect(places.sort()).toEqual([
      'AWS679f53fac002430cb0da5b7982bd2287 Serverless-LambdaDLQ',
      'AWS679f53fac002430cb0da5b7982bd2287 Serverless-LambdaTracing',
      'Dashboard AwsSolutions-CFR1',
      'Dashboard AwsSolutions-CFR2',
      'Dashboard AwsSolutions-CFR3',
      'Dashboard AwsSolutions-CFR4',
      'Dashboard AwsSolutions-IAM5[Resource',
      'ServeApi AwsSolutions-APIG4',
    ])
  })
})
