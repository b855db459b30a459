import type { Page, Query } from '../functions/adapters/table.ts'
import type { Condition } from '../shared/store/condition.ts'
import { BY_DATE_INDEX, type RowKey } from '../shared/store/keys.ts'
import { MemoryTable } from '../tests/simulation/memory-table.ts'
import { rowBytes } from '../tests/simulation/row-bytes.ts'

/** What one kind of row cost. */
export interface Units {
  /** Write request units of the table. */
  writes: number
  /** Write request units of its index. */
  indexWrites: number
  /** Read request units. */
  reads: number
  rowsWritten: number
  rowsRead: number
}

const NO_UNITS: Units = { writes: 0, indexWrites: 0, reads: 0, rowsWritten: 0, rowsRead: 0 }

/**
 * A table in memory that counts capacity as DynamoDB does ("DynamoDB read and write operations", Amazon DynamoDB
 * Developer Guide): a write takes a unit for each KB of the larger of the row and the one it replaces, refused or not;
 * a consistent read one for each 4 KB, of all rows of a page together.
 */
export class MeteredTable extends MemoryTable {
  /** By the part of the partition key before the first `#`, and for digests by that of the sort key. */
  readonly units = new Map<string, Units>()

  /** What it cost since this was last asked. */
  take(): Units {
    const all = sumOf([...this.units.values()])
    this.units.clear()
    return all
  }

  override async get<Row extends RowKey>(key: RowKey): Promise<Row | undefined> {
    const row = await super.get<Row>(key)
    this.add(key, { reads: readUnits(row === undefined ? 0 : rowBytes(row)), rowsRead: 1 })
    return row
  }

  override async put(row: RowKey, condition?: Condition): Promise<boolean> {
    const previous = await super.get(row)
    const written = await super.put(row, condition)
    const bytes = Math.max(rowBytes(row), previous === undefined ? 0 : rowBytes(previous))
    this.add(row, {
      writes: writeUnits(bytes),
      indexWrites: written ? indexUnits(previous, row) : 0,
      rowsWritten: 1,
    })
    return written
  }

  override async putAll(rows: readonly RowKey[]): Promise<void> {
    for (const row of rows) await this.put(row)
  }

  override async queryPage<Row extends RowKey>(query: Query): Promise<Page<Row>> {
    const page = await super.queryPage<Row>(query)
    const bytes = page.rows.reduce((sum, row) => sum + rowBytes(row), 0)
    // An index is never read consistently, which halves the price.
    const reads = readUnits(bytes) * (query.index === undefined ? 1 : 0.5)
    this.add({ pk: query.pk, sk: query.prefix ?? '' }, { reads, rowsRead: page.rows.length })
    return page
  }

  private add({ pk, sk }: RowKey, units: Partial<Units>): void {
    const kind = pk.startsWith('DIGEST#') ? (sk.split('#')[0] ?? '') : (pk.split('#')[0] ?? '')
    this.units.set(kind, sumOf([this.units.get(kind) ?? NO_UNITS, { ...NO_UNITS, ...units }]))
  }
}

export function sumOf(all: readonly Units[]): Units {
  return all.reduce(
    (sum, units) => ({
      writes: sum.writes + units.writes,
      indexWrites: sum.indexWrites + units.indexWrites,
      reads: sum.reads + units.reads,
      rowsWritten: sum.rowsWritten + units.rowsWritten,
      rowsRead: sum.rowsRead + units.rowsRead,
    }),
    NO_UNITS,
  )
}

export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024))
const readUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 4096))

/** A row that enters, leaves or changes in the index is written there; one that moves in it is written twice. */
function indexUnits(previous: RowKey | undefined, row: RowKey): number {
  const [before, after] = [placeInIndex(previous), placeInIndex(row)]
  const cost = (one: RowKey | undefined) => writeUnits(one === undefined ? 0 : rowBytes(one))
  if (before === after) return after === undefined ? 0 : Math.max(cost(previous), cost(row))
  return (before === undefined ? 0 : cost(previous)) + (after === undefined ? 0 : cost(row))
}

function placeInIndex(row: RowKey | undefined): string | undefined {
  const { [BY_DATE_INDEX.partition]: partition, [BY_DATE_INDEX.sort]: sort } = (row ?? {}) as Record<
    string,
    string | undefined
  >
  return partition === undefined ? undefined : `${partition} ${sort}`
}
