import { describe, expect, test } from 'vitest'
import type { FunctionPool } from '../../../infra/local/function-pool.ts'
import { answerOf, matchRoute, startGateway } from '../../../infra/local/http-gateway.ts'

const ROUTES = [
  'GET /v1/digests',
  'GET /v1/digests/{id}',
  'GET /v1/digests/latest',
  'ANY /files/{path+}',
].map((routeKey) => ({ routeKey }))

describe('the gateway routes as API Gateway does', () => {
  test.each([
    ['GET', '/v1/digests', 'GET /v1/digests', {}],
    ['GET', '/v1/digests/7', 'GET /v1/digests/{id}', { id: '7' }],
    ['GET', '/v1/digests/a%20b', 'GET /v1/digests/{id}', { id: 'a b' }],
    ['GET', '/v1/digests/%E0%A4%A', 'GET /v1/digests/{id}', { id: '%E0%A4%A' }],
    ['GET', '/v1/digests/latest', 'GET /v1/digests/latest', {}],
    ['PUT', '/files/a/b.txt', 'ANY /files/{path+}', { path: 'a/b.txt' }],
  ])('%s %s goes to %s', (method, path, routeKey, pathParameters) => {
    expect(matchRoute(method, path, ROUTES)).toMatchObject({ route: { routeKey }, pathParameters })
  })

  test.each([
    ['POST', '/v1/digests'],
    ['GET', '/v1/digests/'],
    ['GET', '/v1/digests/7/items'],
    ['GET', '/files'],
  ])('%s %s goes nowhere', (method, path) => {
    expect(matchRoute(method, path, ROUTES)).toBeUndefined()
  })
})

describe('what a function returns', () => {
  test('without a status code is the body', () => {
    expect(answerOf({ a: 1 })).toMatchObject({ statusCode: 200, body: '{"a":1}' })
  })

  test('keeps its headers, by lower-case name', () => {
    const answer = answerOf({ statusCode: 304, headers: { ETag: '"x"' } })
    expect(answer).toMatchObject({ statusCode: 304, body: '', headers: { etag: '"x"' } })
  })
})

test('a function that does not answer is a 500, and whoever runs the gateway hears why', async () => {
  const target = { invoke: () => Promise.reject(new Error('serve-api: it exited with 1')) }
  const route = { routeKey: 'GET /v1/metrics', target: target as unknown as FunctionPool }
  const warnings: string[] = []
  const gateway = await startGateway([route], 0, { warn: (message) => warnings.push(message) })
  try {
    expect((await fetch(`${gateway.url}/v1/metrics?limit=1`)).status).toBe(500)
    expect(warnings).toEqual(['GET /v1/metrics?limit=1: serve-api: it exited with 1'])
  } finally {
    await gateway.close()
  }
})

describe('a web page', () => {
  const target = { invoke: async () => ({ status: 'ok' }) } as unknown as FunctionPool
  const cors = { AllowOrigins: ['https://named.example'] }
  const ask = async (origin?: string) => {
    const gateway = await startGateway([{ routeKey: 'GET /v1/metrics', target }], 0, { cors })
    try {
      const headers = { ...(origin !== undefined && { origin: origin === 'own' ? gateway.url : origin }) }
      return (await fetch(`${gateway.url}/v1/metrics`, { headers })).status
    } finally {
      await gateway.close()
    }
  }

  test.each([
    ['own', 200],
    ['https://named.example', 200],
    ['https://elsewhere.example', 403],
    ['null', 403],
    [undefined, 200],
  ])('of the origin %s is answered with %d', async (origin, status) => {
    expect(await ask(origin)).toBe(status)
  })
})

test('while a restart rebuilds the tables, every answer says how far it is, and health in words', async () => {
  const target = {
    invoke: async () => ({ statusCode: 200, body: '{"status":"ok"}' }),
  } as unknown as FunctionPool
  const routes = ['GET /health', 'GET /v1/metrics'].map((routeKey) => ({ routeKey, target }))
  let progress: { done: number; of: number } | undefined = { done: 12, of: 33 }
  const gateway = await startGateway(routes, 0, { rebuilding: () => progress })
  const ask = async (path: string) => {
    const response = await fetch(`${gateway.url}${path}`)
    return [response.headers.get('digest-metrics-rebuilding'), await response.json()]
  }
  try {
    expect(await ask('/v1/metrics')).toEqual(['12/33', { status: 'ok' }])
    expect(await ask('/health')).toEqual(['12/33', { status: 'ok', rebuilding: { done: 12, of: 33 } }])
    expect((await ask('/elsewhere'))[0]).toBe('12/33')
    progress = undefined
    expect(await ask('/health')).toEqual([null, { status: 'ok' }])
  } finally {
    await gateway.close()
  }
})
