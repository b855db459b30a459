import type { Bucket } from '../shared/series/buckets.ts'
import type { Measure } from '../shared/series/measures.ts'

/** What the page shows; all of it stands in its address, so that a view can be kept and shared. */
export interface ViewState {
  /** Names of metrics, in the order of their charts; empty: the page chooses. */
  metrics: string[]
  /** Days, both inclusive. */
  from?: string
  to?: string
  bucket: Bucket
  /** `auto` is for each metric what says most of its amounts. */
  measure: Measure | 'auto'
  log: boolean
  /** Buckets in the rolling mean; 0 for none. */
  rolling: number
  /** Marks amounts that stand far from the others. */
  outliers: boolean
  /** The point whose sentences are open. */
  point?: { metric: string; start: string }
}

export const BUCKETS = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies Bucket[]
export const MEASURES = ['auto', 'sum', 'mean', 'median', 'min', 'max', 'last', 'count'] as const satisfies (
  | Measure
  | 'auto'
)[]
export const ROLLING = [0, 3, 7, 12, 30] as const

export const DEFAULT_STATE: ViewState = {
  metrics: [],
  bucket: 'month',
  measure: 'auto',
  log: false,
  rolling: 0,
  outliers: false,
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const METRIC = /^[a-z][a-z0-9-]*$/

/** Reads the query of an address; what it does not know is as if it were not there. */
export function readState(query: string): ViewState {
  const given = new URLSearchParams(query)
  const day = (name: string) => (DAY.test(given.get(name) ?? '') ? { [name]: given.get(name) } : {})
  const [metric = '', start = ''] = (given.get('point') ?? '').split(':')
  return {
    metrics: [...new Set((given.get('metrics') ?? '').split(',').filter((name) => METRIC.test(name)))],
    ...day('from'),
    ...day('to'),
    bucket: BUCKETS.find((bucket) => bucket === given.get('bucket')) ?? DEFAULT_STATE.bucket,
    measure: MEASURES.find((measure) => measure === given.get('measure')) ?? DEFAULT_STATE.measure,
    log: given.has('log'),
    rolling: ROLLING.find((count) => String(count) === given.get('rolling')) ?? DEFAULT_STATE.rolling,
    outliers: given.has('outliers'),
    ...(METRIC.test(metric) && DAY.test(start) && { point: { metric, start } }),
  }
}

/** The query of an address for a state, without what is as the page would choose it; '' or `?…`. */
export function writeState(state: ViewState): string {
  const { metrics, from, to, bucket, measure, log, rolling, outliers, point } = state
  const shown: [string, string | false | undefined][] = [
    ['metrics', metrics.join(',')],
    ['from', from],
    ['to', to],
    ['bucket', bucket !== DEFAULT_STATE.bucket && bucket],
    ['measure', measure !== DEFAULT_STATE.measure && measure],
    ['log', log && '1'],
    ['rolling', rolling !== DEFAULT_STATE.rolling && String(rolling)],
    ['outliers', outliers && '1'],
    ['point', point && `${point.metric}:${point.start}`],
  ]
  const query = shown.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])).join('&')
  return query && `?${query}`
}
