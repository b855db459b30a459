import { classAt, DIGIT, LETTER } from '../characters.ts'
import { phrases } from '../phrases.ts'
import { charAt, plainSlice } from './characters.ts'
import { type NumberZh, skipSpace } from './numbers.ts'

/** Words, names and idioms that begin with a numeral and would read as a number with a unit. */
const WORDS = phrases(`
  一些 一起 一定 一样 一直 一般 一边 一旦 一切 一致 一度 一下 一带一路 一口气 一把手 一线 一流 一期 一类 一路 一同 一共 一方面 一代 一级 一等奖
  一成不变 一人得道 一人做事 一人当先 一次性 一条龙 一体化 一站式 一系列 一部分 一段时间 一会儿 一时 一再 一向 一味 一律 一行 一面 一头 一门心思 一块儿 一层 一本正经
  二手 二维 二维码 二胎 二孩 二次元 二次创业 二手房 二把手 二元论 二元化 二元结构 二元户籍 二元对立 二元经济 二元制 二元社会 二元期权 三元锂 三元催化 三元材料 三元电池 二氧化碳 二战
  三星 三国 三亚 三峡 三角形 三角洲 三角 三农 三明治 三文鱼 三甲 三里屯 三维 三体 三轮车 三个代表 三个和尚 三把火 三角债 三角梅 三角函数 三角恋
  三角铁 三心二意 三番两次 三番五次 三言两语 三头六臂 三三两两 三天两头 三长两短 三令五申 三座大山 三步并作两步 三部曲 三居 两居 三元里 三元桥 三元区
  四川 四个现代化 四个自信 四个意识 四个全面 四大名著 四面八方 四分五裂 四平八稳 四通八达 四合院 四环 四季
  五角大楼 五角星 五四运动 五一 五湖四海 五花八门 五颜六色 五粮液 五官 五金 五环 五位一体 五谷 五脏六腑 五毒 五毛党
  六安 六一 六神无主 六盘水 七喜 七夕 七上八下 七嘴八舌 七匹狼 七台河 七七八八 七星
  八宝 八卦 八路军 八达岭 八一 八仙 八里桥 八项规定 九牛一毛 九寨沟 九江 九龙 九三学社 九死一生 九华山 九霄 九层妖塔
  十分 十足 十字 十堰 十九大 十八大 十二五 十三五 十四五 十里河 十万八千里 十全十美 十面埋伏 十有八九 十之八九 十年树木 十里洋场
  百度 百姓 百货 百科 百分比 百分点 百里挑一 百年大计 百花 千万别 千万不 千万要 千方百计 千里迢迢 千里之行 千载难逢 千家万户 千丝万缕
  千军万马 千山万水 千辛万苦 千篇一律 千岛湖 千钧一发 千年虫 万一 万科 万达 万事 万岁 万里长城 万里长征 万家灯火 万维网 万圣节 万物 万能
  万有引力 万宝路 万向 两会 两岸 两国 两极 两面 两面派 两手 两旁 两侧 两边 两方面 两者 两头 两口子 两栖 两地 两性 两院 两弹一星 两全其美 两败俱伤
  半天 半岛 半径 半导体 半夜 半路 半空 半数以上 半场 半边 半球 半衰期 半个 半成品 半截 半斤八两 半信半疑 半决赛 半月板 半月谈
  几乎 几何 几天 几个 数据 数字 数学 数量 数码 数次 数值 数额 数组
  〇〇后 二〇 零售 零件 零食 零碎 零担 零钱 零部件 零下
  千上万 百上千 五笔 四两拨千斤 一分为二 一五一十 一举两得 一刀两断 一石二鸟 一五 二五 三五
  一个人 一家人 一家子 一口 一方 一种 一日 一名不文 一席之地 一席话 一张一弛 一场空 一支 一笔勾销 一笔 一套 一批 一片 一层层 一步步 一步
`)

/** The end of the word or idiom that begins at `at`, which is no number; -1 where there is none. */
export function wordEndAt(text: string, at: number): number {
  return WORDS.longestAt(text, at)?.end ?? -1
}

/** Characters right before a numeral that make it the name of a day, an ordinal or a relation. */
const NAMED_BEFORE = /[第周初]/

/** Signs between digits that make them a date, a version, a time, a score or an address. */
const isJoint = (c: string): boolean => c !== '' && './:_\\'.includes(c)

const isDigit = (text: string, at: number): boolean => at >= 0 && classAt(text, at) === DIGIT

/** The number that begins at `at` is a name's, a date's or a code's by what stands before and behind it. */
export function isNeverQuantityZh(text: string, at: number, number: NumberZh): boolean {
  const { end, form } = number
  const before = charAt(text, at - 1)
  if (before !== '' && (NAMED_BEFORE.test(before) || before === '#' || before === '№' || before === '@'))
    return true
  if (before === ' ' && charAt(text, at - 2) === '第') return true
  // "十三届三次会议"
  if (before === '届' && charAt(text, end) === '次') return true
  if (
    form === 'numeral' &&
    end === at + 1 &&
    (/(?:星期|礼拜|大年|农历|正月|腊月)$/.test(plainSlice(text, at - 2, at)) ||
      // "高三" is a class, "高三米" a height.
      (/[专高大]/.test(before) && !/[米尺丈层公厘英]/.test(charAt(text, end))))
  )
    return true
  if (form !== 'digits') return false
  if (at > 0 && classAt(text, at - 1) === LETTER) return true
  if (isJoint(before) && (isDigit(text, at - 2) || before === '_')) return true
  if (before === '-' && isCode(text, at - 1)) return true
  const behind = charAt(text, end)
  if (isJoint(behind) && isDigit(text, end + 1)) return true
  // "6、十个技巧": the number of an entry.
  if (behind === '、' && end <= at + 2 && (before === '' || before === '\n')) return true
  // "007" is a code; "2小时05分08秒" a time.
  return /^0\d/.test(plainSlice(text, at, at + 2)) && !/(?:小时|分钟?)$/.test(plainSlice(text, at - 2, at))
}

/** Longest code that is looked back over. */
const CODE_REACH = 8

/** Letters and digits with a letter among them stand right before `at`: "F-16", "V236-15MW". */
function isCode(text: string, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - CODE_REACH); i--) {
    const kind = classAt(text, i)
    if (kind === LETTER) return true
    if (kind !== DIGIT) return false
  }
  return false
}

/** "2020年", "98年", "2019 年底": a calendar year, not a time of so many years. */
export function isCalendarYear(text: string, number: NumberZh, yearAt: number): boolean {
  const value = Number(number.value)
  if (number.bound !== null || number.power > 0 || number.high !== null) return false
  const behind = plainSlice(text, yearAt + 1, yearAt + 4)
  if (/^(?:历史|的历|以来的)/.test(behind) && value !== 2000) return /^以来/.test(behind)
  if (value >= 1000 && value <= 2999 && Number.isInteger(value)) return true
  if (/^[1-9一二三四五六七八九十]\d*月/.test(behind) || /^[底初末度终]/.test(behind))
    return value > 10 || /^\d/.test(behind)
  return value >= 85 && value <= 99 && !/^(?:[来间之以左多余]|的[历时租合经努生])/.test(behind)
}

/** What stands behind a number and makes it an ordinal, a date, a time of day or a sports result. */
const ORDINAL_BEHIND = phrases(`
  月 月份 日 号 号线 号楼 号院 号文 号店 号机 号公路 时 时许 点 点半 点钟 点整 年级 年代 年代初 年代末 季度 世纪 后 期 届 代 级 楼 路 线 环 环路 中全会 大以来
  等奖 等功 班 手 流 甲 维 维码 孩 胎 室 厅 居 居室 比 班次 号位 号码 号元素 区 团 小 中 大 队 联 型 式 版 版本 字头 周年 周岁生日 成员 周目 开 杠
`)

/** The position behind what makes the number an ordinal or a date; -1 where nothing does. */
export function ordinalEnd(text: string, number: NumberZh): number {
  return ORDINAL_BEHIND.longestAt(text, skipSpace(text, number.end))?.end ?? -1
}
