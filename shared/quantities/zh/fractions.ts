import type { Decimal } from '../../model/decimal.ts'
import { over, plus, times } from '../../model/decimal.ts'
import type { Bound } from '../../model/fact.ts'
import { charAt, plainSlice } from './characters.ts'
import { boundBeforeZh } from './modifiers.ts'
import { type NumberZh, numberAt, skipSpace } from './numbers.ts'

/** A part of a whole: 0.72 for "百分之七十二". */
export interface FractionAt {
  value: Decimal
  /** The upper end: "百分之六七十". */
  high?: Decimal | null
  end: number
  /** What the words in it say. */
  bound?: Bound | null
}

const WHOLES: Readonly<Record<string, Decimal>> = {
  百: '100',
  千: '1000',
  万: '10000',
  十万: '100000',
  百万: '1000000',
  千万: '10000000',
  亿: '100000000',
}

/** Decimal places of a fraction that has no end. */
const PLACES = 16

/** "百分之七十二", "三分之一", "五又二分之一", "每10人中有1人" at `at`, where `number` begins. */
export function fractionAt(text: string, at: number, number: NumberZh | null): FractionAt | null {
  if (number !== null && charAt(text, number.end) === '又') {
    const rest = partAt(text, number.end + 1, numberAt(text, number.end + 1))
    if (rest !== null) return { ...rest, value: plus(number.value, rest.value) }
  }
  return partAt(text, at, number) ?? shareAt(text, at, number)
}

/** "百万|分之一", "每千|人": a whole without a digit before it. */
function wholeAt(text: string, at: number): { value: Decimal; end: number } | null {
  if (!/[十百千万亿]/.test(charAt(text, at))) return null
  const end = WHOLES[plainSlice(text, at, at + 2)] === undefined ? at + 1 : at + 2
  const value = WHOLES[plainSlice(text, at, end)]
  return value === undefined ? null : { value, end }
}

function partAt(text: string, at: number, number: NumberZh | null): FractionAt | null {
  const bottom = wholeAt(text, at) ?? number
  if (bottom === null || charAt(text, bottom.end) !== '分' || charAt(text, bottom.end + 1) !== '之')
    return null
  if (Number(bottom.value) <= 0) return null
  const from = skipSpace(text, bottom.end + 2)
  if (charAt(text, from) === '百') return { value: over('100', bottom.value, PLACES), end: from + 1 }
  const isMinus = /[负-]/.test(charAt(text, from))
  const top = numberAt(text, isMinus ? from + 1 : from)
  if (top === null) return null
  const value = over(top.value, bottom.value, PLACES)
  const high = top.high === null ? null : over(top.high, bottom.value, PLACES)
  return { value: isMinus ? times(value, '-1') : value, high, end: top.end }
}

/** What is counted, and the words up to how many of it: "人中有", "位受访者里，就有约". */
const AMONG =
  /^[\u4e00-\u9fff]{1,7}?(?:[之当]?中|里面?)，?(?:平均|大?约|就|便|只|仅|至少)*有(?:至少|大?约|近|超过|不到)*/
const AMONG_REACH = 24

/** "每10人中有1人", "每千人中有5人" at the 10 or 千: the part that the 1 or 5 is of it. */
function shareAt(text: string, at: number, number: NumberZh | null): FractionAt | null {
  const whole = number ?? wholeAt(text, at)
  if (whole === null || charAt(text, at - 1) !== '每') return null
  const among = AMONG.exec(plainSlice(text, whole.end, whole.end + AMONG_REACH))
  if (among === null) return null
  const from = whole.end + among[0].length
  const part = numberAt(text, from)
  if (part === null || part.high !== null || Number(part.value) >= Number(whole.value)) return null
  const end = /[人名位个户家例]/.test(charAt(text, part.end)) ? part.end + 1 : part.end
  const bound = boundBeforeZh(text, from, whole.end) ?? boundBeforeZh(text, from - 1, whole.end)
  return { value: over(part.value, whole.value, PLACES), end, bound: bound?.bound ?? null }
}

/** "一半", "半数": half of a whole, where the words around use it so. */
export function halfAt(text: string, at: number): FractionAt | null {
  const words = plainSlice(text, at, at + 2)
  if (words !== '半数' && words !== '一半') return null
  const isShare =
    words === '半数' ||
    /^(?:以上|左右|的|多|是|都|人)/.test(plainSlice(text, at + 2, at + 4)) ||
    /[近约过]/.test(charAt(text, at - 1))
  return isShare ? { value: '0.5', end: at + 2 } : null
}
