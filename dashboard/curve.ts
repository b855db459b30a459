import { addDays } from '../shared/series/buckets.ts'
import type { SeriesPoint, SeriesView } from './answers.ts'
import type { ViewState } from './view-state.ts'

/** How a series is drawn, by its kind: what stands at an instant as a line, what happened in a time as bars. */
export type Shape = 'line' | 'bars' | 'dots'

const SHAPES: Readonly<Record<SeriesView['kind'], Shape>> = {
  level: 'line',
  cumulative: 'line',
  flow: 'bars',
  change: 'bars',
  attribute: 'dots',
}

/** One point as it is drawn. */
export interface Spot {
  /** As the API names it. */
  date: string
  /** Milliseconds since 1970, UTC: where the point stands, and the time that it holds for. */
  at: number
  from: number
  to: number
  value: number
  /** As told, exact; missing where the value is computed. */
  exact?: string
  said: boolean
  conflict: boolean
  point: SeriesPoint
}

export interface Curve {
  series: SeriesView
  /** Its place among the shown, which gives its colour. */
  number: number
  shape: Shape
  dashed: boolean
  spots: Spot[]
}

export type Shown = Pick<ViewState, 'scale' | 'show'>

/** A series as it is drawn: its values, or what they changed by, or an index of them. */
export function curveOf(
  series: SeriesView,
  number: number,
  points: readonly SeriesPoint[],
  { scale, show }: Shown,
): Curve {
  const told = points.flatMap(spotOf)
  const changed = show === 'value' ? told : changesOf(told, show)
  const spots = scale === 'index' ? indexOf(changed) : changed
  const shape = show === 'value' ? SHAPES[series.kind] : 'bars'
  return { series, number, shape, dashed: series.modality !== 'actual', spots }
}

const DAY_MS = 24 * 60 * 60 * 1000
export const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

function spotOf(point: SeriesPoint): Spot[] {
  if (point.value === null) return []
  const { date, start, end, value } = point
  const [said, conflict] = [point.day === 'said', point.values > 1]
  const [from, to] = [timeOf(start), timeOf(end) + DAY_MS]
  const at = (from + to) / 2
  return [{ date, at, from, to, value: Number(value), exact: value, said, conflict, point }]
}

/** Each since the one before, or since the one that holds for the same days a year before. */
function changesOf(spots: readonly Spot[], since: 'previous' | 'year-ago'): Spot[] {
  const byStart = new Map(spots.map((spot) => [spot.point.start, spot]))
  return spots.flatMap((spot, at) => {
    const before = since === 'previous' ? spots[at - 1] : byStart.get(yearBefore(spot.point.start))
    return before === undefined ? [] : [{ ...spot, value: spot.value - before.value, exact: undefined }]
  })
}

const yearBefore = (day: string): string =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace('-02-29', '-02-28')

/** With the first that is not zero as 100. */
function indexOf(spots: readonly Spot[]): Spot[] {
  const first = spots.find(({ value }) => value !== 0)?.value
  if (first === undefined) return []
  return spots.map((spot) => ({ ...spot, value: (spot.value / first) * 100, exact: undefined }))
}

/** Curves that share a panel: those whose values have one unit and are drawn in one way. */
export function panelsOf(curves: readonly Curve[], scale: Shown['scale']): Curve[][] {
  const panels = new Map<string, Curve[]>()
  for (const curve of curves) {
    const shape = curve.shape === 'dots' ? 'line' : curve.shape
    const key = scale === 'index' ? shape : `${curve.series.unit} ${shape}`
    panels.set(key, [...(panels.get(key) ?? []), curve])
  }
  return [...panels.values()]
}

/** First and last time of all, with some room; undefined where nothing is drawn. */
export function timesOf(
  curves: readonly Curve[],
  { from, to }: Pick<ViewState, 'from' | 'to'>,
): readonly [number, number] | undefined {
  const spots = curves.flatMap((curve) => curve.spots)
  if (spots.length === 0) return undefined
  const first = from === undefined ? Math.min(...spots.map((spot) => spot.from)) : timeOf(from)
  const last = to === undefined ? Math.max(...spots.map((spot) => spot.to)) : timeOf(addDays(to, 1))
  const room = Math.max((last - first) * 0.02, DAY_MS / 2)
  return [first - room, last + room]
}

export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 'yyyy-mm-dd'.length)
