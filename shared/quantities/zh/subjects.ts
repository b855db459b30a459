import { charAt } from './characters.ts'
import { phrases } from './phrases.ts'

/** Words that end the noun phrase at the head of a clause: verbs, adverbs and what figures are introduced by. */
const STOPS = phrases(`
  新增 累计 报告 确诊 疑似 死亡 治愈 出院 增长 增加 上涨 上升 下降 下跌 减少 降低 提高 提升 扩大 缩减 达到 达 为 共 有 约 超过 逾 至少 不到 不足
  是 在 由 从 到 至 将 已 被 把 对 与 了 占 仅 只有 还有 又 再 也 都 比 较 同比 环比 预计 估计 宣布 表示 称 说 指出 显示 介绍 发布 公布 透露 认为 计划 可以 能够 需要
  分成 通过 给出 总结 列出 推荐 支持 允许 变成 改成 安排 保持 保存 包含 升高 假定 还会 你应该 花了 买了 卖了 赚了 付了
  获得 获 拥有 包括 涉及 覆盖 投资 收购 出售 筹集 融资 募集 支付 实现 完成 建成 建设 开工 生产 销售 售出 卖出 购买 买入 提供 使用 花费 耗资 斥资 投入 耗时 历时 导致 造成 引发 突破 跌破 接近 大约
  上调 下调 上行 下行 配备 一度 捐款 捐赠 拨款 只需 发生 出现 感染 隔离 收治 接诊 排查 检测 参加 参与 来自 位于 距离 每 截至 截止 平均 高达 低于 高于 等于 相当于 相当 折合 约合 建于 成立 设立 招聘 裁员 关闭 开设 收到 接到 捐献 捐出 捐了 一共 总共 收报 报收 收于 只能 昨天 昨日 今天 今日 当天 当日 上月 本月 卖掉 存储 容纳 飞行 运行 持续 经过 超越 目前 今年 去年 现有 分别
`)

/** Names and nouns that such a word is a part of. */
const NOUNS = phrases(`
  华为 行为 万达 英伟达 雷达 马达 发达国家 达能 达沃斯 达喀尔 卢旺达 乌干达 比亚迪 比特币 比特大陆 比利时 比赛 比例 比率 比重 比索 比尔 比萨 性价比 加勒比 哥伦比亚 纳米比亚 赞比亚 冈比亚
  占比 占地面积 占有率 市占率 纽约 约旦 约翰 约克 里约 条约 合约 契约 公约 违约 冬至 夏至 成都 首都 京都 都市 都江堰 都灵 都柏林 大都会 昌都 丰都 也门
  共享 公共 共和国 共和党 中共 共产党 共青团 有色金属 有限公司 有限责任公司 国有企业 国有资产 国有资本 国有银行 稀有 保有量 有机 有线 有轨电车 有效期 有关部门
  在线 在校 在职 在岗 在读 在册 在建项目 在建工程 自由 理由 从业 到期 到岸价 将军 将领 麻将 已婚 被告 被害人 植被 把手 火把 再生 再融资 再就业 再保险 再贷款 再贴现
  对外贸易 对外投资 对外直接投资 对外承包 对手 对冲基金 反对党 与会 名称 职称 称号 小说 说明书 学说 获奖者 渔获 收获 每股收益 每股净资产 每日优鲜
  销售额 销售量 销售收入 销售面积 销售均价 销售价格 销售费用 销售公司 投资额 投资者 投资人 投资公司 投资基金 投资规模 投资收益 投资项目 投资银行 固定资产投资 民间投资 外商投资 开发投资 房地产投资 总投资 研发投入
  生产总值 生产线 生产力 生产企业 安全生产 发布会 支付宝 支付业务 移动支付 购买力 飞行员 死亡率 死亡人数 死亡病例 治愈率 治愈病例 出院者 出院患者 感染率 感染者 感染人数 确诊病例 确诊人数 疑似病例 隔离点
  报告期 年度报告 研究报告 工作报告 报告书 增长率 增长点 增加值 覆盖率 覆盖面积 发生率 参与率 参与者 参加者 通过率 支持率 支持者 完成率 使用率 使用者 使用面积 提供商 收购价 建设者 建设用地 建设银行 基础设施建设
  平均价 平均价格 平均工资 平均收入 平均寿命 平均年龄 平均气温 平均成本 平均水平 计划书 五年计划 回购计划 需要量 融资额 融资余额 融资规模 融资租赁 融资平台 募集资金 显示器 显示屏 存储器 存储容量 核酸检测 检测量 累计票房 探测距离 直线距离 飞行距离 行驶距离
  新增就业 新增贷款 新增用户 一般公共预算 最低工资 最低生活保障 最低气温 最高气温 即时通讯 并购 并网 和平 据点 未来汽车
`)

/** What may stand before the noun phrase: times, connectives, "其中". */
const LEADS = phrases(`
  的 其中 实际 这款 目前 目前为止 此外 另外 同时 同日 当日 当天 昨日 昨天 今日 今天 去年 今年 前年 上月 本月 上周 本周 近日 日前 近期 此前 随后 后来 现在 如今 截至 截止 但 但是 而 而且 因此 所以 由于 因为 如果 虽然 并 且 即 仅 包括 例如 比如 据悉 据报道 据 称 并且 以及 和 与 及 对于 关于 那么 然后 大概 可能 一般 最终 最近 最多 过去 未来 剩下 只要 只需 一旦 一直 总计 合计 不过 只是 甚至 至今 如此 这样 这意味着 假定 假设 当时 以后 之后 以前 以及 起来 尤其 特别 其实 实际上 事实上 总之 他的 她的 它的 我的 你的 我们的 他们的 该 这个 那个 这些 那些 这家 这座 这种 这项 这位 这名 在 全年 上半年 下半年 前三季度 第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 上午 下午 凌晨 中午 目前仍 仍
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

/** "一座", "一段": an article. */
const ARTICLE = /^一[块道座根条堵名位个家种段桩台辆件次部款项艘架支枚颗株棵套份幅场批间层]/

/** "只熟悉|一": behind the beginning of a phrase "一" counts something else, but in "同一", "第一". */
const isArticle = (text: string, start: number, at: number): boolean =>
  at > start && text[at] === '一' && !/[同统第唯单专周期]/.test(text[at - 1] as string)

/** Characters that end no noun phrase: particles, and verbs of movement that no other character completes ("飙升"). */
const LOOSE_END = /(?:[的地之于以和与及拟没更]|(?<![上下飙攀回提直跃急骤猛暴大])[升涨降跌破超])$/

/** "5G基站", "3D打印": digits that begin a name. */
const MODEL = /^\d{1,3}[A-Za-z](?=[\u4e00-\u9fff])/
const LONGEST_MODEL = 5

/** How far back a clause may begin; of longer ones the last part is looked at. */
const LONGEST_CLAUSE = 120

/** The beginning of the clause that `at` stands in, no further back than `floor`. */
export function clauseStart(text: string, at: number, floor: number): number {
  const lowest = Math.max(floor, at - LONGEST_CLAUSE)
  let i = at
  while (i > lowest && !BREAK.test(charAt(text, i - 1))) i--
  return i
}

/** The end of the clause that `at` stands in, no further on than `to`. */
export function clauseEnd(text: string, at: number, to: number): number {
  const highest = Math.min(to, at + LONGEST_CLAUSE)
  let i = at
  while (i < highest && !BREAK.test(charAt(text, i))) i++
  return i
}

/** The noun phrase at the head of the clause `[from, to)`: "上海中心大厦", "北京"; null where none is seen. */
export function subjectIn(text: string, from: number, to: number): string | null {
  let start = from
  for (;;) {
    const lead = LEADS.longestAt(text, start)
    const c = charAt(text, start)
    const noun = lead === null ? null : NOUNS.longestAt(text, start)
    if (lead !== null && lead.end <= to && lead.end >= (noun?.end ?? 0)) start = lead.end
    else if (start + 2 <= to && ARTICLE.test(text.slice(start, start + 2))) start += 2
    else if (MODEL.test(text.slice(start, start + LONGEST_MODEL))) break
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
  let end = start + (MODEL.exec(text.slice(start, start + LONGEST_MODEL))?.[0].length ?? 0)
  while (end < to && end - start <= LONGEST && !/[\d\s]/.test(charAt(text, end))) {
    const noun = NOUNS.longestAt(text, end)
    if (noun === null && (STOPS.longestAt(text, end) !== null || isArticle(text, start, end))) break
    end = noun?.end ?? end + 1
  }
  while (end > start && LOOSE_END.test(text.slice(Math.max(start, end - 2), end))) end--
  const length = end - start
  if (length < 2 || length > LONGEST) return null
  const phrase = text.slice(start, end)
  return NAMELESS.has(phrase) ? null : phrase
}
