import { scaleLog, scaleSymlog, scaleUtc } from 'd3-scale'
import type { Fact, Metric } from './answers.ts'
import { facts, item, metrics } from './api.ts'
import { field } from './controls.ts'
import { timeOf } from './curve.ts'
import { announce, drawn, element } from './elements.ts'
import { say, wordFor } from './language.ts'
import { markedSentence } from './marked-sentence.ts'
import { sourceOf } from './tellings-panel.ts'
import { FILTER_NAMES, type FilterName, type ViewState } from './view-state.ts'
import { counted, exactly, messageOf, percent, shortly, sized, unitBeside, unitName } from './words.ts'

export interface NumbersGiven {
  state(): ViewState
  change(to: Partial<ViewState>): void
}

/** Figures that are drawn at once. */
const MOST_FACTS = 1000
/** Sentences in the panel. */
const MOST_LISTED = 50
const MOST_CHIPS = 12
const SIZE = { width: 900, height: 320, left: 58, right: 12, top: 12, bottom: 28 } as const

/** Every figure of a metric as a dot, by day and amount; nothing is added up. */
export function numbersView(charts: HTMLElement, panel: HTMLElement, given: NumbersGiven) {
  let loading = new AbortController()

  const draw = async (): Promise<void> => {
    loading.abort()
    loading = new AbortController()
    const { signal } = loading
    const { from, to, metric, filters } = given.state()
    const catalogue = (await metrics()).toSorted((a, b) => b.count - a.count)
    const chosen = catalogue.find((one) => one.metric === metric) ?? catalogue[0]
    if (signal.aborted) return
    if (chosen === undefined) {
      charts.replaceChildren(element('p', { class: 'empty' }, say('empty', { how: say('toTheBucket') })))
      return
    }
    const page = await facts(
      {
        metric: chosen.metric,
        from,
        to,
        entity: filters.entity,
        status: filters.status,
        kind: filters.kind,
        unit: filters.unit,
        limit: MOST_FACTS,
        order: 'desc',
      },
      signal,
    )
    const shown = page.facts.filter(({ amount, role }) => amount !== null && role === null)
    charts.replaceChildren(
      element(
        'form',
        { class: 'chips', onsubmit: (event: Event) => event.preventDefault() },
        metricChoice(catalogue, chosen),
        ...chipRows(shown),
      ),
      element(
        'p',
        { class: 'quiet' },
        say('numbersOf', { shown: counted(shown.length, 'fact'), metric: chosen.label }),
      ),
      ...(page.next === undefined ? [] : [element('p', { class: 'quiet' }, say('andMore'))]),
      ...(shown.length === 0
        ? []
        : [dots(shown, chosen, (fact) => void openFacts(panel, shown, fact).catch(fail))]),
    )
    announce(counted(shown.length, 'fact'))
  }
  const fail = (error: unknown) => {
    charts.append(element('p', { class: 'bad', role: 'alert' }, messageOf(error)))
  }

  const metricChoice = (catalogue: readonly Metric[], chosen: Metric) => {
    const select = element(
      'select',
      { onchange: () => given.change({ metric: catalogue[select.selectedIndex]?.metric, filters: {} }) },
      ...catalogue.map(({ metric, label, count }) =>
        element('option', { selected: metric === chosen.metric }, `${label} (${exactly(String(count))})`),
      ),
    )
    return field(say('metric'), select)
  }

  /** What the shown figures can be told apart by; the chosen one stays, to be taken back. */
  const chipRows = (shown: readonly Fact[]) =>
    FILTER_NAMES.map((name) => {
      const chosen = given.state().filters[name]
      const counts = new Map<string, number>()
      for (const fact of shown) {
        const value = valueIn(fact, name)
        if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      const values = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, MOST_CHIPS)
      if (values.length < 2 && chosen === undefined) return null
      const label = (value: string) =>
        name === 'entity'
          ? nameOf(shown, value)
          : name === 'unit'
            ? unitName(value) || value
            : wordFor(name, value)
      return element(
        'div',
        { class: 'chip-row', role: 'group', 'aria-label': name },
        ...values.map(([value, count]) =>
          element(
            'button',
            {
              type: 'button',
              class: 'chip',
              'aria-pressed': String(value === chosen),
              onclick: () =>
                given.change({
                  filters: { ...given.state().filters, [name]: value === chosen ? undefined : value },
                }),
            },
            `${label(value)} `,
            element('small', {}, String(count)),
          ),
        ),
      )
    })

  return { draw }
}

function valueIn(fact: Fact, name: FilterName): string | null {
  if (name === 'entity') return fact.entity?.id ?? null
  return fact[name]
}

const nameOf = (shown: readonly Fact[], id: string): string =>
  shown.find(({ entity }) => entity?.id === id)?.entity?.name ?? id

/** Day by amount; amounts below zero have a scale that passes through it. */
function dots(shown: readonly Fact[], metric: Metric, picked: (fact: Fact) => void): HTMLElement {
  const amounts = shown.map(({ amount }) => Number(amount))
  const days = shown.map(({ period }) => timeOf(period.to))
  const room = 36e5 * 12
  const x = scaleUtc(
    [Math.min(...days) - room, Math.max(...days) + room],
    [SIZE.left, SIZE.width - SIZE.right],
  )
  const range = [SIZE.height - SIZE.bottom, SIZE.top]
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)]
  const y =
    low > 0
      ? scaleLog([low, high === low ? low * 10 : high], range).nice()
      : scaleSymlog([low, high === low ? low + 1 : high], range).nice()
  const ticks = powersBetween(low, high)
  const readout = element('p', { class: 'readout' })
  const circles = shown.map((fact, n) =>
    drawn('circle', {
      class: fact.period.said === 'digest' ? 'dot hollow' : 'dot',
      cx: x(days[n] ?? 0).toFixed(1),
      cy: y(amounts[n] ?? 0).toFixed(1),
      r: 4,
    }),
  )
  const order = [...shown.keys()].toSorted((a, b) => (days[a] ?? 0) - (days[b] ?? 0))
  let current = -1
  const show = (n: number) => {
    for (const circle of circles) circle.classList.remove('current')
    circles[n]?.classList.add('current')
    const fact = shown[n]
    if (fact !== undefined) readout.textContent = toldOf(fact)
  }
  const nearest = (event: PointerEvent | MouseEvent): number => {
    const box = svg.getBoundingClientRect()
    const scale = SIZE.width / box.width
    const [left, top] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale]
    const away = (n: number) => (x(days[n] ?? 0) - left) ** 2 + (y(amounts[n] ?? 0) - top) ** 2
    return order.reduce((best, n) => (away(n) < away(best) ? n : best), order[0] ?? 0)
  }
  const written = new Intl.DateTimeFormat('sv', { timeZone: 'UTC' })
  const svg = drawn(
    'svg',
    { class: 'chart dots', viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, 'aria-hidden': 'true' },
    ...ticks.map((tick) =>
      drawn(
        'g',
        { class: 'axis', transform: `translate(0 ${y(tick)})` },
        drawn('line', { class: 'grid', x1: SIZE.left, x2: SIZE.width - SIZE.right }),
        drawn('text', { x: SIZE.left - 8, dy: '0.32em', 'text-anchor': 'end' }, shortly(tick)),
      ),
    ),
    ...x
      .ticks(6)
      .filter((tick) => tick.getUTCHours() === 0)
      .map((tick) =>
        drawn(
          'g',
          { class: 'axis', transform: `translate(${x(tick)} ${SIZE.height - SIZE.bottom})` },
          drawn('text', { y: 18, 'text-anchor': 'middle' }, written.format(tick)),
        ),
      ),
    drawn('g', { class: 'curve curve-0' }, ...circles),
  )
  const plot = element(
    'div',
    {
      class: 'plot',
      tabindex: 0,
      role: 'application',
      'aria-roledescription': 'chart',
      'aria-label': say('onePoint', { metric: metric.label }),
      onpointermove: (event: PointerEvent) => show(nearest(event)),
      onclick: (event: MouseEvent) => {
        const fact = shown[nearest(event)]
        if (fact !== undefined) picked(fact)
      },
      onkeydown: (event: KeyboardEvent) => {
        const fact = shown[order[current] ?? -1]
        if (event.key === 'Enter' && fact !== undefined) return picked(fact)
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
        if (step === undefined) return
        event.preventDefault()
        current = Math.max(0, Math.min(order.length - 1, current < 0 ? order.length - 1 : current + step))
        show(order[current] ?? 0)
        announce(readout.textContent ?? '')
      },
    },
    svg,
  )
  return element(
    'article',
    { class: 'panel', 'aria-label': metric.label },
    element('h2', {}, metric.label, ' ', element('small', {}, unitBeside(metric.label, metric.unit))),
    readout,
    plot,
  )
}

/** Powers of ten between two amounts, with zero and those below it; so few that they do not run together. */
function powersBetween(low: number, high: number): number[] {
  const sizes = [low, high].map(Math.abs).filter((size) => size > 0)
  const last = Math.ceil(Math.log10(Math.max(...sizes, 1)))
  const first = low > 0 ? Math.floor(Math.log10(Math.min(...sizes, 1))) : 0
  const step = Math.ceil((last - first + 1) / MOST_POWERS)
  const count = Math.floor((last - first) / step) + 1
  const powers = Array.from({ length: count }, (_, n) => 10 ** (first + n * step))
  return [...powers.map((power) => -power), 0, ...powers].filter((tick) => tick >= low && tick <= high)
}

/** On each side of zero. */
const MOST_POWERS = 6

const toldOf = (fact: Fact): string =>
  [
    `${fact.period.to}: ${wordFor('bound', fact.bound ?? '')}${Array.isArray(fact.value) ? fact.value.map(exactly).join(' – ') : sized(fact.value, fact.unit)}`,
    fact.entity?.name,
    fact.status ? wordFor('status', fact.status) : fact.measure,
    wordFor('kind', fact.kind),
    fact.modality !== 'actual' && wordFor('modality', fact.modality),
  ]
    .filter(Boolean)
    .join(' · ')

/** The figure picked, then the others, the largest share of what is shown first. */
async function openFacts(panel: HTMLElement, shown: readonly Fact[], picked: Fact): Promise<void> {
  const size = ({ amount }: Fact) => Math.abs(Number(amount))
  const all = shown.reduce((sum, fact) => sum + size(fact), 0)
  const others = shown.filter((fact) => fact !== picked).toSorted((a, b) => size(b) - size(a))
  const list = element('ol')
  panel.replaceChildren(
    element(
      'header',
      {},
      element('h2', {}, sized(String(picked.amount), picked.unit)),
      element(
        'button',
        {
          type: 'button',
          class: 'quiet',
          'aria-label': say('close'),
          onclick: () => {
            panel.hidden = true
          },
        },
        '✕',
      ),
    ),
    list,
  )
  panel.hidden = false
  panel.focus()
  for (const fact of [picked, ...others].slice(0, MOST_LISTED)) {
    const source = await item(fact.digest, fact.item)
    const [before, within, after] = markedSentence(source.text, fact)
    list.append(
      element(
        'li',
        {},
        element('blockquote', { lang: source.language }, before, element('mark', {}, within), after),
        element(
          'p',
          { class: 'quiet' },
          [toldOf(fact), all > 0 && say('share', { percent: percent(size(fact) / all) })]
            .filter(Boolean)
            .join(' · '),
        ),
        sourceOf(source, fact),
      ),
    )
  }
}
