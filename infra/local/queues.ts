import { Socket } from 'node:net'
import { buildApp } from 'fauxqs'
import * as v from 'valibot'
import { ACCOUNT } from './clients.ts'
import { closeServer, listenAs } from './ports.ts'
import { refusalOf } from './same-machine.ts'

/** SQS, and what the local cloud asks of it without the wire. */
export interface Queues {
  address: string
  /** Puts a message behind all that were sent to the queue before. */
  send(queueUrl: string, body: string): void
  /** Messages that wait or are worked on, by the name of their queue. */
  pending(): Promise<ReadonlyMap<string, number>>
  close(): Promise<void>
}

/** SQS takes so many messages at once. */
const MOST_AT_ONCE = 10

const CountsSchema = v.array(
  v.object({
    name: v.string(),
    approximateMessageCount: v.number(),
    approximateInflightCount: v.number(),
    approximateDelayedCount: v.number(),
  }),
)

const SentSchema = v.object({ Failed: v.optional(v.array(v.unknown()), []) })

export interface QueueOptions {
  /** Port of the API, as in listenAs. */
  first?: number
  warn(message: string): void
}

export async function startQueues({ first, warn }: QueueOptions): Promise<Queues> {
  const app = buildApp({ logger: false })
  app.addHook('onRequest', async (request, reply) => {
    if (!isFromOutside(request.raw)) return
    const refusal = refusalOf(request.raw)
    if (refusal !== undefined) await reply.status(403).send({ message: refusal })
    // The engine has more services and pages than queues.
    else if (request.method !== 'POST' || request.url !== '/') await reply.status(404).send()
  })
  // The engine gives queues names of hosts, which not every machine finds.
  app.addHook('onSend', async (request, _reply, payload) =>
    typeof payload === 'string'
      ? payload.replaceAll(ENGINE_HOST, `http://${request.headers.host}/${ACCOUNT}/`)
      : payload,
  )
  await app.ready()
  const address = await listenAs('SQS', app.server, first)
  const waiting = new Map<string, string[]>()
  let sending: Promise<void> | undefined

  const sendLot = async (url: string, lot: readonly string[]): Promise<void> => {
    const response = await app.inject({
      method: 'POST',
      url: '/',
      headers: {
        host: new URL(url).host,
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'AmazonSQS.SendMessageBatch',
      },
      payload: { QueueUrl: url, Entries: lot.map((MessageBody, n) => ({ Id: String(n), MessageBody })) },
    })
    const { Failed } = v.parse(SentSchema, response.json())
    if (response.statusCode !== 200 || Failed.length > 0) warn(`${url} took no message: ${response.body}`)
  }

  const sendAll = async (): Promise<void> => {
    for (let next = nextOf(waiting); next !== undefined; next = nextOf(waiting)) {
      const [url, bodies] = next
      const lot = bodies.slice(0, MOST_AT_ONCE)
      await sendLot(url, lot)
      // Only now: whoever counts sees a message here or there, and never nowhere.
      bodies.splice(0, lot.length)
    }
    sending = undefined
  }

  return {
    address,
    send(queueUrl, body) {
      const bodies = waiting.get(queueUrl) ?? []
      bodies.push(body)
      waiting.set(queueUrl, bodies)
      sending ??= sendAll()
    },
    async pending() {
      const counts = new Map(
        [...waiting].map(([url, bodies]) => [url.slice(url.lastIndexOf('/') + 1), bodies.length]),
      )
      const response = await app.inject({ method: 'GET', url: '/_fauxqs/queues' })
      for (const queue of v.parse(CountsSchema, response.json())) {
        const { name, approximateMessageCount, approximateInflightCount, approximateDelayedCount } = queue
        const inside = approximateMessageCount + approximateInflightCount + approximateDelayedCount
        counts.set(name, (counts.get(name) ?? 0) + inside)
      }
      return counts
    },
    async close() {
      await sending
      await Promise.all([closeServer(app.server), app.close()])
    },
  }
}

/** How the engine's addresses of queues begin. */
const ENGINE_HOST = new RegExp(`http://sqs\\.[a-z0-9-]+\\.localhost(?::\\d+)?/${ACCOUNT}/`, 'g')

/** What the local cloud asks itself comes by no socket. */
const isFromOutside = ({ socket }: { socket: unknown }): boolean => socket instanceof Socket

const nextOf = (waiting: ReadonlyMap<string, string[]>): [string, string[]] | undefined =>
  [...waiting].find(([, bodies]) => bodies.length > 0)
