import { tokenize } from '../../quantities/tokens.ts'
import type { Mention } from '../chunk.ts'
import { ACTION, type Chunk, COMMA, chunksOf, NOUN, PREP, SAYING, type Span, STOP } from './chunks.ts'
import type { Names } from './mentions.ts'
import { type Anaphor, type Found, ownerOf, ownersIn } from './owners.ts'

/** A sentence read: whom each of its figures belongs to, its pieces and its names. */
export interface Read {
  /** The sentence; places of chunks count in it. */
  text: string
  chunks: readonly Chunk[]
  owners: ReadonlyMap<number, Found>
}

/** Reads `text.slice(from, to)`; places of figures and results count from the start of `text`. */
export function readSentence(
  text: string,
  from: number,
  to: number,
  figures: readonly Span[],
  names: Names,
): Read {
  const sentence = text.slice(from, to)
  const tokens = tokenize(sentence)
  const spans = figures.map(({ start, end }) => ({ start: start - from, end: end - from }))
  const chunks = chunksOf(tokens, 0, tokens.length, spans, 0, names)
  return { text: sentence, chunks, owners: ownersIn(chunks) }
}

/** Whom a sentence is about: its subject, else the one name in it; who only reports is nobody. */
export function topicOf(chunks: readonly Chunk[]): Mention | null {
  let atSubject = true
  let only: Mention | null = null
  let count = 0
  for (const [i, chunk] of chunks.entries()) {
    if (chunk.kind === ACTION || chunk.kind === SAYING) atSubject = false
    if (chunk.kind !== NOUN) continue
    const mention = ownerOf(chunk)
    if (mention === null || isSpeaker(chunks, i)) continue
    const before = chunks[i - 1]
    const isFirst =
      before === undefined || before.kind === STOP || before.kind === COMMA || before.kind === NOUN
    if (atSubject && (isFirst || (before?.kind === PREP && /^(?:in|of|at|for)$/.test(before.word))))
      return mention
    if (only === null || only.id !== mention.id) count++
    only ??= mention
  }
  return count === 1 ? only : null
}

/** Whom a heading or a title is about, where it names one alone: "Malaysia records 100 cases". */
export function onlyNamed(chunks: readonly Chunk[]): Mention | null {
  let only: Mention | null = null
  for (const [i, chunk] of chunks.entries()) {
    if (chunk.kind === STOP && chunk.word === ';') break
    if (chunk.kind !== NOUN) continue
    const mention = ownerOf(chunk)
    if (mention === null || isSpeaker(chunks, i)) continue
    const before = chunks[i - 1]
    if (only !== null && only.id !== mention.id && before?.kind !== PREP) {
      // "Singapore exports: Nodx rises": the place in the first place.
      if (only.place === null || mention.place !== null) return null
      continue
    }
    only ??= mention
  }
  return only
}

const isSpeaker = (chunks: readonly Chunk[], i: number): boolean =>
  chunks[i + 1]?.kind === SAYING &&
  /^(?:said|says|saying|told|tells|according|noted|warned|warns|estimates|estimated|forecasts|predicted|predicts|expects|expected|showed|shows)$/.test(
    (chunks[i + 1] as Chunk).word,
  )

/** The last name of a sort in a sentence: what "the company" or "the country" stands for. */
export function lastNamed(chunks: readonly Chunk[], anaphor: Anaphor, before: number): Mention | null {
  for (let i = chunks.length - 1; i >= 0; i--) {
    const chunk = chunks[i] as Chunk
    if (chunk.end > before) continue
    const mention = ownerOf(chunk)
    if (mention !== null && suits(mention, anaphor)) return mention
  }
  return null
}

/** The first name before a place of the sentence that no preposition leads: what "it" stands for. */
export function firstNamed(chunks: readonly Chunk[], before: number): Mention | null {
  for (const [i, chunk] of chunks.entries()) {
    if (chunk.end > before) return null
    const mention = ownerOf(chunk)
    if (mention !== null && chunks[i - 1]?.kind !== PREP) return mention
  }
  return null
}

export const suits = (mention: Mention, anaphor: Anaphor): boolean =>
  anaphor === 'any' || (anaphor === 'place' ? mention.sort === 'place' : mention.sort !== 'place')
