import type { Fact } from '../shared/model/fact.ts'

/** A fact with what a test says of it; the rest is made up, and holds together. */
export function aFact(given: Partial<Fact> = {}): Fact {
  const amount = given.amount === undefined ? '1' : given.amount
  return {
    metric: 'square-meters',
    value: amount ?? ['1', '2'],
    unit: 'm2',
    bound: null,
    amount,
    change: null,
    moved: null,
    role: null,
    of: null,
    kind: 'level',
    kindFrom: 'said',
    over: null,
    modality: 'actual',
    period: { from: '2020-01-09', to: '2020-01-09', said: 'digest' },
    entity: null,
    measure: null,
    status: null,
    item: 1,
    start: 0,
    end: 1,
    text: `${amount} m²`,
    sentence: `It has ${amount} m².`,
    rule: 'of this test',
    ...given,
  }
}
