import { readParameters } from '../shared/api/parameters.ts'
import { notFound, Problem } from '../shared/api/problem.ts'
import { ROUTES, type RouteName, routeNamed } from '../shared/api/routes.ts'
import type { Log } from './log.ts'
import { ANSWERS, type ServeApiPorts } from './serve-api.ts'

export interface Answer {
  statusCode: number
  headers: Record<string, string>
  body: string
}

/** Answers one request: the only place where errors become HTTP. */
export async function answer(
  routeKey: string,
  given: Record<string, string | undefined>,
  ports: ServeApiPorts,
  log: Log,
): Promise<Answer> {
  try {
    return json(200, 'application/json', await answerRoute(routeKey, given, ports))
  } catch (error) {
    const problem = error instanceof Problem ? error : unexpected(error)
    log[problem.status < 500 ? 'info' : 'error']('request refused', {
      routeKey,
      status: problem.status,
      detail: problem.message,
      error: problem.cause,
    })
    return json(problem.status, 'application/problem+json', problem)
  }
}

async function answerRoute<N extends RouteName>(
  routeKey: string,
  given: Record<string, string | undefined>,
  ports: ServeApiPorts,
): Promise<object> {
  const route = routeNamed(routeKey) as N | undefined
  if (route === undefined) {
    const known = Object.values(ROUTES).map(({ path }) => path)
    throw notFound(`There is no route ${routeKey}; there are ${known.join(', ')}`)
  }
  return ANSWERS[route](readParameters(route, given), ports)
}

function unexpected(cause: unknown): Problem {
  return new Problem(500, 'Internal error', 'The request could not be answered; the log says why', { cause })
}

function json(statusCode: number, type: string, body: object): Answer {
  return { statusCode, headers: { 'content-type': `${type}; charset=utf-8` }, body: JSON.stringify(body) }
}
