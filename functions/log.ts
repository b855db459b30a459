import type { Cause } from '../shared/store/messages.ts'

/** One structured line per outcome, never a digest's text: what the protocol needs of the logger. */
export interface Log {
  info(message: string, detail: Record<string, unknown>): void
  warn(message: string, detail: Record<string, unknown>): void
  error(message: string, detail: Record<string, unknown>): void
}

/** The same log, each line under the id of what set the work off. */
export function logFor(cause: Cause | undefined, log: Log): Log {
  if (cause === undefined) return log
  const named = { correlation_id: cause.id }
  return {
    info: (message, detail) => log.info(message, { ...named, ...detail }),
    warn: (message, detail) => log.warn(message, { ...named, ...detail }),
    error: (message, detail) => log.error(message, { ...named, ...detail }),
  }
}
