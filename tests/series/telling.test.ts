import { describe, expect, test } from 'vitest'
import type { Fact } from '../../shared/model/fact.ts'
import { MOST_STATEMENTS, sourceKey, statementsOf } from '../../shared/series/telling.ts'
import { aFact } from '../a-fact.ts'

const TELLER = { digest: 'd', source: 's', day: '2020-03-10' }

const stated = (given: Partial<Fact> = {}): Fact =>
  aFact({
    entity: { id: 'harbour', name: 'Harbour', from: 'clause' },
    measure: 'share price',
    period: { from: TELLER.day, to: TELLER.day, said: 'digest' },
    ...given,
  })

const on = (day: string, given: Partial<Fact> = {}): Fact =>
  stated({ period: { from: day, to: day, said: 'sentence' }, ...given })

const daysOf = (facts: readonly Fact[]) =>
  statementsOf(facts, TELLER).statements.map(({ to, tellings }) => [to, tellings[0]?.said])

describe('statements of a digest', () => {
  test('a headline and its body, or a summary and its story, tell a value once, where it is told best', () => {
    const headline = stated({
      item: 1,
      amount: '7',
      entity: { id: 'harbour', name: 'H', from: 'title' },
    })
    const body = stated({ item: 4, amount: '7' })
    const { statements } = statementsOf([headline, body], TELLER)
    expect(statements).toHaveLength(1)
    expect(statements[0]?.tellings).toMatchObject([{ item: 4, name: 'Harbour' }])
  })

  test('two values of one point are both told', () => {
    const { statements } = statementsOf([stated({ amount: '7' }), stated({ amount: '8' })], TELLER)
    expect(statements[0]?.tellings.map(({ amount }) => amount)).toEqual(['7', '8'])
  })

  test('more than a digest may state are counted, and nobody else pays for them', () => {
    const facts = Array.from({ length: MOST_STATEMENTS + 7 }, (_, n) =>
      stated({ entity: { id: `shop-${n}`, name: `Shop ${n}`, from: 'clause' } }),
    )
    const { statements, refused } = statementsOf(facts, TELLER)
    expect([statements.length, refused]).toEqual([MOST_STATEMENTS, 7])
  })

  test('facts that say no entity state nothing', () => {
    expect(statementsOf([aFact()], TELLER).statements).toEqual([])
  })
})

describe('the day that nobody says', () => {
  const dated = [on('2020-03-09'), on('2020-03-09', { metric: 'yuan' }), on('2020-03-09', { metric: 'days' })]

  test('is the day that most else is of, and is marked as inferred', () => {
    expect(daysOf([...dated, stated({ metric: 'euros' })]).at(-1)).toEqual(['2020-03-09', 'inferred'])
  })
  test('is the day of the digest where too few say theirs', () => {
    expect(daysOf([...dated.slice(1), stated({ metric: 'euros' })]).at(-1)).toEqual([TELLER.day, 'digest'])
  })
  test('is the day of the digest where no day stands out', () => {
    const others = dated.map((fact) => ({
      ...fact,
      period: { ...fact.period, to: '2020-03-02', from: '2020-03-02' },
    }))
    expect(daysOf([...dated, ...others, stated({ metric: 'euros' })]).at(-1)).toEqual([TELLER.day, 'digest'])
  })
  test('is never one to come, nor one long past', () => {
    for (const day of ['2020-03-20', '2019-03-09']) {
      const far = dated.map((fact) => ({
        ...fact,
        period: { from: day, to: day, said: 'sentence' as const },
      }))
      expect(daysOf([...far, stated({ metric: 'euros' })]).at(-1)).toEqual([TELLER.day, 'digest'])
    }
  })
  test('is not inferred for a flow, but of the day before', () => {
    const month = dated.map((fact) => ({
      ...fact,
      period: { from: '2020-02-29', to: '2020-02-29', said: 'sentence' as const },
    }))
    const flow = stated({ metric: 'euros', kind: 'flow' })
    expect(daysOf([...month, flow]).at(-1)).toEqual([TELLER.day, 'digest'])
    expect(daysOf([...dated, flow]).at(-1)).toEqual(['2020-03-09', 'inferred'])
  })
})

describe('digests of one maker', () => {
  const same: [string, { key: string; title?: string }, { key: string; title?: string }][] = [
    ['by numbered keys', { key: 'papers/2020-01-09.txt' }, { key: 'papers/2020-01-10.txt' }],
    ['by dated folders', { key: 'papers/2020/01/a.md' }, { key: 'papers/2021/11/a.md' }],
    [
      'by a title that differs in its date',
      { key: 'a.txt', title: 'Morning Notes, 9 January 2020' },
      { key: 'b.txt', title: 'Morning Notes, 10 February 2020' },
    ],
  ]
  test.each(same)('%s', (_by, one, other) => expect(sourceKey(one)).toBe(sourceKey(other)))

  test('and those of another are not', () => {
    expect(sourceKey({ key: 'papers/1.txt' })).not.toBe(sourceKey({ key: 'mails/1.txt' }))
    expect(sourceKey({ key: 'a', title: 'Morning Notes' })).not.toBe(
      sourceKey({ key: 'b', title: 'Evening Notes' }),
    )
  })
})
