import { expect, test } from 'vitest'
import { countsInSeries, factsOf } from '../../shared/quantities/facts.ts'
import { SEED_SHAPES } from '../corpus/quantities/seed-shapes.ts'

const item = (text: string) => ({ n: 1, text, language: 'en', kind: 'paragraph', context: null }) as const
const PLAIN = { bound: null, change: null, role: null, asOf: null }

test.each(SEED_SHAPES)('$text', ({ text, facts }) => {
  const found = factsOf(item(text), { date: '2020-01-09' })
  expect(found).toMatchObject(facts.map((fact) => ({ ...PLAIN, ...fact })))
  expect(found).toHaveLength(facts.length)
})

test('boilerplate has no facts', () => {
  expect(factsOf({ ...item('Join 20,000 readers'), kind: 'boilerplate' }, { date: '2020-01-09' })).toEqual([])
})

test('what is restated or left behind is not counted', () => {
  const facts = factsOf(
    item('It grew to 20,000 square meters (215,300 square feet) from 15,000 square meters.'),
    {
      date: '2020-01-09',
    },
  )
  expect(facts.map(countsInSeries)).toEqual([true, false, false])
})
