import type { Bound, Change } from '../../model/fact.ts'
import { charAt, plainSlice } from './characters.ts'
import { meanings, phrases } from './phrases.ts'

/** Phrases right before an amount that say how exact it is. */
const BOUNDS_BEFORE = meanings<Bound>({
  '~': '约 大约 约为 约合 约有 近 接近 将近 大概 大致 估计 差不多 几乎 约莫 约等于 近乎 预计约 ~ ≈ 逼近 约占 约达',
  '>': '超过 超 逾 至少 不少于 不低于 高于 大于 多于 起码 突破 超出 不止 不下 不下于 远超 远超过 最少 最低 超越 已超 > ≥ ＞ 长达逾 高达逾 超过了 突破了 大大超过',
  '<': '不到 不足 少于 低于 小于 不超过 最多 至多 未满 不满 不多于 未超过 不高于 不超 不大于 多达 最高 最大 < ≤ ＜ 未达 未到 不及 尚不足 还不到 只有不到',
})

/** Words that end with a bound's character and mean something else ("最近", "附近"). */
const NOT_BOUNDS = phrases(
  '最近 附近 靠近 邻近 新近 临近 就近 节约 条约 合约 预约 契约 公约 相约 签约 制约 通过 经过 不过 度过 路过 超过 难过 见过 有过 做过 用过 去过 来过 说过 看过 过',
)

/** Phrases right behind an amount that say the same. */
const BOUNDS_BEHIND = meanings<Bound>({
  '~': '左右 上下 前后 光景 许',
  '>': '以上 及以上 或以上 之上 开外 有余 多 余 起 往上 起步 及以上的 或更多 +',
  '<': '以下 及以下 或以下 以内 之内 之下 不到 或更少',
})

/** Words behind that only begin like a bound ("起诉", "多种"). */
const NOT_BEHIND = phrases(
  '起诉 起来 起到 起义 起飞 起源 起初 起点 起因 多种 多元 多样 多数 多少 多年 许多 许可 前后两 上下班 上下楼 余震 余额 余下',
)

/** Verbs that say that an amount moved. */
const CHANGES = meanings<Change>({
  up: '增长 增加 上涨 上升 提高 提升 上调 扩大 攀升 飙升 激增 猛增 大增 暴涨 大涨 猛涨 涨 升 增 增收 增产 增持 走高 走强 反弹 回升 攀高 加快 高出 多出 扩张 扩建 升高 增多 上行 调高 升值 涨价 拉升 跃升 跳涨 增速 加息 翻 涨幅 增幅 延长 拉长 升温 上浮',
  down: '下降 减少 下跌 降低 缩减 缩小 下滑 下行 减轻 跌 降 减 回落 下调 削减 萎缩 锐减 骤降 骤减 暴跌 大跌 大降 大减 走低 走弱 收窄 减产 减持 贬值 缩水 降至 调低 少了 裁减 下挫 下探 跳水 降价 低了 减小 缩短 腰斩 跌破 降息 降准 跌幅 降幅 压缩 缩至 精简 降温 下浮',
})

/** Nouns that end or begin with a verb of movement and move nothing: "增速", "涨幅", "新增". */
const NOT_CHANGES = phrases('新增 增速 增值 递增 增设 增发 晋升 减免 减排 减值 加减')

/** Words between the verb, or "每股", and the amount. */
export const FILLERS = phrases(
  '了 约 近 超 超过 逾 达 达到 高达 多达 至 到 为 成 大约 将近 接近 不到 不足 至少 同比 环比 幅度 幅度达 又 再 出 整整 近乎 约为 突破 已 已经 最多 仅 只 将 过 －',
)

/** A level is said to be reached: "增至", "增加到". */
const REACHED = /[至到为成达破]$/

const PRECEDING = 16

export interface BoundZh {
  bound: Bound
  /** Position where the phrase begins. */
  start: number
}

/** The bound that the words before `at` give, no further back than `floor`. */
export function boundBeforeZh(text: string, at: number, floor: number): BoundZh | null {
  const end = skipSpaceBefore(text, at, floor)
  const found = BOUNDS_BEFORE.longestBefore(text, end, floor)
  if (found === null) return null
  const other = NOT_BOUNDS.longestBefore(text, end, floor)
  if (other !== null && other.start < found.start) return null
  return { bound: found.value, start: found.start }
}

/** The bound that the words behind `at` give, with the position behind them. */
export function boundBehindZh(text: string, at: number): { bound: Bound; end: number } | null {
  const found = BOUNDS_BEHIND.longestAt(text, at)
  if (found === null) return null
  const other = NOT_BEHIND.longestAt(text, at)
  return other !== null && other.end > found.end ? null : { bound: found.value, end: found.end }
}

export function skipSpaceBefore(text: string, at: number, floor: number): number {
  let i = at
  while (i > floor && charAt(text, i - 1) === ' ') i--
  return i
}

export interface ChangeZh {
  change: Change
  /** The amount is the level reached ("增至"), not the difference. */
  isLevel: boolean
}

/** The movement that the words before `at` give: "增长了近", "下降到". */
export function changeBeforeZh(text: string, at: number, floor: number): ChangeZh | null {
  const lowest = Math.max(floor, at - PRECEDING)
  let end = skipSpaceBefore(text, at, lowest)
  for (;;) {
    const found = CHANGES.longestBefore(text, end, lowest)
    if (found !== null) {
      const other = NOT_CHANGES.longestBefore(text, end, lowest)
      if (other !== null && other.start <= found.start) return null
      return { change: found.value, isLevel: REACHED.test(plainSlice(text, found.start, at).trimEnd()) }
    }
    const filler = FILLERS.longestBefore(text, end, lowest)
    if (filler === null) return null
    end = skipSpaceBefore(text, filler.start, lowest)
  }
}

/** The stretch before an amount up to the verb that moves it speaks of a movement to it: "增加到", "扩大至". */
export function movementTo(text: string, from: number, to: number): Change | 'moved' | null {
  const change = changeBeforeZh(text, to, from)
  if (change !== null) return change.isLevel ? change.change : null
  return /(?:变|改|调|调整|转|变化|发展|过渡|修改|改为|变为|变成)[至到为成]$/.test(
    plainSlice(text, Math.max(from, to - 8), to),
  )
    ? 'moved'
    : null
}
