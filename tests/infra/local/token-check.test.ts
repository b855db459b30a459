import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FunctionPool } from '../../../infra/local/function-pool.ts'
import { type Gateway, startGateway } from '../../../infra/local/http-gateway.ts'
import { tokenCheck } from '../../../infra/local/token-check.ts'

const AUDIENCE = 'urn:digest-readers'
const CLIENT = { id: 'dashboard', secret: 'a secret of this test alone' }

type Keys = Awaited<ReturnType<typeof generateKeyPair>>

let issuer: string
let keys: Keys
let provider: Server
let gateway: Gateway

beforeAll(async () => {
  keys = await generateKeyPair('RS256', { extractable: true })
  provider = createServer()
  await new Promise<void>((listening) => provider.listen(0, '127.0.0.1', listening))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
  provider.on('request', await openIdProvider(issuer, keys))
  const echo = { invoke: async (event: object) => ({ statusCode: 200, body: JSON.stringify(event) }) }
  gateway = await startGateway(
    [
      {
        routeKey: 'GET /v1/metrics',
        target: echo as unknown as FunctionPool,
        authorizer: tokenCheck({ issuer, audiences: [AUDIENCE] }),
      },
    ],
    0,
  )
})

afterAll(async () => {
  await gateway.close()
  provider.close()
})

/** A provider that gives a client tokens of its own for whatever audience it asks. */
async function openIdProvider(issuer: string, { privateKey }: Keys) {
  const key = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' }
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    jwks: { keys: [key] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: 'read',
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  }).callback()
}

async function tokenFor(resource: string): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${CLIENT.id}:${encodeURIComponent(CLIENT.secret)}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource }),
  })
  const { access_token } = (await response.json()) as { access_token: string }
  return access_token
}

/** A token that the provider did not make, with its name on it. */
const forged = (key: Keys['privateKey'] | Uint8Array, { alg = 'RS256', seconds = 60, aud = AUDIENCE } = {}) =>
  new SignJWT({ aud })
    .setProtectedHeader({ alg, kid: 'test' })
    .setIssuer(issuer)
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(key)

const read = (token?: string) =>
  fetch(`${gateway.url}/v1/metrics`, { headers: token ? { authorization: `Bearer ${token}` } : {} })

describe('a gateway that asks for tokens', () => {
  test('lets in who has one of the issuer for its audience, and tells the function who it is', async () => {
    const response = await read(await tokenFor(AUDIENCE))
    expect(response.status).toBe(200)
    const { requestContext } = (await response.json()) as { requestContext: object }
    expect(requestContext).toMatchObject({
      authorizer: { jwt: { claims: { iss: issuer, aud: AUDIENCE, client_id: CLIENT.id } } },
    })
  })

  test.each<[string, () => Promise<string | undefined>]>([
    ['no token', async () => undefined],
    ['a word', async () => 'sesame'],
    ['a token for another audience', () => tokenFor('urn:another')],
    ['a token whose time is over', () => forged(keys.privateKey, { seconds: -1 })],
    ['a token that another key signed', async () => forged((await generateKeyPair('RS256')).privateKey)],
    ['a token signed with a shared secret', () => forged(new Uint8Array(32), { alg: 'HS256' })],
    [
      'a token without a signature',
      async () => `${(await tokenFor(AUDIENCE)).split('.').slice(0, 2).join('.')}.`,
    ],
  ])('turns away who has %s', async (_what, token) => {
    const response = await read(await token())
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
  })

  test('says that it cannot tell, rather than letting in, while the issuer is not there', async () => {
    const check = tokenCheck({ issuer: 'http://127.0.0.1:1', audiences: [AUDIENCE] })
    await expect(check(`Bearer ${await tokenFor(AUDIENCE)}`)).rejects.toThrow(
      'http://127.0.0.1:1/.well-known/openid-configuration: fetch failed',
    )
  })
})
