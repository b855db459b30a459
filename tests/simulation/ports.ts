import type { Queue } from '../../functions/adapters/queue.ts'
import type { Query, Table } from '../../functions/adapters/table.ts'
import type { Condition } from '../../shared/store/condition.ts'
import type { Counter } from '../../shared/store/counters.ts'
import type { RowKey } from '../../shared/store/keys.ts'
import type { MemoryBucket } from './memory-bucket.ts'
import type { MemoryQueue } from './memory-queue.ts'
import type { MemoryTable } from './memory-table.ts'
import { SILENT } from './silent.ts'
import { simulatedFacts } from './simulated-facts.ts'
import type { Ports, Queues } from './stages.ts'

/** What the ports stand on. */
export interface Services {
  readonly bucket: MemoryBucket
  readonly items: MemoryTable
  readonly metrics: MemoryTable
  readonly queues: Queues
  readonly now: number
}

/**
 * Has a call wait for its turn.
 * @param what it asks for, in words
 * @param carryOut carries out its first so many parts, at once
 * @param parts of how many independent writes or messages it consists
 */
export type Wait = <T>(what: string, carryOut: (parts: number) => Promise<T>, parts?: number) => Promise<T>

/** The ports of one task, whose every call waits for its turn. */
export function portsOver(services: Services, wait: Wait, counts: Map<Counter, number>): Ports {
  const { bucket, items, metrics, queues } = services
  return {
    bucket: {
      read: (ref, maxBytes) =>
        wait(`reads ${ref.key} ${ref.versionId ?? ''}`, () => bucket.read(ref, maxBytes)),
    },
    items: tableOver(items, 'items', wait),
    metrics: tableOver(metrics, 'metrics', wait),
    digestParsed: queueOver(queues.parsed, wait),
    seriesChanged: queueOver(queues.changed, wait),
    factsOf: simulatedFacts,
    log: SILENT,
    count: (counter) => void counts.set(counter, (counts.get(counter) ?? 0) + 1),
    now: () => services.now,
  }
}

function tableOver(table: MemoryTable, name: string, wait: Wait): Table {
  const call = <T>(what: string, { pk, sk }: Partial<RowKey>, carryOut: () => Promise<T>) =>
    wait(`${name} ${what} ${pk} ${sk ?? ''}`, carryOut)
  return {
    get: <Row extends RowKey>(key: RowKey) => call('get', key, () => table.get<Row>(key)),
    put: (row: RowKey, condition?: Condition) => call('put', row, () => table.put(row, condition)),
    putAll: async (rows) => {
      if (rows.length === 0) return
      const what = `${name} put ${rows.length} rows ${rows[0]?.pk} ${rows[0]?.sk}`
      await wait(what, (parts) => table.putAll(rows.slice(0, parts)), rows.length)
    },
    queryPage: <Row extends RowKey>(query: Query) =>
      call('query', { pk: query.pk, sk: query.prefix }, () => table.queryPage<Row>(query)),
  }
}

function queueOver<M>(queue: MemoryQueue, wait: Wait): Queue<M> {
  return {
    sendAll: async (messages) => {
      if (messages.length === 0) return
      const carryOut = async (parts: number) => {
        for (const message of messages.slice(0, parts)) queue.send(JSON.stringify(message))
      }
      await wait(`sends ${JSON.stringify(messages)}`, carryOut, messages.length)
    },
  }
}
