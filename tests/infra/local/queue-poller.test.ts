import { describe, expect, test } from 'vitest'
import { reportedFailures } from '../../../infra/local/queue-poller.ts'

const SENT = new Set(['a', 'b'])

describe('a partial batch response is read as Lambda reads it', () => {
  test.each([
    ['nothing reported', undefined, []],
    ['no failures', { batchItemFailures: [] }, []],
    ['one failure', { batchItemFailures: [{ itemIdentifier: 'b' }] }, ['b']],
    ['an unknown message', { batchItemFailures: [{ itemIdentifier: 'c' }] }, ['a', 'b']],
    ['an empty name', { batchItemFailures: [{ itemIdentifier: '' }] }, ['a', 'b']],
    ['no list', { batchItemFailures: 'b' }, ['a', 'b']],
  ])('%s', (_name, response, failed) => {
    expect([...reportedFailures(response, SENT)]).toEqual(failed)
  })
})
