import { Duration } from 'aws-cdk-lib'
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Construct } from 'constructs'
import { ROUTES } from '../shared/api/routes.ts'
import { ENV } from '../shared/env.ts'
import { BY_DATE_INDEX } from '../shared/keys.ts'
import { NodeFunction } from './node-function.ts'
import type { Settings } from './settings.ts'
import type { ItemsTable, MetricsTable } from './tables.ts'

export interface TrendApiProps {
  settings: Settings
  itemsTable: ItemsTable
  metricsTable: MetricsTable
}

/** Below the 30 s after which the gateway gives up. */
const SERVE_TIMEOUT = Duration.seconds(20)

/** series → trend: the HTTP API and serve-api, which only reads. */
export class TrendApi extends Construct {
  readonly function: NodeFunction
  readonly url: string

  constructor(scope: Construct, id: string, { settings, itemsTable, metricsTable }: TrendApiProps) {
    super(scope, id)
    const serveApi = new NodeFunction(this, 'Function', {
      settings,
      entry: 'serve-api.lambda.ts',
      description: 'Serves digests, facts and trends',
      memorySize: 512,
      timeout: SERVE_TIMEOUT,
    })
    serveApi.useTable(ENV.itemsTable, itemsTable, ['GetItem', 'Query'], BY_DATE_INDEX.name)
    serveApi.useTable(ENV.metricsTable, metricsTable, ['GetItem', 'Query'])

    const api = new HttpApi(this, 'Api', { description: 'digest-metrics' })
    const integration = new HttpLambdaIntegration('ServeApi', serveApi, { scopePermissionToRoute: false })
    for (const { method, path } of Object.values(ROUTES)) {
      api.addRoutes({ path, methods: [HttpMethod[method]], integration })
    }
    this.function = serveApi
    this.url = api.apiEndpoint
  }
}
