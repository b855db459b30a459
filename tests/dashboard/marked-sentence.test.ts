import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedSentence } from '../../dashboard/marked-sentence.ts'

const ITEM = 'It rents 5 floors. It rents 5 floors. The bank has 20,000 square meters.'

test.each([
  ['The bank has 20,000 square meters.', 51, ['The bank has ', '20,000 square meters', '.']],
  ['It rents 5 floors.', 9, ['It rents ', '5 floors', '.']],
  ['It rents 5 floors.', 28, ['It rents ', '5 floors', '.']],
])('the number of a fact is marked in %j', (sentence, start, parts) => {
  const end = start + (parts[1]?.length ?? 0)
  expect(markedSentence(ITEM, { sentence, start, end })).toEqual(parts)
})

test('marking loses no letter of the sentence', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ minLength: 1 }),
      fc.string(),
      fc.nat(),
      (before, sentence, after, n) => {
        const start = before.length + (n % sentence.length)
        const parts = markedSentence(before + sentence + after, { sentence, start, end: start + 1 })
        expect(parts.join('')).toBe(sentence)
        expect(parts[1]).toBe((before + sentence + after).slice(start, start + 1))
      },
    ),
  )
})
