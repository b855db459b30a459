import { compare, type Decimal, plus } from '../model/decimal.ts'
import type { Kind } from '../model/fact.ts'
import { addDays, type Bucket, endOf, nameOf, startOf } from './buckets.ts'
import type { Point } from './point.ts'

/** One bucket of a curve. */
export interface CurvePoint {
  /** As people write the bucket: 2020-01-09, 2020-W02, 2020-01, 2020-Q1, 2020. */
  date: string
  /** First and last day of the bucket. */
  start: string
  end: string
  value: Decimal
  /** The points that the value is made of, in the order of their days: one, but for flows that are added up. */
  points: Point[]
  /** The share of the bucket's days that a flow's periods cover, from 0 to 1; 1 for every other kind. */
  covered: number
}

/**
 * A curve by bucket. A level, a total so far and a property take the last point of a bucket, a change is given as it was
 * told, and a flow adds up periods that do not overlap, saying how much of the bucket they cover. Levels are never summed.
 * A point whose period is longer than the bucket stands in the bucket of its last day, as it was told.
 */
export function curveOf(points: readonly Point[], kind: Kind, bucket: Bucket): CurvePoint[] {
  const byStart = new Map<string, Point[]>()
  for (const point of points) {
    const start = startOf(bucket, point.to)
    const those = byStart.get(start)
    if (those === undefined) byStart.set(start, [point])
    else those.push(point)
  }
  return [...byStart]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([start, those]) => curvePoint(start, those.sort(byEnd), kind, bucket))
}

function curvePoint(start: string, points: Point[], kind: Kind, bucket: Bucket): CurvePoint[] {
  const of = { date: nameOf(bucket, start), start, end: endOf(bucket, start) }
  const last = points.at(-1)
  if (last === undefined) return []
  const parts = kind === 'flow' ? distinct(points.filter(({ from }) => from >= start)) : []
  if (parts.length === 0) return [{ ...of, value: last.value, points: [last], covered: 1 }]
  const days = parts.reduce((sum, { from, to }) => sum + daysFrom(from, to), 0)
  return [
    {
      ...of,
      value: parts.reduce((sum, { value }) => plus(sum, value), '0'),
      points: parts,
      covered: Math.round((days / daysFrom(of.start, of.end)) * 1000) / 1000,
    },
  ]
}

const byEnd = (one: Point, other: Point): number =>
  one.to < other.to ? -1 : one.to > other.to ? 1 : one.from < other.from ? -1 : 1

/** Of periods that overlap the one that ends first, so that as many as there are room for are counted once. */
function distinct(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const before = kept.at(-1)
    if (before === undefined || point.from > before.to) kept.push(point)
  }
  return kept
}

const DAY_MS = 86_400_000

/** Both inclusive. */
const daysFrom = (from: string, to: string): number =>
  (Date.parse(addDays(to, 1)) - Date.parse(from)) / DAY_MS

/**
 * How much a series looks like a curve, from 0 to 1: the more of its points stand on days that a text says, are told
 * alike by all who tell them, and, in a total so far, do not fall, the better; and the more points, the better is all
 * this known. It ranks series and promises nothing.
 */
export function coherenceOf(points: readonly Point[], kind: Kind): number {
  const own = points.filter(({ guess }) => !guess)
  if (own.length === 0) return 0
  const share = (holds: (point: Point, at: number) => boolean) => own.filter(holds).length / own.length
  const agreed = share(({ values }) => values === 1)
  const dated = share(({ day }) => day === 'said')
  const steady =
    kind === 'cumulative'
      ? share(({ value }, at) => at === 0 || compare(value, own[at - 1]?.value ?? value) >= 0)
      : 1
  const known = own.length / (own.length + POINTS_HALF_KNOWN)
  return Math.round(known * steady * (1 + agreed) * (1 + dated) * 250) / 1000
}

/** Points of a series that is half as well known as one without end. */
const POINTS_HALF_KNOWN = 4
