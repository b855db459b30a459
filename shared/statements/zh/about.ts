import type { Entity, EntityFrom, Quantity, Status } from '../../model/fact.ts'
import type { Mention } from '../chunk.ts'
import type { About, AboutItem, Shared } from '../figure.ts'
import { type KnownNames, nameId } from '../names.ts'
import type { WordClass } from './lexicon.ts'
import { measureZh } from './measures.ts'
import { type FoundZh, NamesZh, type ReadZh, readSentenceZh, resolved } from './read.ts'

/** What each quantity of a Chinese item is about; `sentences` are those that they stand in, in order. */
export function aboutChinese(
  item: AboutItem,
  quantities: readonly Quantity[],
  sentences: readonly (readonly [number, number])[],
  statuses: readonly (Status | null)[],
  context: Shared,
): About[] {
  const names = new NamesZh(context.known)
  const around = new Around(item, names, context)
  const abouts: About[] = []
  for (let i = 0; i < quantities.length; ) {
    const [from, to] = sentences[i] as readonly [number, number]
    let next = i + 1
    while (next < quantities.length && (sentences[next] as readonly [number, number])[0] === from) next++
    const spans = quantities
      .slice(i, next)
      .map(({ start, end }) => ({ start: start - from, end: end - from }))
    const read = around.readAt(from, to, spans)
    for (const [n, found] of read.figures.entries()) {
      const quantity = quantities[i + n] as Quantity
      const measure = measureZh(quantity, item.text, found.measure, found.owner, statuses[i + n] ?? null)
      abouts.push({ entity: around.entityOf(found, read, from), measure })
    }
    i = next
  }
  return abouts
}

/** Whom a heading or a title is about; null where it names nobody. */
export function topicOfHeadingZh(text: string, known: KnownNames): Mention | null {
  const { topic, publisher, mentions } = readSentenceZh(
    text.replace(/《[^》]*》|国内|国际/g, ''),
    [],
    new NamesZh(known),
  )
  const [first] = mentions
  return topic ?? first ?? publisher
}

const entity = ({ id, name }: Mention, from: EntityFrom): Entity => ({ id, name, from })

/** The text around a sentence, read where the sentence names nobody. */
class Around {
  readonly #item: AboutItem
  readonly #names: NamesZh
  readonly #context: Shared
  readonly #read = new Map<number, ReadZh>()
  /** Whom the last figure of the sentence before belongs to. */
  #before: Mention | null = null

  #topicOfLead: Mention | null | undefined
  readonly #topicBefore = new Map<number, Mention | null>()

  constructor(item: AboutItem, names: NamesZh, context: Shared) {
    this.#item = item
    this.#names = names
    this.#context = context
  }

  readAt(from: number, to: number, spans: readonly { start: number; end: number }[]): ReadZh {
    const read = readSentenceZh(this.#item.text.slice(from, to), spans, this.#names)
    this.#read.set(from, read)
    return read
  }

  entityOf(found: FoundZh, read: ReadZh, from: number): Entity | null {
    if (found.owner !== null) {
      this.#before = found.owner
      return entity(found.owner, found.isOwn ? 'clause' : 'sentence')
    }
    if (found.isAlone) return null
    const suits = (mention: Mention | null): Mention | null =>
      mention === null
        ? null
        : found.anaphor === null
          ? mention
          : resolved(mention, found.anaphor as WordClass)
    if (found.isPart && this.#before !== null) return entity(this.#before, 'item')
    const lead = suits(this.#lead(from))
    if (lead !== null) return entity(lead, 'item')
    for (const heading of this.#item.headings) {
      const topic = suits(this.#context.topicOfHeading(heading))
      if (topic !== null) return entity(topic, 'heading')
    }
    const before = suits(this.#before) ?? suits(this.#sentenceBefore(from))
    if (before !== null) return entity(before, 'item')
    const title = this.#item.title === null ? null : suits(this.#context.topicOfHeading(this.#item.title))
    if (title !== null) return entity(title, 'title')
    const publisher = suits(read.publisher)
    if (publisher !== null) return entity(publisher, 'sentence')
    return found.generic === null || found.anaphor !== null
      ? null
      : { id: nameId(found.generic), name: found.generic, from: 'clause' }
  }

  /** Whom the first sentence of the item is about, for every sentence but that one. */
  #lead(from: number): Mention | null {
    if (from === 0) return null
    if (this.#topicOfLead !== undefined) return this.#topicOfLead
    const start = this.#item.text.slice(0, LONGEST)
    const read =
      this.#read.get(0) ?? this.readAt(0, /^[^。！？\n]*[。！？\n]?/.exec(start)?.[0].length ?? 0, [])
    this.#topicOfLead = read.topic ?? read.publisher
    return this.#topicOfLead
  }

  /** Whom the sentence before the one that begins there is about: the same for all figures of a sentence. */
  #sentenceBefore(from: number): Mention | null {
    if (from === 0) return null
    const known = this.#topicBefore.get(from)
    if (known !== undefined) return known
    const { text } = this.#item
    let start = from - 1
    while (start > 0 && start > from - LONGEST && !STOPS.has(text[start - 1] as string)) start--
    const read = this.#read.get(start) ?? this.readAt(start, from, [])
    const topic = read.topic ?? read.publisher
    this.#topicBefore.set(from, topic)
    return topic
  }
}

const STOPS: ReadonlySet<string> = new Set('。！？\n')

/** Sentences around are read so far, in UTF-16 units. */
const LONGEST = 300
