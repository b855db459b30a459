import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Gateway, startGateway } from '../../../infra/local/http-gateway.ts'

const PAGE = 'https://charts.example.org'

let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway([], 0, {
    cors: {
      AllowOrigins: [PAGE],
      AllowMethods: ['GET'],
      AllowHeaders: ['authorization'],
      ExposeHeaders: ['etag', 'link'],
      MaxAge: 3600,
    },
  })
})
afterAll(() => gateway.close())

const preflight = (origin: string) =>
  fetch(`${gateway.url}/v1/metrics`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'GET' },
  })

describe('a web page', () => {
  test('of an origin that is allowed may ask, and see the headers that are named', async () => {
    const { status, headers } = await preflight(PAGE)
    expect(status).toBe(204)
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-allow-origin': PAGE,
      'access-control-allow-methods': 'GET',
      'access-control-allow-headers': 'authorization',
      'access-control-max-age': '3600',
    })
    const answer = await fetch(`${gateway.url}/v1/metrics`, { headers: { origin: PAGE } })
    expect(answer.headers.get('access-control-allow-origin')).toBe(PAGE)
    expect(answer.headers.get('access-control-expose-headers')).toBe('etag,link')
  })

  test('of any other origin may not', async () => {
    const { headers } = await preflight('https://elsewhere.example.org')
    expect(headers.has('access-control-allow-origin')).toBe(false)
  })
})
