import type { Digest } from '../../shared/model/digest.ts'
import type { Fact } from '../../shared/model/fact.ts'
import { factsOfDigest } from '../../shared/statements/facts.ts'

/**
 * The facts of a digest of the simulation: what the engine reads, of owners, kinds and days that its few texts are made
 * for, so that no change of the engine's grammar changes what the protocol is tried with. "The bank leased …" is the
 * bank's; what is "about" so much is a guess; a second "of January 8" is the day that the figure holds for.
 */
export function simulatedFacts(digest: Pick<Digest, 'date' | 'items' | 'title'>): Fact[] {
  return factsOfDigest(digest).map((fact) => {
    const owner = /(?:The|A) (\w+)/.exec(fact.sentence)?.[1] ?? 'nobody'
    const day = /of January (\d)\b/.exec(fact.sentence)?.[1]
    return {
      ...fact,
      entity: { id: owner, name: `${/(?:The|A)/.exec(fact.sentence)} ${owner}`, from: 'clause' },
      measure: fact.metric === 'yuan' ? 'rent' : 'office space',
      kind: 'level',
      kindFrom: fact.bound === '~' ? 'guess' : 'said',
      over: null,
      modality: 'actual',
      status: null,
      period:
        day === undefined
          ? { from: digest.date, to: digest.date, said: 'digest' }
          : { from: `2020-01-0${day}`, to: `2020-01-0${day}`, said: 'sentence' },
    }
  })
}
