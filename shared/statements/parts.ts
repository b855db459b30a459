import type { Quantity } from '../model/fact.ts'
import { countsPeople } from './alike.ts'
import { around, CLASSES, overLetters } from './classes.ts'
import type { Marks } from './marks.ts'
import type { MoveSaid } from './moves.ts'

/** What opens the parts of the whole that stands before: "including", 其中, a bracket. */
const OPENED = around('amount', 'part gap{0,12}')
const BRACKETED = around('amount', 'open gap{0,12}')
/** "15 of the 480 players": the whole stands behind. */
const OF_WHOLE = around('amount', '', 'gap{0,1} (?:of|ofThem) gap{0,4} figure')
/** "41 cases, seven of them severe", "33个板块中有16个". */
const OF_THEM = around('amount', '', '(?:ofThem)')
const AMONG = around('amount', 'amount gap{0,4} ofThem gap{0,2}')
/** "Of the 62 new cases, 32 were …". */
const OF_HEAD = around(
  'amount',
  '(?:^|stop|clause|comma|said) plain? (?:of|ofThem) gap{0,2} amount gap{0,6} comma gap{0,3}',
)
/** Between the parts of one list. */
const GOES_ON = new RegExp(`^${overLetters('(?:gap|comma|close|open){0,24}')}$`)
const TOTAL = new RegExp(overLetters('comma gap{0,2} (?:cumulative|level|flow)'))
const ENDS = new RegExp(overLetters('stop|clause'))

const test = (pattern: RegExp, letters: string, place: number): boolean => {
  pattern.lastIndex = place
  return pattern.test(letters)
}

/** How many figures back the whole of a part may stand. */
const MOST_BACK = 6

const sameThings = (a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit || b.unit === '1' || a.unit === '1' || (countsPeople(a.unit) && countsPeople(b.unit))

/** Of each figure the number of the one that it is a part of, or null. */
export function partsOf(
  { letters, places }: Marks,
  quantities: readonly Quantity[],
  moves: readonly MoveSaid[],
): (number | null)[] {
  const of: (number | null)[] = []
  let whole: number | null = null
  let isBracket = false
  for (const [i, quantity] of quantities.entries()) {
    const place = places[i] as number
    const between = letters.slice(i === 0 ? 0 : (places[i - 1] as number) + 1, place)
    if (quantity.unit === '%' || quantity.rule === 'change in brackets' || moves[i]?.role !== null) {
      of.push(null)
      continue
    }
    if (
      test(OF_WHOLE, letters, place) &&
      quantities[i + 1] &&
      sameThings(quantities[i + 1] as Quantity, quantity)
    ) {
      of.push(i + 1)
      whole = null
      continue
    }
    const isOpened = test(OPENED, letters, place)
    const opensBracket = !isOpened && between.includes(CLASSES.open) && test(BRACKETED, letters, place)
    if (
      isOpened ||
      opensBracket ||
      test(AMONG, letters, place) ||
      test(OF_HEAD, letters, place) ||
      (test(OF_THEM, letters, place) && !ENDS.test(between))
    ) {
      whole = wholeBefore(quantities, moves, of, i, quantity, opensBracket)
      isBracket = opensBracket
      of.push(whole)
      continue
    }
    if (whole !== null && isBracket && between.includes(CLASSES.close)) whole = null
    if (
      whole !== null &&
      (ENDS.test(between) ||
        TOTAL.test(between) ||
        !GOES_ON.test(between) ||
        !sameThings(quantities[whole] as Quantity, quantity))
    )
      whole = null
    of.push(whole)
  }
  return of
}

function wholeBefore(
  quantities: readonly Quantity[],
  moves: readonly MoveSaid[],
  of: readonly (number | null)[],
  i: number,
  quantity: Quantity,
  isNext: boolean,
): number | null {
  for (let k = i - 1; k >= 0 && k >= i - (isNext ? 1 : MOST_BACK); k--) {
    if (of[k] !== null && !isNext) continue
    if (moves[k]?.role === null && sameThings(quantities[k] as Quantity, quantity)) return k
  }
  return null
}
