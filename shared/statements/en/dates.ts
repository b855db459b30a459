import type { Over } from '../../model/fact.ts'
import { MONTHS, WEEKDAYS } from '../../quantities/en/calendar.ts'
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
  dayOfMonth,
  lastWeekday,
  months,
  partsOf,
  recentDay,
  yearOfMonth,
  yearOfQuarter,
} from '../calendar.ts'

const MONTH =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?'
const WEEKDAY =
  '(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\\b\\.?'
const YEAR =
  '((?:19|20)\\d\\d|this year|last year|next year|a year (?:ago|earlier)|the previous year)(?!\\d|[.,]\\d|%|\\/)'
const NUMBER = '(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3})'
const UNIT = '(day|week|fortnight|month|quarter|year|hour)s?'
const ORDINAL = '(first|second|third|fourth|1st|2nd|3rd|4th|final|last)'

const MONTH_NAMES =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'
const WEEKDAY_NAMES =
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun'
const NUMBERS = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

const monthOf = (name: string): number => (MONTHS.get(name.replace('.', '').toLowerCase()) as number) + 1
const numberOf = (word: string): number =>
  NUMBERS.indexOf(word.toLowerCase()) > 0 ? NUMBERS.indexOf(word.toLowerCase()) : Number(word)

/** "2019", "last year" against today; undefined where none is named. */
function yearNamed(name: string | undefined, today: DayNumber): number | undefined {
  if (name === undefined) return undefined
  const { year } = partsOf(today)
  if (/^\d/.test(name)) return Number(name)
  return name.startsWith('this') ? year : name.startsWith('next') ? year + 1 : year - 1
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

const dated = (day: DayNumber | null): Dated | null => (day === null ? null : aDay(day))

function quarterOf(n: number, year: number | undefined, today: DayNumber): Dated {
  return aQuarter(year ?? yearOfQuarter(n, today), n)
}

function ordinal(word: string, last: number): number {
  const n =
    ['first', 'second', 'third', 'fourth'].indexOf(word.toLowerCase()) + 1 || Number.parseInt(word, 10)
  return Number.isNaN(n) ? last : n
}

const DAYS_OF: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14, hour: 1 }

/** So many days, weeks or months up to a day, which is the last of them. */
function lastSpan(count: number, unit: string, to: DayNumber): Dated {
  const days = DAYS_OF[unit]
  const { year, month, day } = partsOf(to)
  const back = unit === 'month' ? count : unit === 'quarter' ? 3 * count : 12 * count
  const from =
    days !== undefined
      ? to - (unit === 'hour' ? Math.max(0, Math.round(count / 24) - 1) : days * count - 1)
      : months(year, month - back, 1).from + day - 1
  return {
    from: Math.min(from, to),
    to,
    grain:
      count === 1 && unit !== 'hour' && unit !== 'fortnight' ? (unit as Over) : from === to ? 'day' : 'other',
  }
}

/** "Last month", "this quarter" against today. */
function relative(which: string, unit: string, today: DayNumber): Dated | null {
  const now = partsOf(today)
  const step = /^(?:last|previous|prior|past|preceding)$/i.test(which)
    ? -1
    : /^(?:next|coming|following)$/i.test(which)
      ? 1
      : 0
  const quarter = Math.ceil(now.month / 3)
  if (unit.endsWith('year')) return aYear(now.year + step)
  if (unit === 'month') return aMonth(now.year, now.month + step)
  if (unit === 'week') return aWeek(today, step)
  if (unit === 'quarter') return aQuarter(now.year, quarter + step)
  if (unit === 'night' || unit === 'evening' || unit === 'morning' || unit === 'afternoon')
    return aDay(today + Math.min(step, 0))
  return null
}

/** Dates as English writes them; where several begin at a place the first that is found is taken. */
export const DATES_EN: readonly DateRow[] = [
  {
    name: 'the year before',
    opens: `the_year the_month the_week the_quarter the_day the_same the_corresponding the_comparable the_equivalent the_prior-year
      the_previous the_preceding the_prior the_year-ago the_year-earlier a_year a_month a_week a_quarter a_day a_year-ago one_year one_month
      its_year-ago same year-ago year-earlier month-ago month-earlier previous corresponding prior-year`,
    pattern:
      /(?:(?:the |a |its )?(?:same|corresponding|comparable|equivalent|year-ago|year-earlier|prior-year) (?:(?:period|time|month|quarter|week|day|three months|six months|nine months)(?: of| in)? ?)?(?:a year ago|a year earlier|a year before|last year|the previous year|the year before|of last year|the prior year|one year ago|(?:in )?(?:19|20)\d\d)?|(?:a|one|the) (year|month|week|quarter|day)(?: ago| earlier| before| prior| previous|-ago|-earlier)(?: (?:period|quarter|month|level))?|the (?:same )?(?:previous|prior|preceding) (year|month|week|quarter|day)(?:'s|’s)?|previous (year|month|week|quarter|day)(?:'s|’s)?|(?:the )?(year|month)-(?:ago|earlier)(?: (?:period|quarter|month|level))?)/iy,
    read: ([all, a, b, c, d], today) => {
      const over = (a ?? b ?? c ?? d ?? 'year').toLowerCase() as Over
      if (
        a === undefined &&
        b === undefined &&
        c === undefined &&
        d === undefined &&
        !/year|(?:19|20)\d\d/i.test(all as string)
      )
        return null
      return { from: today, to: today, grain: over, before: over }
    },
  },
  {
    name: 'July 22-23',
    opens: MONTH_NAMES,
    pattern: new RegExp(
      `${MONTH} (\\d{1,2})(?: ?- ?| to | and )(\\d{1,2})(?!\\d|[.,:]\\d|%)(?:,? ${YEAR})?`,
      'y',
    ),
    read: ([, month, first, last, year], today) => {
      const m = monthOf(month as string)
      const y = yearNamed(year, today)
      const to = y === undefined ? recentDay(m, Number(last), today) : dayOfMonth(y, m, Number(last))
      const days = Number(last) - Number(first)
      return to === null || days <= 0 ? null : { from: to - days, to, grain: days === 6 ? 'week' : 'other' }
    },
  },
  {
    name: 'the September quarter',
    opens: MONTH_NAMES,
    pattern: new RegExp(`${MONTH} quarter(?:,? (?:of )?${YEAR})?`, 'y'),
    read: ([, month, year], today) => {
      const m = monthOf(month as string)
      const y = yearNamed(year, today) ?? yearOfMonth(m, today)
      return { ...months(y, m - 2, 3), grain: 'quarter' }
    },
  },
  {
    name: 'June 5, 2019',
    opens: MONTH_NAMES,
    pattern: new RegExp(
      `${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.,:]\\d|%| (?:per cent|percent|million|billion))(?:(?:,| of)? ${YEAR})?`,
      'y',
    ),
    read: ([, month, day, year], today) => {
      const named = yearNamed(year, today)
      const m = monthOf(month as string)
      return dated(named === undefined ? recentDay(m, Number(day), today) : dayOfMonth(named, m, Number(day)))
    },
  },
  {
    name: 'June to August 2019',
    opens: MONTH_NAMES,
    pattern: new RegExp(
      `${MONTH} ?(?:to|through|until|-|–|and) ?${MONTH}(?:,? (?:of )?${YEAR})?(?! \\d)`,
      'y',
    ),
    read: ([, from, to, year], today) => {
      const [a, b] = [monthOf(from as string), monthOf(to as string)]
      const y = yearNamed(year, today) ?? yearOfMonth(b, today)
      return {
        ...months(a <= b ? y : y - 1, a, ((b - a + 12) % 12) + 1),
        grain: (b - a + 12) % 12 === 2 ? 'quarter' : 'other',
        isRange: true,
      }
    },
  },
  {
    name: 'June 2019',
    opens: MONTH_NAMES,
    pattern: new RegExp(`${MONTH},? (?:of |in )?${YEAR}`, 'y'),
    read: ([, month, year], today) => aMonth(yearNamed(year, today) as number, monthOf(month as string)),
  },
  {
    name: 'June',
    opens: MONTH_NAMES,
    pattern: new RegExp(`${MONTH}(?! (?:be|have|not|also|still|well|need|take|see|go|help|\\d))`, 'y'),
    read: ([all, month], today) => {
      const m = monthOf(month as string)
      // "Mar" and "Sun" are names as well.
      if (
        (all as string).length === 3 &&
        !/^(?:May|Jan|Feb|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(all as string)
      )
        return null
      return aMonth(yearOfMonth(m, today), m)
    },
  },
  {
    name: '5 June 2019',
    opens: '0',
    pattern: new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH}(?:,?[ -]${YEAR})?`, 'y'),
    read: ([, day, month, year], today) => {
      const named = yearNamed(year, today)
      const m = monthOf(month as string)
      return dated(named === undefined ? recentDay(m, Number(day), today) : dayOfMonth(named, m, Number(day)))
    },
  },
  {
    name: '2019-06-05',
    opens: '0',
    pattern: /((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/y,
    read: ([, year, month, day]) => dated(dayOfMonth(Number(year), Number(month), Number(day))),
  },
  {
    name: '2022-23',
    opens: '0',
    pattern: /((?:19|20)\d\d)[-–/](\d\d|(?:19|20)\d\d)(?!\d|[.,]\d)/y,
    read: ([, from, to]) => {
      const first = Number(from)
      const last = (to as string).length === 2 ? Math.floor(first / 100) * 100 + Number(to) : Number(to)
      if (last === first + 1) return { ...months(first, 7, 12), grain: 'year' }
      return last > first ? { ...months(first, 1, 12 * (last - first + 1)), grain: 'other' } : null
    },
  },
  {
    name: '3Q20, 1H25',
    opens: '0',
    pattern: /([1-4])([QH])[ ']?((?:20)?\d\d)?\b/y,
    read: ([, n, what, year], today) =>
      what === 'Q'
        ? quarterOf(Number(n), year === undefined ? undefined : fullYear(year), today)
        : aHalf(year === undefined ? partsOf(today).year : fullYear(year), Number(n)),
  },
  {
    name: '2019',
    opens: '0',
    pattern: /((?:19|20)\d\d)(?![\d\w%]|[.,/:-]\d|-)(?!s\b)/y,
    read: ([, year]) => aYear(Number(year)),
  },
  {
    name: 'Q3 2020',
    opens: 'q1 q2 q3 q4 h1 h2',
    pattern: /([QH])([1-4])(?:[ /-]?(?:of |in |FY)?'?((?:20)?\d\d)(?!\d|[.,]\d|%))?/y,
    read: ([, what, n, year], today) =>
      what === 'Q'
        ? quarterOf(Number(n), year === undefined ? undefined : fullYear(year), today)
        : aHalf(year === undefined ? partsOf(today).year : fullYear(year), Number(n)),
  },
  {
    name: 'fiscal 2021',
    opens:
      'fy fiscal financial fy19 fy20 fy21 fy22 fy23 fy24 fy25 fy26 fy2019 fy2020 fy2021 fy2022 fy2023 fy2024 fy2025 fy2026',
    pattern: /(?:FY ?'?|fiscal (?:year )?|financial year )((?:20)?\d\d)(?:[-/]\d\d)?(?!\d|[.,]\d|%)/iy,
    read: ([, year]) => aYear(fullYear(year as string)),
  },
  {
    name: 'today',
    opens: 'today yesterday tonight tomorrow',
    pattern: /(today|yesterday|tonight|tomorrow)/iy,
    read: ([, word], today) => {
      const step = /yesterday/i.test(word as string) ? -1 : /tomorrow/i.test(word as string) ? 1 : 0
      return aDay(today + step)
    },
  },
  {
    name: 'last Monday',
    opens: `${WEEKDAY_NAMES} last next this`,
    pattern: new RegExp(
      `(?:(last|next|this|Last|Next|This) )?${WEEKDAY}(?! (?:Times|Post|Morning Post|Telegraph))`,
      'y',
    ),
    read: ([all, which, name], today) => {
      if (which === undefined && /^(?:Mon|Sun|Sat|Wed|Fri)$/.test(all as string)) return null
      const weekday = WEEKDAYS.get((name as string).replace('.', '').toLowerCase())
      if (weekday === undefined) return null
      const day = lastWeekday(today, weekday)
      if (/next/i.test(which ?? '')) return aDay(day + 7)
      return aDay(/last/i.test(which ?? '') && day === today ? day - 7 : day)
    },
  },
  {
    name: 'the third quarter of 2020',
    opens: 'first second third fourth final 1st 2nd 3rd 4th last',
    pattern: new RegExp(
      `${ORDINAL}[ -](quarter|half)(?:'s|’s)?(?: of)?(?: the)?(?: (?:fiscal|financial))?(?: (?:year )?${YEAR})?`,
      'iy',
    ),
    read: ([, which, what, year], today) => {
      const named = yearNamed(year, today)
      if (/^last$/i.test(which as string) && named === undefined)
        return relative('last', what as string, today)
      if (what?.toLowerCase() === 'quarter') return quarterOf(ordinal(which as string, 4), named, today)
      const half = ordinal(which as string, 2)
      return half > 2 ? null : aHalf(named ?? partsOf(today).year, half)
    },
  },
  {
    name: 'the first nine months of 2020',
    opens: 'first',
    pattern: new RegExp(`first ${NUMBER} ${UNIT}(?: of (?:the (?:calendar )?year|${YEAR}))?`, 'iy'),
    read: ([, count, unit, year], today) => {
      const y = yearNamed(year, today) ?? partsOf(today).year
      if (unit === 'month') return { ...months(y, 1, numberOf(count as string)), grain: 'other' }
      return unit === 'quarter' ? { ...months(y, 1, 3 * numberOf(count as string)), grain: 'other' } : null
    },
  },
  {
    name: 'the past 24 hours',
    opens: 'past last previous latest preceding',
    pattern: new RegExp(`(?:past|last|previous|latest|preceding) (?:${NUMBER} )?${UNIT}(?!\\w)`, 'iy'),
    read: ([all, count, unit], today) => {
      if (count !== undefined) return lastSpan(numberOf(count), (unit as string).toLowerCase(), today)
      if (!/^past/i.test(all as string) && unit !== 'hour')
        return relative('last', (unit as string).toLowerCase(), today)
      return lastSpan(1, (unit as string).toLowerCase(), today)
    },
  },
  {
    name: 'the three months to June',
    opens: '0 one two three four five six seven eight nine ten eleven twelve year quarter week month half',
    pattern: new RegExp(
      `(?:${NUMBER} )?${UNIT} (?:to|ended|ending|through|that ended)(?: (?:the end of|end|on|in))?[ -](?:(\\d{1,2}) )?${MONTH}(?: (\\d{1,2})(?!\\d))?(?:,? ${YEAR})?`,
      'iy',
    ),
    read: ([, count, unit, dayBefore, month, dayBehind, year], today) => {
      const day = dayBefore ?? dayBehind
      const m = monthOf(month as string)
      const y = yearNamed(year, today) ?? yearOfMonth(m, today)
      const to = day === undefined ? months(y, m, 1).to : dayOfMonth(y, m, Number(day))
      if (to === null) return null
      if (day !== undefined || DAYS_OF[unit as string])
        return lastSpan(count ? numberOf(count) : 1, unit as string, to)
      const n = (count ? numberOf(count) : 1) * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12)
      return {
        ...months(y, m - n + 1, n),
        grain: n === 1 ? 'month' : n === 3 ? 'quarter' : n === 12 ? 'year' : 'other',
      }
    },
  },
  {
    name: 'last month',
    opens: 'last this next previous prior coming following',
    pattern:
      /(last|this|next|previous|prior|coming|following) (fiscal year|financial year|calendar year|year|month|quarter|week|night|evening|morning|afternoon)\b/iy,
    read: ([, which, unit], today) => {
      const read = relative((which as string).toLowerCase(), (unit as string).toLowerCase(), today)
      return read && { ...read, isRunning: /^this$/i.test(which as string) }
    },
  },
  {
    name: 'year to date',
    opens: 'year',
    pattern: /year[ -]to[ -]date/iy,
    read: (_, today) => ({
      from: aYear(partsOf(today).year).from,
      to: today,
      grain: 'other',
      isToDate: true,
    }),
  },
]
