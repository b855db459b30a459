import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { SeriesView } from './answers.ts'
import { timeOf } from './curve.ts'
import { drawn } from './elements.ts'

const SIZE = { width: 96, height: 28, edge: 3 } as const

/** The last points of a series, small and without axes. */
export function sparkline({ recent, kind }: Pick<SeriesView, 'recent' | 'kind'>): SVGSVGElement {
  const spots = recent.map(({ date, value }) => ({ at: timeOf(date), value: Number(value) }))
  const values = spots.map(({ value }) => value)
  const times = spots.map(({ at }) => at)
  const isBars = kind === 'flow' || kind === 'change'
  const x = scaleLinear([Math.min(...times), Math.max(...times)], [SIZE.edge, SIZE.width - SIZE.edge])
  const low = isBars ? Math.min(0, ...values) : Math.min(...values)
  const high = isBars ? Math.max(0, ...values) : Math.max(...values)
  const y = scaleLinear([low, high === low ? low + 1 : high], [SIZE.height - SIZE.edge, SIZE.edge])
  const last = spots.at(-1)
  const path = line<{ at: number; value: number }>(
    ({ at }) => x(at),
    ({ value }) => y(value),
  )
  const bars = () =>
    spots.map(({ at, value }) =>
      drawn('line', { class: 'bar', x1: x(at), x2: x(at), y1: y(0), y2: y(value) }),
    )
  return drawn(
    'svg',
    {
      class: 'sparkline',
      viewBox: `0 0 ${SIZE.width} ${SIZE.height}`,
      width: SIZE.width,
      height: SIZE.height,
      'aria-hidden': 'true',
    },
    ...(isBars ? bars() : [drawn('path', { class: 'line', d: path(spots) ?? '' })]),
    last !== undefined && drawn('circle', { class: 'dot', cx: x(last.at), cy: y(last.value), r: 2.5 }),
  )
}
