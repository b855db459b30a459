/**
 * `npm run bench [-- NAME…]`: measures by name, all of them without one. Every `NAME.bench.ts` of this folder
 * exports `run`, which prints its figures side by side, as ratios where machines differ.
 */
import { readdirSync } from 'node:fs'

interface Bench {
  readonly run: () => Promise<void>
}

const SUFFIX = '.bench.ts'
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !names.includes(name))

if (unknown.length > 0) {
  console.error(`bench: no measurement named ${unknown.join(', ')}; there are ${names.join(', ')}`)
  process.exitCode = 2
} else {
  for (const name of asked.length > 0 ? asked : names) {
    console.log(`\n${name}`)
    const bench: Bench = await import(`./${name}${SUFFIX}`)
    await bench.run()
  }
}
