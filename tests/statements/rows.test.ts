import { expect, test } from 'vitest'
import { findQuantities } from '../../shared/quantities/find-quantities.ts'
import { DATE_ROWS, Openers } from '../../shared/statements/dates.ts'
import { describe as described, type Grammar } from '../../shared/statements/describe.ts'
import { MARKERS_EN } from '../../shared/statements/en/markers.ts'
import { Lexicon, type Markers } from '../../shared/statements/lexicon.ts'
import { LEXICON } from '../../shared/statements/marks.ts'
import { MOVE_PATTERNS } from '../../shared/statements/moves.ts'
import { PART_PATTERNS } from '../../shared/statements/parts.ts'
import { withZeros } from '../../shared/statements/zeros.ts'
import { MARKERS_ZH } from '../../shared/statements/zh/markers.ts'
import { examplesOf } from '../quantities/corpus.ts'
import { kindExamples } from './kinds.ts'
import { PERIODS } from './periods.ts'

/** Every row earns its place: without it, something is said otherwise of a sentence of the corpus. */
const TEXTS = [
  ...kindExamples().map(({ text }) => text),
  ...PERIODS.map(([text]) => text),
  ...['english.txt', 'chinese.txt'].flatMap(examplesOf).map(({ text }) => text),
].map((text) => ({ text, quantities: withZeros(text, findQuantities(text)) }))

const WHOLE: Grammar = { lexicon: LEXICON, patterns: MOVE_PATTERNS, parts: PART_PATTERNS }
const ABOUT = { date: '2020-01-09', headings: [] }

const saidBy = (grammar: Grammar): string[] =>
  TEXTS.map(({ text, quantities }) => JSON.stringify(described(text, quantities, ABOUT, grammar)))

const SAID = saidBy(WHOLE)

const without = (markers: Markers, row: string): Markers =>
  Object.fromEntries(Object.entries(markers).filter(([name]) => name !== row))
const rest = <Row>(rows: readonly Row[], taken: Row): Row[] => rows.filter((row) => row !== taken)

const GRAMMARS: [string, Grammar][] = [
  ...Object.keys(MARKERS_EN).map((row): [string, Grammar] => [
    `English ${row}`,
    { ...WHOLE, lexicon: new Lexicon(without(MARKERS_EN, row), MARKERS_ZH) },
  ]),
  ...Object.keys(MARKERS_ZH).map((row): [string, Grammar] => [
    `Chinese ${row}`,
    { ...WHOLE, lexicon: new Lexicon(MARKERS_EN, without(MARKERS_ZH, row)) },
  ]),
  ...MOVE_PATTERNS.moves.map((taken): [string, Grammar] => [
    `move ${taken.row.name}`,
    { ...WHOLE, patterns: { ...MOVE_PATTERNS, moves: rest(MOVE_PATTERNS.moves, taken) } },
  ]),
  ...MOVE_PATTERNS.roles.map((taken): [string, Grammar] => [
    `role ${taken.row.name}`,
    { ...WHOLE, patterns: { ...MOVE_PATTERNS, roles: rest(MOVE_PATTERNS.roles, taken) } },
  ]),
  ...PART_PATTERNS.map((taken): [string, Grammar] => [
    `part ${taken.row.name}`,
    { ...WHOLE, parts: rest(PART_PATTERNS, taken) },
  ]),
  ...DATE_ROWS.map((taken): [string, Grammar] => [
    `date ${taken.name}`,
    { ...WHOLE, openers: new Openers(rest(DATE_ROWS, taken)) },
  ]),
]

test.each(GRAMMARS)('without %s something is said otherwise', (_, grammar) => {
  expect(saidBy(grammar)).not.toEqual(SAID)
})
