/** Requests to the services, and what they answer, as they go over the wire. */
import { type Agent, request as ask, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { Addresses } from '../../infra/local/engines.ts'

export type Service = keyof Addresses

export interface Call {
  service: Service
  /** `GetItem`, `SendMessageBatch`, `GetObject`, … */
  operation: string
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** The JSON protocols name the operation in a header, S3 in the query. */
export async function callOf(request: IncomingMessage): Promise<Call> {
  const { method = 'GET', url: path = '/', headers } = request
  const [target = '', named] = String(headers['x-amz-target'] ?? '').split('.')
  const service = target.startsWith('DynamoDB') ? 'dynamodb' : target === 'AmazonSQS' ? 'sqs' : 's3'
  const operation = named ?? new URL(path, 'http://s3').searchParams.get('x-id') ?? method
  return { service, operation, method, path, headers, body: await buffer(request) }
}

/** Has an engine carry out a call. */
export async function forward(
  { service, method, path, headers, body }: Call,
  { to, agent, signal }: { to: Addresses; agent: Agent; signal?: AbortSignal },
): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((answered, failed) => {
    const asked = ask(new URL(path, to[service]), { method, headers, agent, signal }, answered)
    asked.on('error', failed).end(body)
  })
  return { status: response.statusCode ?? 0, headers: response.headers, body: await buffer(response) }
}

// biome-ignore lint/suspicious/noExplicitAny: shapes are those of the services' documentation
export type Content = Record<string, any>

export const contentOf = ({ body }: Call | Answer): Content => JSON.parse(body.toString())

export function withContent(call: Call, content: Content): Call {
  const body = Buffer.from(JSON.stringify(content))
  return { ...call, headers: { ...call.headers, 'content-length': String(body.length) }, body }
}

/** @param content JSON of the services that speak it, or XML as text */
export function answerOf(status: number, content: Content | string): Answer {
  const [type, text] =
    typeof content === 'string'
      ? ['application/xml', content]
      : ['application/x-amz-json-1.0', JSON.stringify(content)]
  return { status, headers: { 'content-type': type }, body: Buffer.from(text) }
}
