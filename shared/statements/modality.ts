import type { Modality } from '../model/fact.ts'
import { CLASSES, type ClassName } from './classes.ts'
import type { Marks } from './marks.ts'
import type { MoveSaid } from './moves.ts'

const MODAL: ReadonlyMap<ClassName, Modality> = new Map([
  ['forecast', 'forecast'],
  ['target', 'target'],
  ['limit', 'limit'],
])

/** How many words before and behind a figure may say how real it is. */
const REACH_BEFORE = 16
const REACH_BEHIND = 5

const ENDS: ReadonlySet<string> = new Set([CLASSES.stop, CLASSES.clause])

/** What others expect is no fact yet. */
const EXPECTED: ReadonlySet<ClassName> = new Set(['norm'])
const REACH_OF_NORM = 6

/** How real each figure is, by the nearest word of its clause that says so; a former figure is. */
export function modalitiesOf(marks: Marks, moves: readonly MoveSaid[], text: string): Modality[] {
  return marks.places.map(
    (_, i) => saidInside(marks, i) ?? saidBefore(marks, moves, text, i) ?? saidBehind(marks, i) ?? 'actual',
  )
}

function saidInside({ inside }: Marks, i: number): Modality | undefined {
  for (const name of inside[i] as ClassName[]) if (MODAL.has(name)) return MODAL.get(name)
  return undefined
}

function saidBefore(
  { letters, names, places, starts }: Marks,
  moves: readonly MoveSaid[],
  text: string,
  i: number,
): Modality | undefined {
  const place = places[i] as number
  const { role } = moves[i] as MoveSaid
  const before = i === 0 ? -1 : (places[i - 1] as number)
  const lowest = role === 'previous' ? before + 1 : Math.max(0, place - REACH_BEFORE)
  for (let k = place - 1; k >= lowest; k--) {
    if (letters[k] === CLASSES.stop) return undefined
    // A semicolon parts the members of a list, of which one word may speak.
    if (letters[k] === CLASSES.clause && !/[;；]/.test(text[starts[k] as number] as string)) return undefined
    const name = names[k] as ClassName
    if (role === 'compared' && place - k <= REACH_OF_NORM && EXPECTED.has(name)) return 'forecast'
    if (MODAL.has(name)) return MODAL.get(name)
  }
  return undefined
}

function saidBehind({ letters, names, places }: Marks, i: number): Modality | undefined {
  const place = places[i] as number
  for (let k = place + 1; k < letters.length && k <= place + REACH_BEHIND; k++) {
    const letter = letters[k] as string
    if (ENDS.has(letter) || letter === CLASSES.comma) return undefined
    if (MODAL.has(names[k] as ClassName)) return MODAL.get(names[k] as ClassName)
  }
  return undefined
}
