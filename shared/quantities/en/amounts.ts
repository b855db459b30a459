import type { Decimal } from '../../model/decimal.ts'
import { plus, shift, times } from '../../model/decimal.ts'
import { CURRENCY_CODES, CURRENCY_SIGNS } from '../currencies.ts'
import { MARK, NUMBER, type Tokens, WORD } from '../tokens.ts'
import { type Amount, BARE, type Measure } from './amount.ts'
import { LABEL, MEASURE_RULES } from './measures.ts'
import { changeBefore, isMoving, startWithBound } from './modifiers.ts'
import { isNeverQuantity, isNotBare, isTenor } from './not-quantities.ts'
import { type NumberAt, numberAt } from './numbers.ts'
import { prefixAt } from './prefixes.ts'
import { withRate } from './rates.ts'
import { scalesAt } from './scales.ts'

/** Rule of numbers that no rule of measures applies to. */
export const BARE_RULE = 'bare number'

/** Reads one number with its unit at token `i`; null where it is no quantity. `isTail`: behind a range's hyphen. */
function oneAt(tokens: Tokens, i: number, isTail: boolean): Amount | null {
  const prefix = prefixAt(tokens, i)
  const number = numberInBrackets(tokens, i) ?? numberAt(tokens, i, prefix.currency !== null)
  if (!number) return null
  const span = { tokens, first: i, number }
  if (prefix.currency === null && !isTail && number.form === 'digits' && isNeverQuantity(span)) return null
  if (isTenor(span)) return null
  const counted = { tokens, first: i, number, prefix }
  let read: Measure | null = null
  let rule = BARE_RULE
  for (const each of MEASURE_RULES) {
    read = each.read(counted)
    if (!read) continue
    rule = each.name
    break
  }
  if (!read && (number.form === 'vague' || isNotBare(span))) return null
  const measure = withRate(tokens, read ?? { unit: BARE, next: number.next }, rule)
  const power = number.power + (measure.power ?? 0)
  let value = shift(measure.value ?? number.value, measure.power ?? 0)
  if (measure.extra) value = plus(value, measure.extra)
  const isLoss =
    isInBrackets(tokens, prefix.first, number.next) || isBracketedLoss(tokens, prefix.first, measure.next)
  const sign = isLoss ? '-' : prefix.sign
  if (sign === '-') value = times(value, '-1')
  return {
    value,
    high: number.high,
    unit: measure.unit,
    first: articleBefore(tokens, prefix.first, i),
    next: measure.next,
    noun: measure.noun ?? null,
    bound: measure.bound ?? null,
    sign,
    form: number.form,
    power,
    mantissa: number.mantissa,
    rule,
  }
}

/** "(12.3) million": the bracket of a loss closes between the number and its scale. */
function numberInBrackets(tokens: Tokens, i: number): NumberAt | null {
  if (!tokens.isMark(i - 1, '(') || tokens.kind(i) !== NUMBER || !tokens.isMark(i + 1, ')')) return null
  const number = numberAt(tokens, i, false)
  const scale = number && number.next === i + 1 ? scalesAt(tokens, i + 2, false) : null
  if (!number || !scale || scale.power === 0) return null
  return { ...number, value: shift(number.value, scale.power), power: scale.power, next: scale.next }
}

/** A bracket that opens before token `first` closes before the last of a number that ends before `next`. */
const isInBrackets = (tokens: Tokens, first: number, next: number): boolean =>
  tokens.isMark(first - 1, '(') && tokens.isMark(next - 2, ')')

/** Words that accounts put before a loss in brackets. */
const RESULT = /^(?:lost|loss|losses|losing|was|were|is|of|income|profit|result|earnings|ebitda|ebit)$/

/** "Lost ($4.5 million)": accounts print a loss in brackets; elsewhere they restate what stands before them. */
const isBracketedLoss = (tokens: Tokens, first: number, next: number): boolean =>
  tokens.isMark(first - 1, '(') &&
  tokens.isMark(next, ')') &&
  (RESULT.test(tokens.word(first - 2)) || tokens.isMark(first - 2, ':'))

/** "a million", "a dozen", "a quarter of": the article belongs to the number. */
function articleBefore(tokens: Tokens, first: number, number: number): number {
  if (first !== number || tokens.kind(number) !== WORD || tokens.word(first - 1) !== 'a') return first
  return /^(?:hundred|thousand|million|billion|trillion|dozen|half|third|quarter|fifth|sixth|tenth|fourth)$/.test(
    tokens.word(number),
  )
    ? first - 1
    : first
}

/** What stands between the ends of a range at token `i`: the token behind it, or -1. */
function connectorAt(tokens: Tokens, low: Amount): number {
  const at = low.next
  const word = tokens.word(at)
  if (word === 'to') return at + 1
  if (word === 'and') return isBetween(tokens, low.first) ? at + 1 : -1
  if (word === 'or') return at + 1
  // "75 -300 mm": a hyphen that touches the number behind it.
  if (tokens.isMark(at, '-') && low.unit === BARE && low.form === 'digits' && tokens.touches(at + 1))
    return at + 1
  if (tokens.isMark(at, '-~') && (tokens.touches(at) || tokens.raw(at) === '–' || tokens.isMark(at, '~'))) {
    if (tokens.word(at + 1) === 'to' && tokens.word(at + 2) === '-') return at + 3
    if (tokens.word(at + 1) === 'to') return at + 2
    return tokens.raw(at) === '—' ? -1 : at + 1
  }
  return -1
}

/** "between" stands before the amount, words like "about" aside. */
const isBetween = (tokens: Tokens, first: number): boolean =>
  tokens.word(first - 1) === 'between' || tokens.word(first - 2) === 'between'

/** Reads the amount whose number begins at token `i`: one number or a range. */
export function amountAt(tokens: Tokens, i: number): Amount | null {
  const low = oneAt(tokens, i, false)
  if (!low) return rangeOfBare(tokens, i)
  if (low.high !== null || low.form === 'fraction') return low
  return rangeFrom(tokens, low) ?? low
}

/** "16-18 years": the lower end alone would be part of a name; the unit stands behind the upper end. */
function rangeOfBare(tokens: Tokens, i: number): Amount | null {
  if (tokens.kind(i) !== NUMBER || !tokens.isMark(i + 1, '-')) return null
  const number = numberAt(tokens, i, false)
  if (!number || isNeverQuantity({ tokens, first: i, number })) return null
  const prefix = prefixAt(tokens, i)
  const low: Amount = {
    value: prefix.sign === '-' ? times(number.value, '-1') : number.value,
    high: null,
    unit: BARE,
    first: prefix.first,
    next: number.next,
    noun: null,
    bound: null,
    sign: prefix.sign,
    form: number.form,
    power: number.power,
    mantissa: number.mantissa,
    rule: BARE_RULE,
  }
  return rangeFrom(tokens, low)
}

function rangeFrom(tokens: Tokens, low: Amount): Amount | null {
  const behind = connectorAt(tokens, low)
  if (behind < 0) return null
  const connector = tokens.word(low.next)
  const at = skipPrefix(tokens, behind)
  const high = withoutSign(oneAt(tokens, at, connector !== 'to' && connector !== 'and'), connector, at)
  if (!high || high.high !== null || high.first < low.next || high.first > behind || high.form === 'fraction')
    return null
  if (low.unit !== BARE && high.unit !== BARE && !isSameUnit(low.unit, high.unit)) return null
  const unit = high.unit === BARE ? low.unit : high.unit
  const isBareLow = low.unit === BARE || low.rule === 'currency before'
  const isShared =
    isBareLow && low.power === 0 && high.power > 0 && Number(low.mantissa) <= Number(high.mantissa)
  const value = isShared ? shift(low.value, high.power) : low.value
  if (!isRange(tokens, connector, low, high, value)) return null
  return {
    ...high,
    value,
    high: high.value,
    unit,
    first: low.first,
    sign: low.sign,
    rule: `${high.rule === BARE_RULE ? low.rule : high.rule}, range`,
  }
}

/** The hyphen of a range is no sign: "75 -300 mm". */
const withoutSign = (high: Amount | null, connector: string, at: number): Amount | null =>
  high?.sign === '-' && connector === '-' && high.first < at
    ? { ...high, value: times(high.value, '-1'), first: at, sign: null }
    : high

/** "$920 to $1730 a week": the rate stands behind the upper end alone. */
const isSameUnit = (low: string, high: string): boolean =>
  low === high || high.startsWith(`${low}/`) || high.startsWith(`${low} per `)

/** First token of the number behind signs and currencies at token `i`. */
function skipPrefix(tokens: Tokens, i: number): number {
  let k = i
  for (; k < i + 4; k++) {
    const isSign = tokens.kind(k) === MARK && (CURRENCY_SIGNS.has(tokens.word(k)) || tokens.isMark(k, '-+.='))
    const isCode =
      tokens.kind(k) === WORD &&
      (CURRENCY_CODES.has(tokens.raw(k)) ||
        CURRENCY_SIGNS.has(`${tokens.word(k)}$`) ||
        (CURRENCY_SIGNS.has(tokens.word(k)) && tokens.touches(k + 1)))
    if (!isSign && !isCode) return k
  }
  return k
}

/** The two numbers are a range: not a sports result, not an amount and the level it reached. */
function isRange(tokens: Tokens, connector: string, low: Amount, high: Amount, value: Decimal): boolean {
  const isRising = Number(value) < Number(high.value)
  const hasUnit = high.unit !== BARE || low.unit !== BARE || low.rule === LABEL
  if (connector === 'and') return true
  if (connector === 'to') {
    // A movement is two amounts.
    const from = startWithBound(tokens, low.first) - 1
    if (tokens.word(from) === 'from') return tokens.word(high.next) === 'to' || !isMoving(tokens, from, 0)
    if (low.rule === 'age') return isRising
    const isLevel = changeBefore(tokens, low.first, 0) !== null
    return !isLevel && hasUnit && isRising && (low.unit === BARE || high.unit !== BARE)
  }
  if (connector === 'or')
    return (
      isRising &&
      hasUnit &&
      (low.unit === BARE || low.value !== value) &&
      Number(high.value) - Number(value) <= Number(value)
    )
  return isRising && hasUnit
}
