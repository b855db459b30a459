import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type Assembly, synthesize } from './assembly.ts'
import { ACCOUNT, localSqs, REGION } from './clients.ts'
import { type Addresses, type Engines, startEngines } from './engines.ts'
import type { SendSignal } from './function-pool.ts'
import { type Poller, pollQueue } from './queue-poller.ts'
import { type Progress, Rebuild } from './rebuild.ts'
import { createResource, hasLocalMeaning } from './resources/create-resource.ts'
import { functionNamed, type Site } from './resources/site.ts'
import { type Deployed, deploymentOrder, type Known, resolve } from './template.ts'

export interface LocalCloudOptions {
  /** Folder of all that is kept: the bucket's files, the cloud assembly. */
  folder: string
  /** Port of the HTTP API, which those of S3, SQS and DynamoDB follow, as in listenAs. */
  port?: number
  /** What is deployed, where it has been synthesized before. */
  assembly?: Assembly
  /** Settings of the CDK app, as in `cdk deploy -c key=value`; reading is open unless they name an issuer of tokens. */
  context?: Record<string, string>
  /** Seconds after which a message that failed comes again, instead of the queue's visibility timeout. */
  retrySeconds?: number
  /** Seconds for which a message that somebody works on is hidden from others, instead of the queue's visibility timeout. */
  visibilitySeconds?: number
  /** How many processes of one function run at once; a laptop has few cores, and more would wait for one another. */
  processes?: number
  /** Whether functions write what they count to their log, as they do for CloudWatch. */
  metrics?: boolean
  /** Puts something between the engines and all who ask them. @returns the addresses to be asked instead */
  interpose?(engines: Addresses): Promise<Addresses>
  /** Hears of every invocation of a function; what it gets sends the function's process a signal, until the invocation ends. */
  invoked?(functionName: string, signal: SendSignal): void
  /** Hears of each step of the start. */
  progress?(step: Step): void
  /** Gets every line that a function writes. */
  log?(functionName: string, line: string): void
  /** Hears of failures that no function can log. */
  warn?(message: string): void
}

export type Step =
  | { is: 'synthesized' }
  | { is: 'created'; count: number; of: number; what: string }
  | { is: 'ready' }

export interface LocalCloud {
  /** What was deployed. */
  assembly: Assembly
  /** The outputs of the stack. */
  outputs: Record<string, string>
  endpoints: Addresses
  bucketFolder: string
  /** How many files of the bucket were taken as uploads; undefined where its folder was not there before. */
  restored: number | undefined
  /** Objects stored or deleted since the start, those restored included. */
  changes(): number
  /** The operations that each function asked of AWS since the start, by its logical id. */
  calls: ReadonlyMap<string, ReadonlySet<string>>
  /** Invokes a function by hand, by its logical id: nothing here runs by a schedule. */
  invoke(id: string, event: unknown): Promise<unknown>
  /** Messages that wait or are worked on, by the name of their queue. */
  pending(): Promise<ReadonlyMap<string, number>>
  /** How far a restart is; undefined once the API gives what it gave before. */
  rebuilding(): Progress | undefined
  /** Invocations that are under way. */
  working(): number
  close(): Promise<void>
}

/** Deploys the stack that `cdk deploy` would deploy onto engines of this machine. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { folder, progress = () => {}, retrySeconds = 1 } = options
  const bucketFolder = join(folder, 'bucket')
  const existed = existsSync(bucketFolder)
  await mkdir(folder, { recursive: true })
  const runtime = join(folder, 'function-runtime.mjs')
  const [assembly] = await Promise.all([
    options.assembly ?? synthesize(join(folder, 'cdk.out'), localContext(options.context)),
    bundleRuntime(runtime),
  ])
  const started = await startEngines({ first: options.port, warn: options.warn })
  const engines = { ...started, ...(await options.interpose?.(started)) }
  progress({ is: 'synthesized' })
  const rebuild = new Rebuild()
  const closing = new AbortController()
  const site = siteOn(engines, assembly, runtime, { ...options, rebuild })
  const { objects, s3, sqs, dynamodb } = engines
  const pollers: Poller[] = []
  const close = async () => {
    closing.abort()
    await closeAll(site, pollers)
  }
  try {
    const outputs = await deploy(assembly, site, progress)
    if (existed) rebuild.begin(filesIn(site))
    await Promise.all([...site.functions.values()].map((pool) => pool.warmUp()))
    const restored = await restore(site)
    const { pending } = engines.queues
    pollers.push(...startPollers(site, retrySeconds))
    const rebuilt = rebuild.follow({ outputs, pending }, closing.signal)
    rebuilt.catch((error: Error) => site.warn(error.message))
    progress({ is: 'ready' })
    return {
      assembly,
      outputs,
      endpoints: { s3, sqs, dynamodb },
      bucketFolder,
      restored: existed ? restored : undefined,
      changes: () => objects.changes,
      calls: site.calls,
      invoke: async (id, event) => functionNamed(`${assembly.stackName}-${id}`, site.functions).invoke(event),
      pending,
      rebuilding: () => rebuild.progress,
      working: () => [...site.functions.values()].reduce((sum, pool) => sum + pool.working, 0),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** A place for the resources of a stack, with none on it. */
function siteOn(
  engines: Engines,
  assembly: Assembly,
  runtime: string,
  options: LocalCloudOptions & { rebuild: Rebuild },
): Site {
  const { stackName, assetFolder } = assembly
  const { folder, port, processes = 2, visibilitySeconds, metrics = false, invoked } = options
  const { log = () => {}, warn = () => {} } = options
  return {
    engines,
    stackName,
    assetFolder,
    runtime,
    folder,
    port,
    processes,
    visibilitySeconds,
    metrics,
    invoked,
    log,
    warn,
    rebuilding: () => options.rebuild.progress,
    calls: new Map(),
    buckets: new Map(),
    queueUrls: new Map(),
    functions: new Map(),
    mappings: [],
    integrations: new Map(),
    authorizers: new Map(),
    routes: [],
    gateways: [],
  }
}

/** Pollers are told first, so that they do not take the end of a function for a failure; their last calls need the engines. */
async function closeAll(site: Site, pollers: readonly Poller[]): Promise<void> {
  await Promise.all([...site.buckets.values()].map((bucket) => bucket.close()))
  await Promise.all(site.gateways.map((gateway) => gateway.close()))
  const readers = pollers.map((poller) => poller.close())
  await Promise.all([...readers, ...[...site.functions.values()].map((pool) => pool.close())])
  await site.engines.close()
}

const filesIn = ({ buckets }: Site): number =>
  [...buckets.values()].reduce((sum, files) => sum + files.keys().length, 0)

/** Takes the files of all buckets as uploads, and every change of them from now on. @returns how many files there are */
async function restore({ buckets, engines: { objects } }: Site): Promise<number> {
  let count = 0
  for (const [bucket, files] of buckets) {
    await files.watch((key) => objects.reconcile(bucket, key))
    count += objects.restore(bucket)
  }
  return count
}

/** The engines check no signatures: on one machine reading is open to all who reach it, or asks for tokens. */
function localContext(given: Record<string, string> = {}): Record<string, string> {
  return 'jwtIssuer' in given ? given : { openReading: 'true', ...given }
}

/** @returns the outputs of the stack */
async function deploy(
  { stackName, template }: Assembly,
  site: Site,
  progress: (step: Step) => void,
): Promise<Record<string, string>> {
  const resources = new Map<string, Deployed>()
  const known: Known = {
    resources,
    pseudo: {
      'AWS::AccountId': ACCOUNT,
      'AWS::Region': REGION,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': stackName,
      'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stackName}/${randomUUID()}`,
    },
  }
  const order = deploymentOrder(template.Resources)
  const of = order.filter((id) => hasLocalMeaning(template.Resources[id]?.Type ?? '')).length
  let count = 0
  for (const id of order) {
    const { Type = '', Properties = {} } = template.Resources[id] ?? {}
    // The properties of what has no meaning here may name what does not exist here.
    const properties = hasLocalMeaning(Type) ? (resolve(Properties, known) as Record<string, unknown>) : {}
    resources.set(id, await createResource(id, Type, properties, site))
    if (hasLocalMeaning(Type)) progress({ is: 'created', count: ++count, of, what: `${Type} ${id}` })
  }
  const outputs = Object.entries(template.Outputs ?? {})
  return Object.fromEntries(outputs.map(([name, { Value }]) => [name, String(resolve(Value, known))]))
}

function startPollers({ engines, mappings, warn }: Site, retrySeconds: number): Poller[] {
  const sqs = localSqs(engines.sqs)
  return mappings.map(({ mapping, target }) => pollQueue(sqs, mapping, target, { retrySeconds, warn }))
}

/** Functions run on plain Node, without the loader that runs this file. */
export async function bundleRuntime(outfile: string): Promise<void> {
  const entry = join(import.meta.dirname, 'function-runtime.ts')
  await build({
    entryPoints: [entry],
    outfile,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'warning',
  })
}
