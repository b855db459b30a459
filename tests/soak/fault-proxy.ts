import { Agent, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ChangeMessageVisibilityCommand, type Message, type SQSClient } from '@aws-sdk/client-sqs'
import { localSqs } from '../../infra/local/clients.ts'
import type { Addresses } from '../../infra/local/engines.ts'
import { HOST } from '../../infra/local/ports.ts'
import { FAULTY, isBatch } from './call-faults.ts'
import { CALL_FAULTS, type CallFault, type Mischief } from './faults.ts'
import { type Answer, answerOf, type Call, callOf, contentOf, forward, withContent } from './wire.ts'

export interface FaultProxy {
  /** Of all services. */
  address: string
  /** Calls of functions that are on their way. */
  underWay(): number
  close(): Promise<void>
}

/** What functions ask for; nobody else asks for it while there are faults. */
const OF_FUNCTIONS = new Set([
  'GetObject',
  'GetItem',
  'PutItem',
  'BatchWriteItem',
  'Query',
  'SendMessageBatch',
])

/** Of the calls that fail, one in so many does at each attempt of the SDK. */
const LASTING = 10
/** A message that is delayed comes after so many seconds at most. */
const DELAYED_SECONDS = 5

/** Stands between the engines and all who ask them: passes on what is said, but for the mischief that befalls it. */
export async function startFaultProxy(engines: Addresses, mischief: Mischief): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true })
  const sqs = localSqs(engines.sqs)
  const faultOf = faultsOfCalls(mischief)
  let underWay = 0

  const answerTo = async (call: Call, signal: AbortSignal): Promise<Answer | undefined> => {
    const carryOut = (one: Call) => forward(one, { to: engines, agent })
    if (call.operation === 'ReceiveMessage')
      return received(call, await forward(call, { to: engines, agent, signal }), { sqs, mischief })
    if (call.operation === 'DeleteMessageBatch') return deleted(call, carryOut, mischief)
    const fault = OF_FUNCTIONS.has(call.operation) ? faultOf(call) : undefined
    if (fault === undefined) return carryOut(call)
    mischief.count(fault)
    return FAULTY[fault](call, { carryOut, choose: (below) => mischief.choices.choose(below) })
  }

  const server = createServer(async (request, response) => {
    const closed = new AbortController()
    response.on('close', () => closed.abort())
    const call = await callOf(request)
    const counts = OF_FUNCTIONS.has(call.operation) ? 1 : 0
    underWay += counts
    try {
      const answer = await answerTo(call, closed.signal)
      if (answer === undefined) response.destroy()
      else response.writeHead(answer.status, answer.headers).end(answer.body)
    } catch (error) {
      // Whoever asked sees the connection end; one who has gone already, nothing.
      response.destroy(error as Error)
    } finally {
      underWay -= counts
    }
  })
  await new Promise<void>((ready) => server.listen(0, HOST, ready))
  return {
    address: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    underWay: () => underWay,
    async close() {
      server.closeAllConnections()
      await new Promise((ended) => server.close(ended))
      agent.destroy()
      sqs.destroy()
    },
  }
}

/** Draws the fault of a call; one that fails at each attempt does so by the id that its attempts share. */
function faultsOfCalls(mischief: Mischief): (call: Call) => CallFault | undefined {
  const lasting = new Map<string, CallFault>()
  return ({ operation, headers }) => {
    const id = String(headers['amz-sdk-invocation-id'])
    const possible = CALL_FAULTS.filter((fault) => fault !== 'partly' || isBatch(operation))
    const fault = lasting.get(id) ?? possible.find((one) => mischief.befalls(one))
    if (fault !== undefined && mischief.choices.choose(LASTING) === 1) lasting.set(id, fault)
    return fault
  }
}

/** Messages as they were received, without those delayed; those delivered twice can be received once more at once. */
async function received(
  call: Call,
  answer: Answer,
  { sqs, mischief }: { sqs: SQSClient; mischief: Mischief },
): Promise<Answer> {
  const { QueueUrl } = contentOf(call)
  const { Messages = [] } = contentOf(answer) as { Messages?: Message[] }
  const showIn = (VisibilityTimeout: number, { ReceiptHandle }: Message) =>
    sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }))
  const given: Message[] = []
  for (const message of Messages) {
    if (mischief.befalls('delayed')) {
      mischief.count('delayed')
      await showIn(1 + mischief.choices.choose(DELAYED_SECONDS), message)
      continue
    }
    given.push(message)
    if (mischief.befalls('delivered twice')) {
      mischief.count('delivered twice')
      await showIn(0, message)
    }
  }
  return given.length === Messages.length ? answer : answerOf(200, { Messages: given })
}

/** Deletes messages, but for some that only seem to be deleted. */
async function deleted(
  call: Call,
  carryOut: (call: Call) => Promise<Answer>,
  mischief: Mischief,
): Promise<Answer> {
  const whole = contentOf(call)
  const entries = whole.Entries as { Id: string }[]
  const gone = entries.filter(() => !mischief.befalls('deleted in vain'))
  for (let n = gone.length; n < entries.length; n++) mischief.count('deleted in vain')
  if (gone.length > 0) await carryOut(withContent(call, { ...whole, Entries: gone }))
  return answerOf(200, { Successful: entries.map(({ Id }) => ({ Id })), Failed: [] })
}
