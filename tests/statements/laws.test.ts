import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact } from '../../shared/model/fact.ts'
import { factsOf, factsOfDigest } from '../../shared/statements/facts.ts'

type Items = Parameters<typeof factsOfDigest>[0]['items']

const itemsOf = (...texts: string[]) =>
  texts.map((text, i) => ({
    ...{ n: i + 1, text, kind: 'paragraph', context: null, section: null, title: null, links: [] },
    ...{ language: /[\u3400-\u9fff]/.test(text) ? 'zh' : 'en', line: i + 1, start: 0, end: text.length },
  })) as unknown as Items

const date = '2020-01-09'
const owners = (text: string, title?: string): string[] =>
  factsOf(itemsOf(text)[0] as Items[number], { date, title }).map(
    ({ text: figure, entity }) => `${figure} ${entity?.name}`,
  )

const COUNTRIES = ['Spain', 'Peru', 'Kenya', 'Norway', 'Brazil', 'Japan', 'Egypt'] as const
const PROVINCES = ['湖北', '广东', '湖南', '浙江', '河南', '安徽', '江西'] as const
const COMPANIES = ['Acme', 'Zenith Foods', 'Norwood Bank', 'Halden Motors'] as const
const some = <T>(values: readonly T[]) =>
  fc.shuffledSubarray([...values], { minLength: 2, maxLength: values.length })

describe('laws of owners', () => {
  test('the pairs of a list go with it in any order', () => {
    fc.assert(
      fc.property(some(COUNTRIES), (names) => {
        const counts = names.map((name, i) => ({ name, count: `${i + 11}%` }))
        const list = (pairs: typeof counts) => pairs.map(({ name, count }) => `${name} (${count})`).join(', ')
        const said = (pairs: typeof counts) => owners(`The rates were highest in ${list(pairs)}.`)
        expect(said(counts)).toEqual(counts.map(({ name, count }) => `${count} ${name}`))
        expect(said([...counts].reverse())).toEqual([...said(counts)].reverse())
      }),
    )
    fc.assert(
      fc.property(some(PROVINCES), (names) => {
        const list = names.map((name, i) => `${name}${i + 1}例`).join('，')
        expect(owners(`昨日新增病例，其中${list}。`)).toEqual(names.map((name, i) => `${i + 1}例 ${name}`))
      }),
    )
  })

  test('"respectively" and 分别 pair each name with the figure of its place', () => {
    fc.assert(
      fc.property(some(COUNTRIES), (names) => {
        const last = names.length - 1
        const joined = (words: readonly string[]) => `${words.slice(0, last).join(', ')} and ${words[last]}`
        const figures = names.map((_, i) => `${i + 2}%`)
        const text = `${joined(names)} grew by ${joined(figures)} respectively.`
        expect(owners(text)).toEqual(names.map((name, i) => `${i + 2}% ${name}`))
      }),
    )
    fc.assert(
      fc.property(some(PROVINCES), (names) => {
        const text = `${names.join('、')}分别新增${names.map((_, i) => `${i + 2}例`).join('、')}。`
        expect(owners(text)).toEqual(names.map((name, i) => `${i + 2}例 ${name}`))
      }),
    )
  })

  test('another name in the same place owns the same figures', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMPANIES), fc.constantFrom(...COMPANIES), (one, other) => {
        const said = (name: string) =>
          owners(`Last week ${name} sold 300 tractors, a rise of 4%, and it plans to hire 20 workers.`)
        expect(said(one).map((line) => line.replace(one, other))).toEqual(said(other))
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...PROVINCES), fc.constantFrom(...PROVINCES), (one, other) => {
        const said = (name: string) => owners(`${name}新增确诊病例3例，累计40例，其中重症5例。`)
        expect(said(one).map((line) => line.replace(one, other))).toEqual(said(other))
      }),
    )
  })

  test('a closed bracket hides its names from what stands behind it', () => {
    fc.assert(
      fc.property(some(PROVINCES), ([outer, inner]) => {
        const open = owners(`${outer}新增12例（${inner}3例），死亡4例。`)
        expect(open).toEqual([`12例 ${outer}`, `3例 ${inner}`, `4例 ${outer}`])
      }),
    )
    fc.assert(
      fc.property(some(COUNTRIES), ([outer, inner]) => {
        expect(owners(`${outer} added 12% (${inner} 3%) and lost 4% later.`).at(-1)).toBe(`4% ${outer}`)
      }),
    )
  })

  test('an item says in its digest what it says alone', () => {
    fc.assert(
      fc.property(some(COUNTRIES), (names) => {
        const items = itemsOf(...names.map((name, i) => `${name} exported ${i + 5} tons of rice.`))
        const alone = items.flatMap((item) => factsOf(item, { date }))
        expect(factsOfDigest({ date, items })).toEqual(alone)
      }),
    )
  })
})

describe('the forms of a name in one digest', () => {
  const idsOf = (facts: readonly Fact[]) => new Set(facts.map(({ entity }) => entity?.id))
  const facts = (...texts: string[]) => factsOfDigest({ date, items: itemsOf(...texts) })

  test.each([
    ['Barrow Developments sold 20 homes.', 'Later Barrow sold 30 homes.'],
    ['Kamila Harrow holds 49% support.', 'In May Harrow held 40% support.'],
    ['The North Sea Drilling Company hired 20 people.', 'In May North Sea Drilling hired 30 people.'],
    ['Acme Robotics Inc. hired 20 people.', 'In May Acme Robotics hired 30 people.'],
  ])('%s %s', (first, second) => {
    expect(idsOf(facts(first, second)).size).toBe(1)
    expect(idsOf(facts(second, first))).toEqual(idsOf(facts(first, second)))
  })

  test('a form that two names share is neither', () => {
    const three = facts(
      'Norwood Bank hired 20 people.',
      'Norwood Foods hired 30 people.',
      'Then Norwood hired 40 people.',
    )
    expect(idsOf(three).size).toBe(3)
  })
})
