import { describe, expect, test } from 'vitest'
import { ROUTES } from '../../shared/api/routes.ts'
import { Resources } from './synthesized.ts'

const ISSUER = { jwtIssuer: 'https://id.example.org', jwtAudience: 'digest-readers' }

const routes = (resources: Resources) =>
  Object.values(resources.ofType('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties)

const authorizations = (resources: Resources) =>
  new Set(routes(resources).map(({ AuthorizationType }) => AuthorizationType))

describe('who may read', () => {
  test('by default only who has the permission in the account', () => {
    expect(authorizations(new Resources())).toEqual(new Set(['AWS_IAM']))
  })

  test('whoever has a token of the issuer, once one is named', () => {
    const resources = new Resources(ISSUER)
    expect(authorizations(resources)).toEqual(new Set(['JWT']))
    const [authorizer] = Object.values(resources.ofType('AWS::ApiGatewayV2::Authorizer'))
    expect(authorizer?.Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://id.example.org', Audience: ['digest-readers'] },
    })
  })

  test('everyone, only when openReading says so', () => {
    expect(authorizations(new Resources({ openReading: 'true' }))).toEqual(new Set(['NONE']))
  })

  test('web pages of other origins only where they are named', () => {
    const api = (settings?: object) =>
      Object.values(new Resources({ ...settings }).ofType('AWS::ApiGatewayV2::Api'))[0]?.Properties
    expect(api()?.CorsConfiguration).toBeUndefined()
    expect(api({ corsOrigins: 'https://a.example,https://b.example' })?.CorsConfiguration).toMatchObject({
      AllowOrigins: ['https://a.example', 'https://b.example'],
      AllowMethods: ['GET'],
    })
  })
})

describe('the gateway', () => {
  const [stage] = Object.values(new Resources({ requestsPerSecond: '7' }).ofType('AWS::ApiGatewayV2::Stage'))

  test('declares the routes that serve-api answers and no others', () => {
    const keys = Object.values(ROUTES).map(({ method, path }) => `${method} ${path}`)
    expect(
      routes(new Resources())
        .map(({ RouteKey }) => RouteKey)
        .sort(),
    ).toEqual(keys.sort())
  })

  test('limits each route by itself', () => {
    const limits = stage?.Properties.RouteSettings as Record<string, object>
    expect(Object.keys(limits)).toHaveLength(Object.keys(ROUTES).length)
    for (const limit of Object.values(limits))
      expect(limit).toEqual({ ThrottlingRateLimit: 7, ThrottlingBurstLimit: 100 })
  })

  test('logs every request as JSON, without its query and without a token', () => {
    const format = JSON.parse(stage?.Properties.AccessLogSettings.Format)
    expect(format).toMatchObject({ requestId: '$context.requestId', status: '$context.status' })
    expect(JSON.stringify(format)).not.toMatch(/query|header/i)
  })
})
