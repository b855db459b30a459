import { expect, test } from 'vitest'
import { reconcile } from '../../functions/reconcile.ts'
import { digestId } from '../../shared/digest/digest-id.ts'
import { headKey } from '../../shared/store/keys.ts'
import type { Reexamine } from '../../shared/store/messages.ts'
import { Pipeline } from '../simulation/pipeline.ts'

const leased = (area: number) => `Notes for January 9, 2020\n\nThe bank leased ${area} square meters.\n`

/** Reconciles, and handles what that asks for. @returns the keys that it asked for */
async function reconciled(pipeline: Pipeline): Promise<string[]> {
  const asked: Reexamine[] = []
  const { bucket, items, log, count, now } = pipeline
  const digestEvents = { sendAll: async (sent: readonly Reexamine[]) => void asked.push(...sent) }
  const drift = await reconcile(bucket.name, { bucket, items, digestEvents, log, count, now })
  expect(drift).toBe(asked.length)
  for (const message of asked) await pipeline.process(JSON.stringify(message))
  return asked.map(({ reexamine }) => reexamine.key)
}

test('a bucket and digests that agree are left alone: ready, refused, deleted, directories', async () => {
  const pipeline = new Pipeline()
  await pipeline.process(pipeline.bucket.put('a.txt', leased(1)))
  await pipeline.process(pipeline.bucket.put('refused.txt', ''))
  await pipeline.process(pipeline.bucket.put('gone.txt', leased(2)))
  await pipeline.process(pipeline.bucket.delete('gone.txt'))
  await pipeline.process(pipeline.bucket.put('2020/', ''))
  expect(await reconciled(pipeline)).toEqual([])
})

test('uploads, overwrites and deletions that nobody told of are found and made good', async () => {
  const pipeline = new Pipeline()
  await pipeline.process(pipeline.bucket.put('overwritten.txt', leased(1)))
  await pipeline.process(pipeline.bucket.put('deleted.txt', leased(2)))
  pipeline.bucket.put('overwritten.txt', leased(3))
  pipeline.bucket.delete('deleted.txt')
  await pipeline.process(pipeline.bucket.put('refused.txt', ''))
  await pipeline.settle()
  pipeline.bucket.delete('refused.txt')
  pipeline.bucket.put('new.txt', leased(4))
  expect((await reconciled(pipeline)).sort()).toEqual([
    'deleted.txt',
    'new.txt',
    'overwritten.txt',
    'refused.txt',
  ])
  expect(await reconciled(pipeline)).toEqual([])
  expect(pipeline.items.rows.size).toBeGreaterThan(0)
  const head = await pipeline.items.get(headKey(digestId('deleted.txt')))
  expect(head).toMatchObject({ published: { state: 'deleted' } })
})

test('what was stored a moment ago is on its way, and no drift', async () => {
  const pipeline = new Pipeline()
  pipeline.bucket.put('new.txt', leased(4), new Date(pipeline.now() - 1000).toISOString())
  expect(await reconciled(pipeline)).toEqual([])
})
