import { ApiError, keepToken, type Metric, metrics, type Point, type Trend, trend } from './api.ts'
import { drawControls } from './controls.ts'
import { announce, byId, element } from './elements.ts'
import { drawPicker } from './picker.ts'
import { openPoint } from './point-panel.ts'
import { startTheme } from './theme.ts'
import { queryOf, type TrendCard, trendCard } from './trend-card.ts'
import { startUpload } from './upload.ts'
import { readState, type ViewState, writeState } from './view-state.ts'

/** What the page shows at first: as many metrics as these, these before those with the most facts. */
const FIRST_SHOWN: readonly string[] = ['square-meters', 'yuan', 'patients']

let state: ViewState = readState(location.search)
let catalogue: readonly Metric[] = []
let cards: TrendCard[] = []
let loading = new AbortController()

/** Another view; its address replaces the one before, or follows it where Back should lead there again. */
function change(to: Partial<ViewState>, how: 'replace' | 'push' = 'replace'): void {
  state = { ...state, ...to }
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', writeState(state) || location.pathname)
}

async function start(): Promise<void> {
  notice(element('p', { class: 'quiet' }, 'Loading …'))
  try {
    catalogue = (await metrics()).toSorted((a, b) => b.count - a.count)
  } catch (error) {
    return notice(failure(error))
  }
  notice()
  drawSides()
  await drawCharts()
  await drawPoint()
}

function shownMetrics(): string[] {
  if (state.metrics.length > 0) return state.metrics
  const names: string[] = catalogue.map(({ metric }) => metric)
  const first = FIRST_SHOWN.filter((name) => names.includes(name))
  return [...new Set([...first, ...names])].slice(0, FIRST_SHOWN.length)
}

function drawSides(): void {
  const known = catalogue.filter(({ metric }) => shownMetrics().includes(metric))
  const first = known.map(({ firstDay }) => firstDay).toSorted()[0]
  const last = known
    .map(({ lastDay }) => lastDay)
    .toSorted()
    .at(-1)
  drawPicker(byId('picker'), catalogue, shownMetrics(), (chosen) => {
    change({ metrics: chosen })
    drawSides()
    void drawCharts()
  })
  drawControls(byId('controls'), state, { first, last }, (changed) => {
    change(changed)
    drawSides()
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
    const trends = await Promise.all(shownMetrics().map((metric) => trend(metric, queryOf(state), signal)))
    performance.mark('trends-arrived')
    notice()
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

function replaceCards(charts: HTMLElement, trends: readonly Trend[]): void {
  for (const card of cards) card.destroy()
  const points = trends.flatMap((one) => one.points)
  const starts = points.map(({ start }) => start).toSorted()
  const days = [starts[0] ?? '', starts.at(-1) ?? ''] as const
  cards = trends.map((one) =>
    trendCard(one, state, days, (point) => {
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
    if (only !== undefined) await openPoint(byId('point'), found, only, closePoint)
  } catch (error) {
    notice(failure(error))
  }
}

function closePoint(): void {
  byId('point').hidden = true
  change({ point: undefined }, 'push')
  byId('charts').focus()
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

function notice(...content: Node[]): void {
  byId('notice').replaceChildren(...content)
}

/** What went wrong, and what can be done about it. */
function failure(error: unknown): HTMLElement {
  const message = error instanceof Error ? error.message : String(error)
  const again = element('button', { type: 'button', onclick: () => start() }, 'Try again')
  if (!(error instanceof ApiError && error.status === 401)) {
    const what = error instanceof ApiError ? message : `The API cannot be reached: ${message}`
    return element('div', { class: 'failure' }, element('p', {}, what), again)
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
    element('p', {}, 'Reading needs an access token of your identity provider.'),
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
startUpload(byId('upload'), start)
startTheme(() => {
  if (catalogue.length > 0) void drawCharts()
})
void start()
