import type { Change } from '../../model/fact.ts'
import { dimensionOf as dimensionOfUnit } from '../dimension.ts'
import type { AmountZh } from './amounts.ts'
import { plainSlice } from './characters.ts'
import { movementTo } from './modifiers.ts'

/** What a unit measures; Chinese names more currencies than English signs do. */
const dimensionOf = (unit: string): string => (/^[A-Z]{3}$/.test(unit) ? 'money' : dimensionOfUnit(unit))

/** "由", "从去年的", "由原来的" right before the level that was left. */
const LEFT = /(?:从|由|自)[^，。；、（）]{0,10}$/

/** How far, in characters, a level and the one it moved to may be apart. */
const MOVED_REACH = 24

const slice = (text: string, before: number, to: number): string =>
  plainSlice(text, Math.max(before, to - 16), to)

/** The movement from amount `i` to the next one: "由A增至B", "从A到B"; null where the sentence tells of none. */
export function movementFrom(
  text: string,
  amounts: readonly AmountZh[],
  i: number,
  from: number,
): Change | 'moved' | null {
  const amount = amounts[i] as AmountZh
  const next = amounts[i + 1]
  if (next === undefined || next.start - amount.end > MOVED_REACH) return null
  if (dimensionOf(next.unit) !== dimensionOf(amount.unit)) return null
  if (!LEFT.test(slice(text, Math.max(from, amounts[i - 1]?.end ?? from), amount.start))) return null
  const between = plainSlice(text, amount.end, next.start)
  if (/[。；]/.test(between)) return null
  const change = movementTo(text, amount.end, next.start)
  if (change !== null) return change === 'moved' ? compared(amount, next) : change
  return /^[的了]?(?:至|到)(?:了|约|近|超过|现在的?|目前的?|今年的?)?$/.test(between)
    ? compared(amount, next)
    : null
}

const compared = (a: AmountZh, b: AmountZh): Change | 'moved' =>
  Number(a.value) < Number(b.value) ? 'up' : Number(a.value) > Number(b.value) ? 'down' : 'moved'
