/** The calendar of trends: UTC days `yyyy-mm-dd`, and the buckets that they lie in, each named by its first day. */

export const BUCKETS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Bucket = (typeof BUCKETS)[number]

/** Of series, which may be left as they are told. */
export const SERIES_BUCKETS = ['none', ...BUCKETS] as const

interface Calendar {
  /** First day of the bucket that a day lies in. */
  startOf(day: string): string
  /** First day of the bucket a year before the one that starts on a day; undefined where that year has none. */
  yearBefore(start: string): string | undefined
  /** Last day of the bucket that starts on a day. */
  endOf(start: string): string
  /** As people write it: 2020-01-09, 2020-W02, 2020-01, 2020-Q1, 2020. */
  nameOf(start: string): string
}

const monthly = (months: number): Pick<Calendar, 'startOf' | 'yearBefore' | 'endOf'> => ({
  startOf(day) {
    const month = Number(day.slice(5, 7)) - 1
    return `${day.slice(0, 5)}${twoDigits(month - (month % months) + 1)}-01`
  },
  yearBefore: (start) => `${yearOf(start) - 1}${start.slice(4)}`,
  endOf(start) {
    const month = Number(start.slice(5, 7)) + months - 1
    const days = new Date(Date.UTC(yearOf(start), month, 0)).getUTCDate()
    return `${start.slice(0, 5)}${twoDigits(month)}-${days}`
  },
})

/** Weeks begin on Monday and belong to the year that their Thursday lies in (ISO 8601). */
const CALENDARS: Record<Bucket, Calendar> = {
  day: {
    startOf: (day) => day,
    yearBefore(start) {
      const day = `${yearOf(start) - 1}${start.slice(4)}`
      return isDay(day) ? day : undefined
    },
    endOf: (start) => start,
    nameOf: (start) => start,
  },
  week: {
    startOf: (day) => addDays(day, -((new Date(day).getUTCDay() + 6) % 7)),
    yearBefore(start) {
      const { year, week } = weekOf(start)
      const first = CALENDARS.week.startOf(`${year - 1}-01-04`)
      const before = addDays(first, (week - 1) * 7)
      return weekOf(before).year === year - 1 ? before : undefined
    },
    endOf: (start) => addDays(start, 6),
    nameOf(start) {
      const { year, week } = weekOf(start)
      return `${year}-W${twoDigits(week)}`
    },
  },
  month: { ...monthly(1), nameOf: (start) => start.slice(0, 7) },
  quarter: {
    ...monthly(3),
    nameOf: (start) => `${start.slice(0, 4)}-Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`,
  },
  year: { ...monthly(12), nameOf: (start) => start.slice(0, 4) },
}

export const startOf = (bucket: Bucket, day: string): string => CALENDARS[bucket].startOf(day)

export const nameOf = (bucket: Bucket, start: string): string => CALENDARS[bucket].nameOf(start)

export const endOf = (bucket: Bucket, start: string): string => CALENDARS[bucket].endOf(start)

export const nextStart = (bucket: Bucket, start: string): string => addDays(endOf(bucket, start), 1)

export const previousStart = (bucket: Bucket, start: string): string => startOf(bucket, addDays(start, -1))

export const startYearBefore = (bucket: Bucket, start: string): string | undefined =>
  CALENDARS[bucket].yearBefore(start)

/** The first days of the buckets that a range touches, both ends inclusive. */
export function startsWithin(bucket: Bucket, from: string, to: string): string[] {
  const starts: string[] = []
  for (let start = startOf(bucket, from); start <= to; start = nextStart(bucket, start)) starts.push(start)
  return starts
}

const DAY_MS = 24 * 60 * 60 * 1000

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length)
}

/** Whether a text is a day of the calendar, `yyyy-mm-dd`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = new Date(text)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text)
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

const twoDigits = (n: number): string => String(n).padStart(2, '0')

function weekOf(monday: string): { year: number; week: number } {
  const thursday = addDays(monday, 3)
  const year = yearOf(thursday)
  return { year, week: 1 + Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * DAY_MS)) }
}
