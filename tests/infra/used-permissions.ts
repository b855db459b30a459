import type { Bucket } from '../../functions/adapters/bucket.ts'
import type { Queue } from '../../functions/adapters/queue.ts'
import type { Table } from '../../functions/adapters/table.ts'
import { answer } from '../../functions/answer.ts'
import { extractDigest } from '../../functions/extract-facts.ts'
import { parseMessage } from '../../functions/parse-digest.ts'
import { reconcile } from '../../functions/reconcile.ts'
import { rollUpMessages } from '../../functions/roll-up.ts'
import { ROUTES } from '../../shared/api/routes.ts'
import { digestId } from '../../shared/digest/digest-id.ts'
import type { Extraction } from '../../shared/series/extraction.ts'
import { isListed, type SeriesRow } from '../../shared/series/series-row.ts'
import { factsOfDigest } from '../../shared/statements/facts.ts'
import { extractionKey, seriesPartition } from '../../shared/store/keys.ts'
import type { DigestParsed, SeriesChanged } from '../../shared/store/messages.ts'
import { MemoryBucket } from '../simulation/memory-bucket.ts'
import { MemoryTable } from '../simulation/memory-table.ts'
import { SILENT } from '../simulation/silent.ts'
import type { Permission } from './permissions.ts'

/**
 * What each method of the adapters asks of AWS; that they send these requests and no others is tested in
 * adapter-requests.test.ts.
 */
function recordedTable(table: Table, name: string, used: Set<Permission>): Table {
  return {
    get(key) {
      used.add(`dynamodb:GetItem ${name}`)
      return table.get(key)
    },
    put(row, condition) {
      used.add(`dynamodb:PutItem ${name}`)
      return table.put(row, condition)
    },
    putAll(rows) {
      if (rows.length > 0) used.add(`dynamodb:BatchWriteItem ${name}`)
      return table.putAll(rows)
    },
    queryPage(query) {
      used.add(`dynamodb:Query ${name}${query.index === undefined ? '' : `/index/${query.index}`}`)
      return table.queryPage(query)
    },
  }
}

function recordedBucket(bucket: Bucket, used: Set<Permission>): Bucket {
  return {
    async read(ref, maxBytes) {
      used.add(`s3:GetObject${ref.versionId === undefined ? '' : 'Version'} Digests/*`)
      const found = await bucket.read(ref, maxBytes)
      // It is by this permission that S3 says of what is gone that it is, and not that it is forbidden.
      if (found === undefined) used.add('s3:ListBucket Digests')
      return found
    },
  }
}

function recordedQueue<Message>(messages: Message[], name: string, used: Set<Permission>): Queue<Message> {
  return {
    async sendAll(sent) {
      if (sent.length > 0) used.add(`sqs:SendMessage ${name}`)
      messages.push(...sent)
    },
  }
}

const now = () => Date.UTC(2020, 5, 1)

const leased = (areas: number) =>
  `Notes for January 9, 2020\n\n${Array.from({ length: areas }, (_, n) => `The bank leased ${n + 1} square meters.`).join('\n\n')}\n\nBy January 8, Hubei had a total of 5 confirmed cases.\n`

/** More facts of one metric than the first row of a contribution holds. */
const MANY = 1500

/** What a release has left that kept no list of overflow. */
const formerExtraction = (digest: string): Extraction => ({
  ...extractionKey(digest),
  rv: 1,
  digest,
  version: '0',
  touched: ['square-meters#2020-01-09'],
})

/** What every function asks of AWS while digests are stored, overwritten, deleted, looked at again and read. */
async function record(): Promise<Record<string, Set<Permission>>> {
  const used = {
    ParseDigest: new Set<Permission>(),
    ExtractFacts: new Set<Permission>(),
    RollUp: new Set<Permission>(),
    Reconcile: new Set<Permission>(),
    ServeApi: new Set<Permission>(),
  }
  const bucket = new MemoryBucket()
  const items = new MemoryTable()
  const metrics = new MemoryTable()
  const parsed: DigestParsed[] = []
  const changed: SeriesChanged[] = []

  const stored = bucket.put('a.txt', leased(1))
  const overwritten = bucket.put('a.txt', leased(MANY))
  const gone = bucket.put('b.txt', leased(1))
  bucket.delete('b.txt')
  const events = [
    stored,
    overwritten,
    gone,
    JSON.stringify({ reexamine: { bucket: bucket.name, key: 'a.txt' } }),
    JSON.stringify({ reexamine: { bucket: bucket.name, key: 'b.txt' } }),
  ]
  for (const event of events) {
    await parseMessage(event, {
      bucket: recordedBucket(bucket, used.ParseDigest),
      items: recordedTable(items, 'Items', used.ParseDigest),
      digestParsed: recordedQueue(parsed, 'DigestParsed', used.ParseDigest),
      log: SILENT,
      count() {},
      now,
    })
  }
  await metrics.put(formerExtraction(digestId('a.txt')))
  for (const message of parsed) {
    await extractDigest(message, {
      factsOf: factsOfDigest,
      items: recordedTable(items, 'Items', used.ExtractFacts),
      metrics: recordedTable(metrics, 'Metrics', used.ExtractFacts),
      seriesChanged: recordedQueue(changed, 'SeriesChanged', used.ExtractFacts),
      log: SILENT,
      count() {},
    })
  }
  const bodies = changed.map((series) => JSON.stringify(series))
  const rolledUp = rollUpMessages(bodies, recordedTable(metrics, 'Metrics', used.RollUp))
  await Promise.all(bodies.map(rolledUp))
  bucket.put('untold.txt', leased(1))
  used.Reconcile.add('s3:ListBucket Digests')
  await reconcile(bucket.name, {
    bucket,
    items: recordedTable(items, 'Items', used.Reconcile),
    digestEvents: recordedQueue([], 'DigestEvents', used.Reconcile),
    log: SILENT,
    count() {},
    now,
  })
  for (const { method, path } of Object.values(ROUTES)) {
    const digest = digestId('a.txt')
    const known = { id: digest, digest, n: '1', metric: 'square-meters', series: seriesIn(metrics) }
    const inPath = Object.fromEntries(Object.entries(known).filter(([name]) => path.includes(`{${name}}`)))
    const queryStringParameters = path === ROUTES.search.path ? { q: 'bank' } : {}
    const ports = {
      items: recordedTable(items, 'Items', used.ServeApi),
      metrics: recordedTable(metrics, 'Metrics', used.ServeApi),
      cursorKey: 'any',
      now,
    }
    const request = { routeKey: `${method} ${path}`, pathParameters: inPath, queryStringParameters }
    const { statusCode } = await answer(request, ports, SILENT)
    if (statusCode !== 200) throw new Error(`${method} ${path} answered ${statusCode}`)
  }
  return used
}

/** Id of a series that is listed. */
function seriesIn(metrics: MemoryTable): string {
  const rows = [...metrics.rows.values()] as SeriesRow[]
  return rows.find((row) => row.pk.startsWith(seriesPartition('')) && isListed(row))?.sk ?? ''
}

let recorded: ReturnType<typeof record> | undefined

/** What the code of a function asks for in its work. */
export async function usedBy(name: string): Promise<ReadonlySet<Permission>> {
  recorded ??= record()
  return (await recorded)[name] ?? new Set()
}
