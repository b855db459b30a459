import type { Parameters } from '../../shared/api/parameters.ts'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import { METRICS, type Metric, type MetricSlug } from '../../shared/model/metrics.ts'
import type { Rollup } from '../../shared/series/summaries.ts'
import { CATALOGUE_PARTITION } from '../../shared/store/keys.ts'
import { queryAll } from '../adapters/table.ts'
import type { ServeApiPorts } from './ports.ts'

export async function listMetrics(
  _given: Parameters<'metrics'>,
  { metrics }: ServeApiPorts,
): Promise<AnswerBody<'metrics'>> {
  const rows = await queryAll<Rollup>(metrics, { pk: CATALOGUE_PARTITION })
  return {
    metrics: rows.flatMap(({ sk, n: count, digests, firstDay, lastDay }) =>
      isMetric(sk) && firstDay !== null && lastDay !== null
        ? [{ ...metricView(sk), measure: measureOf(METRICS[sk]), count, digests, firstDay, lastDay }]
        : [],
    ),
  }
}

const measureOf = ({ measure }: Metric) => measure ?? 'sum'

const isMetric = (name: string): name is MetricSlug => Object.hasOwn(METRICS, name)

export function metricView(metric: MetricSlug) {
  const { label, unit } = METRICS[metric]
  return { metric, label, unit }
}
