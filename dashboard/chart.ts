import uPlot from 'uplot'
import type { Bucket } from '../shared/series/buckets.ts'
import { bucketSeconds, LABELS, stepsFor, ticksOf } from './day-axis.ts'
import { outliersOf, rollingMean } from './statistics.ts'
import { colour } from './theme.ts'
import { shortly } from './words.ts'

export interface ChartGiven {
  /** First days of the buckets, in order. */
  starts: readonly string[]
  bucket: Bucket
  amounts: readonly (number | null)[]
  /** What is drawn from zero, as bars: amounts that add up. */
  isSum: boolean
  log: boolean
  /** Buckets in the rolling mean; 0 for none. */
  rolling: number
  outliers: boolean
  /** First and last day of the axis, shared by all charts. */
  days: readonly [string, string]
  /** The point under the pointer or the keyboard's, or none. */
  hovered(at: number | null): void
  picked(at: number): void
}

export interface Chart {
  /** The drawing, in device pixels. */
  readonly canvas: HTMLCanvasElement
  /** Puts the cursor on a point. */
  point(at: number): void
  resize(): void
  destroy(): void
}

const HEIGHT = 220
/** More points than this are drawn without dots. */
const MOST_DOTS = 400
/** A line goes on over a stretch without facts that is no wider than this part of the chart. */
const WIDEST_BRIDGE = 1 / 4
const FONT = '12px system-ui, sans-serif'
const secondsOf = (day: string): number => Date.parse(day) / 1000

/** Draws amounts over time; all charts of the page move their cursors together. */
export function drawChart(parent: HTMLElement, given: ChartGiven): Chart {
  const { starts, log, rolling, days } = given
  const amounts = given.amounts.map((amount) => (log && amount !== null && amount <= 0 ? null : amount))
  const ink = {
    text: colour('quiet'),
    grid: colour('line'),
    series: colour('series'),
    fill: colour('series-fill'),
    rolling: colour('rolling'),
    outlier: colour('outlier'),
  }
  const isBars = given.isSum && !log
  const dots = amounts.filter((amount) => amount !== null).length <= MOST_DOTS
  // What stands out to the eye: on a log scale, the logarithms.
  const far = given.outliers
    ? outliersOf(log ? amounts.map((amount) => amount && Math.log10(amount)) : amounts)
    : []
  const margin = bucketSeconds(given.bucket) / 2
  const [first, last] = [secondsOf(days[0]) - margin, secondsOf(days[1]) + margin]
  // A bar stays in its bucket, where it stands alone too.
  const widestBar = Math.min(36, (0.7 * parent.clientWidth * 2 * margin) / (last - first))
  const options: uPlot.Options = {
    width: parent.clientWidth,
    height: HEIGHT,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    legend: { show: false },
    cursor: {
      sync: { key: 'trends' },
      y: false,
      drag: { x: false, y: false },
      points: { size: 9, fill: ink.series },
      // The amount that a click would open.
      dataIdx: (_chart, _series, at) => nearest(amounts, at),
    },
    scales: {
      x: { time: true, range: () => [first, last] },
      y: log ? { distr: 3 } : { range: (_chart, low, high) => rangeOf(low, high, isBars) },
    },
    axes: [
      {
        stroke: ink.text,
        font: FONT,
        grid: { show: false },
        ticks: { stroke: ink.grid },
        incrs: stepsFor(given.bucket),
        splits: (_chart, _axis, min, max, step) => ticksOf(min, max, step),
        values: LABELS as uPlot.Axis.Values,
        size: (_chart, labels) => (labels?.some((label) => label?.includes('\n')) ? 46 : 30),
      },
      {
        stroke: ink.text,
        font: FONT,
        size: 58,
        grid: { stroke: ink.grid, width: 1 },
        ticks: { show: false },
        ...(log && { splits: (_chart, _axis, low, high) => powersOfTen(low, high) }),
        values: (_chart, splits) => splits.map((split) => (split === null ? '' : shortly(split))),
      },
    ],
    series: [
      {},
      isBars
        ? {
            stroke: ink.series,
            fill: ink.fill,
            width: 1,
            paths: uPlot.paths.bars?.({ size: [0.7, widestBar, 2] }),
            points: { show: false },
          }
        : {
            stroke: ink.series,
            width: 2,
            gaps: (chart, _series, _from, _to, gaps) =>
              gaps.filter(([from, to]) => to - from > chart.bbox.width * WIDEST_BRIDGE),
            points: { show: dots, size: 6, fill: ink.series },
          },
      ...(rolling > 0 ? [{ stroke: ink.rolling, width: 2, dash: [6, 4], points: { show: false } }] : []),
    ],
    hooks: {
      setCursor: [
        (chart) => {
          given.hovered(nearest(amounts, chart.cursor.idx ?? null))
        },
      ],
      draw: [(chart) => ring(chart, far, ink.outlier)],
    },
  }
  const xs = starts.map(secondsOf)
  const data: uPlot.AlignedData = [xs, amounts, ...(rolling > 0 ? [rollingMean(amounts, rolling)] : [])]
  const chart = new uPlot(options, data, parent)
  chart.over.addEventListener('click', () => {
    const at = nearest(amounts, chart.cursor.idx ?? null)
    if (at !== null) given.picked(at)
  })
  return {
    canvas: chart.ctx.canvas,
    point(at) {
      const amount = amounts[at]
      const x = xs[at]
      if (amount === null || amount === undefined || x === undefined) return
      chart.setCursor({ left: chart.valToPos(x, 'x'), top: chart.valToPos(amount, 'y') })
    },
    resize: () => chart.setSize({ width: parent.clientWidth, height: HEIGHT }),
    destroy: () => chart.destroy(),
  }
}

/** Bars stand on zero; lines get a little room. */
function rangeOf(low: number | null, high: number | null, fromZero: boolean): uPlot.Range.MinMax {
  if (low === null || high === null) return [0, 1]
  if (fromZero) return [Math.min(0, low * 1.05), Math.max(0, high * 1.05) || 1]
  const room = (high - low) * 0.08 || Math.abs(high) * 0.1 || 1
  return [low - room, high + room]
}

/** More lines of a log scale than this run together. */
const MOST_POWERS = 8

function powersOfTen(low: number, high: number): number[] {
  const [first, last] = [Math.ceil(Math.log10(low)), Math.floor(Math.log10(high))]
  const step = Math.ceil((last - first + 1) / MOST_POWERS)
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, n) => 10 ** (first + n * step))
}

/** Rings around points, each with its amount as far as these do not run together: the greatest first. */
function ring(chart: uPlot, indices: readonly number[], stroke: string): void {
  const { ctx, data } = chart
  const scale = devicePixelRatio
  ctx.save()
  ctx.strokeStyle = stroke
  ctx.fillStyle = stroke
  ctx.lineWidth = 2 * scale
  ctx.setLineDash([])
  ctx.font = `${11 * scale}px system-ui, sans-serif`
  ctx.textAlign = 'center'
  const written: [left: number, right: number, top: number][] = []
  for (const at of indices.toSorted((a, b) => Math.abs(data[1]?.[b] ?? 0) - Math.abs(data[1]?.[a] ?? 0))) {
    const amount = data[1]?.[at]
    const x = data[0][at]
    if (amount === null || amount === undefined || x === undefined) continue
    const [left, top] = [chart.valToPos(x, 'x', true), chart.valToPos(amount, 'y', true)]
    ctx.beginPath()
    ctx.arc(left, top, 6 * scale, 0, 2 * Math.PI)
    ctx.stroke()
    const label = shortly(amount)
    const half = ctx.measureText(label).width / 2 + 2 * scale
    const line = top > 22 * scale ? top - 10 * scale : top + 20 * scale
    const isFree = written.every(
      ([from, to, other]) => left + half < from || left - half > to || Math.abs(line - other) > 12 * scale,
    )
    if (!isFree) continue
    written.push([left - half, left + half, line])
    ctx.fillText(label, left, line)
  }
  ctx.restore()
}

/** The index of the amount that is nearest to an index, or none. */
export function nearest(amounts: readonly (number | null)[], at: number | null): number | null {
  if (at === null) return null
  for (let away = 0; away < amounts.length; away++) {
    for (const near of [at - away, at + away]) if ((amounts[near] ?? null) !== null) return near
  }
  return null
}
