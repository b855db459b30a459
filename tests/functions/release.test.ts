import { expect, test } from 'vitest'
import type { Fact } from '../../shared/model/fact.ts'
import { factsOfDigest } from '../../shared/statements/facts.ts'
import { Pipeline } from '../simulation/pipeline.ts'

const TEXT = 'Notes for January 9, 2020\n\nThe bank leased 700 square meters.\n'
const FACTS = ['GET /v1/metrics/{metric}/facts', { metric: 'square-meters' }] as const

const timesTen = (fact: Fact): Fact => ({ ...fact, amount: `${fact.amount}0` })

async function amountsIn(pipeline: Pipeline): Promise<string[]> {
  const { facts } = await pipeline.read<{ facts: { amount: string }[] }>(...FACTS)
  return facts.map(({ amount }) => amount)
}

/** Deploys an extractor under a release, and has every digest looked at again. */
async function reprocess(pipeline: Pipeline, release: number, factsOf: Pipeline['factsOf']): Promise<void> {
  pipeline.release = release
  pipeline.factsOf = factsOf
  await pipeline.process(JSON.stringify({ reexamine: { bucket: pipeline.bucket.name, key: 'a.txt' } }))
}

test('an engine that is given up leaves nothing behind when the one before is deployed again, nor when it wakes late', async () => {
  const good: Pipeline['factsOf'] = factsOfDigest
  const bad: Pipeline['factsOf'] = (digest) => factsOfDigest(digest).map(timesTen)
  const pipeline = new Pipeline()
  await pipeline.process(pipeline.bucket.put('a.txt', TEXT))
  expect(await amountsIn(pipeline)).toEqual(['700'])
  await reprocess(pipeline, 1, bad)
  expect(await amountsIn(pipeline)).toEqual(['7000'])
  await reprocess(pipeline, 2, good)
  expect(await amountsIn(pipeline)).toEqual(['700'])
  await reprocess(pipeline, 1, bad)
  expect(await amountsIn(pipeline)).toEqual(['700'])
  await reprocess(pipeline, 3, bad)
  expect(await amountsIn(pipeline)).toEqual(['7000'])
})
