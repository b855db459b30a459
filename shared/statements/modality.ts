import type { Modality } from '../model/fact.ts'
import { CLASSES, type ClassName } from './classes.ts'
import type { Marks } from './marks.ts'

const MODAL: ReadonlyMap<ClassName, Modality> = new Map([
  ['forecast', 'forecast'],
  ['target', 'target'],
  ['limit', 'limit'],
])

/** How many words before and behind a figure may say how real it is. */
const REACH_BEFORE = 16
const REACH_BEHIND = 5

const ENDS: ReadonlySet<string> = new Set([CLASSES.stop, CLASSES.clause])

/** How real each figure is, by the nearest word of its clause that says so. */
export function modalitiesOf({ letters, names, places, inside }: Marks): Modality[] {
  return places.map((place, i) => {
    for (const name of inside[i] as ClassName[]) {
      const own = MODAL.get(name)
      if (own) return own
    }
    for (let k = place - 1; k >= 0 && k >= place - REACH_BEFORE; k--) {
      if (ENDS.has(letters[k] as string)) break
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
