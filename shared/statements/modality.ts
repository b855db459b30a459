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
export function modalitiesOf(
  { letters, names, places, inside, starts }: Marks,
  moves: readonly MoveSaid[],
  text: string,
): Modality[] {
  return places.map((place, i) => {
    const { role } = moves[i] as MoveSaid
    for (const name of inside[i] as ClassName[]) {
      const own = MODAL.get(name)
      if (own) return own
    }
    const before = i === 0 ? -1 : (places[i - 1] as number)
    const lowest = role === 'previous' ? before + 1 : Math.max(0, place - REACH_BEFORE)
    for (let k = place - 1; k >= lowest; k--) {
      if (letters[k] === CLASSES.stop) break
      // A semicolon parts the members of a list, of which one word may speak.
      if (letters[k] === CLASSES.clause && !/[;；]/.test(text[starts[k] as number] as string)) break
      if (role === 'compared' && place - k <= REACH_OF_NORM && EXPECTED.has(names[k] as ClassName))
        return 'forecast'
      const said = MODAL.get(names[k] as ClassName)
      if (said) return said
    }
    for (let k = place + 1; k < letters.length && k <= place + REACH_BEHIND; k++) {
      const letter = letters[k] as string
      if (ENDS.has(letter) || letter === CLASSES.comma) break
      const said = MODAL.get(names[k] as ClassName)
      if (said) return said
    }
    return 'actual'
  })
}
