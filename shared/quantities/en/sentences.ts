import { isForeign } from '../../language/detect.ts'
import type { Change, Role } from '../../model/fact.ts'
import { dimensionOf } from '../dimension.ts'
import type { Pack, Reading } from '../pack.ts'
import type { Tokens } from '../tokens.ts'
import { type Amount, BARE } from './amount.ts'
import { amountAt, BARE_RULE } from './amounts.ts'
import { resolveElisions } from './elisions.ts'
import { LEVEL_RULES, NAMING_RULES } from './levels.ts'
import { LABEL } from './measures.ts'
import { boundBefore, boundBehind, changeBefore, changeBehind } from './modifiers.ts'
import { mayBeginNumber } from './numbers.ts'
import { roleOf } from './roles.ts'
import { subjectOf } from './subjects.ts'

/** English, and whatever sentence in Latin letters is not clearly in another language. */
export const ENGLISH: Pack = {
  script: 'letters',
  abbreviations: new Set([
    ...['Mr', 'Mrs', 'Ms', 'Dr', 'St', 'No', 'Gov', 'Gen', 'Sen', 'Rep', 'vs'],
    ...['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sep', 'Sept', 'Oct', 'Nov', 'Dec'],
  ]),
  read: readEnglish,
}

/** A number without a unit is a quantity from this scale on, a power of ten: "1.2 million", and not "a hundred". */
const LEAST_BARE_POWER = 3

function readEnglish(reading: Reading, from: number, to: number): number {
  const { tokens } = reading
  const amounts: Amount[] = []
  let i = from
  while (i < to) {
    const amount = mayBeginNumber(tokens, i) ? amountAt(tokens, i) : null
    if (amount && amount.first >= (amounts.at(-1)?.next ?? from)) {
      amounts.push(amount)
      i = amount.next
    } else {
      i++
    }
  }
  const isRead = amounts.length > 0 && !isForeign(tokens.text.slice(tokens.start(from), tokens.end(i - 1)))
  if (isRead) describe(reading, amounts, from)
  return i
}

/** Adds to the amounts of one sentence, which begins at token `from`, what it says of them. */
function describe(reading: Reading, all: readonly Amount[], from: number): void {
  const { tokens, found } = reading
  const amounts = resolveElisions(tokens, all, from, reading.carried)
  let change: Change | null = null
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i] as Amount
    const said = boundBefore(tokens, amount.first)
    const before = said && isSpread(tokens, amounts[i - 1], amount, said.first) ? null : said
    const role = roleOf(tokens, amounts, i, from)
    change = role === null ? changeOf(tokens, amounts, i, before?.first ?? amount.first, from, change) : null
    if (saysNothing(tokens, amount, change, role)) continue
    const bound = before?.bound ?? amount.bound ?? boundBehind(tokens, amount.next, true)?.bound ?? null
    const earlier = found.at(-1)?.subject ?? null
    const start = tokens.start(amount.first)
    const end = tokens.end(amount.next - 1)
    found.push({
      value: amount.high === null ? amount.value : [amount.value, amount.high],
      unit: amount.unit,
      bound,
      change,
      role,
      subject: role === 'equivalent' ? earlier : subjectOf(tokens, amount, from, earlier),
      status: null,
      start,
      end,
      rule: amount.rule,
    })
  }
  reading.carried = amounts.findLast((amount) => amount.noun !== null)?.unit ?? null
}

/** A bare number that is neither large nor a level that moved ("the index climbed to 131.6 from 128.2"). */
const saysNothing = (
  tokens: Tokens,
  { unit, power, rule, next }: Amount,
  change: Change | null,
  role: Role | null,
): boolean =>
  unit === BARE &&
  power < LEAST_BARE_POWER &&
  !GROUPED.test(tokens.word(next - 1)) &&
  !NAMED.has(rule.split(',')[0] as string) &&
  (rule !== BARE_RULE || (change === null && role !== 'previous'))

/** "27,312": thousands and more, as years and numbers of things are not written. */
const GROUPED = /^\d{1,3},\d/

/** Rules by which a number without a unit is a figure: something names what it measures. */
const NAMED: ReadonlySet<string> = new Set([
  LABEL,
  ...[...NAMING_RULES, ...LEVEL_RULES].map(({ name }) => name),
])

/** "$1.2bn over five years": how long it takes, and no bound. */
const isSpread = (tokens: Tokens, earlier: Amount | undefined, { unit }: Amount, over: number): boolean =>
  earlier?.next === over && tokens.word(over) === 'over' && /^(?:time|calendar)$/.test(dimensionOf(unit))

/** The movement that the sentence gives an amount; `before` is that of the amount before it. */
function changeOf(
  tokens: Tokens,
  amounts: readonly Amount[],
  i: number,
  first: number,
  sentence: number,
  before: Change | null,
): Change | null {
  const amount = amounts[i] as Amount
  // "Cut the seven-day rate": the measure qualifies what moved.
  if (tokens.word(amount.next - 2) === '-') return null
  const link = tokens.word(first - 1)
  // "Fell from 24 to 20", "rose 5 % to 21": the verb of a level may stand before another amount.
  const floor = link === 'to' ? sentence : Math.max(sentence, amounts[i - 1]?.next ?? 0)
  const own = changeBefore(tokens, first, floor) ?? changeBehind(tokens, amount.next)
  if (own) return own
  if (amount.sign === '-' && amount.unit === '%') return 'down'
  if (amount.sign === '+' && amount.unit === '%') return 'up'
  const isRestated =
    before !== null && first - (amounts[i - 1]?.next ?? 0) <= 2 && tokens.word(first - 1) === 'or'
  return isRestated && dimensionOf(amount.unit) !== dimensionOf((amounts[i - 1] as Amount).unit)
    ? before
    : null
}
