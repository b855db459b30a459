import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose'
import * as v from 'valibot'

/** @returns the claims of the bearer token in an `authorization` header, or undefined where it does not let in */
export type TokenCheck = (authorization: string | undefined) => Promise<JWTPayload | undefined>

export interface TokenCheckOptions {
  issuer: string
  /** One of them must be the token's `aud`, or its `client_id` where it has no `aud`. */
  audiences: readonly string[]
}

/** Those that HTTP APIs accept. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']

const DiscoverySchema = v.object({ issuer: v.string(), jwks_uri: v.string() })

/** Checks tokens as the JWT authorizer of an HTTP API does, with the keys that the issuer publishes. */
export function tokenCheck({ issuer, audiences }: TokenCheckOptions): TokenCheck {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined
  return async (authorization = '') => {
    const token = authorization.replace(/^Bearer /i, '')
    if (token === '') return undefined
    keys ??= discoverKeys(issuer)
    try {
      const { payload } = await jwtVerify(token, await keys, {
        issuer,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp'],
      })
      const meant = [payload.aud ?? payload.client_id].flat()
      return audiences.some((audience) => meant.includes(audience)) ? payload : undefined
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined
      keys = undefined
      throw error
    }
  }
}

/** @throws Error naming the address that does not tell where the keys are */
async function discoverKeys(issuer: string) {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  try {
    const { jwks_uri } = v.parse(DiscoverySchema, await (await fetch(url)).json())
    return createRemoteJWKSet(new URL(jwks_uri))
  } catch (cause) {
    throw new Error(`The keys of the issuer are not to be had: ${url}: ${(cause as Error).message}`, {
      cause,
    })
  }
}
