import type { BucketFolder } from '../bucket-folder.ts'
import { ACCOUNT, REGION } from '../clients.ts'
import type { Engines } from '../engines.ts'
import type { FunctionPool, SendSignal } from '../function-pool.ts'
import type { Gateway, GatewayRoute } from '../http-gateway.ts'
import type { Mapping } from '../queue-poller.ts'
import type { Progress } from '../rebuild.ts'
import type { Deployed } from '../template.ts'
import type { TokenCheck } from '../token-check.ts'

/** What resources are created on, and what they leave behind for those that follow. */
export interface Site {
  engines: Engines
  stackName: string
  /** Where buckets are kept as files. */
  folder: string
  /** Port of the HTTP API, as in listenAs. */
  port?: number
  /** How many processes of one function run at once. */
  processes: number
  /** Instead of the queues' visibility timeouts. */
  visibilitySeconds?: number
  /** Whether functions write what they count to their log. */
  metrics: boolean
  /** Hears of every invocation of a function. */
  invoked?(functionName: string, signal: SendSignal): void
  /** The bundled function-runtime.ts. */
  runtime: string
  assetFolder(key: string): string
  /** Gets every line that a function writes. */
  log(functionName: string, line: string): void
  /** Hears of failures that no function can log. */
  warn(message: string): void
  /** How far a restart is with taking the files of the bucket in again; undefined once it is through. */
  rebuilding(): Progress | undefined
  /** What each function asked of AWS, by its logical id. */
  calls: Map<string, Set<string>>

  /** Names of buckets. */
  buckets: Map<string, BucketFolder>
  /** By ARN. */
  queueUrls: Map<string, string>
  /** By ARN. */
  functions: Map<string, FunctionPool>
  mappings: { mapping: Mapping; target: FunctionPool }[]
  /** Targets by the reference of their integration. */
  integrations: Map<string, FunctionPool>
  authorizers: Map<string, TokenCheck>
  routes: GatewayRoute[]
  gateways: Gateway[]
}

/** How resources of one type are created. */
export interface Kind {
  /** Properties that the local cloud obeys. */
  obeyed: readonly string[]
  /** Properties that change nothing on one machine. */
  ignored?: readonly string[]
  create(name: string, properties: Properties, site: Site): Deployed | Promise<Deployed>
}

// biome-ignore lint/suspicious/noExplicitAny: shapes are those of CloudFormation's documentation
export type Properties = Record<string, any>

/** By ARN or by name. */
export function functionNamed(name: string, functions: ReadonlyMap<string, FunctionPool>): FunctionPool {
  const found = functions.get(name) ?? functions.get(`arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`)
  if (found === undefined) throw new Error(`There is no function ${name}`)
  return found
}
