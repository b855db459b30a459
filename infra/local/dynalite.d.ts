declare module 'dynalite' {
  import type { Server } from 'node:http'

  /** Times in milliseconds that tables stay in the states of their names. */
  export default function dynalite(options: {
    createTableMs?: number
    updateTableMs?: number
    deleteTableMs?: number
  }): Server
}
