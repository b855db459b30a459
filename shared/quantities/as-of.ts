import type { Tokens } from './tokens.ts'
import { NUMBER } from './tokens.ts'

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const
export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

const day = (date: Date): string => date.toISOString().slice(0, 10)
const at = (year: number, month: number, of: number): Date => new Date(Date.UTC(year, month, of))

/**
 * The day that a sentence's figures hold for ("as of Sunday", "at the end of 2018"), against the day `today` of the
 * digest; null where the sentence gives none. Weekdays are the last such day before today.
 */
export function asOf(tokens: Tokens, from: number, to: number, today: string): string | null {
  for (let i = from; i < to; i++) {
    const two = `${tokens.word(i)} ${tokens.word(i + 1)}`
    if (two === 'as of' || two === 'as at') {
      const found = dayAt(tokens, i + 2, today)
      if (found) return found
    } else if (/^(?:at|by) the$/.test(two) && tokens.word(i + 2) === 'end') {
      const found = dayAt(tokens, i + 1, today)
      if (found) return found
    }
  }
  return null
}

/** Resolves a day that begins at token `i`: a weekday, a month's day, "the end of June last year". */
function dayAt(tokens: Tokens, i: number, today: string): string | null {
  const now = new Date(`${today}T00:00:00Z`)
  const words = [0, 1, 2, 3, 4, 5].map((k) => tokens.word(i + k))
  const [first, second, third] = words
  if (first === 'the' && second === 'end' && third === 'of') {
    return endOf(tokens, i + 3, now)
  }
  const weekday = (WEEKDAYS as readonly string[]).indexOf(first ?? '')
  if (weekday >= 0) {
    const back = (now.getUTCDay() - weekday + 7) % 7 || 7
    return day(at(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - back))
  }
  const month = (MONTHS as readonly string[]).indexOf(first ?? '')
  if (month >= 0 && tokens.is(i + 1, NUMBER)) {
    const year =
      tokens.word(i + 2) === ',' && /^\d{4}$/.test(tokens.word(i + 3)) ? Number(tokens.word(i + 3)) : null
    return onOrBefore(now, year, month, Number(second))
  }
  if (first === 'yesterday') return day(at(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - 1))
  if (first === 'today') return today
  return null
}

/** The last day of the month or year named at token `i`. */
function endOf(tokens: Tokens, i: number, now: Date): string | null {
  const thisYear = now.getUTCFullYear()
  const word = tokens.word(i)
  if (/^(?:19|20)\d\d$/.test(word)) return `${word}-12-31`
  if (word === 'last' && tokens.word(i + 1) === 'year') return `${thisYear - 1}-12-31`
  const month = (MONTHS as readonly string[]).indexOf(word)
  if (month < 0) return null
  const last = tokens.word(i + 1) === 'last' && tokens.word(i + 2) === 'year'
  const named = /^(?:19|20)\d\d$/.test(tokens.word(i + 1)) ? Number(tokens.word(i + 1)) : null
  const year = last ? thisYear - 1 : (named ?? (month < now.getUTCMonth() ? thisYear : thisYear - 1))
  return day(at(year, month + 1, 0))
}

/** The day of that month in `year`, or the latest one that is not after `now`. */
function onOrBefore(now: Date, year: number | null, month: number, of: number): string | null {
  if (of < 1 || of > 31) return null
  const date = at(year ?? now.getUTCFullYear(), month, of)
  if (year === null && date > now) return day(at(now.getUTCFullYear() - 1, month, of))
  return day(date)
}
