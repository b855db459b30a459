/**
 * What the product reads, in the form and by the conventions of the published benchmark (NewsQuant of EMNLP 2023, and
 * the specifications of Recognizers-Text as they were annotated for it), where these differ from what a series can use.
 */
import { shift, toJson } from '../shared/model/decimal.ts'
import type { Bound, Quantity } from '../shared/model/fact.ts'
import { MINOR_UNITS } from '../shared/quantities/currencies.ts'
import { BARE } from '../shared/quantities/en/amount.ts'
import { amountAt } from '../shared/quantities/en/amounts.ts'
import { selectedNounAt } from '../shared/quantities/en/nouns.ts'
import { mayBeginNumber } from '../shared/quantities/en/numbers.ts'
import { singular } from '../shared/quantities/en/plurals.ts'
import { findQuantities } from '../shared/quantities/find-quantities.ts'
import { type Tokens, tokenize } from '../shared/quantities/tokens.ts'
import { spelledOut } from '../shared/quantities/units.ts'

/** A quantity as the scorer takes it; `change` is `=` where the text gives the value plainly. */
export interface BenchmarkQuantity {
  value: unknown
  unit: string
  change: string
  start: number
  end: number
}

/** What is told apart of a quantity while it is translated. */
interface Row
  extends Pick<Quantity, 'value' | 'unit' | 'bound' | 'change' | 'role' | 'start' | 'end' | 'rule'> {
  /** Unit by name, where it is known already. */
  name?: string
}

/** The quantities of a text, by the benchmark's conventions, in text order. */
export function benchmarkForm(text: string): BenchmarkQuantity[] {
  const read: Row[] = findQuantities(text)
  const rows = TRANSLATIONS.reduce<Row[]>((all, translate) => translate(all, text), read)
  return rows
    .sort((a, b) => a.start - b.start)
    .map(({ value, unit, name, change, bound, start, end }) => ({
      value: typeof value === 'string' ? toJson(value) : value.map(toJson),
      unit: name ?? unitName(unit),
      change: change ?? bound ?? '=',
      ...{ start, end },
    }))
}

/** By name, in the British spelling that the benchmark has. */
const unitName = (unit: string): string =>
  spelledOut(unit)
    .replace(/meter\b/g, 'metre')
    .replace(/^part per/, 'parts per')

const scaled = (value: Row['value'], power: number): Row['value'] =>
  typeof value === 'string' ? shift(value, power) : [shift(value[0], power), shift(value[1], power)]

type Translation = (rows: Row[], text: string) => Row[]

const eachRow =
  (translate: (row: Row, text: string, before: Row | undefined) => Row | null): Translation =>
  (rows, text) =>
    rows.flatMap((row, i) => translate(row, text, rows[i - 1]) ?? [])

const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text)

const wordBefore = (text: string, at: number): string => /([\w$-]*)\W*$/.exec(text.slice(0, at))?.[1] ?? ''
const wordBehind = (text: string, at: number): string => /^\s*(\w*)/.exec(text.slice(at))?.[1] ?? ''

/** "3 years, 2 months" are two quantities. */
const compounds: Translation = (rows, text) =>
  rows.flatMap((row) => {
    if (row.rule !== 'compound') return [row]
    let at = row.start
    return text
      .slice(row.start, row.end)
      .split(/,? and |, /)
      .flatMap((piece) => {
        at = text.indexOf(piece, at)
        return findQuantities(piece).map((one) => ({ ...one, start: at + one.start, end: at + one.end }))
      })
  })

/** "34 cents" are cents and no part of a dollar. */
const minorUnits = eachRow((row, text) => {
  const minor = MINOR_UNITS.get(row.unit.slice(0, 3))
  const said = text.slice(row.start, row.end)
  if (
    minor === undefined ||
    !/(?:cents?|¢|pence|penny|pennies|sen|\dp| p)\b/i.test(said) ||
    /[$€£]/.test(said)
  )
    return row
  return { ...row, value: scaled(row.value, 2), unit: minor + row.unit.slice(3) }
})

/** A part of a whole is a decimal, not a percentage: "a quarter of homes" is 0.25. */
const fractions = eachRow((row, text) => {
  if (row.rule !== 'fraction' || isChinese(text.slice(row.start, row.end))) return row
  return { ...row, value: scaled(row.value, -2) }
})

/** "A three-year deal" says what kind a deal is. */
const hyphenedTimes = eachRow((row, text) =>
  /^[a-z]+(?:-[a-z]+)?-(?:year|month|week|day|hour|minute|second)s?$/i.test(text.slice(row.start, row.end))
    ? null
    : row,
)

/** "Dozens of" is one dozen. */
const dozens = eachRow((row, text) =>
  /^dozens of/i.test(text.slice(row.start)) ? { ...row, value: '12' } : row,
)

/** The level that is reached stands as it is, unless the one that was left stands behind it. */
const levels = eachRow((row, text) =>
  wordBefore(text, row.start) === 'to' && wordBehind(text, row.end) !== 'from'
    ? { ...row, change: null }
    : row,
)

/** What is below zero went down, whatever it counts. */
const signs = eachRow((row, text) =>
  row.change === null && row.value[0]?.startsWith('-') && !isChinese(text) ? { ...row, change: 'down' } : row,
)

/** "More than 100 kilometers (60 miles)": the restatement is bounded too. */
const restatements = eachRow((row, _text, before) =>
  row.role === 'equivalent' && row.bound === null && before ? { ...row, bound: before.bound } : row,
)

/** "Rose from 5 to 7 percent" is one range. */
const moves: Translation = (rows, text) => {
  const joined: Row[] = []
  for (const high of rows) {
    const low = joined.at(-1)
    if (low && isMove(low, high, text))
      joined[joined.length - 1] = {
        ...low,
        unit: isRateOf(low.unit, high.unit) ? low.unit : high.unit,
        value: [low.value as string, high.value as string],
        change: isMoving(text, low.start) ? high.change : null,
        end: high.end,
      }
    else joined.push(high)
  }
  return joined
}

/** Characters between the two ends of a move: "from $36,040 at 10.45pm last night to $34,935". */
const LONGEST_MOVE = 40

function isMove(low: Row, high: Row, text: string): boolean {
  if (typeof low.value !== 'string' || typeof high.value !== 'string') return false
  if (![low.unit, high.unit].some((unit) => isRateOf(unit, low.unit) && isRateOf(unit, high.unit)))
    return false
  const between = text.slice(low.end, high.start)
  if (between.length > LONGEST_MOVE) return false
  const opens = wordBefore(text, low.start)
  return (
    (opens === 'from' && /\bto\s*$/.test(between)) || (opens === 'between' && /^\s*and\s*$/.test(between))
  )
}

/** The unit, with or without a rate: "from $75 per barrel to $45.88". */
const isRateOf = (rate: string, unit: string): boolean =>
  rate === unit || rate.startsWith(`${unit}/`) || rate.startsWith(`${unit} per `)

/** "Plummeted from", "up from": the move is said right before. */
const isMoving = (text: string, at: number): boolean =>
  /\b(?:\w+ed|\w+ing|fell|rose|grew|went|up|down)\s+from\s*$/i.test(text.slice(0, at))

/** What a Chinese price is told by stands apart from it: "每股1.95港元". */
const rates = eachRow((row, text) => {
  const said = text.slice(row.start, row.end)
  return isChinese(said) && !/[每/]/.test(said) ? { ...row, unit: row.unit.replace(/ per .*|\/.*/, '') } : row
})

/** Every 吨 is an English ton. */
const tons = eachRow((row, text) =>
  row.unit === 't' && text.slice(row.start, row.end).includes('吨') ? { ...row, name: 'ton' } : row,
)

const isApart = (rows: readonly Row[], start: number, end: number): boolean =>
  rows.every((row) => row.end <= start || end <= row.start)

/** Numbers that count nothing, "one of the people" and "5G" are quantities. */
const unread: Translation = (rows, text) => {
  if (isChinese(text)) return rows
  const tokens = tokenize(text)
  const all = [...rows]
  for (let i = 0; i < tokens.length; ) {
    const found =
      (mayBeginNumber(tokens, i) && (selected(tokens, i) ?? wireless(tokens, i) ?? bare(tokens, i))) || null
    if (found && isApart(rows, found.start, found.end)) all.push(found)
    i = found ? Math.max(i + 1, found.next) : i + 1
  }
  return all
}

type Found = Row & { next: number }

function foundRow(tokens: Tokens, first: number, next: number, value: Row['value'], name: string): Found {
  const start = tokens.start(first)
  const end = tokens.end(next - 1)
  return {
    value,
    unit: BARE,
    name,
    bound: null,
    change: null,
    role: null,
    rule: 'benchmark',
    start,
    end,
    next,
  }
}

function selected(tokens: Tokens, i: number): Found | null {
  if (tokens.word(i) !== 'one') return null
  const noun = selectedNounAt(tokens, i + 1)
  return noun && foundRow(tokens, i, noun.next, '1', singular(noun.head))
}

function wireless(tokens: Tokens, i: number): Found | null {
  if (!/^[2-6]$/.test(tokens.raw(i)) || tokens.raw(i + 1) !== 'G' || !tokens.touches(i + 1)) return null
  return foundRow(tokens, i, i + 2, tokens.raw(i), 'generation wireless')
}

function bare(tokens: Tokens, i: number): Found | null {
  const amount = amountAt(tokens, i)
  if (amount === null || amount.unit !== BARE) return null
  const { value, high, first, next, bound } = amount
  const row = foundRow(tokens, first, next, high === null ? value : [value, high], BARE)
  return { ...row, bound: bound ?? boundAround(tokens.text, row) }
}

/** Words right beside a number that bound it. */
const BOUNDING: readonly (readonly [before: RegExp, behind: RegExp, bound: Bound])[] = [
  [/\b(?:about|around|nearly|almost|barely|roughly|some|approximately)\s*$/i, /^\s*or so\b/i, '~'],
  [/\b(?:over|more than|at least|above|exceeding)\s*$/i, /^\s*or (?:above|more|higher)\b/i, '>'],
  [/\b(?:under|less than|fewer than|at most|below|up to)\s*$/i, /^\s*or (?:below|less|lower)\b/i, '<'],
]

const boundAround = (text: string, { start, end }: Row): Bound | null =>
  BOUNDING.find(
    ([before, behind]) =>
      before.test(text.slice(Math.max(0, start - 20), start)) || behind.test(text.slice(end)),
  )?.[2] ?? null

const TRANSLATIONS: readonly Translation[] = [
  ...[
    compounds,
    minorUnits,
    fractions,
    hyphenedTimes,
    dozens,
    moves,
    levels,
    signs,
    restatements,
    rates,
    tons,
    unread,
  ],
]
