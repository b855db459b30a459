import { Cursors, type Position } from '../../shared/api/cursor.ts'
import type { RouteName } from '../../shared/api/routes.ts'
import type { ServeApiPorts } from './ports.ts'

/** One step of a walk, at the sort key of the row that it was read from. */
export interface Entry<Thing> {
  at: string
  /** Missing where what was read is not what was asked for. */
  thing?: Thing
  /** How much of a page's work it was; 1 where nothing else is said. */
  cost?: number
}

/** A page ends after this much work, however little it has found: no request reads without end. */
const MOST_WORK = 10_000
/** Bytes of JSON on a page. Lambda answers with 6 MB at most, and a compressed page is a third longer in base64. */
const MOST_BYTES = 3_000_000

/**
 * The part of a walk that follows the cursor; `next` is there unless the walk ends here. Whatever the lengths of its
 * pages, a walk returns each thing once: a cursor names the row that was read last, and how much of it.
 */
export async function pageOf<Thing>(
  route: RouteName,
  { cursor, limit, format: _, ...query }: { limit: number; cursor?: string; format?: string },
  { cursorKey }: Pick<ServeApiPorts, 'cursorKey'>,
  entriesFrom: (at: string | undefined) => AsyncIterable<Entry<Thing>>,
): Promise<{ things: Thing[]; next?: string }> {
  const cursors = new Cursors(cursorKey, { route, ...query })
  const start = cursor === undefined ? undefined : cursors.positionOf(cursor)
  const things: Thing[] = []
  let seen: Position = { at: '', skip: 0 }
  let work = 0
  let bytes = 0
  for await (const { at, thing, cost = 1 } of entriesFrom(start?.at)) {
    const here = { at, skip: seen.at === at ? seen.skip + 1 : 1 }
    if (at !== start?.at || here.skip > start.skip) {
      const size = thing === undefined ? 0 : Buffer.byteLength(JSON.stringify(thing))
      const full = things.length === limit || bytes + size > MOST_BYTES || work + cost > MOST_WORK
      if (full && work > 0) return { things, next: cursors.cursorOf(seen) }
      work += cost
      bytes += size
      if (thing !== undefined) things.push(thing)
    }
    seen = here
  }
  return { things }
}
