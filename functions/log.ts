/** One structured line per outcome, never a digest's text: what the protocol needs of the logger. */
export interface Log {
  info(message: string, detail: Record<string, unknown>): void
  warn(message: string, detail: Record<string, unknown>): void
  error(message: string, detail: Record<string, unknown>): void
}
