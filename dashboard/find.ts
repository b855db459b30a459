import type { SeriesView } from './answers.ts'
import { findSeries } from './api.ts'
import { announce, element } from './elements.ts'
import { say } from './language.ts'
import { describedBy, fullName, titleOf } from './series-name.ts'
import { sparkline } from './sparkline.ts'
import { counted, messageOf, sized } from './words.ts'

export interface FindGiven {
  q: string
  /** Ids of the series that are drawn. */
  isShown(id: string): boolean
  asked(q: string): void
  toggled(series: SeriesView): void
  /** Shows single figures in place of series. */
  numbers(): void
  /** Nobody has asked anything, and there is nothing to show. */
  nothing(): HTMLElement
}

export interface Finder {
  /** Looks again, as when a digest was read meanwhile. @returns what was found */
  look(): Promise<readonly SeriesView[]>
  /** Ticks those that are shown. */
  mark(): void
}

/** Series on a page of the list. */
const PAGE = 24
/** Typing goes on while less time than this passes between two keys. */
const PAUSE_MS = 120

/** The question and its answers: series that speak of it, or those worth looking at. */
export function drawFinder(form: HTMLElement, list: HTMLElement, given: FindGiven): Finder {
  const input = element('input', {
    type: 'search',
    value: given.q,
    placeholder: say('ask'),
    'aria-label': say('ask'),
    'aria-describedby': 'ask-hint',
    'aria-controls': 'found',
    autocomplete: 'off',
    maxlength: 200,
  })
  form.replaceChildren(input, element('p', { id: 'ask-hint', class: 'quiet' }, say('askHint')))
  let looking = new AbortController()
  let rows: { series: SeriesView; box: HTMLInputElement; root: HTMLLIElement }[] = []
  const mark = () => {
    for (const { series, box } of rows) box.checked = given.isShown(series.id)
  }

  const look = async (cursor?: string): Promise<readonly SeriesView[]> => {
    looking.abort()
    looking = new AbortController()
    const { signal } = looking
    const q = input.value.trim()
    try {
      const page = await findSeries(
        { q, cursor, limit: PAGE, ...(q === '' && { order: 'coherence', minDigests: 3 }) },
        signal,
      )
      performance.mark('series-found')
      const made = page.series.map(row)
      rows = cursor === undefined ? made : [...rows, ...made]
      mark()
      list.replaceChildren(
        element('h2', {}, say(q === '' ? 'worthLooking' : 'found')),
        ...(rows.length === 0 ? [q === '' ? given.nothing() : nothingFound()] : []),
        element('ul', {}, ...rows.map(({ root }) => root)),
        ...(page.next === undefined ? [] : [moreButton(page.next)]),
      )
      performance.measure('series-listed', 'series-found')
      if (q !== '') announce(`${say('found')}: ${counted(rows.length, 'series')}`)
      return rows.map(({ series }) => series)
    } catch (error) {
      if (signal.aborted) return rows.map(({ series }) => series)
      list.replaceChildren(element('p', { class: 'bad', role: 'alert' }, messageOf(error)))
      throw error
    }
  }
  const row = (series: SeriesView) => {
    const box = element('input', {
      type: 'checkbox',
      'aria-label': fullName(series),
      onchange: () => {
        given.toggled(series)
        mark()
      },
    })
    return { series, box, root: listed(series, box) }
  }
  const moreButton = (next: string) =>
    element('button', { type: 'button', onclick: () => void look(next).catch(() => undefined) }, say('more'))
  const nothingFound = () =>
    element(
      'p',
      { class: 'quiet' },
      say('nothingFound'),
      ' ',
      element('button', { type: 'button', class: 'link', onclick: given.numbers }, say('seeNumbers')),
    )

  let typing: ReturnType<typeof setTimeout> | undefined
  input.addEventListener('input', () => {
    clearTimeout(typing)
    typing = setTimeout(() => {
      given.asked(input.value.trim())
      void look().catch(() => undefined)
    }, PAUSE_MS)
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  return { look: () => look(), mark }
}

function listed(series: SeriesView, box: HTMLInputElement): HTMLLIElement {
  const { last, unit, points, digests, tellings } = series
  return element(
    'li',
    {},
    element(
      'label',
      {},
      box,
      element(
        'span',
        { class: 'name' },
        titleOf(series),
        element('small', {}, describedBy(series)),
        element(
          'small',
          {},
          [counted(points, 'point'), counted(tellings, 'telling'), counted(digests, 'digest')].join(' · '),
        ),
      ),
      element(
        'span',
        { class: 'last' },
        sparkline(series),
        element('b', {}, sized(last.value, unit)),
        element('small', {}, last.end),
      ),
    ),
  )
}
