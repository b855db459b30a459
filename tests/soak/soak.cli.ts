/** `npm run soak`: the pipeline on the local cloud, through the wire protocols, under changes and faults. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { quantile } from '../../bench/table.ts'
import { FAULTS, type Fault } from './faults.ts'
import { type Soaked, soak } from './soak.ts'

const USAGE = `npm run soak -- [--digests N] [--faults SHARE] [--seed N]
  --digests  how many digests live and change (default 200)
  --faults   the share of calls, messages and invocations that something befalls (default 0.1)
  --seed     of the changes and the faults (default a new one)`

/** Differences that are told in full. */
const TOLD = 10
const SEEDS = 2 ** 31

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      digests: { type: 'string', default: '200' },
      faults: { type: 'string', default: '0.1' },
      seed: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return true
  }
  const digests = numberFrom('digests', values.digests, WHOLE)
  const faults = numberFrom('faults', values.faults, SHARE)
  const seed = numberFrom('seed', values.seed ?? String(Math.floor(Math.random() * SEEDS)), WHOLE)
  console.log(`${digests} digests, faults at a rate of ${faults}, seed ${seed}`)
  const folder = await mkdtemp(join(tmpdir(), 'soak-'))
  const began = performance.now()
  const say = (line: string) =>
    console.log(`  ${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`)
  try {
    return report(await soak({ digests, faults, seed, folder, say }), digests)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const WHOLE = { pattern: /^\d{1,10}$/, what: 'whole number' }
const SHARE = { pattern: /^(0(\.\d+)?|1)$/, what: 'number from 0 to 1' }

function numberFrom(name: string, text: string, { pattern, what }: typeof WHOLE): number {
  if (!pattern.test(text)) throw new Error(`--${name} ${text} is no ${what}\n${USAGE}`)
  return Number(text)
}

/** @returns whether nothing was lost, nothing is wrong, and all is accounted for */
function report({ changes, mischief, ledger, seconds, ...end }: Soaked, digests: number): boolean {
  const { rows, differences, accepted, dead } = end
  const { ended, lost } = ledger.account(accepted)
  const { taken, ended: endings } = ledger.counters
  const failed = taken - endings
  const balanced = failed >= 0 && failed <= ledger.failures
  const rowsLost = differences.filter(({ is }) => is === 'lost').length
  const wrong = differences.length - rowsLost
  const faults = (Object.keys(FAULTS) as Fault[]).map(
    (fault) => `${mischief.counts.get(fault) ?? 0} ${fault}`,
  )
  const of = (share: number) => `${(quantile(ledger.lags, share) / 1000).toFixed(1)} s`
  console.log(`
  changes     ${listOf(tally(changes.map(({ kind }) => kind)))} of ${digests} digests
  faults      ${faults.join(', ')}
  dead        ${dead.before} dead letters were sent again; ${dead.left.length} came back
  accepted    ${accepted} = ${listOf(ended, ' + ')}, and ${lost} lost
  counters    ${taken} events taken, ${endings} ended, ${failed} failed (${ledger.failures} failures logged): ${balanced ? 'balanced' : 'NOT BALANCED'}
  rate        ${(digests / seconds).toFixed(1)} digests/s, ${(changes.length / seconds).toFixed(1)} changes/s
  lag         p50 ${of(0.5)}, p99 ${of(0.99)}
  tables      ${rowsLost} lost and ${wrong} wrong of ${rows} rows`)
  for (const { words } of differences.slice(0, TOLD)) console.error(`\n${words}`)
  for (const body of dead.left.slice(0, TOLD)) console.error(`\na dead letter stays: ${body}`)
  return differences.length + lost + dead.left.length === 0 && balanced
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

const listOf = (counts: ReadonlyMap<string, number>, between = ', '): string =>
  [...counts].map(([name, count]) => `${count} ${name}`).join(between)

process.exitCode = await main().then(
  (good) => (good ? 0 : 1),
  (error: Error) => {
    console.error(error.message)
    return 2
  },
)
