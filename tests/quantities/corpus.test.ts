import { expect, test } from 'vitest'
import type { Fact } from '../../shared/model/fact.ts'
import { factsOf } from '../../shared/statements/facts.ts'
import { examplesOf, sentencesOf } from './corpus.ts'

const DIGEST_DAY = { date: '2020-01-09' }

/** A fact as the corpus writes it. */
function written({ value, unit, bound, change, role, of, period, status }: Fact): string {
  const part = of === null ? null : 'part'
  const asOf = period.said === 'digest' ? null : `as of ${period.to}`
  const said = [change, role ?? part, asOf, status].filter((word) => word !== null)
  const number = typeof value === 'string' ? value : value.join('..')
  return [`${bound ?? ''}${number} ${unit}`, ...said].join(', ')
}

function found(text: string): string {
  const item = { n: 1, text, language: 'en', date: null, kind: 'paragraph', context: null } as const
  return factsOf(item, DIGEST_DAY).map(written).join(' | ')
}

test.each(['english.txt', 'chinese.txt'].flatMap(examplesOf))('$section: $text', ({ text, expected }) => {
  expect(found(text)).toBe(expected)
})

test.each(['not-quantities-english.txt', 'not-quantities-chinese.txt'].flatMap(sentencesOf))(
  '$section: $text',
  ({ text }) => {
    expect(found(text)).toBe('')
  },
)
