import type { Bucket } from '../shared/series/buckets.ts'

export const DAY_SECONDS = 24 * 60 * 60
/** As uPlot counts months and years when it chooses a step. */
const MONTH_DAYS = 30
const YEAR_DAYS = 365

const BUCKET_DAYS: Readonly<Record<Bucket, number>> = {
  day: 1,
  week: 7,
  month: MONTH_DAYS,
  quarter: 3 * MONTH_DAYS,
  year: YEAR_DAYS,
}

const STEP_DAYS = [
  ...[1, 2, 7, 14],
  ...[1, 3, 6].map((months) => months * MONTH_DAYS),
  ...[1, 2, 5, 10, 20, 50, 100].map((years) => years * YEAR_DAYS),
]

/** Seconds that a bucket takes, about. */
export const bucketSeconds = (bucket: Bucket): number => BUCKET_DAYS[bucket] * DAY_SECONDS

/** Seconds between ticks from which uPlot chooses: no fewer than a bucket has. */
export const stepsFor = (bucket: Bucket): number[] =>
  STEP_DAYS.filter((days) => days >= BUCKET_DAYS[bucket]).map((days) => days * DAY_SECONDS)

/** Rows of uPlot: the least step, its label, what comes under it where a year begins, and that this is added. */
export const LABELS = [
  [YEAR_DAYS * DAY_SECONDS, '{YYYY}', null, null, null, null, null, null, 1],
  [MONTH_DAYS * DAY_SECONDS, '{MMM}', '\n{YYYY}', null, null, null, null, null, 1],
  [DAY_SECONDS, '{D} {MMM}', '\n{YYYY}', null, null, null, null, null, 1],
]

/** A Monday. */
const FIRST_WEEK = Date.UTC(1970, 0, 5) / 1000

/** Ticks from `min` to `max` where buckets begin: Mondays, firsts of quarters, years that the step divides. */
export function ticksOf(min: number, max: number, step: number): number[] {
  const days = step / DAY_SECONDS
  if (days < MONTH_DAYS) return spread(min - FIRST_WEEK, max - FIRST_WEEK, step).map((at) => at + FIRST_WEEK)
  const months = days < YEAR_DAYS ? days / MONTH_DAYS : (days / YEAR_DAYS) * 12
  return spread(monthOf(min), monthOf(max), months)
    .map((month) => Date.UTC(Math.floor(month / 12), month % 12) / 1000)
    .filter((at) => at >= min)
}

/** The multiples of a step from `min` to `max`. */
function spread(min: number, max: number, step: number): number[] {
  const first = Math.ceil(min / step)
  const count = Math.max(0, Math.floor(max / step) - first + 1)
  return Array.from({ length: count }, (_, n) => (first + n) * step)
}

/** Months since the year 0. */
function monthOf(seconds: number): number {
  const date = new Date(seconds * 1000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
