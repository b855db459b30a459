import { expect, test } from 'vitest'
import { Pipeline } from '../simulation/pipeline.ts'
import { simulatedFacts } from '../simulation/simulated-facts.ts'

const leased = (day: number) => `Notes for January ${day}, 2020\n\nThe bank leased ${day}00 square meters.\n`

const SIZES = { recentPoints: 1 }

test('a digest that goes while its series spills over leaves no point in the months', async () => {
  const pipeline = new Pipeline()
  pipeline.factsOf = simulatedFacts
  const { bucket, metrics } = pipeline
  await pipeline.process(bucket.put('8.txt', leased(8)))
  await pipeline.parse(bucket.put('9.txt', leased(9)))
  const put = metrics.put.bind(metrics)
  let isGone = false
  metrics.put = async (row, condition) => {
    if (row.pk.startsWith('CURVE#') && !isGone) {
      isGone = true
      await pipeline.parse(bucket.delete('8.txt'))
      await pipeline.settle(Number.POSITIVE_INFINITY, SIZES)
    }
    return put(row, condition)
  }
  await pipeline.settle(Number.POSITIVE_INFINITY, SIZES)
  expect(isGone).toBe(true)
  const left = [...metrics.rows.values()].filter(({ pk }) => /^(?:CURVE|SERIES)#/.test(pk))
  expect(JSON.stringify(left)).not.toContain('2020-01-08')
  expect(JSON.stringify(left)).toContain('2020-01-09')
})
