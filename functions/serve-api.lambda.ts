import type { APIGatewayProxyHandlerV2 } from 'aws-lambda'
import { readEnv } from '../shared/store/environment.ts'
import { dynamoTable } from './adapters/table.ts'
import { answer } from './answer.ts'
import type { ServeApiPorts } from './api/ports.ts'
import { logger } from './logger.ts'

const env = readEnv(process.env, 'itemsTable', 'metricsTable', 'cursorKey')
const ports: ServeApiPorts = {
  items: dynamoTable(env.itemsTable),
  metrics: dynamoTable(env.metricsTable),
  cursorKey: env.cursorKey,
  now: Date.now,
}

/** HTTP API → items, facts and trends. */
export const handler: APIGatewayProxyHandlerV2 = (event) => answer(event, ports, logger)
