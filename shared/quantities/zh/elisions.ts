import type { Decimal } from '../../model/decimal.ts'
import { over, shift } from '../../model/decimal.ts'
import { classAt, HAN } from '../characters.ts'
import { type AmountZh, BARE } from './amounts.ts'
import { charAt, plainSlice } from './characters.ts'
import { currencyNamedBefore } from './currencies.ts'
import { labelUnit } from './labels.ts'
import type { Stretch } from './measures.ts'
import { FILLERS, skipSpaceBefore } from './modifiers.ts'
import { movementFrom } from './moves.ts'
import { meanings, phrases } from './phrases.ts'

/** Words for how many of something there are, behind which a number may stand alone: "感染人数达到1.2万". */
export const COUNTED = meanings({
  person: '人口 人数',
  人次: '人次',
  household: '户数 家庭 家庭数',
  patient: '病例 患者 感染者 病例数 患者数',
  death: '死亡病例 死亡数',
  用户: '用户 用户数 用户量',
  粉丝: '粉丝 粉丝数 粉丝量',
  会员: '会员 会员数',
  企业: '企业 企业数',
  员工: '员工 员工数',
})

/** "总笔数", "成交宗数": the number of what a measure word counts. */
const MEASURED = /([笔宗件辆台架艘册张票场次家项篇])数$/

/** Words for sums that are told without a currency at home alone, before their number and behind it. */
export const SUMS = phrases(
  '票房 工资 薪资 月薪 年薪 薪水 底薪 奖金 学费 存款 首付 挂牌价 房租 月租 售价 单价 起拍价 作价 罚款 补贴 彩礼 赔偿 捐款 经费 现金',
)
const SUMS_BEHIND =
  /^的?(?:票房|现金|奖金|罚款|补贴|存款|彩礼|赔偿|[水电学房租路药话]费|成交|易手|售出|沽出|购入|买入)/

/** What companies earn is told of foreign ones too: it is at home where the sentence says so. */
export const EARNINGS = phrases('规模 交易额 成交额 销售额 营业额 营收 收入 总额 产值 利润 投资')
const AT_HOME = /我国|全国|国内|全省|全市|全县|本市|我省|我市/

/** What may stand between such a word and its number, beside fillers. */
export const BETWEEN = phrases(
  '总数 总量 数量 总额 是 有 从 由 ： 也 高 破 逼近 涨 跌 升 降 增 增加 增长 上升 上涨 下降 减少',
)

/** How far before a number such a word may end. */
const REACH = 16

/** Plain numbers below are read without a unit as they stand: they may be a list's, or a name's. */
const LEAST_ALONE = 100

/** Gives numbers that stand alone the unit that the sentence around them implies. */
export function resolveElisions(stretch: Stretch, amounts: readonly AmountZh[]): AmountZh[] {
  const listed = shareInLists(stretch.text, rated(stretch.text, amounts))
  const resolved: AmountZh[] = []
  for (const [i, amount] of listed.entries()) {
    const isBare = amount.unit === BARE
    resolved.push(isBare ? resolve(stretch, amount, resolved.at(-1), listed[i + 1]) : amount)
  }
  return resolved
}

/** How far behind what a rate is told by the amount may end: "每10股派发现金红利3.2元". */
const RATE_REACH = 40

/** Amounts that are told by a number of things, by one of them: "每10股派3.2元", "100日元对人民币4.9元". */
function rated(text: string, amounts: readonly AmountZh[]): AmountZh[] {
  const out: AmountZh[] = []
  let by: AmountZh | null = null
  for (const [i, amount] of amounts.entries()) {
    if (by !== null && !isTold(text, by, amount)) by = null
    const isEach = charAt(text, amount.start - 1) === '每' && amount.unit !== '%'
    if (isEach || isExchanged(text, amount, amounts[i + 1])) by = amount
    else out.push(by === null ? amount : rateOf(amount, by))
  }
  return out
}

const isTold = (text: string, by: AmountZh, { start }: AmountZh): boolean =>
  start - by.end <= RATE_REACH && !/[。；]|，(?!送|转|派)/.test(plainSlice(text, by.end, start))

const isMoney = (unit: string): boolean => /^[A-Z]{3}$/.test(unit)

const isExchanged = (text: string, amount: AmountZh, next: AmountZh | undefined): boolean =>
  next !== undefined &&
  isMoney(amount.unit) &&
  next.unit !== amount.unit &&
  isMoney(next.unit) &&
  /^(?:可?兑换?|对)[\u4e00-\u9fff]{0,4}$/.test(plainSlice(text, amount.end, next.start))

/** Decimal places of an amount that is told by one. */
const PLACES = 12

function rateOf(amount: AmountZh, by: AmountZh): AmountZh {
  if (Number(by.value) <= 0 || (by.unit !== '股' && !isMoney(by.unit))) return amount
  const one = (value: Decimal) => over(value, by.value, PLACES)
  const unit = isMoney(by.unit) ? `${amount.unit}/${by.unit}` : `${amount.unit} per ${by.unit}`
  return { ...amount, value: one(amount.value), high: amount.high && one(amount.high), unit }
}

/** "5.67、4.88和2.34万亿元": members of a list have the unit of the last, and its scale where they are of its size. */
function shareInLists(text: string, amounts: readonly AmountZh[]): AmountZh[] {
  const shared = [...amounts]
  for (let i = amounts.length - 2; i >= 0; i--) {
    const [amount, behind] = [shared[i] as AmountZh, shared[i + 1] as AmountZh]
    if (amount.unit !== BARE || behind.unit === BARE) continue
    if (!/^(?:、|和|及|与|或|\/)$/.test(plainSlice(text, amount.end, behind.start))) continue
    const isScaled = amount.power === 0 && Number(amount.value) < MOST_TIMES * Number(behind.mantissa)
    shared[i] = { ...(isScaled ? scaled(amount, behind.power) : amount), unit: behind.unit, rule: 'list' }
  }
  return shared
}

/** Members of a list that leave out their scale are less than so many times as large. */
const MOST_TIMES = 100

const scaled = (amount: AmountZh, power: number): AmountZh => ({
  ...amount,
  value: shift(amount.value, power),
  high: amount.high && shift(amount.high, power),
  power,
})

function resolve(
  stretch: Stretch,
  amount: AmountZh,
  before: AmountZh | undefined,
  behind: AmountZh | undefined,
): AmountZh {
  const { text, from, to, home } = stretch
  const floor = before?.end ?? from
  if (behind !== undefined && behind.unit !== BARE) {
    const left = leftFor(amount, behind)
    if (movementFrom(text, [left, behind], 0, floor) !== null) return left
  }
  if (before !== undefined && (before.unit !== BARE || before.rule === 'label')) {
    const reached = { ...amount, unit: before.unit, rule: before.unit === BARE ? 'label' : 'movement' }
    if (movementFrom(text, [before, reached], 0, from) !== null) return reached
  }
  const lowest = Math.max(floor, amount.start - REACH)
  const end = wordEnd(text, amount.start, lowest)
  const isTold = standsAlone(text, amount)
  const counted = COUNTED.longestBefore(text, end, lowest)
  if (counted !== null && (isTold || /[数口例者次]/.test(charAt(text, end - 1))))
    return { ...amount, unit: counted.value, rule: 'number of' }
  const measureWord = MEASURED.exec(plainSlice(text, lowest, end))?.[1]
  if (measureWord !== undefined) return { ...amount, unit: measureWord, rule: 'number of' }
  const declared = isTold ? currencyInBrackets(text, amount.end) : null
  if (declared !== null) return { ...amount, unit: declared, rule: 'currency' }
  if (isTold && isSum(text, from, lowest, end, amount))
    return { ...amount, unit: home.yuanIn(from, to), rule: 'sum' }
  const label = labelUnit(text, from, amount, end)
  return label === null ? amount : { ...amount, unit: label, rule: 'label' }
}

/** "108亿(日元‧下同)" */
function currencyInBrackets(text: string, at: number): string | null {
  const words = /^[（(]([\u4e00-\u9fff]{2,5})[‧·・,，、）)]/.exec(plainSlice(text, at, at + 8))?.[1]
  return words === undefined ? null : currencyNamedBefore(words, words.length)
}

/** The word before a number, which ends at `end`, or the one behind it says that it is money. */
function isSum(
  text: string,
  from: number,
  lowest: number,
  end: number,
  { power, end: behind }: AmountZh,
): boolean {
  if (SUMS.longestBefore(text, end, lowest) !== null) return true
  if (power === 0) return false
  if (SUMS_BEHIND.test(plainSlice(text, behind, behind + 4))) return true
  return EARNINGS.longestBefore(text, end, lowest) !== null && AT_HOME.test(plainSlice(text, from, end))
}

/** "从3000涨到5000元": the level left has the unit of the one reached and, where it is the smaller, its scale. */
function leftFor(amount: AmountZh, reached: AmountZh): AmountZh {
  const left = { ...amount, unit: reached.unit, rule: 'movement' }
  const isShared = left.power === 0 && Number(left.mantissa) <= Number(reached.mantissa)
  return isShared ? scaled(left, reached.power) : left
}

/** Where the word ends that stands before the number at `at`, fillers aside. */
function wordEnd(text: string, at: number, lowest: number): number {
  let end = skipSpaceBefore(text, at, lowest)
  for (;;) {
    const filler = FILLERS.longestBefore(text, end, lowest) ?? BETWEEN.longestBefore(text, end, lowest)
    if (filler === null) return end
    end = skipSpaceBefore(text, filler.start, lowest)
  }
}

/** A number that may be an amount of anything: in 万 or 亿, or of some size where no other word follows. */
const standsAlone = (text: string, { value, power, end }: AmountZh): boolean =>
  power > 0 ||
  (Number(value) >= LEAST_ALONE &&
    (classAt(text, end) !== HAN || /[涨降升增减提到至起左上以的]/.test(charAt(text, end))))
