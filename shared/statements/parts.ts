import type { Quantity } from '../model/fact.ts'
import { countsPeople, countsThings } from './alike.ts'
import { around, CLASSES, overLetters } from './classes.ts'
import type { Marks } from './marks.ts'
import type { MoveSaid } from './moves.ts'

/** How a text makes a figure a part, and where its whole stands. */
interface PartRow {
  name: string
  before?: string
  behind?: string
  whole: 'before' | 'right before' | 'behind'
}

/** Tried in order. */
export const PARTS: readonly PartRow[] = [
  { name: '15 of the 480', behind: 'plain? (?:of|ofThem) gap{0,4} figure', whole: 'behind' },
  { name: 'including 5', before: 'part (?:gap|comma|colon){0,14}', whole: 'before' },
  { name: '33个板块中有16个', before: 'amount gap{0,3} among gap{0,2}', whole: 'right before' },
  {
    name: 'of the 62 cases, 32 were',
    before: '(?:^|stop|clause|comma|said) (?:plain|a)? (?:of|ofThem) gap{0,2} amount gap{0,8} comma gap{0,3}',
    whole: 'right before',
  },
  { name: '41 cases, seven of them', behind: 'ofThem', whole: 'before' },
  { name: '97例（湖北91例', before: 'amount gap{0,2} open (?:gap|comma){0,14}', whole: 'right before' },
]

/** The rows, ready to match. */
export const PART_PATTERNS = PARTS.map((row) => ({ row, pattern: around('amount', row.before, row.behind) }))

/** Between the parts of one list. */
const GOES_ON = new RegExp(`^(?:${overLetters('gap|comma|close|open|clause|colon')}){0,24}$`)
/** Another total begins. */
const TOTAL = new RegExp(overLetters('(?:comma|clause) gap{0,2} (?:cumulative|level|flow)'))

/** How many figures back the whole of a part may stand. */
const MOST_BACK = 6

const sameThings = (a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit || b.unit === '1' || a.unit === '1' || (countsPeople(a.unit) && countsPeople(b.unit))

/** Of each figure the number of the one that it is a part of, or null. */
export function partsOf(
  { letters, places }: Marks,
  quantities: readonly Quantity[],
  moves: readonly MoveSaid[],
  patterns = PART_PATTERNS,
): (number | null)[] {
  const of: (number | null)[] = []
  /** The whole whose parts are listed, the innermost bracket's last; and those of the brackets around. */
  let whole: number | null = null
  let outer: (number | null)[] = []
  for (const [i, quantity] of quantities.entries()) {
    const place = places[i] as number
    const between = letters.slice(i === 0 ? 0 : (places[i - 1] as number) + 1, place)
    const closes = between.lastIndexOf(CLASSES.close)
    if (closes >= 0 && outer.length > 0) whole = outer.pop() as number | null
    if (between.includes(CLASSES.stop)) {
      whole = null
      outer = []
    }
    const move = moves[i] as MoveSaid
    if (quantity.unit === '%' || move.role !== null || move.moved === 'by') {
      of.push(null)
      continue
    }
    const row = patterns.find(({ pattern }) => {
      pattern.lastIndex = place
      return pattern.test(letters)
    })?.row
    const told = row === undefined ? undefined : wholeOf(row, quantities, moves, of, i, outer.length > 0)
    if (row !== undefined && told !== undefined && told !== null) {
      if (between.lastIndexOf(CLASSES.open) > closes) outer.push(whole)
      if (row.whole !== 'behind') whole = told
      of.push(told)
      continue
    }
    const goesOn =
      whole !== null &&
      !TOTAL.test(between) &&
      GOES_ON.test(between) &&
      (sameThings(quantities[whole] as Quantity, quantity) || quantities[i - 1]?.unit === quantity.unit)
    if (!goesOn) whole = null
    of.push(whole)
  }
  return of
}

/** The figure that a row names as the whole of figure `i`. */
function wholeOf(
  row: PartRow,
  quantities: readonly Quantity[],
  moves: readonly MoveSaid[],
  of: readonly (number | null)[],
  i: number,
  isInBracket: boolean,
): number | null {
  const quantity = quantities[i] as Quantity
  if (row.whole === 'behind') {
    const next = quantities[i + 1]
    return next && (sameThings(next, quantity) || (countsThings(next.unit) && countsThings(quantity.unit)))
      ? i + 1
      : null
  }
  const isNext = row.whole === 'right before'
  for (let k = i - 1; k >= 0 && k >= i - (isNext ? 1 : MOST_BACK); k--) {
    const each = quantities[k] as Quantity
    // A part of a bracket's figure that is one itself: 444例（新增69例，其中62例.
    if (of[k] !== null && !isNext && !(k === i - 1 && isInBracket)) continue
    const isSame =
      sameThings(each, quantity) ||
      (isNext && row.name !== '97例（湖北91例' && countsThings(each.unit) && countsThings(quantity.unit))
    const move = moves[k] as MoveSaid
    if (isSame && move.role === null && move.moved !== 'by') return k
  }
  return null
}
