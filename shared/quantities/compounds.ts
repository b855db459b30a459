import { compare, over, plus, times } from '../model/decimal.ts'
import type { Quantity } from '../model/fact.ts'
import type { Dimension } from '../model/metrics.ts'
import { UNIT_OF_CODE } from './units.ts'

/** "1 hour, 59 minutes and 40 seconds", "2小时05分" */
const OF_TIME = /^,? ?(?:and )?$/
/** "6 feet and 2 inches"; behind a comma another thing begins. */
const OF_SIZE = /^ ?(?:and )?$/

/** Dimensions that are said in two units or more, with what may stand between them. */
const LINKS: Partial<Record<Dimension, RegExp>> = {
  time: OF_TIME,
  calendar: OF_TIME,
  length: OF_SIZE,
  mass: OF_SIZE,
  volume: OF_SIZE,
}
const LONGEST_LINK = 6

/** Behind hours: "2h 15m". */
const MINUTES = /^\d\d?m$/

/** Decimal places of a compound in its smaller unit where it has no end. */
const PLACES = 12

/** Quantities with those that say one thing in two units or more made one: "1 hour 59 minutes", "6 feet 2 inches". */
export function joinCompounds(text: string, quantities: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = []
  for (const quantity of quantities) {
    const before = joined.at(-1)
    const both = before && compoundOf(text, before, quantity)
    if (both) joined[joined.length - 1] = both
    else joined.push(quantity)
  }
  return joined
}

/** The two as one amount of the smaller unit, or null where the second is not what is left over of the first. */
function compoundOf(text: string, whole: Quantity, rest: Quantity): Quantity | null {
  if (rest.start - whole.end > LONGEST_LINK) return null
  const isMinutes = whole.unit === 'h' && MINUTES.test(text.slice(rest.start, rest.end))
  const unit = isMinutes ? 'min' : rest.unit
  const [large, small] = [UNIT_OF_CODE.get(whole.unit), UNIT_OF_CODE.get(unit)]
  if (!large || !small || large === small || large.dimension !== small.dimension) return null
  if (!LINKS[large.dimension]?.test(text.slice(whole.end, rest.start))) return null
  if (typeof whole.value !== 'string' || typeof rest.value !== 'string' || whole.value.includes('.'))
    return null
  if (rest.bound !== null) return null
  if (compare(times(rest.value, small.factor), large.factor) >= 0) return null
  const value = plus(over(times(whole.value, large.factor), small.factor, PLACES), rest.value)
  return { ...whole, value, unit, end: rest.end, rule: 'compound' }
}
