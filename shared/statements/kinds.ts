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
const PER_CENT: ReadonlyMap<ClassName, Kind> = new Map([
  ['cumulative', 'cumulative'],
  ['attributeNoun', 'attribute'],
])

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
): Kind | null {
  const { letters, names, places, inside } = marks
  for (const name of inside[i] as ClassName[]) {
    const kind = among.get(name)
    if (kind) return kind
  }
  const place = places[i] as number
  let commas = 0
  for (let k = place - 1; k >= 0 && k >= place - before; k--) {
    const letter = letters[k] as string
    if (ENDS.has(letter) || letter === CLASSES.close || AMOUNTS.has(letter)) break
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

/** Units whose figures are of one kind whatever is measured, where no word says another. */
function kindOfUnit({ unit }: Quantity, isMoved: boolean): Kind | null {
  // What moves is no property.
  if (UNIT_OF_CODE.has(unit)) return isMoved ? 'level' : 'attribute'
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
  /** The last kind that was said of people in this text: 累计, "new". */
  let ofPeople: Kind | null = null
  for (const [i, quantity] of quantities.entries()) {
    const { moved, role } = moves[i] as MoveSaid
    const earlier = said[i - 1]
    const letter = marks.letters[marks.places[i] as number]
    const isPeople = countsPeople(quantity.unit)
    const say = (kind: Kind, from: KindFrom) => said.push({ kind, from })
    if (moved === 'by') say('change', 'said')
    else if (letter === CLASSES.age || letter === CLASSES.duration) say('attribute', 'measure')
    else if (role !== null && earlier !== undefined && earlier.kind !== 'change') say(earlier.kind, 'carried')
    else if (letter === CLASSES.percent) {
      const kind = nearest(marks, i, PER_CENT)
      say(kind ?? 'level', kind === 'cumulative' ? 'said' : 'measure')
    } else {
      const marked = nearest(marks, i, MARKED)
      const whole = wholes[i]
      const carried = whole != null && whole < i ? (said[whole] as KindSaid).kind : null
      const people = isPeople ? nearest(marks, i, OF_PEOPLE) : null
      if (marked !== null) {
        say(marked, 'said')
        if (isPeople && marked !== 'level') ofPeople = marked
      } else if (people === 'level') say('level', 'said')
      else if (carried !== null) say(carried, 'carried')
      else if (people === 'flow' && ofPeople !== null) say(ofPeople, 'carried')
      else if (people === 'flow' && (nearest(marks, i, HAS, 4) || isUntil(marks, i)))
        say('cumulative', 'said')
      else {
        const measured = nearest(marks, i, MEASURED)
        if (measured !== null)
          say(
            moved !== null && measured === 'attribute' && UNIT_OF_CODE.has(quantity.unit)
              ? 'level'
              : measured,
            'measure',
          )
        else if (people === 'flow') say('flow', 'measure')
        else if (isListed(marks, quantities, i) && earlier && earlier.kind !== 'change')
          say(earlier.kind, 'carried')
        else if (isUntil(marks, i)) say('cumulative', 'said')
        else {
          const ofUnit = kindOfUnit(quantity, moved !== null)
          say(ofUnit ?? 'flow', ofUnit === null ? 'guess' : 'measure')
        }
      }
    }
  }
  return said
}

/** The sentence says until when: 截至2月9日. */
function isUntil({ letters, places }: Marks, i: number): boolean {
  const place = places[i] as number
  const from = letters.lastIndexOf(CLASSES.stop, place) + 1
  return letters.slice(Math.max(from, place - 40), place).includes(CLASSES.asOf + CLASSES.date)
}

/** The figure before it in the sentence is in the same unit. */
const isListed = ({ letters, places }: Marks, quantities: readonly Quantity[], i: number): boolean =>
  i > 0 &&
  quantities[i - 1]?.unit === quantities[i]?.unit &&
  !letters.slice(places[i - 1] as number, places[i]).includes(CLASSES.stop)
