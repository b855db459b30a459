import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { ObjectStore } from '../object-store.ts'
import { refusalOf } from '../same-machine.ts'
import { fieldsOf, readBody } from './body.ts'
import { BUCKETS } from './buckets.ts'
import type { Fields } from './checksum.ts'
import { MultipartUploads } from './multipart.ts'
import { type Call, type Operation, type S3Answer, xmlAnswer } from './operation.ts'
import { READING } from './reading.ts'
import { S3Error } from './s3-error.ts'
import { checkKey, decoded, WRITING } from './writing.ts'
import { plainXmlDocument } from './xml.ts'

/** Those that more parameters or headers make what they are come first. */
const OPERATIONS: readonly Operation[] = [...BUCKETS, ...READING, ...WRITING].sort(
  (one, other) => weight(other) - weight(one),
)

function weight({ needs = [], when }: Operation): number {
  return 2 * needs.length + (when === undefined ? 0 : 1)
}

/** What any address may have: a signature, and what SDKs note of themselves. */
const ANYWHERE = /^(x-id|x-amz-.*|awsaccesskeyid|signature|expires)$/i

/**
 * S3 over HTTP, without checks of signatures: an operation that it knows is done as S3 does it, and any other is
 * answered with 501, whatever else in the request it might be taken for.
 */
export function s3Server(store: ObjectStore): Server {
  const uploads = new MultipartUploads()
  return createServer((request, response) => {
    answer(request, store, uploads)
      .catch((error: unknown) => errorAnswer(error, request))
      .then((answered) => send(request, response, answered))
      .catch((error: Error) => response.destroy(error))
  })
}

async function answer(
  request: IncomingMessage,
  store: ObjectStore,
  uploads: MultipartUploads,
): Promise<S3Answer> {
  const refusal = refusalOf(request)
  if (refusal !== undefined) throw new S3Error('AccessDenied', refusal)
  const { bucket, key, query } = placeOf(request)
  const fields = { ...fieldsOf(request), ...signedInstead(query) }
  checkExpiry(query, new Date())
  checkKey(key)
  const operation = operationOf(request.method ?? '', { bucket, key, query, fields })
  const body = () => readBody(request)
  return await operation.run({ bucket, key, query, fields, body, store, uploads })
}

type Place = Pick<Call, 'bucket' | 'key' | 'query'>

/** The bucket stands first in the path, or before `localhost` in the name of the host. */
function placeOf({ url = '/', headers }: IncomingMessage): Place {
  const cut = url.indexOf('?')
  const path = cut < 0 ? url : url.slice(0, cut)
  const query = new URLSearchParams(cut < 0 ? '' : url.slice(cut + 1))
  const [, ofHost] = /^(.+?)(?:\.s3)?\.localhost(?::\d+)?$/.exec(headers.host ?? '') ?? []
  const [, ofPath = '', rest = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? []
  return ofHost === undefined || ofHost === 's3'
    ? { bucket: decoded(ofPath), key: decoded(rest), query }
    : { bucket: ofHost, key: decoded(path.slice(1)), query }
}

/** @throws S3Error where there is none, or it has a parameter that this operation does not obey */
function operationOf(method: string, { bucket, key, query, fields }: Place & { fields: Fields }): Operation {
  const at = bucket === '' ? 'service' : key === '' ? 'bucket' : 'object'
  const names = new Set(query.keys())
  const ofMethod = OPERATIONS.filter((operation) => operation.at === at && operation.method === method)
  const found = ofMethod.find(
    ({ needs = [], when }) => needs.every((name) => names.has(name)) && (when === undefined || when(fields)),
  )
  const { needs = [], takes = [] } = found ?? {}
  const unknown = [...names].filter(
    (name) => !needs.includes(name) && !takes.includes(name) && !ANYWHERE.test(name),
  )
  if (unknown.length > 0)
    throw new S3Error(
      'NotImplemented',
      `The local S3 does not know ${unknown.join(', ')} of ${method} on a ${at}`,
    )
  if (found === undefined)
    throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.')
  return found
}

/** Headers that a presigned address has in its query; digests of a body that was not there yet say nothing. */
function signedInstead(query: URLSearchParams): Fields {
  return Object.fromEntries(
    [...query]
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(
        ([name]) => name.startsWith('x-amz-') && !/^x-amz-(checksum|sdk-checksum|content-sha256)/.test(name),
      ),
  )
}

/** @throws S3Error where an address was signed for a time that is over */
function checkExpiry(query: URLSearchParams, now: Date): void {
  const signed = query
    .get('X-Amz-Date')
    ?.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const ends =
    signed === undefined
      ? Number(query.get('Expires') ?? Number.NaN) * 1000
      : Date.parse(signed) + Number(query.get('X-Amz-Expires')) * 1000
  if (ends < now.getTime()) throw new S3Error('AccessDenied', 'Request has expired')
}

function errorAnswer(error: unknown, { url }: IncomingMessage): S3Answer {
  if (!(error instanceof S3Error)) {
    const Message = error instanceof Error ? error.message : String(error)
    return xmlAnswer(plainXmlDocument('Error', { Code: 'InternalError', Message, Resource: url }), 500)
  }
  const { code: Code, message: Message, status } = error
  if (status === 304) return { status }
  return xmlAnswer(plainXmlDocument('Error', { Code, Message, Resource: url }), status)
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body = '' }: S3Answer,
): void {
  response.writeHead(status, {
    ...headers,
    ...(status === 204 || status === 304 ? {} : { 'content-length': Buffer.byteLength(body) }),
    'x-amz-request-id': randomUUID(),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
  // What was not read of a request that was refused would hold its connection.
  request.resume()
}
