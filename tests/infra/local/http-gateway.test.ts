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
