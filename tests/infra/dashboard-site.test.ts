import { describe, expect, test } from 'vitest'
import { bundleDashboard } from '../../infra/dashboard-bundle.ts'
import { localPages } from '../../infra/local/local-pages.ts'
import { ROUTES } from '../../shared/api/routes.ts'
import { type Properties, Resources, targetOf } from './synthesized.ts'

const DISTRIBUTION = 'AWS::CloudFront::Distribution'
const OWN_NAME = {
  dashboardDomain: 'trends.example.org',
  dashboardCertificate: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d',
}

const open = new Resources({ openReading: 'true', dashboard: 'true' })
const named = new Resources({
  jwtIssuer: 'https://id.example.org',
  jwtAudience: 'readers',
  dashboard: 'true',
  ...OWN_NAME,
})

const configOf = (resources: Resources): Properties =>
  resources.get(DISTRIBUTION, 'DashboardDistribution').DistributionConfig

test('is not there unless it is asked for', () => {
  const types = Object.values(new Resources({ openReading: 'true' }).byId).map(({ Type }) => Type)
  expect(types.filter((type) => /CloudFront|Custom/.test(type))).toEqual([])
})

describe('the bucket of the page', () => {
  const { Statement: statements } = open.get('AWS::S3::BucketPolicy', 'DashboardFilesPolicy').PolicyDocument
  const allowed = (statements as Properties[]).filter(({ Effect }) => Effect === 'Allow')

  test('is read by the distribution and by nobody else', () => {
    const [reading, ...others] = allowed.filter(({ Action }) => Action !== 's3:PutObject')
    expect(others).toEqual([])
    expect(reading).toMatchObject({
      Action: 's3:GetObject',
      Principal: { Service: 'cloudfront.amazonaws.com' },
    })
    const [, arn] = reading?.Condition.StringEquals['AWS:SourceArn']['Fn::Join'] ?? []
    expect(targetOf(arn.at(-1))).toBe('DashboardDistribution')
  })

  test('is written by the copier and by nobody else, and nothing in it is deleted', () => {
    const [writing, ...others] = allowed.filter(({ Action }) => Action !== 's3:GetObject')
    expect(others).toEqual([])
    expect(targetOf(writing?.Principal.AWS)).toBe('DashboardPageCopierRole')
  })

  test('is private and logs every access', () => {
    const bucket = open.get('AWS::S3::Bucket', 'DashboardFiles')
    expect(Object.values(bucket.PublicAccessBlockConfiguration)).toEqual([true, true, true, true])
    expect(targetOf(bucket.LoggingConfiguration.DestinationBucketName)).toBe('AccessLogs')
  })

  test('gets each file of the page with its type and age, the page itself after all that it loads', () => {
    const copies = Object.entries(open.byId).filter(([, { Type }]) => Type === 'Custom::AWS')
    const calls = copies.map(([, { Properties }]) => Properties.Update['Fn::Join'][1].map(String).join(''))
    for (const { name, type, cacheControl } of bundleDashboard()) {
      const call = calls.find((text) => text.includes(`"Key":"${name}"`))
      expect(call).toContain(`"ContentType":"${type}","CacheControl":"${cacheControl}"`)
    }
    const [page, ...loaded] = copies.toReversed()
    expect(calls.at(-1)).toContain('"Key":"index.html"')
    expect(page?.[1].DependsOn).toEqual(expect.arrayContaining(loaded.map(([id]) => id)))
  })
})

describe('the distribution', () => {
  const { CacheBehaviors: behaviors, DefaultCacheBehavior: page, Origins: origins } = configOf(open)
  const origin = ({ TargetOriginId }: Properties) =>
    (origins as Properties[]).find(({ Id }) => Id === TargetOriginId)

  test('asks the API for every route of it, and the bucket for all else', () => {
    const patterns = (behaviors as Properties[]).map(({ PathPattern }) => PathPattern as string)
    expect(patterns).toEqual(['/v1/*', '/openapi.json', '/health'])
    const isAsked = (path: string) => patterns.some((pattern) => path.startsWith(pattern.replace('*', '')))
    expect(Object.values(ROUTES).filter(({ path }) => !isAsked(path))).toEqual([])
    expect(bundleDashboard().filter(({ name }) => isAsked(`/${name}`))).toEqual([])
    for (const behavior of behaviors)
      expect(JSON.stringify(origin(behavior)?.DomainName)).toContain('ApiEndpoint')
    expect(targetOf(origin(page)?.DomainName)).toBe('DashboardFiles')
    expect(targetOf(origin(page)?.OriginAccessControlId)).toBe('DashboardAccess')
  })

  test('keeps no answer of the API, and hands on tokens and all else but the name of the host', () => {
    // AWS's own policies CachingDisabled and AllViewerExceptHostHeader.
    for (const behavior of behaviors)
      expect(behavior).toMatchObject({
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      })
  })

  test('is reached over TLS only, and reaches the API over TLS only', () => {
    expect(page.ViewerProtocolPolicy).toBe('redirect-to-https')
    for (const behavior of behaviors) {
      expect(behavior.ViewerProtocolPolicy).toBe('https-only')
      expect(origin(behavior)?.CustomOriginConfig).toEqual({
        OriginProtocolPolicy: 'https-only',
        OriginSSLProtocols: ['TLSv1.2'],
      })
    }
  })

  test('answers with the security headers of the local cloud', () => {
    const { SecurityHeadersConfig: headers } = open.get(
      'AWS::CloudFront::ResponseHeadersPolicy',
      'DashboardHeaders',
    ).ResponseHeadersPolicyConfig
    const local = localPages(() => '').answer({
      method: 'GET',
      path: '/',
      headers: {},
      body: Buffer.alloc(0),
    })
    expect(headers.ContentSecurityPolicy.ContentSecurityPolicy).toBe(
      local?.headers['content-security-policy'],
    )
    expect(headers.ReferrerPolicy.ReferrerPolicy).toBe(local?.headers['referrer-policy'])
    expect(headers.ContentTypeOptions).toEqual({ Override: true })
    for (const behavior of [page, ...behaviors])
      expect(targetOf(behavior.ResponseHeadersPolicyId)).toBe('DashboardHeaders')
  })

  test("has a name of one's own, with TLS 1.2 at least, where one is given", () => {
    expect(configOf(open).Aliases).toBeUndefined()
    expect(configOf(named)).toMatchObject({
      Aliases: [OWN_NAME.dashboardDomain],
      ViewerCertificate: {
        AcmCertificateArn: OWN_NAME.dashboardCertificate,
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    })
  })
})
