import { type Answer, type ApiRequest, answer } from '../../functions/answer.ts'
import { type ExtractFactsPorts, extractDigest } from '../../functions/extract-facts.ts'
import { parseMessage } from '../../functions/parse-digest.ts'
import { type RollUpSizes, rollUpMessages } from '../../functions/roll-up.ts'
import { factsOfDigest } from '../../shared/statements/facts.ts'
import type { DigestParsed, SeriesChanged } from '../../shared/store/messages.ts'
import { MemoryBucket } from './memory-bucket.ts'
import { MemoryTable } from './memory-table.ts'
import { SILENT } from './silent.ts'

type Texts = Record<string, string>

/** The request for a route with parameters, those of its path among them. */
export function requestOf(routeKey: string, given: Texts): ApiRequest {
  const those = (inPath: boolean): Texts =>
    Object.fromEntries(Object.entries(given).filter(([name]) => routeKey.includes(`{${name}}`) === inPath))
  return { routeKey, pathParameters: those(true), queryStringParameters: those(false) }
}

/** The whole pipeline in memory, one message at a time, in the order that a test chooses. */
export class Pipeline {
  readonly bucket = new MemoryBucket()
  readonly items = new MemoryTable()
  readonly metrics = new MemoryTable()
  readonly parsed: DigestParsed[] = []
  readonly changed: SeriesChanged[] = []
  /** The release that is deployed. */
  release = 0
  /** The engine's, unless a test has facts of its own. */
  factsOf: ExtractFactsPorts['factsOf'] = factsOfDigest
  readonly log = SILENT
  readonly count = () => {}
  readonly cursorKey = 'a key of this test alone'
  readonly now = () => Date.UTC(2020, 5, 1)

  /** Handles one notification up to the queue digest-parsed. */
  parse(notification: string): Promise<void> {
    const { bucket, items, log, count, now } = this
    return parseMessage(notification, {
      release: this.release,
      bucket,
      items,
      log,
      count,
      now,
      digestParsed: sink(this.parsed),
    })
  }

  /** Extracts and rolls up until both queues are empty, `batchSize` series at a time. */
  async settle(batchSize = Number.POSITIVE_INFINITY, sizes: RollUpSizes = {}): Promise<void> {
    for (let message = this.parsed.shift(); message !== undefined; message = this.parsed.shift()) {
      const { items, metrics, log, count, factsOf } = this
      await extractDigest(message, {
        release: this.release,
        factsOf,
        items,
        metrics,
        log,
        count,
        seriesChanged: sink(this.changed),
      })
    }
    while (this.changed.length > 0) {
      const bodies = this.changed.splice(0, batchSize).map((series) => JSON.stringify(series))
      const rolledUp = rollUpMessages(bodies, this.metrics, sizes)
      for (const body of bodies) await rolledUp(body)
    }
  }

  /** One notification all the way to the roll-ups. */
  async process(notification: string): Promise<void> {
    await this.parse(notification)
    await this.settle()
  }

  /** The answer to a request, as the gateway would pass it on: `get('GET /v1/digests/{id}', { id })`. */
  get(routeKey: string, given: Texts = {}, headers: Texts = {}): Promise<Answer> {
    return this.answer({ ...requestOf(routeKey, given), headers })
  }

  answer(request: ApiRequest): Promise<Answer> {
    return answer(request, this, this.log)
  }

  /** The body of an answer that must be a 200. */
  async read<Body>(routeKey: string, given: Texts = {}): Promise<Body> {
    const { statusCode, body } = await this.get(routeKey, given)
    if (statusCode !== 200) throw new Error(`${routeKey} answered ${statusCode}: ${body}`)
    return JSON.parse(body) as Body
  }
}

function sink<Message>(messages: Message[]) {
  return {
    async sendAll(sent: readonly Message[]) {
      messages.push(...sent)
    },
  }
}
