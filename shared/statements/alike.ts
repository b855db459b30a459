import type { Quantity } from '../model/fact.ts'
import { dimensionOf as dimensionOfUnit } from '../quantities/dimension.ts'
import { UNIT_OF_CODE } from '../quantities/units.ts'

/** What a unit measures; any three capitals are a currency. */
const dimensionOf = (unit: string): string => (/^[A-Z]{3}\b/.test(unit) ? 'money' : dimensionOfUnit(unit))

const PEOPLE: ReadonlySet<string> = new Set([
  ...[
    'person',
    'people',
    'patient',
    'death',
    'case',
    'household',
    'family',
    'worker',
    'resident',
    'man',
    'woman',
    'child',
  ],
])

/** What people are counted by, so that a count of one can be a part of a count of another. */
export const countsPeople = (unit: string): boolean => PEOPLE.has(unit)

/** The two measure the same, so that one can be what the other was. */
export function measuresAlike(a: Quantity, b: Quantity): boolean {
  if (a.unit === b.unit || a.unit === '1' || b.unit === '1') return true
  return dimensionOf(a.unit) === dimensionOf(b.unit) || (countsPeople(a.unit) && countsPeople(b.unit))
}

/** The second tells the first again, in another unit or currency. */
export const restates = (a: Quantity, b: Quantity): boolean =>
  a.unit !== b.unit && a.unit !== '1' && b.unit !== '1' && dimensionOf(a.unit) === dimensionOf(b.unit)

/** Counts of things, which can be parts of one another under different nouns: 2180只股票, 1386只. */
export const countsThings = (unit: string): boolean =>
  unit !== '%' && !UNIT_OF_CODE.has(unit) && dimensionOf(unit) !== 'money' && !unit.includes('/')
