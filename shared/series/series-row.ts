import type { Kind } from '../model/fact.ts'
import { ABSENT, type Condition, equals } from '../store/condition.ts'
import { curveKey, type RowKey, seriesKey, variableOf } from '../store/keys.ts'
import { coherenceOf } from './curve.ts'
import type { Identity } from './identity.ts'
import type { Point } from './point.ts'
import { type PointsText, readPoints, writePoints } from './point-text.ts'
import { wordsOf } from './search-words.ts'

/** A series as a whole: what lists and searches show of it. All but its keys and `ver` is absent where nothing tells it. */
export type SeriesRow = RowKey &
  Partial<PointsText> & {
    ver: number
    /** Number of tellings of all points. */
    n: number
    /** Points whose kind is no guess; a series without any is not listed. */
    own?: number
    /** Number of points, of digests that they are taken from, and of points that are told in more than one value. */
    count?: number
    digests?: number
    conflicts?: number
    /** First and last day of its points, and the latest day on which one was told. */
    first?: string
    last?: string
    told?: string
    /** See coherenceOf. */
    coherence?: number
    identity?: Identity
    /** It has, or had, more points than the row holds: they stand in rows by month, and the latest here too. */
    spilled?: true
    /** Its months are not known to hold the points that the row had when it spilled over. */
    spilling?: true
    /** Keys of words whose rows may not be written yet: see wordKey. */
    pending?: string[]
  }

/** The points of a month of a series. */
export type CurveRow = RowKey & PointsText & { ver: number; identity?: Identity; more?: number }

/** Points that the row of a series holds: all of most series, and what a sparkline shows of the others. */
export const RECENT_POINTS = 24

/** Points of a month of a curve; the rest are counted. A month has 31 days, and periods that end on them. */
export const MONTH_POINTS = 400

/** From so many digests on a series is found by what it measures; before, by its entity alone. */
export const SEARCHED_FROM = 2

export const monthOf = ({ to }: Pick<Point, 'to'>): string => to.slice(0, 'yyyy-mm'.length)

export const pointsIn = (row: Partial<PointsText> | undefined): Point[] =>
  row?.points === undefined || row.labels === undefined
    ? []
    : readPoints({ points: row.points, labels: row.labels })

/** All points of a series with one of them chosen anew, in order; without it where nothing tells it any more. */
export function withPoint(
  points: readonly Point[],
  period: Pick<Point, 'from' | 'to'>,
  point: Point | undefined,
): Point[] {
  const others = points.filter(({ from, to }) => from !== period.from || to !== period.to)
  return point === undefined ? others : [...others, point].sort(byPeriod)
}

export const byPeriod = (one: Pick<Point, 'from' | 'to'>, other: Pick<Point, 'from' | 'to'>): number =>
  one.to < other.to ? -1 : one.to > other.to ? 1 : one.from < other.from ? -1 : one.from > other.from ? 1 : 0

/** The row that says of a series what its points say. @param ver that it is to have */
export function seriesRow(
  series: string,
  points: readonly Point[],
  identity: Identity | undefined,
  spilled: boolean,
  ver: number,
  recent = RECENT_POINTS,
): SeriesRow {
  const row: SeriesRow = { ...seriesKey(series), ver, n: 0, ...(spilled && { spilled }) }
  if (identity === undefined || points.length === 0) return row
  const told = points
    .map((point) => point.told)
    .sort()
    .at(-1)
  return {
    ...row,
    n: points.reduce((n, { tellings }) => n + tellings, 0),
    own: points.filter(({ guess }) => !guess).length,
    count: points.length,
    digests: new Set(points.map(({ digest }) => digest)).size,
    conflicts: points.filter(({ values }) => values > 1).length,
    first: points[0]?.to,
    last: points.at(-1)?.to,
    told,
    coherence: coherenceOf(points, identity.kind as Kind),
    identity,
    ...writePoints(points.slice(-recent)),
  }
}

/**
 * The row as it was found, from now on spilled over. It says so before any month is written: a month that nobody knows of
 * would keep its points when they go, since whoever takes them back finds them in the row alone.
 */
export const spillingRow = (series: string, found: SeriesRow | undefined): SeriesRow => ({
  ...(found ?? { ...seriesKey(series), n: 0 }),
  ver: (found?.ver ?? 0) + 1,
  spilled: true,
  spilling: true,
})

export function curveRow(
  series: string,
  month: string,
  points: readonly Point[],
  identity: Identity | undefined,
  ver: number,
): CurveRow {
  const kept = points.slice(0, MONTH_POINTS)
  const more = points.length - kept.length
  return {
    ...curveKey(series, month),
    ver,
    ...writePoints(kept),
    ...(kept.length > 0 && { identity }),
    ...(more > 0 && { more }),
  }
}

/** The condition under which a row may be written that was read before what it is made of. */
export const unchanged = (found: { ver: number } | undefined): Condition =>
  found === undefined ? [ABSENT] : [[equals('ver', found.ver)]]

/** Whether a series is listed: something tells it, and not by a guess alone. */
export const isListed = (row: SeriesRow | undefined): row is SeriesRow & { identity: Identity } =>
  row?.identity !== undefined && (row.own ?? 0) > 0

/** What a series is searched by beside its entity: the words of what it measures, its status, and its variable. */
export function seriesWords(row: SeriesRow): string[] {
  if (!isListed(row) || (row.digests ?? 0) < SEARCHED_FROM) return []
  const measures = new Set(pointsIn(row).map(({ measure }) => measure ?? ''))
  const words = [...measures].flatMap(wordsOf)
  const { status, measure, metric } = row.identity
  if (status !== null) words.push(status)
  return [
    ...new Set([...wordsOf(measure ?? ''), ...words, ...wordsOf(metric)].slice(0, MOST_SERIES_WORDS)),
    `~${variableOf(row.sk)}`,
  ]
}

/** However many wordings of a measure there are. */
const MOST_SERIES_WORDS = 16
