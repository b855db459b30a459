import {
  entityPartKey,
  entityPartsPrefix,
  entityRowKey,
  type RowKey,
  seriesPartition,
} from '../store/keys.ts'
import { nameWords } from './search-words.ts'
import { isListed, pointsIn, type SeriesRow } from './series-row.ts'

/** What is known of an entity, or of a part of its series. */
export interface EntitySum {
  /** Number of its series, and of tellings of all their points. */
  series: number
  tellings: number
  /** First and last day of points; null where there are none. */
  first: string | null
  last: string | null
  /** Id of the entity; null where it has no series. */
  id: string | null
  /** What it is called, the shortest first, with the number of points that call it so. */
  names: [name: string, points: number][]
  /** It is called more than that. */
  more: boolean
}

/** An entity as it is listed, or a part of it; `split` where it is the sum of its parts. */
export type EntityRow = RowKey &
  Omit<EntitySum, 'names'> & {
    ver: number
    /** JSON of names. */
    names: string
    split?: true
    /** Keys of words whose rows may not be written yet: see wordKey. */
    pending?: string[]
  }

export const MOST_NAMES = 32

export const NO_ENTITY: EntitySum = {
  ...{ series: 0, tellings: 0, first: null, last: null, id: null },
  ...{ names: [], more: false },
}

/** What one series says of its entity; nothing where it is not listed. */
export function sumOfSeries(row: SeriesRow): EntitySum {
  if (!isListed(row)) return NO_ENTITY
  const names = new Map<string, number>()
  for (const { name } of pointsIn(row)) names.set(name, (names.get(name) ?? 0) + 1)
  const { n, first = null, last = null, identity } = row
  return capped({ series: 1, tellings: n, first, last, id: identity.entity, names: [...names], more: false })
}

export const sumInPart = ({ series, tellings, first, last, id, names, more }: EntityRow): EntitySum => ({
  ...{ series, tellings, first, last, id, more },
  names: JSON.parse(names) as EntitySum['names'],
})

/** Sums are the same however series are parted. */
export function mergeEntities(sums: readonly EntitySum[]): EntitySum {
  const names = new Map<string, number>()
  for (const sum of sums) for (const [name, n] of sum.names) names.set(name, (names.get(name) ?? 0) + n)
  const days = (end: 'first' | 'last') => sums.flatMap((sum) => sum[end] ?? []).sort()
  return capped({
    series: sums.reduce((n, { series }) => n + series, 0),
    tellings: sums.reduce((n, { tellings }) => n + tellings, 0),
    first: days('first')[0] ?? null,
    last: days('last').at(-1) ?? null,
    id: sums.find(({ id }) => id !== null)?.id ?? null,
    names: [...names],
    more: sums.some(({ more }) => more),
  })
}

/** The names kept are the first in an order of all names, so that those of a whole are among those of its parts. */
function capped(sum: EntitySum): EntitySum {
  const names = sum.names.sort(([one], [other]) => one.length - other.length || (one < other ? -1 : 1))
  return { ...sum, names: names.slice(0, MOST_NAMES), more: sum.more || names.length > MOST_NAMES }
}

/** What the entity is called most often. */
export const nameOfEntity = ({ names }: EntitySum): string | null =>
  names.reduce<[string | null, number]>((best, one) => (one[1] > best[1] ? one : best), [null, 0])[0]

/** An entity with more series than this is summed up from parts, by the next digit of their variables. */
export const ENTITY_PART_ROWS = 64

export const entityTarget = (entity: string, prefix: string): RowKey =>
  prefix === '' ? entityRowKey(entity) : entityPartKey(entity, prefix)

/** What such a row is the sum of unless it is split. */
export const seriesOfEntity = (entity: string, prefix: string) => ({
  pk: seriesPartition(entity),
  prefix: `${entity}${prefix}`,
})

/** What such a row is the sum of where it is split. */
export const partsOfEntity = (entity: string, prefix: string) => ({
  pk: entityPartKey(entity, '').pk,
  prefix: `${entityPartsPrefix(prefix.length + 1)}${prefix}`,
})

export function entityRow(
  entity: string,
  prefix: string,
  sum: EntitySum,
  split: boolean,
  ver: number,
): EntityRow {
  return {
    ...entityTarget(entity, prefix),
    ver,
    ...sum,
    names: JSON.stringify(sum.names),
    ...(split && { split }),
  }
}

/** What an entity is searched by: its names as wholes, and their words. */
export const entityWords = (names: EntitySum['names']): string[] =>
  [...new Set(names.flatMap(([name]) => nameWords(name)))].slice(0, MOST_ENTITY_WORDS)

const MOST_ENTITY_WORDS = 100

/** A word of an entity or of a series: `n` is 1 while it is one. */
export type WordRow = RowKey & { ver: number; n: number }
