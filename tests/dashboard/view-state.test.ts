import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DEFAULT_STATE,
  FILTER_NAMES,
  MOST_SERIES,
  readState,
  SCALES,
  SHOWN,
  VIEWS,
  type ViewState,
  writeState,
} from '../../dashboard/view-state.ts'
import { KINDS, STATUSES } from '../../shared/model/fact.ts'
import { SERIES_BUCKETS } from '../../shared/series/buckets.ts'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const id = fc.stringMatching(/^[0-9a-z]{1,24}$/)
const states: fc.Arbitrary<ViewState> = fc
  .record({
    view: fc.constantFrom(...VIEWS),
    q: fc.string({ maxLength: 30 }),
    series: fc.uniqueArray(id, { maxLength: MOST_SERIES }),
    from: fc.option(day, { nil: undefined }),
    to: fc.option(day, { nil: undefined }),
    bucket: fc.constantFrom(...SERIES_BUCKETS),
    scale: fc.constantFrom(...SCALES),
    show: fc.constantFrom(...SHOWN),
    without: fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{32}$/), { maxLength: 3 }),
    point: fc.option(fc.record({ series: id, date: day }), { nil: undefined }),
    metric: fc.option(fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/), { nil: undefined }),
    filters: fc.record(
      {
        entity: fc.string({ minLength: 1, maxLength: 10 }),
        status: fc.constantFrom(...STATUSES),
        kind: fc.constantFrom(...KINDS),
        unit: fc.constantFrom('m2', 'USD/[bbl_us]', '元'),
      },
      { requiredKeys: [] },
    ),
    embed: fc.boolean(),
  })
  .map((state) => JSON.parse(JSON.stringify(state)) as ViewState)

describe('the address', () => {
  test('keeps a whole view', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readState(writeState(state))).toEqual(state)
      }),
    )
  })

  test('is empty for the view that the page chooses', () => {
    expect(writeState(DEFAULT_STATE)).toBe('')
    expect(readState('')).toEqual(DEFAULT_STATE)
  })

  test('may hold anything: what the page does not know is as if it were not there', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        expect(Object.keys(readState(query)).length).toBeGreaterThanOrEqual(Object.keys(DEFAULT_STATE).length)
      }),
    )
    expect(
      readState('?view=map&series=A!,b2&from=yesterday&bucket=hour&scale=&without=x&point=b2:soon&kind=odd'),
    ).toEqual({ ...DEFAULT_STATE, series: ['b2'] })
  })

  test('names each filter by its own name', () => {
    const filters = { entity: 'cn-hubei', status: 'confirmed', kind: 'flow', unit: 'patient' }
    const written = new URLSearchParams(writeState({ ...DEFAULT_STATE, filters }))
    expect(FILTER_NAMES.map((name) => written.get(name))).toEqual(Object.values(filters))
  })

  test('draws no more series than can be told apart', () => {
    expect(readState(`?series=${'abcdefghij'.split('').join(',')}`).series).toHaveLength(MOST_SERIES)
  })
})
