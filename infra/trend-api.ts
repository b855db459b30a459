import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  type CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { ROUTES } from '../shared/api/routes.ts'
import { ENV } from '../shared/store/environment.ts'
import { BY_DATE_INDEX } from '../shared/store/keys.ts'
import { NodeFunction } from './node-function.ts'
import { readersOf } from './readers.ts'
import type { Settings } from './settings.ts'
import type { ItemsTable, MetricsTable } from './tables.ts'

export interface TrendApiProps {
  settings: Settings
  itemsTable: ItemsTable
  metricsTable: MetricsTable
}

/** Below the 30 s after which the gateway gives up. */
const SERVE_TIMEOUT = Duration.seconds(20)

/** What is kept of a request: who asked for what, and how it went. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  caller: '$context.identity.userArn',
  subject: '$context.authorizer.claims.sub',
  method: '$context.httpMethod',
  path: '$context.path',
  routeKey: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.error.message',
  integrationError: '$context.integrationErrorMessage',
}

/** series → trend: the HTTP API and serve-api, which only reads. */
export class TrendApi extends Construct {
  readonly api: HttpApi
  readonly url: string

  constructor(scope: Construct, id: string, { settings, itemsTable, metricsTable }: TrendApiProps) {
    super(scope, id)
    const serveApi = new NodeFunction(this, 'Function', {
      settings,
      entry: 'serve-api.lambda.ts',
      description: 'Serves digests, facts and trends',
      memorySize: settings.serveMemory,
      timeout: SERVE_TIMEOUT,
    })
    serveApi.useTable(ENV.itemsTable, itemsTable, ['GetItem', 'Query'], BY_DATE_INDEX.name)
    serveApi.useTable(ENV.metricsTable, metricsTable, ['GetItem', 'Query'])
    // A cursor opens nothing that its reader could not ask for outright, so what signs it need only be of this stack
    // alone and unknown outside the account: the id of the stack is, has a random part, and asks for no secret's upkeep.
    serveApi.addEnvironment(ENV.cursorKey, Aws.STACK_ID)

    const { corsOrigins: allowOrigins } = settings
    const api = new HttpApi(this, 'Api', {
      description: 'digest-metrics',
      createDefaultStage: false,
      corsPreflight: allowOrigins && {
        allowOrigins,
        allowMethods: [CorsHttpMethod.GET],
        allowHeaders: ['authorization', 'if-none-match'],
        exposeHeaders: ['etag', 'link'],
        maxAge: Duration.hours(1),
      },
    })
    const integration = new HttpLambdaIntegration('ServeApi', serveApi, { scopePermissionToRoute: false })
    const authorizer = readersOf(settings, this)
    const routes = Object.values(ROUTES).flatMap(({ method, path }) =>
      api.addRoutes({ path, methods: [HttpMethod[method]], integration, authorizer }),
    )

    const { requestsPerSecond: rateLimit, requestBurst: burstLimit } = settings
    const stage = new HttpStage(api, 'DefaultStage', {
      httpApi: api,
      autoDeploy: true,
      throttle: { rateLimit, burstLimit },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', {
            retention: settings.logRetentionDays,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    })
    // Each route has a limit of its own: one that is flooded leaves the others alone.
    const resource = stage.node.defaultChild as CfnStage
    resource.routeSettings = Object.fromEntries(
      Object.values(ROUTES).map(({ method, path }) => [
        `${method} ${path}`,
        { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
      ]),
    )
    stage.node.addDependency(...routes)
    this.api = api
    this.url = api.apiEndpoint
  }
}
