import { expect, test } from 'vitest'
import { countsInSeries } from '../../shared/model/fact.ts'
import { factsOf, factsOfDigest } from '../../shared/statements/facts.ts'

const item = (text: string) =>
  ({ n: 1, text, language: 'en', date: null, kind: 'paragraph', context: null }) as const
const day = { date: '2020-01-09' }

test('a fact is a quantity in its metric, with its span, subject and sentence', () => {
  const text =
    'Rents fell. The bank boosted its space in Harbour Tower to 20,000 square meters. It said no more.'
  expect(factsOf(item(text), day)).toEqual([
    {
      metric: 'square-meters',
      value: '20000',
      amount: '20000',
      unit: 'm2',
      bound: null,
      change: 'up',
      moved: 'to',
      role: null,
      of: null,
      kind: 'level',
      kindFrom: 'measure',
      over: null,
      modality: 'actual',
      period: { from: '2020-01-09', to: '2020-01-09', said: 'digest' },
      entity: null,
      measure: 'space',
      status: null,
      item: 1,
      start: text.indexOf('20,000'),
      end: text.indexOf('. It said'),
      text: '20,000 square meters',
      sentence: 'The bank boosted its space in Harbour Tower to 20,000 square meters.',
      rule: 'unit',
    },
  ])
})

test('what is restated, left behind or a range is not counted', () => {
  const facts = factsOf(
    item(
      'It grew to 20,000 square meters (215,300 square feet) from 15,000 square meters, or 5 to 7 floors.',
    ),
    day,
  )
  expect(facts.map((fact) => [fact.text, countsInSeries(fact)])).toEqual([
    ['20,000 square meters', true],
    ['215,300 square feet', false],
    ['15,000 square meters', false],
    ['5 to 7 floors', false],
  ])
})

/** sentence → metrics of its quantities */
const METRICS_OF = [
  ['As of Sunday, 59 people were being treated. Seven were in critical condition.', ['patients', 'patients']],
  ['A leak exposed over 24 million patient records.', ['patients']],
  ['It left 24 million records exposed.', ['count']],
  ['A province of 80 million people had 44 confirmed cases and two deaths.', ['people', 'cases', 'deaths']],
  [
    'Six families and 17 residents moved, 300 jobs went, and 20 firms shut.',
    ['households', 'people', 'jobs', 'companies'],
  ],
  [
    'The 80 percent share cost $5, €5, £5, ¥5 and 5 yuan.',
    ['percent', 'us-dollars', 'euros', 'pounds', 'yen', 'yuan'],
  ],
] as const

test.each(METRICS_OF)('%s', (text, metrics) => {
  expect(factsOf(item(text), day).map(({ metric }) => metric)).toEqual(metrics)
})

test('boilerplate has no facts', () => {
  expect(factsOf({ ...item('Join 20,000 readers'), kind: 'boilerplate' }, day)).toEqual([])
})

test('the facts of a digest are those of its items, in their order', () => {
  const items = [item('It has 5 rooms.'), { ...item('It has 7 rooms and 2 halls.'), n: 2 }]
  const digest = { ...day, items } as unknown as Parameters<typeof factsOfDigest>[0]
  expect(factsOfDigest(digest)).toEqual(items.flatMap((one) => factsOf(one, day)))
})
