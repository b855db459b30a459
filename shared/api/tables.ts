import { csvOf } from './csv.ts'
import type { Parameters } from './parameters.ts'
import type { RouteName } from './routes.ts'
import { ANSWER_SCHEMAS, type AnswerBody } from './schemas.ts'

/** Routes whose answer is a table too. */
export type TableRoute = Exclude<RouteName, 'openapi' | 'health'>

const { digests, digest, digestItems, item, metrics, metricFacts, search, entities, series, oneSeries } =
  ANSWER_SCHEMAS
const { seriesPoints, seriesTellings, seriesTable } = ANSWER_SCHEMAS
const entries = (schema: { entries: object }) => Object.keys(schema.entries)

/** Measures have a column each, and so have their changes where they were asked for. */
function trendColumns({ measure, compare }: Parameters<'metricTrend'>): string[] {
  const beside = measure.filter((name) => name !== 'count')
  const compared = compare ? measure : []
  return [
    ...['date', 'start', 'end', 'count', 'digests'],
    ...beside,
    ...compared.map((name) => `change.${name}`),
    ...compared.map((name) => `percentChange.${name}`),
  ]
}

const TABLES: {
  [N in TableRoute]: {
    columns: (given: Parameters<N>) => readonly string[]
    rows: (body: AnswerBody<N>) => readonly object[]
  }
} = {
  digests: { columns: () => entries(digests.entries.digests.item), rows: (body) => body.digests },
  digest: { columns: () => entries(digest), rows: (body) => [body] },
  digestItems: { columns: () => entries(digestItems.entries.items.item), rows: (body) => body.items },
  item: { columns: () => entries(item), rows: (body) => [body] },
  metrics: { columns: () => entries(metrics.entries.metrics.item), rows: (body) => body.metrics },
  metricFacts: { columns: () => entries(metricFacts.entries.facts.item), rows: (body) => body.facts },
  metricTrend: { columns: trendColumns, rows: (body) => body.points },
  digestFacts: { columns: () => entries(metricFacts.entries.facts.item), rows: (body) => body.facts },
  facts: { columns: () => entries(metricFacts.entries.facts.item), rows: (body) => body.facts },
  entities: { columns: () => entries(entities.entries.entities.item), rows: (body) => body.entities },
  series: { columns: () => entries(series.entries.series.item), rows: (body) => body.series },
  oneSeries: { columns: () => entries(oneSeries), rows: (body) => [body] },
  seriesPoints: { columns: () => entries(seriesPoints.entries.points.item), rows: (body) => body.points },
  seriesTellings: {
    columns: () => entries(seriesTellings.entries.tellings.item),
    rows: (body) => body.tellings,
  },
  seriesTable: { columns: () => entries(seriesTable.entries.rows.item), rows: (body) => body.rows },
  search: { columns: () => entries(search.entries.items.item), rows: (body) => body.items },
}

/** The answer of a route as CSV: one line for each thing of a list or point of a trend. */
export function tableOf<N extends TableRoute>(route: N, given: Parameters<N>, body: AnswerBody<N>): string {
  const { columns, rows } = TABLES[route]
  return csvOf(columns(given), rows(body))
}
