import type { Fact, Role } from '../model/fact.ts'

/** A fact as releases before 0.2 stored it: it says no entity, kind or period, and of a part only that it is one. */
type FormerFact = Omit<Fact, 'role'> & {
  role: Role | 'part' | null
  asOf: string | null
  subject: string | null
}

/** The facts in a chunk of a contribution. @param day of the contribution */
export const readFacts = (chunk: string, day: string): Fact[] =>
  (JSON.parse(chunk) as (Fact | FormerFact)[]).map((fact) => ('subject' in fact ? renewed(fact, day) : fact))

/**
 * Until the digest is processed anew it says what is known, and else that it is a guess. Neither it nor a part was, or is,
 * counted in another way than it was.
 */
function renewed({ asOf, subject, role, ...fact }: FormerFact, day: string): Fact {
  return {
    ...fact,
    moved: null,
    role: role === 'part' ? 'equivalent' : role,
    of: null,
    kind: 'level',
    kindFrom: 'guess',
    over: null,
    modality: 'actual',
    period: { from: asOf ?? day, to: asOf ?? day, said: asOf === null ? 'digest' : 'sentence' },
    entity: null,
    measure: subject,
  }
}
