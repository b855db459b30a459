import { expect, test } from 'vitest'
import { answer } from '../../functions/answer.ts'
import { extractDigest } from '../../functions/extract-facts.ts'
import type { Log } from '../../functions/log.ts'
import { parseMessage } from '../../functions/parse-digest.ts'
import { rollUpMessages } from '../../functions/roll-up.ts'
import { factsOfDigest } from '../../shared/statements/facts.ts'
import type { DigestParsed, SeriesChanged } from '../../shared/store/messages.ts'
import { MemoryBucket } from '../simulation/memory-bucket.ts'
import { MemoryTable } from '../simulation/memory-table.ts'

/** The notification of a bucket as S3 would complete it. */
function fromS3(notification: string, id: string, eventTime: string): string {
  const { Records } = JSON.parse(notification)
  return JSON.stringify({
    Records: [{ ...Records[0], eventTime, responseElements: { 'x-amz-request-id': id } }],
  })
}

test('the id of the request that stored a digest is in every line and message up to the roll-up', async () => {
  const lines: Record<string, unknown>[] = []
  const write = (_message: string, detail: Record<string, unknown>) => void lines.push(detail)
  const log: Log = { info: write, warn: write, error: write }
  const bucket = new MemoryBucket()
  const items = new MemoryTable()
  const metrics = new MemoryTable()
  const parsed: DigestParsed[] = []
  const changed: SeriesChanged[] = []
  const common = { items, metrics, log, count() {} }

  const stored = bucket.put('a.txt', 'Notes for January 9, 2020\n\nThe bank leased 20,000 square meters.\n')
  await parseMessage(fromS3(stored, 'C3D13FE58DE4C810', '2020-01-10T07:00:00.000Z'), {
    ...common,
    bucket,
    now: Date.now,
    digestParsed: { sendAll: async (sent) => void parsed.push(...sent) },
  })
  for (const message of parsed)
    await extractDigest(message, {
      factsOf: factsOfDigest,
      ...common,
      seriesChanged: { sendAll: async (sent) => void changed.push(...sent) },
    })
  const bodies = changed.map((message) => JSON.stringify(message))
  const rolledUp = await Promise.all(bodies.map(rollUpMessages(bodies, metrics)))

  const cause = { id: 'C3D13FE58DE4C810', at: '2020-01-10T07:00:00.000Z' }
  expect(lines.map(({ correlation_id }) => correlation_id)).toEqual([cause.id, cause.id])
  expect(parsed).toMatchObject([{ cause }])
  expect(rolledUp).toMatchObject([{ names: expect.arrayContaining(['square-meters#2020-01-09']), cause }])
})

test('the line of a request that is refused has the id that the gateway logs it by', async () => {
  const lines: object[] = []
  const write = (_message: string, detail: object) => void lines.push(detail)
  const ports = { items: new MemoryTable(), metrics: new MemoryTable(), cursorKey: 'any', now: Date.now }
  const request = {
    routeKey: 'GET /v1/digests/{id}',
    pathParameters: { id: 'f'.repeat(32) },
    requestContext: { requestId: 'JKJaXmPLvHcESHA=' },
  }
  await answer(request, ports, { info: write, warn: write, error: write })
  expect(lines).toMatchObject([{ requestId: 'JKJaXmPLvHcESHA=', status: 404 }])
})
