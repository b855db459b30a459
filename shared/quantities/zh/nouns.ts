import { classAt, DIGIT, HAN, LETTER, SYMBOL } from '../characters.ts'
import { charAt, plainSlice } from './characters.ts'
import { FILLERS } from './modifiers.ts'
import type { NumberZh } from './numbers.ts'
import { meanings, phrases } from './phrases.ts'

/** Measure words that count people, with what they count. */
const PEOPLE: ReadonlySet<string> = new Set(['人', '名', '位', '口'])

/** Measure words that say what is counted well enough where no noun follows. */
const CLASSIFIERS: ReadonlySet<string> = new Set(
  '个家所台伙辆件次只册艘架部款篇栋幢座项条张本枚颗株棵套份幅封门场批轮首集页支瓶杯盒箱袋种间层桶罐笔宗起趟遍票股注席床类剂',
)

/** Measure words that mean something else where no noun that they count follows ("三面", "两头"). */
const WEAK_CLASSIFIERS: ReadonlySet<string> = new Set(
  '羽球手头匹双根片粒碗桩副顶盏朵群块羽球手包段组排道处面顿对盘则发列节把串包班队届起尊架行',
)

/** Measure words of more than one character, with the unit that each stands for. */
export const COMPOUND_CLASSIFIERS = meanings({
  人次: '人次',
  人份: '人份',
  台次: '台次',
  架次: '架次',
  车次: '车次',
  班次: '班次',
  场次: '场次',
  TEU: '标准箱 标箱 个标准箱 个标箱',
})

/** Of others, those that count behind digits: "两头" are two ends, "20头" animals. */
const DIGIT_CLASSIFIERS: ReadonlySet<string> = new Set('头匹双根片粒碗桩副顶盏朵群块羽列班球对处包组')

/** Nouns that are counted. A longer one at the same place wins, and one right behind another is the head. */
export const NOUNS = phrases(`
  国家 地区 城市 街区 省份 省市 省 市 县 区 州 乡镇 镇 村 村庄 街道 社区 小区 园区 开发区 自贸区 景区 港口 机场 车站 站点 口岸
  公司 企业 工厂 厂家 厂商 商家 门店 店铺 商店 超市 餐厅 酒店 银行 机构 单位 部门 组织 协会 团体 团队 小组 工作组 中心 平台
  医院 诊所 学校 高校 大学 院校 中学 小学 幼儿园 学院 研究所 实验室 图书馆 博物馆 场馆 体育馆 剧院 电影院 教堂 寺庙
  用户 客户 顾客 消费者 网民 粉丝 会员 居民 村民 市民 公民 群众 游客 旅客 乘客 观众 读者 听众 作者 嘉宾 代表 委员 议员
  员工 职工 工人 农民 农民工 医生 护士 医护人员 医务人员 教师 老师 学生 大学生 研究生 毕业生 博士 专家 学者 科学家 工程师
  程序员 开发者 研究人员 工作人员 人员 志愿者 士兵 军人 警察 民警 官员 干部 党员 运动员 选手 球员 队员 演员 律师 记者 司机 船员
  宇航员 航天员 孩子 儿童 老人 青年 女性 男性 男子 女子 妇女 家庭 夫妇 难民 移民 劳动力 人口 同学 朋友 股东 投资者 创始人 候选人
  患者 病人 病例 感染者 密切接触者 死者 伤者 遇难者 幸存者 嫌疑人 被告 囚犯 受害者
  项目 工程 案件 案例 事件 事故 问题 任务 议案 提案 法案 法律 法规 条例 标准 措施 政策 规定 建议 意见 原则 条件 要求 步骤 阶段
  方面 领域 行业 产业 产品 商品 品牌 型号 车型 机型 系列 系统 软件 程序 应用 网站 网页 页面 账号 账户 域名 服务器 数据库 接口
  文件 文档 文章 论文 报告 书籍 图书 小说 故事 诗歌 歌曲 电影 影片 电视剧 剧集 节目 视频 照片 图片 画作 作品 专利 奖项 奖牌 金牌
  银牌 铜牌 证书 合同 协议 订单 包裹 快递 邮件 消息 留言 评论 帖子 博客 专栏 词条 单词 汉字 字符 句子 字母 数字 参数 变量 函数
  代码 文件夹 模型 算法 版本 功能 选项 按钮 图标 插件 仓库 漏洞 错误 标签 头像 表情 颜色 像素 字段 节点 线程 进程 核心 晶体管
  车辆 汽车 轿车 卡车 公交车 自行车 摩托车 电动车 新能源汽车 列车 火车 地铁 飞机 客机 航班 直升机 无人机 船只 货船 船舶 航母 潜艇 军舰
  卫星 火箭 飞船 航天器 望远镜 行星 恒星 星系 小行星 彗星 陨石 坦克 导弹 枪支 炮弹 炸弹 机器 设备 机器人 电脑 手机 电视 显示器
  电池 芯片 摄像头 传感器 充电桩 基站 反应堆 核电站 发电机组 机组 风机 太阳能电池板 电站 水库 大坝 桥梁 隧道 公路 铁路 线路 高速公路
  大楼 建筑 建筑物 房屋 住房 住宅 房间 公寓 别墅 床位 座位 车位 停车位 岗位 就业岗位 工作岗位 职位 机会 套房 办公室 教室 房子
  口罩 防护服 试剂盒 疫苗 药品 药物 样本 标本 基因 细胞 病毒 细菌 物种 动物 植物 鸟类 鱼 牛 羊 猪 鸡 狗 猫 马 大象 树木 树 花
  地市 县市 县区 城镇 贫困县 贫困村 参与者
  股票 股份 债券 基金 交易 贷款 比特币 彩票 门票 机票 火车票 选票 席位 会议 活动 比赛 展览 演出 课程 讲座 考试 实验 试验 测试 手术 调查
  国 党派 政党 民族 语言 文化 宗教 家族 公里 因素 原因 方法 方式 方案 计划 目标 指标 结果 结论 选择 例子 理由 特点 优点 缺点 好处
  名额 名字 名称 词 字 句 图 表 表格 样品 零件 部件 组件 模块 章节 章 小节 回合 轮次 批次 站 校区 食堂 窗口 出入口 公共厕所 厕所 集装箱
  文明 遗址 文物 陵墓 化石 岛屿 岛 湖泊 河流 火山 山峰 冰川 森林 国家公园 公园 广场 矿山 煤矿 油田 气田 油井 农场 牧场 果园 大棚
  家长 父母 子女 兄弟 姐妹 女儿 儿子 男孩 女孩 婴儿 新生儿 双胞胎 双语
  子公司 上市公司 分公司 跨国公司 独角兽 创业公司  供应商 经销商 合作伙伴 竞争对手
  小孩 小鼠 小狗 小猫 小鸟 小车 小镇 小岛 小屋 成员 对象 时间点 临界点 共同点 知识点 等级 层次 框架 证书 数据集 数据 论坛 技巧 教程
  研究 声音 正则表达式 内核 库 引擎 搜索引擎 发动机 电极 把手 工具 网络 分支 命令 维度 场景
  投诉 举报 线索 请求 回复 下载 点击 订阅 充电 航次 台阶 楼层 车厢 车队 球队 俱乐部 战队 乐队 支队 小队 医疗队 救援队
`)

/** Words that begin with the character of a measure word. */
export const NOT_CLASSIFIED = phrases(`
  包括 包含 包装 包围 包机 组合 处罚 处长 处置 处分 处在 处方 处境 处女 对手 对阵 对决 对口 对外 对华 对美 对中 对日 对方 对照 对抗 对接 对话 对待 对策 对面 对立 对称 对付 部曲 轮车 球队 球员 球迷 球场 球星 手机 手术 手续 手段 列车 列入 班子 班级   支持 支付 支出 支撑 支援 条件 条款 条例 条约 场景 场地 场所 部分 部门 部署 项目 种子 种植 名单 名称 名字 名义 位置 位于 件事 张开 本身 本文 本地 本月 本次 本报 本书
  次方 次数 次级 个体 个性 个别 层面 层级 座谈 款式 集中 集团 集合 轮流 轮胎 首先 首次 首都 首家 首页 架构 票房 股份 股东 股价 股权 股票 席卷 台湾 台风 封面 封锁 封城 类似 类型
  起诉 起来 起到 间谍 间接 间隔 页面 幅度 所有 所以 所在 所谓 只有 只是 只能 只要 只不过 家庭 家长 家具 家电 家族 家里 门票 门店 门口 口罩 口岸 口味 人次 人口 人工 人均 人才 人民 人类
  头像 头部 面积 面对 面临 段落 节点 节目 节约 根据 根本 道路 道德 处理 处于 团队 团体 则是 发现 发布 发展 发表 发送 发生 群众 声音 班级 组织 组成 组件 对于 对应 对比 对象 副本 级别
`)

/** Words between a measure word and its noun. */
export const ADJECTIVES = phrases(
  '标准 大中型 大中 中小 不同的 不同 主要的 主要 新的 新 大 小 重大 重点 重要的 重要 大型 小型 中型 特大 著名的 著名 最大的 最大 优秀的 优秀 其他 其它 相关 全新的 全新 简单的 简单 以上的 已知的 已知 有用的 实用的 实用 常用的 常用 最佳 免费的 免费 左右的 多 余',
)

/** Characters that end the run of a noun phrase, unless a known noun begins with them. */
const STOPS: ReadonlySet<string> = new Set(
  '的是在和与及或被将已了为对有从到向以因中上下前后内外等也都就才要会能可让使把给由于而但则不没无未各每其这那此该最更很太又还再只共约近超达于至比较跟同按经据称说做用当时候里过着得地么吗呢吧左之一二两三四五六七八九十百千万亿几',
)

/** Of these, those behind which the noun phrase is another one: "两个金属电极和一块电池". */
const CONJUNCTIONS: ReadonlySet<string> = new Set('和与及或')

/** Longest stretch behind a measure word that its noun is looked for in. */
const NOUN_REACH = 10

/** The same behind a number without a measure word. */
const BARE_REACH = 5

/** Characters that no unknown noun has: they make it a verb with what is before it ("板块|走低"). */
const VERBAL_CHARACTERS = /[运抵供走涨跌升降参增减开关买卖送来去看说把获取进出回过起落怀疑交投受停建]/
const VERBAL = new RegExp(`^.$|[级型类]$|${VERBAL_CHARACTERS.source}`)

/** Longest unknown word that is taken for the noun where the clause ends behind it. */
const LONGEST_UNKNOWN = 4

/** What a number counts. */
export interface CountZh {
  unit: string
  /** Position behind the last character that belongs to it. */
  end: number
  rule: 'patients' | 'people' | 'households' | 'classifier' | 'noun'
}

/** What makes "人" a part of another word, and "位" a place of a number. */
const NOT_PEOPLE =
  /^(?:人[间制座帮组行民类工才均]|口子|位(?:一体|二进制|有效|小数|整数|数|密码|字符|代码|验证码))/

/** What 口 counts beside people: things with a mouth. */
export const VESSELS = phrases(
  '井 油井 气井 水井 古井 油气井 锅 大锅 铁锅 缸 水缸 钟 大钟 古钟 棺材 鱼塘 池塘 箱子',
)

/** The vessel that stands at `at`, or is told of there in a few words: "超深|气井". */
function vesselAt(text: string, at: number): { unit: string; end: number } | null {
  for (let i = at; i < at + VESSEL_REACH && classAt(text, i) === HAN; i++) {
    const vessel = VESSELS.longestAt(text, i)
    if (vessel !== null) return { unit: plainSlice(text, i, vessel.end), end: vessel.end }
  }
  return null
}

const VESSEL_REACH = 4

/** "2死17伤" */
const CASUALTIES = /^[死伤](?:$|[^\u4e00-\u9fff]|[伤一二两三四五六七八九十数多])/

/** Nouns that make the people counted patients, looked for behind their measure word. */
const PATIENTS = phrases('患者 病人 病例 感染者 确诊者 病患 确诊个案 输入个案 本地个案 感染个案')

/** What stands behind a number: a measure word with its noun, or, behind a large one, a noun alone. */
export function countAt(text: string, at: number, to: number, number: NumberZh): CountZh | null {
  const isLarge = number.power > 0 || number.bound !== null || number.form === 'vague'
  const isDigits = number.form === 'digits'
  const c = charAt(text, at)
  const next = charAt(text, at + 1)
  if (c === '例') return /[如外会]/.test(next) ? null : patients(text, at + 1, to)
  if (CASUALTIES.test(plainSlice(text, at, at + 2)))
    return { unit: c === '死' ? 'death' : 'person', end: at + 1, rule: 'people' }
  if (c === '户')
    return {
      unit: 'household',
      end: plainSlice(text, at + 1, at + 3) === '家庭' ? at + 3 : at + 1,
      rule: 'households',
    }
  if (c === '省' && isDigits && next !== '电') return { unit: c, end: at + 1, rule: 'classifier' }
  const compound = COMPOUND_CLASSIFIERS.longestAt(text, at)
  if (compound !== null) return { unit: compound.value, end: compound.end, rule: 'classifier' }
  const vessel = c === '口' ? vesselAt(text, at + 1) : null
  if (vessel !== null) return { ...vessel, rule: 'noun' }
  if (PEOPLE.has(c)) return NOT_PEOPLE.test(plainSlice(text, at, at + 4)) ? null : people(text, at + 1, to)
  if (c === '个' && next === '人' && !/[工口类才均信资版电用数主网博隐开形]/.test(charAt(text, at + 2)))
    return people(text, at + 2, to)
  if (NOT_CLASSIFIED.longestAt(text, at) === null) {
    // "3对2" is a result.
    const isResult = c === '对' && classAt(text, at + 1) === DIGIT
    const isStrong = CLASSIFIERS.has(c) || (isDigits && DIGIT_CLASSIFIERS.has(c) && !isResult)
    const isNamed = isStrong || isLarge
    if (c === '伙') return { unit: c, end: at + 1, rule: 'classifier' }
    if (isStrong || WEAK_CLASSIFIERS.has(c)) {
      if (isPlaceName(text, at + 1, c)) return null
      const noun = nounBehind(text, at + 1, to, { reach: isNamed ? NOUN_REACH : 1, unknown: isNamed })
      if (noun) return countOf(noun)
      if (isNamed) return { unit: c, end: at + 1, rule: 'classifier' }
    }
  }
  // Digits right before a noun are often part of a name: "911事件", "361潜艇".
  const noun = isLarge ? nounBehind(text, at, to, { reach: BARE_REACH, unknown: false }) : null
  return noun && countOf(noun)
}

/** "五台县", "三间房乡", "七台河": a place's name, as places are not counted so. */
const isPlaceName = (text: string, at: number, classifier: string): boolean =>
  !/[个座条大处片]/.test(classifier) &&
  /^(?:[\u4e00-\u9fff]{0,2}(?:[县镇]|乡(?!镇))(?![企级属医中小办])|[市区村岛山河](?![\u4e00-\u9fff]))/.test(
    plainSlice(text, at, at + 5),
  )

interface Noun {
  text: string
  start: number
  end: number
}

/** Measure words that may stand behind a number whose noun stands before it; others count times or parts. */
const SORTAL: ReadonlySet<string> = new Set('个家所台辆件只艘架部款篇栋幢座项条张本枚株棵套份幅门支种间宗起')

/** "企业1000家": the noun right before the number at `at`, fillers aside, that the measure word `unit` behind it counts. */
export function nounBefore(text: string, at: number, floor: number, unit: string): string | null {
  if (!SORTAL.has(unit)) return null
  let end = at
  for (let filler = FILLERS.longestBefore(text, end, floor); filler; ) {
    end = filler.start
    filler = FILLERS.longestBefore(text, end, floor)
  }
  // "测试了两架": a verb.
  if (charAt(text, end) === '了') return null
  const noun = NOUNS.longestBefore(text, end, floor)
  const name = noun === null ? '' : plainSlice(text, noun.start, end)
  return name.length > 1 && PATIENTS.longestAt(name, 0) === null ? name : null
}

/** A counted noun by its head; households and patients under their English names. */
function countOf(noun: Noun): CountZh {
  const unit = plainSlice(noun.text, noun.start, noun.end)
  if (PATIENTS.longestAt(unit, 0)?.end === unit.length)
    return { unit: 'patient', end: noun.end, rule: 'patients' }
  if (unit === '家庭') return { unit: 'household', end: noun.end, rule: 'households' }
  return { unit, end: noun.end, rule: 'noun' }
}

/** "例", with the noun that names something else: "3例手术". */
function patients(text: string, at: number, to: number): CountZh {
  const noun = NOUNS.longestAt(text, at)
  if (noun && noun.end <= to && PATIENTS.longestAt(text, at) === null)
    return { unit: plainSlice(text, at, noun.end), end: noun.end, rule: 'noun' }
  return { unit: 'patient', end: PATIENTS.longestAt(text, at)?.end ?? at, rule: 'patients' }
}

/** How far behind "名" a noun may say that the people are patients. */
const PATIENT_REACH = 16

function people(text: string, at: number, to: number): CountZh {
  for (let i = at; i < Math.min(at + PATIENT_REACH, to) && classAt(text, i) === HAN; i++) {
    if (PATIENTS.longestAt(text, i)) return { unit: 'patient', end: at, rule: 'patients' }
    if (/[与和在被将对]/.test(charAt(text, i))) break
  }
  return { unit: 'person', end: at, rule: 'people' }
}

/** The noun that begins within `reach` characters: a known one, or an `unknown` word that ends the clause. */
function nounBehind(
  text: string,
  at: number,
  to: number,
  { reach, unknown }: { reach: number; unknown: boolean },
): Noun | null {
  const latin = skipAdjectives(text, at)
  const start = skipLatin(text, latin)
  let i = start
  for (; i < Math.min(start + reach, to) && classAt(text, i) === HAN; i++) {
    // "爱好者": whoever does something.
    if (charAt(text, i) === '者' && i > start) return { text, start, end: i + 1 }
    const noun = NOUNS.longestAt(text, i)
    if (noun && ADJECTIVAL.test(charAt(text, noun.end))) {
      i = noun.end
      continue
    }
    if (noun && noun.end <= to && (i === start || noun.end > i + 1)) {
      // "12辆 Jinlong 公司的客车": names say whose the things are.
      if (start > latin && charAt(text, noun.end) === '的') return null
      return { text, ...lastIn(text, headOf(text, { start: i, end: noun.end }, to), to) }
    }
    if (STOPS.has(charAt(text, i))) break
  }
  const isClosed = i >= to || classAt(text, i) === SYMBOL || CONJUNCTIONS.has(charAt(text, i))
  const isNoun = i > start && i - start <= LONGEST_UNKNOWN && !VERBAL.test(plainSlice(text, start, i))
  return unknown && isClosed && isNoun ? { text, start, end: i } : null
}

/** What makes a noun an adjective of the next: "国家级", "城市化". */
const ADJECTIVAL = /[级型性式类化用直]/

/** Nouns that measure what stands behind them: "1亿像素手机" are no hundred million phones. */
const MEASURING: ReadonlySet<string> = new Set(['像素', '字节', '汉字', '字符'])

/** The noun that stands right behind another is the head of the two ("创业|公司"): where the last one begins. */
function headOf(
  text: string,
  noun: { start: number; end: number },
  to: number,
): { start: number; end: number } {
  let head = noun
  if (MEASURING.has(plainSlice(text, noun.start, noun.end))) return head
  for (let k = 0; k < MOST_NOUNS; k++) {
    const next = NOUNS.longestAt(text, head.end)
    if (next === null || next.end > to || next.end === head.end + 1) break
    head = { start: head.end, end: next.end }
  }
  return head
}

/** "虚假银行|短信案例": a later known noun of the same phrase is the head of it. */
function lastIn(
  text: string,
  head: { start: number; end: number },
  to: number,
): { start: number; end: number } {
  if (MEASURING.has(plainSlice(text, head.start, head.end))) return head
  for (let i = head.end; i < Math.min(head.end + PHRASE_REACH, to) && classAt(text, i) === HAN; i++) {
    const c = charAt(text, i)
    if (STOPS.has(c) || VERBAL_CHARACTERS.test(c)) break
    const noun = NOUNS.longestAt(text, i)
    if (noun !== null && noun.end <= to && noun.end > i + 1)
      return headOf(text, { start: i, end: noun.end }, to)
  }
  return head
}

/** How far behind a noun another one may be the head. */
const PHRASE_REACH = 4

/** Words of other scripts before the noun: "10个 JavaScript 库". */
function skipLatin(text: string, at: number): number {
  if (classAt(text, charAt(text, at) === ' ' ? at + 1 : at) !== LETTER) return at
  const words = /^ ?[A-Za-z][A-Za-z.+#-]{0,15}(?: [A-Za-z][A-Za-z.+#-]{0,15}){0,2} ?/.exec(
    plainSlice(text, at, at + LATIN_REACH),
  )
  return words === null ? at : at + words[0].length
}

/** Most characters of them. */
const LATIN_REACH = 40

/** Most nouns in a row. */
const MOST_NOUNS = 3

function skipAdjectives(text: string, at: number): number {
  let i = at
  for (let found = ADJECTIVES.longestAt(text, i); found; found = ADJECTIVES.longestAt(text, i)) {
    if (NOUNS.longestAt(text, i) !== null && (NOUNS.longestAt(text, i)?.end ?? 0) > found.end) break
    i = found.end
  }
  return i
}
