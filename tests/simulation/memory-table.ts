import type { Page, Query, Table } from '../../functions/adapters/table.ts'
import type { Comparison, Condition } from '../../shared/store/condition.ts'
import { BY_DATE_INDEX, KEY, type RowKey } from '../../shared/store/keys.ts'
import { rowBytes } from './row-bytes.ts'

/** 400 KB, names and values. */
const MOST_ROW_BYTES = 400 * 1024

type Values = Record<string, unknown>

export interface MemoryTableOptions {
  /** Rows of a page at most, where DynamoDB ends a page at 1 MB. */
  pageRows?: number
  /** Hears of every row that is written, with the one it replaced. */
  written?(row: RowKey, replaced: RowKey | undefined): void
}

/** A table in memory that keeps DynamoDB's promises: whole rows, conditions on the row replaced, pages in key order. */
export class MemoryTable implements Table {
  readonly rows = new Map<string, RowKey>()
  private readonly options: MemoryTableOptions
  /** Where rows stand in each partition of the table and of its index, in order; some may be gone since. */
  private readonly places = new Map<string, Place[]>()

  constructor(options: MemoryTableOptions = {}) {
    this.options = options
  }

  async get<Row extends RowKey>(key: RowKey): Promise<Row | undefined> {
    return copy(this.rows.get(nameOf(key))) as Row | undefined
  }

  async put(row: RowKey, condition?: Condition): Promise<boolean> {
    if (condition !== undefined && !holds(condition, this.rows.get(nameOf(row)) as Values | undefined))
      return false
    this.set(row)
    return true
  }

  async putAll(rows: readonly RowKey[]): Promise<void> {
    if (new Set(rows.map(nameOf)).size < rows.length) throw new Error('ValidationException: a row twice')
    for (const row of rows) this.set(row)
  }

  async queryPage<Row extends RowKey>(query: Query): Promise<Page<Row>> {
    const { pk, prefix = '', between, index, descending, limit = Number.POSITIVE_INFINITY, after } = query
    if (between !== undefined && between.from > between.to) throw new Error('ValidationException: BETWEEN')
    const attributes = index ? BY_DATE : PRIMARY
    const from = between && between.from > prefix ? between.from : prefix
    const places = this.placesIn(attributes, pk)
    const matching: RowKey[] = []
    for (let at = firstFrom(places, { sort: from, name: '' }); at < places.length; at++) {
      const { sort, name } = places[at] as Place
      if (!sort.startsWith(prefix) || (between !== undefined && sort > between.to)) break
      const row = this.rows.get(name) as (Values & RowKey) | undefined
      if (row?.[attributes.partition] === pk && row[attributes.sort] === sort) matching.push(row)
    }
    if (descending) matching.reverse()
    const start =
      after === undefined
        ? 0
        : matching.findIndex((row) => nameOf(row) === nameOf(after as unknown as RowKey)) + 1
    const { pageRows = Number.POSITIVE_INFINITY } = this.options
    const rows = matching.slice(start, start + Math.min(limit, pageRows))
    const last = rows.at(-1)
    const more = last !== undefined && start + rows.length < matching.length
    return { rows: copy(rows) as Row[], ...(more && { next: { pk: last.pk, sk: last.sk } }) }
  }

  /** Removes the rows whose time to live has passed. @param seconds since 1970 */
  expire(seconds: number): void {
    for (const [name, row] of this.rows) {
      const expires = (row as Values & RowKey)[KEY.expires]
      if (typeof expires === 'number' && expires <= seconds) this.rows.delete(name)
    }
  }

  private set(row: RowKey): void {
    refuseInvalid(row)
    const name = nameOf(row)
    const replaced = this.rows.get(name)
    for (const attributes of [PRIMARY, BY_DATE]) {
      const { [attributes.partition]: partition, [attributes.sort]: sort } = row as Values & RowKey
      if (typeof partition !== 'string' || typeof sort !== 'string') continue
      const places = this.placesIn(attributes, partition)
      const at = firstFrom(places, { sort, name })
      if (places[at]?.name !== name || places[at]?.sort !== sort) places.splice(at, 0, { sort, name })
    }
    const stored = copy(row)
    this.rows.set(name, stored)
    this.options.written?.(stored, replaced)
  }

  private placesIn({ partition }: typeof PRIMARY, value: string): Place[] {
    const key = `${partition}\n${value}`
    const places = this.places.get(key) ?? []
    this.places.set(key, places)
    return places
  }
}

const PRIMARY: { partition: string; sort: string } = KEY
const BY_DATE: { partition: string; sort: string } = BY_DATE_INDEX

/** A row by its name, under its sort key. */
interface Place {
  sort: string
  name: string
}

/**
 * Index of the first place that is not before the one given. DynamoDB orders strings by their UTF-8 bytes; for the ASCII
 * keys in use that is the order of code units.
 */
function firstFrom(places: readonly Place[], { sort, name }: Place): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const place = places[middle] as Place
    if (place.sort < sort || (place.sort === sort && place.name < name)) low = middle + 1
    else high = middle
  }
  return low
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

const KEYS = [PRIMARY, BY_DATE].flatMap(({ partition, sort }) => [partition, sort])

/** @throws Error for rows that DynamoDB does not take */
function refuseInvalid(row: RowKey): void {
  if (KEYS.some((key) => (row as Values & RowKey)[key] === ''))
    throw new Error('ValidationException: an empty key')
  if (rowBytes(row) > MOST_ROW_BYTES) throw new Error('ValidationException: a row that is too large')
}

const nameOf = ({ pk, sk }: RowKey): string => `${pk}\n${sk}`

/** What is stored is a copy without undefined attributes, as the wire would make it. */
function copy<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T)
}
