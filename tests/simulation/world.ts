import type { Counter } from '../../shared/store/counters.ts'
import type { Choices } from './choices.ts'
import type { Mischief } from './faults.ts'
import { MemoryBucket } from './memory-bucket.ts'
import { type Delivery, MemoryQueue, type Message } from './memory-queue.ts'
import { MemoryTable, type MemoryTableOptions } from './memory-table.ts'
import { portsOver, type Services, type Wait } from './ports.ts'
import { type Ports, STAGE_NAMES, STAGES, type Stage } from './stages.ts'
import type { Violation, Wrong } from './violation.ts'

/** As infra/queue-with-dlq.ts has it. */
const QUEUE = { visibilityMs: 360_000, maxReceives: 5 }
/** Invocations of one function that run at once; frozen ones come on top. */
const CONCURRENCY = 3
const BATCH = 3
/** Small, so that queries of a few rows take several pages. */
const PAGE_ROWS = 1
const STEP_MS = 10
const GLANCE_STEPS = 32
/** A run of a handful of changes takes some hundreds. */
const MOST_STEPS = 20_000

/** One invocation of a function, or one reader of the API. */
export interface Task {
  readonly name: string
  readonly stage: Stage | 'reader'
  state: 'running' | 'gone'
  /** Until when it stands still, in milliseconds of the clock; infinity is until all else is done. */
  frozenUntil: number
}

/** A call of a task to a service, waiting for its turn. */
interface Call {
  readonly task: Task
  readonly what: string
  /** Of how many independent writes or messages it consists. */
  readonly parts: number
  /** Carries out the first so many parts, at once. */
  carryOut(parts: number): Promise<unknown>
  resolve(answer: unknown): void
  reject(error: Error): void
  /** It was carried out once, and its first answer was lost. */
  again?: true
}

export interface WorldOptions {
  choices: Choices
  mischief: Mischief
  items?: MemoryTableOptions['written']
  metrics?: MemoryTableOptions['written']
  /** Looks at the whole every so many steps; nothing else happens meanwhile. */
  glance?(): Promise<void>
}

/** What became of one message of the queue of events that was acknowledged: how often each counter was raised for it. */
export type Counted = ReadonlyMap<Counter, number>

/**
 * The whole pipeline on one thread, where nothing happens by itself: every call of a function waits until the
 * scheduler takes it as its next step, and time passes only from step to step.
 */
export class World implements Services {
  readonly bucket = new MemoryBucket()
  readonly items: MemoryTable
  readonly metrics: MemoryTable
  readonly queues = {
    events: new MemoryQueue(QUEUE),
    parsed: new MemoryQueue(QUEUE),
    changed: new MemoryQueue(QUEUE),
  }
  /** Milliseconds since 1970. */
  now = Date.UTC(2020, 5, 1)
  /** Changes of the bucket and other things from outside, in their order. */
  outside: (() => void)[] = []
  mischief: Mischief
  /** The roll-up waits for its batch to fill, as in infra/series-stage.ts. */
  gathers = false
  steps = 0
  /** What happened, in words; kept only when asked for. */
  history: string[] | undefined
  /** Messages of the queue of events, by their number. */
  readonly acknowledged = new Map<number, { body: string; counted: Counted }>()
  /** The first thing that went wrong. */
  violation: Violation | undefined
  private readonly choices: Choices
  private readonly glance: () => Promise<void>
  private calls: Call[] = []
  private tasks: Task[] = []
  private started = 0

  constructor({ choices, mischief, items, metrics, glance = async () => {} }: WorldOptions) {
    this.glance = glance
    this.choices = choices
    this.mischief = mischief
    this.items = new MemoryTable({ pageRows: PAGE_ROWS, written: items })
    this.metrics = new MemoryTable({ pageRows: PAGE_ROWS, written: metrics })
  }

  violate(wrong: Wrong, what: string): void {
    this.violation ??= { wrong, what }
  }

  /** Takes steps until none is left but those of functions that stand still until all is done, or something is violated. */
  async settle(): Promise<void> {
    for (;;) {
      await idle()
      if (this.violation !== undefined) return
      const steps = this.possibleSteps()
      if (steps.length === 0) {
        if (!this.passTime()) return
        continue
      }
      this.choices.pick(steps)()
      this.now += STEP_MS
      if (++this.steps > MOST_STEPS) this.violate('stuck', 'It does not come to rest')
      if (this.steps % GLANCE_STEPS === 0) await this.glance()
    }
  }

  /** Wakes every function that stands still. @returns whether there was one */
  thaw(): boolean {
    const frozen = this.tasks.filter(({ frozenUntil }) => frozenUntil > this.now)
    for (const task of frozen) {
      task.frozenUntil = 0
      this.note(() => `${task.name} goes on`)
    }
    return frozen.length > 0
  }

  /** Runs a reader of the API, whose calls take their turns among those of the functions. */
  read(name: string, reader: (tables: Pick<Ports, 'items' | 'metrics'>) => Promise<void>): void {
    const task = this.startTask('reader', name)
    reader(this.portsOf(task)).then(
      () => this.endTask(task),
      (error: Error) => this.violate('broken', `${name}: ${error.stack}`),
    )
  }

  note(what: () => string): void {
    this.history?.push(what())
  }

  private possibleSteps(): (() => void)[] {
    const steps: (() => void)[] = []
    /** What is done only where nothing else can be. */
    const patient: (() => void)[] = []
    for (const call of this.calls) {
      if (call.task.frozenUntil <= this.now) steps.push(() => this.answer(call))
    }
    for (const stage of STAGE_NAMES) {
      const running = this.tasks.filter((task) => task.stage === stage && task.frozenUntil <= this.now)
      if (running.length >= CONCURRENCY) continue
      const visible = this.queues[STAGES[stage].queue].visible(this.now)
      const gathers = this.gathers && stage === 'rollUp' && visible.length < BATCH
      if (visible.length > 0) (gathers ? patient : steps).push(() => this.invoke(stage, visible))
    }
    const [next] = this.outside
    if (next !== undefined) {
      steps.push(() => {
        this.outside.shift()
        next()
      })
    }
    return steps.length > 0 ? steps : patient
  }

  /** Lets time pass until something can happen. @returns whether anything can */
  private passTime(): boolean {
    const times = [
      ...Object.values(this.queues).map(({ nextVisible = Number.POSITIVE_INFINITY }) => nextVisible),
      ...this.tasks.map(({ frozenUntil }) => frozenUntil),
    ].filter((time) => time > this.now)
    const next = Math.min(...times)
    if (!Number.isFinite(next)) return false
    this.now = next
    return true
  }

  private invoke(stage: Stage, visible: readonly Message[]): void {
    const queue = this.queues[STAGES[stage].queue]
    const first = this.choices.choose(visible.length)
    const ordered = [...visible.slice(first), ...visible.slice(0, first)]
    const messages = ordered.slice(0, 1 + this.choices.choose(Math.min(BATCH, visible.length)))
    const deliveries = messages.map((message) =>
      queue.receive(message, this.now, this.mischief.deliverTwice()),
    )
    const task = this.startTask(stage, `${stage} ${++this.started}`)
    this.note(
      () => `${task.name} gets ${messages.map(({ id, receives }) => `#${id} (${receives})`).join(', ')}`,
    )
    const counts = messages.map(() => new Map<Counter, number>())
    const portsOf = (n: number) => this.portsOf(task, counts[n])
    const work = STAGES[stage].handle(
      messages.map(({ body }) => body),
      portsOf,
    )
    void Promise.allSettled(work).then((results) => this.finish(task, queue, deliveries, results, counts))
  }

  private finish(
    task: Task,
    queue: MemoryQueue,
    deliveries: readonly Delivery[],
    results: readonly PromiseSettledResult<unknown>[],
    counts: readonly Counted[],
  ): void {
    if (task.state === 'gone') return
    this.endTask(task)
    for (const [n, delivery] of deliveries.entries()) {
      const result = results[n]
      const name = `#${delivery.message.id}`
      if (result?.status !== 'fulfilled') {
        this.note(() => `${task.name} fails at ${name}: ${result?.reason}`)
      } else if (this.mischief.loseAcknowledgement()) {
        this.note(() => `${task.name} is done with ${name}, which is not acknowledged`)
      } else {
        const { id, body } = delivery.message
        if (queue.acknowledge(delivery) && queue === this.queues.events)
          this.acknowledged.set(id, { body, counted: counts[n] as Counted })
        this.note(() => `${task.name} is done with ${name}`)
      }
    }
  }

  private answer(call: Call): void {
    this.calls = this.calls.filter((one) => one !== call)
    const { task, parts } = call
    const fault = task.state === 'gone' || task.stage === 'reader' ? undefined : this.mischief.onCall(parts)
    this.note(() => `  ${task.name}: ${call.what}${fault === undefined ? '' : ` ⚡ ${fault}`}`)
    switch (fault) {
      case undefined:
        call.carryOut(parts).then(call.resolve, call.reject)
        return
      case 'crash before':
        this.crash(task)
        return
      case 'crash after':
        void call.carryOut(parts)
        this.crash(task)
        return
      case 'lost response':
        void call.carryOut(parts)
        call.reject(new Error('The response was lost'))
        return
      case 'sent twice':
        void call.carryOut(parts)
        this.calls.push({ ...call, again: true })
        return
      case 'throttled':
        call.reject(new Error('Throttled'))
        return
      case 'partial':
        void call.carryOut(this.mischief.partsDone(parts))
        call.reject(new Error('Only a part was carried out'))
        return
      case 'freeze':
        task.frozenUntil = this.now + this.mischief.freezeFor()
        this.calls.push(call)
    }
  }

  /** Ends a task at once; its other calls are dropped, carried out, or still on their way. */
  private crash(task: Task): void {
    this.endTask(task)
    task.state = 'gone'
    this.calls = this.calls.filter((call) => {
      if (call.task !== task) return true
      const fate = this.choices.pick(['dropped', 'carried out', 'on its way'])
      if (fate === 'carried out') void call.carryOut(call.parts)
      return fate === 'on its way'
    })
  }

  private startTask(stage: Task['stage'], name: string): Task {
    const task: Task = { stage, name, state: 'running', frozenUntil: 0 }
    this.tasks.push(task)
    return task
  }

  private endTask(task: Task): void {
    this.tasks = this.tasks.filter((one) => one !== task)
  }

  private portsOf(task: Task, counts = new Map<Counter, number>()): Ports {
    const wait: Wait = (what, carryOut, parts = 1) =>
      new Promise((resolve, reject) => {
        this.calls.push({ task, what, parts, carryOut, resolve: resolve as Call['resolve'], reject })
      })
    return portsOver(this, wait, counts)
  }
}

/** Resolves once no function can go on without an answer: all of them wait for calls only. */
function idle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
