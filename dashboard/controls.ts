import { SERIES_BUCKETS } from '../shared/series/buckets.ts'
import { element } from './elements.ts'
import { say, wordFor } from './language.ts'
import { SCALES, SHOWN, type ViewState } from './view-state.ts'

type Changed = (change: Partial<ViewState>) => void

/** Days, bucket, and the ways to draw them. */
export function drawControls(form: HTMLElement, state: ViewState, changed: Changed): void {
  const day = (name: 'from' | 'to') =>
    element('input', {
      type: 'date',
      value: state[name],
      onchange: (event: Event) => changed({ [name]: (event.target as HTMLInputElement).value || undefined }),
    })
  const isWhole = state.from === undefined && state.to === undefined
  form.replaceChildren(
    field(say('from'), day('from')),
    field(say('to'), day('to')),
    element(
      'button',
      {
        type: 'button',
        class: 'quiet',
        'aria-pressed': String(isWhole),
        onclick: () => changed({ from: undefined, to: undefined }),
      },
      say('allDays'),
    ),
    ...(state.view === 'series'
      ? [
          field(
            say('bucket'),
            choice('bucket', SERIES_BUCKETS, state.bucket, (bucket) => changed({ bucket })),
          ),
          field(
            say('scale'),
            choice('scale', SCALES, state.scale, (scale) => changed({ scale })),
          ),
          field(
            say('show'),
            choice('show', SHOWN, state.show, (show) => changed({ show })),
          ),
        ]
      : []),
  )
}

export const field = (label: string, input: HTMLElement): HTMLLabelElement =>
  element('label', { class: 'field' }, element('span', {}, label), input)

function choice<T extends string>(
  group: string,
  values: readonly T[],
  chosen: T,
  changed: (value: T) => void,
): HTMLSelectElement {
  const options = values.map((value) =>
    element('option', { value, selected: value === chosen }, wordFor(group, value)),
  )
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
