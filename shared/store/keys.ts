/** Keys of the two tables and the names that cross a boundary: the one definition that functions, infra and tests share. */

/** Attribute names of the primary keys and of the time to live (epoch seconds). */
export const KEY = { partition: 'pk', sort: 'sk', expires: 'expires' } as const

/** Index of the items table that lists digests by date without a scan: heads of ready digests, and apart those refused. */
export const BY_DATE_INDEX = { name: 'by-date', partition: 'byDatePk', sort: 'byDateSk' } as const

export interface RowKey {
  pk: string
  sk: string
}

/** Sorts after every date, id and number that a key part can start with. */
export const AFTER_ALL = '~'

export const headKey = (digest: string): RowKey => ({ pk: `DIGEST#${digest}`, sk: 'HEAD' })

/** The id of the digest whose head this is. */
export const digestOfHead = ({ pk }: RowKey): string => pk.slice(headKey('').pk.length)

export const itemPrefix = (version: string): string => `ITEM#${version}#`

export const itemKey = (digest: string, version: string, n: number): RowKey => ({
  pk: `DIGEST#${digest}`,
  sk: `${itemPrefix(version)}${String(n).padStart(5, '0')}`,
})

export const digestsPartition = (year: string): string => `DIGESTS#${year}`

export const byDateKey = (date: string, digest: string) => ({
  [BY_DATE_INDEX.partition]: digestsPartition(date.slice(0, 4)),
  [BY_DATE_INDEX.sort]: `${date}#${digest}`,
})

/** Where the index has the uploads that were refused. */
export const REFUSED_PARTITION = 'REFUSED'

export const refusedKey = (digest: string) => ({
  [BY_DATE_INDEX.partition]: REFUSED_PARTITION,
  [BY_DATE_INDEX.sort]: digest,
})

/** The claim of an extraction: which version of a digest the metrics table holds and every metric and day it ever touched. */
export const extractionKey = (digest: string): RowKey => ({ pk: `DIGEST#${digest}`, sk: 'EXTRACTION' })

export const factsPartition = (metric: string, year: string): string => `FACTS#${metric}#${year}`

export const contributionKey = (metricDay: MetricDay, digest: string): RowKey => ({
  pk: factsPartition(metricDay.metric, metricDay.day.slice(0, 4)),
  sk: `${metricDay.day}#${digest}`,
})

/** Where statements of a version are: see shared/series/extraction. */
export const touchedKey = (digest: string, version: string): RowKey => ({
  pk: `DIGEST#${digest}`,
  sk: `TOUCHED#${version}`,
})

/** That the roll-ups are done which one message of an extraction asked for; messages are counted from 0. */
export const rolledUpKey = (digest: string, message: number): RowKey => ({
  pk: `DIGEST#${digest}`,
  sk: `${ROLLED_UP_PREFIX}${String(message).padStart(4, '0')}`,
})

export const ROLLED_UP_PREFIX = 'ROLLED-UP#'

/**
 * Facts beyond the first chunk of a contribution, under the contribution's version, and so the same for ever or gone.
 * They stand apart from contributions, since roll-ups have no use for them.
 */
export const overflowKey = (
  { metric, day }: MetricDay,
  digest: string,
  version: string,
  chunk: number,
): RowKey => ({
  pk: `OVERFLOW#${metric}#${day.slice(0, 4)}`,
  sk: `${overflowPrefix(day, digest)}${version}#${String(chunk).padStart(4, '0')}`,
})

export const overflowPrefix = (day: string, digest: string): string => `${day}#${digest}#`

export const dayKey = ({ metric, day }: MetricDay): RowKey => ({
  pk: `DAYS#${metric}#${day.slice(0, 4)}`,
  sk: day,
})

/** The part of a day that the digests are in whose ids begin with a prefix. */
export const partKey = (metricDay: MetricDay, prefix: string): RowKey => ({
  pk: `PARTS#${metricDay.metric}#${metricDay.day.slice(0, 4)}`,
  sk: `${partsPrefix(metricDay, prefix.length)}${prefix}`,
})

/** How the sort keys of all parts of a day begin whose prefixes have this length. */
export const partsPrefix = ({ day }: MetricDay, length: number): string => `${day}#${length}#`

export const monthKey = (metric: string, month: string): RowKey => ({ pk: `MONTHS#${metric}`, sk: month })

export const yearKey = (metric: string, year: string): RowKey => ({ pk: `YEARS#${metric}`, sk: year })

export const CATALOGUE_PARTITION = 'METRICS'

export const catalogueKey = (metric: string): RowKey => ({ pk: CATALOGUE_PARTITION, sk: metric })

/** One day of one metric: what a contribution belongs to and what a roll-up recomputes. */
export interface MetricDay {
  metric: string
  /** `yyyy-mm-dd` */
  day: string
}

export const metricDayName = ({ metric, day }: MetricDay): string => `${metric}#${day}`

export function metricDayNamed(name: string): MetricDay {
  const at = name.lastIndexOf('#')
  return { metric: name.slice(0, at), day: name.slice(at + 1) }
}

/** One point of one series: what a statement belongs to and what a roll-up chooses anew. */
export interface SeriesPeriod {
  /** Id of the series. */
  series: string
  /** First and last day, `yyyy-mm-dd`, the same for an instant. */
  from: string
  to: string
}

/** What one digest tells of one point on one day. The periods of a series stand in the order of their last days. */
export const statedKey = ({ series, from, to }: SeriesPeriod, told: string, digest: string): RowKey => ({
  pk: statedPartition(series),
  sk: `${to}#${from}#${told}#${digest}`,
})

export const statedPartition = (series: string): string => `STATED#${series}`

/** How the sort keys of all that is told of a point begin; the last told stands last. */
export const statedPrefix = ({ from, to }: SeriesPeriod): string => `${to}#${from}#`

/** A series as a whole, beside those of the same entity. */
export const seriesKey = (series: string): RowKey => ({
  pk: seriesPartition(entityKeyOf(series)),
  sk: series,
})

/** @param entity its key, as the ids of its series begin */
export const seriesPartition = (entity: string): string => `SERIES#${entity}`

/** The points of a month of a series that has too many for its own row. */
export const curveKey = (series: string, month: string): RowKey => ({ pk: `CURVE#${series}`, sk: month })

/** Where entities are listed: many partitions, since nearly every digest writes to some. */
export const entityPartition = (entity: string): string => `ENTITIES#${entity.slice(0, 1)}`

export const entityRowKey = (entity: string): RowKey => ({ pk: entityPartition(entity), sk: entity })

/** The part of an entity's series whose variables begin with a prefix. */
export const entityPartKey = (entity: string, prefix: string): RowKey => ({
  pk: `ENTITYPARTS#${entity}`,
  sk: `${entityPartsPrefix(prefix.length)}${prefix}`,
})

export const entityPartsPrefix = (length: number): string => `${length}#`

/** A word by its key, and what it is a word of: the key of an entity that is called so, or the id of a series. */
export const wordRowKey = (word: string, of: string): RowKey => ({ pk: wordPartition(word), sk: of })

export const wordPartition = (word: string): string => `WORD#${word}`

/** Digits of the key of an entity, and of the variable of a series: see shared/series/identity. */
export const ENTITY_DIGITS = 12

/** The key of the entity that a series is of. */
export const entityKeyOf = (series: string): string => series.slice(0, ENTITY_DIGITS)

/** What the series of other entities share that say the same of them. */
export const variableOf = (series: string): string => series.slice(ENTITY_DIGITS)

export const seriesPeriodName = ({ series, from, to }: SeriesPeriod): string => `${series}#${to}#${from}`

export function seriesPeriodNamed(name: string): SeriesPeriod {
  const [series = '', to = '', from = to] = name.split('#')
  return { series, from, to }
}
