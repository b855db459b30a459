import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  BUCKETS,
  DEFAULT_STATE,
  MEASURES,
  ROLLING,
  readState,
  type ViewState,
  writeState,
} from '../../dashboard/view-state.ts'

const metric = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const states: fc.Arbitrary<ViewState> = fc.record(
  {
    metrics: fc.uniqueArray(metric, { maxLength: 5 }),
    from: day,
    to: day,
    bucket: fc.constantFrom(...BUCKETS),
    measure: fc.constantFrom(...MEASURES),
    log: fc.boolean(),
    rolling: fc.constantFrom(...ROLLING),
    outliers: fc.boolean(),
    point: fc.record({ metric, start: day }),
  },
  { requiredKeys: ['metrics', 'bucket', 'measure', 'log', 'rolling', 'outliers'] },
)

test('every view is read back from its address', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(readState(writeState(state))).toEqual(state)
    }),
  )
})

test('the first view has a plain address', () => {
  expect(writeState(DEFAULT_STATE)).toBe('')
  expect(readState('')).toEqual(DEFAULT_STATE)
})

test('an address is written for people', () => {
  const state: ViewState = {
    ...DEFAULT_STATE,
    metrics: ['yuan', 'patients'],
    from: '2020-01-01',
    bucket: 'day',
  }
  expect(writeState(state)).toBe('?metrics=yuan,patients&from=2020-01-01&bucket=day')
})

test.each([
  '?bucket=fortnight',
  '?metrics=A%20B,<b>',
  '?point=yuan',
  '?from=yesterday',
  '?rolling=-1',
  '?%E0%A4%A',
])('what the page does not know in %s is as if it were not there', (query) => {
  expect(readState(query)).toEqual(DEFAULT_STATE)
})
