import assert from 'node:assert/strict'
import fc from 'fast-check'
import { StepCounter } from '../digest/counted-steps.ts'
import { growthOf, hostileShape } from '../digest/hostile-shapes.ts'

/** A document of any shape, twice as long: read in twice the steps. */
const counter = new StepCounter()
await counter.start()
const { parseDigest } = await import('../../shared/digest/parse.ts')
const read = (bytes: Uint8Array, key: string) =>
  parseDigest(bytes, { key, lastModified: '2021-12-31T23:59:59Z' })

export const property: fc.IRawProperty<unknown> = fc.asyncProperty(hostileShape, async (shape) => {
  const { growth, isLinear } = await growthOf(shape, counter, read)
  assert.ok(isLinear, `${growth.toFixed(2)} times the steps for twice the length`)
})
