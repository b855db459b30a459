import { createHmac, timingSafeEqual } from 'node:crypto'
import { badParameter } from './problem.ts'

/** Where the next page of a walk begins: at this sort key, after as many of its things as were seen already. */
export interface Position {
  at: string
  skip: number
}

/** Bytes of the authentication code: enough that none is guessed, in a cursor that stays short. */
const CODE_BYTES = 16

/** Makes and reads the cursors of one query; they are of use to no other, and changing one is noticed. */
export class Cursors {
  private readonly key: string
  private readonly query: string

  /** @param key known to the servers alone @param query all that a walk depends on */
  constructor(key: string, query: object) {
    this.key = key
    this.query = JSON.stringify(query)
  }

  cursorOf({ at, skip }: Position): string {
    const position = Buffer.from(JSON.stringify([at, skip])).toString('base64url')
    return `${position}.${this.codeOf(position)}`
  }

  /** @throws Problem for a text that is not a cursor of this query */
  positionOf(cursor: string): Position {
    const [position = '', code = ''] = cursor.split('.')
    if (!isSame(cursor, `${position}.${this.codeOf(position)}`) || code === '') {
      const accepted = 'a cursor that an earlier page of this same query gave'
      throw badParameter('cursor', `cursor is not ${accepted}`, accepted)
    }
    const [at, skip] = JSON.parse(Buffer.from(position, 'base64url').toString()) as [string, number]
    return { at, skip }
  }

  private codeOf(position: string): string {
    const code = createHmac('sha256', this.key).update(`${position}\n${this.query}`).digest()
    return code.subarray(0, CODE_BYTES).toString('base64url')
  }
}

/** In a time that tells nothing of where two texts differ. */
function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
