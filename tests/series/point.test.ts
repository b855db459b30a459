import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shift } from '../../shared/model/decimal.ts'
import type { Bound } from '../../shared/model/fact.ts'
import { agree, choosePoint } from '../../shared/series/point.ts'
import { digitsOf, type Telling } from '../../shared/series/telling.ts'

const PERIOD = { from: '2020-02-08', to: '2020-02-08' }

/** A telling written as it would stand in a text: "1,512", ">1500", "~2万". */
function told(text: string, given: Partial<Telling> = {}): Telling {
  const bound = (/^[<>~]/.exec(text)?.[0] as Bound | undefined) ?? null
  const [number = ''] = /-?\d[\d,.]*/.exec(text) ?? []
  const amount = shift(number.replaceAll(',', ''), text.endsWith('万') ? 4 : 0)
  const digest = given.digest ?? 'a'
  return {
    amount,
    bound,
    digits: digitsOf(text, amount, bound),
    guess: false,
    said: 'sentence',
    told: '2020-02-09',
    digest,
    source: digest,
    claim: `${digest} ${text}`,
    item: 1,
    start: 0,
    end: text.length,
    name: 'Harbour',
    measure: null,
    distance: 0,
    ...given,
  }
}

const chosen = (...tellings: Telling[]) => {
  const { point } = choosePoint(tellings, PERIOD)
  return [point?.value, point?.chosen]
}

describe('one value where tellings agree', () => {
  const alike: [string, string][] = [
    ['1,512', '>1500'],
    ['2,744', '2,744'],
    ['15,234', '1.5万'],
    ['0.46', '0.5'],
    ['1,960', '<2000'],
    ['-3.24', '-3.2'],
  ]
  test.each(alike)('%s and %s', (one, other) => {
    expect(agree(told(one), told(other))).toBe(true)
    expect(agree(told(other), told(one))).toBe(true)
    expect(chosen(told(other), told(one, { digest: 'b' }))).toEqual([told(one).amount, 'only'])
  })

  const unlike: [string, string][] = [
    ['1,512', '1,513'],
    ['1,499', '>1500'],
    ['16,100', '1.5万'],
    ['2,010', '<2000'],
    ['3.2', '-3.2'],
    ['0', '1'],
  ]
  test.each(unlike)('but not %s and %s', (one, other) => {
    expect(agree(told(one), told(other))).toBe(false)
    expect(agree(told(other), told(one))).toBe(false)
  })
})

describe('where they differ, the point is', () => {
  test('no guess, where one says what it is', () => {
    expect(chosen(told('5'), told('7', { digest: 'b', guess: true, told: '2020-02-20' }))).toEqual([
      '5',
      'said',
    ])
  })
  test('that which says its day', () => {
    expect(chosen(told('5'), told('7', { digest: 'b', said: 'digest' }))).toEqual(['5', 'dated'])
  })
  test('of one digest that which stands nearest its entity', () => {
    expect(chosen(told('7', { distance: 3 }), told('5', { item: 2 }))).toEqual(['5', 'clearest'])
  })
  test('of one maker that which he told last', () => {
    const maker = { source: 'maker' }
    const [first, last] = [
      told('5', { ...maker, digest: 'a' }),
      told('7', { ...maker, digest: 'b', told: '2020-02-10' }),
    ]
    expect(chosen(last, first)).toEqual(['7', 'corrected'])
  })
  test('no bound, where a plain value is', () => {
    expect(chosen(told('>9000'), told('>9000', { digest: 'c' }), told('5', { digest: 'b' }))).toEqual([
      '5',
      'plain',
    ])
  })
  test('that which most sources tell', () => {
    const two = [told('5'), told('5', { digest: 'b' })]
    expect(chosen(...two, told('7', { digest: 'c', told: '2020-02-20' }))).toEqual(['5', 'most'])
  })
  test('that which was told last, where as many tell the one as the other', () => {
    expect(chosen(told('5'), told('7', { digest: 'b', told: '2020-02-10' }))).toEqual(['7', 'last'])
  })
  test('told once by a sentence that two digests share', () => {
    const copied = { claim: 'the same sentence' }
    const copies = [told('5', copied), told('5', { ...copied, digest: 'b' })]
    expect(chosen(...copies, told('7', { digest: 'c', told: '2020-02-20' }))).toEqual(['7', 'last'])
  })
  test('none that a correction rejects', () => {
    const wrong = told('7', { digest: 'b', told: '2020-02-20' })
    const { point, tellings } = choosePoint([told('5'), wrong], PERIOD, ({ digest }) => digest === 'b')
    expect(point).toMatchObject({ value: '5', chosen: 'correction', tellings: 1 })
    expect(tellings.map(({ standing }) => standing)).toEqual(['chosen', 'rejected'])
  })
})

const anyTelling = fc
  .record({
    text: fc.constantFrom('5', '7', '1,512', '>1500', '<9', '0', '-3'),
    digest: fc.constantFrom('a', 'b', 'c'),
    told: fc.constantFrom('2020-02-09', '2020-02-10'),
    item: fc.integer({ min: 1, max: 3 }),
    guess: fc.boolean(),
    claim: fc.constantFrom('x', 'y', 'z'),
    said: fc.constantFrom('sentence' as const, 'digest' as const),
  })
  .map(({ text, ...given }) => told(text, { ...given, source: given.digest === 'a' ? 'm' : 'n' }))

test('a point is the same in whatever order it was told, and is one of what was told', () => {
  fc.assert(
    fc.property(fc.array(anyTelling, { minLength: 1, maxLength: 8 }), (tellings) => {
      const { point, tellings: shown } = choosePoint(tellings, PERIOD)
      expect(choosePoint(tellings.toReversed(), PERIOD).point).toEqual(point)
      expect(tellings.map(({ amount }) => amount)).toContain(point?.value)
      expect(point?.tellings).toBe(tellings.length)
      expect(shown.filter(({ standing }) => standing === 'chosen')).toHaveLength(1)
      expect(point?.chosen === 'only').toBe(shown.every(({ standing }) => standing !== 'other'))
    }),
  )
})

test('nothing told is no point', () => {
  expect(choosePoint([], PERIOD).point).toBeUndefined()
  expect(choosePoint([told('5')], PERIOD, () => true).point).toBeUndefined()
})
