import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Call, HandlerPlace, Invocation, Reply } from './function-protocol.ts'

export interface FunctionSettings extends HandlerPlace {
  /** As a person calls it, in front of its log lines. */
  name: string
  /** All that the function sees of the environment. */
  environment: Record<string, string>
  timeoutSeconds: number
  memoryMiB: number
  /** How many of them run at once: each event has one to itself. */
  processes: number
  /** The bundled function-runtime.ts. */
  runtime: string
  /** Gets every line that the function writes. */
  log(line: string): void
  /** Hears of every operation that the function asks of AWS. */
  call?(operation: string): void
  /** Hears of every invocation, and may send its process signals. */
  invoked?(signal: SendSignal): void
}

/** Sends the process of an invocation a signal. @returns whether it was sent: once the invocation is over it is not */
export type SendSignal = (signal: NodeJS.Signals) => boolean

/** A function did not return; `crashed` and `timed out` end its process too. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError'
  readonly how: 'threw' | 'crashed' | 'timed out'

  constructor(how: FunctionError['how'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.how = how
  }
}

/** The processes of one function: each works on one event at a time, and stays for the next. */
export class FunctionPool {
  readonly #settings: FunctionSettings
  readonly #all = new Set<FunctionProcess>()
  readonly #idle: FunctionProcess[] = []
  readonly #waiting: ((process: FunctionProcess) => void)[] = []

  constructor(settings: FunctionSettings) {
    this.#settings = settings
  }

  get name(): string {
    return this.#settings.name
  }

  /** Invocations that are under way or wait for a process. */
  get working(): number {
    return this.#all.size - this.#idle.length + this.#waiting.length
  }

  /** Starts one process before it is needed. */
  async warmUp(): Promise<void> {
    const process = await this.#take()
    try {
      await process.ready
    } finally {
      this.#giveBack(process)
    }
  }

  /** @throws FunctionError */
  async invoke(event: unknown): Promise<unknown> {
    const process = await this.#take()
    try {
      return await process.invoke(event)
    } finally {
      this.#giveBack(process)
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((process) => process.stop()))
  }

  #take(): FunctionProcess | Promise<FunctionProcess> {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.alive) return idle
      this.#all.delete(idle)
    }
    if (this.#all.size < this.#settings.processes) return this.#start()
    return new Promise((taken) => this.#waiting.push(taken))
  }

  #start(): FunctionProcess {
    const process = new FunctionProcess(this.#settings)
    this.#all.add(process)
    return process
  }

  #giveBack(process: FunctionProcess): void {
    if (!process.alive) this.#all.delete(process)
    const next = this.#waiting.shift()
    if (next !== undefined) next(process.alive ? process : this.#start())
    else if (process.alive) this.#idle.push(process)
  }
}

class FunctionProcess {
  readonly ready: Promise<void>
  alive = true
  readonly #settings: FunctionSettings
  readonly #child: ChildProcess
  readonly #exited: Promise<void>
  #ids = 0
  /** What waits for the next reply. */
  #listener?: { reply(reply: Reply): void; gone(why: string): void }

  constructor(settings: FunctionSettings) {
    this.#settings = settings
    const { folder, handler, environment, memoryMiB, runtime, log } = settings
    const child = spawn(process.execPath, [`--max-old-space-size=${memoryMiB}`, runtime, folder, handler], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', log)
    }
    child.on('message', (message: Reply | Call) =>
      message.is === 'call' ? settings.call?.(message.operation) : this.#listener?.reply(message),
    )
    this.#exited = new Promise((exited) => {
      const gone = (why: string) => {
        this.alive = false
        this.#listener?.gone(why)
        exited()
      }
      child.on('error', (error) => gone(error.message))
      child.on('exit', (code, signal) => gone(`it exited with ${signal ?? code}`))
    })
    this.ready = this.#next(() => true).then(() => undefined)
    // Whoever invokes it hears of it.
    this.ready.catch(() => undefined)
  }

  async invoke(event: unknown): Promise<unknown> {
    const { name, timeoutSeconds } = this.#settings
    await this.ready
    const id = this.#ids++
    const invocation: Invocation = { id, event, deadline: Date.now() + timeoutSeconds * 1000 }
    const answer = this.#next((reply) => reply.is !== 'ready' && reply.id === id)
    const timer = setTimeout(() => {
      this.alive = false
      this.#listener?.gone(`timed out after ${timeoutSeconds} s`)
      this.#child.kill('SIGKILL')
    }, timeoutSeconds * 1000)
    let over = false
    try {
      this.#child.send(invocation)
      this.#settings.invoked?.((signal) => !over && this.#child.kill(signal))
      const reply = await answer
      if (reply.is === 'error') {
        const { error } = reply
        throw new FunctionError('threw', `${name}: ${error.name}: ${error.message}`, { cause: error.stack })
      }
      return reply.is === 'result' ? reply.result : undefined
    } finally {
      over = true
      clearTimeout(timer)
    }
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM')
    await this.#exited
  }

  #next(accept: (reply: Reply) => boolean): Promise<Reply> {
    const { name } = this.#settings
    return new Promise((replied, failed) => {
      if (!this.alive) failed(new FunctionError('crashed', `${name} is gone`))
      this.#listener = {
        reply: (reply) => accept(reply) && replied(reply),
        gone: (why) =>
          failed(new FunctionError(why.startsWith('timed out') ? 'timed out' : 'crashed', `${name}: ${why}`)),
      }
    })
  }
}
