import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import { dynamoTable, type Table } from '../../functions/adapters/table.ts'
import { localDynamoDb } from '../../infra/local/clients.ts'
import { HOST } from '../../infra/local/ports.ts'
import { BY_DATE_INDEX, KEY } from '../../shared/store/keys.ts'
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

const { DYNAMODB_LOCAL_JAR: JAR } = process.env

/** What to do so that AWS's own DynamoDB Local can be had here; undefined where it can. */
export function dynamoDbLocalMissing(): string | undefined {
  if (JAR === undefined) return 'set DYNAMODB_LOCAL_JAR to the path of DynamoDBLocal.jar'
  if (!existsSync(JAR)) throw new Error(`DYNAMODB_LOCAL_JAR is ${JAR}, which is not there`)
  return spawnSync('java', ['-version']).error && 'put java on the PATH'
}

export async function dynamoDbLocalEngine(): Promise<Engine> {
  const jar = JAR ?? ''
  const port = await freePort()
  const libraries = `-Djava.library.path=${join(dirname(jar), 'DynamoDBLocal_lib')}`
  const options = ['-inMemory', '-disableTelemetry', '-port', String(port)]
  // It leaves a file where it is started.
  const cwd = await mkdtemp(join(tmpdir(), 'dynamodb-local-'))
  const java = spawn('java', [libraries, '-jar', jar, ...options], { cwd, stdio: 'ignore' })
  const client = localDynamoDb(`http://${HOST}:${port}`)
  await untilAnswers(client, java)
  return {
    newTable: () => newTable(client),
    async close() {
      client.destroy()
      java.kill()
      await rm(cwd, { recursive: true, force: true })
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

export async function newTable(client: DynamoDBClient): Promise<Table> {
  const name = `table-${tables++}`
  await createTable(name, client)
  return dynamoTable(name, client)
}

/** A table with the keys and the index of infra/tables.ts. */
export async function createTable(TableName: string, client: DynamoDBClient): Promise<void> {
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
  await untilActive(TableName, client)
}

async function untilActive(TableName: string, client: DynamoDBClient): Promise<void> {
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }))
    if (Table?.TableStatus === 'ACTIVE') return
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, HOST, ready))
  const port = portOf(server)
  await new Promise((closed) => server.close(closed))
  return port
}
