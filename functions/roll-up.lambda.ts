import { readEnv } from '../shared/store/environment.ts'
import { readSeriesChanged } from '../shared/store/messages.ts'
import { dynamoTable } from './adapters/table.ts'
import { batchHandler } from './batch.ts'
import { count, recordLag } from './cloudwatch.ts'
import { logFor } from './log.ts'
import { logger } from './logger.ts'
import { rollUpMessages } from './roll-up.ts'

const env = readEnv(process.env, 'metricsTable')
const metrics = dynamoTable(env.metricsTable)

/** Queue series-changed → day, month, year and catalogue rows. */
export const handler = batchHandler(['seriesRolledUp'], readSeriesChanged, (bodies) => {
  const rolledUp = rollUpMessages(bodies, metrics)
  return async (body) => {
    const { digest, names, cause } = await rolledUp(body)
    count('seriesRolledUp')
    if (cause) recordLag(Date.now() - Date.parse(cause.at))
    logFor(cause, logger).info('series rolled up', { digest, names: names.length })
  }
})
