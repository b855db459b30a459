import { compare } from '../model/decimal.ts'
import { type Fact, type Kind, type Modality, type Role, type Status, subjectOf } from '../model/fact.ts'

/** Which facts a reader asks for; what is not given lets all through. */
export interface FactFilter {
  subject?: string
  /** An id, or a name in any case of letters. */
  entity?: string
  status?: Status
  kind?: Kind
  modality?: Modality
  unit?: string
  role?: Role | 'none'
  /** Least and greatest amount; a range has none and is left out by either. */
  min?: string
  max?: string
}

/** What each filter asks of a fact. Facts of earlier releases lack some fields, and no filter by these finds them. */
const FILTERS: { [N in keyof FactFilter]-?: (fact: Fact, given: NonNullable<FactFilter[N]>) => boolean } = {
  subject: (fact, subject) => holdsText(subjectOf(fact), subject),
  entity: ({ entity }, given) => entity?.id === given || entity?.name.toLowerCase() === given.toLowerCase(),
  status: ({ status }, given) => status === given,
  kind: ({ kind }, given) => kind === given,
  modality: ({ modality }, given) => modality === given,
  unit: ({ unit }, given) => unit === given,
  role: ({ role }, given) => (role ?? 'none') === given,
  min: ({ amount }, least) => amount !== null && compare(amount, least) >= 0,
  max: ({ amount }, most) => amount !== null && compare(amount, most) <= 0,
}

export function matches(fact: Fact, filter: FactFilter): boolean {
  return (Object.keys(FILTERS) as (keyof FactFilter)[]).every((name) => {
    const given = filter[name]
    const holds = FILTERS[name] as (fact: Fact, given: string) => boolean
    return given === undefined || holds(fact, given)
  })
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
