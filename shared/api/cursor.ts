import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { badParameter } from './problem.ts'

/** Where the next page of a walk begins: at this sort key, after as many of its things as were given already. */
export interface Position {
  at: string
  skip: number
}

const CursorSchema = v.object({
  at: v.pipe(v.string(), v.maxLength(1024)),
  skip: v.pipe(v.number(), v.integer(), v.minValue(0)),
  of: v.string(),
})

/** An opaque text for a position, of use only to the same query. */
export function cursorOf(position: Position, query: object): string {
  return Buffer.from(JSON.stringify({ ...position, of: fingerprint(query) })).toString('base64url')
}

/** @throws Problem for a text that is not a cursor of this query */
export function positionOf(cursor: string | undefined, query: object): Position | undefined {
  if (cursor === undefined) return undefined
  const { at, skip, of } = readCursor(cursor)
  if (of !== fingerprint(query)) throw refusal()
  return { at, skip }
}

function readCursor(cursor: string): v.InferOutput<typeof CursorSchema> {
  try {
    return v.parse(CursorSchema, JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw refusal()
  }
}

const refusal = () => badParameter('cursor', 'cursor is not one that an earlier page of this same query gave')

/** The same query may be walked in pages of any length. */
function fingerprint(query: object): string {
  const rest = Object.entries(query).filter(([name]) => name !== 'cursor' && name !== 'limit')
  return createHash('sha256').update(JSON.stringify(rest)).digest('base64url').slice(0, 16)
}
