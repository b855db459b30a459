import {
  aDay,
  aHalf,
  aMonth,
  aQuarter,
  aWeek,
  aYear,
  type Dated,
  type DateRow,
  type DayNumber,
  dayNumber,
  dayOfMonth,
  firstMonths,
  lastWeekday,
  months,
  partsOf,
  recentDay,
  yearOfMonth,
  yearOfQuarter,
} from '../calendar.ts'

const DIGITS = '一二三四五六七八九十'
const N = `(\\d{1,2}|两|[${DIGITS}]{1,3})`
const YEAR = '(?:(\\d{4}|\\d{2,3}(?=年度))年度?|(今年|去年|前年|明年|本年|上年|年内|後年|后年)(?:度)?)'
const RANGE = '(?:-|—|－|–|~|～|至|到)+'
/** A time of day, which says no more than its day. */
const CLOCK =
  '(?:(?:凌晨|早上|上午|中午|下午|傍晚|晚间|晚上|晚|早|夜|午夜)?(?:\\d{1,2}[:：]\\d{2}|\\d{1,2}时(?:\\d{1,2}分)?|\\d{1,2}點|\\d{1,2}点(?:\\d{1,2}分)?)?(?:' +
  RANGE +
  '(?:次日|当日)?\\d{1,2}(?:时|[:：]\\d{2}|点|點))?)'

const numberOf = (written: string): number => {
  if (/^\d/.test(written)) return Number(written)
  if (written === '两') return 2
  if (written.length === 1) return DIGITS.indexOf(written) + 1
  const [a, b] = [written[0] as string, written.at(-1) as string]
  if (a === '十') return 10 + DIGITS.indexOf(b) + 1
  return (DIGITS.indexOf(a) + 1) * 10 + (b === '十' ? 0 : DIGITS.indexOf(b) + 1)
}

const STEPS: Readonly<Record<string, number>> = {
  ...{ 今年: 0, 本年: 0, 年内: 0, 去年: -1, 上年: -1, 前年: -2, 明年: 1, 后年: 2 },
}

/** The years of the Republic are counted from 1911. */
const ROC = 1911

function yearOf(digits: string | undefined, word: string | undefined, today: DayNumber): number | undefined {
  if (digits !== undefined) return Number(digits) < 200 ? Number(digits) + ROC : Number(digits)
  return word === undefined ? undefined : partsOf(today).year + (STEPS[word] as number)
}

const dated = (day: DayNumber | null, more: Partial<Dated> = {}): Dated | null =>
  day === null ? null : { ...aDay(day), ...more }

function quarter(n: number, year: number | undefined, today: DayNumber): Dated | null {
  if (n < 1 || n > 4) return null
  return aQuarter(year ?? yearOfQuarter(n, today), n)
}

const DAYS: Readonly<Record<string, number>> = {
  ...{ 今天: 0, 今日: 0, 今晚: 0, 今早: 0, 今晨: 0, 今: 0, 昨天: -1, 昨日: -1, 昨晚: -1, 昨夜: -1 },
  ...{ 前天: -2, 前日: -2, 明天: 1, 明日: 1 },
}

/** The last day of that number in its month, tomorrow's at the latest. */
function recentDayOfMonth(day: number, today: DayNumber): DayNumber | null {
  const now = partsOf(today)
  const here = dayOfMonth(now.year, now.month, day)
  if (here !== null && here <= today + 1) return here
  const earlier = partsOf(dayNumber(now.year, now.month, 0))
  return dayOfMonth(earlier.year, earlier.month, day)
}

/** Chinese names of the week's days, Sunday first as `Date` counts them. */
const WEEKDAYS = '日一二三四五六'

export const DATES_ZH: readonly DateRow[] = [
  {
    name: '上年同期',
    opens:
      '上年同 去年同 同期 上月同 上季同 上年 一年前 前一年 前一日 前一天 前一交易日 上一交易日 前一月 前一季',
    pattern:
      /(上|去)年(?:的)?(?:同期|同月|同季|同日)|(上个?月)同期|一年(?:之|以)?前|前一(年|日|天|交易日|月|季)|上一(年|日|天|交易日|月|季)度?/y,
    read: ([all], today) => {
      const over = /[日天]$/.test(all as string)
        ? 'day'
        : /月/.test((all as string).replace('同月', ''))
          ? 'month'
          : /季/.test((all as string).replace('同季', ''))
            ? 'quarter'
            : 'year'
      return { from: today, to: today, grain: over, before: over }
    },
  },
  {
    name: '2020年1月至8月',
    opens: '0 今年 去年 前年 本年 上年 明年',
    pattern: new RegExp(`(?:${YEAR})?${N}月?${RANGE}${N}月(?!\\d{1,2}[日号]|份额)份?(末|底)?`, 'y'),
    read: ([, digits, word, from, to, end], today) => {
      const [a, b] = [numberOf(from as string), numberOf(to as string)]
      if (a < 1 || b > 12 || a >= b) return null
      const y = yearOf(digits, word, today) ?? yearOfMonth(b, today)
      return {
        ...months(y, a, b - a + 1),
        grain: a % 3 === 1 && b === a + 2 ? 'quarter' : 'other',
        isEnd: end !== undefined,
      }
    },
  },
  {
    name: '16-17日',
    opens: '0',
    pattern: new RegExp(`(\\d{1,2})[日号]?${RANGE}(\\d{1,2})[日号]`, 'y'),
    read: ([, first, last], today) => {
      const to = recentDayOfMonth(Number(last), today)
      const from = to === null ? null : to - (Number(last) - Number(first))
      return from === null || to === null || from >= to
        ? null
        : { from, to, grain: to - from === 6 ? 'week' : 'other' }
    },
  },
  {
    name: '2024/25年度',
    opens: '0',
    pattern: /(\d{4})[/-](\d\d|\d{4})年度/y,
    read: ([, from, to]) => ({ ...months(Number(from), 1, 24), grain: to === undefined ? 'year' : 'other' }),
  },
  {
    name: '2月1日-2月6日',
    opens: '0 今年 去年',
    pattern: new RegExp(`(?:${YEAR})?${N}月${N}[日号]?(?:${CLOCK})?${RANGE}(?:${N}月)?${N}[日号]`, 'y'),
    read: ([, digits, word, m1, d1, m2, d2], today) => {
      const y = yearOf(digits, word, today)
      const day = (m: number, d: number) => (y === undefined ? recentDay(m, d, today) : dayOfMonth(y, m, d))
      const from = day(numberOf(m1 as string), numberOf(d1 as string))
      const to = day(numberOf(m2 ?? (m1 as string)), numberOf(d2 as string))
      if (from === null || to === null || to < from) return null
      return { from, to, grain: to - from === 6 ? 'week' : 'other' }
    },
  },
  {
    name: '2020年2月8日24时',
    opens: '0 今年 去年 前年 本年 上年 明年',
    pattern: new RegExp(`(?:${YEAR})?${N}月${N}[日号](?:${CLOCK})(末)?`, 'y'),
    read: ([, digits, word, month, day], today) => {
      const y = yearOf(digits, word, today)
      const [m, d] = [numberOf(month as string), numberOf(day as string)]
      return dated(y === undefined ? recentDay(m, d, today) : dayOfMonth(y, m, d))
    },
  },
  {
    name: '2020年2月末',
    opens: '0 今年 去年 前年 本年 上年 明年',
    pattern: new RegExp(
      `(?:${YEAR})?(?<!\\d)${N}月(?:份)?(?!份?额|球|饼|嫂|亮|期)(底|末|中旬|上旬|下旬|初)?`,
      'y',
    ),
    read: ([, digits, word, month, part], today) => {
      const m = numberOf(month as string)
      if (m < 1 || m > 12) return null
      const y = yearOf(digits, word, today) ?? yearOfMonth(m, today)
      if (part === '上旬') return { from: dayNumber(y, m, 1), to: dayNumber(y, m, 10), grain: 'other' }
      if (part === '中旬') return { from: dayNumber(y, m, 11), to: dayNumber(y, m, 20), grain: 'other' }
      if (part === '下旬') return { from: dayNumber(y, m, 21), to: dayNumber(y, m + 1, 0), grain: 'other' }
      return { ...aMonth(y, m), isEnd: part === '底' || part === '末' }
    },
  },
  {
    name: '2021年第四季度',
    opens: '0 今年 去年 前年 本年 上年 明年 第 一季 二季 三季 四季 首季',
    pattern: new RegExp(`(?:${YEAR})?(?:第?([一二三四1-4首])季(?!节)度?)(末|底)?`, 'y'),
    read: ([, digits, word, n, end], today) => {
      const read = quarter(n === '首' ? 1 : numberOf(n as string), yearOf(digits, word, today), today)
      return read === null ? null : { ...read, isEnd: end !== undefined }
    },
  },
  {
    name: '2020年前三季度',
    opens: '0 今年 去年 前年 本年 上年 前 首',
    pattern: new RegExp(`(?:${YEAR})?[前首]${N}(个月|月|季度?|个季度)(?:份)?(末|底)?`, 'y'),
    read: ([, digits, word, n, unit, end], today) => {
      const count = numberOf(n as string) * ((unit as string).includes('季') ? 3 : 1)
      if (count > 12) return null
      const now = partsOf(today)
      const y = yearOf(digits, word, today) ?? (count <= now.month ? now.year : now.year - 1)
      return {
        ...firstMonths(y, count),
        grain: count === 3 ? 'quarter' : count === 1 ? 'month' : 'other',
        isEnd: end !== undefined,
      }
    },
  },
  {
    name: '2020年上半年',
    opens: '0 今年 去年 前年 本年 上年 明年 上半 下半 前半',
    pattern: new RegExp(`(?:${YEAR})?([上下前])半年(?:度)?`, 'y'),
    read: ([, digits, word, half], today) => {
      const now = partsOf(today)
      const n = half === '下' ? 2 : 1
      return aHalf(yearOf(digits, word, today) ?? (n === 2 && now.month <= 6 ? now.year - 1 : now.year), n)
    },
  },
  {
    name: '2021年-2023年',
    opens: '0',
    pattern: new RegExp(`(\\d{4})年?${RANGE}(\\d{4})年(?:度)?`, 'y'),
    read: ([, from, to]) => {
      const years = Number(to) - Number(from)
      return years > 0 ? { ...months(Number(from), 1, 12 * (years + 1)), grain: 'other' } : null
    },
  },
  {
    name: '2020年底',
    opens: '0 今年 去年 前年 本年 上年 明年 年底 年末 年内',
    pattern: new RegExp(`(?:${YEAR}|年)(?:年)?(底|末|初)`, 'y'),
    read: ([, digits, word, part], today) => {
      const now = partsOf(today)
      const y = yearOf(digits, word, today) ?? now.year
      return { ...aYear(y), isEnd: part !== '初' }
    },
  },
  {
    name: '2020年',
    opens: '0 今年 去年 前年 本年 上年 明年 后年 年内',
    pattern: new RegExp(`${YEAR}(?!来|前|间|以后)(以来(?!最|的?新|首|同期|第|的最)|迄今|至今)?`, 'y'),
    read: ([all, digits, word, since], today) => {
      const y = yearOf(digits, word, today)
      if (y === undefined || y < 1900 || y > 2100) return null
      if (since !== undefined) return { from: aYear(y).from, to: today, grain: 'other', isToDate: true }
      return (all as string).length > 0 ? aYear(y) : null
    },
  },
  {
    name: '本月',
    opens:
      '本月 上月 上个月 下月 下个月 当月底 月底 月末 本季 上季 本周 上周 下周 这周 本星期 上星期 本週 上週 上上周 近一周',
    pattern: /(本|上上|上|下|这)个?(月|季度?|周|星期|週|礼拜)(?:份)?(?![一二三四五六日天末])(末|底)?(以来)?/y,
    read: ([, which, unit, end, since], today) => {
      const step = which === '上' ? -1 : which === '上上' ? -2 : which === '下' ? 1 : 0
      const now = partsOf(today)
      const of =
        unit === '月'
          ? aMonth(now.year, now.month + step)
          : unit?.startsWith('季')
            ? aQuarter(now.year, Math.ceil(now.month / 3) + step)
            : aWeek(today, step)
      if (since !== undefined) return { from: of.from, to: today, grain: 'other', isToDate: true }
      return { ...of, isEnd: end !== undefined, isRunning: step === 0 }
    },
  },
  {
    name: '上周四',
    opens: '周 星期 礼拜 上周 本周 上星期 这周 下周 週 上週 本週 上个星期 上个周',
    pattern: /(上上个?|上个?|本|这个?|下个?)?(?:周|星期|礼拜|週)([一二三四五六日天末])(?!期|刊|年|次)/y,
    read: ([, week, name], today) => {
      const weekday = WEEKDAYS.indexOf(name === '天' || name === '末' ? '日' : (name as string))
      const steps =
        week === undefined
          ? null
          : week.startsWith('上上')
            ? -2
            : week.startsWith('上')
              ? -1
              : week.startsWith('下')
                ? 1
                : 0
      if (steps === null) return aDay(lastWeekday(today, weekday))
      return aDay(aWeek(today, steps).from + ((weekday + 6) % 7))
    },
  },
  {
    name: '昨日',
    opens: '今天 今日 今晚 今早 今晨 昨天 昨日 昨晚 昨夜 前天 前日 明天 明日',
    pattern:
      /(今天|今日|今晚|今早|今晨|昨天|昨日|昨晚|昨夜|前天|前日|明天|明日)(?:[（(]\d{1,2}月\d{1,2}日[）)])?/y,
    read: ([, word], today) => aDay(today + (DAYS[word as string] as number)),
  },
  {
    name: '8日24时',
    opens: '0',
    pattern: new RegExp(`(\\d{1,2})[日号](?!均|元|线|本|语|前|内|后|报|游|程|用)(?:${CLOCK})`, 'y'),
    read: ([, written], today) => dated(recentDayOfMonth(Number(written), today)),
  },
]
