import type { Days } from '../shared/model/digest.ts'
import { AFTER_ALL } from '../shared/store/keys.ts'
import type { Query } from './adapters/table.ts'

/**
 * A query for each year of a range of days, whose rows have sort keys that begin with their day. There is none where the
 * range has shrunk, since the page before, to days that the walk has passed.
 */
export function yearlyQueries(
  partition: (year: string) => string,
  { from, to }: Days,
  { at, descending = false }: { at?: string; descending?: boolean } = {},
): (Query & { between: Days })[] {
  const last = `${to}${AFTER_ALL}`
  const between = descending ? { from, to: at ?? last } : { from: at ?? from, to: last }
  if (between.from > between.to) return []
  const [first, end] = [Number(between.from.slice(0, 4)), Number(between.to.slice(0, 4))]
  const years = Array.from({ length: end - first + 1 }, (_, n) => String(first + n))
  if (descending) years.reverse()
  return years.map((year) => ({ pk: partition(year), between, descending }))
}
