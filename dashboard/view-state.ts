import { KINDS, STATUSES } from '../shared/model/fact.ts'
import { SERIES_BUCKETS } from '../shared/series/buckets.ts'

/** What the page shows; all of it stands in its address, so that what is seen can be kept and shared. */
export interface ViewState {
  view: (typeof VIEWS)[number]
  /** What the reader looks for. */
  q: string
  /** Ids of the series drawn, at most MOST_SERIES; empty: the page chooses. */
  series: string[]
  /** Days, both inclusive. */
  from?: string
  to?: string
  bucket: (typeof SERIES_BUCKETS)[number]
  scale: (typeof SCALES)[number]
  /** What is drawn of each value: itself, or its change. */
  show: (typeof SHOWN)[number]
  /** Digests whose figures are left out. */
  without: string[]
  /** The point whose tellings are open. */
  point?: { series: string; date: string }
  /** Of the second view: the metric whose numbers are shown, and which of them. */
  metric?: string
  filters: Partial<Record<FilterName, string>>
  /** One chart without the rest of the page. */
  embed: boolean
}

export const VIEWS = ['series', 'numbers'] as const
export const SCALES = ['linear', 'log', 'index'] as const
export const SHOWN = ['value', 'previous', 'year-ago'] as const
export const FILTER_NAMES = ['entity', 'status', 'kind', 'unit'] as const
export type FilterName = (typeof FILTER_NAMES)[number]

/** More curves than these cannot be told apart by colour. */
export const MOST_SERIES = 6

export const DEFAULT_STATE: ViewState = {
  view: 'series',
  q: '',
  series: [],
  bucket: 'none',
  scale: 'linear',
  show: 'value',
  without: [],
  filters: {},
  embed: false,
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const SERIES = /^[0-9a-z]+$/
const DIGEST = /^[0-9a-f]{32}$/
const METRIC = /^[a-z][a-z0-9-]*$/

/** Reads the query of an address; what it does not know is as if it were not there. */
export function readState(query: string): ViewState {
  const given = new URLSearchParams(query)
  const text = (name: string) => given.get(name) ?? ''
  const list = (name: string, pattern: RegExp) => [
    ...new Set(
      text(name)
        .split(',')
        .filter((part) => pattern.test(part)),
    ),
  ]
  const day = (name: string) => (DAY.test(text(name)) ? { [name]: text(name) } : {})
  const oneOf = <T extends string>(name: string, accepted: readonly T[], otherwise: T): T =>
    accepted.find((value) => value === text(name)) ?? otherwise
  const [series = '', date = ''] = text('point').split(':')
  return {
    view: oneOf('view', VIEWS, DEFAULT_STATE.view),
    q: text('q').slice(0, 200),
    series: list('series', SERIES).slice(0, MOST_SERIES),
    ...day('from'),
    ...day('to'),
    bucket: oneOf('bucket', SERIES_BUCKETS, DEFAULT_STATE.bucket),
    scale: oneOf('scale', SCALES, DEFAULT_STATE.scale),
    show: oneOf('show', SHOWN, DEFAULT_STATE.show),
    without: list('without', DIGEST),
    ...(SERIES.test(series) && DAY.test(date) && { point: { series, date } }),
    ...(METRIC.test(text('metric')) && { metric: text('metric') }),
    filters: filtersOf(text),
    embed: given.has('embed'),
  }
}

function filtersOf(text: (name: string) => string): ViewState['filters'] {
  const known: Record<FilterName, readonly string[] | undefined> = {
    entity: undefined,
    status: STATUSES,
    kind: KINDS,
    unit: undefined,
  }
  return Object.fromEntries(
    FILTER_NAMES.flatMap((name) => {
      const given = text(name)
      const isKnown = given !== '' && (known[name]?.includes(given) ?? true)
      return isKnown ? [[name, given]] : []
    }),
  )
}

/** The query of an address for a state, without what is as the page would choose it; '' or `?…`. */
export function writeState(state: ViewState): string {
  const { point, filters, without } = state
  const differs = (name: 'view' | 'bucket' | 'scale' | 'show') =>
    state[name] !== DEFAULT_STATE[name] && state[name]
  const shown: [string, string | false | undefined][] = [
    ['view', differs('view')],
    ['q', state.q],
    ['series', state.series.join(',')],
    ['from', state.from],
    ['to', state.to],
    ['bucket', differs('bucket')],
    ['scale', differs('scale')],
    ['show', differs('show')],
    ['without', without.join(',')],
    ['point', point && `${point.series}:${point.date}`],
    ['metric', state.metric],
    ...FILTER_NAMES.map((name): [string, string | undefined] => [name, filters[name]]),
    ['embed', state.embed && '1'],
  ]
  const query = shown
    .flatMap(([name, value]) =>
      value ? [`${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`] : [],
    )
    .join('&')
  return query && `?${query.replaceAll('%3A', ':')}`
}
