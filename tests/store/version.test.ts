import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  factsVersion,
  itemsVersion,
  normalizeSequencer,
  sequencerOf,
  successor,
} from '../../shared/store/version.ts'

const sequencer = fc.stringMatching(/^[0-9a-f]{1,24}$/).map((text) => normalizeSequencer(text) ?? '')
const number = fc.integer({ min: 1, max: 9999 })

describe('versions', () => {
  test('sequencers compare as S3 says: padded on the right, without regard to case', () => {
    expect(normalizeSequencer('00A')).toBe(`00a${'0'.repeat(61)}`)
    expect(
      (normalizeSequencer('0055AED6DCD90281E5') ?? '') < (normalizeSequencer('0055AED6DCD90281E6') ?? ''),
    ).toBe(true)
  })

  test.each([undefined, '', 'xyz', '0'.repeat(65)])('the sequencer %s has no order', (text) => {
    expect(normalizeSequencer(text)).toBeUndefined()
  })

  test('string order is order by sequencer, then parser, then extractor', () => {
    fc.assert(
      fc.property(sequencer, sequencer, number, number, number, number, (s1, s2, p1, p2, e1, e2) => {
        const order = s1 !== s2 ? s1 < s2 : p1 !== p2 ? p1 < p2 : e1 < e2
        expect(factsVersion(itemsVersion(s1, p1), e1) < factsVersion(itemsVersion(s2, p2), e2)).toBe(order)
      }),
    )
  })

  test('names that a deployment adds are the last part, and a later revision of them sorts behind', () => {
    const version = (entities: string) => factsVersion(itemsVersion('0a', 1), 11, entities)
    expect(version('')).toBe(factsVersion(itemsVersion('0a', 1), 11))
    const [none, first, second] = [version(''), version('0001-ff'), version('0002-00')]
    expect([second, none, first].sort()).toEqual([none, first, second])
    expect(second < factsVersion(itemsVersion('0a', 1), 12)).toBe(true)
  })

  test('a successor stands above its sequencer and below every later one', () => {
    fc.assert(
      fc.property(sequencer, sequencer, (one, other) => {
        expect(successor(one) > one).toBe(true)
        if (other > one) expect(successor(successor(one)) < other).toBe(true)
      }),
    )
  })

  test('a version tells its sequencer', () => {
    fc.assert(
      fc.property(sequencer, number, (s, p) => {
        expect(sequencerOf(itemsVersion(s, p))).toBe(s)
      }),
    )
  })
})
