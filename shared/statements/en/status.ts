import type { Status } from '../../model/fact.ts'

/** Words of a state, the worst first; of those that a phrase holds the first in this table counts. */
const STATES: readonly (readonly [Status, RegExp])[] = [
  ['confirmed', /\btest(?:ed|s|ing)? positive\b|\bpositive (?:tests?|cases?)\b/i],
  ['dead', /\b(?:die[ds]?|dead|dying|deaths?|fatal(?:ity|ities)?|killed|succumbed|death toll)\b/i],
  ['critical', /\b(?:critical|critically|intensive care|icus?|ventilators?|life support)\b/i],
  ['severe', /\b(?:severe|severely|serious condition|seriously ill)\b/i],
  ['recovered', /\b(?:recovered|recoveries|recover|recuperated|discharged?|cured|released|went home)\b/i],
  ['asymptomatic', /\basymptomatic\b|\bwithout symptoms\b/i],
  ['suspected', /\b(?:suspected|unconfirmed|probable cases?)\b/i],
  ['contact', /\b(?:close |direct )?contacts?\b|\bexposed to\b/i],
  [
    'observed',
    /\b(?:quarantined?|self-isolat\w+|in isolation|under (?:medical )?(?:observation|surveillance)|being monitored)\b/i,
  ],
  ['vaccinated', /\b(?:vaccinat\w+|immuni[sz]ed|inoculated|doses?|second-dose|jabs?|boosters?|shots)\b/i],
  ['tested', /\b(?:tested|tests|testing|samples|swabs|screened)\b/i],
  [
    'hospitalised',
    /\b(?:hospitali[sz]ed|hospitali[sz]ations?|in hospitals?|admitted|under treatment|being treated|receiving treatment)\b/i,
  ],
]

/** What is said of those who are ill and in no other state. */
const CONFIRMED =
  /\b(?:confirmed|diagnosed|cases?|infections?|infected|infecting|contracted|fell ill|sickened)\b/i

/** Said of those counted before it, and of nobody else. */
const INFECTED = /\b(?:infected|contracted|fallen ill|fell ill|diagnosed)\b/i

/** The text speaks of a disease: without one the dead are no patients. */
const DISEASE =
  /\b(?:covid|coronavirus|virus|pandemic|epidemic|outbreak|infect\w+|influenza|flu|measles|cholera|ebola|dengue|malaria|mpox|monkeypox|polio|plague|tuberculosis|pneumonia|sars|mers|hiv|vaccin\w+|disease|patients?|zika|mers|hepatitis|critical condition|intensive care|being treated|(?:confirmed|suspected|new|daily|imported|severe|probable) cases|cases(?=[^.]*\b(?:severe|deaths|died|critical)\b)|meningitis|lassa|diphtheria|typhoid)\b/i

export const speaksOfDisease = (text: string): boolean => DISEASE.test(text)

const strong = (words: string): Status | null => {
  for (const [status, pattern] of STATES) if (pattern.test(words)) return status
  return null
}

/** Words around a figure, up to the figures beside it, as far as they can speak of it. */
export interface Around {
  text: string
  before: string
  behind: string
}

/** The state of those counted, told by the count itself, then behind it, then before it; `earlier` is that of the count before. */
export function statusAround({ text, before, behind }: Around, earlier: Status | null): Status | null {
  const own = strong(text)
  if (own !== null) return own
  const clause = /^[^,;:.!?()]*/.exec(behind)?.[0] ?? ''
  // "… confirmed cases in one province and 12 of the deaths": what is listed next is another's.
  const next = clause.replace(/\b(?:and|while|but|with)\b(?![^,]*$)?.*$/i, '')
  const said = strong(next) ?? (INFECTED.test(next) ? 'confirmed' : strong(lastClause(before)))
  if (said !== null) return said
  if (CONFIRMED.test(`${text} ${next} ${lastClause(before)}`)) return 'confirmed'
  return strong(before) ?? (CONFIRMED.test(before) ? 'confirmed' : earlier)
}

const lastClause = (before: string): string => /[^,;:()]*$/.exec(before)?.[0] ?? ''

/** Counts of people at work, of things and of acts, which the ill are no part of. */
const NO_PATIENTS =
  /\b(?:workers?|staff|doctors?|nurses?|medics|beds?|records?|files?|profiles?|visits?|kits?|ventilators)\b/i

/** Those counted are no patients, whatever is said around them. */
export const countsOthers = (text: string): boolean => NO_PATIENTS.test(text)
