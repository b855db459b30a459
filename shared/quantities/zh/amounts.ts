import type { Decimal } from '../../model/decimal.ts'
import { shift, times } from '../../model/decimal.ts'
import type { Bound } from '../../model/fact.ts'
import { classAt, DIGIT, HAN, LETTER } from '../characters.ts'
import { charAt, plainSlice } from './characters.ts'
import { type FractionAt, fractionAt, halfAt } from './fractions.ts'
import { type Counted, halvedUnit, type Measure, measureOf, namedAt, type Stretch } from './measures.ts'
import { signBefore } from './money.ts'
import { isCalendarYear, isNamingZh, isNeverQuantityZh, ordinalEnd, wordEndAt } from './not-quantities.ts'
import { mayBeginNumeral, numberAt, numeralEnd, skipSpace } from './numbers.ts'
import { noneAt } from './zeros.ts'

/** A number, or a range of two, with what it counts, before the sentence around it is read. */
export interface AmountZh {
  value: Decimal
  high: Decimal | null
  /** UCUM, ISO 4217 or noun; BARE where the number stands alone. */
  unit: string
  start: number
  end: number
  bound: Bound | null
  /** Power of ten of a scale at the number's end, and the value without it: what ranges share. */
  power: number
  mantissa: Decimal
  rule: string
}

/** The unit of a number that stands alone. */
export const BARE = '1'

/** What was read at a place: an amount or none, and where reading goes on. */
export interface ReadAt {
  amount: AmountZh | null
  end: number
}

/** Reads the amount whose number begins at `at`, none of it before `floor`: one number or a range. */
export function amountAtZh(stretch: Stretch, at: number, floor: number): ReadAt {
  const { text } = stretch
  const word = classAt(text, at) === DIGIT ? -1 : wordEndAt(text, at)
  if (word > 0) return { amount: null, end: word }
  const low = oneAt(stretch, at, floor)
  if (low.amount === null || low.amount.high !== null) return low
  // "《60分钟》" is a title.
  if (text[low.amount.start - 1] === '《' && text[low.end] === '》') return { amount: null, end: low.end }
  return rangeFrom(stretch, low.amount) ?? low
}

/** Reads one number with its unit. */
function oneAt(stretch: Stretch, at: number, floor: number): ReadAt {
  const { text, from, to, home } = stretch
  const none = noneAt(text, at, from, to)
  if (none !== null) return read({ ...plainAmount('0', at, none.end), unit: none.unit, rule: none.rule })
  const halved = halvedUnit(text, at)
  if (halved !== null)
    return read({ ...plainAmount('0.5', at, halved.end), unit: halved.unit, rule: halved.rule })
  const number = numberAt(text, at)
  const fraction = fractionAt(text, at, number) ?? halfAt(text, at)
  if (fraction !== null) return read(fractionOf(text, at, fraction))
  if (number === null) return { amount: null, end: numeralEnd(text, at) }
  const sign = signBefore(text, at, floor)
  if ((sign === null || sign.isName) && isNeverQuantityZh(text, at, number))
    return { amount: null, end: number.end }
  // Field by field: a spread took a quarter of the time of text full of figures.
  const counted: Counted = { text, from, to, home, at, number, floor, sign }
  const measure = measureOf(counted)
  const named = ordinalEnd(text, number)
  if (
    measure === null ||
    (named >= measure.end &&
      number.power === 0 &&
      measure.unit !== 'd' &&
      !/^(?:sense|points)$/.test(measure.rule))
  ) {
    if (named > 0) return { amount: null, end: Math.max(named, number.end) }
    // "5G基站": a name; "超过万达": another word.
    const isName = classAt(text, number.end) === LETTER
    const isWord = /[百千万亿]/.test(charAt(text, at)) && classAt(text, number.end) === HAN
    if (isName || isWord) return { amount: null, end: number.end }
    return read(amountOf(counted, { unit: BARE, end: number.end, rule: 'bare number' }))
  }
  if (measure.unit === 'a' && isCalendarYear(text, number, skipSpace(text, number.end)))
    return { amount: null, end: measure.end }
  if (isArticle(counted, measure)) return { amount: null, end: number.end }
  const isFew =
    number.form === 'numeral' &&
    number.end === at + 1 &&
    /[只匹头条颗朵棵粒枚座片]/.test(charAt(text, number.end))
  if (isNamingZh(text, measure.start ?? at, measure.end, measure.unit, isFew))
    return { amount: null, end: measure.end }
  return read(amountOf(counted, measure))
}

const read = (amount: AmountZh): ReadAt => ({ amount, end: amount.end })

const plainAmount = (value: Decimal, start: number, end: number) =>
  ({ value, high: null, start, end, bound: null, power: 0, mantissa: value }) as const

/** A part of a whole in percent, or of the unit behind it: "四分之三英里", "十亿分之一克". */
function fractionOf(text: string, at: number, fraction: FractionAt): AmountZh {
  const { value, end } = fraction
  const unit = plainSlice(text, at, at + 2) === '百分' ? null : namedAt(text, end)
  if (unit !== null && unit.value.kind === 'unit')
    return { ...plainAmount(value, at, unit.end), unit: unit.value.code, rule: 'unit' }
  const bound = fraction.bound ?? (/[过超]/.test(charAt(text, at - 1)) ? '>' : null)
  const high = fraction.high ? shift(fraction.high, 2) : null
  return { ...plainAmount(shift(value, 2), at, end), high, bound, unit: '%', rule: 'fraction' }
}

/** Units that a lone "一" before makes a turn of phrase: "一天", "一分". */
const PHRASE_UNITS: ReadonlySet<string> = new Set(
  'a mo wk d h min s century deg cun chi zhang liang qian'.split(' '),
)

/** Words before "一" that make it a count. */
const COUNTING =
  /(?:新增|确诊|死亡|累计|报告|造成|致|致使|导致|出院|治愈|仅|只有|仅有|近|约|超过|不到|不足|至少|将近|逾)$/

/** "一个", "一名", "一天": an article; "二次": an ordinal, as things are counted with 两. */
function isArticle({ text, at, number, floor }: Counted, { unit, rule, value }: Measure): boolean {
  if (number.form !== 'numeral' || number.end !== at + 1) return false
  const c = charAt(text, at)
  const isThing = rule === 'classifier' || rule === 'noun' || rule === 'people'
  if (c === '二') return isThing
  // "62美元一桶": what the price is told by.
  if (c === '一' && at === floor && /[元块钱币镑]/.test(charAt(text, at - 1))) return true
  if (c !== '一' || (value !== undefined && value !== '1') || charAt(text, at + 1) === '例') return false
  const isPhrase = isThing || rule === 'households' || rule === 'patients' || PHRASE_UNITS.has(unit)
  return isPhrase && !COUNTING.test(plainSlice(text, Math.max(floor, at - 4), at))
}

/** Position of the sign before a number, "-5%", "负0.2千米", "零下20度"; -1 without one. */
function minusBefore(text: string, at: number, floor: number): number {
  const c = charAt(text, at - 1)
  if (at - 1 < floor) return -1
  if (c === '负') return at - 1
  const gap = c === ' ' ? at - 1 : at
  if (gap - 2 >= floor && plainSlice(text, gap - 2, gap) === '零下') return gap - 2
  if (c !== '-' && c !== '−') return -1
  return at - 1 === floor || !/[\d%A-Za-z℃)）]/.test(charAt(text, at - 2)) ? at - 1 : -1
}

function amountOf({ text, at, number, floor }: Counted, measure: Measure): AmountZh {
  const start = measure.start ?? at
  const minus = measure.unit === BARE ? -1 : minusBefore(text, start, floor)
  const value = measure.value ?? number.value
  const { high } = number
  return {
    value: minus < 0 ? value : times(value, '-1'),
    high: high === null ? null : shift(high, measure.power ?? 0),
    unit: measure.unit,
    start: minus < 0 ? start : minus,
    end: measure.end,
    bound: measure.bound ?? number.bound,
    power: number.power + (measure.power ?? 0),
    mantissa: number.mantissa,
    rule: measure.rule,
  }
}

/** Position behind what stands between the ends of a range at `at`, or -1: "～", "-", "至", "到". */
function connectorEnd(text: string, at: number): number {
  const i = skipSpace(text, at)
  const c = charAt(text, i)
  if (c === '至' || c === '到') return i + 1
  if (!/^[-~～–—−〜]$/.test(c)) return -1
  return charAt(text, i + 1) === c ? i + 2 : i + 1
}

function rangeFrom(stretch: Stretch, low: AmountZh): ReadAt | null {
  const { text, to } = stretch
  const behind = connectorEnd(text, low.end)
  if (behind < 0) return null
  const at = highStart(text, behind)
  if (at < 0 || at >= to) return null
  const high = oneAt(stretch, at, behind)
  // "3-7日", "2019-2020年": what the upper end is not, the lower one is not either.
  if (high.amount === null) return low.unit === BARE ? high : null
  const upper = high.amount
  if (upper.high !== null || !sharesUnit(low, upper) || isMovement(stretch, low, upper)) return null
  const isShared = low.power === 0 && upper.power > 0 && low.unit === BARE
  const value =
    isShared && Number(low.mantissa) <= Number(upper.mantissa) ? shift(low.value, upper.power) : low.value
  // "-80亿至-83亿元"
  const isMinus = upper.value.startsWith('-') && /[-−]/.test(charAt(text, low.start - 1))
  if (isMinus && !value.startsWith('-')) return negativeRange(low, upper, value)
  if (Number(value) >= Number(upper.value)) return null
  const { unit, rule } = upper.unit === BARE ? low : upper
  if (unit === BARE && upper.power === 0) return { amount: null, end: upper.end }
  return read({
    ...upper,
    value,
    high: upper.value,
    unit,
    start: low.start,
    bound: low.bound ?? upper.bound,
    rule: `${rule}, range`,
  })
}

function negativeRange(low: AmountZh, upper: AmountZh, value: Decimal): ReadAt {
  const ends = [times(value, '-1'), upper.value] as const
  const [least, most] = Number(ends[0]) < Number(ends[1]) ? ends : [ends[1], ends[0]]
  return read({ ...upper, value: least, high: most, start: low.start - 1, rule: `${upper.rule}, range` })
}

/** Both ends have one unit, or one of them has it for both: "3至5元", "百分之五至十", "$5-10". */
function sharesUnit(low: AmountZh, upper: AmountZh): boolean {
  if (low.unit === BARE || low.unit === upper.unit) return true
  return upper.unit === BARE && (low.rule === 'fraction' || low.rule === 'currency before')
}

/**
 * "从3%到5%" moved; "从3天到7天不等" did not. "涨10元至2405元" is a move and the
 * level that it reached.
 */
function isMovement({ text }: Stretch, low: AmountZh, upper: AmountZh): boolean {
  if (low.unit === BARE || plainSlice(text, upper.end, upper.end + 2) === '不等') return false
  if (/[从由自]/.test(charAt(text, low.start - 1))) return true
  const isFar = Number(upper.value) > MOST_TIMES * Number(low.value)
  return isFar && /[涨跌升降增减挫扬加少多][了约近超]*$/.test(plainSlice(text, low.start - 4, low.start))
}

/** Behind a verb of movement, the ends of a range differ by less. */
const MOST_TIMES = 5

/** The first character of the number behind a connector, signs aside; -1 where no number begins there. */
function highStart(text: string, behind: number): number {
  let i = skipSpace(text, behind)
  while (/^[$￥¥€£-]$/.test(charAt(text, i))) i++
  return classAt(text, i) === DIGIT || mayBeginNumeral(text.charCodeAt(i)) ? i : -1
}
