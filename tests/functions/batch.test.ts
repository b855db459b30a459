import type { SQSEvent } from 'aws-lambda'
import { expect, test, vi } from 'vitest'
import type { Cause } from '../../shared/store/messages.ts'

vi.stubEnv('POWERTOOLS_DEV', 'true') // Lines go to the console that a test can listen to.
const { batchHandler } = await import('../../functions/batch.ts')

const batch = (...bodies: string[]) =>
  ({
    Records: bodies.map((body, n) => ({
      messageId: `m${n}`,
      body,
      attributes: { ApproximateReceiveCount: '2' },
    })),
  }) as SQSEvent

/** Bodies here are JSON where they tell what they are about. */
const read = (body: string): { digest: string; cause: Cause } => JSON.parse(body)

/** What a handler answers, and the lines that it logs above INFO. */
async function run(handle: (body: string) => Promise<void>, bodies: string[]) {
  const lines: Record<string, unknown>[] = []
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(JSON.parse(line)))
  const answer = await batchHandler(['eventsTaken'], read, () => handle)(
    batch(...bodies),
    {} as never,
    () => {},
  )
  return { answer, lines }
}

test('only the messages that failed come again, each with a line that says why', async () => {
  const { answer, lines } = await run(
    async (body) => {
      if (body === 'bad') throw new Error('the table is on fire')
    },
    ['good', 'bad', 'better'],
  )
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] })
  expect(lines).toMatchObject([
    { level: 'ERROR', messageId: 'm1', delivery: 2, error: { message: 'the table is on fire' } },
  ])
})

test('a batch all of which failed comes again as a whole', async () => {
  const { answer } = await run(() => Promise.reject(new Error('no')), ['a', 'b'])
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }, { itemIdentifier: 'm1' }] })
})

test('the line of a failure says what the message was about and what set it off, where its body can be read', async () => {
  const cause = { id: 'C3D13FE58DE4C810', at: '2020-01-10T07:00:00.000Z' }
  const body = JSON.stringify({ digest: 'd1', cause })
  const { lines } = await run(() => Promise.reject(new Error('no')), [body, 'not readable'])
  expect(lines).toMatchObject([{ correlation_id: cause.id, digest: 'd1' }, { messageId: 'm1' }])
  expect(lines[1]).not.toHaveProperty('digest')
})
