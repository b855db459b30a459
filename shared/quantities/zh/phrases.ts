import { fold } from './characters.ts'

interface Node<T> {
  value: T | undefined
  next: Map<number, Node<T>>
}

const node = <T>(): Node<T> => ({ value: undefined, next: new Map() })

/** Phrases by the characters that they begin with, or read backward that they end with. */
class Tree<T> {
  readonly root = node<T>()
  /** The code units that phrases begin with: most places are turned down by them. */
  readonly first = new Uint8Array(0x10000)

  /** The first value given for a phrase stays. */
  insert(phrase: string, value: T): void {
    let place = this.root
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
    this.first[fold(phrase.charCodeAt(0))] = 1
  }
}

/**
 * A dictionary of phrases that is asked for the longest one at a place in a text, as Chinese has no spaces to find
 * words by. Traditional characters and full-width forms match their plain ones. It is made when it is first asked:
 * all of them took half of the time in which the engine loads, and English texts need none.
 */
export class Phrases<T> {
  readonly #entries: readonly (readonly [string, T])[]
  #forward: Tree<T> | undefined
  #backward: Tree<T> | undefined

  constructor(entries: readonly (readonly [string, T])[]) {
    this.#entries = entries
  }

  /** The longest phrase that begins at `at`. */
  longestAt(text: string, at: number): { value: T; end: number } | null {
    this.#forward ??= this.#treeOf((phrase) => phrase)
    const { root, first } = this.#forward
    if (at >= text.length || first[fold(text.charCodeAt(at))] === 0) return null
    let found: { value: T; end: number } | null = null
    let place: Node<T> | undefined = root
    for (let i = at; i < text.length; ) {
      place = place.next.get(fold(text.charCodeAt(i++)))
      if (place === undefined) break
      if (place.value !== undefined) found = { value: place.value, end: i }
    }
    return found
  }

  /** The longest phrase that ends right before `end` and begins no earlier than `floor`. */
  longestBefore(text: string, end: number, floor: number): { value: T; start: number } | null {
    this.#backward ??= this.#treeOf((phrase) => [...phrase].reverse().join(''))
    const { root, first } = this.#backward
    if (end <= floor || first[fold(text.charCodeAt(end - 1))] === 0) return null
    let found: { value: T; start: number } | null = null
    let place: Node<T> | undefined = root
    for (let i = end; i > floor; ) {
      place = place.next.get(fold(text.charCodeAt(--i)))
      if (place === undefined) break
      if (place.value !== undefined) found = { value: place.value, start: i }
    }
    return found
  }

  #treeOf(written: (phrase: string) => string): Tree<T> {
    const tree = new Tree<T>()
    for (const [phrase, value] of this.#entries) tree.insert(written(phrase), value)
    return tree
  }
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
export const meanings = <T extends string>(table: Partial<Record<T, string>>): Phrases<T> =>
  new Phrases(
    (Object.entries(table) as [T, string][]).flatMap(([meaning, list]) =>
      list
        .split(/\s+/)
        .filter(Boolean)
        .map((phrase) => [phrase, meaning] as const),
    ),
  )
