import type { Status } from '../../model/fact.ts'

/** What a sentence says of the state that patients and cases are in, the worst first. */
const SAID = {
  dead: /\b(?:died|dead|dies|dying|deaths?|fatal|fatality|fatalities)\b/i,
  severe:
    /\b(?:critical|critically|severe|severely|serious condition|seriously ill|intensive care|ICU|ventilators?)\b/i,
  recovered: /\b(?:recovered|recovery|recoveries|discharged|cured|released|went home)\b/i,
  suspected: /\b(?:suspected|unconfirmed)\b/i,
  confirmed: /\b(?:confirmed|diagnosed|tested positive)\b/i,
} as const satisfies Partial<Record<Status, RegExp>>

/** Counted nouns that name people, and so may be patients by what the sentence says of them. */
const PERSONS: ReadonlySet<string> = new Set(
  'person man woman child adult resident citizen individual traveler traveller passenger worker student other'.split(
    ' ',
  ),
)

/** What makes people patients when it is said of them. */
const TREATED =
  /\b(?:treated|treatment|hospitali[sz]ed|infected|sickened|ill|patients?|critical condition|intensive care|contracted|tested positive)\b/i

/** What makes the people named right behind it patients: "sickening 41 people". */
const TREATING = /\b(?:infect|sicken|hospitali[sz]|treat|diagnos)(?:e|ed|es|s|ing)\b[^,;.]{0,24}$/i

/** A count of patients: "60,000 patients", "24 million patient records". */
const PATIENTS = /\bpatients?(?: (?:records?|files?|profiles?))?$/i

/** The words around a quantity as far as they can speak of it: its clause, up to the quantities beside it. */
export interface Clause {
  before: string
  text: string
  behind: string
}

/** The quantity counts patients. `unit` is what it counts, by its noun. */
export function countsPatients(unit: string, { before, text, behind }: Clause): boolean {
  if (unit === 'patient' || PATIENTS.test(text)) return true
  return PERSONS.has(unit) && (TREATED.test(behind) || TREATING.test(before) || TREATED.test(text))
}

/** The state that the sentence gives them, looked for in the phrase itself, then behind it. */
export function statusOf({ text, behind }: Clause): Status | null {
  for (const words of [text, behind]) {
    for (const status of Object.keys(SAID) as (keyof typeof SAID)[])
      if (SAID[status].test(words)) return status
  }
  return null
}
