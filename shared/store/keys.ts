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

/** Where the index has the uploads that were refused; nobody lists them but whoever compares them with the bucket. */
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

/**
 * Facts beyond the first chunk of a contribution, immutable under the contribution's version. They stand apart from
 * contributions, since roll-ups have no use for them.
 */
export const overflowKey = (
  { metric, day }: MetricDay,
  digest: string,
  version: string,
  chunk: number,
): RowKey => ({
  pk: `OVERFLOW#${metric}#${day.slice(0, 4)}`,
  sk: `${day}#${digest}#${version}#${String(chunk).padStart(4, '0')}`,
})

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
