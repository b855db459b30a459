import type { Kind, KindFrom, Quantity } from '../model/fact.ts'
import { CURRENCY_CODES } from '../quantities/currencies.ts'
import { UNIT_OF_CODE } from '../quantities/units.ts'
import { countsPeople } from './alike.ts'
import { CLASSES, type ClassName } from './classes.ts'
import type { Marks } from './marks.ts'
import type { MoveSaid } from './moves.ts'

export interface KindSaid {
  kind: Kind
  from: KindFrom
}

/** Words that say the kind of any figure. */
const MARKED: ReadonlyMap<ClassName, Kind> = new Map([
  ['flow', 'flow'],
  ['cumulative', 'cumulative'],
  ['level', 'level'],
  ['more', 'flow'],
])

/** Words that name what is measured, and the kind that such figures are of. */
const MEASURED: ReadonlyMap<ClassName, Kind> = new Map([
  ['flowNoun', 'flow'],
  ['lossNoun', 'flow'],
  ['levelNoun', 'level'],
  ['attributeNoun', 'attribute'],
])

/** Of counts of people: a state is a level; of what happened to them it is told by day or in all. */
const OF_PEOPLE: ReadonlyMap<ClassName, Kind> = new Map([
  ['state', 'level'],
  ['event', 'flow'],
])

const HAS: ReadonlyMap<ClassName, Kind> = new Map([['has', 'cumulative']])
const REACHED: ReadonlyMap<ClassName, Kind> = new Map([['reached', 'level']])
const PER_CENT: ReadonlyMap<ClassName, Kind> = new Map([
  ['growth', 'change'],
  ['shrinkage', 'change'],
  ['cumulative', 'cumulative'],
  ['attributeNoun', 'attribute'],
])

/** Rules of figures that are no change. */
const NO_CHANGE: ReadonlySet<string> = new Set(['unchanged', '持平'])

/** Units of nothing but differences. */
const DIFFERENCES: ReadonlySet<string> = new Set(['percentage point', 'basis point'])

const ENDS: ReadonlySet<string> = new Set([CLASSES.stop, CLASSES.clause])
const AMOUNTS: ReadonlySet<string> = new Set([CLASSES.percent, CLASSES.duration, CLASSES.age, CLASSES.figure])

/** How many words before and behind a figure may say what it is. */
const REACH_BEFORE = 14
const REACH_BEHIND = 5

/** The class among `among` nearest to a figure within its clause: in it, before it, or behind. */
function nearest(
  marks: Marks,
  i: number,
  among: ReadonlyMap<ClassName, Kind>,
  before = REACH_BEFORE,
  across = 0,
): Kind | null {
  const { letters, names, places, inside } = marks
  for (const name of inside[i] as ClassName[]) {
    const kind = among.get(name)
    if (kind) return kind
  }
  const place = places[i] as number
  let commas = 0
  let figures = 0
  for (let k = place - 1; k >= 0 && k >= place - before; k--) {
    const letter = letters[k] as string
    if (ENDS.has(letter) || letter === CLASSES.close) break
    if (AMOUNTS.has(letter) && ++figures > across) break
    if (letter === CLASSES.comma && ++commas > 1) break
    const kind = among.get(names[k] as ClassName)
    if (kind) return kind
  }
  for (let k = place + 1; k < letters.length && k <= place + REACH_BEHIND; k++) {
    const letter = letters[k] as string
    if (ENDS.has(letter) || letter === CLASSES.comma || letter === CLASSES.open || AMOUNTS.has(letter)) break
    const kind = among.get(names[k] as ClassName)
    if (kind) return kind
  }
  return null
}

/** What figures of physical units are of where no word says it: of what is weighed, some came or went. */
const OF_DIMENSION: ReadonlyMap<string, Kind> = new Map([
  ['mass', 'flow'],
  ['energy', 'flow'],
  ['volume', 'flow'],
  ['power', 'level'],
  ['speed', 'level'],
  ['temperature', 'level'],
])

/** Units whose figures are of one kind whatever is measured, where no word says another. */
function kindOfUnit({ unit }: Quantity, isMoved: boolean): Kind | null {
  const physical = UNIT_OF_CODE.get(unit)
  // What moves is no property.
  if (physical) return OF_DIMENSION.get(physical.dimension) ?? (isMoved ? 'level' : 'attribute')
  if (unit === '级' || unit === 'magnitude') return 'attribute'
  if (unit.includes('/') || unit.includes(' per ')) return 'level'
  return CURRENCY_CODES.has(unit) ? 'flow' : null
}

/** The kinds of all figures, in their order. `isUntil` tells of a figure that its sentence says until when it holds. */
export function kindsOf(
  marks: Marks,
  quantities: readonly Quantity[],
  moves: readonly MoveSaid[],
  wholes: readonly (number | null)[],
): KindSaid[] {
  const said: KindSaid[] = []
  const isWhole = new Set(wholes)
  /** The last kind that was said of people in this text: 累计, "new". */
  let ofPeople: Kind | null = null
  for (const [i, quantity] of quantities.entries()) {
    const { moved, role } = moves[i] as MoveSaid
    const earlier = said[i - 1]
    const letter = marks.letters[marks.places[i] as number]
    const isPeople = countsPeople(quantity.unit)
    const say = (kind: Kind, from: KindFrom) => said.push({ kind, from })
    if (moved === 'by' || NO_CHANGE.has(quantity.rule)) say('change', 'said')
    else if (letter === CLASSES.age || letter === CLASSES.duration) say('attribute', 'measure')
    else if (
      role === 'previous' &&
      earlier?.kind === 'change' &&
      quantity.unit === '%' &&
      quantities[i - 1]?.unit === '%'
    )
      say('change', 'carried')
    else if (role !== null && earlier !== undefined && earlier.kind !== 'change') say(earlier.kind, 'carried')
    else if (letter === CLASSES.percent) {
      const kind = nearest(marks, i, PER_CENT)
      if (DIFFERENCES.has(quantity.unit) && moved === null) say('change', 'measure')
      else say(kind ?? 'level', kind === 'cumulative' ? 'said' : 'measure')
    } else {
      const marked = nearest(marks, i, MARKED)
      const whole = wholes[i]
      const carried = whole != null && whole < i ? (said[whole] as KindSaid).kind : null
      const people = CURRENCY_CODES.has(quantity.unit) ? null : nearest(marks, i, OF_PEOPLE)
      if (marked === 'cumulative' && isOfSpan(marks, i)) say('flow', 'said')
      else if (marked !== null) {
        say(marked, 'said')
        if (isPeople && marked !== 'level') ofPeople = marked
      } else if (people === 'level') say('level', 'said')
      else if (carried !== null) say(carried, 'carried')
      else if (people === 'flow' && ofPeople !== null) say(ofPeople, 'carried')
      else if (people === 'flow' && (nearest(marks, i, HAS, 4) || isUntil(marks, i)))
        say('cumulative', 'said')
      else {
        const measured = nearest(marks, i, MEASURED, REACH_BEFORE, moved === null ? 0 : 2)
        if (measured !== null)
          say(
            moved !== null && measured === 'attribute' && UNIT_OF_CODE.has(quantity.unit)
              ? 'level'
              : measured,
            'measure',
          )
        else if (people === 'flow') say('cumulative', 'measure')
        else if (isListed(marks, quantities, i) && earlier && earlier.kind !== 'change')
          say(earlier.kind, 'carried')
        else if (nearest(marks, i, REACHED, 4)) say('level', 'said')
        else if (isUntil(marks, i)) say('cumulative', 'said')
        else if (moved !== null && quantity.unit === '1') say('level', 'measure')
        else {
          const ofUnit = kindOfUnit(quantity, moved !== null)
          say(ofUnit ?? (isWhole.has(i) ? 'level' : 'flow'), ofUnit === null ? 'guess' : 'measure')
        }
      }
    }
  }
  // "15 of the 480 players": a part before its whole.
  for (const [i, whole] of wholes.entries())
    if (whole !== null && whole > i && said[i]?.from === 'guess')
      said[i] = { ...(said[whole] as KindSaid), from: 'carried' }
  return said
}

const LOSS: ReadonlyMap<ClassName, Kind> = new Map([
  ['lossNoun', 'flow'],
  ['flowNoun', 'level'],
  ['levelNoun', 'level'],
])

/** The figure is money that was lost, or sold for more than was bought: less than nothing of what is earned. */
export const isLoss = (marks: Marks, { unit }: Quantity, i: number): boolean =>
  CURRENCY_CODES.has(unit) && nearest(marks, i, LOSS) === 'flow'

/** The sentence says until when: 截至2月9日. */
function isUntil({ letters, places }: Marks, i: number): boolean {
  const place = places[i] as number
  const from = letters.lastIndexOf(CLASSES.stop, place) + 1
  return letters.slice(Math.max(from, place - REACH_OF_DATE), place).includes(CLASSES.asOf + CLASSES.date)
}

/** What is counted up in a time that the sentence names, from its first day to its last, is of that time. */
function isOfSpan({ letters, places, dates }: Marks, i: number): boolean {
  const place = places[i] as number
  for (let k = place - 1; k >= 0 && k >= place - REACH_OF_DATE && letters[k] !== CLASSES.stop; k--) {
    const date = dates.get(k)
    if (date === undefined || date.before !== undefined) continue
    const isOpen =
      letters[k - 1] === CLASSES.asOf ||
      letters[k - 1] === CLASSES.since ||
      letters[k + 1] === CLASSES.sinceThen
    return !isOpen && !date.isToDate && date.isEnd !== true && date.grain !== 'day'
  }
  return false
}

/** How far before a figure its sentence is looked at for a date. */
const REACH_OF_DATE = 30

/** The figure before it in the sentence is in the same unit. */
const isListed = ({ letters, places }: Marks, quantities: readonly Quantity[], i: number): boolean =>
  i > 0 &&
  quantities[i - 1]?.unit === quantities[i]?.unit &&
  !letters.slice(places[i - 1] as number, places[i]).includes(CLASSES.stop)
