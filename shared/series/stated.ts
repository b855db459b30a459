import { ABSENT, atMost, type Condition } from '../store/condition.ts'
import { type RowKey, statedKey } from '../store/keys.ts'
import type { Version } from '../store/version.ts'
import type { Identity } from './identity.ts'
import type { Statement, Telling } from './telling.ts'

/**
 * What one digest tells of one point of a series, told on one day: the rows that all about series is made of. With no
 * tellings it is the trace of a statement that is gone: its version refuses whoever comes late with an older one.
 */
export type Stated = RowKey & {
  version: Version
  digest: string
  /** Absent where the statement is gone, like what follows. */
  told?: string
  identity?: Identity
  /** JSON of its tellings, without what the row says for all of them. */
  tellings?: string
  /** JSON of tellings that a file of corrections rejects; such a row states nothing of its own. */
  rejects?: string
}

/** Tellings of one point that a file of corrections rejects. */
export interface Rejected extends StatedPlace {
  rejects: { digest: string; item?: number; why?: string }[]
}

/** Stands for the day in the keys of corrections: behind all days, so that they are read before what they correct. */
export const CORRECTED = '~'

/** Where a digest made a statement, without what it said: enough to take it back. */
export interface StatedPlace {
  series: string
  from: string
  to: string
  told: string
}

export function statedRow(statement: Statement | Rejected, digest: string, version: Version): Stated {
  if ('rejects' in statement) {
    return { ...goneRow(statement, digest, version), rejects: JSON.stringify(statement.rejects) }
  }
  const { told, identity, tellings } = statement
  const short = tellings.map(({ told: _, digest: __, ...own }) => own)
  return {
    ...statedKey(statement, told, digest),
    version,
    digest,
    told,
    identity,
    tellings: JSON.stringify(short),
  }
}

/** What a file of corrections states: a row for each point that it rejects tellings of. */
export function rejectedOf(
  rejections: readonly {
    series: string
    from?: string
    to: string
    digest: string
    item?: number
    why?: string
  }[],
): Rejected[] {
  const byPlace = new Map<string, Rejected>()
  for (const { series, to, from = to, ...telling } of rejections) {
    const place = { series, from, to, told: CORRECTED }
    const known = byPlace.get(placeName(place))
    if (known === undefined) byPlace.set(placeName(place), { ...place, rejects: [telling] })
    else known.rejects.push(telling)
  }
  return [...byPlace.values()]
}

export const goneRow = (place: StatedPlace, digest: string, version: Version): Stated => ({
  ...statedKey(place, place.told, digest),
  version,
  digest,
})

/** A statement gives way to one of the same version or a newer one. */
export const statedCondition = (version: Version): Condition => [ABSENT, [atMost('version', version)]]

export function tellingsIn({ digest, told, tellings }: Stated): Telling[] {
  if (told === undefined || tellings === undefined) return []
  const short = JSON.parse(tellings) as Omit<Telling, 'digest' | 'told'>[]
  return short.map((own) => ({ ...own, digest, told }))
}

export const rejectedIn = ({ rejects }: Stated): Rejected['rejects'] =>
  rejects === undefined ? [] : (JSON.parse(rejects) as Rejected['rejects'])

/** A place in the list of what a digest touched: see seriesPeriodName. */
export const placeName = ({ series, from, to, told }: StatedPlace): string =>
  `${series}#${to}#${from}#${told}`

export function placeNamed(name: string): StatedPlace {
  const [series = '', to = '', from = '', told = ''] = name.split('#')
  return { series, from, to, told }
}
