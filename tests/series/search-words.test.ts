import { expect, test } from 'vitest'
import { nameWords, wholeName, wordsOf } from '../../shared/series/search-words.ts'

test('words are found in whatever form they are asked for', () => {
  expect(wordsOf('Office Spaces')).toEqual(wordsOf('office space'))
  expect(wordsOf('确诊病例')).toEqual(['确诊', '诊病', '病例'])
  expect(wordsOf('ＢＲＥＮＴ原油')).toEqual(['原油', 'brent'])
  expect(wordsOf('a – b')).toEqual([])
})

test('a name is found as a whole and by its words', () => {
  expect(nameWords('Harbour Bank')).toEqual(['=harbour bank', 'harbour', 'bank'])
  expect(nameWords('Harbour')).toEqual([`=${wholeName('HARBOUR')}`])
  expect(nameWords('海港银行')).toEqual(['=海港银行', '海港'])
  expect(nameWords('海港')).toEqual(['=海港'])
  expect(nameWords('—')).toEqual([])
})

test('a name as long as a text has few words', () => {
  expect(nameWords('word '.repeat(1000)).length).toBeLessThan(10)
  expect(wordsOf('字'.repeat(1000)).length).toBeLessThan(10)
})
