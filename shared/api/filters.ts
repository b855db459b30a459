import { compare } from '../model/decimal.ts'
import { type Fact, type Role, type Status, subjectOf } from '../model/fact.ts'

/** Which facts a reader asks for; what is not given lets all through. */
export interface FactFilter {
  subject?: string
  status?: Status
  role?: Role | 'none'
  /** Least and greatest amount; a range has none and is left out by either. */
  min?: string
  max?: string
}

export function matches(fact: Fact, { subject, status, role, min, max }: FactFilter): boolean {
  return (
    (subject === undefined || holdsText(subjectOf(fact), subject)) &&
    (status === undefined || fact.status === status) &&
    (role === undefined || (fact.role ?? 'none') === role) &&
    (min === undefined || (fact.amount !== null && compare(fact.amount, min) >= 0)) &&
    (max === undefined || (fact.amount !== null && compare(fact.amount, max) <= 0))
  )
}

/** Whether a text holds another, in any case of letters. */
export function holdsText(text: string | null, part: string): boolean {
  return text?.toLowerCase().includes(part.toLowerCase()) ?? false
}

/** Whether every word of a query stands somewhere in the texts; Chinese, which has no spaces, counts as one word. */
export function holdsWords(texts: readonly (string | null)[], query: string): boolean {
  const whole = texts.join('\n')
  return query.split(/\s+/).every((word) => holdsText(whole, word))
}
