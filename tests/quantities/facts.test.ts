import { expect, test } from 'vitest'
import { countsInSeries } from '../../shared/model/fact.ts'
import { factsOf, factsOfDigest } from '../../shared/statements/facts.ts'

const item = (text: string) => ({ n: 1, text, language: 'en', kind: 'paragraph', context: null }) as const
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
      measure: 'Harbour Tower',
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

/** sentence → what its last quantity is about */
const SUBJECTS = [
  ['The country had 10,900 leasing firms.', 'leasing firms'],
  ['JPM Bank moved into Harbour Tower, where it rents 20,000 square meters.', 'Harbour Tower'],
  ['In the survey, 80 percent of companies analyzed did not answer.', 'companies analyzed'],
  ['It opens its $45 trillion financial industry to all.', 'financial industry'],
  ['The sector has total assets of more than 4 trillion yuan.', 'total assets'],
  ['Unemployment dropped to 3.5%.', 'Unemployment'],
  ['On Monday, Nomura let around 5,000 square meters.', 'Nomura'],
  ['China’s central bank spent 5 million yuan.', 'China’s central bank'],
  ["Traffic through Port Blue's harbour fell by 5%.", "Port Blue's harbour"],
  ['An American bank leased floors for HK$5 million, up from HK$3 million.', 'American bank'],
  ['The 632-meter tower cost $5 million.', 'tower'],
  ["Maker's X200 costs $40,000.", "Maker's X200"],
  ['A magnitude-6.4 earthquake injured 130.', 'magnitude-6.4 earthquake'],
  ['Its debt-to-equity ratio rose to 163%.', 'debt-to-equity ratio'],
  ['House prices rose an average of 0.3%.', 'House prices'],
  ['It blends 10 percent ethanol.', 'ethanol'],
  ['The list names 300 firms, and 72 percent of them are new.', 'firms'],
  ['It treated 59 people. Seven were in critical condition.', 'people'],
  ['The U.S. imported 5 million tons.', 'U.S.'],
  ['Pear (PEAR) lost 5%.', 'Pear'],
  ['Shares in Smith & Daughters lost 5%.', 'Smith & Daughters'],
  ['Roughly one in eight Londoners is rich.', 'Londoners'],
  ['Both hold assets of 4 trillion yuan ($577 billion).', 'assets'],
  ['7月份，全港吞吐量达到5万吨。', '全港吞吐量'],
  ['那么它的售价是30元。', '售价'],
  ['全年销售额达到5亿元。', '销售额'],
  ['这家博物馆有5层，我们花了30元。', '博物馆'],
  ['我们花了30元。', null],
  ['三分之二的受访者表示满意。', '受访者'],
  ['华为去年销售收入8588亿元。', '华为'],
  ['成都全年接待游客2.8亿人次。', '成都全年接待游客'],
  ['六福珠宝有2000家门店。', '六福珠宝'],
  ['5G基站已建成13万个。', '5G基站'],
  ['三峡水库水位升至175米。', '三峡水库水位'],
  ['一座大桥耗资5亿元。', '大桥'],
] as const

test.each(SUBJECTS)('%s is about %s', (text, subject) => {
  expect(factsOf(item(text), day).at(-1)?.measure).toBe(subject)
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
