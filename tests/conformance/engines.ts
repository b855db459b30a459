import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { CreateTableCommand, type DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import { dynamoTable, type Table } from '../../functions/adapters/table.ts'
import { localDynamoDb } from '../../infra/local/clients.ts'
import { HOST } from '../../infra/local/engines.ts'
import { BY_DATE_INDEX, KEY } from '../../shared/keys.ts'
import { MemoryTable } from '../simulation/memory-table.ts'

/** A place to make tables in. */
export interface Engine {
  newTable(): Promise<Table>
  close(): Promise<void>
}

export const memoryEngine: Engine = { newTable: async () => new MemoryTable(), close: async () => {} }

export async function dynaliteEngine(): Promise<Engine> {
  const server: Server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  await new Promise<void>((ready) => server.listen(0, HOST, ready))
  const client = localDynamoDb(`http://${HOST}:${portOf(server)}`)
  return {
    newTable: () => newTable(client),
    async close() {
      client.destroy()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** The jar of AWS's own DynamoDB Local, where whoever runs the tests says that there is one, and Java. */
export const dynamoDbLocalJar = (): string | undefined => {
  const { DYNAMODB_LOCAL_JAR: jar } = process.env
  return jar !== undefined && existsSync(jar) ? jar : undefined
}

export async function dynamoDbLocalEngine(jar: string): Promise<Engine> {
  const port = await freePort()
  const libraries = `-Djava.library.path=${join(dirname(jar), 'DynamoDBLocal_lib')}`
  const java = spawn('java', [libraries, '-jar', jar, '-inMemory', '-port', String(port)], {
    stdio: 'ignore',
  })
  const client = localDynamoDb(`http://${HOST}:${port}`)
  await untilAnswers(client, java)
  return {
    newTable: () => newTable(client),
    async close() {
      client.destroy()
      java.kill()
    },
  }
}

async function untilAnswers(client: DynamoDBClient, java: ChildProcess): Promise<void> {
  for (;;) {
    try {
      await client.send(new ListTablesCommand({}))
      return
    } catch (error) {
      if (java.exitCode !== null)
        throw new Error(`DynamoDB Local ended with ${java.exitCode}`, { cause: error })
    }
  }
}

let tables = 0

/** As infra/tables.ts has the items table. */
async function newTable(client: DynamoDBClient): Promise<Table> {
  const TableName = `table-${tables++}`
  const keys = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ]
  const names = [KEY.partition, KEY.sort, BY_DATE_INDEX.partition, BY_DATE_INDEX.sort]
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      KeySchema: keys(KEY.partition, KEY.sort),
      GlobalSecondaryIndexes: [
        {
          IndexName: BY_DATE_INDEX.name,
          KeySchema: keys(BY_DATE_INDEX.partition, BY_DATE_INDEX.sort),
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  )
  return dynamoTable(TableName, client)
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, HOST, ready))
  const port = portOf(server)
  await new Promise((closed) => server.close(closed))
  return port
}
