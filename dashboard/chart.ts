import { type ScaleContinuousNumeric, type ScaleTime, scaleLinear, scaleLog, scaleUtc } from 'd3-scale'
import { line } from 'd3-shape'
import type { Curve, Spot } from './curve.ts'
import { drawn } from './elements.ts'
import { pageLanguage } from './language.ts'
import { shortly } from './words.ts'

export interface Given {
  curves: readonly Curve[]
  /** First and last time of the axis, milliseconds since 1970. */
  times: readonly [number, number]
  isLog: boolean
  width: number
  height: number
}

/** One drawing, and where its spots stand in it. */
export interface Drawing {
  svg: SVGSVGElement
  x: ScaleTime<number, number>
  placed: readonly Placed[]
}

/** A spot at its place, in the drawing's own units. */
export interface Placed {
  curve: Curve
  spot: Spot
  left: number
  top: number
}

const MARGIN = { top: 12, right: 12, bottom: 30, left: 58 } as const
/** A line goes on over a stretch without points that is no wider than this part of the chart. */
const WIDEST_BRIDGE = 1 / 4
const WIDEST_BAR = 28
/** More points than this on one curve are drawn without dots. */
const MOST_DOTS = 400

type Amounts = ScaleContinuousNumeric<number, number>

/** Draws curves over time in one panel; colours come from the style sheet, by the number of the curve. */
export function drawChart({ curves, times, isLog, width, height }: Given): Drawing {
  const x = scaleUtc(times, [MARGIN.left, width - MARGIN.right])
  const spots = curves.flatMap((curve) => curve.spots)
  const y = amountScale(spots, curves, isLog, height)
  const bars = curves.filter((curve) => curve.shape === 'bars')
  const placed: Placed[] = []
  const marks = curves.map((curve) => {
    const places = placesOf(curve, x, y, isLog)
    placed.push(...places)
    return curve.shape === 'bars' && !isLog
      ? barsOf(curve, places, x, y, bars.indexOf(curve), bars.length)
      : lineOf(curve, places, x)
  })
  const svg = drawn(
    'svg',
    { class: 'chart', viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' },
    amountAxis(y, width, isLog),
    timeAxis(x, height, width),
    ...marks,
    drawn('g', { class: 'cursor' }),
  )
  return { svg, x, placed }
}

function amountScale(
  spots: readonly Spot[],
  curves: readonly Curve[],
  isLog: boolean,
  height: number,
): Amounts {
  const range = [height - MARGIN.bottom, MARGIN.top]
  const values = spots.map(({ value }) => value).filter((value) => !isLog || value > 0)
  const [low, high] = values.length === 0 ? [1, 10] : [Math.min(...values), Math.max(...values)]
  if (isLog) return scaleLog([low === high ? low / 2 : low, low === high ? high * 2 : high], range).nice()
  const fromZero = curves.some((curve) => curve.shape === 'bars')
  const room = (high - low) * 0.08 || Math.abs(high) * 0.1 || 1
  const domain = fromZero
    ? [Math.min(0, low - (low < 0 ? room : 0)), Math.max(0, high + (high > 0 ? room : 0))]
    : [low >= 0 ? Math.max(0, low - room) : low - room, high + room]
  return scaleLinear(domain, range)
}

function placesOf(curve: Curve, x: Drawing['x'], y: Amounts, isLog: boolean): Placed[] {
  return curve.spots
    .filter(({ value }) => !isLog || value > 0)
    .map((spot) => ({ curve, spot, left: x(spot.at), top: y(spot.value) }))
}

function lineOf(curve: Curve, places: readonly Placed[], x: Drawing['x']): SVGGElement {
  const [first, last] = x.range() as [number, number]
  const runs: Placed[][] = []
  for (const place of places) {
    const before = runs.at(-1)?.at(-1)
    const isFar = before === undefined || place.left - before.left > (last - first) * WIDEST_BRIDGE
    if (isFar) runs.push([place])
    else runs.at(-1)?.push(place)
  }
  const path = line<Placed>(
    ({ left }) => left,
    ({ top }) => top,
  )
  const paths = curve.shape === 'dots' ? [] : runs.filter((run) => run.length > 1)
  const dots = places.length <= MOST_DOTS ? places : places.filter(({ spot }) => spot.conflict)
  return drawn(
    'g',
    { class: `curve curve-${curve.number}${curve.dashed ? ' dashed' : ''}` },
    ...paths.map((run) => drawn('path', { class: 'line', d: path(run) ?? '' })),
    ...dots.map(dotOf),
  )
}

/** Full where the text says the day, hollow where it is the digest's; a ring where digests disagree. */
function dotOf({ spot, left, top }: Placed): SVGGElement {
  return drawn(
    'g',
    { transform: `translate(${left.toFixed(1)} ${top.toFixed(1)})` },
    spot.conflict && drawn('circle', { class: 'ring', r: 7 }),
    drawn('circle', { class: spot.said ? 'dot' : 'dot hollow', r: 3 }),
  )
}

function barsOf(
  curve: Curve,
  places: readonly Placed[],
  x: Drawing['x'],
  y: Amounts,
  number: number,
  count: number,
): SVGGElement {
  const zero = y(0)
  return drawn(
    'g',
    { class: `curve curve-${curve.number}${curve.dashed ? ' dashed' : ''}` },
    ...places.map((place) => {
      const slot = Math.min(0.8 * (x(place.spot.to) - x(place.spot.from)), WIDEST_BAR * count)
      const width = Math.max(1.5, slot / count)
      const left = place.left - slot / 2 + number * width
      place.left = left + width / 2
      return drawn(
        'g',
        {},
        drawn('rect', {
          class: place.spot.said ? 'bar' : 'bar hollow',
          x: left.toFixed(1),
          y: Math.min(zero, place.top).toFixed(1),
          width: Math.max(1, width - 0.5).toFixed(1),
          height: Math.max(1, Math.abs(place.top - zero)).toFixed(1),
        }),
        place.spot.conflict &&
          drawn('circle', { class: 'ring', cx: place.left.toFixed(1), cy: place.top.toFixed(1), r: 6 }),
      )
    }),
  )
}

function amountAxis(y: Amounts, width: number, isLog: boolean): SVGGElement {
  const ticks = isLog ? powersOf(y.domain()) : y.ticks(5)
  return drawn(
    'g',
    { class: 'axis' },
    ...ticks.map((tick) =>
      drawn(
        'g',
        { transform: `translate(0 ${y(tick).toFixed(1)})` },
        drawn('line', {
          class: tick === 0 ? 'grid zero' : 'grid',
          x1: MARGIN.left,
          x2: width - MARGIN.right,
        }),
        drawn('text', { x: MARGIN.left - 8, dy: '0.32em', 'text-anchor': 'end' }, shortly(tick)),
      ),
    ),
  )
}

/** More lines of a log scale than this run together. */
const MOST_POWERS = 8

/** 1, 10, 100 …; with 2 and 5 between them where they are few. */
function powersOf(domain: readonly number[]): number[] {
  const [low = 1, high = 10] = domain
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))]
  const step = Math.ceil((last - first + 1) / MOST_POWERS)
  const within = last - first <= 2 ? [1, 2, 5] : [1]
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, n) => first + n * step)
    .flatMap((power) => within.map((times) => times * 10 ** power))
    .filter((tick) => tick >= low && tick <= high)
}

const LONG_MS = 80 * 24 * 60 * 60 * 1000
const YEARS_MS = 4 * 366 * 24 * 60 * 60 * 1000

function timeAxis(x: Drawing['x'], height: number, width: number): SVGGElement {
  const [from = 0, to = 0] = x.domain().map(Number)
  const options: Intl.DateTimeFormatOptions =
    to - from > YEARS_MS
      ? { year: 'numeric' }
      : to - from > LONG_MS
        ? { year: 'numeric', month: 'short' }
        : { month: 'short', day: 'numeric' }
  const written = new Intl.DateTimeFormat(pageLanguage() === 'zh' ? 'zh-CN' : 'en', {
    ...options,
    timeZone: 'UTC',
  })
  const whole = x.ticks(Math.max(2, Math.floor(width / 110))).filter((tick) => tick.getUTCHours() === 0)
  return drawn(
    'g',
    { class: 'axis', transform: `translate(0 ${height - MARGIN.bottom})` },
    ...whole.map((tick) =>
      drawn(
        'g',
        { transform: `translate(${x(tick).toFixed(1)} 0)` },
        drawn('line', { class: 'tick', y2: 5 }),
        drawn('text', { y: 18, 'text-anchor': 'middle' }, written.format(tick)),
      ),
    ),
  )
}

/** The spot under a place: the nearest by time, and of those that stand there, the nearest by height. */
export function nearestTo(placed: readonly Placed[], left: number, top: number): Placed | undefined {
  const away = (place: Placed) => Math.abs(place.left - left)
  const closest = Math.min(...placed.map(away))
  return placed
    .filter((place) => away(place) <= closest + 6)
    .toSorted((a, b) => Math.abs(a.top - top) - Math.abs(b.top - top))[0]
}
