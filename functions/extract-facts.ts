import type { Head } from '../shared/digest/head.ts'
import { type ItemsRow, itemsIn } from '../shared/digest/item-rows.ts'
import type { Item } from '../shared/model/digest.ts'
import type { Fact } from '../shared/model/fact.ts'
import {
  claimExtraction,
  contributionCondition,
  contributionRows,
  type Extraction,
  factsByMetricDay,
  finishExtraction,
} from '../shared/series/contribution.ts'
import { EXTRACTOR_VERSION, factsOfDigest } from '../shared/statements/facts.ts'
import { extractionKey, headKey, itemPrefix, type MetricDay, metricDayNamed } from '../shared/store/keys.ts'
import type { DigestParsed, SeriesChanged } from '../shared/store/messages.ts'
import { factsVersion, type Version } from '../shared/store/version.ts'
import type { Queue } from './adapters/queue.ts'
import { queryAll, type Table } from './adapters/table.ts'
import type { Count } from './count.ts'
import { type Log, logFor } from './log.ts'

export interface ExtractFactsPorts {
  items: Table
  metrics: Table
  seriesChanged: Queue<SeriesChanged>
  log: Log
  count: Count
}

/**
 * Writes the contributions of a digest's published version, empties those of its earlier ones, and asks for the
 * roll-up of every metric and day that either may have changed; what was done before only when asked to do it again.
 */
export async function extractDigest(
  { digest, again, cause }: DigestParsed,
  ports: ExtractFactsPorts,
): Promise<void> {
  const log = logFor(cause, ports.log)
  const head = await ports.items.get<Head>(headKey(digest))
  const published = head?.published
  if (published === undefined) {
    log.info('facts not extracted', { digest, outcome: 'unpublished' })
    return
  }
  const version = factsVersion(published.rows, EXTRACTOR_VERSION)
  if (!again && (await isDone(digest, version, ports))) {
    log.info('facts not extracted', { digest, outcome: 'unchanged' })
    return
  }
  const items = await readItems(digest, published, ports)
  const read = { date: published.date ?? '', title: published.title, items }
  const facts = factsByMetricDay(factsOfDigest(read), read)

  const extraction = await claimSeries(digest, version, facts.keys(), ports)
  if (extraction === undefined) {
    log.info('facts not extracted', { digest, outcome: 'superseded' })
    return
  }
  const { touched } = extraction
  await Promise.all(
    touched.map((name) =>
      writeContribution(metricDayNamed(name), digest, version, facts.get(name) ?? [], ports),
    ),
  )
  await ports.seriesChanged.sendAll(touched.map((name) => ({ ...metricDayNamed(name), digest, cause })))
  const finished = finishExtraction(extraction)
  await ports.metrics.put(finished.row, finished.condition)
  ports.count('digestsExtracted')
  log.info('facts extracted', {
    digest,
    outcome: 'extracted',
    items: items.length,
    series: touched.length,
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

/** @returns the claim, with every metric and day that this or an earlier version may have written; undefined where a newer one has taken over */
async function claimSeries(
  digest: string,
  version: Version,
  touched: Iterable<string>,
  { metrics }: ExtractFactsPorts,
): Promise<Extraction | undefined> {
  const names = [...touched]
  for (;;) {
    const extraction = await metrics.get<Extraction>(extractionKey(digest))
    const claimed = claimExtraction(extraction, digest, version, names)
    if (claimed === undefined) return undefined
    if (await metrics.put(claimed.row, claimed.condition)) return claimed.row
  }
}

async function writeContribution(
  metricDay: MetricDay,
  digest: string,
  version: Version,
  facts: readonly Fact[],
  { metrics }: ExtractFactsPorts,
): Promise<void> {
  const { contribution, overflow } = contributionRows(metricDay, digest, version, facts)
  await metrics.putAll(overflow)
  await metrics.put(contribution, contributionCondition(version))
}
