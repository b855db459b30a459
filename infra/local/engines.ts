import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import dynalite from 'dynalite'
import { buildApp } from 'fauxqs'
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js'
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js'
import { ObjectStore } from './object-store.ts'

/** Everything listens here only. */
export const HOST = '127.0.0.1'

/** S3 takes an object of 5 GB at once. */
const BODY_LIMIT = 5 * 1024 ** 3

/** Where each service is reached, as `http://127.0.0.1:port`. */
export interface Addresses {
  s3: string
  sqs: string
  dynamodb: string
}

export interface Engines extends Addresses {
  objects: ObjectStore
  queues: SqsStore
  close(): Promise<void>
}

export async function startEngines(): Promise<Engines> {
  const objects = new ObjectStore()
  const queues = new SqsStore()
  const storage = await startStorage(objects, queues)
  const tables = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  await listen(tables)
  return {
    s3: storage.address,
    sqs: storage.address,
    dynamodb: `http://${HOST}:${(tables.address() as AddressInfo).port}`,
    objects,
    queues,
    async close() {
      await Promise.all([storage.close(), closeServer(tables)])
    },
  }
}

async function startStorage(objects: ObjectStore, queues: SqsStore) {
  const app = buildApp({
    logger: false,
    stores: { sqsStore: queues, snsStore: new SnsStore(), s3Store: objects },
  })
  // Queue addresses are then those of the requests that made the queues, and resolve.
  queues.host = ''
  app.removeContentTypeParser('*')
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
    done(null, body),
  )
  // An empty body is no body to the server, and the engine needs one.
  app.addHook('preHandler', async (request) => {
    if (request.method === 'PUT' && (request.body ?? undefined) === undefined) request.body = Buffer.alloc(0)
  })
  const address = await app.listen({ host: HOST, port: 0 })
  return { address, close: () => app.close() }
}

function listen(server: Server): Promise<void> {
  return new Promise((ready, failed) => {
    server.once('error', failed).listen(0, HOST, ready)
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed())
    server.closeAllConnections()
  })
}
