import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { localS3 } from '../../infra/local/clients.ts'
import { writeEndpoints } from '../../infra/local/endpoints.ts'
import { flowOf, QUEUES } from '../../infra/local/flow.ts'
import type { SendSignal } from '../../infra/local/function-pool.ts'
import { type LocalCloud, startLocalCloud } from '../../infra/local/local-cloud.ts'
import { type Difference, differences, visibleIn, visibleOf } from '../simulation/at-rest.ts'
import { Choices } from '../simulation/choices.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { Mischief } from './faults.ts'
import { contentsOf, messagesOf, rowsOf } from './holdings.ts'
import { Ledger } from './ledger.ts'
import { type Change, changesOf } from './lives.ts'

export interface SoakOptions {
  digests: number
  /** The share of calls, messages and invocations that something befalls. */
  faults: number
  seed: number
  /** Where the local cloud keeps what it keeps. */
  folder: string
  /** Hears how far it is. */
  say(line: string): void
}

export interface Soaked {
  changes: readonly Change[]
  mischief: Mischief
  ledger: Ledger
  /** From the first change to rest, dead letters left out. */
  seconds: number
  /** Rows that readers can see, and those among them that are not what they should be. */
  rows: number
  differences: readonly Difference[]
  /** Changes that the bucket told of. */
  accepted: number
  dead: DeadLetters
}

interface DeadLetters {
  /** Before they were sent again, when all faults were over. */
  before: number
  /** Bodies of those that came back. */
  left: string[]
}

/** `npm run redrive` */
const REDRIVE = join(import.meta.dirname, '..', '..', 'infra', 'redrive.cli.ts')
/** Changes wait until fewer messages than this are in the queues: they meet what came before them under way. */
const MOST_WAITING = 200
/** They wait for answers most of the time. */
const PROCESSES = 6
/** Short, so that messages come again within the run. */
const VISIBILITY_SECONDS = 20
const FROZEN_MS = 25_000
/** A process is struck 1, 2, 4, … ms after its invocation began; where that is over by then, it is spared. */
const STRUCK_AFTER = 12
const LOOK_MS = 50
const SAY_MS = 10_000
/** Queues from which nothing goes for so long are stuck. */
const STUCK_MS = 300_000

/** Has the pipeline live through changes and faults on a local cloud, and compares what is in the end with what should be. */
export async function soak(options: SoakOptions): Promise<Soaked> {
  const { digests, faults, seed, folder, say } = options
  const mischief = new Mischief(Choices.ofSeed(seed), faults)
  const ledger = new Ledger()
  let proxy: FaultProxy | undefined
  const cloud = await startLocalCloud({
    folder,
    port: 0,
    context: { logLevel: 'INFO' },
    metrics: true,
    processes: PROCESSES,
    visibilitySeconds: VISIBILITY_SECONDS,
    async interpose(engines) {
      proxy = await startFaultProxy(engines, mischief)
      const { address } = proxy
      return { s3: address, sqs: address, dynamodb: address }
    },
    invoked: (_name, signal) => harm(signal, mischief),
    log: (_name, line) => ledger.hear(line),
  })
  const progress = setInterval(async () => {
    const { parsing, extracting, rollingUp } = await flowOf(cloud)
    say(
      `${cloud.changes()} changes made; to do: ${parsing} events, ${extracting} digests, ${rollingUp} series`,
    )
  }, SAY_MS)
  try {
    mischief.on = true
    const began = performance.now()
    const changes = await change(cloud, changesOf(digests, Choices.ofSeed(seed)))
    const isQuiet = async () => {
      const { waiting } = await flowOf(cloud)
      return cloud.working() + waiting + (proxy?.underWay() ?? 0) === 0
    }
    await until(isQuiet)
    const seconds = (performance.now() - began) / 1000
    mischief.on = false
    const { dead: before } = await flowOf(cloud)
    say(`at rest after ${seconds.toFixed(0)} s; ${before} dead letters are sent again`)
    await redrive(cloud, folder)
    await until(isQuiet)
    const { ItemsTableName, MetricsTableName, ...outputs } = cloud.outputs
    const seen = visibleIn(await rowsOf(ItemsTableName, cloud), await rowsOf(MetricsTableName, cloud))
    const expected = visibleOf(await contentsOf(cloud))
    const left = QUEUES.map((queue) => messagesOf(outputs[`${queue}DlqUrl`], cloud))
    return {
      changes,
      mischief,
      ledger,
      seconds,
      rows: expected.size,
      differences: [...differences(seen, expected)],
      accepted: cloud.changes(),
      dead: { before, left: (await Promise.all(left)).flat() },
    }
  } finally {
    clearInterval(progress)
    await cloud.close()
    await proxy?.close()
  }
}

/** What befalls the process of an invocation. */
function harm(signal: SendSignal, mischief: Mischief): void {
  const fault = (['killed', 'frozen'] as const).find((one) => mischief.befalls(one))
  if (fault === undefined) return
  const strike = () => {
    if (!signal(fault === 'killed' ? 'SIGKILL' : 'SIGSTOP')) return
    mischief.count(fault)
    if (fault === 'frozen') setTimeout(() => signal('SIGCONT'), FROZEN_MS)
  }
  setTimeout(strike, 2 ** mischief.choices.choose(STRUCK_AFTER))
}

/** Makes changes of the bucket, each as soon as the pipeline has come far enough. @returns them */
async function change(cloud: LocalCloud, changes: Iterable<Change>): Promise<Change[]> {
  const s3 = localS3(cloud.endpoints.s3)
  const { BucketName: Bucket } = cloud.outputs
  const made: Change[] = []
  for (const next of changes) {
    const { key: Key, text: Body } = next
    await until(async () => (await flowOf(cloud)).waiting <= MOST_WAITING)
    await s3.send(
      Body === undefined
        ? new DeleteObjectCommand({ Bucket, Key })
        : new PutObjectCommand({ Bucket, Key, Body }),
    )
    made.push(next)
  }
  return made
}

/** @throws Error where it takes so long that it never will be */
async function until(reached: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + STUCK_MS
  while (!(await reached())) {
    if (performance.now() > end) throw new Error(`The queues stand still for ${STUCK_MS / 1000} s`)
    await pause(LOOK_MS)
  }
}

/** Sends the dead letters again, as an operator would. */
async function redrive({ outputs, endpoints }: LocalCloud, folder: string): Promise<void> {
  const { ApiUrl: apiUrl = '', BucketName: bucket = '' } = outputs
  await writeEndpoints(folder, { pid: process.pid, apiUrl, bucket, ...endpoints, outputs })
  await promisify(execFile)(process.execPath, [REDRIVE, '--dir', folder])
}
