import { describe, expect, test } from 'vitest'
import { answerOf, matchRoute } from '../../../infra/local/http-gateway.ts'

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
