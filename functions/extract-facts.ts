import { isCorrections, rejectionIn } from '../shared/digest/corrections.ts'
import type { Head } from '../shared/digest/head.ts'
import { type ItemsRow, itemsIn } from '../shared/digest/item-rows.ts'
import { type Digest, dayOf, type Item } from '../shared/model/digest.ts'
import type { Fact } from '../shared/model/fact.ts'
import {
  chunksOf,
  contributionCondition,
  contributionRows,
  factsByMetricDay,
  goneOverflow,
  OVERFLOW_CONDITION,
  type Overflow,
} from '../shared/series/contribution.ts'
import {
  claimExtraction,
  type Extraction,
  finishExtraction,
  NOTHING_WRITTEN,
  placesIn,
  type Touched,
  touchedRow,
  type Writing,
} from '../shared/series/extraction.ts'
import {
  goneRow,
  placeName,
  type Rejected,
  rejectedOf,
  type StatedPlace,
  statedCondition,
  statedRow,
} from '../shared/series/stated.ts'
import { type Statement, sourceKey, statementsOf } from '../shared/series/telling.ts'
import { type EntitySettings, entitiesVersion, NO_ENTITIES } from '../shared/statements/entity-settings.ts'
import { EXTRACTOR_VERSION } from '../shared/statements/facts.ts'
import {
  extractionKey,
  headKey,
  itemPrefix,
  metricDayNamed,
  overflowKey,
  overflowPrefix,
  seriesPeriodName,
  touchedKey,
} from '../shared/store/keys.ts'
import { type DigestParsed, NAMES_IN_MESSAGE, type SeriesChanged } from '../shared/store/messages.ts'
import { engineOf, factsVersion, type Version } from '../shared/store/version.ts'
import type { Queue } from './adapters/queue.ts'
import { queryAll, type Table } from './adapters/table.ts'
import type { Count } from './count.ts'
import { type Log, logFor } from './log.ts'

export interface ExtractFactsPorts {
  /** Finds the facts of a digest: the same for the same digest and version. */
  factsOf(digest: Pick<Digest, 'date' | 'items' | 'title'>): Fact[]
  items: Table
  metrics: Table
  seriesChanged: Queue<SeriesChanged>
  /** The release that is deployed, 0 where none is given: see engineOf. */
  release?: number
  /** Where rows are to be smaller than DynamoDB asks for: see contributionRows. */
  chunkBytes?: number
  log: Log
  count: Count
  /** Names beyond the tables that `factsOf` reads with; none where the deployment adds none. */
  entities?: EntitySettings
}

/** What a digest's published version has to say. */
interface Said {
  facts: ReadonlyMap<string, readonly Fact[]>
  /** By the names of their places. */
  statements: ReadonlyMap<string, Statement | Rejected>
  /** Statements that were too many. */
  refused: number
}

/**
 * Writes the contributions and statements of a digest's published version, empties those of its earlier ones, and asks
 * for the roll-up of all that either may have changed; what was done before only when asked to do it again.
 */
export async function extractDigest(
  { digest, again, cause }: DigestParsed,
  ports: ExtractFactsPorts,
): Promise<void> {
  const log = logFor(cause, ports.log)
  const { entities = NO_ENTITIES } = ports
  const head = await ports.items.get<Head>(headKey(digest))
  if (head?.published === undefined) {
    log.info('facts not extracted', { digest, outcome: 'unpublished' })
    return
  }
  const { key, published } = head
  const version = factsVersion(
    published.rows,
    engineOf(ports.release ?? 0, EXTRACTOR_VERSION),
    entitiesVersion(entities),
  )
  if (!again && (await isDone(digest, version, ports))) {
    log.info('facts not extracted', { digest, outcome: 'unchanged' })
    return
  }
  const items = await readItems(digest, published, ports)
  const said = sayingOf(digest, { key, title: published.title, date: published.date ?? '' }, items, ports)
  const writing = writingOf(said, ports)

  const extraction = await claimVersion(digest, version, writing, ports)
  if (extraction === undefined) {
    log.info('facts not extracted', { digest, outcome: 'superseded' })
    return
  }
  const former = await formerlyTouched(extraction, ports)
  const places = [
    ...new Map(
      [...former.flatMap(placesIn), ...writing.places].map((place) => [placeName(place), place]),
    ).values(),
  ]
  await Promise.all([
    ...extraction.touched.map((name) => writeContribution(name, extraction, said, ports)),
    ...places.map((place) => writeStatement(place, extraction, said, ports)),
  ])
  await emptyOverflow(extraction, former, ports)
  const names = [...extraction.touched, ...new Set(places.map(seriesPeriodName))]
  const messages = inMessages(names).map((those, part) => ({ digest, version, part, names: those, cause }))
  await ports.seriesChanged.sendAll(messages)
  await finish(extraction, writing, { messages: messages.length, refused: said.refused }, ports)
  ports.count('digestsExtracted')
  log.info('facts extracted', {
    digest,
    outcome: 'extracted',
    items: items.length,
    series: said.statements.size,
    refused: said.refused,
  })
}

/** Whether this version, and no newer one, was extracted to the end. */
async function isDone(digest: string, version: Version, { metrics }: ExtractFactsPorts): Promise<boolean> {
  const extraction = await metrics.get<Extraction>(extractionKey(digest))
  return extraction?.version === version && extraction.done === true
}

/** @throws when not all items of the version are there, so that the message is tried again */
async function readItems(
  digest: string,
  published: NonNullable<Head['published']>,
  { items }: ExtractFactsPorts,
): Promise<Item[]> {
  if (published.items === 0) return []
  const rows = await queryAll<ItemsRow>(items, {
    pk: headKey(digest).pk,
    prefix: itemPrefix(published.rows),
  })
  const found = rows.flatMap(itemsIn)
  if (found.length !== published.items) {
    throw new Error(`${found.length} of ${published.items} items of digest ${digest} are there`)
  }
  return found
}

function sayingOf(
  digest: string,
  { key, title, date }: { key: string; title?: string; date: string },
  items: Item[],
  { factsOf }: ExtractFactsPorts,
): Said {
  if (isCorrections(key)) {
    return { facts: new Map(), statements: byPlace(rejectedOf(items.map(rejectionIn))), refused: 0 }
  }
  const facts = factsOf({ date, items, title: title ?? '' })
  const ownDays = new Map(items.map((item) => [item.n, dayOf(item, { date })]))
  const teller = {
    digest,
    source: sourceKey({ key, title }),
    day: date,
    dayOfItem: (n: number) => ownDays.get(n),
  }
  const { statements, refused } = statementsOf(facts, teller)
  return { facts: factsByMetricDay(facts, { date, items }), statements: byPlace(statements), refused }
}

function byPlace<S extends StatedPlace>(statements: readonly S[]): Map<string, S> {
  return new Map(statements.map((statement) => [placeName(statement), statement]))
}

const writingOf = ({ facts, statements }: Said, { chunkBytes }: ExtractFactsPorts): Writing => ({
  metricDays: new Map([...facts].map(([name, those]) => [name, chunksOf(those, chunkBytes).length])),
  places: [...statements.values()],
})

/** @returns the claim, with all that this or an unfinished version may have written; undefined where a newer one has taken over */
async function claimVersion(
  digest: string,
  version: Version,
  writing: Writing,
  { metrics }: ExtractFactsPorts,
): Promise<Extraction | undefined> {
  await metrics.put(touchedRow(digest, version, writing))
  for (;;) {
    const extraction = await metrics.get<Extraction>(extractionKey(digest))
    const claimed = claimExtraction(extraction, digest, version, writing)
    if (claimed === undefined) return undefined
    if (await metrics.put(claimed.row, claimed.condition)) return claimed.row
  }
}

/** What versions before this one that did not come to their end may have written. */
async function formerlyTouched(
  { digest, version, stated = [] }: Extraction,
  { metrics }: ExtractFactsPorts,
): Promise<Touched[]> {
  const older = stated.filter((one) => one !== version)
  const rows = await Promise.all(older.map((one) => metrics.get<Touched>(touchedKey(digest, one))))
  return rows.filter((row) => row !== undefined)
}

async function writeContribution(
  name: string,
  { digest, version }: Extraction,
  { facts }: Said,
  { metrics, chunkBytes }: ExtractFactsPorts,
): Promise<void> {
  const those = facts.get(name) ?? []
  const { contribution, overflow } = contributionRows(
    metricDayNamed(name),
    digest,
    version,
    those,
    chunkBytes,
  )
  await Promise.all(overflow.map((row) => metrics.put(row, OVERFLOW_CONDITION)))
  await metrics.put(contribution, contributionCondition(version))
}

/** Once no contribution points at them any more, the facts beyond the first chunks of earlier versions are taken away. */
async function emptyOverflow(
  { digest, version, former, touched }: Extraction,
  older: readonly Touched[],
  { metrics }: ExtractFactsPorts,
): Promise<void> {
  const gone = older.flatMap((row) =>
    Object.entries(row.chunks).flatMap(([name, chunks]) =>
      goneOverflow(metricDayNamed(name), digest, row.version, chunks),
    ),
  )
  for (const { metric, day } of former ? touched.map(metricDayNamed) : []) {
    const { pk } = overflowKey({ metric, day }, digest, version, 0)
    const prefix = overflowPrefix(day, digest)
    const rows = await queryAll<Overflow>(metrics, { pk, prefix })
    const unlisted = rows.filter(({ sk }) => !sk.startsWith(prefix + version))
    gone.push(...unlisted.map(({ pk, sk }) => ({ pk, sk, gone: true as const })))
  }
  await Promise.all(gone.map((row) => metrics.put(row)))
}

async function writeStatement(
  place: StatedPlace,
  { digest, version }: Extraction,
  { statements }: Said,
  { metrics }: ExtractFactsPorts,
): Promise<void> {
  const statement = statements.get(placeName(place))
  const row = statement ? statedRow(statement, digest, version) : goneRow(place, digest, version)
  await metrics.put(row, statedCondition(version))
}

const inMessages = (names: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(names.length / NAMES_IN_MESSAGE) }, (_, n) =>
    names.slice(n * NAMES_IN_MESSAGE, (n + 1) * NAMES_IN_MESSAGE),
  )

/**
 * Says that the version is extracted, also where another delivery has claimed it anew meanwhile: all is written that it
 * could write. The lists of versions before it are emptied: nothing that they name holds anything any more.
 */
async function finish(
  claimed: Extraction,
  writing: Writing,
  counts: { messages: number; refused: number },
  { metrics }: ExtractFactsPorts,
): Promise<void> {
  const { digest, version, stated = [] } = claimed
  for (let extraction: Extraction | undefined = claimed; extraction?.version === version; ) {
    const { row, condition } = finishExtraction(extraction, writing, counts)
    if (await metrics.put(row, condition)) break
    extraction = await metrics.get<Extraction>(extractionKey(digest))
  }
  const older = stated.filter((one) => one !== version)
  await Promise.all(older.map((one) => metrics.put(touchedRow(digest, one, NOTHING_WRITTEN))))
}
