import { plainSlice } from './characters.ts'

/** A day that figures hold for, and where in the text it is said. */
export interface DayAt {
  day: string
  at: number
  /** Nothing marks the figures as of that day: it holds for what follows closely alone. */
  isLoose: boolean
}

/** What a day is introduced by; "截至目前" and the like name none. */
const MARKER = /截至到?|截止到?|截止至/g

/** How far behind its marker a day may stand. */
const REACH = 24

/** "2月8日24时", "2020年2月8日", "2月8日": month and day, with or without a year. */
const MONTH_DAY = /^(?:(\d{4})年|(去年|今年|当年))?(\d{1,2})月(\d{1,2})[日号]/

/** "8日24时": the day of a month that the digest's date gives. */
const BARE_DAY = /^(?:本月)?(\d{1,2})[日号]/

/** "2019年底", "去年年底", "今年6月底", "上月末", "2019年6月末": the last day of a year or month. */
const END =
  /^(?:(\d{4})年|(去年|今年|上年|前年|本年)|())(?:(\d{1,2})月|(上个?月|本月)|(?:第?([一二三四1-4])季度)|年)?(?:底|末)/

/** "2019年6月": the end of it. */
const MONTH = /^(?:(\d{4})年|(去年|今年))(\d{1,2})月/

const WEEKDAY = /^(上上?个?|本|这个?)?(?:周|星期|礼拜)([一二三四五六日天末])/

const DAYS_BACK: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  当天: 0,
  当日: 0,
  昨天: 1,
  昨日: 1,
  昨晚: 1,
  昨夜: 1,
  前天: 2,
  前日: 2,
}

const RELATIVE = new RegExp(`^(?:${Object.keys(DAYS_BACK).join('|')})`)

/** A day of a whole, told by its hours: "2月8日0-24时". */
const WHOLE_DAY = /(\d{1,2})月(\d{1,2})日0时?(?:[-~～—–至到]+)(?:24时|当日24时)/g

/** The end of a year as figures are given for it without a marker: "去年底", "2019年底". */
const YEAR_END = /(?<![比较从由自])(\d{4}年|去年|前年|上年)年?(?:底|末)(?!之?前|以[来前后]|开始|起|至|到|就)/g

/** What no sentence that names such a day is without: a cheap test, as most name none. */
const NAMES_DAY = /[截底末]|日0/

const iso = (date: Date): string => date.toISOString().slice(0, 10)
const utc = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month, day))

/**
 * The days that figures in the stretch `[from, to)` hold for, in text order, against the day `today` of the digest:
 * "截至2月8日24时", "2月8日0—24时", "去年底".
 */
export function daysNamed(text: string, from: number, to: number, today: string): DayAt[] {
  const plain = plainSlice(text, from, to)
  if (!NAMES_DAY.test(plain)) return []
  const now = new Date(`${today}T00:00:00Z`)
  const found: DayAt[] = []
  const add = (at: number, date: Date | null, isLoose = false) => {
    if (date !== null && !Number.isNaN(date.getTime())) found.push({ day: iso(date), at: from + at, isLoose })
  }
  for (const marker of plain.matchAll(MARKER)) {
    const at = marker.index + marker[0].length
    add(marker.index, dayOf(plain.slice(at, at + REACH).replaceAll(' ', ''), now))
  }
  for (const whole of plain.matchAll(WHOLE_DAY))
    add(whole.index, monthDay(null, Number(whole[1]), Number(whole[2]), now))
  if (found.length === 0)
    for (const end of plain.matchAll(YEAR_END))
      add(end.index, utc(yearOf(end[1] as string, now) as number, 12, 0), true)
  return found.sort((a, b) => a.at - b.at)
}

function dayOf(phrase: string, today: Date): Date | null {
  const at = MONTH_DAY.exec(phrase)
  if (at) return monthDay(yearOf(at[1] ?? at[2] ?? null, today), Number(at[3]), Number(at[4]), today)
  const relative = RELATIVE.exec(phrase)
  if (relative) return back(today, DAYS_BACK[relative[0]] as number)
  const weekday = WEEKDAY.exec(phrase)
  if (weekday) return weekdayOf(weekday[1] ?? '', weekday[2] as string, today)
  const end = END.exec(phrase)
  if (end) return endOf(end, today)
  const month = MONTH.exec(phrase)
  if (month) return utc(yearOf(month[1] ?? month[2] ?? null, today) as number, Number(month[3]), 0)
  const bare = BARE_DAY.exec(phrase)
  if (bare) {
    const day = utc(today.getUTCFullYear(), today.getUTCMonth(), Number(bare[1]))
    return day > today ? utc(today.getUTCFullYear(), today.getUTCMonth() - 1, Number(bare[1])) : day
  }
  return null
}

const back = (today: Date, days: number): Date =>
  utc(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - days)

function yearOf(name: string | null, today: Date): number | null {
  if (name === null || name === '') return null
  const thisYear = today.getUTCFullYear()
  if (name === '去年' || name === '上年') return thisYear - 1
  if (name === '前年') return thisYear - 2
  return /^\d{4}/.test(name) ? Number(name.slice(0, 4)) : thisYear
}

/** Days after its date that a digest may still have been written on. */
const LATENESS = 7

/** Without a year, the last such day that is not well after today. */
function monthDay(year: number | null, month: number, day: number, today: Date): Date | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const date = utc(year ?? today.getUTCFullYear(), month - 1, day)
  return year === null && date > back(today, -LATENESS)
    ? utc(today.getUTCFullYear() - 1, month - 1, day)
    : date
}

/** "上周日" is the Sunday of the week before, weeks beginning on Monday; "周日" the last one before today. */
function weekdayOf(week: string, name: string, today: Date): Date {
  const weekday = '日一二三四五六'.indexOf(name === '天' ? '日' : name === '末' ? '日' : name)
  const sinceMonday = (today.getUTCDay() + 6) % 7
  const fromMonday = (weekday + 6) % 7
  if (week.startsWith('上')) return back(today, sinceMonday + 7 - fromMonday)
  if (week !== '') return back(today, sinceMonday - fromMonday)
  return back(today, (today.getUTCDay() - weekday + 7) % 7 || 7)
}

function endOf(match: RegExpExecArray, today: Date): Date | null {
  const thisYear = today.getUTCFullYear()
  const year = yearOf(match[1] ?? match[2] ?? null, today)
  if (match[5]) return utc(thisYear, today.getUTCMonth() + (match[5] === '本月' ? 1 : 0), 0)
  const quarter = match[6] ? ('一二三四'.indexOf(match[6]) + 1 || Number(match[6])) * 3 : null
  const month = match[4] ? Number(match[4]) : quarter
  if (month === null)
    return year === null && !match[0].startsWith('年') ? null : utc(year ?? thisYear - 1, 12, 0)
  if (month < 1 || month > 12) return null
  return utc(year ?? (month - 1 < today.getUTCMonth() ? thisYear : thisYear - 1), month, 0)
}

/** How far behind a day that nothing marks its figures may stand, in characters. */
const LOOSE_REACH = 30

/** How far before a sentence its paragraph is searched for a day. */
const PARAGRAPH_REACH = 240

/** The last day marked in the paragraph before the sentence at `from`, which names none of its own. */
export function dayCarried(text: string, from: number, today: string): DayAt | undefined {
  const reach = Math.max(0, from - PARAGRAPH_REACH)
  const start = reach + text.slice(reach, from).lastIndexOf('\n') + 1
  return daysNamed(text, start, from, today).findLast((named) => !named.isLoose)
}

/** The day that a figure at `at` holds for: `named` where it applies. */
export function dayFor(named: DayAt | undefined, at: number): string | null {
  if (named === undefined) return null
  return named.isLoose && (at < named.at || at - named.at > LOOSE_REACH) ? null : named.day
}
