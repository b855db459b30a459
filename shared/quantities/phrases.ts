import { fold } from './characters-zh.ts'

interface Node<T> {
  value: T | undefined
  next: Map<number, Node<T>>
}

const node = <T>(): Node<T> => ({ value: undefined, next: new Map() })

/**
 * A dictionary of phrases that is asked for the longest one at a place in a text, as Chinese has no spaces to find
 * words by. Traditional characters and full-width forms match their plain ones.
 */
export class Phrases<T> {
  readonly #forward = node<T>()
  readonly #backward = node<T>()
  /** Code units that phrases begin and end with: most places are turned down by them. */
  readonly #first = new Uint8Array(0x10000)
  readonly #last = new Uint8Array(0x10000)

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [phrase, value] of entries) {
      insert(this.#forward, phrase, value)
      insert(this.#backward, [...phrase].reverse().join(''), value)
      this.#first[fold(phrase.charCodeAt(0))] = 1
      this.#last[fold(phrase.charCodeAt(phrase.length - 1))] = 1
    }
  }

  /** The longest phrase that begins at `at`. */
  longestAt(text: string, at: number): { value: T; end: number } | null {
    if (at >= text.length || this.#first[fold(text.charCodeAt(at))] === 0) return null
    let found: { value: T; end: number } | null = null
    let place: Node<T> | undefined = this.#forward
    for (let i = at; i < text.length; ) {
      place = place.next.get(fold(text.charCodeAt(i++)))
      if (place === undefined) break
      if (place.value !== undefined) found = { value: place.value, end: i }
    }
    return found
  }

  /** The longest phrase that ends right before `end` and begins no earlier than `floor`. */
  longestBefore(text: string, end: number, floor: number): { value: T; start: number } | null {
    if (end <= floor || this.#last[fold(text.charCodeAt(end - 1))] === 0) return null
    let found: { value: T; start: number } | null = null
    let place: Node<T> | undefined = this.#backward
    for (let i = end; i > floor; ) {
      place = place.next.get(fold(text.charCodeAt(--i)))
      if (place === undefined) break
      if (place.value !== undefined) found = { value: place.value, start: i }
    }
    return found
  }
}

/** The first value given for a phrase stays. */
function insert<T>(root: Node<T>, phrase: string, value: T): void {
  let place = root
  for (let i = 0; i < phrase.length; i++) {
    const c = fold(phrase.charCodeAt(i))
    let next = place.next.get(c)
    if (next === undefined) {
      next = node()
      place.next.set(c, next)
    }
    place = next
  }
  place.value ??= value
}

/** A set of phrases, separated by spaces. */
export const phrases = (list: string): Phrases<true> =>
  new Phrases(
    list
      .split(/\s+/)
      .filter(Boolean)
      .map((phrase) => [phrase, true] as const),
  )

/** A dictionary of phrases by what they mean: `{ meaning: 'phrase phrase' }`. */
export const meanings = <T extends string>(table: Record<T, string>): Phrases<T> =>
  new Phrases(
    (Object.entries(table) as [T, string][]).flatMap(([meaning, list]) =>
      list
        .split(/\s+/)
        .filter(Boolean)
        .map((phrase) => [phrase, meaning] as const),
    ),
  )
