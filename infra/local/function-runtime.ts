/** Runs in the process of a function: loads its handler as Lambda does and hands it one event after the other. */
import { channel } from 'node:diagnostics_channel'
import { existsSync } from 'node:fs'
import type { ClientRequest } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Call, FunctionFailure, Invocation, Reply } from './function-protocol.ts'

const [folder = '', handlerName = ''] = process.argv.slice(2)
const at = handlerName.lastIndexOf('.')
const [moduleName, exportName] = [handlerName.slice(0, at), handlerName.slice(at + 1)]

const file = ['.mjs', '.js'].map((extension) => join(folder, moduleName + extension)).find(existsSync)
if (file === undefined) throw new Error(`${folder} has no module ${moduleName}`)
const handler: unknown = (await import(pathToFileURL(file).href))[exportName]
if (typeof handler !== 'function') throw new Error(`${file} exports no function ${exportName}`)

channel('http.client.request.start').subscribe((message) => {
  reply({ is: 'call', operation: operationOf((message as { request: ClientRequest }).request) })
})
process.on('message', async ({ id, event, deadline }: Invocation) => {
  try {
    reply({ is: 'result', id, result: (await handler(event, contextOf(id, deadline))) ?? null })
  } catch (error) {
    reply({ is: 'error', id, error: failureOf(error) })
  }
})
// The local cloud has gone.
process.on('disconnect', () => process.exit())
// Ctrl-C in a terminal reaches every process of it; the local cloud decides when its functions end.
process.on('SIGINT', () => {})
reply({ is: 'ready' })

function reply(message: Reply | Call): void {
  process.send?.(message)
}

/** The JSON protocols name the operation in a header, S3 in the query; a listing has the name of its permission. */
function operationOf(request: ClientRequest): string {
  const target = request.getHeader('x-amz-target')
  if (target !== undefined) return String(target).replace(/.*\./, '')
  const query = new URL(request.path, 'http://s3').searchParams
  return query.get('x-id') ?? (query.has('list-type') ? 'ListBucket' : `${request.method} ${request.path}`)
}

function contextOf(id: number, deadline: number) {
  const name = process.env.AWS_LAMBDA_FUNCTION_NAME ?? ''
  return {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${process.env.AWS_REGION}:000000000000:function:${name}`,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    awsRequestId: `local-${process.pid}-${id}`,
    logGroupName: `/local/${name}`,
    logStreamName: String(process.pid),
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  }
}

function failureOf(error: unknown): FunctionFailure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  return { name: error.name, message: error.message, stack: error.stack }
}
