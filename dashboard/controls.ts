import { element } from './elements.ts'
import { BUCKETS, MEASURES, ROLLING, type ViewState } from './view-state.ts'

type Changed = (change: Partial<ViewState>) => void

/** Ranges that end with the last day that has facts, in years; null for all days. */
const RANGES: readonly (readonly [string, number | null])[] = [
  ['1 year', 1],
  ['5 years', 5],
  ['All', null],
]

/** Range, bucket, measure and the ways to draw them. */
export function drawControls(
  form: HTMLElement,
  state: ViewState,
  days: { first?: string; last?: string },
  changed: Changed,
): void {
  // Without a bound of its own, the range is that of the facts.
  const dayInput = (name: 'from' | 'to', otherwise = '') => {
    const show = (day?: string) => {
      input.value = day ?? otherwise
    }
    const input = element('input', {
      type: 'date',
      min: days.first,
      max: days.last,
      onchange: () => {
        show(input.value || undefined)
        press()
        changed({ [name]: input.value === otherwise ? undefined : input.value })
      },
    })
    show(state[name])
    return { input, show }
  }
  const [from, to] = [dayInput('from', days.first), dayInput('to', days.last)]
  const preset = (years: number | null) => {
    const range = rangeOf(years, days.last)
    from.show(range.from)
    to.show(range.to)
    press()
    changed(range)
  }
  const presets = RANGES.map(([label, years]) => ({
    years,
    button: element('button', { type: 'button', class: 'quiet', onclick: () => preset(years) }, label),
  }))
  /** Shows which of them the range is. */
  const press = () => {
    for (const { years, button } of presets) {
      const range = rangeOf(years, days.last)
      const isChosen =
        from.input.value === (range.from ?? days.first ?? '') &&
        to.input.value === (range.to ?? days.last ?? '')
      button.setAttribute('aria-pressed', String(isChosen))
    }
  }
  press()
  form.replaceChildren(
    field('From', from.input),
    field('To', to.input),
    element(
      'span',
      { class: 'presets', role: 'group', 'aria-label': 'Range' },
      ...presets.map(({ button }) => button),
    ),
    field(
      'By',
      choice(BUCKETS, state.bucket, (bucket) => changed({ bucket })),
    ),
    field(
      'Show',
      choice(MEASURES, state.measure, (measure) => changed({ measure })),
    ),
    field(
      'Rolling mean',
      choice(
        ROLLING,
        state.rolling,
        (rolling) => changed({ rolling }),
        (count) => (count === 0 ? 'off' : `of ${count}`),
      ),
    ),
    tick('Log scale', state.log, (log) => changed({ log })),
    tick('Outliers', state.outliers, (outliers) => changed({ outliers })),
  )
}

function rangeOf(years: number | null, last?: string): Pick<ViewState, 'from' | 'to'> {
  if (years === null || last === undefined) return { from: undefined, to: undefined }
  return { from: `${Number(last.slice(0, 4)) - years}${last.slice(4).replace('-02-29', '-02-28')}`, to: last }
}

const field = (label: string, input: HTMLElement): HTMLLabelElement =>
  element('label', { class: 'field' }, element('span', {}, label), input)

function choice<T extends string | number>(
  values: readonly T[],
  chosen: T,
  changed: (value: T) => void,
  named: (value: T) => string = String,
): HTMLSelectElement {
  const options = values.map((value) => element('option', { selected: value === chosen }, named(value)))
  const select = element(
    'select',
    {
      onchange: () => {
        const value = values[select.selectedIndex]
        if (value !== undefined) changed(value)
      },
    },
    ...options,
  )
  return select
}

function tick(label: string, isOn: boolean, changed: (isOn: boolean) => void): HTMLLabelElement {
  const box = element('input', { type: 'checkbox', checked: isOn, onchange: () => changed(box.checked) })
  return element('label', { class: 'tick' }, box, label)
}
