import type { Decimal } from '../model/decimal.ts'
import { times } from '../model/decimal.ts'
import { type Digest, dayOf, type Item } from '../model/digest.ts'
import type { Fact, Quantity } from '../model/fact.ts'
import { Sentences } from '../model/sentence.ts'
import { type Clause, countsPatients } from '../quantities/en/patients.ts'
import { findQuantities } from '../quantities/find-quantities.ts'
import { placed } from '../quantities/placed.ts'
import { Home } from '../quantities/zh/home.ts'
import { aboutFigures, Context } from './about.ts'
import { type Described, describe } from './describe.ts'
import type { About } from './figure.ts'
import type { Aliases } from './names.ts'
import { withOneId } from './one-id.ts'
import { type Condition, conditionsOf } from './statuses.ts'
import { withZeros } from './zeros.ts'

/** Raised whenever the same text gives other facts than before. */
export const EXTRACTOR_VERSION: number = 11

/** What facts are read from: an item, and what its digest says above it. */
export type FactItem = Pick<Item, 'n' | 'text' | 'language' | 'kind' | 'context'> &
  Partial<Pick<Item, 'date' | 'section' | 'title'>>

/** What a digest says of all its items. */
export interface FactDigest {
  date: string
  title?: string
  /** The currency that "元" stands for in it. */
  yuan?: string
}

/** The facts of one item, in text order; boilerplate has none. */
export function factsOf(item: FactItem, digest: FactDigest, context = new Context()): Fact[] {
  if (item.kind === 'boilerplate') return []
  const date = dayOf(item, digest)
  const found = findQuantities(item.text, {
    language: item.language,
    yuan: digest.yuan,
  })
  const quantities = withZeros(item.text, found)
  const headings = [item.context, item.title ?? null, item.section ?? null]
  const described = describe(item.text, quantities, { date, headings })
  const facts: Fact[] = []
  const sentences = new Sentences(item.text)
  const around = quantities.map(({ start, end }) => sentences.around(start, end))
  const above = [digest.title, ...headings].filter((line) => typeof line === 'string')
  const conditions = conditionsOf(item, quantities, around, above)
  const statuses = conditions.map(({ status }) => status)
  const abouts = aboutFigures(item, digest.title ?? null, quantities, around, statuses, context)
  for (const [i, quantity] of quantities.entries()) {
    const sentence = around[i] as readonly [number, number]
    const [before, behind] = [quantities[i - 1], quantities[i + 1]]
    const [said, condition] = [described[i] as Described, conditions[i] as Condition]
    const fact = factOf(quantity, said, condition, item, sentence, before, behind, facts)
    facts.push({ ...fact, ...(abouts[i] as About) })
  }
  return facts
}

/** The facts of a digest, item by item. */
export function factsOfDigest(
  digest: Pick<Digest, 'date' | 'items'> & Partial<Pick<Digest, 'title'>>,
  aliases: Aliases = {},
): Fact[] {
  const { date, title, items } = digest
  const yuan = new Home(items.map(({ text }) => text).join('\n')).yuan()
  const context = new Context(aliases)
  const facts = items.flatMap((item) => factsOf(item, { date, title, yuan }, context))
  return withOneId(facts, (id) => context.isTabled(id))
}

function factOf(
  quantity: Quantity,
  { isNegative, ...described }: Described,
  { status, isOther }: Condition,
  item: FactItem,
  [from, to]: readonly [number, number],
  before: Quantity | undefined,
  behind: Quantity | undefined,
  earlier: readonly Fact[],
): Fact {
  const { start, end, value } = quantity
  const text = item.text.slice(start, end)
  const clause: Clause = {
    text,
    before: item.text.slice(Math.max(from, before?.end ?? 0), start),
    behind: item.text.slice(end, Math.min(to, behind?.start ?? to)),
  }
  // "Seven were in critical condition": of those that the sentence before counted as patients.
  const isOfPatients = quantity.rule === 'elided noun' && earlier.at(-1)?.unit === 'patient'
  const isPatient = isOfPatients || countsPatients(quantity.unit, clause)
  const unit =
    isOther && isPatient && !/patient/i.test(text) ? 'person' : isPatient ? 'patient' : quantity.unit
  const single = typeof value === 'string' ? value : null
  const { metric, amount } = placed(single ?? '0', unit)
  const { subject, ...read } = quantity
  return {
    ...read,
    unit,
    metric,
    amount: single === null ? null : signed(amount, isNegative),
    ...described,
    entity: null,
    measure: subject,
    status,
    item: item.n,
    text,
    sentence: item.text.slice(from, to).trim(),
  }
}

/** A fall is negative, and so is a loss. */
const signed = (amount: Decimal, isNegative: boolean): Decimal =>
  isNegative && !amount.startsWith('-') ? times(amount, '-1') : amount
