import { setTimeout as pause } from 'node:timers/promises'
import { type Flow, flowOf } from './flow.ts'

/** How many digests are through the pipeline, of those that lay in the bucket at the start. */
export interface Progress {
  done: number
  of: number
}

/** How often somebody looks, in milliseconds. */
const LOOK_MS = 100

/** What a restart has to do before the API gives what it gave before: take each file of the bucket through the pipeline. */
export class Rebuild {
  #progress?: Progress

  get progress(): Progress | undefined {
    return this.#progress
  }

  begin(of: number): void {
    if (of > 0) this.#progress = { done: 0, of }
  }

  /** Watches the queues until they are empty, or the local cloud is closed. */
  async follow(flow: Flow, closing: AbortSignal): Promise<void> {
    while (this.#progress !== undefined && !closing.aborted) {
      const { of } = this.#progress
      const { parsing, extracting, waiting } = await flowOf(flow)
      this.#progress = waiting === 0 ? undefined : { done: Math.max(0, of - parsing - extracting), of }
      await pause(LOOK_MS, undefined, { ref: false })
    }
  }
}
