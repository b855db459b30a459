import type { Decimal } from '../../model/decimal.ts'
import { plus, shift, times } from '../../model/decimal.ts'
import type { Bound } from '../../model/fact.ts'
import { classAt, DIGIT, HAN, LETTER } from '../characters.ts'
import { CURRENCY_CODES } from '../currencies.ts'
import { UNIT_SYMBOLS } from '../units.ts'
import { charAt, plainSlice } from './characters.ts'
import type { Home } from './home.ts'
import { isPlainMoney, letterScale, minorMoney, type SignAt, withMinors } from './money.ts'
import { countAt, nounBefore } from './nouns.ts'
import { type NumberZh, numberAt, skipSpace } from './numbers.ts'
import { Phrases } from './phrases.ts'
import { type UnitZh, unitAtZh } from './units.ts'

/** A stretch of text, `[from, to)`, that amounts are read in. */
export interface Stretch {
  text: string
  from: number
  to: number
  home: Home
}

/** A number and where it stands. */
export interface Counted extends Stretch {
  at: number
  number: NumberZh
  /** No further back may anything belong to the amount. */
  floor: number
  /** The currency before the number. */
  sign: SignAt | null
}

/** What a number counts, where it ends, and the rule that said so. */
export interface Measure {
  unit: string
  end: number
  rule: string
  /** Where the amount begins, where that is not its number. */
  start?: number
  /** The value, where the unit changes it ("七成" → 70). */
  value?: Decimal
  /** Power of ten that the unit itself brings ("成"), which the lower end of a range shares. */
  power?: number
  bound?: Bound
}

/** A way to say what a number counts. Tried in order; null where it does not apply. */
export const RULES: readonly ((counted: Counted) => Measure | null)[] = [
  days,
  perMany,
  tenths,
  sensed,
  unitBehind,
  symbolBehind,
  moneyBefore,
  points,
  lessThanYuan,
  counted,
]

/** What the number counts; null where nothing says so. */
export function measureOf(counted: Counted): Measure | null {
  for (const rule of RULES) {
    const measure = rule(counted)
    if (measure !== null) return measure
  }
  return null
}

/** "7日内", "为期7日": a time; any other "7日" is the day of a month. */
function days({ text, at, number, floor }: Counted): Measure | null {
  if (charAt(text, number.end) !== '日') return null
  const isTime =
    /^(?:内|以内|之内|游)/.test(plainSlice(text, number.end + 1, number.end + 3)) ||
    /(?:为期|连续|历时|长达|上映)$/.test(plainSlice(text, Math.max(floor, at - 4), at))
  return isTime ? { unit: 'd', end: number.end + 1, rule: 'unit' } : null
}

/** "16.1/10万": so many in a hundred thousand. */
function perMany({ text, number }: Counted): Measure | null {
  const many = /^\/(?:10|十)万/.exec(plainSlice(text, number.end, number.end + 4))
  return many === null ? null : { unit: '10*-5', end: number.end + many[0].length, rule: 'unit' }
}

/** "七成", "七成五", "七成半": tenths, as a percentage. */
function tenths({ text, number }: Counted): Measure | null {
  const { end, value } = number
  if (charAt(text, end) !== '成' || number.power > 0 || Number(value) > 10 || value === '0') return null
  if (charAt(text, end + 1) === '半')
    return { unit: '%', end: end + 2, rule: 'tenths', value: plus(shift(value, 1), '5') }
  const fives = numberAt(text, end + 1)
  const isFives = fives !== null && /^\d$/.test(fives.value) && fives.form === 'numeral'
  if (isFives && unitAtZh(text, fives.end) === null)
    return { unit: '%', end: fives.end, rule: 'tenths', value: plus(shift(value, 1), fives.value) }
  if (/[员为功立本品果长就绩分交都熟语型套家]/.test(charAt(text, end + 1))) return null
  return { unit: '%', end: end + 1, rule: 'tenths', value: shift(value, 1), power: 1 }
}

/** Units of one character, with the characters behind that make them part of another word ("升|级", "年|薪"). */
export const OTHER_WORDS: Readonly<Record<string, RegExp>> = {
  块: /[^多左以人民的一二两三四五六七八九]/,
  角: /[^钱的左以多零整又一二两三四五六七八九]/,
  毛: /[利病衣发笔巾党]/,
  米: /[饭粉粒线兰其勒]/,
  升: /[级降值学职至到为温任华]/,
  两: /[^白黄银金酒肉米面重的左多以]/,
  秒: /杀/,
  天: /[津文然才使堂宫山鹅真猫]/,
  周: /[围边期末刊报转]/,
  年: /[轻级代龄糕画货薪产度终检均收报会]/,
  度: /[假过日]/,
  码: /[头农]/,
  丈: /[岛夫量]/,
  尺: /寸/,
  焦: /[点虑糖]/,
}

/** What a few yuan in numerals may stand before; other words make it a name: "三元食品", "二元结构". */
const FEW_YUAN = /[钱的左以多起整一又零两三四五六七八九买卖人每和到与或至]/

function isOtherWord(text: string, at: number, end: number): boolean {
  if (end !== at + 1 || classAt(text, end) !== HAN) return false
  return OTHER_WORDS[charAt(text, at)]?.test(charAt(text, end)) ?? false
}

/** A unit or currency named at `at`, unless its name is the beginning of another word. */
export function namedAt(text: string, at: number): { value: UnitZh; end: number } | null {
  const unit = unitAtZh(text, at)
  return unit === null || isOtherWord(text, at, unit.end) ? null : unit
}

/** The same behind 个, where 月 stands for months. */
function periodAt(text: string, at: number): { value: UnitZh; end: number } | null {
  if (charAt(text, at) === '月') return { value: { code: 'mo', kind: 'unit' }, end: at + 1 }
  return namedAt(text, at)
}

/** "半年", "半个小时", "半公斤": the unit that is halved behind a 半 at `at`. */
export function halvedUnit(text: string, at: number): Measure | null {
  if (charAt(text, at) !== '半' || /[上下前后大多过夜对一]/.test(charAt(text, at - 1))) return null
  const isCounted = charAt(text, at + 1) === '个'
  const unit = isCounted ? periodAt(text, at + 2) : namedAt(text, at + 1)
  // "半天" is a while, "半圆" a shape.
  if (unit === null || (!isCounted && /[天圆块]/.test(charAt(text, at + 1)))) return null
  const { code, kind } = unit.value
  return { unit: code, end: unit.end, rule: kind === 'currency' ? 'currency' : 'unit', value: '0.5' }
}

/** A physical unit or currency by its Chinese name, with what refines it. */
function unitBehind(counted: Counted): Measure | null {
  const { text, number, to } = counted
  const gap = skipSpace(text, number.end)
  const between = charAt(text, gap) === '个' ? charAt(text, gap + 1) : ''
  const isSplit = between === '半' || between === '多'
  const at = isSplit ? gap + 2 : gap
  const unit = isSplit ? periodAt(text, at) : namedAt(text, at)
  if (unit === null || unit.end > to) return null
  const { code, kind } = unit.value
  if (kind === 'currency') return namedMoney(counted, at, unit.end, code)
  const measure = { unit: code, end: unit.end, rule: 'unit' }
  if (between === '半') return { ...measure, value: plus(number.value, '0.5') }
  if (between === '多') return { ...measure, bound: '>' }
  if (charAt(text, unit.end) === '半' && !/[个天夜径数]/.test(charAt(text, unit.end + 1)) && isWhole(number))
    return { ...measure, end: unit.end + 1, value: plus(number.value, '0.5') }
  return refined(counted, at, measure)
}

/** What money at `at` is told by in the sentence from `from`, where that is an ounce: of gold it is a troy one. */
export const ounceOf = (text: string, from: number, at: number): string =>
  /[金银铂钯]/.test(plainSlice(text, Math.max(from, at - OUNCE_REACH), at)) ? '[oz_tr]' : '[oz_av]'

const OUNCE_REACH = 60

const isWhole = ({ value }: NumberZh): boolean => !value.includes('.')

/** "三块|五", "三块|五的": tenths behind it, and no unit behind them. */
const FIFTHS = /^[一二三四五六七八九](?:$|[^\u4e00-\u9fff]|[毛角的钱左])/

/** Money by a name behind it; one before it is more exact than 元: "港币50元". */
function namedMoney(
  { text, number, sign, home, from, to }: Counted,
  at: number,
  end: number,
  code: string,
): Measure | null {
  const name = plainSlice(text, at, end)
  // "三块" are pieces, where nothing says that they are money.
  const isFew = number.form === 'numeral' && Number(number.value) < 10
  if (name === '块' && isFew && !FIFTHS.test(plainSlice(text, end, end + 2))) return null
  if (name === '元' && isFew && classAt(text, end) === HAN && !FEW_YUAN.test(charAt(text, end))) return null
  const unit = isPlainMoney(name) ? (sign?.code ?? home.yuanIn(from, to)) : code
  const start = sign !== null && sign.code === unit ? { start: sign.start } : {}
  return { unit, rule: 'currency', ...start, ...withMinors(text, number, [at, end], unit) }
}

/** How far back and ahead the words may stand that tell one sense of a unit from another. */
const SENSE_REACH = 30
const SENSE_REACH_AHEAD = 8
const SENSE_REACH_BEHIND = 11

/** Precious metals, which are weighed in troy ounces. */
const PRECIOUS = /[金银铂钯][^，。；]*$/

/** Units that the words around them decide: degrees, speeds, ounces, "1米75". */
function refined(
  { text, number, from, to, at: start }: Counted,
  at: number,
  measure: Measure,
): Measure | null {
  const { unit } = measure
  const before = (reach: number) => plainSlice(text, Math.max(from, start - reach), start)
  if (unit === 'deg') {
    const ahead = plainSlice(text, measure.end, Math.min(to, measure.end + SENSE_REACH_AHEAD))
    if (
      /温|摄氏|零下|零上|发热|发烧|升高|变暖|炎热|寒冷|加热|冷却|沸|烧到|熔/.test(before(SENSE_REACH)) ||
      /温/.test(ahead)
    )
      return { ...measure, unit: /华氏/.test(before(SENSE_REACH)) ? '[degF]' : 'Cel' }
    // "三度入选": so many times.
    if (charAt(text, at) === '度' && number.form === 'numeral' && Number(number.value) < 10) return null
    if (/电/.test(before(SENSE_REACH))) return { ...measure, unit: 'kW.h' }
  }
  if ((unit === 'km' || unit === '[mi_i]') && /时速[^，。；]{0,6}$/.test(before(10)))
    return { ...measure, unit: `${unit}/h` }
  if (unit === '[oz_av]' && PRECIOUS.test(before(SENSE_REACH))) return { ...measure, unit: '[oz_tr]' }
  if (charAt(text, at) === '呎' && /面积|实用|建筑/.test(before(SENSE_REACH)))
    return { ...measure, unit: '[sft_i]' }
  if (unit === 's' && charAt(text, at) === '秒') return withHundredths(text, number, measure)
  if (unit === 'a') return withMonths(text, number, measure)
  return unit === 'm' && charAt(text, at) === '米' ? withCentimetres(text, number, measure) : measure
}

/** "一年零九个月". */
function withMonths(text: string, number: NumberZh, measure: Measure): Measure {
  if (!isWhole(number)) return measure
  const rest = numberAt(text, charAt(text, measure.end) === '零' ? measure.end + 1 : measure.end)
  if (rest === null || Number(rest.value) >= 12 || plainSlice(text, rest.end, rest.end + 2) !== '个月')
    return measure
  return { ...measure, unit: 'mo', value: plus(times(number.value, '12'), rest.value), end: rest.end + 2 }
}

/** "52秒45": seconds and hundredths. */
function withHundredths(text: string, number: NumberZh, measure: Measure): Measure {
  const digits = /^\d{2,3}(?![\d.])/.exec(plainSlice(text, measure.end, measure.end + 4))?.[0]
  if (digits === undefined || !isWhole(number) || unitAtZh(text, measure.end + digits.length) !== null)
    return measure
  return { ...measure, value: plus(number.value, `0.${digits}`), end: measure.end + digits.length }
}

/** "1米75", "一米八". */
function withCentimetres(text: string, number: NumberZh, measure: Measure): Measure {
  const rest = numberAt(text, measure.end)
  if (rest === null || !/^\d{1,2}$/.test(rest.value) || classAt(text, rest.end) === HAN) return measure
  if (!isWhole(number) || rest.end > measure.end + rest.value.length || unitAtZh(text, rest.end))
    return measure
  const isDigits = classAt(text, measure.end) === DIGIT
  if (isDigits && charAt(text, rest.end) !== '' && /[%.\w-]/.test(charAt(text, rest.end))) return measure
  return { ...measure, value: plus(number.value, shift(rest.value, -rest.value.length)), end: rest.end }
}

/** Symbols of units that stand behind digits; single letters that mean other things in Chinese text are left out. */
export const SYMBOLS = new Phrases<string>([
  ...[...UNIT_SYMBOLS].filter(([symbol]) => !/^[A-Zb]$/.test(symbol)),
  ...[...CURRENCY_CODES].map((code) => [code, code] as const),
  ['RMB', 'CNY'],
])

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

/** "$20", "$25k", "人民币 50": the currency stands before the number alone. */
function moneyBefore({ text, number, sign, home, from, to }: Counted): Measure | null {
  if (sign === null) return null
  const power = letterScale(text, number)
  // A plain sign of a dollar is that of the place.
  const unit = charAt(text, sign.start) === '$' && sign.code === 'USD' ? home.dollarIn(from, to) : sign.code
  const measure = { unit, start: sign.start, rule: 'currency before' }
  if (power === 0) return { ...measure, end: number.end }
  return { ...measure, end: number.end + 1, power, value: shift(number.value, power) }
}

/** Numbers of bits that words of machines and keys have. */
const WORD_SIZES = /^(?:4|8|16|24|32|48|64|80|96|128|160|192|256|384|512|1024|2048|4096)$/

/** A measure word or letter that is a unit where the words before or behind it speak of that, of any value or some. */
interface Sense {
  unit: string
  before?: RegExp
  behind?: RegExp
  values?: RegExp
  /** Power of ten of the unit: "8折" are 80 %. */
  power?: number
  /** The unit is worth so many of that which stands for it. */
  worth?: Decimal
}

export const SENSES: Readonly<Record<string, readonly Sense[]>> = {
  位: [
    {
      unit: 'bit',
      behind: /存储|控制器|处理器|系统|字节|二进制|整数|浮点|编码|内存|芯片|加密|密钥/,
      values: WORD_SIZES,
    },
  ],
  分: [
    { unit: 'min', before: /小时$/, behind: /^\d{1,2}(?:\.\d{1,3})?秒/ },
    { unit: 'score', before: /(?:评分|得分|打分|总分|均分|平均分|学分)[^，。；、]{0,3}$/ },
    { unit: 'score', before: /(?:分数线|录取线|[文理]科|[一二]本)[^，。；、]{0,4}$/ },
    {
      unit: 'score',
      before: /(?:拿下|拿到|得到|获得|砍下|轰下|贡献|独得|领先|落后|[加扣得])了?$/,
      values: /^\d/,
    },
    { unit: 'CNY', before: /元[^。；]*[涨跌升降贵高低值]了?$/, worth: '0.01' },
  ],
  平: [{ unit: 'm2', behind: /^(?:$|[^\u4e00-\u9fff]|[的左以大小])/u, values: /^\d{2,}/ }],
  节: [{ unit: '[kn_i]', before: /(?:[航风船流时]速|速度)[^，。；]{0,6}$/ }],
  桶: [{ unit: '[bbl_us]', before: /油|欧佩克/ }],
  // Interest: a hundredth a year, a thousandth a month.
  厘: [
    { unit: '%', before: /月息[^，。；]{0,6}$/, power: -1 },
    { unit: '%', before: /息|利率|按揭|回报|孳息|定存|[HP]按/ },
  ],
  // A quarter of a point, by which central banks move.
  码: [
    { unit: 'percentage point', before: /[升降加减]息|利率|央行|联准会/, worth: '0.25' },
    { unit: 'percentage point', behind: /^(?:降|升)息/, worth: '0.25' },
  ],
  折: [{ unit: '%', values: /^\d(?:\.\d+)?$/, behind: /^(?![叠腾射磨扣旧返中断算合现线纸])/, power: 1 }],
  级: [
    {
      unit: '级',
      before: /(?:震级|震度|烈度|风力|里氏|阵风|最大风|规模)[^，。；]{0,6}$/,
      behind: /^(?:左右|以上)?(?:的)?(?:[地强余]震|[大强阵暴台]风|偏[东南西北]风|[东南西北]{1,2}风)/,
      values: /^\d/,
    },
  ],
  点: [{ unit: 'point', before: /[涨升跌降低高扬挫][^，。；、]{0,3}$/ }],
  // "30W" alone may be short for 300 000.
  W: [
    {
      unit: 'W',
      before: /(?:功率|功耗|快充|充电|支[持援])[^，。；\d]{0,4}$/,
      behind: /^(?:的|超|大)?(?:无线|有线)?(?:功率|快充|闪充|充电|电源)/,
    },
  ],
}

/** "64位处理器", "2小时05分", "航速20节", "5.4级地震", "3.5厘": what the words around make a unit. */
function sensed({ text, at, number, from, to, home }: Counted): Measure | null {
  const gap = skipSpace(text, number.end)
  const senses = SENSES[charAt(text, gap)]
  if (senses === undefined || (unitAtZh(text, gap)?.end ?? 0) > gap + 1) return null
  const end = gap + 1
  const words = plainSlice(text, Math.max(from, at - SENSE_REACH), at).trimEnd()
  const rest = plainSlice(text, end, Math.min(end + SENSE_REACH_BEHIND, to))
  const sense = senses.find(
    ({ before, behind, values }) =>
      values?.test(number.value) !== false && (before?.test(words) || behind?.test(rest)),
  )
  if (sense === undefined) return null
  const { unit, power = 0, worth } = sense
  const value = worth === undefined ? shift(number.value, power) : times(number.value, worth)
  return { unit: unit === 'CNY' ? home.yuanIn(from, to) : unit, end, rule: 'sense', value, power }
}

/** Hours of a day. */
const HOURS = 24

/** "跌2013点", "报23851.02点": points of an index; up to 24 they are hours, but as "3个点". */
function points({ text, number }: Counted): Measure | null {
  const { end, value } = number
  if (plainSlice(text, end, end + 2) === '个点') return { unit: 'point', end: end + 2, rule: 'points' }
  const isIndex = charAt(text, end) === '点' && (Number(value) > HOURS || value.includes('.'))
  return isIndex && !/[半钟整多左]/.test(charAt(text, end + 1))
    ? { unit: 'point', end: end + 1, rule: 'points' }
    : null
}

/** "8角", "两毛五". */
function lessThanYuan({ text, number, home, from, to }: Counted): Measure | null {
  if (isOtherWord(text, number.end, number.end + 1)) return null
  const minor = minorMoney(text, number)
  return minor && { unit: home.yuanIn(from, to), rule: 'currency', ...minor }
}

/** People, patients, households and things. */
function counted({ text, at, number, to, floor }: Counted): Measure | null {
  const count = countAt(text, skipSpace(text, number.end), to, number)
  const noun = count?.rule === 'classifier' ? nounBefore(text, at, floor, count.unit) : null
  return count !== null && noun !== null ? { ...count, unit: noun, rule: 'noun' } : count
}
