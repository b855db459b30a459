import { parentPort, workerData } from 'node:worker_threads'
import { Choices } from './choices.ts'
import { placements, playPlacement } from './exhaustive.ts'
import { type Outcome, run } from './run.ts'
import type { Violation } from './violation.ts'

/** What a worker has to do: its share of the seeds from `from`, or of all placements. */
export interface Work {
  of: 'seeds' | 'placements'
  from: number
  count: number
  /** This worker's place among all. */
  worker: number
  workers: number
}

export type Report =
  | { is: 'progress'; runs: number; steps: number }
  | { is: 'failed'; name: string; violation: Violation }
  | { is: 'done' }

/** Runs between two reports. */
const REPORTED = 50

const { of, from, count, worker, workers } = workerData as Work
const tell = (report: Report) => parentPort?.postMessage(report)

// A promise that fails with nobody to hear of it ends a function, and here the run.
let unheard: Violation | undefined
process.on('unhandledRejection', (error) => {
  unheard ??= {
    wrong: 'broken',
    what: `A promise failed with nobody to hear of it: ${(error as Error).stack}`,
  }
})

const all = of === 'placements' ? await placements() : undefined
const end = all === undefined ? from + count : all.length
let [runs, steps] = [0, 0]
for (let n = from + worker; n < end; n += workers) {
  const placement = all?.[n]
  const outcome: Outcome = placement ? await playPlacement(placement) : await run(Choices.ofSeed(n))
  const violation = outcome.violation ?? unheard
  unheard = undefined
  runs++
  steps += outcome.steps
  if (runs === REPORTED || violation !== undefined) {
    tell({ is: 'progress', runs, steps })
    ;[runs, steps] = [0, 0]
  }
  if (violation !== undefined)
    tell({ is: 'failed', name: placement ? JSON.stringify(placement) : String(n), violation })
}
tell({ is: 'progress', runs, steps })
tell({ is: 'done' })
