import type { Metric } from './api.ts'
import { element } from './elements.ts'
import { counted, exactly, unitBeside } from './words.ts'

const NO_SUCH = 'No metric of that name has facts.'
const NONE = 'No metric has facts yet.'

/** Narrower than this the list would push the charts off the screen, and is closed at first. */
const NARROW = '(max-width: 700px)'

/** A list of metrics with their counts, the chosen ones first; ticking one calls back with all that are ticked. */
export function drawPicker(
  parent: HTMLElement,
  metrics: readonly Metric[],
  chosen: readonly string[],
  changed: (chosen: string[]) => void,
): void {
  const ticked = new Set(chosen)
  const isTicked = ({ metric }: Metric) => ticked.has(metric)
  const listed = [...metrics.filter(isTicked), ...metrics.filter((metric) => !isTicked(metric))]
  const list = element('ul', {})
  const search = element('input', {
    type: 'search',
    placeholder: 'Find a metric',
    'aria-label': 'Find a metric',
    oninput: () => show(),
  })
  const show = () => {
    const wanted = search.value.trim().toLowerCase()
    const found = listed.filter(({ metric, label }) => `${metric} ${label}`.toLowerCase().includes(wanted))
    list.replaceChildren(
      ...found.map((metric) => row(metric, isTicked(metric), toggle)),
      ...(found.length === 0 ? [element('li', { class: 'quiet' }, wanted ? NO_SUCH : NONE)] : []),
    )
  }
  const tally = element('small', {})
  const count = () => {
    tally.textContent = `${ticked.size} of ${metrics.length} shown`
  }
  const toggle = (name: string, isOn: boolean) => {
    if (isOn) ticked.add(name)
    else ticked.delete(name)
    count()
    changed([...ticked])
  }
  const open = parent.querySelector('details')?.open ?? !matchMedia(NARROW).matches
  const summary = element('summary', {}, element('h2', {}, 'Metrics'), ' ', tally)
  parent.replaceChildren(element('details', { open }, summary, search, list))
  count()
  show()
}

function row(
  { metric, label, unit, count }: Metric,
  isChosen: boolean,
  toggle: (name: string, isOn: boolean) => void,
): HTMLLIElement {
  const box = element('input', {
    type: 'checkbox',
    checked: isChosen,
    onchange: () => toggle(metric, box.checked),
  })
  const name = element('span', { class: 'name' }, label, ' ', element('small', {}, unitBeside(label, unit)))
  const facts = element('span', { class: 'count', title: counted(count, 'fact') }, exactly(String(count)))
  return element('li', {}, element('label', {}, box, name, facts))
}
