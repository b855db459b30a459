import { shift } from '../../model/decimal.ts'
import { CURRENCY_CODES } from '../currencies.ts'
import { NUMBER, type Tokens, WORD } from '../tokens.ts'
import { UNIT_OF_CODE } from '../units.ts'
import { type Amount, BARE } from './amount.ts'
import {
  carriedOver,
  casualties,
  type Elided,
  type ElisionRule,
  movedNoun,
  numberOf,
  population,
  toll,
} from './elided-nouns.ts'
import { LEVEL_RULES, NAMING_RULES } from './levels.ts'
import { isMoving, startWithBound } from './modifiers.ts'
import { nounAt } from './nouns.ts'
import { rateAt } from './rates.ts'
import { shareScales } from './shared-scales.ts'

/** The amounts of a sentence, with the units that bare numbers among them take from the words around. */
export function resolveElisions(
  tokens: Tokens,
  amounts: readonly Amount[],
  sentence: number,
  carried: string | null,
): Amount[] {
  const resolved = shareScales(tokens, amounts)
  for (let i = 0; i < resolved.length; i++) {
    const amount = resolved[i] as Amount
    if (isBare(amount)) {
      const at = { tokens, amounts: resolved, i, amount, sentence, carried }
      for (const rule of ELISION_RULES) {
        const unit = rule.unit(at)
        if (unit === null) continue
        resolved[i] = {
          ...scaledAsMove(at, unit),
          unit: unit + amount.unit.slice(BARE.length),
          rule: rule.name,
        }
        break
      }
    } else {
      const rate = rateBehindBracket(tokens, amount, resolved[i + 1])
      if (rate) resolved[i] = { ...amount, unit: amount.unit + rate }
    }
  }
  return resolved.map((amount) => inTroyOunces(tokens, amount, sentence))
}

/** Precious metals, which are weighed in troy ounces. */
const PRECIOUS = /^(?:gold|silver|platinum|palladium|bullion|metal)$/
const PRECIOUS_REACH = 30

/** "Gold fell to $1,640 an ounce": the ounce of what is weighed. */
function inTroyOunces(tokens: Tokens, amount: Amount, sentence: number): Amount {
  if (!amount.unit.endsWith('[oz_av]')) return amount
  for (let k = amount.next + 4; k >= Math.max(sentence, amount.first - PRECIOUS_REACH); k--)
    if (PRECIOUS.test(tokens.word(k))) return { ...amount, unit: amount.unit.replace('[oz_av]', '[oz_tr]') }
  return amount
}

/** A number without a unit, or with a rate's denominator alone ("20 per week"). */
const isBare = ({ unit }: Amount): boolean =>
  unit === BARE || unit.startsWith(`${BARE}/`) || unit.startsWith(`${BARE} per `)

export const ELISION_RULES: readonly ElisionRule[] = [
  ...NAMING_RULES,
  { name: 'score', unit: scored },
  { name: 'suspended hyphen', unit: suspended },
  { name: 'series', unit: inSeries },
  { name: 'moved from', unit: movedFrom },
  { name: 'points', unit: points },
  { name: 'restated alike', unit: restatedAlike },
  { name: 'of the whole', unit: ofTheWhole },
  { name: 'number of', unit: numberOf },
  { name: 'toll', unit: toll },
  { name: 'moved noun', unit: movedNoun },
  { name: 'population', unit: population },
  { name: 'list', unit: listed },
  { name: 'elided noun', unit: carriedOver },
  { name: 'casualties', unit: casualties },
  { name: 'same currency', unit: sameCurrency },
  ...LEVEL_RULES,
]

/** "a score of 60", "the score is 43", "scored 52, 48 and 46". */
function scored({ tokens, amount, sentence }: Elided): string | null {
  // "The final score was 98 to 87": a result.
  if (tokens.word(amount.next) === 'to' && tokens.kind(amount.next + 1) === NUMBER) return null
  for (let k = amount.first - 1; k >= Math.max(sentence, amount.first - 12); k--) {
    const word = tokens.word(k)
    if (
      word === 'scored' ||
      (/^(?:score|scores)$/.test(word) && /^(?:of|is|was|were)$/.test(tokens.word(k + 1)))
    )
      return 'score'
    if (!/^(?:[\d.,]+|and|of|is|was|were|about|only|just|respectively)$/.test(word)) return null
  }
  return null
}

/** "7- or 8-inch", "two- and three-bedroom": the unit behind the second hyphen. */
function suspended({ tokens, amounts, i, amount }: Elided): string | null {
  const behind = amounts[i + 1]
  const isOpen =
    behind &&
    tokens.word(amount.next) === '-' &&
    tokens.touches(amount.next) &&
    /^(?:or|and|to)$/.test(tokens.word(amount.next + 1)) &&
    behind.first === amount.next + 2
  return isOpen ? behind.unit : null
}

/** How many amounts back or ahead another may stand that tells a bare one's unit. */
const NEAR = 12

/** "0.5, 1, 10, and 20 miles": the unit behind the last of them. */
function inSeries({ tokens, amounts, i, amount }: Elided): string | null {
  let k = i
  for (
    ;
    k < i + NEAR && amounts[k + 1] && isListed(tokens, amounts[k] as Amount, amounts[k + 1] as Amount);
    k++
  ) {
    const behind = amounts[k + 1] as Amount
    if (behind.unit !== BARE) return behind.rule === 'age' || isNoShare(amount, behind) ? null : behind.unit
  }
  return null
}

/** "Down from 49,000 and 12 percentage points below target". */
const isNoShare = (amount: Amount, { unit }: Amount): boolean =>
  /^(?:%|percentage point)$/.test(unit) && Number(amount.value) > MOST_PERCENT
const MOST_PERCENT = 1000

/** Only a comma, "and" or "or" stands between the two, both of a kind. */
function isListed(tokens: Tokens, before: Amount, amount: Amount): boolean {
  if (before.unit !== BARE || before.form !== amount.form || before.high !== null || before.power > 0)
    return false
  let k = before.next
  if (tokens.word(k) === ',') k++
  if (/^(?:and|or)$/.test(tokens.word(k))) k++
  return k > before.next && k === amount.first
}

/** Most tokens between a level and the level that it moved to. */
const MOVE_REACH = 12

/** "rose from 24.2 to 33 billion euros": the unit of the level reached. */
function movedFrom({ tokens, amounts, i, amount }: Elided): string | null {
  const behind = amounts[i + 1]
  return behind && behind.unit !== BARE && isMoveTo(tokens, amount, behind) ? behind.unit : null
}

/** The two amounts are "from A … to B". */
export function isMoveTo(tokens: Tokens, low: Amount, high: Amount): boolean {
  if (high.first - low.next > MOVE_REACH) return false
  const to = startWithBound(tokens, high.first) - 1
  const from = startWithBound(tokens, low.first) - 1
  if (tokens.word(to) !== 'to' || tokens.word(from) !== 'from') return false
  return to === low.next || isMoving(tokens, from, 0)
}

/** Left of "to", a figure shares the scale behind it: "from 24.2 to 33 billion". */
function scaledAsMove({ tokens, amounts, i, amount }: Elided, unit: string): Amount {
  const behind = amounts[i + 1]
  const isShared =
    behind !== undefined &&
    behind.unit === unit &&
    behind.power > 0 &&
    amount.power === 0 &&
    isMoveTo(tokens, amount, behind)
  return isShared ? { ...amount, value: shift(amount.value, behind.power), power: behind.power } : amount
}

/** "16,369.03 up 58.06 points", "climbed 0.1% to 1,333.18": the level of an index whose points are named elsewhere. */
function points({ tokens, amounts, i, amount }: Elided): string | null {
  const behind = amounts[i + 1]
  const before = amounts[i - 1]
  if (
    behind?.unit === 'point' &&
    behind.first - amount.next <= 2 &&
    /^(?:up|down|,)$/.test(tokens.word(amount.next))
  )
    return 'point'
  const isLevel =
    before?.unit === '%' && tokens.word(amount.first - 1) === 'to' && amount.first - before.next === 1
  return isLevel && amounts.slice(Math.max(0, i - NEAR), i).some(({ unit }) => unit === 'point')
    ? 'point'
    : null
}

/** "2.4 million yen ($22,480) … and 2.3 million ($21,972)": restated alike, so measured alike. */
function restatedAlike({ tokens, amounts, i, amount }: Elided): string | null {
  const restated = amounts[i + 1]
  if (!restated || tokens.word(amount.next) !== '(' || restated.first !== amount.next + 1) return null
  for (let k = i - 1; k > Math.max(0, i - NEAR); k--) {
    if (amounts[k]?.unit === restated.unit && amounts[k]?.first === (amounts[k - 1] as Amount).next + 1)
      return (amounts[k - 1] as Amount).unit
  }
  return null
}

/** "C$6 (US$4.46) per share": the rate behind the restatement holds for what it restates too. */
function rateBehindBracket(tokens: Tokens, amount: Amount, restated: Amount | undefined): string | null {
  const isRestated =
    restated !== undefined &&
    tokens.word(amount.next) === '(' &&
    restated.first === amount.next + 1 &&
    tokens.word(restated.next) === ')' &&
    CURRENCY_CODES.has(amount.unit)
  const rate = isRestated ? rateAt(tokens, restated.next + 1) : null
  return rate && (rate.isCode ? `/${rate.per}` : ` per ${rate.per}`)
}

/** "280 million of the 1.5 billion shekels": the unit of the whole. */
function ofTheWhole({ tokens, amounts, i, amount }: Elided): string | null {
  const whole = amounts[i + 1]
  if (!whole || tokens.word(amount.next) !== 'of' || whole.first - amount.next > 3) return null
  // "Five of the three-ton satellites": the measure only qualifies what is counted.
  const isAttribute = tokens.word(whole.next - 2) === '-' && UNIT_OF_CODE.has(whole.unit)
  return isAttribute ? (nounAt(tokens, whole.next, false)?.head ?? null) : whole.unit
}

/** The amount before; where that is the percentage it moved by, the one before that: "3.2 million phones, up 12 %". */
function levelBefore(amounts: readonly Amount[], i: number): Amount | undefined {
  return amounts[i - 1]?.unit === '%' ? (amounts[i - 2] ?? amounts[i - 1]) : amounts[i - 1]
}

/** "5 feet by 7", "208 pounds to 193", "3,000 cars, down from 4,000", "20 million cars and 3 million …", "three to seven days, at most 14": the unit of the amount just before. */
function listed({ tokens, amounts, i, amount }: Elided): string | null {
  const before = levelBefore(amounts, i)
  if (!before || before.unit === BARE || before.unit === '%') return null
  const link = startWithBound(tokens, amount.first) - 1
  const isMoved = /^(?:up|down)$/.test(tokens.word(link - 1)) || amounts[i - 1]?.next === link
  if (tokens.word(link) === 'from' && isMoved) return before.unit
  if (isFurtherAge(tokens, before, amount)) return before.unit
  if (amount.power > 0 && tokens.word(link) === 'of' && MOVEMENTS.has(tokens.word(link - 1)))
    return before.unit
  const isBounded = link + 1 < amount.first && link === before.next && tokens.word(link) === ','
  if (isBounded && tokens.kind(amount.next) !== WORD) return before.unit
  const gap = amount.first - (amounts[i - 1] ?? before).next
  const isMeasure = UNIT_OF_CODE.has(before.unit) || CURRENCY_CODES.has(before.unit) || before.noun !== null
  if (isMeasure && gap <= MOVE_REACH && isLeftBehind(tokens, before, amount)) return before.unit
  if (!isMeasure || gap > 3) return null
  if (isMoveTo(tokens, before, amount)) return before.unit
  return tokens.word(amount.first - 1) === 'from' && gap <= 2 ? before.unit : null
}

/** "Fell by 2.5 million barrels, compared with a drop of 3.6 million": nouns whose figure is measured as the move before it. */
const MOVEMENTS: ReadonlySet<string> = new Set(
  'drop fall decline decrease reduction rise increase gain jump growth loss'.split(' '),
)

/** "Fell to 3,000 cars in May, from 4,000": the level before the one that was reached. */
const isLeftBehind = (tokens: Tokens, before: Amount, amount: Amount): boolean =>
  tokens.word(amount.first - 1) === 'from' &&
  tokens.word(amount.first - 2) === ',' &&
  isMoving(tokens, before.first, 0)

/** "Aged 7, 9 and 11"; an age in apposition ("Ann Lee, 25, and 30 others") goes no further. */
function isFurtherAge(tokens: Tokens, before: Amount, amount: Amount): boolean {
  if (before.unit !== 'year of age' || tokens.isCapital(before.first - 2)) return false
  for (let k = before.next; k < amount.first; k++) if (!/^(?:,|and|or)$/.test(tokens.word(k))) return false
  return true
}

/** "Beijing gives 50 million yuan, Wuhan 300 million.": a large figure alone in a clause behind one of money. */
function sameCurrency({ tokens, amounts, i, amount }: Elided): string | null {
  const isRestated = tokens.word((amounts[i - 1]?.first ?? 0) - 1) === '('
  const before = (isRestated ? amounts[i - 2] : levelBefore(amounts, i))?.unit
  const isAlone =
    tokens.kind(amount.next) !== WORD ||
    amount.next >= tokens.length ||
    /^(?:expected|forecast|forecasted|estimated|predicted)$/.test(tokens.word(amount.next)) ||
    (tokens.word(amount.next) === 'a' && tokens.word(amount.next + 1) === 'year')
  return before !== undefined && CURRENCY_CODES.has(before) && isAlone && amount.power > 0 ? before : null
}
