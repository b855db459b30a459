/**
 * `npm run fuzz -- NAME --runs N [--seed S] [--from K]`: runs the property that `NAME.fuzz.ts` of this folder
 * exports on random input. Round K of seed S is always the same, so a run that was stopped goes on with `--from`,
 * and a finding is seen again with the seed and round that it prints.
 */
import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import fc from 'fast-check'

interface FuzzTarget {
  /** Must hold for every input; may be asynchronous. */
  readonly property: fc.IRawProperty<unknown>
}

/** Inputs in a round: what is run again at most to see a finding. */
const ROUND = 500
const SUFFIX = '.fuzz.ts'

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
const USAGE = `npm run fuzz -- ${names.join('|')} [--runs N] [--seed S] [--from ROUND]`

/** @throws Error that names what was given and is none of what is accepted */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string' }, seed: { type: 'string' }, from: { type: 'string' } },
  })
  const [name = '', ...others] = positionals
  if (!names.includes(name) || others.length > 0) throw new Error(`Which of ${names.join(', ')}?`)
  const whole = (option: keyof typeof values, usual: number): number => {
    const given = values[option] ?? String(usual)
    if (!/^\d{1,15}$/.test(given)) throw new Error(`--${option} ${given} is no whole number`)
    return Number(given)
  }
  const runs = whole('runs', 10_000)
  const from = whole('from', 0)
  if (from * ROUND >= runs) throw new Error(`--from ${from} leaves none of ${runs} runs, ${ROUND} to a round`)
  return { name, runs, seed: whole('seed', Date.now() % 0x7fffffff), from }
}

function given(): ReturnType<typeof readArguments> {
  try {
    return readArguments()
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`)
    process.exit(2)
  }
}

const { name, runs, seed, from } = given()
const { property }: FuzzTarget = await import(`./${name}${SUFFIX}`)
const rounds = Math.ceil(runs / ROUND)
console.log(`${name}: ${runs} runs in ${rounds} rounds, seed ${seed}, from round ${from}`)
let told = Date.now()
for (let round = from; round < rounds; round++) {
  const numRuns = Math.min(ROUND, runs - round * ROUND)
  const outcome = await fc.check(property, { numRuns, seed: (seed + round * 7919) | 0 })
  if (outcome.failed) {
    console.error(await fc.asyncDefaultReportMessage(outcome))
    console.error(outcome.errorInstance)
    console.error(`again: npm run fuzz -- ${name} --runs ${runs} --seed ${seed} --from ${round}`)
    process.exit(1)
  }
  if (Date.now() - told > 10_000) {
    told = Date.now()
    console.log(`  ${round * ROUND + numRuns} of ${runs} runs; round ${round}`)
  }
}
console.log(`${name}: no finding in ${runs - from * ROUND} runs`)
