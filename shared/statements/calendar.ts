import type { Over } from '../model/fact.ts'

/** Days are counted from 1970-01-01, so that spans of them are plain sums. */
export type DayNumber = number

/** First and last day, both inclusive. */
export interface Span {
  from: DayNumber
  to: DayNumber
}

/** How long what a date names is by its name: "May" is a month wherever it begins. */
export type Grain = Over | 'half' | 'other'

/** What a date in a text names, and where it ends there. */
export interface DateRead extends Span {
  grain: Grain
  end: number
  /** So far: 今年以来, "this year to date", which ends today. */
  isToDate?: boolean
  /** Named by the time that the sentence is about otherwise, so long before it: "a year earlier", 上年同期. */
  before?: Over
  /** The running month or week: 本月, "this month". */
  isRunning?: boolean
  /** From one to another: "May to July". */
  isRange?: boolean
  /** The last instant of it: "the end of June", 二季度末. */
  isEnd?: boolean
}

/** Reads the date that begins at a place of a text. */
export type ReadDate = (text: string, at: number) => DateRead | null

/** A kind of date as a language writes it. */
export interface DateRow {
  name: string
  /** First words or characters, one of which it begins with; `0` stands for a digit, `_` for a blank. */
  opens: string
  /** Sticky. */
  pattern: RegExp
  read: (match: RegExpExecArray, today: DayNumber) => (Span & Partial<DateRead> & { grain: Grain }) | null
}

const DAY_MS = 86_400_000

export const dayNumber = (year: number, month: number, day: number): DayNumber =>
  Date.UTC(year, month - 1, day) / DAY_MS
export const parsedDay = (iso: string): DayNumber => Date.parse(`${iso}T00:00:00Z`) / DAY_MS
export const isoDay = (day: DayNumber): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Year, month from 1, and day of the month. */
export function partsOf(day: DayNumber): { year: number; month: number; day: number } {
  const date = new Date(day * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Sunday is 0, as `Date` has it: the first day of 1970 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7

/** So many months from the first of `month` on; a month below 1 or above 12 is one of another year. */
export const months = (year: number, month: number, count: number): Span => ({
  from: dayNumber(year, month, 1),
  to: dayNumber(year, month + count, 0),
})

export type Dated = Span & Partial<DateRead> & { grain: Grain }

export const aDay = (day: DayNumber): Dated => ({ from: day, to: day, grain: 'day' })
export const aMonth = (year: number, month: number): Dated => ({ ...months(year, month, 1), grain: 'month' })
export const aQuarter = (year: number, quarter: number): Dated => ({
  ...months(year, quarter * 3 - 2, 3),
  grain: 'quarter',
})
export const aHalf = (year: number, half: number): Dated => ({
  ...months(year, half * 6 - 5, 6),
  grain: 'half',
})
export const aYear = (year: number): Dated => ({ ...months(year, 1, 12), grain: 'year' })
export const firstMonths = (year: number, count: number): Dated => ({
  ...months(year, 1, count),
  grain: count === 1 ? 'month' : 'other',
})

/** The week, from Monday, that is so many weeks before or after that of `today`. */
export function aWeek(today: DayNumber, weeks: number): Dated {
  const monday = today - ((weekdayOf(today) + 6) % 7) + 7 * weeks
  return { from: monday, to: monday + 6, grain: 'week' }
}

/** The day of that name, today or the last one before. */
export const lastWeekday = (today: DayNumber, weekday: number): DayNumber =>
  today - ((weekdayOf(today) - weekday + 7) % 7)

/** A day that its month does not have is none. */
export function dayOfMonth(year: number, month: number, day: number): DayNumber | null {
  const number = dayNumber(year, month, day)
  const parts = partsOf(number)
  return parts.month === month && parts.day === day ? number : null
}

/** Days after its date that a digest may still have been written on. */
const LATENESS = 7

/** A day without its year: the last one that is not well after today. */
export function recentDay(month: number, day: number, today: DayNumber): DayNumber | null {
  const { year } = partsOf(today)
  const thisYear = dayOfMonth(year, month, day)
  if (thisYear !== null && thisYear <= today + LATENESS) return thisYear
  return dayOfMonth(year - 1, month, day)
}

/** The year of the last month of that number that has begun today. */
export function yearOfMonth(month: number, today: DayNumber): number {
  const now = partsOf(today)
  return month <= now.month ? now.year : now.year - 1
}

/** The year of the last quarter of that number that is over today, or as good as over. */
export function yearOfQuarter(quarter: number, today: DayNumber): number {
  const { year } = partsOf(today)
  return months(year, quarter * 3 - 2, 3).to <= today + 2 * LATENESS ? year : year - 1
}

/** The same days so long before: a month's whole days stay a month's whole days. */
export function before({ from, to }: Span, over: Over): Span {
  if (over === 'day') return { from: from - 1, to: to - 1 }
  if (over === 'week') return { from: from - 7, to: to - 7 }
  const back = over === 'month' ? 1 : over === 'quarter' ? 3 : 12
  const first = partsOf(from)
  const last = partsOf(to)
  const endsMonth = partsOf(to + 1).day === 1
  const start = dayNumber(first.year, first.month - back, 1)
  const month = months(last.year, last.month - back, 1)
  return {
    from: Math.min(start + first.day - 1, months(first.year, first.month - back, 1).to),
    to: endsMonth ? month.to : Math.min(month.from + last.day - 1, month.to),
  }
}

/** From the first of two dates to the last day of the second. */
export const through = (a: Span, b: Span): Span => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
})
