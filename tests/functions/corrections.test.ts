import { expect, test } from 'vitest'
import { digestId } from '../../shared/digest/digest-id.ts'
import { pointsIn, type SeriesRow } from '../../shared/series/series-row.ts'
import type { Stated } from '../../shared/series/stated.ts'
import { Pipeline } from '../simulation/pipeline.ts'
import { simulatedFacts } from '../simulation/simulated-facts.ts'

const leased = (area: string) => `Notes for January 9, 2020\n\nThe bank leased ${area} square meters.\n`

const CORRECTIONS = 'corrections/leases.json'

async function twoDigests(): Promise<Pipeline> {
  const pipeline = new Pipeline()
  pipeline.factsOf = simulatedFacts
  await pipeline.process(pipeline.bucket.put('a.txt', leased('700')))
  await pipeline.process(pipeline.bucket.put('b.txt', leased('900')))
  return pipeline
}

const rowsOf = <Row>(pipeline: Pipeline, kind: string): Row[] =>
  [...pipeline.metrics.rows.values()].filter(({ pk }) => pk.startsWith(`${kind}#`)) as Row[]

const pointsOf = (pipeline: Pipeline) =>
  rowsOf<SeriesRow>(pipeline, 'SERIES').flatMap((row) =>
    pointsIn(row).map(({ value, chosen }) => [value, chosen]),
  )

const rejecting = (pipeline: Pipeline, digest: string) =>
  JSON.stringify({
    reject: [
      { series: rowsOf<SeriesRow>(pipeline, 'SERIES')[0]?.sk, to: '2020-01-09', digest, why: 'A slip' },
    ],
  })

test('a telling that a file rejects is no source of its point, until the file is replaced or gone', async () => {
  const pipeline = await twoDigests()
  const [[value] = ['']] = pointsOf(pipeline)
  const [last, other] = value === '900' ? ['b.txt', '700'] : ['a.txt', '900']
  await pipeline.process(pipeline.bucket.put(CORRECTIONS, rejecting(pipeline, digestId(last))))
  expect(pointsOf(pipeline)).toEqual([[other, 'correction']])

  await pipeline.process(pipeline.bucket.put(CORRECTIONS, '{"reject":[]}'))
  expect(pointsOf(pipeline)).toEqual([[value, 'corrected']])

  await pipeline.process(pipeline.bucket.put(CORRECTIONS, rejecting(pipeline, digestId(last))))
  await pipeline.process(pipeline.bucket.delete(CORRECTIONS))
  expect(pointsOf(pipeline)).toEqual([[value, 'corrected']])
  expect(JSON.stringify(rowsOf<Stated>(pipeline, 'STATED'))).not.toContain('A slip')
})

test('a file of corrections that is none is refused, and says why', async () => {
  const pipeline = await twoDigests()
  const before = pointsOf(pipeline)
  for (const text of ['not JSON', '{"reject":[{"series":"x"}]}', '{"reject":[],"more":1}']) {
    await pipeline.process(pipeline.bucket.put(CORRECTIONS, text))
    expect(await pipeline.read('GET /v1/digests/{id}', { id: digestId(CORRECTIONS) })).toMatchObject({
      state: 'refused',
      refusal: { reason: 'corrections', message: expect.stringContaining('no corrections') },
    })
  }
  await pipeline.settle()
  expect(pointsOf(pipeline)).toEqual(before)
})
