import type { SeriesView } from './answers.ts'
import { ApiError, hasToken, keepToken, stateOfFigures } from './api.ts'
import { drawControls } from './controls.ts'
import { announce, byId, element } from './elements.ts'
import { drawFinder, type Finder } from './find.ts'
import { LANGUAGES, type PageLanguage, pageLanguage, say, setLanguage } from './language.ts'
import { numbersView } from './numbers-view.ts'
import { seriesView } from './series-view.ts'
import { startTheme } from './theme.ts'
import { startUpload } from './upload.ts'
import { MOST_SERIES, readState, VIEWS, type ViewState, writeState } from './view-state.ts'
import { messageOf } from './words.ts'

/** Curves that the page chooses where the address names none. */
const FIRST_SHOWN = 3
/** How often the page asks whether something was uploaded, while it is seen. */
const ASK_AGAIN_MS = 5000

let state: ViewState = readState(location.search)
let found: readonly SeriesView[] = []
let finder: Finder | undefined

const shown = (): readonly string[] => (state.series.length > 0 ? state.series : firstOf(found))

/** The first found of different things, one of each entity and measure. */
function firstOf(series: readonly SeriesView[]): string[] {
  const seen = new Set<string>()
  const first = series.filter(({ entity, unit, kind }) => {
    const thing = `${entity.id} ${unit} ${kind}`
    return !seen.has(entity.id) && !seen.has(thing) && seen.add(thing) && seen.add(entity.id)
  })
  return first.slice(0, FIRST_SHOWN).map(({ id }) => id)
}

/** What a change of the state makes necessary: its fields that the curves are read anew for, or only drawn anew. */
const READ_ANEW = ['series', 'from', 'to', 'bucket', 'without'] as const
const DRAWN_ANEW = ['scale', 'show'] as const

/** Another view; its address replaces the one before, or follows it where Back should lead there again. */
function change(to: Partial<ViewState>, how: 'replace' | 'push' = 'replace'): void {
  const before = state
  state = { ...state, ...to }
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', writeState(state) || location.pathname)
  const differs = (names: readonly (keyof ViewState)[]) => names.some((name) => before[name] !== state[name])
  if (differs(['view'])) {
    drawAll()
    return
  }
  if (differs([...READ_ANEW, ...DRAWN_ANEW])) drawControls(byId('controls'), state, change)
  if (state.view === 'numbers') {
    if (differs(['metric', 'filters', 'from', 'to'])) attempt(numbers.draw)
  } else if (differs(READ_ANEW)) attempt(() => curves.draw().then(curves.show))
  else if (differs(DRAWN_ANEW)) curves.redraw()
}

const curves = seriesView(byId('charts'), byId('point'), {
  state: () => state,
  change,
  shown,
  removed: (id) => {
    change({ series: shown().filter((one) => one !== id) })
    finder?.mark()
  },
})

const numbers = numbersView(byId('charts'), byId('point'), { state: () => state, change })

function toggle({ id }: SeriesView): void {
  const now = shown()
  if (now.includes(id)) {
    change({ series: now.filter((one) => one !== id) })
    return
  }
  if (now.length === MOST_SERIES) {
    notice(element('p', { class: 'quiet' }, say('limitReached')))
    return
  }
  // What the page chose by itself stays beside a choice from its own list, and gives way to one that was asked for.
  change({ series: [...(state.q === '' ? now : state.series), id] })
}

/** Draws the page anew, as in another language or view. */
function drawAll(): void {
  notice()
  document.documentElement.lang = pageLanguage()
  document.body.classList.toggle('embed', state.embed)
  byId('point').hidden = true
  drawHeader()
  drawControls(byId('controls'), state, change)
  finder = undefined
  byId('finder').hidden = state.embed || state.view === 'numbers'
  if (state.view === 'numbers') {
    attempt(numbers.draw)
    return
  }
  finder = drawFinder(byId('ask'), byId('found'), {
    q: state.q,
    isShown: (id) => shown().includes(id),
    asked: (q) => change({ q }),
    toggled: toggle,
    numbers: () => change({ view: 'numbers' }),
    nothing: emptiness,
  })
  attempt(drawSeries)
}

/** The list and the curves; those that the address names need not wait for the list. */
async function drawSeries(): Promise<void> {
  const listed = finder?.look().then((series) => {
    found = series
    finder?.mark()
  })
  if (state.series.length === 0) await listed
  await Promise.all([listed, curves.draw().then(curves.show)])
}

function drawHeader(): void {
  byId('tagline').textContent = say('tagline')
  byId('skip').textContent = say('skip')
  byId('views').replaceChildren(
    ...VIEWS.map((view) =>
      element(
        'button',
        {
          type: 'button',
          'aria-pressed': String(view === state.view),
          onclick: () => change({ view, point: undefined }, 'push'),
        },
        say(view === 'series' ? 'viewSeries' : 'viewNumbers'),
      ),
    ),
  )
  const names: Record<PageLanguage, string> = { en: 'English', zh: '中文' }
  const other = (Object.keys(LANGUAGES) as PageLanguage[]).find((one) => one !== pageLanguage()) ?? 'en'
  const button = byId('language')
  button.textContent = names[other]
  button.lang = other
  button.onclick = () => {
    setLanguage(other)
    drawAll()
  }
}

/** Does it, and says what went wrong. */
function attempt(work: () => Promise<unknown>): void {
  work().catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return
    notice(failure(error))
  })
}

function emptiness(): HTMLElement {
  const how = say(document.body.dataset.uploads === undefined ? 'toTheBucket' : 'dropHere')
  return element('p', { class: 'empty' }, say('empty', { how }))
}

function notice(...content: Node[]): void {
  byId('notice').replaceChildren(...content)
}

/** What went wrong, and what can be done about it. */
function failure(error: unknown): HTMLElement {
  if (!(error instanceof ApiError && error.status === 401)) {
    const again = element('button', { type: 'button', onclick: drawAll }, say('tryAgain'))
    return element('div', { class: 'failure' }, element('p', {}, messageOf(error)), again)
  }
  const token = element('input', { type: 'password', autocomplete: 'off', 'aria-label': say('token') })
  const enter = (event: SubmitEvent) => {
    event.preventDefault()
    keepToken(token.value)
    drawAll()
  }
  return element(
    'form',
    { class: 'failure', onsubmit: enter },
    element('p', {}, `${hasToken() ? say('tokenRefused') : ''} ${say('needsToken')}`),
    token,
    element('button', {}, say('read')),
  )
}

/** Draws what there is by now, as after an upload. */
async function refresh(): Promise<void> {
  if (state.view === 'numbers') return numbers.draw()
  found = (await finder?.look()) ?? found
  await curves.draw()
  finder?.mark()
}

/** Asks now and then whether digests were read, wherever they came from. */
async function watch(): Promise<void> {
  let before = await stateOfFigures().catch(() => '')
  setInterval(async () => {
    if (document.visibilityState !== 'visible') return
    const now = await stateOfFigures().catch(() => before)
    if (now === before) return
    before = now
    await refresh().catch((error: unknown) => notice(failure(error)))
    announce(say('changed'))
  }, ASK_AGAIN_MS)
}

window.addEventListener('popstate', () => {
  const before = state
  state = readState(location.search)
  const { point: _, ...was } = before
  const { point: __, ...is } = state
  // Only another point: the curves stay.
  if (JSON.stringify(was) === JSON.stringify(is)) attempt(curves.show)
  else drawAll()
})
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !byId('point').hidden) curves.close()
})
byId('controls').addEventListener('submit', (event) => event.preventDefault())
startUpload(byId('upload'), refresh)
startTheme()
drawAll()
void watch()
