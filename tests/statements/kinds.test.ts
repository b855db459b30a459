import { expect, test } from 'vitest'
import { kindExamples, kindsIn } from './kinds.ts'

test.each(kindExamples())('$section: $text', ({ text, expected }) => {
  expect(kindsIn(text)).toEqual(expected)
})
