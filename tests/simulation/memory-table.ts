import type { Page, Query, Table } from '../../functions/adapters/table.ts'
import type { Comparison, Condition } from '../../shared/condition.ts'
import { BY_DATE_INDEX, type RowKey } from '../../shared/keys.ts'

type Values = Record<string, unknown>

/** A table in memory that keeps DynamoDB's promises: whole rows, conditions on the row replaced, pages in key order. */
export class MemoryTable implements Table {
  readonly rows = new Map<string, RowKey>()

  async get<Row extends RowKey>(key: RowKey): Promise<Row | undefined> {
    return copy(this.rows.get(nameOf(key))) as Row | undefined
  }

  async put(row: RowKey, condition?: Condition): Promise<boolean> {
    if (condition !== undefined && !holds(condition, this.rows.get(nameOf(row)) as Values | undefined))
      return false
    this.rows.set(nameOf(row), copy(row))
    return true
  }

  async putAll(rows: readonly RowKey[]): Promise<void> {
    for (const row of rows) this.rows.set(nameOf(row), copy(row))
  }

  async queryPage<Row extends RowKey>(query: Query): Promise<Page<Row>> {
    const { pk, prefix = '', between, index, descending, limit = Number.POSITIVE_INFINITY, after } = query
    const [partition, sort] = index ? [BY_DATE_INDEX.partition, BY_DATE_INDEX.sort] : ['pk', 'sk']
    const sortOf = (row: RowKey) => String((row as Values & RowKey)[sort])
    const sign = descending ? -1 : 1
    const matching = [...this.rows.values()]
      .filter((row) => (row as Values & RowKey)[partition] === pk && sortOf(row).startsWith(prefix))
      .filter((row) => between === undefined || (sortOf(row) >= between.from && sortOf(row) <= between.to))
      .sort((a, b) => sign * compare(sortOf(a), sortOf(b)))
    const start =
      after === undefined
        ? 0
        : matching.findIndex((row) => nameOf(row) === nameOf(after as unknown as RowKey)) + 1
    const rows = matching.slice(start, start + limit)
    const last = rows.at(-1)
    const more = last !== undefined && start + rows.length < matching.length
    return { rows: copy(rows) as Row[], ...(more && { next: { pk: last.pk, sk: last.sk } }) }
  }
}

/** Whether a condition lets a write replace a row, or undefined where there is none. */
export function holds(condition: Condition, row: Values | undefined): boolean {
  return condition.some((clause) =>
    clause.every((comparison) => compares(comparison, row?.[comparison.attribute])),
  )
}

function compares(comparison: Comparison, found: unknown): boolean {
  if (comparison.is === 'absent') return found === undefined
  if (typeof found !== typeof comparison.value) return false
  return comparison.is === '='
    ? found === comparison.value
    : (found as string) <= (comparison.value as string)
}

const nameOf = ({ pk, sk }: RowKey): string => `${pk}\n${sk}`

/** DynamoDB orders strings by their UTF-8 bytes; for the ASCII keys in use that is the order of code units. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What is stored is a copy without undefined attributes, as the wire would make it. */
function copy<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T)
}
