import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notificationOf, queuesFor, sequencers } from '../../../infra/local/notification.ts'
import { readBucketEvents } from '../../../shared/digest/bucket-event.ts'

test('the pipeline reads back every key that the bucket tells of', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (key) => {
      const change = {
        event: 'ObjectCreated:Put',
        bucket: 'b',
        key,
        object: { size: 1, etag: '"e"' },
      } as const
      const body = notificationOf(change, '0A', 'us-east-1', new Date(0))
      expect(readBucketEvents(body)).toMatchObject([{ what: 'stored', bucket: 'b', key, etag: 'e' }])
    }),
  )
})

test('a queue hears once of an event that two of its patterns name', () => {
  const patterns = ['s3:ObjectCreated:*', 's3:ObjectCreated:Put', 's3:ObjectRemoved:*']
  const notifications = patterns.map((Event) => ({ Event, Queue: 'q' }))
  expect(queuesFor('ObjectCreated:Put', notifications)).toEqual(['q'])
  expect(queuesFor('ObjectTagging:Put', notifications)).toEqual([])
})

test('sequencers grow even while the clock stands or goes back', () => {
  const clock = [5, 5, 3, 9].values()
  const drawn = sequencers(() => clock.next().value ?? 9)
  const four = Array.from({ length: 4 }, () => drawn.next().value)
  expect(four.toSorted()).toEqual(four)
  expect(new Set(four).size).toBe(4)
})
