import type { Change, QuantityRole } from '../../model/fact.ts'
import { dimensionOf as dimensionOfUnit } from '../dimension.ts'
import type { AmountZh } from './amounts.ts'
import { plainSlice } from './characters.ts'
import { movementTo } from './modifiers.ts'

/** What a unit measures; Chinese names more currencies than English signs do. */
const dimensionOf = (unit: string): string => (/^[A-Z]{3}$/.test(unit) ? 'money' : dimensionOfUnit(unit))

/** "由", "从去年的", "由原来的" right before the level that was left. */
const LEFT = /(?:从|由|自)[^，。；、（）]{0,10}$/

/** "去年同期为", "此前的": the level of another time. */
const FORMER =
  /(?:同期|此前|之前|原来|原先|原|前值|先前|上年末|年初|早前|起初|前一日|前一天)(?:仅|只|的|为|是|有|则|值|约|水平)*$/

/** "较2019年的3亿元增长", "比上年的": what an amount is compared with, a verb of movement behind it. */
const COMPARED = /(?:较|比|相比|对比|相较于?)[^，。；、（）]{0,12}$/
const MOVED_BEHIND =
  /^[^，。；、（）\d]{0,4}(?:增|升|涨|提高|扩大|减|降|跌|下滑|缩|回落|高出|高了|低了|多了|少了|翻)/

/** Words between an amount and its restatement. */
const RESTATED =
  /^(?:[（(，, ]{0,2}(?:约合|约等于|折合|合计约合|相当于|合|即|约为|等于|换算|折|也就是)|[（(](?:约|≈|近)?)(?:人民币|约|为|成)*$/

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

/** The role of an amount beside the others of its sentence, the stretch from `from`. */
export function roleOfZh(
  text: string,
  amounts: readonly AmountZh[],
  i: number,
  from: number,
): QuantityRole | null {
  const amount = amounts[i] as AmountZh
  const before = amounts[i - 1]
  const floor = before?.end ?? from
  if (before !== undefined && isEquivalent(text, before, amount)) return 'equivalent'
  if (movementFrom(text, amounts, i, from) !== null) return 'previous'
  const head = slice(text, floor, amount.start)
  if (FORMER.test(head) && amount.unit !== '倍') return 'previous'
  if (
    COMPARED.test(head) &&
    MOVED_BEHIND.test(plainSlice(text, amount.end, amount.end + 8)) &&
    amount.unit !== '%'
  )
    return 'previous'
  return isPart(text, amounts, i) ? 'part' : null
}

function isEquivalent(text: string, before: AmountZh, amount: AmountZh): boolean {
  if (before.unit === amount.unit || dimensionOf(before.unit) !== dimensionOf(amount.unit)) return false
  return amount.start - before.end <= 10 && RESTATED.test(plainSlice(text, before.end, amount.start))
}

/** Words that begin another total behind "其中". */
const TOTALS = /[，；](?:累计|目前|现有|尚|截至|截止|另|此外|同时|全国|全省|全市|共)/

/** "其中重症106例": a part of a total before it, of the same kind; so is what stands in brackets behind it. */
function isPart(text: string, amounts: readonly AmountZh[], i: number): boolean {
  const amount = amounts[i] as AmountZh
  for (let k = i - 1; k >= 0 && k >= i - MOST_PARTS; k--) {
    const total = amounts[k] as AmountZh
    if (amount.start - total.end > PART_REACH) return false
    if (!isSameKind(total.unit, amount.unit)) continue
    const between = plainSlice(text, total.end, amount.start)
    if (/[。；]/.test(between) || TOTALS.test(between)) return false
    const marker = between.lastIndexOf('其中')
    if (marker >= 0) return !/^[^（]*）/.test(between.slice(marker))
    if (/^[（(][^）)]*$/.test(between) && total.unit === amount.unit && amount.unit !== '%') return true
  }
  return false
}

/** How many amounts and characters back the total of a part may stand. */
const MOST_PARTS = 12
const PART_REACH = 120

const PEOPLE: ReadonlySet<string> = new Set(['person', 'patient', 'death'])

const isSameKind = (a: string, b: string): boolean => a === b || (PEOPLE.has(a) && PEOPLE.has(b))
