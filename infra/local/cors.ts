/** The CorsConfiguration of an HTTP API, as the template has it. */
export interface Cors {
  AllowOrigins: readonly string[]
  AllowMethods?: readonly string[]
  AllowHeaders?: readonly string[]
  ExposeHeaders?: readonly string[]
  /** Seconds. */
  MaxAge?: number
}

/** What API Gateway adds to an answer for a page of this origin: nothing where it may not read. */
export function corsHeaders(cors: Cors | undefined, origin: string | undefined): Record<string, string> {
  const allowed = allowedOrigin(cors, origin)
  if (cors === undefined || allowed === undefined) return {}
  return {
    'access-control-allow-origin': allowed,
    ...(cors.ExposeHeaders && { 'access-control-expose-headers': cors.ExposeHeaders.join(',') }),
  }
}

/** What API Gateway answers a browser that asks whether a page may ask, whatever routes there are. */
export function preflightHeaders(cors: Cors, origin: string | undefined): Record<string, string> {
  const allowed = allowedOrigin(cors, origin)
  if (allowed === undefined) return {}
  return {
    'access-control-allow-origin': allowed,
    ...(cors.AllowMethods && { 'access-control-allow-methods': cors.AllowMethods.join(',') }),
    ...(cors.AllowHeaders && { 'access-control-allow-headers': cors.AllowHeaders.join(',') }),
    ...(cors.MaxAge !== undefined && { 'access-control-max-age': String(cors.MaxAge) }),
  }
}

function allowedOrigin(cors: Cors | undefined, origin: string | undefined): string | undefined {
  if (origin === undefined) return undefined
  return cors?.AllowOrigins.find((allowed) => allowed === '*' || allowed === origin)
}
