import type { Measure } from '../shared/series/measures.ts'
import { type Point, type Trend, trendCsv } from './api.ts'
import { type Chart, drawChart } from './chart.ts'
import { announce, download, element } from './elements.ts'
import { colour } from './theme.ts'
import type { ViewState } from './view-state.ts'
import { counted, exactly, messageOf, sized, unitBeside, unitName } from './words.ts'

export interface TrendCard {
  readonly root: HTMLElement
  /** Draws the chart: the root has to stand in the page. */
  draw(): void
  destroy(): void
}

/** Measures that add up are drawn from zero. */
const SUMS: ReadonlySet<string> = new Set(['sum', 'count'])

/** How far a key moves among the points that have amounts. */
const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  PageUp: (at) => at - 10,
  PageDown: (at) => at + 10,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/** One metric: its chart, what the cursor is on, its table, its files. */
export function trendCard(
  trend: Trend,
  state: ViewState,
  measure: Measure,
  days: readonly [string, string],
  opened: (point: Point) => void,
): TrendCard {
  const { metric, label, points } = trend
  const unit = measure === 'count' ? 'fact' : trend.unit
  const beside = unitBeside(label, unit)
  const amountOf = (point: Point): string | null =>
    measure === 'count' ? String(point.count) : (point[measure] ?? null)
  const told = (point: Point): string =>
    `${point.date}: ${sized(amountOf(point) ?? '0', unit)} (${measure} of ${counted(point.count, 'fact')} in ${counted(point.digests, 'digest')})`
  const full = points.flatMap((point, at) => (point.count > 0 && amountOf(point) !== null ? [at] : []))

  let chart: Chart | undefined
  let current = full.length - 1
  const readout = element('p', { class: 'readout' })
  const rest = [
    `${measure} by ${state.bucket}, ${counted(full.length, state.bucket)} with facts`,
    state.rolling > 0 && `dashed: mean of ${counted(state.rolling, state.bucket)}`,
  ]
    .filter(Boolean)
    .join('; ')
  const show = (at: number | null) => {
    const point = at === null ? undefined : points[at]
    readout.textContent = point === undefined || point.count === 0 ? rest : told(point)
  }
  const move = (event: KeyboardEvent) => {
    const point = points[full[current] ?? -1]
    if (event.key === 'Enter' && point !== undefined) return opened(point)
    const to = MOVES[event.key]?.(current, full.length)
    if (to === undefined || full.length === 0) return
    event.preventDefault()
    current = Math.max(0, Math.min(full.length - 1, to))
    const at = full[current] ?? 0
    chart?.point(at)
    show(at)
    announce(readout.textContent ?? '')
  }
  const plot = element('div', {
    class: 'plot',
    tabindex: 0,
    // Lets the arrow keys through to the chart, which readers of the screen keep for themselves elsewhere.
    role: 'application',
    'aria-roledescription': 'chart',
    'aria-label': `${label}, ${measure} by ${state.bucket}. Arrow keys move along the points, Enter opens the sentences of one.`,
    onkeydown: move,
  })
  const csv = () =>
    trendCsv(metric, queryOf(state, measure))
      .then((table) => download(`${metric}.csv`, table))
      .catch((error) => {
        readout.textContent = messageOf(error)
        announce(readout.textContent)
      })
  const picture = () => chart && savePicture(chart, `${label} ${beside}`, metric)
  const files = [
    fileButton('CSV', `Download the trend of ${label} as CSV`, csv),
    fileButton('PNG', `Download the chart of ${label} as PNG`, picture),
  ]
  const root = element(
    'article',
    { class: 'card', 'aria-label': label },
    element(
      'header',
      {},
      element('h2', {}, label, ' ', element('small', {}, beside)),
      ...(full.length > 0 ? files : []),
    ),
    ...(full.length > 0
      ? [
          readout,
          plot,
          table(
            label,
            unitName(unit),
            full.flatMap((at) => points[at] ?? []),
            amountOf,
            opened,
          ),
        ]
      : [element('p', { class: 'empty' }, 'No facts in this range.')]),
  )
  show(null)
  const resized = new ResizeObserver(() => chart?.resize())
  return {
    root,
    draw() {
      if (full.length === 0) return
      chart = drawChart(plot, {
        starts: points.map(({ start }) => start),
        bucket: state.bucket,
        amounts: points.map((point) =>
          amountOf(point) === null || point.count === 0 ? null : Number(amountOf(point)),
        ),
        isSum: SUMS.has(measure),
        log: state.log,
        rolling: state.rolling,
        outliers: state.outliers,
        days,
        hovered: show,
        picked(at) {
          const point = points[at]
          current = full.indexOf(at)
          if (point !== undefined) opened(point)
        },
      })
      resized.observe(plot)
    },
    destroy() {
      resized.disconnect()
      chart?.destroy()
    },
  }
}

/** What is asked of the API for a state. */
export const queryOf = ({ from, to, bucket }: ViewState, measure: Measure) => ({
  from,
  to,
  bucket,
  measure,
  fill: 'null',
})

const fileButton = (name: string, says: string, onclick: () => void): HTMLButtonElement =>
  element('button', { type: 'button', class: 'quiet', title: says, 'aria-label': says, onclick }, name)

/** The same figures for readers of a screen, and for all who want to read them. */
function table(
  label: string,
  unit: string,
  points: readonly Point[],
  amountOf: (point: Point) => string | null,
  opened: (point: Point) => void,
): HTMLElement {
  const rows = () =>
    points.map((point) =>
      element(
        'tr',
        {},
        element(
          'th',
          { scope: 'row' },
          element('button', { type: 'button', class: 'link', onclick: () => opened(point) }, point.date),
        ),
        element('td', {}, exactly(amountOf(point) ?? '0')),
        element('td', {}, String(point.count)),
        element('td', {}, String(point.digests)),
      ),
    )
  const body = element('tbody')
  const heads = ['Date', unit ? `Amount, ${unit}` : 'Amount', 'Facts', 'Digests'].map((name) =>
    element('th', { scope: 'col' }, name),
  )
  return element(
    'details',
    { class: 'table', ontoggle: () => body.childElementCount === 0 && body.append(...rows()) },
    element('summary', { 'aria-label': `Table of ${label}` }, 'Table'),
    element(
      'div',
      { class: 'scroll', role: 'group', tabindex: 0, 'aria-label': `Table of ${label}` },
      element(
        'table',
        {},
        element('caption', { class: 'unseen' }, label),
        element('thead', {}, element('tr', {}, ...heads)),
        body,
      ),
    ),
  )
}

/** The chart on the colour of the page, under its title. */
function savePicture(chart: Chart, title: string, name: string): void {
  const scale = devicePixelRatio
  const top = 40 * scale
  const picture = element('canvas', { width: chart.canvas.width, height: chart.canvas.height + top })
  const context = picture.getContext('2d')
  if (context === null) return
  context.fillStyle = colour('surface')
  context.fillRect(0, 0, picture.width, picture.height)
  context.fillStyle = colour('text')
  context.font = `600 ${16 * scale}px system-ui, sans-serif`
  context.fillText(title, 12 * scale, 26 * scale)
  context.drawImage(chart.canvas, 0, top)
  picture.toBlob((blob) => blob && download(`${name}.png`, blob), 'image/png')
}
