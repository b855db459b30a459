import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engines, startEngines } from '../../../infra/local/engines.ts'
import { startQueues } from '../../../infra/local/queues.ts'

let engines: Engines
beforeAll(async () => {
  engines = await startEngines({ first: 0 })
})
afterAll(() => engines?.close())

const LISTS = {
  sqs: ['AmazonSQS.ListQueues', 'application/x-amz-json-1.0'],
  dynamodb: ['DynamoDB_20120810.ListTables', 'application/x-amz-json-1.0'],
} as const

const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=local/20200101/us-east-1/any/aws4_request, SignedHeaders=host, Signature=0'

const ask = (service: keyof typeof LISTS, headers: Record<string, string> = {}) =>
  fetch(engines[service], {
    method: 'POST',
    headers: {
      'x-amz-target': LISTS[service][0],
      'content-type': LISTS[service][1],
      'x-amz-date': '20200101T000000Z',
      authorization: AUTHORIZATION,
      ...headers,
    },
    body: '{}',
  })

test.each(['sqs', 'dynamodb'] as const)(
  '%s answers programs, and no page of another origin',
  async (service) => {
    const answered = await ask(service)
    expect(answered.status).toBe(200)
    expect(answered.headers.get('access-control-allow-origin')).toBeNull()
    for (const origin of ['https://elsewhere.example', 'null', 'http://localhost:1']) {
      const refused = await ask(service, { origin })
      expect(refused.status).toBe(403)
      expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    }
  },
)

test('the address of the queues is that of nothing else that their engine can do', async () => {
  for (const [method, path] of [
    ['PUT', '/digests/a.txt'],
    ['GET', '/_fauxqs/queues'],
    ['GET', '/health'],
  ])
    expect((await fetch(`${engines.sqs}${path}`, { method })).status).toBe(404)
})

test('messages come in the order in which they were sent, and are counted from the first moment', async () => {
  const warnings: string[] = []
  const queues = await startQueues({ first: 0, warn: (message) => warnings.push(message) })
  try {
    const call = async (target: string, body: object) => {
      const headers = { 'x-amz-target': `AmazonSQS.${target}`, 'content-type': 'application/x-amz-json-1.0' }
      return (await fetch(queues.address, { method: 'POST', headers, body: JSON.stringify(body) })).json()
    }
    const { QueueUrl } = (await call('CreateQueue', { QueueName: 'events' })) as { QueueUrl: string }
    expect(QueueUrl).toBe(`${queues.address}/000000000000/events`)
    const bodies = Array.from({ length: 25 }, (_, n) => `message ${n}`)
    for (const body of bodies) queues.send(QueueUrl, body)
    expect((await queues.pending()).get('events')).toBeGreaterThanOrEqual(bodies.length)
    const received: string[] = []
    await expect
      .poll(async () => {
        const { Messages = [] } = (await call('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10 })) as {
          Messages?: { Body: string }[]
        }
        received.push(...Messages.map(({ Body }) => Body))
        return received.length
      })
      .toBe(bodies.length)
    expect(received).toEqual(bodies)
    expect((await queues.pending()).get('events')).toBe(bodies.length)
    queues.send(`${queues.address}/000000000000/nowhere`, 'lost')
    await expect.poll(() => warnings).toEqual([expect.stringContaining('nowhere')])
    queues.send(QueueUrl, 'the next')
    await expect.poll(async () => (await queues.pending()).get('events')).toBe(bodies.length + 1)
  } finally {
    await queues.close()
  }
})
