import { expect, test, vi } from 'vitest'

vi.stubEnv('POWERTOOLS_DEV', 'true') // Metrics go to the console that a test can listen to,
vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false') // and do go out.
vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'DigestMetrics-test')
vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'parse-digest')
const { count, counting } = await import('../../functions/cloudwatch.ts')

test('an invocation publishes what it counted, and zero for what did not happen', async () => {
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line))
  const handler = counting(['digestsReady', 'digestsRefused'], async () => {
    count('digestsReady')
    count('digestsReady')
    throw new Error('and then it failed')
  })
  await expect(handler({}, {})).rejects.toThrow('and then it failed')
  expect(lines).toHaveLength(1)
  const { DigestsReady, DigestsRefused, service, _aws } = JSON.parse(lines[0] ?? '')
  expect([DigestsReady, DigestsRefused].map((values) => [values].flat().reduce((a, b) => a + b))).toEqual([
    2, 0,
  ])
  expect(service).toBe('parse-digest')
  expect(_aws.CloudWatchMetrics[0].Namespace).toBe('DigestMetrics-test')
})
