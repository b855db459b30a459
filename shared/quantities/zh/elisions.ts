import { shift } from '../../model/decimal.ts'
import { classAt, HAN } from '../characters.ts'
import { meanings, phrases } from '../phrases.ts'
import { type AmountZh, BARE } from './amounts.ts'
import { charAt, plainSlice } from './characters.ts'
import { FILLERS, skipSpaceBefore } from './modifiers.ts'
import { movementFrom } from './roles.ts'

/** Words for how many of something there are, behind which a number may stand alone: "感染人数达到1.2万". */
const COUNTED = meanings({
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

/** Words for sums that are told without a currency at home alone; what companies earn is told of foreign ones too. */
const SUMS = meanings({ CNY: '票房 工资 薪资 月薪 年薪 薪水 底薪 奖金 学费 存款 首付 挂牌价 房租 月租' })

/** What may stand between such a word and its number, beside fillers. */
const BETWEEN = phrases(
  '总数 总量 数量 总额 是 有 从 由 ： 也 高 破 逼近 涨 跌 升 降 增 增加 增长 上升 上涨 下降 减少',
)

/** How far before a number such a word may end. */
const REACH = 16

/** Plain numbers below are read without a unit as they stand: they may be a list's, or a name's. */
const LEAST_ALONE = 100

/** Gives numbers that stand alone the unit that the sentence around them implies. */
export function resolveElisions(text: string, from: number, amounts: readonly AmountZh[]): AmountZh[] {
  const resolved: AmountZh[] = []
  for (const [i, amount] of amounts.entries()) {
    const isBare = amount.unit === BARE
    resolved.push(isBare ? resolve(text, from, amount, resolved.at(-1), amounts[i + 1]) : amount)
  }
  return resolved
}

function resolve(
  text: string,
  from: number,
  amount: AmountZh,
  before: AmountZh | undefined,
  behind: AmountZh | undefined,
): AmountZh {
  const floor = before?.end ?? from
  if (behind !== undefined && behind.unit !== BARE) {
    if (/^(?:、|和|及|与|或)$/.test(plainSlice(text, amount.end, behind.start)))
      return { ...amount, unit: behind.unit, rule: 'list' }
    const left = leftFor(amount, behind)
    if (movementFrom(text, [left, behind], 0, floor) !== null) return left
  }
  if (before !== undefined && before.unit !== BARE) {
    const reached = { ...amount, unit: before.unit, rule: 'movement' }
    if (movementFrom(text, [before, reached], 0, from) !== null) return reached
  }
  const lowest = Math.max(floor, amount.start - REACH)
  const end = wordEnd(text, amount.start, lowest)
  const isTold = standsAlone(text, amount)
  const counted = COUNTED.longestBefore(text, end, lowest)
  if (counted !== null && (isTold || /[数口例者次]/.test(charAt(text, end - 1))))
    return { ...amount, unit: counted.value, rule: 'number of' }
  const sum = isTold ? SUMS.longestBefore(text, end, lowest) : null
  return sum === null ? amount : { ...amount, unit: sum.value, rule: 'sum' }
}

/** "从3000涨到5000元": the level left has the unit of the one reached and, where it is the smaller, its scale. */
function leftFor(amount: AmountZh, reached: AmountZh): AmountZh {
  const left = { ...amount, unit: reached.unit, rule: 'movement' }
  const isShared = left.power === 0 && Number(left.mantissa) <= Number(reached.mantissa)
  return isShared ? { ...left, value: shift(left.value, reached.power), power: reached.power } : left
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
