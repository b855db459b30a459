import { expect, test, vi } from 'vitest'
import { findQuantities } from '../../shared/quantities/find-quantities.ts'
import { BETWEEN, COUNTED, EARNINGS, SUMS } from '../../shared/quantities/zh/elisions.ts'
import { PLACES } from '../../shared/quantities/zh/home.ts'
import { QUOTES } from '../../shared/quantities/zh/labels.ts'
import { OTHER_WORDS, RULES, SENSES, SYMBOLS } from '../../shared/quantities/zh/measures.ts'
import { BEFORE, MINORS } from '../../shared/quantities/zh/money.ts'
import { NAMES, NAMINGS, NUMBER_VETOES, ORDINAL_BEHIND } from '../../shared/quantities/zh/not-quantities.ts'
import {
  ADJECTIVES,
  COMPOUND_CLASSIFIERS,
  NOT_CLASSIFIED,
  NOUNS,
  VESSELS,
} from '../../shared/quantities/zh/nouns.ts'
import type { Phrases } from '../../shared/quantities/zh/phrases.ts'
import { PER, PER_BEFORE, VERBS } from '../../shared/quantities/zh/rates.ts'
import { examplesOf, sentencesOf } from './corpus.ts'

const TEXTS = [...examplesOf('chinese.txt'), ...sentencesOf('not-quantities-chinese.txt')].map(
  ({ text }) => text,
)

/** What the corpus pins of a sentence, as far as the rules of Chinese quantities give it. */
const read = (text: string): string =>
  JSON.stringify(findQuantities(text).map(({ value, unit, bound }) => [value, unit, bound]))

const AS_IS = TEXTS.map(read)

/** Some sentence of the corpus is read otherwise. */
const isMissed = (): boolean => TEXTS.some((text, i) => read(text) !== AS_IS[i])

/** Rows of a table that the engine looks at in turn, with a name of each. */
const rows = <T>(name: string, table: readonly T[], nameOf: (row: T, i: number) => string) =>
  table.map((row, i) => [`${name}: ${nameOf(row, i)}`, table as T[], i] as const)

test.each([
  ...rows('measure', RULES, (rule) => rule.name),
  ...rows('veto', NUMBER_VETOES, ({ name }) => name),
  ...rows('naming', NAMINGS, ({ name }) => name),
  ...Object.entries(SENSES).flatMap(([character, senses]) =>
    rows(`sense of ${character}`, senses, ({ unit }, i) => `${unit} (${i})`),
  ),
])('%s: the corpus has a sentence that needs it', (_, table: unknown[], i) => {
  const [row] = table.splice(i, 1)
  try {
    expect(isMissed()).toBe(true)
  } finally {
    table.splice(i, 0, row)
  }
})

test.each(Object.keys(OTHER_WORDS))('words that begin with the unit %s: the corpus has one', (unit) => {
  const table = OTHER_WORDS as Record<string, RegExp>
  const words = table[unit] as RegExp
  delete table[unit]
  try {
    expect(isMissed()).toBe(true)
  } finally {
    table[unit] = words
  }
})

test.each(
  Object.entries<Phrases<unknown>>({
    ...{ NAMES, ORDINAL_BEHIND, COUNTED, SUMS, EARNINGS, BETWEEN, QUOTES, PLACES },
    ...{ NOUNS, NOT_CLASSIFIED, ADJECTIVES, VESSELS, COMPOUND_CLASSIFIERS },
    ...{ SYMBOLS, BEFORE, MINORS, PER, PER_BEFORE, VERBS },
  }),
)('the lexicon %s: the corpus has a sentence that needs it', (_, lexicon) => {
  const spies = [vi.spyOn(lexicon, 'longestAt'), vi.spyOn(lexicon, 'longestBefore')]
  for (const spy of spies) spy.mockReturnValue(null)
  try {
    expect(isMissed()).toBe(true)
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
})
