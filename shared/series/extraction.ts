import { ABSENT, type Condition, equals } from '../store/condition.ts'
import { extractionKey, type RowKey, touchedKey } from '../store/keys.ts'
import type { Version } from '../store/version.ts'
import { placeName, placeNamed, type StatedPlace } from './stated.ts'

/**
 * Which version of a digest the metrics table holds, and where it or an earlier one that did not come to its end may
 * have written. It is written before any contribution, so a later version finds, and empties, all that an earlier one
 * left or may still come to write. What is empty leaves the list when an extraction is finished: the empty row itself
 * refuses an older writer who wakes late.
 */
export type Extraction = RowKey & {
  rv: number
  digest: string
  version: Version
  /** Names of metrics and days (see metricDayName), in order. */
  touched: string[]
  /** Versions whose statements may stand: where they are says the row of each. Absent in rows of earlier releases. */
  stated?: Version[]
  /** A release that kept no list of overflow rows may have left some. */
  former?: true
  /** All rows of the version are written, and their roll-ups asked for. */
  done?: true
  /** Number of messages that asked for them. */
  messages?: number
  /** Statements that were too many to be kept. */
  refused?: number
}

/** Where the rows of one version are, beside its contributions; empty once a later version has emptied them. */
export type Touched = RowKey & {
  version: Version
  /** Names of the places of its statements, in lines. */
  places: string
  /** Number of chunks of the contributions that have more than one, by metric and day. */
  chunks: Record<string, number>
}

/** The roll-ups that one message asked for are done. */
export type RolledUp = RowKey & { version: Version }

/** What a version has to write: metrics and days with their number of chunks, and the places of its statements. */
export interface Writing {
  metricDays: ReadonlyMap<string, number>
  places: readonly StatedPlace[]
}

export function touchedRow(digest: string, version: Version, { metricDays, places }: Writing): Touched {
  const chunks = Object.fromEntries([...metricDays].filter(([, most]) => most > 1))
  return { ...touchedKey(digest, version), version, places: places.map(placeName).join('\n'), chunks }
}

export const NOTHING_WRITTEN: Writing = { metricDays: new Map(), places: [] }

export const placesIn = (row: Touched | undefined): StatedPlace[] =>
  row === undefined || row.places === '' ? [] : row.places.split('\n').map(placeNamed)

/**
 * What is done stays so when it is done once more: the rows are the same.
 * @returns undefined where a newer version is being extracted, which will do all there is to do
 */
export function claimExtraction(
  extraction: Extraction | undefined,
  digest: string,
  version: Version,
  { metricDays }: Pick<Writing, 'metricDays'>,
): { row: Extraction; condition: Condition } | undefined {
  if (extraction !== undefined && extraction.version > version) return undefined
  const { done, messages } = extraction?.version === version ? extraction : {}
  return {
    row: {
      ...extractionKey(digest),
      rv: (extraction?.rv ?? 0) + 1,
      digest,
      version,
      touched: [...new Set([...(extraction?.touched ?? []), ...metricDays.keys()])].sort(),
      ...(done && { done, messages }),
      stated: [...new Set([...(extraction?.stated ?? []), version])].sort(),
      ...((extraction?.former || isFormer(extraction)) && { former: true as const }),
    },
    condition: extraction === undefined ? [ABSENT] : [[equals('rv', extraction.rv)]],
  }
}

/** Whether an extraction is one of a release that stated nothing. */
export const isFormer = (extraction: Extraction | undefined): boolean =>
  extraction !== undefined && extraction.stated === undefined

/** The extraction with its work done; refused once another one was claimed, which will do it anew. */
export function finishExtraction(
  claimed: Extraction,
  { metricDays }: Pick<Writing, 'metricDays'>,
  { messages, refused }: { messages: number; refused: number },
): { row: Extraction; condition: Condition } {
  const { former: _, ...rest } = claimed
  return {
    row: {
      ...rest,
      rv: claimed.rv + 1,
      touched: [...metricDays.keys()].sort(),
      stated: [claimed.version],
      done: true,
      messages,
      ...(refused > 0 && { refused }),
    },
    condition: [[equals('rv', claimed.rv)]],
  }
}
