import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Quantity } from '../../shared/model/fact.ts'
import { findQuantities } from '../../shared/quantities/find-quantities.ts'
import { anyText, writtenNumber, writtenUnit } from './arbitraries.ts'
import { examplesOf, sentencesOf } from './corpus.ts'

/** All that is said of a quantity but where it stands. */
const said = ({ start, end, ...rest }: Quantity, text: string) => ({ ...rest, text: text.slice(start, end) })

test('a number that is written down is read back, with its unit', () => {
  fc.assert(
    fc.property(writtenNumber, writtenUnit, (number, { text, unit }) => {
      fc.pre(number.value !== '1')
      const found = findQuantities(`They counted ${number.text} ${text} there.`)
      expect(found).toMatchObject([{ value: number.value, unit }])
    }),
    { numRuns: 2000 },
  )
})

test('money is read back with its currency before or behind', () => {
  fc.assert(
    fc.property(writtenNumber, (number) => {
      fc.pre(/^\d/.test(number.text))
      expect(findQuantities(`It cost $${number.text}.`)).toMatchObject([{ value: number.value, unit: 'USD' }])
      expect(findQuantities(`It cost ${number.text} yuan.`)).toMatchObject([
        { value: number.value, unit: 'CNY' },
      ])
    }),
  )
})

test('spans lie in the text, in order and apart; nothing throws', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0
      for (const quantity of findQuantities(text)) {
        expect(quantity.start).toBeGreaterThanOrEqual(end)
        expect(quantity.end).toBeGreaterThan(quantity.start)
        end = quantity.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 5000 },
  )
})

test('values are plain decimals', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { value } of findQuantities(text))
        for (const end of [value].flat()) expect(end).toMatch(/^(?:0|-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?)$/)
    }),
    { numRuns: 2000 },
  )
})

const SENTENCES = [
  ...examplesOf('english.txt').map(({ text }) => text),
  ...sentencesOf('not-quantities-english.txt').map(({ text }) => text),
]

test('sentences on lines of their own hold what they hold alone', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SENTENCES), { maxLength: 6 }), (sentences) => {
      const text = sentences.join('\n')
      const apart = sentences.flatMap((sentence) =>
        findQuantities(sentence).map((quantity) => said(quantity, sentence)),
      )
      expect(findQuantities(text).map((quantity) => said(quantity, text))).toEqual(apart)
    }),
    { numRuns: 1000 },
  )
})

test('sentences one behind the other lose no quantity', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SENTENCES), { maxLength: 6 }), (sentences) => {
      const text = sentences.join(' ')
      const found = findQuantities(text).map(({ value, start, end }) => [value, text.slice(start, end)])
      for (const sentence of sentences)
        for (const { value, start, end } of findQuantities(sentence))
          expect(found).toContainEqual([value, sentence.slice(start, end)])
    }),
    { numRuns: 1000 },
  )
})

/** Text that makes a careless rule look back over all of it for each number: at this size quadratic time does not end. */
const SHAPES = [
  ...[
    '从3000涨到',
    '一百',
    '每10人中有',
    '企业达到1家',
    '百万分之',
    '其中2死',
    '（3例、',
    '3%的',
    '下调利率0.5',
  ],
  ...['from 5 to ', 'one in 5 ', 'half of ', 'cases fell to 5 ', `5'5" `, 'the U.S. ', '5 of them '],
]
const LENGTH = 400_000

test.each(SHAPES.map((shape) => [shape]))('a long run of %s ends', (shape) => {
  expect(findQuantities(shape.repeat(LENGTH / shape.length))).toBeDefined()
})
