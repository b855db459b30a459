import type { Digest, Item } from '../digest/digest.ts'
import { findQuantities } from './find-quantities.ts'
import { placed } from './metrics.ts'
import { type Clause, countsPatients, statusOf } from './patients.ts'
import type { Fact, Quantity } from './quantity.ts'

/** Raised whenever the same text gives other facts than before. */
export const EXTRACTOR_VERSION: number = 4

export type FactItem = Pick<Item, 'n' | 'text' | 'language' | 'kind' | 'context'>

/** The facts of one item, in text order; boilerplate has none. */
export function factsOf(item: FactItem, about: { date: string }): Fact[] {
  if (item.kind === 'boilerplate') return []
  const quantities = findQuantities(item.text, {
    language: item.language,
    date: about.date,
    convention: 'facts',
  })
  const facts: Fact[] = []
  for (const [i, quantity] of quantities.entries())
    facts.push(factOf(quantity, item, quantities[i - 1], quantities[i + 1], facts))
  return facts
}

/** The facts of a digest, item by item. */
export function factsOfDigest(digest: Pick<Digest, 'date' | 'items'>): Fact[] {
  return digest.items.flatMap((item) => factsOf(item, digest))
}

/** Roll-ups count what is no restatement, no former level, no part of a total beside it, and one value. */
export function countsInSeries(fact: Fact): boolean {
  return fact.role === null && fact.amount !== null
}

/** Metrics whose facts carry a status. */
const WITH_STATUS: ReadonlySet<string> = new Set(['patients', 'cases'])

function factOf(
  quantity: Quantity,
  item: FactItem,
  before: Quantity | undefined,
  behind: Quantity | undefined,
  earlier: readonly Fact[],
): Fact {
  const { start, end, value } = quantity
  const text = item.text.slice(start, end)
  const [from, to] = sentenceAround(item.text, start, end)
  const clause: Clause = {
    text,
    before: item.text.slice(Math.max(from, before?.end ?? 0), start),
    behind: item.text.slice(end, Math.min(to, behind?.start ?? to)),
  }
  // "Seven were in critical condition": of those that the sentence before counted as patients.
  const isOfPatients = quantity.rule === 'elided noun' && earlier.at(-1)?.unit === 'patient'
  const unit = isOfPatients || countsPatients(quantity.unit, clause) ? 'patient' : quantity.unit
  const single = typeof value === 'string' ? value : null
  const { metric, amount } = placed(single ?? '0', unit)
  return {
    ...quantity,
    unit,
    metric,
    amount: single === null ? null : amount,
    status: quantity.status ?? (WITH_STATUS.has(metric) ? statusOf(clause) : null),
    item: item.n,
    text,
    sentence: item.text.slice(from, to).trim(),
  }
}

/** Start and end of the sentence that holds `text.slice(start, end)`. */
function sentenceAround(text: string, start: number, end: number): [number, number] {
  const stop = text.slice(end).search(/[.!?…](?:\s|$)|[。！？\n]/)
  const from = Math.max(
    text.lastIndexOf('. ', start - 1) + 1,
    text.lastIndexOf('\n', start - 1) + 1,
    text.lastIndexOf('。', start - 1) + 1,
  )
  return [from, stop < 0 ? text.length : end + stop + 1]
}
