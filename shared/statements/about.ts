import type { Entity, EntityFrom, Quantity, Status } from '../model/fact.ts'
import type { Mention } from './chunk.ts'
import { ACTION, type Chunk, NOUN, SAYING } from './en/chunks.ts'
import { ANYBODY, isMeasure } from './en/lexicon.ts'
import { measureOf } from './en/measures.ts'
import { Names } from './en/mentions.ts'
import type { Found } from './en/owners.ts'
import { firstNamed, lastNamed, onlyNamed, type Read, readSentence, suits, topicOf } from './en/read.ts'
import type { About, AboutItem, Shared } from './figure.ts'
import { type Aliases, type KnownNames, knownNames, nameId } from './names.ts'
import { placeById } from './places.ts'
import { aboutChinese, topicOfHeadingZh } from './zh/about.ts'
import { isChinese } from './zh/is-chinese.ts'

/** What the items of a digest share: the tables of names, and its headings as they were read. */
export class Context implements Shared {
  readonly known: KnownNames
  readonly #headings = new Map<string, Mention | null>()

  constructor(aliases: Aliases = {}) {
    this.known = knownNames(aliases)
  }

  /** A table has the id: no form of a name changes it. */
  isTabled(id: string): boolean {
    return this.known.ids.has(id) || placeById(id) !== undefined
  }

  /** Whom a heading or a title names; null where it names nobody, or several. */
  topicOfHeading(text: string): Mention | null {
    const read = this.#headings.get(text)
    if (read !== undefined) return read
    if (/[\u3400-\u9fff]/.test(text)) {
      const topic = topicOfHeadingZh(text, this.known)
      this.#headings.set(text, topic)
      return topic
    }
    const { chunks } = readSentence(text, 0, text.length, [], new Names(this.known, text))
    const topic =
      isTitleCase(text) || !chunks.some(({ kind }) => kind === ACTION || kind === SAYING)
        ? tabledTopic(chunks)
        : onlyNamed(chunks)
    // An index in a headline owns none of what the text tells of others.
    const owner = topic?.sort === 'thing' ? null : topic
    this.#headings.set(text, owner)
    return owner
  }
}

/** "Boeing Cuts Its Forecast": capitals tell nothing where all words have them. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\b[A-Za-z][a-z]{3,}/g) ?? []
  return words.length >= 4 && words.filter((word) => /^[A-Z]/.test(word)).length > 0.7 * words.length
}

function tabledTopic(chunks: Read['chunks']): Mention | null {
  for (const chunk of chunks) {
    if (chunk.kind !== NOUN) continue
    const mention = chunk.mentions.find(({ sort }) => sort !== 'name')
    if (mention) return mention
  }
  return null
}

/** What each quantity of an item is about; `sentences` are those that they stand in, in order. */
export function aboutFigures(
  item: {
    text: string
    language: string
    context: string | null
    title?: string | null
    section?: string | null
  },
  title: string | null,
  quantities: readonly Quantity[],
  sentences: readonly (readonly [number, number])[],
  statuses: readonly (Status | null)[],
  context: Context,
): About[] {
  const headings = [item.title, item.context, item.section].filter(
    (heading) => typeof heading === 'string' && heading !== '',
  )
  const about = { text: item.text, headings: headings as string[], title }
  const read = isChinese(item.text) ? aboutChinese : aboutEnglish
  return read(about, quantities, piecesOf(quantities, sentences), statuses, context)
}

/** A sentence is read so far at once, in UTF-16 units: rules look back and ahead in it for every figure. */
const LONGEST_SENTENCE = 1200

/** The sentences of the quantities; of longer ones the piece that each stands in, from the end of one before it. */
function piecesOf(
  quantities: readonly Quantity[],
  sentences: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  let from = -1
  return sentences.map(([start, end], i) => {
    const quantity = quantities[i] as Quantity
    from = Math.max(from, start)
    if (quantity.end - from > LONGEST_SENTENCE) {
      const before = quantities[i - 1]
      from = Math.max(before?.end ?? start, start, quantity.start - LONGEST_SENTENCE / 2)
    }
    return [from, Math.max(quantity.end, Math.min(end, from + LONGEST_SENTENCE))] as const
  })
}

/** What each quantity of an English item is about; `sentences` are the sentences that they stand in, in order. */
export function aboutEnglish(
  item: AboutItem,
  quantities: readonly Quantity[],
  sentences: readonly (readonly [number, number])[],
  statuses: readonly (Status | null)[],
  context: Context,
): About[] {
  const names = new Names(
    context.known,
    `${item.title === null || isTitleCase(item.title) ? '' : item.title}\n${item.text}`,
  )
  const abouts: About[] = []
  const read = new Map<number, Read>()
  const { text } = item
  const readAt = (from: number, to: number, figures: readonly Quantity[]): Read => {
    const known = read.get(from)
    if (known !== undefined) return known
    const made = readSentence(text, from, to, figures, names)
    read.set(from, made)
    return made
  }
  for (let i = 0; i < quantities.length; ) {
    const [from, to] = sentences[i] as readonly [number, number]
    let next = i + 1
    while (next < quantities.length && (sentences[next] as readonly [number, number])[0] === from) next++
    const figures = quantities.slice(i, next)
    const sentence = readAt(from, to, figures)
    const fallback = new Fallback(item, from, readAt, context)
    let measure: string | null = null
    for (const [n, quantity] of figures.entries()) {
      const found = sentence.owners.get(n) as Found | undefined
      const entity = found === undefined ? null : entityOf(found, sentence, quantity.start - from, fallback)
      const owner = found?.owner?.mention ?? null
      const status = statuses[i + n] ?? null
      measure =
        found?.isVote === true
          ? 'support'
          : measureOf(sentence.chunks, n, quantity, text, owner, status, measure)
      abouts.push({ entity, measure })
    }
    i = next
  }
  return abouts
}

const entity = (mention: Mention, from: EntityFrom): Entity => ({ id: mention.id, name: mention.name, from })

/** Whom the text around a sentence names, asked for only where the sentence names nobody. */
class Fallback {
  readonly #item: AboutItem
  readonly #from: number
  readonly #readAt: (from: number, to: number, figures: readonly Quantity[]) => Read
  readonly #context: Context

  constructor(
    item: AboutItem,
    from: number,
    readAt: (from: number, to: number, figures: readonly Quantity[]) => Read,
    context: Context,
  ) {
    this.#item = item
    this.#from = from
    this.#readAt = readAt
    this.#context = context
  }

  /** The sentence before the one of the figure, and its place. */
  before(): Read | null {
    if (this.#from === 0) return null
    const { text } = this.#item
    const end = this.#from
    const stop = /[.!?…](?=\s)|\n/g
    let from = 0
    stop.lastIndex = Math.max(0, end - LONGEST_BEFORE)
    for (let m = stop.exec(text); m !== null && stop.lastIndex < end - 1; m = stop.exec(text))
      from = stop.lastIndex
    return this.#readAt(from, end, [])
  }

  lead(): Mention | null {
    if (this.#from === 0) return null
    const { text } = this.#item
    const stop = /[.!?…](?=\s|$)|\n/g
    const end = stop.test(text) ? stop.lastIndex : text.length
    return topicOf(this.#readAt(0, Math.min(end, LONGEST_BEFORE), []).chunks)
  }

  heading(): Mention | null {
    for (const heading of this.#item.headings) {
      const topic = this.#context.topicOfHeading(heading)
      if (topic !== null) return topic
    }
    return null
  }

  title(): Mention | null {
    return this.#item.title === null ? null : this.#context.topicOfHeading(this.#item.title)
  }
}

/** A sentence before is read no further back than this, in UTF-16 units. */
const LONGEST_BEFORE = 400

function entityOf(found: Found, sentence: Read, at: number, fallback: Fallback): Entity | null {
  if (found.owner !== null) return entity(found.owner.mention, found.owner.from)
  if (found.isAlone === true) return null
  const anaphor = found.anaphor
  if (anaphor !== null) {
    const here =
      (anaphor === 'any' ? firstNamed(sentence.chunks, found.subject?.start ?? at) : null) ??
      lastNamed(sentence.chunks, anaphor, found.subject?.start ?? at)
    if (here !== null) return entity(here, 'sentence')
    const before = fallback.before()
    const named = before && lastNamed(before.chunks, anaphor, Number.POSITIVE_INFINITY)
    if (named) return entity(named, 'item')
  } else if (found.generic !== null && isTelling(found.generic, found.isHost === true)) {
    const name = found.generic.text
    return { id: nameId(name), name, from: 'clause' }
  }
  const wanted = anaphor ?? 'any'
  const lead = fallback.lead()
  if (lead !== null && suits(lead, wanted)) return entity(lead, 'item')
  const heading = fallback.heading()
  if (heading !== null && suits(heading, wanted)) return entity(heading, 'heading')
  const before = fallback.before()
  const topic = before && topicOf(before.chunks)
  if (topic && suits(topic, wanted)) return entity(topic, 'item')
  const title = fallback.title()
  if (title !== null && suits(title, wanted)) return entity(title, 'title')
  return null
}

/** A noun phrase that tells a thing from others: "hybrid vehicles", "banks"; not "the plan", "firms" or a measure. */
const isTelling = (chunk: Chunk, isHost: boolean): boolean =>
  chunk.mentions.length === 0 &&
  /^[A-Za-z]{2}/.test(chunk.text) &&
  (isHost ||
    (!isMeasure(chunk.word) &&
      !ANYBODY.has(chunk.word) &&
      (chunk.tail.length > 1 || /[^s]s$/.test(chunk.word))))
