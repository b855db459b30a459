import { Presets, SingleBar } from 'cli-progress'
import { flowOf } from './flow.ts'
import type { LocalCloud } from './local-cloud.ts'

/** How often the bar looks, in milliseconds. */
const LOOK_MS = 250
/** What a console that is no terminal gets. */
const LINE_MS = 2000

type Counts = Awaited<ReturnType<typeof flowOf>>

/** Shows on the console how many of the digests that changed are through the pipeline. */
export class FlowBar {
  readonly #cloud: LocalCloud
  readonly #timer: NodeJS.Timeout
  #bar?: SingleBar
  #began = 0
  #looking = false
  #stopped = false
  /** Changes before this burst of work. */
  #before = 0

  constructor(cloud: LocalCloud) {
    this.#cloud = cloud
    this.#timer = setInterval(() => void this.#lookOnce(), LOOK_MS)
  }

  /** Writes a line above the bar. */
  say(line: string): void {
    if (this.#bar && process.stdout.isTTY) process.stdout.write('\r\x1b[K')
    console.log(line)
  }

  stop(): void {
    this.#stopped = true
    clearInterval(this.#timer)
    this.#bar?.stop()
  }

  /** One look at a time: each waits for what the queues say. */
  async #lookOnce(): Promise<void> {
    if (this.#looking) return
    this.#looking = true
    const changes = this.#cloud.changes()
    try {
      const flow = await flowOf(this.#cloud)
      if (!this.#stopped) this.#show(changes, flow)
    } catch (error) {
      // The queues may go before the answer.
      if (!this.#stopped) throw error
    } finally {
      this.#looking = false
    }
  }

  #show(changes: number, { parsing, extracting, rollingUp, waiting, dead }: Counts): void {
    const total = changes - this.#before
    if (total > 0 && this.#bar === undefined) this.#start()
    if (this.#bar === undefined) return
    this.#bar.setTotal(total)
    this.#bar.update(Math.max(0, total - parsing - extracting), { series: rollingUp })
    if (waiting === 0) this.#finish(total, dead)
  }

  #start(): void {
    this.#began = Date.now()
    this.#bar = new SingleBar(
      {
        format: '  {bar} {value} of {total} digests, {series} series to roll up',
        hideCursor: true,
        noTTYOutput: true,
        notTTYSchedule: LINE_MS,
        clearOnComplete: true,
        gracefulExit: false,
      },
      Presets.shades_classic,
    )
    this.#bar.start(1, 0, { series: 0 })
  }

  #finish(total: number, dead: number): void {
    this.#bar?.stop()
    this.#bar = undefined
    this.#before += total
    const seconds = ((Date.now() - this.#began) / 1000).toFixed(1)
    const refused = dead > 0 ? `; ${dead} messages are in dead-letter queues, the warnings say why` : ''
    console.log(`  ${total} ${total === 1 ? 'digest' : 'digests'} processed in ${seconds} s${refused}`)
  }
}
