import { afterEach, expect, test } from 'vitest'
import { LANGUAGES, say, setLanguage, wordFor } from '../../dashboard/language.ts'
import { KINDS, MODALITIES, OVERS, STATUSES } from '../../shared/model/fact.ts'
import { LENGTHS } from '../../shared/model/period.ts'
import { BUCKETS } from '../../shared/series/buckets.ts'

afterEach(() => setLanguage('en'))

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted()

test.each(Object.entries(LANGUAGES.en))('%s is said in every language with the same places', (name, text) => {
  const other = LANGUAGES.zh[name as keyof typeof LANGUAGES.zh]
  expect(places(other)).toEqual(places(text))
  expect(other === '').toBe(text === '')
})

test('Chinese texts are Chinese', () => {
  const latin = Object.entries(LANGUAGES.zh).filter(
    ([, text]) => text !== '' && !/\p{Script=Han}|^\{/u.test(text),
  )
  expect(latin).toEqual([])
})

test.each([
  ['kind', KINDS],
  ['modality', MODALITIES],
  ['status', STATUSES],
  ['over', OVERS],
  ['length', LENGTHS],
  ['bucket', ['none', ...BUCKETS]],
] as const)('every %s has a word', (group, values) => {
  expect(values.filter((value) => !(`${group}.${value}` in LANGUAGES.en))).toEqual([])
})

test('the language shown can be changed, and places are filled in', () => {
  expect(say('toldOn', { day: '2020-01-09' })).toBe('told 2020-01-09')
  setLanguage('zh')
  expect(say('toldOn', { day: '2020-01-09' })).toBe('2020-01-09所述')
  expect(wordFor('kind', 'cumulative')).toBe('累计')
  expect(wordFor('kind', 'unheard of')).toBe('kind.unheard of'.slice('kind.'.length))
})
