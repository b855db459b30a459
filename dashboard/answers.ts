import type { AnswerBody } from '../shared/api/schemas.ts'

/** What the API answers, as the page names it. */

export type { EntityView, SeriesPoint, SeriesView, Telling } from '../shared/api/series-schemas.ts'
export type Metric = AnswerBody<'metrics'>['metrics'][number]
export type Fact = AnswerBody<'metricFacts'>['facts'][number]
export type Item = AnswerBody<'item'>
export type Digest = AnswerBody<'digest'>
