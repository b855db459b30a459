/** `npm run simulate`: plays the pipeline under faults, many times over. */
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { bundleWorker } from './bundle.ts'
import { Choices, shrink } from './choices.ts'
import { FAULTS } from './faults.ts'
import { MUTANTS } from './mutants/mutants.ts'
import { run } from './run.ts'
import { type Violation, WRONGS } from './violation.ts'
import type { Report, Work } from './worker.ts'

const USAGE = `npm run simulate -- [--runs N] [--seed N] | --mutants [--only TEXT] | --exhaustive
  --runs        runs with faults, of as many seeds (default 2000)
  --seed        the first seed (default a new one); without --runs this one run is played and told step by step
  --mutants     breaks the protocol in every known way, and tells whether the runs notice
  --only        those mutants alone that have this in their name
  --exhaustive  two versions and a deletion of one key with every crash, redelivery and pause there can be`

/** Runs within which a mutant has to be noticed. */
const MUTANT_RUNS = 6000
const SHRINKS = 3000
const SEEDS = 2 ** 31

interface Failure {
  name: string
  violation: Violation
}

interface Total {
  runs: number
  steps: number
  failures: Failure[]
  seconds: number
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string' },
      seed: { type: 'string' },
      mutants: { type: 'boolean' },
      only: { type: 'string', default: '' },
      exhaustive: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return true
  }
  const seed = whole('seed', values.seed ?? String(Math.floor(Math.random() * SEEDS)))
  const folder = await mkdtemp(join(tmpdir(), 'simulate-'))
  try {
    if (values.mutants) return await runMutants(folder, seed, values.only)
    if (values.exhaustive) return await runExhaustively(folder)
    if (values.seed !== undefined && values.runs === undefined) return await replay(seed)
    return await runSeeds(folder, seed, whole('runs', values.runs ?? '2000'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function whole(name: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Error(`--${name} ${text} is no whole number\n${USAGE}`)
  return Number(text)
}

const words = ({ wrong, what }: Violation): string => `${wrong}: ${what}`

/** "0 diverged, 0 stuck, …" */
const countsOf = (failures: readonly Failure[]): string =>
  WRONGS.map((one) => `${failures.filter(({ violation }) => violation.wrong === one).length} ${one}`).join(
    ', ',
  )

async function runSeeds(folder: string, from: number, count: number): Promise<boolean> {
  console.log(`${count} runs from seed ${from}, with faults of ${Object.keys(FAULTS).length} kinds`)
  const total = await work(await bundle(folder), { of: 'seeds', from, count })
  const { runs, steps, failures, seconds } = total
  const per = `${steps} steps, ${Math.round(runs / seconds)} runs a second`
  console.log(`${runs} runs in ${seconds.toFixed(1)} s: ${countsOf(failures)} (${per})`)
  const [failure] = failures.sort((a, b) => Number(a.name) - Number(b.name))
  if (failure === undefined) return true
  console.error(`\nseeds that fail: ${failures.map(({ name }) => name).join(', ')}`)
  console.error(`npm run simulate -- --seed ${failure.name} plays the first again`)
  await tellMinimal(Number(failure.name))
  return false
}

/** Plays one seed again and tells all of it, then the simplest run that fails like it. */
async function replay(seed: number): Promise<boolean> {
  const { violation, history = [] } = await run(Choices.ofSeed(seed), { traced: true })
  console.log(history.join('\n'))
  console.log(`\nseed ${seed}: ${violation ? words(violation) : 'nothing is wrong'}`)
  if (violation !== undefined) await tellMinimal(seed)
  return violation === undefined
}

async function tellMinimal(seed: number): Promise<void> {
  const { choices } = await run(Choices.ofSeed(seed))
  const fails = async (some: readonly number[]) => (await run(Choices.of(some))).violation !== undefined
  const least = await shrink(choices, fails, SHRINKS)
  const { violation, history = [] } = await run(Choices.of(least), { traced: true })
  console.error(
    `\nthe simplest run found that fails:\n${history.join('\n')}\n\n${violation && words(violation)}`,
  )
}

async function runMutants(folder: string, seed: number, only: string): Promise<boolean> {
  const mutants = MUTANTS.filter(({ name }) => name.includes(only))
  if (mutants.length === 0) throw new Error(`No mutant has "${only}" in its name`)
  console.log(
    `${mutants.length} mutants of the protocol, ${MUTANT_RUNS} runs at most each, from seed ${seed}`,
  )
  let caught = 0
  for (const mutant of mutants) {
    const bundled = await bundle(folder, mutant)
    const { runs, failures } = await work(bundled, { of: 'seeds', from: seed, count: MUTANT_RUNS }, true)
    const [failure] = failures
    if (failure === undefined) {
      console.log(`MISSED  ${mutant.name}`)
      continue
    }
    caught++
    const { wrong, what } = failure.violation
    console.log(`caught  ${mutant.name} (run ${runs}): ${wrong}, ${what.split(/[:\n]/, 1)}`)
  }
  console.log(`${caught}/${mutants.length} mutants caught`)
  return caught === mutants.length
}

async function runExhaustively(folder: string): Promise<boolean> {
  const { runs, failures, seconds } = await work(await bundle(folder), {
    of: 'placements',
    from: 0,
    count: 0,
  })
  for (const { name, violation } of failures.slice(0, 5)) console.error(`${name}: ${words(violation)}`)
  console.log(`${runs} placements in ${seconds.toFixed(1)} s: ${countsOf(failures)}`)
  return failures.length === 0
}

async function bundle(folder: string, mutant?: (typeof MUTANTS)[number]): Promise<string> {
  const outfile = join(folder, `worker-${mutant === undefined ? 'real' : MUTANTS.indexOf(mutant)}.mjs`)
  await bundleWorker(outfile, mutant)
  return outfile
}

/** Shares the work out to a worker for each processor. @param first whether the first failure is enough */
async function work(
  bundled: string,
  task: Pick<Work, 'of' | 'from' | 'count'>,
  first = false,
): Promise<Total> {
  const total: Total = { runs: 0, steps: 0, failures: [], seconds: 0 }
  const began = performance.now()
  const count = availableParallelism()
  const workers = Array.from(
    { length: count },
    (_, worker) => new Worker(bundled, { workerData: { ...task, worker, workers: count } satisfies Work }),
  )
  const stop = () => Promise.all(workers.map((worker) => worker.terminate()))
  const ends = workers.map(
    (worker) =>
      new Promise<void>((ended, failed) => {
        worker.on('error', failed).on('exit', () => ended())
        worker.on('message', (report: Report) => {
          if (report.is === 'failed') {
            total.failures.push(report)
            if (first) void stop()
          } else if (report.is === 'progress') {
            total.runs += report.runs
            total.steps += report.steps
          } else ended()
        })
      }),
  )
  await Promise.all(ends)
  total.seconds = (performance.now() - began) / 1000
  return total
}

process.exitCode = await main().then(
  (good) => (good ? 0 : 1),
  (error: Error) => {
    console.error(error.message)
    return 2
  },
)
