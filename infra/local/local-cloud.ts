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
import { createResource, hasLocalMeaning } from './resources/create-resource.ts'
import { functionNamed, type Site } from './resources/site.ts'
import { type Deployed, deploymentOrder, type Known, resolve } from './template.ts'

export interface LocalCloudOptions {
  /** Folder of all that is kept: the bucket's files, the cloud assembly. */
  folder: string
  /** Port of the HTTP API, 0 for a free one; without it the usual one, or a free one where that is taken. */
  port?: number
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
  /** The outputs of the stack. */
  outputs: Record<string, string>
  endpoints: Addresses
  bucketFolder: string
  /** Whether the folder was there before: then its files were taken as uploads. */
  restored: number | undefined
  /** Objects stored or deleted since the start, those restored included. */
  changes(): number
  /** The operations that each function asked of AWS since the start, by its logical id. */
  calls: ReadonlyMap<string, ReadonlySet<string>>
  /** Invokes a function by hand, by its logical id: nothing here runs by a schedule. */
  invoke(id: string, event: unknown): Promise<unknown>
  /** Messages of a queue that wait or are worked on. */
  pending(queueUrl: string): number
  /** Invocations that are under way. */
  working(): number
  close(): Promise<void>
}

/** Deploys the stack that `cdk deploy` would deploy onto engines of this machine. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { folder, progress = () => {}, log = () => {}, warn = () => {} } = options
  await mkdir(folder, { recursive: true })
  const existed = existsSync(join(folder, 'bucket'))
  const runtime = join(folder, 'function-runtime.mjs')
  const [engines, assembly] = await Promise.all([
    startEngines().then(async (started) => ({ ...started, ...(await options.interpose?.(started)) })),
    synthesize(join(folder, 'cdk.out'), localContext(options.context)),
    bundleRuntime(runtime),
  ])
  progress({ is: 'synthesized' })
  const site: Site = {
    engines,
    stackName: assembly.stackName,
    folder,
    port: options.port,
    processes: options.processes ?? 2,
    visibilitySeconds: options.visibilitySeconds,
    metrics: options.metrics ?? false,
    invoked: options.invoked,
    runtime,
    assetFolder: assembly.assetFolder,
    log,
    calls: new Map(),
    buckets: new Map(),
    functions: new Map(),
    mappings: [],
    integrations: new Map(),
    authorizers: new Map(),
    routes: [],
    gateways: [],
  }
  let pollers: Poller[] = []
  const close = async () => {
    await Promise.all([...site.buckets.values()].map((bucket) => bucket.close()))
    await Promise.all(site.gateways.map((gateway) => gateway.close()))
    await Promise.all([...site.functions.values()].map((pool) => pool.close()))
    await Promise.all(pollers.map((poller) => poller.close()))
    await engines.close()
  }
  try {
    const outputs = await deploy(assembly, site, progress)
    await Promise.all([...site.functions.values()].map((pool) => pool.warmUp()))
    let restored: number | undefined
    for (const [bucket, files] of site.buckets) {
      await files.watch((key) => engines.objects.reconcile(bucket, key))
      const count = engines.objects.restore(bucket)
      if (existed) restored = (restored ?? 0) + count
    }
    pollers = startPollers(site, options.retrySeconds ?? 1, warn)
    progress({ is: 'ready' })
    const { s3, sqs, dynamodb } = engines
    return {
      outputs,
      endpoints: { s3, sqs, dynamodb },
      bucketFolder: join(folder, 'bucket'),
      restored,
      changes: () => engines.objects.changes,
      calls: site.calls,
      invoke: async (id, event) => functionNamed(`${assembly.stackName}-${id}`, site.functions).invoke(event),
      pending: (queueUrl) => pendingIn(engines, queueUrl),
      working: () => [...site.functions.values()].reduce((sum, pool) => sum + pool.working, 0),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
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

function startPollers(
  { engines, mappings }: Site,
  retrySeconds: number,
  warn: (message: string) => void,
): Poller[] {
  const sqs = localSqs(engines.sqs)
  return mappings.map(({ mapping, target }) => pollQueue(sqs, mapping, target, { retrySeconds, warn }))
}

function pendingIn({ queues }: Engines, queueUrl: string): number {
  const queue = queues.getQueue(queueUrl)
  if (queue === undefined) throw new Error(`There is no queue ${queueUrl}`)
  const { ready, delayed, inflight } = queue.inspectMessages()
  return ready.length + delayed.length + inflight.length
}

/** Functions run on plain Node, without the loader that runs this file. */
export async function bundleRuntime(outfile: string): Promise<void> {
  const entry = join(import.meta.dirname, 'function-runtime.ts')
  await build({
    entryPoints: [entry],
    outfile,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  })
}
