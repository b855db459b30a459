import { NUMBER, type Tokens } from '../tokens.ts'
import { MONTHS, WEEKDAYS } from './calendar.ts'

const iso = (date: Date): string => date.toISOString().slice(0, 10)
const utc = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month, day))

/** A day that a sentence names for figures, and where it stands. */
interface NamedDay {
  /** Token that "as of", "at the end of" … begins at. */
  at: number
  day: string
}

/**
 * Days that the figures of a sentence hold for ("as of Sunday", "at the end of 2018"), one per amount, against the day
 * `today` of the digest; null where the sentence gives none. A day at the head of the sentence holds for all of it;
 * elsewhere it holds for the amounts before it in its clause, or, where there are none, for those behind it there.
 */
export function asOfDays(
  tokens: Tokens,
  from: number,
  to: number,
  amounts: readonly { first: number; next: number }[],
  today: string,
): (string | null)[] {
  const named = namedDays(tokens, from, to, today)
  if (named.length === 0) return amounts.map(() => null)
  const head = named.find(({ at }) => at - from <= HEAD)
  return amounts.map((amount) => {
    const own = named.find(({ at }) => holdsFor(tokens, amounts, at, amount))
    return (own ?? head)?.day ?? null
  })
}

/** How many tokens may stand before a day at the head of a sentence: "And as of …". */
const HEAD = 1

/** Token `at` may be one of the markers, by its first letter: a cheap test, since it is made of every token. */
function mayMark(tokens: Tokens, at: number): boolean {
  const letter = tokens.text.charCodeAt(tokens.start(at)) | 0x20
  return letter === 0x61 || letter === 0x62 || letter === 0x74 || letter === 0x75
}

function namedDays(tokens: Tokens, from: number, to: number, today: string): NamedDay[] {
  const named: NamedDay[] = []
  for (let at = from; at < to; at++) {
    if (!mayMark(tokens, at)) continue
    const dayBegins = markerEnd(tokens, at, at - from <= HEAD)
    const day = dayBegins < 0 ? null : dayBehindClock(tokens, dayBegins, new Date(`${today}T00:00:00Z`))
    if (day) named.push({ at, day: iso(day) })
  }
  return named
}

function holdsFor(
  tokens: Tokens,
  amounts: readonly { first: number; next: number }[],
  at: number,
  amount: { first: number; next: number },
): boolean {
  if (amount.next <= at) return !hasBreak(tokens, amount.next, at)
  const isServed = amounts.some(({ next }) => next <= at && !hasBreak(tokens, next, at))
  return !isServed && !hasBreak(tokens, at, amount.first)
}

/** A clause ends between the two tokens: at a semicolon, or at "but", "while" and the like. */
function hasBreak(tokens: Tokens, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (/^(?:;|but|while|whereas|although|though)$/.test(tokens.word(k))) return true
  return false
}

/** "as of", "as at", "at the end", "by the end" … at token `i`: the token where the day begins, or -1. */
function markerEnd(tokens: Tokens, i: number, isHead: boolean): number {
  switch (tokens.word(i)) {
    case 'as':
      return /^(?:of|at|on)$/.test(tokens.word(i + 1)) ? i + 2 : -1
    case 'at':
    case 'by': {
      const isEnd = tokens.word(tokens.word(i + 1) === 'the' ? i + 2 : i + 1) === 'end'
      // "By Sunday, 59 had …" tells of a level; "must leave by Sunday" of a deadline.
      return isEnd || (isHead && tokens.word(i) === 'by') ? i + 1 : -1
    }
    case 'through':
    case 'until':
      return i + 1
    default:
      return -1
  }
}

/** What may stand before the day: the time of day. */
const CLOCK: ReadonlySet<string> = new Set(
  'late early midday noon midnight on a p m am pm . : local time morning afternoon evening night the'.split(
    ' ',
  ),
)
const LONGEST_CLOCK = 8

/** The day named at token `i` or behind a time of day there: "8 p.m. on Saturday". */
function dayBehindClock(tokens: Tokens, i: number, today: Date): Date | null {
  for (let k = i; k < i + LONGEST_CLOCK; k++) {
    const day = dayAt(tokens, k, today)
    if (day) return day
    if (!CLOCK.has(tokens.word(k)) && tokens.kind(k) !== NUMBER) return null
  }
  return null
}

const daysBefore = (today: Date, days: number): Date =>
  utc(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - days)

/** Resolves a day that begins at token `i`: a weekday, a month's day, "the end of June last year", "yesterday". */
function dayAt(tokens: Tokens, i: number, today: Date): Date | null {
  const word = tokens.word(i)
  if (word === 'end' && tokens.word(i + 1) === 'of') return endOf(tokens, i + 2, today)
  if (/^(?:end|year)$/.test(word) && tokens.word(i + 1) === '-' && tokens.word(i + 2) === 'end')
    return endOf(tokens, i + 3, today)
  if (word === 'today') return today
  if (word === 'yesterday') return daysBefore(today, 1)
  const isLast = word === 'last'
  const weekday = WEEKDAYS.get(tokens.word(isLast ? i + 1 : i))
  if (weekday !== undefined) {
    const back = (today.getUTCDay() - weekday + 7) % 7
    return daysBefore(today, isLast && back === 0 ? 7 : back)
  }
  if (MONTHS.has(word)) {
    const day = tokens.word(i + 1) === '.' ? i + 2 : i + 1
    return tokens.kind(day) === NUMBER ? dayOfMonth(tokens, i, day, day + 1, today) : null
  }
  const isDayFirst = tokens.kind(i) === NUMBER && MONTHS.has(tokens.word(i + 1))
  return isDayFirst ? dayOfMonth(tokens, i + 1, i, i + 2, today) : null
}

/** "February 8(, 2020)", "8 February (2020)": without a year, the last such day that is not after today. */
function dayOfMonth(
  tokens: Tokens,
  monthAt: number,
  dayAt: number,
  behind: number,
  today: Date,
): Date | null {
  const month = MONTHS.get(tokens.word(monthAt)) as number
  const written = tokens.word(dayAt)
  if (isYear(written)) return utc(Number(written), month + 1, 0)
  const day = Number(written)
  const year = yearAt(tokens, tokens.word(behind) === ',' ? behind + 1 : behind)
  const date = utc(year ?? today.getUTCFullYear(), month, day)
  // A day that its month does not have rolls over to the next.
  if (date.getUTCMonth() !== month || date.getUTCDate() !== day) return null
  return year === null && date > today ? utc(today.getUTCFullYear() - 1, month, day) : date
}

/** The last day of the month or year named at token `i`. */
function endOf(tokens: Tokens, i: number, today: Date): Date | null {
  const thisYear = today.getUTCFullYear()
  const named = yearAt(tokens, i)
  if (named !== null) return utc(named, 12, 0)
  const word = tokens.word(i)
  const next = tokens.word(i + 1)
  if (word === 'last' && next === 'year') return utc(thisYear - 1, 12, 0)
  if (word === 'this' && next === 'year') return utc(thisYear, 12, 0)
  if (word === 'last' && next === 'month') return utc(thisYear, today.getUTCMonth(), 0)
  const lastMonth = word === 'last' ? MONTHS.get(next) : undefined
  const month = lastMonth ?? MONTHS.get(word)
  if (month === undefined) return null
  const behind = lastMonth === undefined ? i + 1 : i + 2
  const inLastYear = tokens.word(behind) === 'last' && tokens.word(behind + 1) === 'year'
  const year = inLastYear
    ? thisYear - 1
    : (yearAt(tokens, behind) ?? (month < today.getUTCMonth() ? thisYear : thisYear - 1))
  return utc(year, month + 1, 0)
}

const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word)

function yearAt(tokens: Tokens, i: number): number | null {
  const word = tokens.word(i)
  return isYear(word) ? Number(word) : null
}
