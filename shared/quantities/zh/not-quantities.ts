import { classAt, DIGIT, LETTER } from '../characters.ts'
import { charAt, plainSlice } from './characters.ts'
import { type NumberZh, skipSpace } from './numbers.ts'
import { phrases } from './phrases.ts'
import { unitAtZh } from './units.ts'

/** Names and idioms that would read as a number with a unit, and that no pattern tells from one. */
export const NAMES = phrases(`
  三角 百度 三个代表 四个现代化 四个自信 四个意识 四个全面 八项规定 三座大山
  一成不变 三番五次 三番两次 三天两头 五花八门 九牛一毛 九死一生 半斤八两
`)

/** The end of the name or idiom that begins at `at`, which is no number; -1 where there is none. */
export const wordEndAt = (text: string, at: number): number => NAMES.longestAt(text, at)?.end ?? -1

/** What stands around a number, and of what form it is, that makes it part of a name, a date or a code. */
interface Veto {
  name: string
  /** Right before the number. */
  before?: RegExp
  /** Right behind it. */
  behind?: RegExp
  form?: NumberZh['form']
  /** It is one character long. */
  isLone?: true
}

/** How many characters on either side the patterns see. */
const REACH = 4

export const NUMBER_VETOES: readonly Veto[] = [
  { name: 'ordinal', before: /第 ?$/ },
  { name: 'day of a week or month', before: /[周初]$/ },
  { name: 'weekday', before: /(?:星期|礼拜)$/, form: 'numeral' },
  { name: 'day of the lunar year', before: /(?:大年|正月|腊月)$/, form: 'numeral' },
  { name: 'day of sales', before: /双$/, behind: /^(?![\u4e00-\u9fff]*[对双])/ },
  { name: 'tag', before: /[#№@]$/ },
  { name: 'session', before: /届$/, behind: /^次/ },
  // "高三" is a class, "高三米" a height.
  { name: 'class', before: /[高大专]$/, behind: /^[^米尺丈层公厘英]|^$/, form: 'numeral', isLone: true },
  { name: 'part of a date, a version, a time, a score', before: /\d[.:_\\]$|_$/, form: 'digits' },
  { name: 'the same, ahead', behind: /^[.:_\\]\d/, form: 'digits' },
  { name: 'entry of a list', before: /^$|\n$/, behind: /^、/, form: 'digits' },
]

/** What all of them end or begin with: most numbers stand beside nothing of it. */
const SUSPECT_BEFORE = /[第 周初期拜年月双#№@届高大专.:_\\\n]$|^$/
const SUSPECT_BEHIND = /^[.:_\\、]/

/** The number that begins at `at` is a name's, a date's or a code's by what stands before and behind it. */
export function isNeverQuantityZh(text: string, at: number, number: NumberZh): boolean {
  const { end, form } = number
  const before = plainSlice(text, at - REACH, at)
  const behind = plainSlice(text, end, end + REACH)
  const mayBe = SUSPECT_BEFORE.test(before) || SUSPECT_BEHIND.test(behind)
  for (const veto of mayBe ? NUMBER_VETOES : []) {
    if (veto.form !== undefined && veto.form !== form) continue
    if (veto.isLone && end !== at + 1) continue
    if (veto.before?.test(before) !== false && veto.behind?.test(behind) !== false) return true
  }
  return form === 'digits' && isPartOfCode(text, at, end)
}

const isDigit = (text: string, at: number): boolean => at >= 0 && classAt(text, at) === DIGIT

/** Letters, slashes and hyphens join digits to codes; "007" is one, and in "2小时05分08秒" a time. */
function isPartOfCode(text: string, at: number, end: number): boolean {
  const before = charAt(text, at - 1)
  if (classAt(text, at - 1) === LETTER && at > 0) return !/[元%]/.test(charAt(text, end))
  const isBehindSlash = before === '/' && isDigit(text, at - 2)
  if (isBehindSlash || (charAt(text, end) === '/' && isDigit(text, end + 1))) return !isSlashList(text, end)
  if (before === '-' && isCode(text, at - 1)) return true
  return /^0\d/.test(plainSlice(text, at, at + 2)) && !/(?:小时|分钟?)$/.test(plainSlice(text, at - 2, at))
}

/** "4845/7181/6168万元": numbers between slashes, of which the last, not far behind `end`, has a unit or a scale. */
function isSlashList(text: string, end: number): boolean {
  const rest =
    /^(?:\/[\d.]{1,9}){0,6}(?!\d)/.exec(plainSlice(text, end, end + SLASHES_REACH))?.[0].length ?? 0
  const c = charAt(text, end + rest)
  return c === '万' || c === '亿' || c === '%' || unitAtZh(text, end + rest) !== null
}

const SLASHES_REACH = 64

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

/** What stands around an amount that makes it the name of a time, of a kind or of a place. */
interface Naming {
  name: string
  /** Units of those that it makes names. */
  unit: RegExp
  before?: RegExp
  behind?: RegExp
  /** Of the amount as it stands. */
  values?: RegExp
}

const TIME = /^(?:a|mo|wk|d|decade|century)$/
const TIME_OR_HOUR = /^(?:a|mo|wk|d|h|min|decade|century)$/

/** "三只松鼠发布年报": animals or things, a few, that do what companies do, or stand in a list with other names. */
const COMPANY = 'company'

/** How many characters before and behind an amount its names are told by. */
const NAMING_REACH = 10

export const NAMINGS: readonly Naming[] = [
  {
    name: 'the last years',
    unit: TIME_OR_HOUR,
    before: /(?:(?<![提目])前|最近|过去|未来|今后|接下来|随后)$/,
  },
  { name: 'these days', unit: TIME, before: /[这头首上下今明昨后]$/ },
  { name: 'in recent years', unit: TIME, before: /(?:^|[，。；、（“创为在是以的])近$/ },
  { name: 'tenor', unit: TIME, behind: /^期(?!限)/ },
  { name: 'years ago', unit: TIME_OR_HOUR, behind: /^(?:[之以]?[前后](?!往|去|续)|以来|[来间])/ },
  {
    name: 'plan of years',
    unit: TIME,
    behind: /^(?:行动|规划|计划|攻坚|长?假|平均|同期|最|新[高低]|\d+板|任期)/,
  },
  { name: 'limit of a day', unit: /^cm$/, behind: /^[涨跌]停/ },
  {
    name: 'event',
    unit: /^m$/,
    behind: /^(?:个人)?(?:自由泳|蛙泳|蝶泳|仰泳|混合泳|接力|跨?栏|障碍|决赛|预赛|气?[步手]枪)/,
  },
  { name: 'multibagger', unit: /^倍$/, behind: /^股/ },
  { name: 'all provinces', unit: /^省$/, behind: /^（/, values: /^31/ },
  {
    name: COMPANY,
    unit: /^[^a-zA-Z%]/,
    before: /(?:^|[，。；、：（“「]|[如括和与对])$/,
    behind:
      /^(?:[^，。；、]{0,6}(?:发布|公告|宣布|披露|推出|回应|旗下|上市|股价|营收|净利|年报|业绩|品牌|门店)|、(?![\d一二两三四五六七八九十几数]))/,
  },
]

/** The amount in `[start, end)`, in `unit`, is the name of a time, a kind or a company; `isAnimal` where it is a few of them. */
export function isNamingZh(
  text: string,
  start: number,
  end: number,
  unit: string,
  isAnimal: boolean,
): boolean {
  const before = plainSlice(text, start - NAMING_REACH, start)
  const behind = plainSlice(text, end, end + NAMING_REACH)
  return NAMINGS.some(
    (naming) =>
      naming.unit.test(unit) &&
      naming.before?.test(before) !== false &&
      naming.behind?.test(behind) !== false &&
      naming.values?.test(plainSlice(text, start, end)) !== false &&
      (naming.name !== COMPANY || isAnimal),
  )
}

/** What stands behind a number and makes it an ordinal, a date, a time of day or a sports result. */
export const ORDINAL_BEHIND = phrases('月 日 号 时 点 周年 班')

/** The position behind what makes the number an ordinal or a date; -1 where nothing does. */
export function ordinalEnd(text: string, number: NumberZh): number {
  return ORDINAL_BEHIND.longestAt(text, skipSpace(text, number.end))?.end ?? -1
}
