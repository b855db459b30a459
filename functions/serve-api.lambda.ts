import type { APIGatewayProxyHandlerV2 } from 'aws-lambda'
import { readEnv } from '../shared/env.ts'
import { dynamoTable } from './adapters/table.ts'
import { answer } from './answer.ts'
import { logger } from './logger.ts'

const env = readEnv(process.env, 'itemsTable', 'metricsTable')
const ports = { items: dynamoTable(env.itemsTable), metrics: dynamoTable(env.metricsTable), now: Date.now }

/** HTTP API → items, facts and trends as JSON. */
export const handler: APIGatewayProxyHandlerV2 = (event) =>
  answer(event.routeKey, { ...event.queryStringParameters, ...event.pathParameters }, ports, logger)
