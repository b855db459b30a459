import type { SeriesPoint, SeriesView } from './answers.ts'
import { ApiError, oneSeries, points, pointsCsv } from './api.ts'
import type { Placed } from './chart.ts'
import { type ChartPanel, chartPanel } from './chart-panel.ts'
import { type Curve, curveOf, panelsOf, timesOf } from './curve.ts'
import { announce, byId, download, element } from './elements.ts'
import { say } from './language.ts'
import { fileName, metadataOf, pictureOf, savePng, saveSvg } from './publish.ts'
import { describedBy, titleOf } from './series-name.ts'
import { openTellings } from './tellings-panel.ts'
import type { ViewState } from './view-state.ts'
import { counted, exactly, messageOf, sized, unitName } from './words.ts'

export interface SeriesViewGiven {
  state(): ViewState
  /** Another view; Back leads back where `how` is 'push'. */
  change(to: Partial<ViewState>, how?: 'replace' | 'push'): void
  /** The series that are drawn, in order. */
  shown(): readonly string[]
  removed(id: string): void
}

/** One series with its points, as they are read. */
interface Read {
  series: SeriesView
  points: SeriesPoint[]
}

/** Points that a curve is drawn with at most: ten years of days. */
const MOST_POINTS = 4000
const PAGE = 1000

/** The curves of the shown series, in a panel for each unit, and the tellings of the point that is open. */
export function seriesView(charts: HTMLElement, panel: HTMLElement, given: SeriesViewGiven) {
  let loading = new AbortController()
  let panels: ChartPanel[] = []
  let read: Read[] = []
  let opener: Element | null = null

  const draw = async (): Promise<void> => {
    loading.abort()
    loading = new AbortController()
    const { signal } = loading
    charts.setAttribute('aria-busy', 'true')
    try {
      const all = await Promise.all(given.shown().map((id) => readSeries(id, given.state(), signal)))
      performance.mark('points-arrived')
      read = all.filter((one) => one !== undefined)
      redraw(read.length < all.length)
      performance.measure('curves-drawn', 'points-arrived')
    } finally {
      if (!signal.aborted) charts.removeAttribute('aria-busy')
    }
  }

  /** Draws what was read as the state says by now. */
  const redraw = (isOneGone = false) => {
    const state = given.state()
    const { scrollY } = window
    for (const one of panels) one.destroy()
    const curves = read.map(({ series, points: of }, number) => curveOf(series, number, of, state))
    const times = timesOf(curves, state)
    panels = times === undefined ? [] : panelsOf(curves, state.scale).map((those) => panelFor(those, times))
    charts.replaceChildren(
      legend(curves, state),
      ...(isOneGone ? [element('p', { class: 'quiet' }, say('goneSeries'))] : []),
      ...(read.length > 0 && times === undefined
        ? [element('p', { class: 'empty' }, say('noSeriesInRange'))]
        : []),
      ...panels.map(({ root }) => root),
      ...(curves.length > 0 ? [files(curves), tableOf(curves)] : []),
    )
    for (const one of panels) one.draw()
    window.scrollTo({ top: scrollY })
    announce(say('shownSeries', { count: curves.length }))
  }

  const panelFor = (curves: Curve[], times: readonly [number, number]): ChartPanel => {
    const { scale } = given.state()
    return chartPanel({
      curves,
      times,
      isLog: scale === 'log',
      isIndex: scale === 'index',
      picked: ({ curve, spot }: Placed) => open(curve.series.id, spot.point),
      zoomed: (from, to) => given.change({ from, to }),
    })
  }

  const open = (id: string, point: SeriesPoint) => {
    if (panel.hidden) opener = document.activeElement
    given.change({ point: { series: id, date: point.start } }, 'push')
    void show()
  }

  /** Opens the point that the state names, or closes what is open. */
  const show = async (): Promise<void> => {
    const { point, without } = given.state()
    const found = point && read.find(({ series }) => series.id === point.series)
    const at = found?.points.findIndex(({ start }) => start === point?.date) ?? -1
    const told = found?.points[at]
    if (point === undefined || found === undefined || told === undefined) {
      panel.hidden = true
      if (point !== undefined && found !== undefined)
        byId('notice').replaceChildren(
          element('p', { class: 'quiet' }, say('noSuchPoint', { day: point.date })),
        )
      return
    }
    const step = (to: -1 | 1) => {
      const next = found.points
        .slice(to < 0 ? 0 : at + 1, to < 0 ? at : undefined)
        .filter(({ value }) => value !== null)
      const near = to < 0 ? next.at(-1) : next[0]
      return near === undefined ? {} : { [to]: () => open(point.series, near) }
    }
    await openTellings(panel, {
      series: found.series,
      point: told,
      closed: close,
      stepped: { ...step(-1), ...step(1) },
      leftOut: (digest) => given.change({ without: [...new Set([...without, digest])] }),
    })
  }

  const close = () => {
    panel.hidden = true
    given.change({ point: undefined }, 'push')
    const back = opener instanceof HTMLElement && opener.isConnected ? opener : charts.querySelector('.plot')
    if (back instanceof HTMLElement) back.focus()
  }

  const legend = (curves: readonly Curve[], { without }: ViewState): HTMLElement =>
    element(
      'ul',
      { class: 'legend' },
      ...curves.map(({ series, number }) =>
        element(
          'li',
          {},
          element('span', { class: `key key-${number}` }),
          element('span', {}, titleOf(series), ' ', element('small', {}, describedBy(series))),
          element(
            'button',
            {
              type: 'button',
              class: 'quiet remove',
              'aria-label': say('remove', { name: titleOf(series) }),
              onclick: () => given.removed(series.id),
            },
            '✕',
          ),
        ),
      ),
      without.length > 0 &&
        element(
          'li',
          {},
          say('leftOut', { digests: counted(without.length, 'digest') }),
          ' ',
          element(
            'button',
            { type: 'button', class: 'link', onclick: () => given.change({ without: [] }) },
            say('takeBack'),
          ),
        ),
    )

  const files = (curves: readonly Curve[]): HTMLElement => {
    const said = element('span', { class: 'quiet', role: 'status' })
    const name = fileName(curves.map(({ series }) => titleOf(series)).join(' '))
    const each = (write: (picture: SVGSVGElement, file: string) => void | Promise<void>) => () => {
      for (const [n, one] of panels.entries()) {
        const drawing = one.drawing()
        const those = panelsOf(curves, given.state().scale)[n]
        if (drawing === undefined || those === undefined) continue
        const file = panels.length === 1 ? name : `${name}-${n + 1}`
        Promise.resolve(write(pictureOf(drawing.svg, those, location.href), file)).catch(fail)
      }
    }
    const fail = (error: unknown) => {
      said.textContent = messageOf(error)
    }
    const csv = () => {
      for (const { series } of curves)
        pointsCsv(series.id, pointsQuery(given.state()))
          .then((table) => download(`${fileName(titleOf(series))}.csv`, table))
          .catch(fail)
    }
    const metadata = () => {
      for (const { series } of curves)
        download(`${fileName(titleOf(series))}.json`, metadataOf(series, location.href))
    }
    const copy = () =>
      navigator.clipboard.writeText(location.href).then(() => {
        said.textContent = say('copied')
      }, fail)
    const button = (label: string, title: string, onclick: () => void) =>
      element('button', { type: 'button', class: 'quiet', title, 'aria-label': title, onclick }, label)
    return element(
      'div',
      { class: 'files' },
      button('SVG', say('saveSvg'), each(saveSvg)),
      button('PNG', say('savePng'), each(savePng)),
      button('CSV', say('saveCsv'), csv),
      button('JSON', say('saveMetadata'), metadata),
      button(say('copyLink'), say('copyLink'), copy),
      said,
    )
  }

  /** The same figures for readers of a screen, and for all who want to read them. */
  const tableOf = (curves: readonly Curve[]): HTMLElement => {
    const name = curves.map(({ series }) => titleOf(series)).join('; ')
    const holder = element('div', {
      class: 'scroll',
      role: 'group',
      tabindex: 0,
      'aria-label': say('tableOf', { name }),
    })
    const fill = () => holder.childElementCount === 0 && holder.append(filledTable(curves, open))
    return element(
      'details',
      { class: 'table', ontoggle: fill },
      element('summary', {}, say('table')),
      holder,
    )
  }

  return { draw, redraw, show, close }
}

function filledTable(
  curves: readonly Curve[],
  open: (id: string, point: SeriesPoint) => void,
): HTMLTableElement {
  const days = [...new Set(curves.flatMap(({ spots }) => spots.map(({ date }) => date)))].toSorted()
  const cell = ({ series, spots }: Curve, day: string) => {
    const spot = spots.find(({ date }) => date === day)
    if (spot === undefined) return element('td')
    const amount = spot.exact === undefined ? String(spot.value) : exactly(spot.exact)
    return element(
      'td',
      {},
      element(
        'button',
        {
          type: 'button',
          class: 'link',
          'aria-label': `${day}: ${sized(spot.exact ?? String(spot.value), series.unit)}`,
          onclick: () => open(series.id, spot.point),
        },
        amount,
      ),
    )
  }
  return element(
    'table',
    {},
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, say('date')),
        ...curves.map(({ series }) =>
          element('th', { scope: 'col' }, titleOf(series), ' ', element('small', {}, unitName(series.unit))),
        ),
      ),
    ),
    element(
      'tbody',
      {},
      ...days.map((day) =>
        element('tr', {}, element('th', { scope: 'row' }, day), ...curves.map((curve) => cell(curve, day))),
      ),
    ),
  )
}

const pointsQuery = ({ from, to, bucket, without }: ViewState) => ({
  from,
  to,
  bucket,
  without: without.join(','),
})

/** A series with all its points in the range, page by page; undefined where it has gone. */
async function readSeries(id: string, state: ViewState, signal: AbortSignal): Promise<Read | undefined> {
  const query = pointsQuery(state)
  const all: SeriesPoint[] = []
  let series: SeriesView | undefined
  let cursor: string | undefined
  try {
    do {
      const page = await points(id, { ...query, limit: PAGE, cursor }, signal)
      series = page.series
      all.push(...page.points)
      cursor = page.next
    } while (cursor !== undefined && all.length < MOST_POINTS)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined
    throw error
  }
  return { series: series ?? (await oneSeries(id)), points: all }
}
