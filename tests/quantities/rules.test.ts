import { describe, expect, test } from 'vitest'
import { benchmarkForm } from '../../bench/benchmark-form.ts'
import { ELISION_RULES } from '../../shared/quantities/en/elisions.ts'
import { MEASURE_RULES } from '../../shared/quantities/en/measures.ts'
import { VETOES } from '../../shared/quantities/en/not-quantities.ts'
import {
  DENOMINATORS,
  DIGIT_SCALES,
  FEW,
  FRACTION_SIGNS,
  LETTER_SCALES,
  PARTS,
  SCALES,
  VAGUE,
} from '../../shared/quantities/en/number-words.ts'
import { findQuantities } from '../../shared/quantities/find-quantities.ts'
import { examplesOf, sentencesOf } from './corpus.ts'

/** What the corpus holds, as one rule less would have to change it. */
const SENTENCES = [...examplesOf('english.txt'), ...sentencesOf('not-quantities-english.txt')].map(
  ({ text }) => text,
)
/** Read as the product reads it, and with the numbers that count nothing, which the benchmark keeps. */
const read = (text: string): string => {
  const quantities = findQuantities(text, { language: 'en' })
  const told = quantities.map(({ value, unit, bound }) => `${bound ?? ''}${value} ${unit}`)
  const counted = benchmarkForm(text).map(({ value, unit }) => `${value} ${unit}`)
  return [...told, ...counted].join('|')
}
const WHOLE = SENTENCES.map(read)

const isMissed = (): boolean => SENTENCES.some((text, i) => read(text) !== WHOLE[i])

type Named = { name: string }

/** Every rule earns its place: without it some sentence of the corpus is read otherwise. */
describe.each<[string, readonly Named[]]>([
  ...Object.entries<readonly Named[]>(VETOES),
  ['MEASURE_RULES', MEASURE_RULES],
  ['ELISION_RULES', ELISION_RULES],
])('%s', (_, rules) => {
  test.each(rules.map(({ name }) => name))('%s', (name) => {
    const mutable = rules as Named[]
    const at = rules.findIndex((rule) => rule.name === name)
    const [rule] = mutable.splice(at, 1)
    try {
      expect(isMissed()).toBe(true)
    } finally {
      mutable.splice(at, 0, rule as Named)
    }
  })
})

/** And so does each meaning that number words have: the words of one are taken out together. */
describe.each<[string, ReadonlyMap<string, unknown> | ReadonlySet<string>]>([
  ['SCALES', SCALES],
  ['DIGIT_SCALES', DIGIT_SCALES],
  ['LETTER_SCALES', LETTER_SCALES],
  ['VAGUE', VAGUE],
  ['FEW', FEW],
  ['PARTS', PARTS],
  ['FRACTION_SIGNS', FRACTION_SIGNS],
  ['DENOMINATORS', DENOMINATORS],
])('%s', (_, words) => {
  test('is asked for', () => {
    const mutable = words as Map<string, unknown>
    const kept = [...mutable.entries()]
    mutable.clear()
    try {
      expect(isMissed()).toBe(true)
    } finally {
      for (const [word, meaning] of kept)
        if (words instanceof Set) words.add(word)
        else mutable.set(word, meaning)
    }
  })
})
