import type { Change, Moved, Quantity, Role } from '../model/fact.ts'
import { countsPeople, measuresAlike, restates } from './alike.ts'
import { around, CLASSES } from './classes.ts'
import type { Marks } from './marks.ts'

/** What a pattern says of the figure that it matches. */
interface MoveRow {
  name: string
  /** Classes of what must stand before the figure, of the figure itself, and behind it. What stands in brackets moves. */
  before?: string
  figure?: string
  behind?: string
  moved: Moved
  role?: Role
  /** Where no word gives the direction, the values of it and of this one do. */
  than?: 'earlier' | 'later'
  /** It holds only where the figure before it, or behind it, measures the same; or where that before it tells by how much. */
  like?: 'earlier' | 'later' | 'reached'
}

/** How a figure moved, or was moved by: tried in order, the first that fits says it. */
export const MOVES: readonly MoveRow[] = [
  {
    name: 'from 5 to 6',
    before: '(moving)? gap{0,12} from gap{0,4}',
    behind:
      '(?:open (?:gap|comma){0,6} amount gap{0,2} close)? gap{0,8} comma? gap{0,5} to light{0,4} counted',
    moved: 'from',
    role: 'previous',
    than: 'later',
    like: 'later',
  },
  {
    name: 'from 5 to 6, reached',
    before: '(moving)? gap{0,12} from gap{0,4} told gap{0,8} comma? gap{0,5} to light{0,4}',
    moved: 'to',
    than: 'earlier',
    like: 'earlier',
  },
  {
    name: 'rose to 6 from 5',
    before: '(moving) gap{0,6} told gap{0,8} (?:comma|open)? gap{0,3} from gap{0,4}',
    moved: 'from',
    role: 'previous',
    like: 'earlier',
  },
  {
    name: 'rose 3 % to 6, from 5',
    before: '(moving) gap{0,6} amount gap{0,3} to light{0,3} told gap{0,8} comma? gap{0,3} from gap{0,4}',
    moved: 'from',
    role: 'previous',
    like: 'earlier',
  },
  { name: 'rose to 6', before: '(moving) to light{0,4}', moved: 'to' },
  {
    name: 'rose 3 % to 6',
    before: '(moving) gap{0,4} told (?:open gap{0,3} close)? (?:gap{0,6}|comma) to light{0,4}',
    moved: 'to',
    like: 'reached',
  },
  {
    name: 'rose 3 %, 报6',
    before: '(moving) gap{0,4} amount comma (?:level|reached) light{0,2}',
    moved: 'to',
    like: 'reached',
  },
  {
    name: 'up 3 % at 6',
    before: '(moving) by? light{0,3} amount at light{0,2}',
    moved: 'to',
    like: 'reached',
  },
  {
    name: 'rose 3 %, or 4, to 6',
    before:
      '(moving) gap{0,4} amount (?:comma? (?:or|equal)|open) light{0,2} amount (?:comma|close)? (?:gap{0,2}) to light{0,4}',
    moved: 'to',
    like: 'reached',
  },
  {
    name: 'raised the rate to 6',
    before: '(moving) gap{1,10} to light{0,3} (?:of light{0,2})?',
    moved: 'to',
  },
  {
    name: 'rose 3 %',
    before: '(verb) by? lean{0,2} (?:a plain{0,2})? lean{0,2}',
    figure: 'measured',
    moved: 'by',
  },
  {
    name: '减少排放3吨',
    before: '(?:(verb)|(take)) plain{1,2} lean?',
    figure: 'measured',
    behind: '(?:comma|clause|stop|close|$)',
    moved: 'by',
  },
  { name: 'extended by 3 years', before: '(moving) by light{0,3}', figure: 'duration', moved: 'by' },
  {
    name: 'cut the interest rate 3 points',
    before: '(moving) word{0,3} levelNoun light{0,2}',
    figure: 'percent',
    moved: 'by',
  },
  { name: 'up 3 %', before: '(adverb) by? light{0,3}', figure: 'measured', moved: 'by' },
  { name: 'added 3 %', before: '(take) by? light{0,3}', figure: 'percent', moved: 'by' },
  {
    name: 'cut the rate by 3',
    before: '(moving) (?:gap|comma){0,14} by light{0,3}',
    figure: 'measured',
    moved: 'by',
  },
  { name: 'eased from 5', before: '(moving) from light{0,3}', moved: 'from', role: 'previous' },
  {
    name: '6, up 3 %',
    behind: 'gap{0,10} (?:than gap{0,4} amount gap{0,6})? comma gap{0,2} (adverb) gap{0,3} amount',
    figure: 'figure',
    moved: 'to',
  },
  {
    name: '6, a rise of 3 %',
    behind: 'gap{0,16} comma a gap{0,2} (noun) of light{0,2} amount',
    figure: 'figure',
    moved: 'to',
  },
  {
    name: '6, a 3 % rise',
    behind: 'gap{0,16} comma a gap{0,1} amount gap{0,2} (noun)',
    figure: 'figure',
    moved: 'to',
  },
  {
    name: 'a rise of 3 %',
    before: '(noun) light{0,3} (?:of|to)? light{0,3}',
    figure: 'measured',
    moved: 'by',
  },
  { name: 'a 3 % rise', figure: 'measured', behind: 'of? light{0,3} (noun)', moved: 'by' },
  { name: 'growth is seen at 3 %', before: '(verb) forecast gap{0,4}', figure: 'percent', moved: 'by' },
  {
    name: 'grew at a rate of 3 %',
    before: '(moving) light{0,3} at gap{0,4} of? light{0,2}',
    figure: 'percent',
    moved: 'by',
  },
  { name: 'a 3 % gain', figure: 'percent', behind: 'lean? (take)', moved: 'by' },
  { name: '3 % more', figure: 'percent', behind: 'lean? (more|fewer)', moved: 'by' },
  { name: '3 % higher', figure: 'measured', behind: 'light{0,1} (adverb)', moved: 'by' },
]

interface RoleRow {
  name: string
  before?: string
  figure?: string
  behind?: string
  role: Role
  /** The figure before it must measure the same. */
  like?: 'earlier'
  /** It holds of figures that something moved by, too. */
  ofMoves?: true
  /** How far apart two are, which is no move. */
  isDistance?: true
}

/** What a figure is beside another, whether or not it says how that one moved. */
export const ROLES_SAID: readonly RoleRow[] = [
  {
    name: 'forecast for a fall of 5',
    before: 'norm light{0,2} of? light{0,2} noun? (?:of|level)? light{0,2}',
    ofMoves: true,
    role: 'compared',
  },
  {
    name: 'against expectations of 5',
    before: '(?:than|above|below|from) gap{0,5} norm gap{0,4}',
    ofMoves: true,
    role: 'compared',
  },
  { name: 'expectations were 5', before: 'norm gap{0,1} (?:of|to|level) light{0,2}', role: 'compared' },
  {
    name: 'more than the 5 expected',
    before: '(?:than|above|below) light{0,3}',
    behind: 'gap{0,2} (?:norm|forecast)',
    role: 'compared',
  },
  {
    name: '5 points ahead of average',
    figure: 'percent',
    behind: '(?:above|below)',
    ofMoves: true,
    role: 'compared',
  },
  {
    name: "beating last month's 5",
    before: '(?:above|below) gap{0,3} (?:earlier|former|date) gap{0,4}',
    role: 'previous',
    like: 'earlier',
    ofMoves: true,
  },
  {
    name: '高于全国5个百分点',
    before:
      '(?:(?:above|below) word{1,6} noun? lean?|than light{0,3} norm light{0,2} (?:moving|above|below)? light{0,2})',
    figure: 'percent',
    ofMoves: true,
    isDistance: true,
    role: 'compared',
  },
  {
    name: 'after a 5 % fall',
    before: 'after a? light{0,2}',
    behind: 'of? light{0,3} noun',
    ofMoves: true,
    role: 'previous',
  },
  {
    name: 'after a fall of 5 %',
    before: 'after gap{0,2} noun of light{0,2}',
    ofMoves: true,
    role: 'previous',
  },
  {
    name: "after last month's 5",
    before: 'after light{0,3} (?:earlier|date) light{0,2}',
    ofMoves: true,
    role: 'previous',
  },
  {
    name: 'against 5 a year before',
    before: '(?:than|above|below) gap{0,6}',
    behind: 'gap{0,3} (?:earlier|date)',
    role: 'previous',
    like: 'earlier',
  },
  { name: 'compared with 5', before: 'than gap{0,6}', role: 'previous', like: 'earlier' },
  {
    name: 'higher than 5',
    before: '(?:above|below) light{0,3} plain light{0,3}',
    figure: 'figure',
    role: 'compared',
  },
  { name: 'previously 5', before: 'former light{0,3}', role: 'previous' },
  { name: '上年同期5', before: 'earlier word{0,4}', figure: 'figure', role: 'previous' },
  { name: '上年同期为5', before: 'earlier word{0,3} to word{0,2}', role: 'previous' },
  {
    name: 'it was 5 a year before',
    before: 'level gap{0,2}',
    behind: 'gap{0,3} earlier',
    role: 'previous',
    like: 'earlier',
  },
]

/** What the words around a figure say of how it moved and what it is beside the others. */
export interface MoveSaid {
  change: Change | null
  moved: Moved | null
  role: Role | null
}

const UP: ReadonlySet<string> = new Set([
  CLASSES.rose,
  CLASSES.rise,
  CLASSES.gain,
  CLASSES.up,
  CLASSES.doubled,
  CLASSES.more,
])
const DOWN: ReadonlySet<string> = new Set([
  CLASSES.fell,
  CLASSES.fall,
  CLASSES.lose,
  CLASSES.down,
  CLASSES.halved,
  CLASSES.fewer,
])

const directionOf = (letter: string | undefined): Change | null =>
  letter === undefined ? null : UP.has(letter) ? 'up' : DOWN.has(letter) ? 'down' : null

const compiled = <Row extends { figure?: string; before?: string; behind?: string }>(rows: readonly Row[]) =>
  rows.map((row) => ({ row, pattern: around(row.figure ?? 'amount', row.before, row.behind) }))

/** The rows of moves and roles, ready to match. */
export const MOVE_PATTERNS = { moves: compiled(MOVES), roles: compiled(ROLES_SAID) }
export type MovePatterns = typeof MOVE_PATTERNS
/** "Rose 3 % and 5 %", "分别增长3%、5%和7%": what holds of the figure before holds of this one. */
const LISTED = around(
  'amount',
  'amount (?:light{0,3} (?:comma|and|or){1,2} (?:of|by)? (?:about|a){0,2}|(?:comma|and){1,2} gap{0,6} by light{0,2})',
)
/** "Estimates of 5 cars and 6 buses". */
const ALSO = around('amount', 'amount and word{0,2}')
const AGAINST = around('amount', 'than gap{0,6}')
/** "Rose 5 points, or 3 %", "5 miles (8 km)". */
const RESTATED = around(
  'amount',
  'amount (?:comma? (?:or|equal)|gap? open (?:or|equal)?(?:light{1,3} comma light{0,2} comma?)?) (?:plain? (?:about|equal|a|to|or|of){1,3}|(?:about|equal|a|to|or|of){0,3})',
)
/** "43 people (12 %)": alone in its bracket. */
const IN_BRACKET = around('amount', 'amount open (?:about|equal|or){0,2}', 'close')
/** "$110m (about $560m in today's money)". */
const AT_TODAYS_PRICES = around('amount', 'amount open about{0,2}', 'equal')
/** "升318点，升幅0.98%", "5 points, a fall of 3 %". */
const SAME_MOVE = around(
  'amount',
  'amount (?:comma|and)? a? overYear? (?:noun|verb) (?:of|by)? (?:about|reached|at){0,2}',
)

const at = (pattern: RegExp, letters: string, place: number): RegExpExecArray | null => {
  pattern.lastIndex = place
  return pattern.exec(letters)
}

const numberOf = ({ value }: Quantity): number => Number(typeof value === 'string' ? value : value[1])

/** The moves and roles of all figures, in their order. */
export function movesOf(
  { letters, places }: Marks,
  quantities: readonly Quantity[],
  text: string,
  patterns: MovePatterns = MOVE_PATTERNS,
): MoveSaid[] {
  const said: MoveSaid[] = []
  for (const [i, quantity] of quantities.entries()) {
    const place = places[i] as number
    const earlier = quantities[i - 1]
    const before = said[i - 1]
    const signed = signOf(quantity, text)
    const isRestated =
      earlier !== undefined &&
      ((restates(earlier, quantity) && at(RESTATED, letters, place) !== null) ||
        at(AT_TODAYS_PRICES, letters, place) !== null ||
        (earlier.unit !== quantity.unit &&
          (quantity.unit === '%' || (countsPeople(quantity.unit) && countsPeople(earlier.unit))) &&
          at(IN_BRACKET, letters, place) !== null) ||
        (isSameMove(before, earlier, quantity) &&
          (at(RESTATED, letters, place) !== null || at(SAME_MOVE, letters, place) !== null)))
    if (isRestated) {
      said.push({ change: before?.change ?? null, moved: before?.moved ?? null, role: 'equivalent' })
      continue
    }
    if (signed.change !== null) {
      said.push(signed)
      continue
    }
    const move = moveAt(patterns, letters, place, quantities, i, before)
    if (move !== null && move.moved !== 'by') {
      // "5 units last month compared with 6 in May, down 7 %".
      const held =
        move.moved === 'to' &&
        at(AGAINST, letters, place) !== null &&
        roleAt(patterns, letters, place, quantities, i, null, before)
      said.push(held ? { change: move.change, moved: 'from', role: held.role } : move)
      continue
    }
    const role = roleAt(patterns, letters, place, quantities, i, move, before)
    const isListed = before?.moved && earlier?.unit === quantity.unit && at(LISTED, letters, place) !== null
    if (role !== null) said.push(role)
    else if (move !== null) said.push(move)
    else if (isListed) said.push(before)
    else if (before?.role === 'compared' && at(ALSO, letters, place) !== null) said.push({ ...before })
    else said.push(signed)
  }
  return said
}

/** "Rose 5 points, or 3 %": the amount and the share of one move. */
const isSameMove = (before: MoveSaid | undefined, earlier: Quantity, quantity: Quantity): boolean =>
  before?.moved === 'by' &&
  earlier.unit !== quantity.unit &&
  (earlier.unit === '%') !== (quantity.unit === '%')

function moveAt(
  { moves }: MovePatterns,
  letters: string,
  place: number,
  quantities: readonly Quantity[],
  i: number,
  before: MoveSaid | undefined,
): MoveSaid | null {
  const quantity = quantities[i] as Quantity
  for (const { row, pattern } of moves) {
    const match = at(pattern, letters, place)
    if (match === null) continue
    const [earlier, later] = [quantities[i - 1], quantities[i + 1]]
    if (row.like === 'earlier' && !(earlier && measuresAlike(earlier, quantity))) {
      const first = quantities[i - 2]
      if (!(first && measuresAlike(first, quantity))) continue
    }
    if (row.like === 'later' && later && !measuresAlike(later, quantity)) continue
    if (row.like === 'reached' && before?.moved !== 'by') continue
    let change = directionOf(match[1] ?? match[2])
    const other = row.than === undefined ? undefined : row.than === 'earlier' ? earlier : later
    if (change === null && other) {
      const step = (numberOf(quantity) - numberOf(other)) * (row.than === 'earlier' ? 1 : -1)
      change = step > 0 ? 'up' : step < 0 ? 'down' : null
    }
    if (change === null && !(row.role && row.than)) continue
    return { change, moved: row.moved, role: row.role ?? null }
  }
  return null
}

function roleAt(
  { roles }: MovePatterns,
  letters: string,
  place: number,
  quantities: readonly Quantity[],
  i: number,
  move: MoveSaid | null,
  before: MoveSaid | undefined,
): MoveSaid | null {
  for (const { row, pattern } of roles) {
    if (at(pattern, letters, place) === null) continue
    const [earlier, quantity] = [quantities[i - 1], quantities[i] as Quantity]
    const beforeThat = quantities[i - 2]
    const isLike =
      (earlier && measuresAlike(earlier, quantity)) || (beforeThat && measuresAlike(beforeThat, quantity))
    if ((row.like === 'earlier' && !isLike) || (move !== null && row.ofMoves !== true)) continue
    if (move !== null && !row.isDistance) return { ...move, role: row.role }
    const left = row.role === 'previous' && before?.moved === 'to' ? before.change : null
    return { change: left, moved: left === null ? null : 'from', role: row.role }
  }
  return null
}

/** "(+1.2%)", "-0.2%", "5,300 (-65)": a share with a sign is a move, and so is what a bracket says of a figure. */
function signOf({ unit, start, rule }: Quantity, text: string): MoveSaid {
  const sign = text[start]
  const change =
    unit !== '%' && rule !== 'change in brackets'
      ? null
      : sign === '+'
        ? 'up'
        : sign === '-' || sign === '−' || sign === '–'
          ? 'down'
          : null
  return { change, moved: change === null ? null : 'by', role: null }
}
