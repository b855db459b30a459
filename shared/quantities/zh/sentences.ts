import type { Change, Quantity } from '../../model/fact.ts'
import { classAt, HAN } from '../characters.ts'
import { HAN_CHAR, LINE, NUMBER, type Tokens, WORD } from '../tokens.ts'
import { type AmountZh, amountAtZh, BARE } from './amounts.ts'
import { type DayAt, dayCarried, dayFor, daysNamed } from './as-of.ts'
import { plainSlice } from './characters.ts'
import { resolveElisions } from './elisions.ts'
import type { Home } from './home.ts'
import type { Stretch } from './measures.ts'
import { boundBeforeZh, boundBehindZh, changeBeforeZh, changeOfObject } from './modifiers.ts'
import { mayBeginNumeral } from './numbers.ts'
import { type Condition, conditionOf } from './patients.ts'
import { perBefore, perBehind, rateUnit } from './rates.ts'
import { movementFrom, roleOfZh } from './roles.ts'
import { clauseEnd, clauseStart, subjectIn } from './subjects.ts'

/** The token behind the sentence that begins at token `i`, where it is mostly Chinese; -1 where it is not. */
export function chineseSentenceEnd(tokens: Tokens, i: number): number {
  let han = 0
  let words = 0
  for (let k = i; ; k++) {
    const kind = tokens.kind(k)
    if (kind === HAN_CHAR) han++
    else if (kind === WORD) words++
    else if (kind === NUMBER) continue
    else if (k >= tokens.length || kind === LINE || isStop(tokens, k))
      return han > 0 && han >= words ? Math.min(k + 1, tokens.length) : -1
  }
}

/** "。", "！", "？", or an English stop before white space. */
function isStop(tokens: Tokens, k: number): boolean {
  const c = tokens.text.charCodeAt(tokens.start(k))
  if (c === 0x3002 || c === 0xff01 || c === 0xff1f) return true
  return (c === 46 || c === 33 || c === 63 || c === 0x2026) && !tokens.touches(k + 1)
}

/** How quantities are to be read (see `FindOptions`). */
interface Options {
  date?: string
  isBenchmark: boolean
  home: Home
}

/** Reads the quantities of a Chinese sentence, tokens `from` to `to`, into `found`. */
export function readChinese(
  tokens: Tokens,
  from: number,
  to: number,
  options: Options,
  found: Quantity[],
): void {
  const stretch: Stretch = {
    text: tokens.text,
    from: tokens.start(from),
    to: tokens.end(to - 1),
    isBenchmark: options.isBenchmark,
    home: options.home,
  }
  const amounts = amountsIn(tokens, from, to, stretch)
  if (amounts.length > 0) describe(stretch, resolveElisions(stretch, amounts), options, found)
}

function amountsIn(tokens: Tokens, from: number, to: number, stretch: Stretch): AmountZh[] {
  const { text } = tokens
  const amounts: AmountZh[] = []
  /** Ends of the last amount and of what has been read. */
  let floor = stretch.from
  let read = stretch.from
  for (let i = from; i < to; i++) {
    const start = tokens.start(i)
    if (start < read) continue
    const kind = tokens.kind(i)
    if (kind !== NUMBER && !(kind === HAN_CHAR && mayBeginNumeral(text.charCodeAt(start)))) continue
    const { amount, end } = amountAtZh(stretch, start, floor)
    read = end
    if (amount === null) continue
    amounts.push(amount)
    floor = end
  }
  return amounts
}

/** Adds to each amount what the sentence says about it. */
function describe(stretch: Stretch, amounts: readonly AmountZh[], options: Options, found: Quantity[]): void {
  const { text, from, to } = stretch
  const days = options.date === undefined ? [] : daysNamed(text, from, to, options.date)
  const carried = carriedDay(stretch, amounts, days, options.date)
  let condition: Condition | null = null
  let subject: string | null = null
  /** The last day named before the amount, or the first behind it. */
  let day = 0
  let change: Change | null = null
  /** Where the last quantity ends; the numbers of names ("六福珠宝") are none. */
  let said = from
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i] as AmountZh
    const floor = amounts[i - 1]?.end ?? from
    const isPeople = amount.unit === 'patient' || amount.unit === 'person' || amount.unit === 'death'
    condition = isPeople ? conditionOf(text, amounts, i, from, condition) : null
    const bound = boundBeforeZh(text, amount.start, floor)
    const behind = boundBehindZh(text, amount.end)
    const first = bound?.start ?? amount.start
    subject = subjectIn(text, clauseStart(text, amount.start, said), first) ?? subject
    const whole = wholeBehind(text, amount, amounts[i + 1]?.start ?? to)
    if (amount.unit === BARE && amount.power === 0 && amount.rule !== 'label') continue
    const role = roleOfZh(text, amounts, i, from)
    const moved = i > 0 ? movementFrom(text, amounts, i - 1, from) : null
    change = role === null ? changeOf(text, amounts, i, first, floor, moved, change) : null
    said = amount.end
    while (day + 1 < days.length && (days[day + 1] as DayAt).at < amount.start) day++
    found.push({
      value: amount.high === null ? amount.value : [amount.value, amount.high],
      unit: rateOfMove(unitOf(stretch, amount, condition, floor), moved === null ? null : found.at(-1)),
      bound: bound?.bound ?? behind?.bound ?? amount.bound,
      change,
      moved: null,
      role,
      asOf: dayFor(days[day], amount.start) ?? (isPeople ? carried : null),
      subject: whole ?? subject,
      status: isPeople ? (condition?.status ?? null) : null,
      start: amount.start,
      end: amount.end,
      rule: amount.rule,
    })
  }
}

/** Counts of patients go on from sentence to sentence under one day: "截至1月28日24时，…。死亡125例". */
function carriedDay(
  { text, from, to }: Stretch,
  amounts: readonly AmountZh[],
  days: readonly DayAt[],
  today: string | undefined,
): string | null {
  if (today === undefined || days.length > 0 || !amounts.some(({ unit }) => unit === 'patient')) return null
  if (/[月日]/.test(text.slice(from, to))) return null
  return dayCarried(text, from, today)?.day ?? null
}

/** Patients and the dead by the words around a count; rates of what has a price or a frequency. */
function unitOf(
  { text, isBenchmark }: Stretch,
  amount: AmountZh,
  condition: Condition | null,
  floor: number,
): string {
  const { unit } = amount
  if (condition?.status === 'dead') return 'death'
  if (unit === 'person' && condition?.isPatient) return 'patient'
  if (isBenchmark || unit === '%' || unit === BARE || unit.includes('/')) return unit
  const per = perBehind(text, amount.end, unit)?.per ?? perBefore(text, amount.start, floor)
  return per === null ? unit : rateUnit(unit, per)
}

/** "分别增长3%和5%": the amount stands in one list with the amount before it. */
const isListed = (text: string, amounts: readonly AmountZh[], i: number): boolean => {
  const [before, amount] = [amounts[i - 1], amounts[i] as AmountZh]
  return before?.unit === amount.unit && /^(?:、|和|与|及)$/.test(plainSlice(text, before.end, amount.start))
}

/** "三分之二的受访者", "超过六成的网民": what a share is of. */
const wholeBehind = (text: string, { unit, end }: AmountZh, to: number): string | null =>
  unit === '%' && text[end] === '的' ? subjectIn(text, end + 1, clauseEnd(text, end, to)) : null

/** "由每月2020元上调至2120元": the level reached is told by what the one that was left is told by. */
const rateOfMove = (unit: string, left: Quantity | null | undefined): string =>
  left?.unit.startsWith(`${unit}/`) || left?.unit.startsWith(`${unit} per `) ? left.unit : unit

/** The movement that the sentence gives an amount: `moved` from the one before it, else `before` is that one's own. */
function changeOf(
  text: string,
  amounts: readonly AmountZh[],
  i: number,
  first: number,
  floor: number,
  moved: Change | 'moved' | null,
  before: Change | null,
): Change | null {
  if (moved === 'up' || moved === 'down') return moved
  const own = changeBeforeZh(text, first, floor)
  if (own !== null) return own.change
  if (isListed(text, amounts, i)) return before
  // "扩大28纳米生产线": an amount before a noun is not what the verb moves by.
  return classAt(text, (amounts[i] as AmountZh).end) === HAN ? null : changeOfObject(text, first, floor)
}
