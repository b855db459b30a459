import { dayAfter, digestText } from '../../bench/digests.ts'
import type { Choices } from '../simulation/choices.ts'

/** What happens to a key next. */
const CHANGES = {
  upload: 'contents that the key never held',
  overwrite: 'other contents, of another day',
  again: 'the bytes that it held last',
  first: 'the bytes that it held first',
  refused: 'bytes that cannot become a digest',
  delete: 'nothing',
} as const

export type Kind = keyof typeof CHANGES

/** The lives that keys lead, and how many in a hundred lead each. */
const LIVES: readonly [share: number, changes: readonly Kind[]][] = [
  [50, ['upload']],
  [14, ['upload', 'overwrite']],
  [8, ['upload', 'again']],
  [8, ['upload', 'delete']],
  [8, ['upload', 'delete', 'again']],
  [4, ['upload', 'overwrite', 'first']],
  [4, ['upload', 'overwrite', 'delete', 'overwrite']],
  [2, ['refused']],
  [1, ['refused', 'overwrite']],
  [1, ['upload', 'refused']],
]

const BY_HUNDREDTHS = LIVES.flatMap(([share, changes]) => Array<readonly Kind[]>(share).fill(changes))

export interface Change {
  kind: Kind
  key: string
  /** What the key then holds; undefined for a deletion. */
  text?: string
}

/** Keys whose lives go on side by side. */
const SIDE_BY_SIDE = 20
/** Digests are spread over so many days, but for one in so many that all have the same. */
const DAYS = 60
const BUSY = 20
const BUSY_DAY = dayAfter(30)
const ITEMS = 2

/** Every change of the bucket in its order; the same choices make the same ones. */
export function* changesOf(digests: number, choices: Choices): Generator<Change> {
  const going: Generator<Change>[] = []
  for (let n = 0; n < digests || going.length > 0; ) {
    while (going.length < SIDE_BY_SIDE && n < digests) going.push(lifeOf(n++, choices))
    const at = choices.choose(going.length)
    const next = going[at]?.next()
    if (next === undefined || next.done) going.splice(at, 1)
    else yield next.value
  }
}

function* lifeOf(n: number, choices: Choices): Generator<Change> {
  const key = `notes/${n % 10}/${n}.md`
  const held: string[] = []
  for (const kind of choices.pick(BY_HUNDREDTHS)) {
    if (kind === 'delete') yield { kind, key }
    else {
      const text = textFor(kind, held, { n, choices })
      held.push(text)
      yield { kind, key, text }
    }
  }
}

function textFor(
  kind: Kind,
  held: readonly string[],
  { n, choices }: { n: number; choices: Choices },
): string {
  if (kind === 'again') return held.at(-1) ?? ''
  if (kind === 'first') return held[0] ?? ''
  if (kind === 'refused') return `${n}\u0000`
  const day = choices.choose(BUSY) === 0 ? BUSY_DAY : dayAfter(choices.choose(DAYS))
  return digestText({ seed: choices.choose(2 ** 31), day, items: ITEMS })
}
