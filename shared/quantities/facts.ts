import type { Digest, Item } from '../digest/digest.ts'
import { times } from './decimal.ts'
import { findQuantities } from './find-quantities.ts'
import { metricOf } from './metrics.ts'
import type { Fact, Quantity } from './quantity.ts'

/** Raised whenever the same text gives other facts than before. */
export const EXTRACTOR_VERSION: number = 2

export type FactItem = Pick<Item, 'n' | 'text' | 'language' | 'kind' | 'context'>

/** The facts of one item, in text order; boilerplate has none. */
export function factsOf(item: FactItem, about: { date: string }): Fact[] {
  if (item.kind === 'boilerplate') return []
  const quantities = findQuantities(item.text, {
    language: item.language,
    date: about.date,
    convention: 'facts',
  })
  return quantities.map((quantity, i) => factOf(quantity, item, quantities[i - 1]))
}

/** The facts of a digest, item by item. */
export function factsOfDigest(digest: Pick<Digest, 'date' | 'items'>): Fact[] {
  return digest.items.flatMap((item) => factsOf(item, digest))
}

/** Roll-ups count what is no restatement, no former level, no part of a total beside it, and one value. */
export function countsInSeries(fact: Fact): boolean {
  return fact.role === null && fact.amount !== null
}

/** A sentence that counts people counts patients when it speaks of treatment. */
const TREATED =
  /\b(?:treated|hospitali[sz]ed|infected|patients?|critical condition|intensive care|quarantined)\b/i

function factOf(quantity: Quantity, item: FactItem, before: Quantity | undefined): Fact {
  const text = item.text.slice(quantity.start, quantity.end)
  const sentence = sentenceAround(item.text, quantity.start, quantity.end)
  const people =
    quantity.unit === 'person' &&
    (TREATED.test(sentence) || (before !== undefined && quantity.rule === 'elided noun'))
  const unit = people || /\bpatients?\b/i.test(text) ? 'patient' : quantity.unit
  const { metric, scale } = metricOf(unit)
  const amount = typeof quantity.value === 'string' ? times(quantity.value, scale) : null
  return { ...quantity, unit, metric, amount, status: null, item: item.n, text, sentence }
}

function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(text.lastIndexOf('. ', start) + 2, text.lastIndexOf('\n', start) + 1, 0)
  const stop = text.slice(end).search(/[.!?…](?:\s|$)|\n/)
  return text.slice(from === 1 ? 0 : from, stop < 0 ? text.length : end + stop + 1).trim()
}
