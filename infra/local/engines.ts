import type { Server } from 'node:http'
import dynalite from 'dynalite'
import { ObjectStore } from './object-store.ts'
import { closeServer, listenAs } from './ports.ts'
import { type Queues, startQueues } from './queues.ts'
import { s3Server } from './s3/s3-server.ts'
import { refusalOf } from './same-machine.ts'

/** Where each service is reached, as `http://127.0.0.1:port`. */
export interface Addresses {
  s3: string
  sqs: string
  dynamodb: string
}

export interface Engines extends Addresses {
  objects: ObjectStore
  queues: Queues
  close(): Promise<void>
}

export interface EngineOptions {
  /** Port of the API, as in listenAs. */
  first?: number
  /** Hears of messages that could not be sent. */
  warn?(message: string): void
}

export async function startEngines({ first, warn = () => {} }: EngineOptions = {}): Promise<Engines> {
  const objects = new ObjectStore()
  const storage = s3Server(objects)
  const tables = guarded(dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 }))
  const s3 = await listenAs('S3', storage, first)
  const queues = await startQueues({ first, warn })
  return {
    s3,
    sqs: queues.address,
    dynamodb: await listenAs('DynamoDB', tables, first),
    objects,
    queues,
    async close() {
      await Promise.all([closeServer(storage), queues.close(), closeServer(tables)])
    },
  }
}

/** Lets nobody in whom the engine would let in, but should not. */
function guarded(engine: Server): Server {
  const listeners = engine.listeners('request') as ((...args: unknown[]) => void)[]
  engine.removeAllListeners('request')
  return engine.on('request', (request, response) => {
    const refusal = refusalOf(request)
    if (refusal !== undefined) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end(refusal)
      request.resume()
      return
    }
    // It would tell every browser that the page may read the answer.
    delete request.headers.origin
    for (const listener of listeners) listener.call(engine, request, response)
  })
}
