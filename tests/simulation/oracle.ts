import { PARSE_COUNTERS } from '../../functions/parse-digest.ts'
import { digestId } from '../../shared/digest/digest-id.ts'
import type { Head } from '../../shared/digest/head.ts'
import { type ItemsRow, itemsIn } from '../../shared/digest/item-rows.ts'
import type { Item } from '../../shared/model/digest.ts'
import { type Contribution, contributionRows, type Overflow } from '../../shared/series/contribution.ts'
import { type Extraction, placesIn, type Touched } from '../../shared/series/extraction.ts'
import type { Stated } from '../../shared/series/stated.ts'
import type { Rollup } from '../../shared/series/summaries.ts'
import type { Counter } from '../../shared/store/counters.ts'
import {
  contributionKey,
  extractionKey,
  itemPrefix,
  metricDayName,
  metricDayNamed,
  ROLLED_UP_PREFIX,
  type RowKey,
  statedKey,
  touchedKey,
} from '../../shared/store/keys.ts'
import { differences, statedOf, visibleIn, visibleOf } from './at-rest.ts'
import { type Expected, expectedOf } from './expected.ts'
import { CHUNK_BYTES } from './stages.ts'
import { POISON, TEST_EVENT } from './texts.ts'
import type { World } from './world.ts'

/** How the handling of an event can end. */
const ENDS = PARSE_COUNTERS.filter((counter) => counter !== 'eventsTaken')

/** Judges a world: every row as it is written, and the tables as a whole when all is at rest. */
export class Oracle {
  private readonly world: World
  /** Which version of the bucket's contents each claimed version of a digest stands for; null is a deletion. */
  private readonly sources = new Map<string, string | null>()

  constructor(world: World) {
    this.world = world
  }

  /** Of the row of the items table just written. */
  judgeItems(row: RowKey, replaced: RowKey | undefined): void {
    if (row.sk === 'HEAD') this.judgeHead(row as Head, replaced as Head | undefined)
    else this.judgeItemsRow(row as ItemsRow, replaced as ItemsRow | undefined)
  }

  /** Of the row of the metrics table just written. */
  judgeMetrics(row: RowKey, replaced: RowKey | undefined): void {
    const [kind] = row.pk.split('#')
    if (kind === 'DIGEST') this.judgeOfDigest(row as Extraction, replaced as Extraction | undefined)
    else if (kind === 'STATED') this.judgeStated(row as Stated, replaced as Stated | undefined)
    else if (kind === 'OVERFLOW') this.judgeOverflow(row as Overflow, replaced as Overflow | undefined)
    else if (kind === 'FACTS')
      this.judgeContribution(row as Contribution, replaced as Contribution | undefined)
    else this.judgeRollup(row as Rollup, replaced as Rollup | undefined)
  }

  /** Once nothing is left to be done. */
  judgeAtRest(when: string): void {
    const { bucket, items, metrics, queues } = this.world
    const contents = bucket.keys().map((key) => expectedOf(key, bucket.present(key)))
    const seen = visibleIn(items.rows.values(), metrics.rows.values())
    for (const { words } of differences(seen, visibleOf(contents)))
      this.world.violate('diverged', `${when}, the tables are not what the bucket holds: ${words}`)
    for (const message of [...queues.parsed.dead, ...queues.changed.dead])
      this.world.violate('stuck', `${when}, a dead letter stays: ${message.body}`)
    for (const { body, receives } of queues.events.dead) {
      if (!this.isPoison(body)) this.world.violate('stuck', `${when}, a dead letter stays: ${body}`)
      if (receives !== queues.events.maxReceives)
        this.world.violate('diverged', `${when}, a message was dead after ${receives} receives: ${body}`)
    }
    this.judgeCounts(when)
    this.judgeDeletion(when)
  }

  /** No row of the metrics table, keys included, holds a sentence or a name that the bucket holds no more. */
  private judgeDeletion(when: string): void {
    const { bucket, metrics } = this.world
    const wordsOf = ({ facts, digest }: Expected) =>
      facts.flatMap(({ sentence, entity }) => [sentence, entity?.name ?? sentence, digest?.title ?? sentence])
    const kept = new Set(bucket.keys().flatMap((key) => wordsOf(expectedOf(key, bucket.present(key)))))
    const ever = [...bucket.history.values()].flatMap((version) => wordsOf(expectedOf(version.key, version)))
    const gone = [...new Set(ever)].filter((words) => !kept.has(words))
    for (const row of metrics.rows.values()) {
      const text = JSON.stringify(row)
      for (const words of gone)
        if (text.includes(words))
          this.world.violate('diverged', `${when}, ${words} is deleted and stands in ${text}`)
    }
  }

  /** Accepted = processed + superseded + deleted + dead. */
  private judgeCounts(when: string): void {
    const { events } = this.world.queues
    const { acknowledged } = this.world
    const accepted = acknowledged.size + events.dead.length + events.messages.length
    if (accepted !== events.sent.length)
      this.world.violate(
        'diverged',
        `${when}, ${events.sent.length} messages were accepted and ${accepted} accounted for`,
      )
    for (const { body, counted } of acknowledged.values()) {
      const of = (counter: Counter) => counted.get(counter) ?? 0
      const ended = ENDS.reduce((sum, counter) => sum + of(counter), 0)
      if (ended !== of('eventsTaken') || (ended === 0 && body !== TEST_EVENT))
        this.world.violate('diverged', `${when}, a message was acknowledged that did not end well: ${body}`)
    }
  }

  /** No handling can make sense of the message. */
  private isPoison(body: string): boolean {
    return (POISON as readonly string[]).includes(body)
  }

  private judgeHead(head: Head, replaced: Head | undefined): void {
    const { claimed, published, rv } = head
    this.demand(rv > (replaced?.rv ?? 0), 'A write of a head was lost', head)
    this.demand(replaced === undefined || replaced.claimed <= claimed, 'The claim went down', head)
    const source = this.sources.get(nameOf(head.pk, claimed))
    this.demand(
      source === undefined || source === head.claimedSource,
      'One version stands for two contents',
      head,
    )
    this.sources.set(nameOf(head.pk, claimed), head.claimedSource)
    if (published === undefined) {
      this.demand(replaced?.published === undefined, 'What was published is published no more', head)
      return
    }
    const before = replaced?.published
    this.demand(
      before === undefined || before.version <= published.version,
      'What is published went down',
      head,
    )
    const { digest, refusal } = this.contentsAt(head.pk, published.version)
    const state = digest ? 'ready' : refusal ? 'refused' : 'deleted'
    this.demand(published.state === state, `What is published is not ${state}`, head)
    this.demand(
      published.title === digest?.title && published.date === digest?.date,
      'Title or date is not its own',
      head,
    )
    const rows = this.itemsAt(head.pk, published.rows)
    this.demand(same(rows, digest?.items ?? []), 'A digest is published that is not whole', head)
  }

  private judgeItemsRow(row: ItemsRow, replaced: ItemsRow | undefined): void {
    const { digest } = this.contentsAt(row.pk, row.sk.split('#')[1] ?? '')
    const items = itemsIn(row)
    const own = items.every((item) => same(item, digest?.items[item.n - 1]))
    this.demand(own, 'Items are not of their version', row)
    this.demand(replaced === undefined || replaced.items === row.items, 'Items changed', row)
  }

  private judgeOfDigest(row: Extraction, replaced: Extraction | undefined): void {
    if (row.sk === 'EXTRACTION') this.judgeExtraction(row, replaced)
    else if (row.sk.startsWith(ROLLED_UP_PREFIX))
      this.demand(replaced === undefined || replaced.version <= row.version, 'A sign went down', row)
  }

  private judgeExtraction(row: Extraction, replaced: Extraction | undefined): void {
    this.demand(row.rv === (replaced?.rv ?? 0) + 1, 'A write of an extraction was lost', row)
    if (replaced === undefined) return
    this.demand(replaced.version <= row.version, 'The version extracted went down', row)
    for (const name of replaced.touched.filter((one) => !row.touched.includes(one))) {
      const left = this.metricsRow<Contribution>(contributionKey(metricDayNamed(name), row.digest))
      const isEmpty = left !== undefined && (left.version > row.version || left.facts === '[]')
      this.demand(row.done && isEmpty, `It is forgotten that ${name} was touched`, row)
    }
    const { stated = [] } = replaced
    for (const version of stated.filter((one) => !row.stated?.includes(one))) {
      for (const place of placesIn(this.metricsRow<Touched>(touchedKey(row.digest, version)))) {
        const left = this.metricsRow<Stated>(statedKey(place, place.told, row.digest))
        const isTaken = left !== undefined && left.version >= row.version
        this.demand(row.done && isTaken, 'A statement is forgotten', row)
      }
    }
  }

  private judgeContribution(row: Contribution, replaced: Contribution | undefined): void {
    const { digest, version } = row
    this.demand(replaced === undefined || replaced.version <= version, 'A contribution went down', row)
    const [metric, day] = [row.pk.split('#')[1] ?? '', row.sk.slice(0, 10)]
    const contents = this.contentsAt(`DIGEST#${digest}`, version.slice(0, version.lastIndexOf('.')))
    const right = rowsOf(contents, metric, day).contribution
    const isOwn = row.facts === right.facts && row.chunks === right.chunks
    this.demand(isOwn, 'A contribution is not of its version', row)
    if (row.facts === '[]') return
    const extraction = this.metricsRow<Extraction>(extractionKey(digest))
    const isAnnounced = extraction?.touched.includes(metricDayName({ metric, day }))
    this.demand(isAnnounced, 'A contribution was not announced', row)
  }

  private judgeOverflow(row: Overflow, replaced: Overflow | undefined): void {
    const [day = '', digest = '', version = '', chunk] = row.sk.split('#')
    if (row.gone) return
    this.demand(!replaced?.gone, 'An overflow that is gone came back', row)
    const metric = row.pk.split('#')[1] ?? ''
    const contents = this.contentsAt(`DIGEST#${digest}`, version.slice(0, version.lastIndexOf('.')))
    const own = rowsOf(contents, metric, day).overflow[Number(chunk) - 1]?.facts
    this.demand(row.facts === own, 'An overflow is not of its version', row)
  }

  /** No telling of a version that is gone, and none that nobody could find to take it back. */
  private judgeStated(row: Stated, replaced: Stated | undefined): void {
    const { digest, version } = row
    this.demand(replaced === undefined || replaced.version <= version, 'A statement went down', row)
    const contents = this.contentsAt(`DIGEST#${digest}`, version.slice(0, version.lastIndexOf('.')))
    const right = statedOf(contents).find(({ pk, sk }) => pk === row.pk && sk === row.sk)
    const isOwn = row.tellings === right?.tellings && row.rejects === right?.rejects
    this.demand(isOwn, 'A statement is not of its version', row)
    if (right === undefined) return
    const extraction = this.metricsRow<Extraction>(extractionKey(digest))
    const places = placesIn(this.metricsRow<Touched>(touchedKey(digest, version)))
    const isListed = places.some((place) => statedKey(place, place.told, digest).sk === row.sk)
    this.demand(extraction?.stated?.includes(version) && isListed, 'A statement was not announced', row)
  }

  private metricsRow<Row extends RowKey>({ pk, sk }: RowKey): Row | undefined {
    return this.world.metrics.rows.get(`${pk}\n${sk}`) as Row | undefined
  }

  private judgeRollup(row: Rollup, replaced: Rollup | undefined): void {
    this.demand(row.ver === (replaced?.ver ?? 0) + 1, 'A write of a roll-up was lost', row)
  }

  /** What a version that was claimed has to become. */
  private contentsAt(pk: string, version: string): Expected {
    const source = this.sources.get(nameOf(pk, version))
    const key = this.world.bucket.keys().find((one) => pk.endsWith(digestId(one))) ?? ''
    this.demand(source !== undefined, 'A version is written that was not claimed', { pk, version })
    return expectedOf(key, this.world.bucket.history.get(source ?? ''))
  }

  private itemsAt(pk: string, version: string): Item[] {
    const rows = [...this.world.items.rows.values()].filter(
      (row) => row.pk === pk && row.sk.startsWith(itemPrefix(version)),
    )
    return rows.flatMap((row) => itemsIn(row as ItemsRow)).sort((a, b) => a.n - b.n)
  }

  private demand(holds: boolean | undefined, otherwise: string, row: object): void {
    if (!holds) this.world.violate('mixed', `${otherwise}: ${JSON.stringify(row)}`)
  }
}

/** What a digest contributes to a metric and day. */
function rowsOf({ id, facts, digest }: Expected, metric: string, day: string) {
  const own = facts.filter((fact) => fact.metric === metric && digest?.date === day)
  return contributionRows({ metric, day }, id, '', own, CHUNK_BYTES)
}

const nameOf = (pk: string, version: string): string => `${pk} ${version}`

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
