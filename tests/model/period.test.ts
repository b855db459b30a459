import { expect, test } from 'vitest'
import type { Kind } from '../../shared/model/fact.ts'
import { type Length, lengthOf } from '../../shared/model/period.ts'

/** length, first and last day, kind of the figure */
const LENGTHS: [Length, string, string, Kind][] = [
  ['instant', '2020-01-09', '2020-01-09', 'level'],
  ['instant', '2020-01-09', '2020-01-09', 'cumulative'],
  ['instant', '2020-01-09', '2020-01-09', 'attribute'],
  ['day', '2020-01-09', '2020-01-09', 'flow'],
  ['day', '2020-01-09', '2020-01-09', 'change'],
  ['week', '2020-01-06', '2020-01-12', 'flow'],
  ['month', '2020-02-01', '2020-02-29', 'flow'],
  ['month', '2019-02-01', '2019-02-28', 'level'],
  ['month', '2019-12-15', '2020-01-14', 'flow'],
  ['quarter', '2019-10-01', '2019-12-31', 'flow'],
  ['quarter', '2019-11-01', '2020-01-31', 'change'],
  ['year', '2019-01-01', '2019-12-31', 'flow'],
  ['year', '2019-04-01', '2020-03-31', 'flow'],
  ['other', '2019-01-01', '2019-07-31', 'flow'],
  ['other', '2020-01-06', '2020-01-10', 'flow'],
  ['other', '2020-02-01', '2020-02-28', 'flow'],
]

test.each(LENGTHS)('%s: from %s to %s, a %s', (length, from, to, kind) => {
  expect(lengthOf(kind, { from, to })).toBe(length)
})
