/** Environment keys of the functions: set by infra with the grant, read by the functions on their first line. */
export const ENV = {
  digestBucket: 'DIGEST_BUCKET',
  digestEventsQueue: 'DIGEST_EVENTS_QUEUE_URL',
  itemsTable: 'ITEMS_TABLE',
  metricsTable: 'METRICS_TABLE',
  digestParsedQueue: 'DIGEST_PARSED_QUEUE_URL',
  seriesChangedQueue: 'SERIES_CHANGED_QUEUE_URL',
  cursorKey: 'CURSOR_KEY',
} as const

/** Environment key of the release that a function belongs to: see engineOf. */
export const RELEASE = 'RELEASE'

/** The release that is deployed; 0 where none is set. */
export const releaseIn = (source: Record<string, string | undefined>): number => Number(source[RELEASE] ?? 0)

type EnvName = keyof typeof ENV

/**
 * The named settings of this function.
 * @throws Error naming every environment key that is missing
 */
export function readEnv<const N extends EnvName>(
  source: Record<string, string | undefined>,
  ...names: N[]
): Record<N, string> {
  const missing = names.map((name) => ENV[name]).filter((key) => !source[key])
  if (missing.length > 0) throw new Error(`Missing environment: ${missing.join(', ')}`)
  return Object.fromEntries(names.map((name) => [name, source[ENV[name]]])) as Record<N, string>
}
