import type { Table } from '../adapters/table.ts'

/** What serve-api works with. */
export interface ServeApiPorts {
  items: Table
  metrics: Table
  /** Of the cursors: whoever knows it can make one up. */
  cursorKey: string
  /** Milliseconds since 1970. */
  now(): number
}
