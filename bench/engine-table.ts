import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoTable, type Page, type Query, type Table } from '../functions/adapters/table.ts'
import { localDynamoDb } from '../infra/local/clients.ts'
import type { Condition } from '../shared/store/condition.ts'
import type { RowKey } from '../shared/store/keys.ts'
import { MeteredTable } from './metered-table.ts'

interface Consumed {
  ReadCapacityUnits?: number
  CapacityUnits?: number
}

/** A metered table that has an engine do all that it does, and adds up the capacity that the engine reports. */
export class EngineTable extends MeteredTable {
  readonly name: string
  readonly reported: ReturnType<typeof consumedBy>
  readonly #engine: Table

  constructor(name: string, endpoint: string) {
    super()
    this.name = name
    const client = localDynamoDb(endpoint)
    this.reported = consumedBy(client)
    this.#engine = dynamoTable(name, client)
  }

  override async get<Row extends RowKey>(key: RowKey): Promise<Row | undefined> {
    await this.#engine.get(key)
    return super.get<Row>(key)
  }

  override async put(row: RowKey, condition?: Condition): Promise<boolean> {
    await this.#engine.put(row, condition)
    return super.put(row, condition)
  }

  override async queryPage<Row extends RowKey>(query: Query): Promise<Page<Row>> {
    await this.#engine.queryPage(query)
    return super.queryPage<Row>(query)
  }
}

/** Adds up the capacity that the engine reports for all that a client asks from now on, in request units. */
export function consumedBy(client: DynamoDBClient): { reads: number; writes: number } {
  const consumed = { reads: 0, writes: 0 }
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
        const answer = await next(args)
        const { ConsumedCapacity = [] } = answer.output as { ConsumedCapacity?: Consumed | Consumed[] }
        const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
        consumed[/Get|Query/.test(commandName) ? 'reads' : 'writes'] += units
        return answer
      },
    { step: 'initialize' },
  )
  return consumed
}
