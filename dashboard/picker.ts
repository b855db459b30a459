import type { Metric } from './api.ts'
import { element } from './elements.ts'
import { counted, unitName } from './words.ts'

/** A list of metrics with their counts, those searched for; ticking one calls back with all that are ticked. */
export function drawPicker(
  parent: HTMLElement,
  metrics: readonly Metric[],
  chosen: readonly string[],
  changed: (chosen: string[]) => void,
): void {
  const list = element('ul', {})
  const search = element('input', {
    type: 'search',
    placeholder: 'Find a metric',
    'aria-label': 'Find a metric',
    oninput: () => show(),
  })
  const show = () => {
    const wanted = search.value.trim().toLowerCase()
    const found = metrics.filter(({ metric, label }) => `${metric} ${label}`.toLowerCase().includes(wanted))
    list.replaceChildren(
      ...found.map((metric) => row(metric, chosen.includes(metric.metric), toggle)),
      ...(found.length === 0 ? [element('li', { class: 'quiet' }, 'No metric of that name has facts.')] : []),
    )
  }
  const toggle = (name: string, isOn: boolean) =>
    changed(isOn ? [...chosen, name] : chosen.filter((other) => other !== name))
  parent.replaceChildren(element('h2', {}, 'Metrics'), search, list)
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
  const name = element('span', { class: 'name' }, label, ' ', element('small', {}, unitName(unit)))
  const facts = element('span', { class: 'count', title: counted(count, 'fact') }, String(count))
  return element('li', {}, element('label', {}, box, name, facts))
}
