import type { Measure } from '../shared/series/measures.ts'
import { ApiError, hasToken, keepToken, type Metric, metrics, type Point, type Trend, trend } from './api.ts'
import { drawControls } from './controls.ts'
import { announce, byId, element } from './elements.ts'
import { drawPicker } from './picker.ts'
import { openPoint } from './point-panel.ts'
import { startTheme } from './theme.ts'
import { queryOf, type TrendCard, trendCard } from './trend-card.ts'
import { startUpload } from './upload.ts'
import { readState, type ViewState, writeState } from './view-state.ts'
import { messageOf } from './words.ts'

/** What the page shows at first: as many metrics as these, these before those with the most facts. */
const FIRST_SHOWN: readonly string[] = ['square-meters', 'yuan', 'patients']

let state: ViewState = readState(location.search)
let catalogue: readonly Metric[] = []
let cards: TrendCard[] = []
let loading = new AbortController()
/** Where the focus was when a point was opened. */
let opener: Element | null = null

/** Another view; its address replaces the one before, or follows it where Back should lead there again. */
function change(to: Partial<ViewState>, how: 'replace' | 'push' = 'replace'): void {
  state = { ...state, ...to }
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', writeState(state) || location.pathname)
}

async function start(): Promise<void> {
  notice(element('p', { class: 'quiet' }, 'Loading …'))
  if (await refresh()) await drawPoint()
}

/** Draws what there is by now, an open point as it is. @returns whether it could be read */
async function refresh(): Promise<boolean> {
  try {
    catalogue = (await metrics()).toSorted((a, b) => b.count - a.count)
  } catch (error) {
    notice(failure(error))
    return false
  }
  notice()
  drawSides()
  await drawCharts()
  return true
}

/** Those that the address names, as far as they have facts, or else those that the page chooses. */
function shownMetrics(): string[] {
  const names: string[] = catalogue.map(({ metric }) => metric)
  const asked = state.metrics.filter((name) => names.includes(name))
  if (asked.length > 0) return asked
  const first = FIRST_SHOWN.filter((name) => names.includes(name))
  return [...new Set([...first, ...names])].slice(0, FIRST_SHOWN.length)
}

function drawSides(): void {
  drawPicker(byId('picker'), catalogue, shownMetrics(), (chosen) => {
    change({ metrics: chosen })
    // Without any the page chooses, and ticks what it chose. Otherwise the picker stays, and with it the focus.
    if (chosen.length === 0) drawSides()
    else drawDays()
    void drawCharts()
  })
  drawDays()
}

/** The controls; their range is that of the shown metrics. */
function drawDays(): void {
  const known = catalogue.filter(({ metric }) => shownMetrics().includes(metric))
  const first = known.map(({ firstDay }) => firstDay).toSorted()[0]
  const last = known
    .map(({ lastDay }) => lastDay)
    .toSorted()
    .at(-1)
  drawControls(byId('controls'), state, { first, last }, (changed) => {
    change(changed)
    void drawCharts()
  })
}

async function drawCharts(): Promise<void> {
  loading.abort()
  loading = new AbortController()
  const { signal } = loading
  const charts = byId('charts')
  charts.setAttribute('aria-busy', 'true')
  if (catalogue.length === 0) return showEmpty(charts)
  try {
    const trends = await Promise.all(
      shownMetrics().map((metric) => trend(metric, queryOf(state, measureOf(metric)), signal)),
    )
    performance.mark('trends-arrived')
    notice(...withoutFacts())
    replaceCards(charts, trends)
    performance.measure('charts-drawn', 'trends-arrived')
    announce(`${trends.length} charts: ${trends.map(({ label }) => label).join(', ')}`)
  } catch (error) {
    if (signal.aborted) return
    notice(failure(error))
  } finally {
    if (!signal.aborted) charts.removeAttribute('aria-busy')
  }
}

function measureOf(name: string): Measure {
  if (state.measure !== 'auto') return state.measure
  return catalogue.find(({ metric }) => metric === name)?.measure ?? 'sum'
}

function replaceCards(charts: HTMLElement, trends: readonly Trend[]): void {
  for (const card of cards) card.destroy()
  const points = trends.flatMap((one) => one.points)
  const starts = points.map(({ start }) => start).toSorted()
  const days = [starts[0] ?? '', starts.at(-1) ?? ''] as const
  cards = trends.map((one) =>
    trendCard(one, state, measureOf(one.metric), days, (point) => {
      opener = document.activeElement
      change({ point: { metric: one.metric, start: point.start } }, 'push')
      void openPoint(byId('point'), one, point, closePoint)
    }),
  )
  charts.replaceChildren(...cards.map(({ root }) => root))
  for (const card of cards) card.draw()
}

/** The point that the address names. */
async function drawPoint(): Promise<void> {
  const { point } = state
  byId('point').hidden = true
  if (point === undefined) return
  const { metric, start: from } = point
  try {
    const found = await trend(metric, { from, to: from, bucket: state.bucket })
    const [only]: Point[] = found.points
    if (only === undefined)
      notice(element('p', { class: 'quiet' }, `There are no facts of ${metric} on ${from}.`))
    else await openPoint(byId('point'), found, only, closePoint)
  } catch (error) {
    notice(failure(error))
  }
}

function closePoint(): void {
  byId('point').hidden = true
  change({ point: undefined }, 'push')
  const back = opener instanceof HTMLElement && opener.isConnected ? opener : byId('charts')
  back.focus()
}

function showEmpty(charts: HTMLElement): void {
  charts.removeAttribute('aria-busy')
  const how = document.body.dataset.uploads === undefined ? 'to the bucket' : 'here: drop it on this page'
  charts.replaceChildren(
    element(
      'p',
      { class: 'empty' },
      `There are no facts yet. Upload a digest ${how}, and its numbers will appear.`,
    ),
  )
}

/** What the address asks for and no digest speaks of. */
function withoutFacts(): Node[] {
  const missing = state.metrics.filter((name) => !catalogue.some(({ metric }) => metric === name))
  return missing.length === 0
    ? []
    : [element('p', { class: 'quiet' }, `There are no facts of ${missing.join(', ')}.`)]
}

function notice(...content: Node[]): void {
  byId('notice').replaceChildren(...content)
}

/** What went wrong, and what can be done about it. */
function failure(error: unknown): HTMLElement {
  const again = element('button', { type: 'button', onclick: () => start() }, 'Try again')
  if (!(error instanceof ApiError && error.status === 401)) {
    return element('div', { class: 'failure' }, element('p', {}, messageOf(error)), again)
  }
  const token = element('input', { type: 'password', autocomplete: 'off', 'aria-label': 'Access token' })
  const enter = (event: SubmitEvent) => {
    event.preventDefault()
    keepToken(token.value)
    void start()
  }
  return element(
    'form',
    { class: 'failure', onsubmit: enter },
    element(
      'p',
      {},
      `${hasToken() ? 'The token is refused; it may have expired. ' : ''}Reading needs an access token of your identity provider.`,
    ),
    token,
    element('button', {}, 'Read'),
  )
}

window.addEventListener('popstate', () => {
  state = readState(location.search)
  drawSides()
  void drawCharts()
  void drawPoint()
})
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !byId('point').hidden) closePoint()
})
byId('controls').addEventListener('submit', (event) => event.preventDefault())
startUpload(byId('upload'), refresh)
startTheme(() => {
  if (catalogue.length > 0) void drawCharts()
})
void start()
