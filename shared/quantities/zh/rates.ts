import { charAt } from './characters.ts'
import { FILLERS, skipSpaceBefore } from './modifiers.ts'
import { Phrases, phrases } from './phrases.ts'
import { unitAtZh } from './units.ts'

/** Codes of what rates are told by, by name; `PIECES` stand as they are. */
const DENOMINATORS = {
  年: 'a',
  月: 'mo',
  个月: 'mo',
  天: 'd',
  日: 'd',
  周: 'wk',
  小时: 'h',
  时: 'h',
  分钟: 'min',
  秒: 's',
  秒钟: 's',
  吨: 't',
  公斤: 'kg',
  千克: 'kg',
  斤: 'jin',
  克: 'g',
  平方米: 'm2',
  平米: 'm2',
  平方公里: 'km2',
  立方米: 'm3',
  公顷: 'har',
  亩: 'mu',
  坪: 'ping',
  方呎: '[sft_i]',
  呎: '[sft_i]',
  桶: '[bbl_us]',
  盎司: '[oz_av]',
  磅: '[lb_av]',
  升: 'L',
  毫升: 'mL',
  公里: 'km',
  千瓦时: 'kW.h',
  度: 'kW.h',
  加仑: '[gal_us]',
} as const

/** Things that are priced or counted by the piece. */
const PIECES = '股人户个次张件台辆只头本位名家部套份瓶箱袋间晚节单剂集场趟枚块平'

const NAMES: readonly (readonly [string, string])[] = [
  ...Object.entries(DENOMINATORS),
  ...[...PIECES].map((piece) => [piece, piece] as const),
]

export const PER = new Phrases(NAMES)

export const PER_BEFORE = new Phrases([
  ...NAMES.flatMap(([name, code]) => ['每', '每一'].map((every) => [every + name, code] as const)),
  ['亩产', DENOMINATORS.亩],
  ...['呎价', '实呎', '均呎', '建呎'].map((word) => [word, DENOMINATORS.呎] as const),
])

const CODES: ReadonlySet<string> = new Set([...Object.values(DENOMINATORS), '[oz_tr]'])

/** A rate's unit: "CNY/m2" for what has a code, "HKD per 股" for the rest. */
export const rateUnit = (unit: string, per: string): string =>
  CODES.has(per) ? `${unit}/${per}` : `${unit} per ${per}`

/** Verbs that may stand between: "每周产3000辆", "每股派息1元". */
export const VERBS = phrases(
  '单价 均价 售价 成交价 收购价 批发价 零售价 出厂价 价格 盈余 盈利 亏损 收益 股息 末期息 中期息 净资产 料 产 生产 派息 派发 派 分红 收费 收取 收 付 支付 花费 花 耗费 消耗 消费 食用 吃掉 使用 用掉 处理 供给 供应 供 接待 发送 运送 运输 输送 售出 卖出 销售 卖 赚 净赚 亏损 盈利 产生 排放 发电 用电 读写 传输 领取 领 发放 补助 补贴 奖励 缴纳 缴 交 还款 还 存 挣 减产 增产 涨价 降价 涨至 涨到 升至 降至 降到 跌至 跌到 增至 减至 上涨 下跌 上升 下降 上调 下调 提高 增加 减少 涨 跌 降',
)

/** "每股", "每平方米约" right before `at`: what the amount is told by. */
export function perBefore(text: string, at: number, floor: number): string | null {
  let end = skipSpaceBefore(text, at, floor)
  for (;;) {
    const found = PER_BEFORE.longestBefore(text, end, floor)
    if (found !== null) return found.value
    const filler = FILLERS.longestBefore(text, end, floor) ?? VERBS.longestBefore(text, end, floor)
    if (filler === null) return null
    end = filler.start
  }
}

/** "/平方米", "每桶" behind an amount of `unit`, "一桶" behind money: what it is told by, and the position behind it. */
export function perBehind(text: string, at: number, unit: string): { per: string; end: number } | null {
  const c = charAt(text, at)
  if (c !== '/' && c !== '每' && (c !== '一' || !/^[A-Z]{3}$/.test(unit))) return null
  const found = PER.longestAt(text, at + 1)
  if (found !== null) return { per: found.value, end: found.end }
  const named = unitAtZh(text, at + 1)
  return named !== null && named.value.kind === 'unit' && c === '/'
    ? { per: named.value.code, end: named.end }
    : null
}
