import type { Role } from '../../model/fact.ts'
import { dimensionOf, numeratorOf } from '../dimension.ts'
import type { Tokens } from '../tokens.ts'
import type { Amount } from './amount.ts'
import { isMoving, startWithBound } from './modifiers.ts'

/** Words between a quantity and its restatement: "(about", ", or". */
const isRestating = (word: string): boolean =>
  /^(?:[(,=~≈]|or|about|around|approximately|roughly|nearly|almost|some|equivalent|to|equal|i|e)$/.test(word)

/** Most tokens between a quantity and what restates it. */
const RESTATED_REACH = 4

/** The amount restates the one before it in another unit: "20 miles (32 km)", "5 tons, or 4.5 tonnes". */
function isEquivalent(tokens: Tokens, before: Amount, amount: Amount): boolean {
  const gap = amount.first - before.next
  if (gap < 1 || gap > RESTATED_REACH) return false
  if (before.unit === amount.unit && !isAtTodaysPrices(tokens, amount.next)) return false
  if (dimensionOf(before.unit) !== dimensionOf(amount.unit)) return false
  let opens = false
  for (let k = before.next; k < amount.first; k++) {
    const word = tokens.word(k)
    if (word === '(' || word === 'or' || word === 'equivalent') opens = true
    if (!isRestating(word)) return false
  }
  return opens
}

/** "$110m (about $560m in today's money)" */
const isAtTodaysPrices = (tokens: Tokens, i: number): boolean =>
  tokens.word(i) === 'in' &&
  /^(?:today's|current|present-day|\d{4})$/.test(tokens.word(i + 1)) &&
  /^(?:money|prices|terms|dollars|pounds|values?)$/.test(tokens.word(i + 2))

/** How far apart, in tokens, a level and the level that it moved from may be. */
const MOVED_REACH = 24

/** "89 kroner, against 64", "44 compared with 40": words before an amount that make it the level of another time. */
const isCompared = (tokens: Tokens, link: number): boolean =>
  tokens.word(link - 1) === 'compared'
    ? /^(?:with|to|versus|vs|against)$/.test(tokens.word(link))
    : /^(?:versus|vs)$/.test(tokens.word(link)) ||
      (tokens.word(link - 1) === ',' && tokens.word(link) === 'against')

/** The role of an amount beside those before it in the sentence, the nearest last. */
export function roleOf(tokens: Tokens, amounts: readonly Amount[], i: number, floor: number): Role | null {
  const amount = amounts[i] as Amount
  const before = amounts[i - 1]
  if (before && isEquivalent(tokens, before, amount)) return 'equivalent'
  const link = startWithBound(tokens, amount.first) - 1
  const word = tokens.word(link)
  const behind = amounts[i + 1]
  if (word === 'from') {
    if (
      before &&
      sameMeasure(before, amount, amounts[i - 2]) &&
      amount.first - before.first < MOVED_REACH &&
      isMoving(tokens, before.first, floor, MOVED_REACH)
    )
      return 'previous'
    if (/^(?:up|down)$/.test(tokens.word(link - 1))) return 'previous'
    const isLeft =
      behind && tokens.word(behind.first - 1) === 'to' && behind.first - amount.next < MOVED_REACH
    if (isLeft && (behind.unit === amount.unit || amount.unit === '1') && isMoving(tokens, link, floor))
      return 'previous'
  }
  if (before && isCompared(tokens, link) && sameMeasure(before, amount, amounts[i - 2])) return 'previous'
  return null
}

/** Both measure the same, told by the day or year in one of them alone; a restatement between them, or the percentage of the move, is looked past. */
function sameMeasure(before: Amount, amount: Amount, earlier: Amount | undefined): boolean {
  return (
    before.unit === amount.unit ||
    numeratorOf(before.unit) === amount.unit ||
    (earlier?.unit === amount.unit &&
      (before.unit === '%' || dimensionOf(before.unit) === dimensionOf(amount.unit)))
  )
}
