/** English names of weekdays, Sunday first as `Date` counts them, with their short forms. */
export const WEEKDAYS: ReadonlyMap<string, number> = named([
  ['sunday', 'sun'],
  ['monday', 'mon'],
  ['tuesday', 'tue', 'tues'],
  ['wednesday', 'wed'],
  ['thursday', 'thu', 'thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
])

/** English names of months, from 0 as `Date` counts them, with their short forms. */
export const MONTHS: ReadonlyMap<string, number> = named([
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
])

function named(rows: readonly (readonly string[])[]): Map<string, number> {
  return new Map(rows.flatMap((names, i) => names.map((name) => [name, i] as const)))
}
