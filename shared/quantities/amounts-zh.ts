import { classAt, DIGIT, HAN, LETTER } from './characters.ts'
import { charAt, plainSlice } from './characters-zh.ts'
import { CURRENCY_CODES, CURRENCY_SIGNS } from './currencies.ts'
import { MINOR_UNITS_ZH } from './currencies-zh.ts'
import { over, plus, shift, times } from './decimal.ts'
import { isCalendarYear, isNeverQuantityZh, ordinalEnd, wordEndAt } from './not-quantities-zh.ts'
import { countAt } from './nouns-zh.ts'
import { mayBeginNumeral, type NumberZh, numberAt, numeralEnd, skipSpace } from './numbers-zh.ts'
import { Phrases } from './phrases.ts'
import type { Bound, Decimal } from './quantity.ts'
import { UNIT_SYMBOLS } from './units.ts'
import { unitAtZh } from './units-zh.ts'

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

/** A stretch of text, `[from, to)`, that amounts are read in. */
export interface Stretch {
  text: string
  from: number
  to: number
  isBenchmark: boolean
}

/** The unit of a number that stands alone. */
export const BARE = '1'

/** What was read at a place: an amount or none, and where reading goes on. */
export interface ReadAt {
  amount: AmountZh | null
  end: number
}

/** Signs, abbreviations and codes of currencies that stand before an amount. */
const MONEY_BEFORE = new Phrases<string>([
  ['¥', 'CNY'],
  ['￥', 'CNY'],
  ['人民币', 'CNY'],
  ['RMB', 'CNY'],
  ['rmb', 'CNY'],
  ...[...CURRENCY_SIGNS]
    .filter(([sign]) => /[^a-z.]/.test(sign))
    .flatMap(([sign, code]) => [[sign, code] as const, [sign.toUpperCase(), code] as const]),
  ...[...CURRENCY_CODES].map((code) => [code, code] as const),
])

/** Symbols of units that stand behind digits; single letters that mean other things in Chinese text are left out. */
const SYMBOLS = new Phrases<string>([
  ...[...UNIT_SYMBOLS].filter(([symbol]) => !/^[A-Zb]$/.test(symbol)),
  ...[...CURRENCY_CODES].map((code) => [code, code] as const),
  ['RMB', 'CNY'],
])

/** Names of one character, with the characters behind that make them part of another word ("升|级", "年|薪"). */
const OTHER_WORDS: Readonly<Record<string, RegExp>> = {
  元: /[旦素老首宵件器气宝宇凶勋帅次论组化结体]/,
  圆: /[形桌满圈周柱明顶]/,
  米: /[饭粉粒线兰其勒]/,
  升: /[级降值学职至到为温任华]/,
  秒: /杀/,
  瓦: /[解房]/,
  焦: /[点虑糖]/,
  伏: /击/,
  度: /[假过日]/,
  码: /[头农]/,
  寸: /[步土]/,
  尺: /寸/,
  天: /[津文然才使堂宫山鹅真]/,
  周: /[围边期末刊报转]/,
  年: /[轻级代龄糕画货薪产度终检均收报会]/,
  岁: /月/,
  磅: /礴/,
  两: /[^白黄银金酒肉米面重的左多以，。、；：！？）\s]/,
  钱: /[币包]/,
  角: /[形洲度落逐色楼星]/,
  毛: /[利病衣发笔巾]/,
}

const MINORS = new Phrases(MINOR_UNITS_ZH)

/** What a number counts, where it ends, and the rule that said so. */
interface Measure {
  unit: string
  end: number
  rule: string
  /** Where the unit stands before the number. */
  start?: number
  /** The value, where the unit changes it ("七成" → 70). */
  value?: Decimal
  /** Power of ten that the unit itself brings ("成"), which the lower end of a range shares. */
  power?: number
  bound?: Bound
}

/** A number and where it stands. */
interface Counted extends Stretch {
  at: number
  number: NumberZh
  /** No further back may anything belong to the amount. */
  floor: number
}

/** A way to say what a number counts. Tried in order; null where it does not apply. */
const MEASURE_RULES: readonly ((counted: Counted) => Measure | null)[] = [
  tenths,
  unitBehind,
  symbolBehind,
  moneyBefore,
  bits,
  minorMoney,
  counted,
]

/** "七成", "七成五": tenths, as a percentage. */
function tenths({ text, number }: Counted): Measure | null {
  const { end, value } = number
  if (charAt(text, end) !== '成' || number.power > 0 || Number(value) > 10 || value === '0') return null
  const fives = numberAt(text, end + 1)
  if (
    fives !== null &&
    /^\d$/.test(fives.value) &&
    fives.form === 'numeral' &&
    unitAtZh(text, fives.end) === null
  )
    return { unit: '%', end: fives.end, rule: 'tenths', value: plus(shift(value, 1), fives.value) }
  if (/[员为功立本品果长就绩分交都熟语型套家]/.test(charAt(text, end + 1))) return null
  return { unit: '%', end: end + 1, rule: 'tenths', value: shift(value, 1), power: 1 }
}

/** A physical unit or currency by its Chinese name, with what refines it. */
function unitBehind(counted: Counted): Measure | null {
  const { text, number } = counted
  const gap = skipSpace(text, number.end)
  const between = plainSlice(text, gap, gap + 2)
  const isHalf = between === '个半'
  const isMore = between === '个多'
  const at = isHalf || isMore ? gap + 2 : gap
  const unit = isHalf || isMore ? periodAt(text, at) : unitAtZh(text, at)
  if (unit === null || isOtherWord(text, at, unit.end) || unit.end > counted.to) return null
  const { kind } = unit.value
  // The benchmark takes every 吨 for the English ton.
  const code = unit.value.code === 't' && counted.isBenchmark ? 'ton' : unit.value.code
  const measure: Measure = { unit: code, end: unit.end, rule: kind === 'currency' ? 'currency' : 'unit' }
  if (isHalf) return { ...measure, value: plus(number.value, '0.5') }
  if (isMore) return { ...measure, bound: '>' }
  if (kind === 'currency') return isPieces(counted, at, unit.end) ? null : money(counted, at, measure)
  if (
    charAt(text, unit.end) === '半' &&
    !/[个天夜径数]/.test(charAt(text, unit.end + 1)) &&
    isWhole(number.value)
  )
    return { ...measure, end: unit.end + 1, value: plus(number.value, '0.5') }
  return refined(counted, at, measure)
}

/** "三块": pieces, where nothing says that it is money. */
const isPieces = ({ text, number }: Counted, at: number, end: number): boolean =>
  charAt(text, at) === '块' &&
  end === at + 1 &&
  number.form === 'numeral' &&
  Number(number.value) < 10 &&
  !/[一二三四五六七八九]/.test(charAt(text, end))

const isWhole = (value: Decimal): boolean => !value.includes('.')

/** "月", "小时", "世纪" behind "个半" and "个多". */
function periodAt(text: string, at: number): ReturnType<typeof unitAtZh> {
  if (charAt(text, at) === '月') return { value: { code: 'mo', kind: 'unit' }, end: at + 1 }
  return unitAtZh(text, at)
}

function isOtherWord(text: string, at: number, end: number): boolean {
  const behind = charAt(text, end)
  if (end !== at + 1 || behind === '') return false
  const c = charAt(text, at)
  if (c === '块') return classAt(text, end) === HAN && !/[多左以人民的一二两三四五六七八九]/.test(behind)
  if (c === '圆' && charAt(text, at - 1) === '半') return true
  return OTHER_WORDS[c]?.test(behind) ?? false
}

/** Money with its tenths and hundredths: "三元五角", "两美元又三美分", "三块五"; the country of "块" and "元" may follow. */
function money({ text, number }: Counted, at: number, measure: Measure): Measure {
  let { end } = measure
  let value = number.value
  for (let part = 0; part < 2; part++) {
    const joint = /[又零]/.test(charAt(text, end)) ? end + 1 : end
    const minor = numberAt(text, joint)
    if (minor === null || !/^\d{1,2}$/.test(minor.value)) break
    const name = MINORS.longestAt(text, minor.end)
    if (name !== null && (name.value.of === null || name.value.of === measure.unit)) {
      value = plus(value, shift(minor.value, -name.value.places))
      end = name.end
    } else if (charAt(text, at) === '块' && /^[1-9]$/.test(minor.value) && classAt(text, minor.end) !== HAN) {
      value = plus(value, shift(minor.value, -1))
      end = minor.end
    } else break
  }
  return { ...measure, value, end }
}

/** Units that the words around them decide: degrees, speeds, "1米75". */
function refined({ text, number, from, at: start }: Counted, at: number, measure: Measure): Measure | null {
  const { unit, end } = measure
  if (unit === 'deg') {
    if (
      /^[一两二三四五六七八九]/.test(charAt(text, start)) &&
      charAt(text, at) === '度' &&
      number.form === 'numeral' &&
      Number(number.value) < 10
    )
      return null
    const before = plainSlice(text, Math.max(from, start - 30), start)
    if (
      /温|摄氏|零下|零上|发热|发烧|升高|变暖|炎热|寒冷|加热|冷却|沸|烧到|熔/.test(before) ||
      charAt(text, end) === 'C'
    )
      return { ...measure, unit: 'Cel' }
    if (/电/.test(before)) return { ...measure, unit: 'kW.h' }
  }
  if (
    (unit === 'km' || unit === '[mi_i]') &&
    /时速[^，。；]{0,6}$/.test(plainSlice(text, Math.max(from, start - 10), start))
  )
    return { ...measure, unit: `${unit}/h` }
  if (unit === 'm' && charAt(text, at) === '米') {
    const decimals = numberAt(text, end)
    if (
      decimals !== null &&
      decimals.power === 0 &&
      unitAtZh(text, decimals.end) === null &&
      classAt(text, decimals.end) !== HAN
    ) {
      if (/^\d\d$/.test(decimals.value) && decimals.form === 'digits' && classAt(text, end) === DIGIT)
        return { ...measure, value: plus(number.value, shift(decimals.value, -2)), end: decimals.end }
      if (/^[1-9]$/.test(decimals.value) && decimals.form === 'numeral')
        return { ...measure, value: plus(number.value, shift(decimals.value, -1)), end: decimals.end }
    }
  }
  return measure
}

/** "5GB", "30 km", "100 USD": a symbol behind digits. */
function symbolBehind({ text, number, to }: Counted): Measure | null {
  if (number.form !== 'digits') return null
  const at = skipSpace(text, number.end)
  const found = SYMBOLS.longestAt(text, at)
  if (found === null || found.end > to) return null
  const isLetters = classAt(text, found.end - 1) === LETTER
  const behind = classAt(text, found.end)
  if (isLetters && (behind === LETTER || behind === DIGIT || charAt(text, found.end) === '-')) return null
  if (isLetters && found.end === at + 1 && at !== number.end) return null
  return { unit: found.value, end: found.end, rule: CURRENCY_CODES.has(found.value) ? 'currency' : 'unit' }
}

/** "$20", "人民币 50": the currency stands before the number. */
function moneyBefore({ text, at, number, floor }: Counted): Measure | null {
  const sign = signBefore(text, at, floor)
  if (sign === null) return null
  return {
    unit: sign.code,
    start: sign.start,
    end: letterScaleEnd(text, number),
    rule: 'currency before',
    ...letterScale(text, number),
  }
}

/** Letters that multiply an amount of money: "$25k", "$3.5B". */
const LETTER_SCALES: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6, m: 6, B: 9, b: 9, T: 12 }

function letterScale(text: string, number: NumberZh): { value: Decimal; power: number } | null {
  const power = LETTER_SCALES[charAt(text, number.end)]
  if (power === undefined || classAt(text, number.end + 1) === LETTER) return null
  return { value: shift(number.value, power), power }
}

const letterScaleEnd = (text: string, number: NumberZh): number =>
  letterScale(text, number) === null ? number.end : number.end + 1

function signBefore(text: string, at: number, floor: number): { code: string; start: number } | null {
  let end = at
  while (end > floor && charAt(text, end - 1) === ' ') end--
  const found = MONEY_BEFORE.longestBefore(text, end, floor)
  if (found === null) return null
  const isLetters = classAt(text, found.start) === LETTER
  if (isLetters && found.start > 0 && classAt(text, found.start - 1) === LETTER) return null
  return { code: found.value, start: found.start }
}

/** "8角", "八毛钱", "5分钱": less than a yuan. */
function minorMoney({ text, number }: Counted): Measure | null {
  const name = MINORS.longestAt(text, number.end)
  if (name === null || name.value.of !== null || isOtherWord(text, number.end, name.end)) return null
  if (charAt(text, name.end - 1) === '分') return null
  return { unit: 'CNY', end: name.end, rule: 'currency', value: shift(number.value, -name.value.places) }
}

/** "64位处理器": bits, where the words behind speak of data. */
function bits({ text, number, to, isBenchmark }: Counted): Measure | null {
  if (charAt(text, number.end) !== '位') return null
  if (
    !isBenchmark &&
    !/^(?:4|8|16|24|32|48|64|80|96|128|160|192|256|384|512|1024|2048|4096)$/.test(number.value)
  )
    return null
  const behind = plainSlice(text, number.end + 1, Math.min(number.end + 12, to))
  if (!/存储|处理器|操作系统|系统|字节|二进制|整数|浮点|编码|内存|芯片|加密|密钥/.test(behind)) return null
  return { unit: 'bit', end: number.end + 1, rule: 'unit' }
}

/** People, patients, households and things. */
function counted({ text, number, to }: Counted): Measure | null {
  const at = skipSpace(text, number.end)
  const isLarge = number.power > 0 || number.bound !== null || number.form === 'vague'
  const count = countAt(text, at, to, isLarge)
  return count === null ? null : { unit: count.unit, end: count.end, rule: count.rule }
}

const WHOLES: Readonly<Record<string, Decimal>> = { 百: '100', 千: '1000', 万: '10000' }

/** "百分之七十二", "三分之一", "千分之五": a part of a whole, in percent. */
function fractionAt(
  text: string,
  at: number,
  number: NumberZh | null,
): { value: Decimal; end: number } | null {
  const whole = WHOLES[charAt(text, at)]
  const bottom = whole === undefined ? number : { value: whole, end: at + 1 }
  if (bottom === null || plainSlice(text, bottom.end, bottom.end + 2) !== '分之' || bottom.value === '0')
    return null
  const from = skipSpace(text, bottom.end + 2)
  const sign = /[负-]/.test(charAt(text, from)) ? 1 : 0
  if (charAt(text, from) === '百') return { value: '100', end: from + 1 }
  const top = numberAt(text, from + sign)
  if (top === null) return null
  const value = shift(over(top.value, bottom.value, 16), 2)
  return { value: sign ? times(value, '-1') : value, end: top.end }
}

/** "一半", "半数": half of a whole where the words around say so much of it. */
function halfOf(text: string, at: number): number {
  if (plainSlice(text, at, at + 2) === '半数') return at + 2
  if (plainSlice(text, at, at + 2) !== '一半') return -1
  return /^(?:以上|左右|的|多|是|都|人)/.test(plainSlice(text, at + 2, at + 4)) ||
    /[近约过]/.test(charAt(text, at - 1))
    ? at + 2
    : -1
}

const part = (value: Decimal, start: number, end: number, rule: string): AmountZh => ({
  value,
  high: null,
  unit: '%',
  start,
  end,
  bound: null,
  power: 0,
  mantissa: value,
  rule,
})

/** "半年", "半个小时", "半公斤": half a unit. */
function halfUnit(stretch: Stretch, at: number): AmountZh | null {
  const { text } = stretch
  if (charAt(text, at) !== '半' || /[上下前后大多过夜对一]/.test(charAt(text, at - 1))) return null
  const gap = charAt(text, at + 1) === '个' ? at + 2 : at + 1
  const unit = gap === at + 2 ? periodAt(text, gap) : unitAtZh(text, gap)
  if (unit === null || (unit.value.code === 'd' && gap === at + 1) || isOtherWord(text, gap, unit.end))
    return null
  return {
    ...part('0.5', at, unit.end, unit.value.kind === 'currency' ? 'currency' : 'unit'),
    unit: unit.value.code,
  }
}

/** Units that a lone "一" before makes an article or a turn of phrase: "一个", "一天", "一名". */
const isArticle = (counted: Counted, measure: Measure): boolean => {
  const { text, at, number, isBenchmark, floor } = counted
  if (number.form !== 'numeral' || number.end !== at + 1) return false
  // Things are counted with 两; 二 makes an ordinal ("二次感染").
  if (charAt(text, at) === '二')
    return measure.rule === 'classifier' || measure.rule === 'noun' || measure.rule === 'people'
  if (charAt(text, at) !== '一') return false
  if (measure.value !== undefined && measure.value !== '1') return false
  if (measure.rule === 'currency' || charAt(text, at + 1) === '例' || measure.rule === 'tenths') return false
  if (
    measure.rule === 'unit' &&
    (isBenchmark || !/^(?:a|mo|wk|d|h|min|s|century|deg|cun|chi|zhang|liang|qian)$/.test(measure.unit))
  )
    return false
  return !/(?:新增|确诊|死亡|累计|报告|造成|致|致使|导致|出院|治愈|仅|只有|仅有|近|约|超过|不到|不足|至少|将近|逾)$/.test(
    plainSlice(text, Math.max(floor, at - 4), at),
  )
}

/** The amounts that a bare "7日" may be a time in: "7日内", "为期7日". */
function daysAt({ text, at, number, floor }: Counted): Measure | null {
  if (charAt(text, number.end) !== '日') return null
  const isTime =
    /^(?:内|以内|之内|游)/.test(plainSlice(text, number.end + 1, number.end + 3)) ||
    /(?:为期|连续|历时|长达)$/.test(plainSlice(text, Math.max(floor, at - 4), at))
  return isTime ? { unit: 'd', end: number.end + 1, rule: 'unit' } : null
}

/** "-5%", "负0.2千米", "零下20度": the sign before a number, with the position where it begins. */
function minusBefore(text: string, at: number, floor: number): number {
  const c = charAt(text, at - 1)
  const gap = c === ' ' ? at - 1 : at
  if (at - 1 < floor) return -1
  if (c === '负') return at - 1
  if (gap - 2 >= floor && plainSlice(text, gap - 2, gap) === '零下') return gap - 2
  const isMinus =
    (c === '-' || c === '−') && (at - 1 === floor || !/[\d%A-Za-z℃)）]/.test(charAt(text, at - 2)))
  return isMinus ? at - 1 : -1
}

/** Reads one number with its unit at `at`, none of it before `floor`. */
function oneAt(stretch: Stretch, at: number, floor: number): ReadAt {
  const { text } = stretch
  const number = numberAt(text, at)
  const fraction = fractionAt(text, at, number)
  if (fraction !== null)
    return { amount: part(fraction.value, at, fraction.end, 'fraction'), end: fraction.end }
  const half = halfOf(text, at)
  if (half > 0) return { amount: part('50', at, half, 'fraction'), end: half }
  const halved = halfUnit(stretch, at)
  if (halved !== null) return { amount: halved, end: halved.end }
  if (number === null) return { amount: null, end: numeralEnd(text, at) }
  const asked: Counted = { ...stretch, at, number, floor }
  const sign = signBefore(text, at, floor)
  if (sign === null && isNeverQuantityZh(text, at, number)) return { amount: null, end: number.end }
  const measure = measureOf(asked)
  const named = ordinalEnd(text, number)
  if (measure === null || (named >= measure.end && measure.unit !== 'd')) {
    if (named > 0 || stretch.to < number.end) return { amount: null, end: Math.max(named, number.end) }
    return { amount: amountOf(asked, { unit: BARE, end: number.end, rule: 'bare number' }), end: number.end }
  }
  if (measure.unit === 'a' && isCalendarYear(text, number, skipSpace(text, number.end)))
    return { amount: null, end: measure.end }
  if (isArticle(asked, measure)) return { amount: null, end: number.end }
  return { amount: amountOf(asked, measure), end: measure.end }
}

function measureOf(counted: Counted): Measure | null {
  const days = daysAt(counted)
  if (days !== null) return days
  for (const rule of MEASURE_RULES) {
    const measure = rule(counted)
    if (measure !== null) return measure
  }
  return null
}

function amountOf({ text, at, number, floor }: Counted, measure: Measure): AmountZh {
  const sign = signBefore(text, at, floor)
  const start =
    measure.rule === 'currency' && sign?.code === measure.unit ? sign.start : (measure.start ?? at)
  const minus = measure.rule === 'bare number' ? -1 : minusBefore(text, start, floor)
  const value = measure.value ?? number.value
  return {
    value: minus < 0 ? value : times(value, '-1'),
    high: number.high === null ? null : measure.power === 1 ? shift(number.high, 1) : number.high,
    unit: measure.unit,
    start: minus < 0 ? start : minus,
    end: measure.end,
    bound: measure.bound ?? number.bound,
    power: number.power + (measure.power ?? 0),
    mantissa: number.mantissa,
    rule: measure.rule,
  }
}

/** Reads the amount whose number begins at `at`: one number or a range. */
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
  if (upper.high !== null || (low.unit !== BARE && upper.unit !== low.unit && upper.unit !== BARE))
    return null
  if (upper.unit === BARE && low.unit !== BARE && low.rule !== 'fraction' && low.rule !== 'currency before')
    return null
  const isMovement =
    low.unit !== BARE &&
    /[从由自]/.test(charAt(text, low.start - 1)) &&
    plainSlice(text, upper.end, upper.end + 2) !== '不等'
  if (isMovement && !stretch.isBenchmark) return null
  const isShared =
    low.power === 0 && upper.power > 0 && low.unit === BARE && Number(low.mantissa) <= Number(upper.mantissa)
  const value = isShared ? shift(low.value, upper.power) : low.value
  if (Number(value) >= Number(upper.value)) return null
  const unit = upper.unit === BARE ? low.unit : upper.unit
  if (unit === BARE && upper.power === 0) return { amount: null, end: upper.end }
  const amount: AmountZh = {
    ...upper,
    value,
    high: upper.value,
    unit,
    start: low.start,
    bound: low.bound ?? upper.bound,
    rule: `${upper.unit === BARE ? low.rule : upper.rule}, range`,
  }
  return { amount, end: upper.end }
}

/** The first character of the number behind a connector, signs aside; -1 where no number begins there. */
function highStart(text: string, behind: number): number {
  let i = skipSpace(text, behind)
  while (/^[$￥¥€£-]$/.test(charAt(text, i))) i++
  return classAt(text, i) === DIGIT || mayBeginNumeral(text.charCodeAt(i)) ? i : -1
}
