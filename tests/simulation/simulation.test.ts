import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Choices, shrink } from './choices.ts'
import { MUTANTS } from './mutants/mutants.ts'
import { run } from './run.ts'

/** `npm run simulate -- --runs 100000` plays more. */
const RUNS = 100

test(`the tables come to be what the bucket holds, whatever goes wrong: ${RUNS} runs of new seeds`, async () => {
  const first = Math.floor(Math.random() * 2 ** 31)
  console.log(`simulation: seeds ${first} to ${first + RUNS - 1}`)
  for (let seed = first; seed < first + RUNS; seed++) {
    const { violation } = await run(Choices.ofSeed(seed))
    expect(violation, `npm run simulate -- --seed ${seed}`).toBeUndefined()
  }
}, 120_000)

test('a seed plays the same run every time, and so do the choices written down', async () => {
  const once = await run(Choices.ofSeed(5), { traced: true })
  expect(once.history?.length).toBeGreaterThan(50)
  expect(await run(Choices.ofSeed(5), { traced: true })).toEqual(once)
  expect((await run(Choices.of(once.choices), { traced: true })).history).toEqual(once.history)
})

test('a failing run is reduced to the choices that make it fail', async () => {
  const fails = async (choices: readonly number[]) => choices.includes(7) && choices.includes(9)
  expect(await shrink([3, 7, 0, 4, 4, 9, 1, 0, 2], fails, 1000)).toEqual([7, 9])
})

test.each(MUTANTS)(
  'the original of the mutant "$name" stands in its file once',
  async ({ file, from, to }) => {
    const source = await readFile(join(import.meta.dirname, '..', '..', file), 'utf8')
    expect(source.split(from)).toHaveLength(2)
    expect(to).not.toBe(from)
  },
)
