import { describe, expect, test } from 'vitest'
import type { Fact } from '../../shared/model/fact.ts'
import { identityOf, isStated, type Stated, seriesId, spanOf } from '../../shared/series/identity.ts'
import { entityKeyOf, variableOf } from '../../shared/store/keys.ts'
import { aFact } from '../a-fact.ts'

const stated = (given: Partial<Fact> = {}): Stated =>
  aFact({
    entity: { id: 'harbour-bank', name: 'Harbour Bank', from: 'clause' },
    measure: 'office space',
    ...given,
  }) as Stated

const idOf = (given: Partial<Fact> = {}): string => seriesId(identityOf(stated(given)))

const JANUARY = { from: '2020-01-01', to: '2020-01-31', said: 'sentence' } as const

describe('figures of one series', () => {
  const same: [string, Partial<Fact>][] = [
    ['on another day', { period: { from: '2021-05-06', to: '2021-05-06', said: 'sentence' } }],
    ['with another amount', { amount: '77', value: '77' }],
    ['as a bound', { bound: '>' }],
    ['by another name of the entity', { entity: { id: 'harbour-bank', name: 'HB', from: 'title' } }],
    ['in another wording', { measure: 'total office space' }],
    ['in another unit of the metric', { unit: '[sft_i]' }],
  ]
  test.each(same)('%s', (_what, given) => expect(idOf(given)).toBe(idOf()))

  test('a rise and a fall are one series', () => {
    const change = { kind: 'change', over: 'year' } as const
    expect(idOf({ ...change, amount: '-3', change: 'down' })).toBe(
      idOf({ ...change, amount: '3', change: 'up' }),
    )
  })

  test('a total so far is the same wherever its count began', () => {
    expect(idOf({ kind: 'cumulative', period: JANUARY })).toBe(idOf({ kind: 'cumulative' }))
    expect(spanOf(stated({ kind: 'cumulative', period: JANUARY }))).toEqual({
      from: '2020-01-31',
      to: '2020-01-31',
    })
  })

  test('with a status the wording of the measure does not matter', () => {
    const dead = { metric: 'patients', unit: 'patient', status: 'dead' } as const
    expect(idOf({ ...dead, measure: '死亡病例' })).toBe(idOf({ ...dead, measure: 'deaths' }))
  })
})

describe('figures of different series', () => {
  const different: [string, Partial<Fact>][] = [
    ['entity', { entity: { id: 'river-bank', name: 'River Bank', from: 'clause' } }],
    ['metric', { metric: 'yuan', unit: 'CNY' }],
    ['measure', { measure: 'parking space' }],
    ['status', { status: 'confirmed' }],
    ['kind', { kind: 'flow' }],
    ['modality', { modality: 'forecast' }],
    ['length of the period', { period: JANUARY }],
  ]
  test.each(different)('%s', (_what, given) => expect(idOf(given)).not.toBe(idOf()))

  test('what a change is over, and whether it is told in percent', () => {
    const change = { kind: 'change' } as const
    const ids = [
      idOf({ ...change, over: 'year' }),
      idOf({ ...change, over: 'month' }),
      idOf({ ...change, over: 'year', metric: 'percent', unit: '%' }),
    ]
    expect(new Set(ids).size).toBe(3)
  })

  test('of the metric for all else, each noun and each rate', () => {
    expect(idOf({ metric: 'count', unit: 'bridge' })).not.toBe(idOf({ metric: 'count', unit: 'tunnel' }))
  })
})

test('an id says which entity and which variable it is of, and holds no word of either', () => {
  const [one, other] = [idOf(), idOf({ entity: { id: 'river-bank', name: 'River Bank', from: 'clause' } })]
  expect(one).toMatch(/^[0-9a-z]{24}$/)
  expect(variableOf(one)).toBe(variableOf(other))
  expect(entityKeyOf(one)).not.toBe(entityKeyOf(other))
  expect(entityKeyOf(one)).toBe(entityKeyOf(idOf({ measure: 'parking space' })))
})

test('former levels, restatements, ranges and figures of nobody state nothing; a part does', () => {
  const facts = [
    stated({ role: 'previous' }),
    stated({ role: 'equivalent' }),
    stated({ amount: null }),
    stated({ entity: null }),
    stated({ of: 0 }),
    stated(),
  ]
  expect(facts.map(isStated)).toEqual([false, false, false, false, true, true])
})
