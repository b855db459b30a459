import type { Quantity } from '../../model/fact.ts'
import type { Pack, Reading } from '../pack.ts'
import { HAN_CHAR, NUMBER, type Tokens } from '../tokens.ts'
import { type AmountZh, amountAtZh, BARE } from './amounts.ts'
import { plainSlice } from './characters.ts'
import { resolveElisions } from './elisions.ts'
import { Home } from './home.ts'
import { ounceOf, type Stretch } from './measures.ts'
import { boundBeforeZh, boundBehindZh } from './modifiers.ts'
import { movementFrom } from './moves.ts'
import { mayBeginNumeral } from './numbers.ts'
import { type Condition, conditionOf } from './patients.ts'
import { perBefore, perBehind, rateUnit } from './rates.ts'
import { clauseEnd, clauseStart, subjectIn } from './subjects.ts'

export const CHINESE: Pack = { script: 'han', abbreviations: new Set(), read: readChinese }

/** Of the texts that are being read. */
const HOMES = new WeakMap<Reading, Home>()

function homeOf(reading: Reading): Home {
  const home = HOMES.get(reading) ?? new Home(reading.tokens.text, reading.yuan)
  HOMES.set(reading, home)
  return home
}

function readChinese(reading: Reading, from: number, to: number): number {
  const { tokens } = reading
  const stretch: Stretch = {
    text: tokens.text,
    from: tokens.start(from),
    to: tokens.end(to - 1),
    home: homeOf(reading),
  }
  const amounts = amountsIn(tokens, from, to, stretch)
  if (amounts.length > 0) describe(stretch, resolveElisions(stretch, amounts), reading)
  reading.carried = null
  return to
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

/** "127人死亡54人失踪": what is said behind the count of people is said of no dead. */
const ALIVE = /失踪|受伤|获救|被困|送医|轻伤|重伤/

/** Adds to each amount what the sentence says about it. */
function describe(stretch: Stretch, amounts: readonly AmountZh[], { found }: Reading): void {
  const { text, from, to } = stretch
  let condition: Condition | null = null
  let subject: string | null = null
  /** Where the last quantity ends; the numbers of names ("六福珠宝") are none. */
  let said = from
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i] as AmountZh
    const floor = amounts[i - 1]?.end ?? from
    const isPeople = amount.unit === 'patient' || amount.unit === 'person' || amount.unit === 'death'
    const isAlive = ALIVE.test(plainSlice(text, amount.end, amount.end + 2))
    condition = isPeople && !isAlive ? conditionOf(text, amounts, i, from, condition) : null
    const bound = boundBeforeZh(text, amount.start, floor)
    const behind = boundBehindZh(text, amount.end)
    const first = bound?.start ?? amount.start
    subject = subjectIn(text, clauseStart(text, amount.start, said), first) ?? subject
    const whole = wholeBehind(text, amount, amounts[i + 1]?.start ?? to)
    if (amount.unit === BARE && amount.power === 0 && amount.rule !== 'label') continue
    const moved = i > 0 ? movementFrom(text, amounts, i - 1, from) : null
    said = amount.end
    found.push({
      value: amount.high === null ? amount.value : [amount.value, amount.high],
      unit: rateOfMove(unitOf(stretch, amount, condition, floor), moved === null ? null : found.at(-1)),
      bound: bound?.bound ?? behind?.bound ?? amount.bound,
      change: null,
      role: null,
      subject: whole ?? subject,
      status: isPeople ? (condition?.status ?? null) : null,
      start: amount.start,
      end: amount.end,
      rule: amount.rule,
    })
  }
}

/** Patients and the dead by the words around a count; rates of what has a price or a frequency. */
function unitOf(
  { text, from }: Stretch,
  amount: AmountZh,
  condition: Condition | null,
  floor: number,
): string {
  const { unit } = amount
  if (condition?.status === 'dead') return 'death'
  if (unit === 'person' && condition?.isPatient) return 'patient'
  if (unit === '%' || unit === BARE || unit.includes('/')) return unit
  const per = perBehind(text, amount.end, unit)?.per ?? perBefore(text, amount.start, floor)
  if (per === null) return unit
  return rateUnit(unit, per === '[oz_av]' ? ounceOf(text, from, amount.end + OUNCE_NAME) : per)
}

/** "2000美元/盎司黄金": the metal may stand behind. */
const OUNCE_NAME = 6

/** "三分之二的受访者", "超过六成的网民": what a share is of. */
const wholeBehind = (text: string, { unit, end }: AmountZh, to: number): string | null =>
  unit === '%' && text[end] === '的' ? subjectIn(text, end + 1, clauseEnd(text, end, to)) : null

/** "由每月2020元上调至2120元": the level reached is told by what the one that was left is told by. */
const rateOfMove = (unit: string, left: Quantity | null | undefined): string =>
  left?.unit.startsWith(`${unit}/`) || left?.unit.startsWith(`${unit} per `) ? left.unit : unit
