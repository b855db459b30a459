import { charAt } from './characters-zh.ts'
import { phrases } from './phrases.ts'

/** Words that end the noun phrase at the head of a clause: verbs, adverbs and what figures are introduced by. */
const STOPS = phrases(`
  新增 累计 报告 确诊 疑似 死亡 治愈 出院 增长 增加 上涨 上升 下降 下跌 减少 降低 提高 提升 扩大 缩减 达到 达 为 共 有 约 超过 逾 至少 不到 不足
  是 在 由 从 到 至 将 已 被 把 对 与 了 占 仅 只有 还有 又 再 也 都 比 较 同比 环比 预计 估计 宣布 表示 称 说 指出 显示 介绍 发布 公布 透露 认为 计划 可以 能够 需要
  分成 通过 给出 总结 列出 推荐 支持 允许 变成 改成 安排 保持 保存 包含 升高 假定 还会 你应该 花了 买了 卖了 赚了 付了
  获得 获 拥有 包括 涉及 覆盖 投资 收购 出售 筹集 融资 募集 支付 实现 完成 建成 建设 开工 生产 销售 售出 卖出 购买 买入 提供 使用 花费 耗资 斥资 投入 耗时 历时 导致 造成 引发 突破 跌破 接近 大约
  发生 出现 感染 隔离 收治 接诊 排查 检测 参加 参与 来自 位于 距离 每 截至 截止 平均 高达 低于 高于 等于 相当于 相当 折合 约合 建于 成立 设立 招聘 裁员 关闭 开设 卖掉 存储 容纳 飞行 运行 持续 经过 超越 目前 今年 去年 现有 分别
`)

/** Nouns that begin with one of these. */
const NOUNS = phrases(
  '销售额 销售量 销售收入 投资额 投资者 投资人 报告期 生产总值 生产线 发布会 支付宝 购买力 飞行员 死亡率 治愈率 出院者 增长率 增长点 累计票房 使用率 提供商 收购价 建设者 平均价 计划书 需要量',
)

/** What may stand before the noun phrase: times, connectives, "其中". */
const LEADS = phrases(`
  的 其中 目前 目前为止 此外 另外 同时 同日 当日 当天 昨日 昨天 今日 今天 去年 今年 前年 上月 本月 上周 本周 近日 日前 近期 此前 随后 后来 现在 如今 截至 截止 但 但是 而 而且 因此 所以 由于 因为 如果 虽然 并 且 即 仅 包括 例如 比如 据悉 据报道 据 称 并且 以及 和 与 及 对于 关于 那么 然后 大概 可能 一般 最终 最近 最多 过去 未来 剩下 只要 只需 一旦 一直 总计 合计 不过 只是 甚至 至今 如此 这样 这意味着 假定 假设 当时 以后 之后 以前 以及 起来 尤其 特别 其实 实际上 事实上 总之 他的 她的 它的 我的 你的 我们的 他们的 该 这个 那个 这些 那些 这家 这座 这种 这项 这位 这名 在 全年 上半年 下半年 前三季度 第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 上午 下午 凌晨 中午 目前仍 仍
`)

/** What stands where a noun phrase would and names nothing: pronouns, articles, superlatives, places in the text. */
const NAMELESS: ReadonlySet<string> = new Set(
  '我们 你们 他们 她们 它们 咱们 大家 自己 有人 一个 一位 一名 一家 一种 一次 一些 两者 二者 前者 后者 最大 最小 最高 最低 最长 最快 本文 作者 文章 上图 下图 上面 下面 里面 其他 其它 以下 以上 怎样才能'.split(
    ' ',
  ),
)

const BREAK = /[，。；：！？、,;:!?（(）)“”"《》「」【】[\]\n\r…]/

/** Longest subject; more is a clause. */
const LONGEST = 20

/** The beginning of the clause that `at` stands in, no further back than `floor`. */
export function clauseStart(text: string, at: number, floor: number): number {
  let i = at
  while (i > floor && !BREAK.test(charAt(text, i - 1))) i--
  return i
}

/** The noun phrase at the head of the clause `[from, to)`: "上海中心大厦", "北京"; null where none is seen. */
export function subjectIn(text: string, from: number, to: number): string | null {
  let start = from
  for (;;) {
    const lead = LEADS.longestAt(text, start)
    const c = charAt(text, start)
    if (lead !== null && lead.end <= to) start = lead.end
    else if (start < to && /[\d\s.～~—–-]/.test(c)) start++
    else if (
      start < to &&
      start > from &&
      /[年月日号时分底末初份]/.test(c) &&
      /[\d年月]/.test(charAt(text, start - 1))
    )
      start++
    else break
  }
  let end = start
  while (end < to && end - start <= LONGEST && !/[\d\s]/.test(charAt(text, end))) {
    const noun = NOUNS.longestAt(text, end)
    if (noun === null && STOPS.longestAt(text, end) !== null) break
    end = noun?.end ?? end + 1
  }
  while (end > start && /[的地之于以]/.test(charAt(text, end - 1))) end--
  const length = end - start
  if (length < 2 || length > LONGEST) return null
  const phrase = text.slice(start, end)
  return NAMELESS.has(phrase) ? null : phrase
}
