import { expect, test } from 'vitest'
import { measureKey } from '../../shared/series/measure-key.ts'

/** Wordings of one thing, a group for each: their keys are the same, and no two groups share theirs. */
const THINGS: readonly (readonly (string | null)[])[] = [
  [null, '', 'the price', 'price', 'a total', 'number', '价格', '指数', '收盘价'],
  ['office space', 'Office Space', 'its office space', 'total office space', 'the office spaces'],
  ['parking space'],
  ['net profit', 'net profits', 'the quarterly net profit'],
  ['operating profit'],
  ['confirmed cases', 'the number of confirmed cases', 'new confirmed cases', 'cumulative confirmed case'],
  ['suspected cases', 'suspected case'],
  ['确诊病例', '累计确诊病例', '新增确诊病例', '确诊病例数', '现有确诊病例', '累计报告确诊病例'],
  ['疑似病例', '新增疑似病例', '疑似病例总数'],
  ['净利润', '净利润同比', '净利润增长'],
  ['营业收入', '全年营业收入'],
  ['subsidies', 'subsidy'],
]

test('wordings of one thing have one key, and different things different ones', () => {
  const keys = THINGS.map((wordings) => new Set(wordings.map(measureKey)))
  for (const [n, own] of keys.entries()) expect([...own], String(THINGS[n])).toHaveLength(1)
  expect(new Set(keys.flatMap((own) => [...own])).size).toBe(THINGS.length)
})

test('a sentence that is taken for a measure makes no key without end', () => {
  expect(measureKey('word '.repeat(10_000)).length).toBeLessThan(100)
  expect(measureKey('字'.repeat(10_000)).length).toBeLessThan(100)
})
