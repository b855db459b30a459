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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string' }, seed: { type: 'string' }, from: { type: 'string' } },
})
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
const [name = ''] = positionals
const runs = Number(values.runs ?? 10_000)
const seed = Number(values.seed ?? Date.now() % 0x7fffffff)
const from = Number(values.from ?? 0)

if (!names.includes(name) || ![runs, seed, from].every((n) => Number.isSafeInteger(n) && n >= 0)) {
  console.error(`fuzz: npm run fuzz -- ${names.join('|')} --runs N [--seed S] [--from ROUND]`)
  process.exit(2)
}

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
console.log(`${name}: no finding in ${runs} runs`)
