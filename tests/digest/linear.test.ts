import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StepCounter } from './counted-steps.ts'
import { growthOf, hostileShape, type Shape } from './hostile-shapes.ts'

/** Twice the document, twice the work: counted, so that no other work on the machine can make it fail. */
const counter = new StepCounter()
let read: (bytes: Uint8Array, key: string) => Promise<unknown>

beforeAll(async () => {
  await counter.start()
  const { parseDigest } = await import('../../shared/digest/parse.ts')
  read = (bytes, key) => parseDigest(bytes, { key, lastModified: '2021-12-31T23:59:59Z' })
})
afterAll(() => counter.stop())

const html = (unit: string, rest: Partial<Shape> = {}): Shape => ({
  ...{ key: 'a.html', head: '', close: '', tail: '' },
  ...rest,
  unit,
})

describe('reading', () => {
  it.each([
    ['single words between breaks', html('a<br>')],
    ['words that are marked one by one', html('<b>a</b>\n')],
    ['links into the document itself', html('<a href=#x>a</a> ')],
    ['links inside links', { ...html('<a href=b>a '), key: 'a.md' }],
    ['notes after breaks', html('<br> <a href=#fn1>1</a>')],
    ['words before a table they do not belong in', html('a<i></i>', { head: '<table>' })],
    ['attributes of one tag', html(' a=b', { head: '<p', tail: '>a</p>' })],
  ])('takes twice the steps for twice as many %s', async (_, shape) => {
    expect(await growthOf(shape, counter, read)).toMatchObject({ isLinear: true })
  })

  it('takes twice the steps for twice of any shape', () =>
    fc.assert(
      fc.asyncProperty(hostileShape, async (shape) => {
        expect(await growthOf(shape, counter, read)).toMatchObject({ isLinear: true })
      }),
      { numRuns: 60 },
    ))
})
