import type { Fact } from '../../../shared/quantities/quantity.ts'

/** What a fact is expected to hold; the rest is free. */
export type Expected = Pick<Fact, 'metric' | 'value' | 'unit' | 'text'> &
  Partial<Pick<Fact, 'bound' | 'change' | 'role' | 'asOf'>>

/** Sentences in the shape of a digest's of 2020-01-09 → the facts in them. */
export const SEED_SHAPES: readonly { text: string; facts: readonly Expected[] }[] = [
  {
    text: 'The bank boosted its offices in the tower to 20,000 square meters (215,300 square feet) from 15,000 square meters.',
    facts: [
      { metric: 'square-meters', value: '20000', unit: 'm2', text: '20,000 square meters', change: 'up' },
      {
        metric: 'square-meters',
        value: '215300',
        unit: '[sft_i]',
        text: '215,300 square feet',
        role: 'equivalent',
      },
      { metric: 'square-meters', value: '15000', unit: 'm2', text: '15,000 square meters', role: 'previous' },
    ],
  },
  {
    text: 'Leasing assets are more than 4 trillion yuan ($577.16 billion).',
    facts: [
      { metric: 'yuan', value: '4000000000000', unit: 'CNY', text: '4 trillion yuan', bound: '>' },
      {
        metric: 'us-dollars',
        value: '577160000000',
        unit: 'USD',
        text: '$577.16 billion',
        role: 'equivalent',
      },
    ],
  },
  {
    text: 'As of Sunday, 59 people were being treated in the city. Seven were in critical condition.',
    facts: [
      { metric: 'patients', value: '59', unit: 'patient', text: '59 people', asOf: '2020-01-05' },
      { metric: 'patients', value: '7', unit: 'patient', text: 'Seven' },
    ],
  },
  {
    text: 'A leak exposed over 24 million patient records.',
    facts: [
      {
        metric: 'patients',
        value: '24000000',
        unit: 'patient',
        text: '24 million patient records',
        bound: '>',
      },
    ],
  },
  {
    text: 'The region counted 1,200 lenders as of the end of June last year.',
    facts: [{ metric: 'count', value: '1200', unit: 'lender', text: '1,200 lenders', asOf: '2019-06-30' }],
  },
  {
    text: 'The first got a score of 80 out of 100, the others scored 52, 48 and 46.',
    facts: [
      { metric: 'count', value: '80', unit: 'score', text: '80 out of 100' },
      { metric: 'count', value: '52', unit: 'score', text: '52' },
      { metric: 'count', value: '48', unit: 'score', text: '48' },
      { metric: 'count', value: '46', unit: 'score', text: '46' },
    ],
  },
  {
    text: 'Phase 1 of the 5G build-out began on December 27, 2018, in the second wave of 1948 plans.',
    facts: [],
  },
]
