import type { Mention } from '../chunk.ts'
import { nameId } from '../names.ts'
import {
  ACTION,
  type Chunk,
  CLOSE,
  COMMA,
  CONJUNCTION,
  FIGURE,
  NOUN,
  OPEN,
  PERSONAL,
  PREP,
  SAYING,
  STOP,
  WHICH,
} from './chunks.ts'
import { ANYBODY, AUTHORITY, COMPANY_ANAPHORS, isMeasure, PLACE_ANAPHORS } from './lexicon.ts'

/** Whom a figure's own sentence names, and how near. */
export interface Owner {
  mention: Mention
  from: 'clause' | 'sentence'
}

/** What is asked of the text before: "the company", "the country", "it". */
export type Anaphor = 'company' | 'place' | 'any'

export interface Found {
  owner: Owner | null
  /** What stands for a name given before. */
  anaphor: Anaphor | null
  /** A noun phrase that is no name, and no measure either: "hybrid vehicles". */
  generic: Chunk | null
  /** The noun phrase that the clause says something of. */
  subject: Chunk | null
  /** The noun phrase stands right before the figure or its bracket: "energy -0.20%". */
  isHost?: boolean
  /** A share of votes or views: "47% support Harris". */
  isVote?: boolean
  /** An age of somebody not named: nobody else's. */
  isAlone?: boolean
}

/** Prepositions behind which somebody else stands. */
const OTHERS =
  /^(?:from|than|with|by|to|against|versus|vs|like|unlike|despite|amid|under|behind|above|below|via|through|compared|following|excluding|outside|until|till|before|after|since|during|as)$/
/** Prepositions before the place or the thing that a figure is of. */
const OWN =
  /^(?:in|for|of|at|across|on|among|amongst|throughout|within|around|near|between|per|into|onto|over|inside|including|off)$/

/** The number of the bracket that each chunk stands in; 0 outside. */
export function bracketsOf(chunks: readonly Chunk[]): { inside: number[]; parents: number[] } {
  const open: number[] = [0]
  const parents: number[] = [0]
  const inside = chunks.map((chunk) => {
    if (chunk.kind === OPEN) {
      parents.push(open.at(-1) as number)
      open.push(parents.length - 1)
      return open.at(-1) as number
    }
    const at = open.at(-1) as number
    if (chunk.kind === CLOSE && open.length > 1) open.pop()
    return at
  })
  return { inside, parents }
}

/** Whom each figure of a sentence belongs to, by figure. */
export function ownersIn(chunks: readonly Chunk[]): Map<number, Found> {
  const { inside, parents } = bracketsOf(chunks)
  const found = new Map<number, Found>()
  const listed = respectively(chunks)
  const hidden = appositionsOf(chunks)
  let before: Found | null = null
  const byBracket = new Map<number, Found>()
  chunks.forEach((chunk, p) => {
    if (chunk.kind !== FIGURE) return
    const bracket = inside[p] as number
    const isSeen = (q: number): boolean => {
      if (hidden[q] === 1 && hidden[p] !== 1) return false
      for (let b = bracket; ; b = parents[b] as number) {
        if (inside[q] === b) return true
        if (b === 0) return false
      }
    }
    const pair = listed.get(chunk.figure)
    const own = pair !== undefined ? asFound(pair) : ownerAt(chunks, p, isSeen, inside)
    const carried =
      byBracket.get(bracket) ?? (bracket === 0 ? before : (byBracket.get(parents[bracket] as number) ?? null))
    const merged: Found =
      own.owner === null &&
      own.anaphor === null &&
      (own.generic === null || isWeak(own.generic)) &&
      carried !== null
        ? {
            owner: carried.owner && { mention: carried.owner.mention, from: 'sentence' },
            anaphor: carried.anaphor,
            generic: own.generic ?? carried.generic,
            subject: own.subject ?? carried.subject,
          }
        : own
    found.set(chunk.figure, merged)
    byBracket.set(bracket, merged)
    if (bracket === 0) before = merged
  })
  return found
}

const isWeak = (chunk: Chunk): boolean => isMeasure(chunk.word) || ANYBODY.has(chunk.word)

const asFound = (chunk: Chunk): Found => {
  const mention = ownerOf(chunk)
  return {
    owner: mention && { mention, from: 'clause' },
    anaphor: null,
    generic: mention === null ? chunk : null,
    subject: chunk,
    isHost: mention === null,
  }
}

/** The name of a noun phrase that owns: its last, but the place of "Japan's unemployment", and none of a ministry. */
export function ownerOf(chunk: Chunk): Mention | null {
  const last = chunk.mentions.at(-1)
  if (last === undefined || isAuthority(last)) return null
  // "Britain's biggest housebuilder" is a company, and not Britain.
  if (last.place !== null && chunk.tail.length > 0 && COMPANY_ANAPHORS.has(chunk.word)) return named(chunk)
  return last
}

/** A noun phrase as the name of what it describes. */
export const named = (chunk: Chunk): Mention => ({
  id: nameId(chunk.text),
  name: chunk.text.replace(/['’]s?$/, ''),
  sort: 'name',
  place: null,
  start: chunk.start,
  end: chunk.end,
})

const isAuthority = (mention: Mention): boolean => mention.sort === 'name' && AUTHORITY.test(mention.name)

/** Looks back from figure `p` for the subject of its clause, then behind it for the place that it is told of. */
function ownerAt(
  chunks: readonly Chunk[],
  p: number,
  isSeen: (q: number) => boolean,
  inside: readonly number[],
): Found {
  const host = measuredThing(chunks, p) ?? bracketHost(chunks, p, inside) ?? votesFor(chunks, p)
  if (host !== null) return host
  let modifier: Mention | null = null
  let object: Mention | null = null
  let generic: Chunk | null = null
  let subject: Chunk | null = null
  let anaphor: Anaphor | null = null
  let crossed = 0
  /** "its population", "it delivered": whoever spoke or acted before. */
  let isOwn = false
  let sawAction = false
  let figures = 0
  for (let q = p - 1; q >= 0; q--) {
    if (!isSeen(q)) continue
    const chunk = chunks[q] as Chunk
    const previous = previousOf(chunks, q, isSeen)
    if (chunk.kind === FIGURE) {
      figures++
      if (subject !== null || modifier !== null) break
      continue
    }
    if (chunk.kind === STOP) {
      if (isOwn && (chunk.word === 'that' || crossed === 0)) {
        crossed++
        continue
      }
      if (modifier !== null || anaphor !== null || (generic !== null && !isWeak(generic))) break
      if (figures > 0) break
      crossed++
      continue
    }
    if (chunk.kind === SAYING) {
      if (subject !== null || modifier !== null || anaphor !== null) break
      // "Qantas reported a loss of": who reports of itself; "officials said": nobody.
      if (
        !/^(?:reported|announced|confirmed|published|posted|revealed)$/.test(chunk.word) ||
        hasClause(chunks, q, p)
      ) {
        if (isOwn) continue
        q = speakerBefore(chunks, q)
        crossed++
      } else sawAction = true
      continue
    }
    if (chunk.kind === ACTION) {
      sawAction = true
      continue
    }
    if (chunk.kind === PERSONAL) {
      if (anaphor === null && /^(?:it|they|he|she|we)$/.test(chunk.word)) {
        anaphor = 'any'
        isOwn = true
      }
      continue
    }
    if (chunk.kind !== NOUN) continue
    const behind = nextOf(chunks, q, isSeen)
    const isAntecedent =
      (behind?.kind === WHICH && !isOwn) ||
      (behind?.kind === COMMA && !isOwn && chunks[chunks.indexOf(behind) + 1]?.kind === WHICH && sawAction)
    const preposition = previous?.kind === PREP ? previous.word : ''
    const mention = ownerOf(chunk)
    const touches = q === p - 1 && chunk.possessive
    if (mention !== null) {
      if (touches || (isAntecedent && sawAction))
        return { owner: { mention, from: 'clause' }, anaphor: null, generic: null, subject: chunk }
      const isListed = preposition === 'with' && q === p - 1
      if (preposition !== '' && OTHERS.test(preposition) && !isListed) continue
      if (!isOwn && behind?.kind === SAYING && hasClause(chunks, chunks.indexOf(behind), p)) continue
      if (preposition !== '' && !isListed) {
        // "10 deaths in Bangladesh and 12 in Nepal": the place of the figure before.
        if (OWN.test(preposition) && beforePrep(chunks, q)?.kind !== FIGURE) {
          if (
            mention.sort === 'place' ||
            preposition === 'of' ||
            preposition === 'for' ||
            preposition === 'at'
          )
            modifier ??= mention
        }
        continue
      }
      if (previous?.kind === ACTION && sawSubject(chunks, q)) {
        object ??= mention
        continue
      }
      return {
        owner: {
          mention: betterOf(mention, modifier),
          from: crossed > 0 || figures > 0 ? 'sentence' : 'clause',
        },
        anaphor: null,
        generic: null,
        subject: subject ?? chunk,
      }
    }
    if (
      /^(?:its|their|his|her)$/.test(chunk.determiner) &&
      preposition === '' &&
      anaphor === null &&
      generic === null &&
      modifier === null
    ) {
      anaphor = 'any'
      isOwn = true
      subject ??= chunk
      continue
    }
    const kind = anaphorOf(chunk)
    if (kind !== null && preposition === '' && anaphor === null) {
      anaphor = kind
      subject ??= chunk
      break
    }
    if (q === p - 1 && chunk.determiner === '' && !isWeak(chunk) && inside[p] !== 0 && generic === null)
      return { owner: null, anaphor: null, generic: chunk, subject: null, isHost: true }
    // "registrations of electric vehicles rose", "66% of borrowers"
    const isOf = preposition === 'of' && isMeasure(beforePrep(chunks, q)?.word ?? '') && !isWeak(chunk)
    if (preposition === '' || isAntecedent || isOf) {
      if (sawAction || behind?.kind === ACTION || q === p - 1 || isOf) {
        subject ??= chunk
        if (generic === null || isWeak(generic)) generic = chunk
      }
    }
  }
  const [of, group] = [chunks[p + 1], chunks[p + 2]]
  if (
    SHARE.test((chunks[p] as Chunk).text) &&
    of?.word === 'of' &&
    group?.kind === NOUN &&
    group.mentions.length === 0 &&
    !isWeak(group) &&
    group.determiner === '' &&
    subject === null
  )
    generic = group
  const company =
    generic !== null &&
    COMPANY_ANAPHORS.has(generic.word) &&
    generic.determiner !== 'the' &&
    modifier !== null
      ? named(generic)
      : null
  const other = company ?? modifier ?? (anaphor === null ? (behindPlace(chunks, p, isSeen) ?? object) : null)
  return {
    owner: other && { mention: other, from: 'clause' },
    anaphor,
    generic,
    subject,
  }
}

const beforePrep = (chunks: readonly Chunk[], q: number): Chunk | undefined => chunks[q - 2]

/** Somebody named acts in the clause of the verb before chunk `q`, which makes chunk `q` its object. */
function sawSubject(chunks: readonly Chunk[], q: number): boolean {
  for (let k = q - 1; k >= 0; k--) {
    const { kind, mentions } = chunks[k] as Chunk
    if (kind === STOP || kind === FIGURE) return false
    if (kind === NOUN && mentions.length > 0 && chunks[k - 1]?.kind !== PREP) return true
    if (kind === PERSONAL) return true
  }
  return false
}

/** A place behind "in" is told of, where the subject is a wider place; an organisation is told of itself. */
const betterOf = (subject: Mention, modifier: Mention | null): Mention =>
  modifier !== null && subject.place !== null && modifier.place !== null && modifier.place !== subject.place
    ? modifier
    : subject

/** "healthcare (+1.2%)", "the European Union (+106.8 per cent)": what stands before the bracket, not a figure. */
function bracketHost(chunks: readonly Chunk[], p: number, inside: readonly number[]): Found | null {
  const bracket = inside[p] as number
  if (bracket === 0) return null
  for (let q = p - 1; q >= 0 && inside[q] === bracket; q--) {
    const chunk = chunks[q] as Chunk
    if (chunk.kind === NOUN && (ownerOf(chunk) !== null || !isWeak(chunk))) return null
    if (chunk.kind === OPEN) {
      const last = chunks[q - 1]
      // "Wyangala Dam in NSW (350 km west of Sydney)"
      const whole =
        chunks[q - 2]?.kind === PREP && (chunks[q - 2] as Chunk).word !== 'for' ? chunks[q - 3] : undefined
      const host = whole?.kind === NOUN && whole.mentions.length > 0 ? whole : last
      if (host?.kind !== NOUN || chunks[q - 2]?.kind === ACTION) return null
      const mention = ownerOf(host)
      if (mention === null && isWeak(host)) return null
      return {
        owner: mention && { mention, from: 'clause' },
        anaphor: null,
        generic: mention ? null : host,
        subject: null,
        isHost: true,
      }
    }
  }
  return null
}

/** An age, or the size of what is named right behind: "a six-year-old boy", "a 15 ft lizard", "the 640 km Coast Rail Link". */
const SIZE =
  /-old$|years? old$|\d\s?-?(?:km|m|cm|mm|ft|feet|foot|in|inch|miles?|metres?|meters?|acres?|hectares?|kg|tonnes?|tons?|mw|gw|kw|megawatts?|gigawatts?|litres?|liters?)$/i
/** A share of a group: "90% of Democrats", "9 in 10". */
const SHARE = /%$|per ?cent$|^(?:half|a third|a quarter|two thirds)|\bin \d+$/i

function measuredThing(chunks: readonly Chunk[], p: number): Found | null {
  const figure = chunks[p] as Chunk
  const [first, second] = [chunks[p + 1], chunks[p + 2]]
  if (SIZE.test(figure.text)) {
    const isBeside = first?.kind === NOUN && first.start - figure.end <= 2 && !isMeasure(first.word)
    if (isBeside) return asFound(first)
    return /old$/i.test(figure.text)
      ? { owner: null, anaphor: null, generic: null, subject: null, isAlone: true }
      : null
  }
  if (!SHARE.test(figure.text) || first?.kind !== PREP || first.word !== 'of' || second?.kind !== NOUN)
    return null
  const mention = ownerOf(second)
  return mention !== null && second.determiner === ''
    ? { owner: { mention, from: 'clause' }, anaphor: null, generic: null, subject: second }
    : null
}

/** "47% support Harris", "43% for Trump", "42% Biden": of a share whom it is for. */
function votesFor(chunks: readonly Chunk[], p: number): Found | null {
  const [first, second] = [chunks[p + 1], chunks[p + 2]]
  const isFor =
    (first?.kind === PREP && first.word === 'for') ||
    /^(?:support|back|favou?r|trust)$/.test(first?.word ?? '')
  const noun =
    first?.kind === NOUN && first.tail.length === 0 && first.start - (chunks[p] as Chunk).end <= 1
      ? first
      : isFor
        ? second
        : undefined
  const mention = noun?.kind === NOUN && noun.determiner === '' ? noun.mentions[0] : undefined
  if (mention?.sort !== 'name') return null
  return { owner: { mention, from: 'clause' }, anaphor: null, generic: null, subject: null, isVote: true }
}

const previousOf = (
  chunks: readonly Chunk[],
  q: number,
  isSeen: (q: number) => boolean,
): Chunk | undefined => {
  for (let k = q - 1; k >= 0; k--) if (isSeen(k)) return chunks[k]
  return undefined
}
const nextOf = (chunks: readonly Chunk[], q: number, isSeen: (q: number) => boolean): Chunk | undefined => {
  for (let k = q + 1; k < chunks.length; k++) if (isSeen(k)) return chunks[k]
  return undefined
}

/** A clause with a verb of its own stands between what is said and the figure. */
function hasClause(chunks: readonly Chunk[], from: number, p: number): boolean {
  let hasNoun = false
  for (let q = from + 1; q < p; q++) {
    const kind = (chunks[q] as Chunk).kind
    if (kind === NOUN || kind === PERSONAL) hasNoun = true
    if (kind === ACTION && hasNoun && !/ing$/.test((chunks[q] as Chunk).word)) return true
    if (kind === STOP && (chunks[q] as Chunk).word === 'that') return true
  }
  return false
}

/** The first chunk of who speaks before the verb at `q`. */
function speakerBefore(chunks: readonly Chunk[], q: number): number {
  let k = q - 1
  while (k >= 0) {
    const { kind } = chunks[k] as Chunk
    if (kind === STOP || kind === FIGURE || kind === ACTION || kind === SAYING) return k + 1
    if (kind === COMMA && chunks[k - 1]?.kind !== NOUN) return k + 1
    k--
  }
  return 0
}

/** A verb goes on behind it, or what the verb before it governs: "its space in Harbour Tower, the city's tallest, to 20,000". */
const endsApposition = (behind: number | undefined, start: Chunk): boolean =>
  behind === ACTION ||
  behind === SAYING ||
  (behind === PREP &&
    start.kind === NOUN &&
    (start.possessive || start.tail.length > 0) &&
    start.determiner !== 'its')

/**
 * Marks what tells of the name before it between two commas, with no figure and no verb of its own: "Nomura, Japan's
 * biggest brokerage, has doubled its lease".
 */
function appositionsOf(chunks: readonly Chunk[]): Uint8Array {
  const hidden = new Uint8Array(chunks.length)
  for (let first = 2; first < chunks.length; first++) {
    if ((chunks[first - 1] as Chunk).kind !== COMMA) continue
    const head = chunks[first - 2] as Chunk
    const start = chunks[first] as Chunk
    if (head.kind !== NOUN || head.mentions.length === 0) continue
    const isPhrase =
      start.kind === NOUN && (start.determiner !== '' || start.possessive || start.tail.length > 0)
    if (!isPhrase && start.kind !== WHICH) continue
    let k = first
    while (k < chunks.length && ![COMMA, STOP, FIGURE, CONJUNCTION].includes((chunks[k] as Chunk).kind)) {
      const { kind } = chunks[k] as Chunk
      if (start.kind !== WHICH && (kind === ACTION || kind === SAYING)) break
      k++
    }
    const behind = (chunks[k + 1] as Chunk | undefined)?.kind
    if ((chunks[k] as Chunk | undefined)?.kind !== COMMA || !endsApposition(behind, start)) continue
    hidden.fill(1, first - 1, k + 1)
    first = k
  }
  return hidden
}

const anaphorOf = (chunk: Chunk): Anaphor | null => {
  if (chunk.determiner !== 'the' && chunk.determiner !== 'this' && chunk.determiner !== 'its') return null
  if (chunk.determiner === 'its') return null
  if (!chunk.possessive && chunk.tail.length > 2) return null
  const word = chunk.tail[0] ?? chunk.word
  if (COMPANY_ANAPHORS.has(chunk.word) || (chunk.tail.length > 1 && COMPANY_ANAPHORS.has(word)))
    return 'company'
  if (PLACE_ANAPHORS.has(chunk.word) || (chunk.tail.length > 1 && PLACE_ANAPHORS.has(word))) return 'place'
  return null
}

/** "10 deaths in Bangladesh and 12 in India": the place behind a figure, before the next one. */
function behindPlace(chunks: readonly Chunk[], p: number, isSeen: (q: number) => boolean): Mention | null {
  for (let q = p + 1; q < chunks.length; q++) {
    if (!isSeen(q)) {
      if ((chunks[q] as Chunk).kind === CLOSE) break
      continue
    }
    const chunk = chunks[q] as Chunk
    if (chunk.kind === FIGURE || chunk.kind === STOP || chunk.kind === COMMA || chunk.kind === WHICH)
      return null
    if (chunk.kind !== NOUN) continue
    const mention = ownerOf(chunk)
    if (mention === null) continue
    const before = chunks[q - 1]
    if (
      before?.kind === PREP &&
      (before.word === 'in' ||
        before.word === 'across' ||
        before.word === 'for' ||
        before.word === 'of' ||
        before.word === 'at' ||
        before.word === 'throughout')
    ) {
      if (mention.place !== null) return mention
    }
  }
  return null
}

/** "A, B and C scored x, y and z, respectively": each figure by its number with the noun phrase of its place. */
function respectively(chunks: readonly Chunk[]): Map<number, Chunk> {
  const pairs = new Map<number, Chunk>()
  for (let p = 0; p < chunks.length; p++) {
    if ((chunks[p] as Chunk).kind !== FIGURE) continue
    const run: Chunk[] = [chunks[p] as Chunk]
    let q = p + 1
    for (; q < chunks.length; q++) {
      const { kind } = chunks[q] as Chunk
      if (kind === FIGURE) run.push(chunks[q] as Chunk)
      else if (kind !== COMMA && kind !== CONJUNCTION) break
    }
    if (run.length >= 2) {
      const items = listBefore(chunks, p, run.length)
      for (const [i, figure] of run.entries()) if (items !== null) pairs.set(figure.figure, items[i] as Chunk)
    }
    p = q - 1
  }
  return pairs
}

/** The `n` noun phrases of the list before chunk `p` that commas and "and" join. */
function listBefore(chunks: readonly Chunk[], p: number, n: number): Chunk[] | null {
  for (let end = p - 1; end > 0; end--) {
    if ((chunks[end] as Chunk).kind === FIGURE) return null
    if ((chunks[end] as Chunk).kind !== NOUN) continue
    const items: Chunk[][] = [[chunks[end] as Chunk]]
    let q = end - 1
    for (; q >= 0; q--) {
      const { kind } = chunks[q] as Chunk
      if (kind === COMMA) items.unshift([])
      else if (kind === CONJUNCTION) (items[0] as Chunk[]).push()
      else if (kind === NOUN) (items[0] as Chunk[]).unshift(chunks[q] as Chunk)
      else break
    }
    const byComma = items.filter((item) => item.length > 0)
    if (byComma.length === n) return byComma.map((item) => joined(item))
    const all = byComma.flat()
    if (all.length === n) return all
    if (all.length > 1) return null
    end = q + 1
  }
  return null
}

/** "diodes and transistors": one item of two nouns. */
const joined = (item: readonly Chunk[]): Chunk => {
  const [first] = item
  const last = item.at(-1)
  if (first === undefined || last === undefined || first === last) return first as Chunk
  return { ...first, end: last.end, word: last.word, tail: [...first.tail, ...last.tail] }
}
