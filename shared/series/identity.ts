import { createHash } from 'node:crypto'
import type { Fact, Kind, Modality, Over, Status } from '../model/fact.ts'
import { METRICS, type MetricSlug } from '../model/metrics.ts'
import { type Length, lengthOf } from '../model/period.ts'
import { ENTITY_DIGITS } from '../store/keys.ts'
import { measureKey } from './measure-key.ts'

/** What makes two figures points of one curve. Everything else about a series follows from its tellings. */
export interface Identity {
  /** Id of the entity. */
  entity: string
  metric: string
  /** What measureKey leaves of the measure; null where `status` says what is counted. */
  measure: string | null
  status: Status | null
  kind: Kind
  modality: Modality
  /** Of the amounts. In the metric `count` each noun and each rate counts as a unit. */
  unit: string
  length: Length
  /** Of a change only. */
  over: Over | null
}

/** A figure that may stand in a series: it has an owner, one value, and is nobody else's or former level. */
export type Stated = Fact & { entity: NonNullable<Fact['entity']>; amount: NonNullable<Fact['amount']> }

/** A part of a whole is a figure of another state or place, and counts there. Facts of earlier releases name no owner. */
export function isStated(fact: Fact): fact is Stated {
  return fact.role === null && fact.amount !== null && Boolean(fact.entity?.id) && Boolean(fact.period)
}

export function identityOf(fact: Stated): Identity {
  const { entity, measure, status, kind, modality, over, period } = fact
  const metric = metricOf(fact)
  return {
    entity: entity.id,
    metric,
    measure: status === null ? measureKey(measure) : null,
    status,
    kind,
    modality,
    unit: metric in METRICS && metric !== 'count' ? METRICS[metric as MetricSlug].unit : fact.unit,
    length: SPAN_FREE.has(kind) ? 'instant' : lengthOf(kind, period),
    over: kind === 'change' ? (over ?? null) : null,
  }
}

/** Metrics of people with a disease: which of them a text counts in is a matter of its wording. */
const OF_PATIENTS: ReadonlySet<string> = new Set(['patients', 'cases', 'deaths', 'people'])

/** "Confirmed cases" and "confirmed patients" are one thing, and so are "deaths" and "patients who died". */
function metricOf({ metric, status }: Fact): string {
  if (status === null || !OF_PATIENTS.has(metric)) return metric
  return status === 'dead' ? 'deaths' : 'patients'
}

/** A total so far holds at its last day, wherever its count began; a property holds always. */
const SPAN_FREE: ReadonlySet<Kind> = new Set(['cumulative', 'attribute'])

/** The first and last day of the point that a figure is a telling of. */
export function spanOf({ kind, period: { from, to } }: Stated): { from: string; to: string } {
  return SPAN_FREE.has(kind) ? { from: to, to } : { from, to }
}

/**
 * Stable name of a series: a hash of its entity and one of the rest of what makes it one, so that a rebuild gives the
 * same, no word of a digest is in it, and both the entity and the variable that it is of can be read from it.
 */
export function seriesId(identity: Identity): string {
  const { entity, metric, measure, status, kind, modality, unit, length, over } = identity
  const variable = JSON.stringify([metric, measure, status, kind, modality, unit, length, over])
  return entityKey(entity) + hashed(`variable ${variable}`, KEY_DIGITS)
}

/** The entity in keys of rows, where its id would be a word of a digest. */
export const entityKey = (entity: string): string => hashed(`entity ${entity}`, ENTITY_DIGITS)

/** A word in keys of rows. */
export const wordKey = (word: string): string => hashed(`word ${word}`, KEY_DIGITS)

/** Of 36 kinds: 62 bits, so that among a million names two alike are not to be expected. */
const KEY_DIGITS = 12

/** The first digits of a SHA-256 in base 36, `[0-9a-z]+`. */
export function hashed(text: string, digits: number): string {
  const hex = createHash('sha256').update(text, 'utf8').digest('hex')
  return BigInt(`0x${hex}`).toString(36).padStart(BASE_36_DIGITS, '0').slice(-digits)
}

/** Of 256 bits. */
const BASE_36_DIGITS = 50
