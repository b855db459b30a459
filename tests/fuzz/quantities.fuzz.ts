import assert from 'node:assert/strict'
import fc from 'fast-check'
import { factsOf } from '../../shared/statements/facts.ts'
import { anyText } from '../quantities/arbitraries.ts'

/** No text makes the engine throw; facts lie apart in the text, in order, and say what stands there. */
export const property = fc.property(anyText, fc.constantFrom('en', 'zh', 'other'), (text, language) => {
  let end = 0
  for (const fact of factsOf(
    { n: 1, text, language, date: null, kind: 'paragraph', context: null },
    { date: '2020-01-09' },
  )) {
    assert.ok(fact.start >= end && fact.end > fact.start && fact.end <= text.length)
    assert.equal(fact.text, text.slice(fact.start, fact.end))
    end = fact.end
  }
})
