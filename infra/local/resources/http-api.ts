import type { Cors } from '../cors.ts'
import { startGateway } from '../http-gateway.ts'
import { localPages } from '../local-pages.ts'
import type { Deployed } from '../template.ts'
import { tokenCheck } from '../token-check.ts'
import { functionNamed, type Kind, type Properties, type Site } from './site.ts'

export const HTTP_API: Record<string, Kind> = {
  'AWS::ApiGatewayV2::Api': {
    obeyed: ['CorsConfiguration', 'ProtocolType'],
    ignored: ['Description', 'Name', 'Tags'],
    create: createApi,
  },
  'AWS::ApiGatewayV2::Stage': {
    obeyed: ['ApiId', 'AutoDeploy', 'StageName'],
    ignored: ['AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'Tags'],
    create: createStage,
  },
  'AWS::ApiGatewayV2::Integration': {
    obeyed: ['ApiId', 'IntegrationType', 'IntegrationUri', 'PayloadFormatVersion'],
    create: createIntegration,
  },
  'AWS::ApiGatewayV2::Authorizer': {
    obeyed: ['ApiId', 'AuthorizerType', 'IdentitySource', 'JwtConfiguration'],
    ignored: ['Name'],
    create: createAuthorizer,
  },
  'AWS::ApiGatewayV2::Route': {
    obeyed: ['ApiId', 'AuthorizationType', 'AuthorizerId', 'RouteKey', 'Target'],
    create: createRoute,
  },
}

async function createApi(
  _name: string,
  { ProtocolType, CorsConfiguration }: Properties,
  site: Site,
): Promise<Deployed> {
  if (ProtocolType !== 'HTTP') throw new Error(`The local cloud knows HTTP APIs only, not ${ProtocolType}`)
  const { routes, port, engines, buckets, rebuilding, warn } = site
  const pages = localPages((key, bytes) => {
    const [bucket = ''] = buckets.keys()
    return engines.objects.put(bucket, key, { bytes }).etag.replaceAll('"', '')
  })
  const cors: Cors | undefined = CorsConfiguration
  const gateway = await startGateway(routes, port, { cors, pages, rebuilding, warn })
  site.gateways.push(gateway)
  return { ref: 'local', attributes: { ApiEndpoint: gateway.url } }
}

function createStage(name: string, { StageName, AutoDeploy }: Properties): Deployed {
  if (StageName !== '$default' || !AutoDeploy)
    throw new Error(`${name}: only the stage $default is deployed locally`)
  return { ref: StageName }
}

function createIntegration(
  name: string,
  properties: Properties,
  { functions, integrations }: Site,
): Deployed {
  const { IntegrationType, IntegrationUri, PayloadFormatVersion } = properties
  if (IntegrationType !== 'AWS_PROXY' || PayloadFormatVersion !== '2.0') {
    throw new Error(`${name}: the local cloud knows function integrations with payload 2.0 only`)
  }
  integrations.set(name, functionNamed(IntegrationUri, functions))
  return { ref: name }
}

function createAuthorizer(name: string, properties: Properties, { authorizers }: Site): Deployed {
  const { AuthorizerType, IdentitySource, JwtConfiguration } = properties
  if (AuthorizerType !== 'JWT' || String(IdentitySource) !== '$request.header.Authorization')
    throw new Error(`${name}: the local cloud knows bearer tokens in the header Authorization only`)
  const { Issuer: issuer, Audience: audiences } = JwtConfiguration
  authorizers.set(name, tokenCheck({ issuer, audiences }))
  return { ref: name }
}

function createRoute(
  name: string,
  { AuthorizationType = 'NONE', AuthorizerId, RouteKey, Target }: Properties,
  site: Site,
): Deployed {
  const authorizer = site.authorizers.get(AuthorizerId)
  if (AuthorizationType !== (authorizer === undefined ? 'NONE' : 'JWT')) {
    throw new Error(`${name}: the local cloud does not know the authorization ${AuthorizationType}`)
  }
  const target = site.integrations.get(String(Target).replace(/^integrations\//, ''))
  if (target === undefined) throw new Error(`${name}: there is no target ${Target}`)
  site.routes.push({ routeKey: RouteKey, target, authorizer })
  return { ref: name }
}
