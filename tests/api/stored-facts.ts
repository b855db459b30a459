import { rollUpAll } from '../../functions/roll-up.ts'
import type { Fact } from '../../shared/model/fact.ts'
import type { MetricSlug } from '../../shared/model/metrics.ts'
import { contributionRows } from '../../shared/series/contribution.ts'
import { factsVersion, itemsVersion, NO_SEQUENCER } from '../../shared/store/version.ts'
import { aFact } from '../a-fact.ts'
import { Pipeline } from '../simulation/pipeline.ts'

export const TREND = 'GET /v1/metrics/{metric}/trend'
export const FACTS = 'GET /v1/metrics/{metric}/facts'

/** What a test says of a fact; the rest is made up. */
export interface GivenFact
  extends Partial<Pick<Fact, 'amount' | 'measure' | 'status' | 'role' | 'sentence'>> {
  day: string
  /** Number of the digest that it stands in; 1 where nothing is said. */
  digest?: number
}

export const METRIC: MetricSlug = 'square-meters'

/** The pipeline with these facts of one metric stored and rolled up. */
export async function pipelineWith(facts: readonly GivenFact[]): Promise<Pipeline> {
  const pipeline = new Pipeline()
  await storeFacts(pipeline, facts)
  return pipeline
}

/** Stores facts as extract-facts would, and rolls them up. */
export async function storeFacts(pipeline: Pipeline, facts: readonly GivenFact[]): Promise<void> {
  const version = factsVersion(itemsVersion(NO_SEQUENCER, 1), 1)
  const places = [...new Set(facts.map(({ day, digest = 1 }) => `${day} ${digest}`))]
  const series = places.map((place) => {
    const [day = '', number] = place.split(' ')
    const digest = digestName(Number(number))
    const those = facts.filter((fact) => `${fact.day} ${fact.digest ?? 1}` === place).map(factOf)
    const rows = contributionRows({ metric: METRIC, day }, digest, version, those)
    return { metric: METRIC, day, digest, rows }
  })
  await pipeline.metrics.putAll(series.flatMap(({ rows }) => [rows.contribution, ...rows.overflow]))
  await Promise.all(rollUpAll(series, pipeline.metrics))
}

export const digestName = (digest: number): string => String(digest).padStart(32, '0')

const factOf = ({ day, digest: _, ...given }: GivenFact, at: number): Fact =>
  aFact({
    period: { from: day, to: day, said: 'digest' },
    ...{ start: at, end: at + 1, metric: METRIC, item: at + 1 },
    ...given,
  })
