import type { Quantity, Status } from '../model/fact.ts'
import { countsOthers, speaksOfDisease, statusAround } from './en/status.ts'
import { folded } from './places.ts'
import { isChinese } from './zh/is-chinese.ts'
import { countsOthersZh, speaksOfDiseaseZh, statusAroundZh } from './zh/status.ts'

/** What is looked at around a figure, in UTF-16 units: further away another subject begins. */
const REACH = 120

/** The state of those whom each figure counts, and whether they are ill at all. */
export interface Condition {
  status: Status | null
  /** They are staff, contacts or beds: no patients, whatever is said around them. */
  isOther: boolean
}

const NONE: Condition = { status: null, isOther: false }

/**
 * The conditions of the people that the figures of an item count. Only a text of a disease has any: the dead of a storm
 * are no patients. `around` tells the sentences that the figures stand in, `above` is what stands above the item.
 */
export function conditionsOf(
  item: { text: string },
  quantities: readonly Quantity[],
  around: readonly (readonly [number, number])[],
  above: readonly string[],
): Condition[] {
  const isHan = isChinese(item.text)
  const speaks = isHan ? speaksOfDiseaseZh : speaksOfDisease
  const text = isHan ? folded(item.text) : item.text
  if (quantities.length === 0) return []
  if (!speaks(text) && !above.some((line) => speaks(isHan ? folded(line) : line))) {
    return quantities.map(() => NONE)
  }
  let earlier: Status | null = null
  /** That of the first count since the last stop: what a list goes on with behind ";". */
  let first: Status | null = null
  return quantities.map((quantity, i) => {
    const { start, end, unit } = quantity
    if (!mayCountPeople(unit)) return NONE
    const [from, to] = around[i] as readonly [number, number]
    const floor = Math.max(quantities[i - 1]?.end ?? 0, from, start - REACH)
    const words = {
      text: text.slice(start, end),
      before: text.slice(floor, start),
      behind: text.slice(end, Math.min(quantities[i + 1]?.start ?? to, to, end + REACH)),
    }
    const isListed = (quantities[i - 1]?.end ?? -1) >= from || /^[^。]{0,6}其中/.test(words.before)
    const goesOn = /[；;]/.test(words.before) ? first : earlier
    const status = (isHan ? statusAroundZh : statusAround)(words, isListed ? goesOn : null)
    if (!isListed || /[；;]/.test(words.before)) first = status
    if (unit === '%') return status === 'vaccinated' ? { status, isOther: false } : NONE
    earlier = status
    const counted = `${words.text}${/^[^，。；,;.（(]*/.exec(words.behind)?.[0] ?? ''}`
    const isOther = isHan ? countsOthersZh(counted.slice(0, 16)) : countsOthers(words.text)
    return { status: isOther ? null : status, isOther: isOther || isNear(status) }
  })
}

/** Near a disease, and not known to be ill. */
const isNear = (status: Status | null): boolean =>
  status === 'contact' || status === 'tested' || status === 'observed' || status === 'vaccinated'

/** Counts of people and cases, shares, and numbers whose noun was left out. */
const mayCountPeople = (unit: string): boolean =>
  PEOPLE.has(unit) || unit === '%' || unit === '1' || unit.split(/[ /]/)[0] === 'case'

const PEOPLE: ReadonlySet<string> = new Set(
  'patient person case death child adult man woman resident contact infection fatality worker student traveller other new individual victim survivor 例 人 人次'.split(
    ' ',
  ),
)
