import { shift } from '../../model/decimal.ts'
import type { Tokens } from '../tokens.ts'
import type { Amount } from './amount.ts'

/** "$3, $4 and $5 million", "from $3 to $4 million": a scale said once for all that are listed before it. */
export function shareScales(tokens: Tokens, amounts: readonly Amount[]): Amount[] {
  const shared = [...amounts]
  for (let i = shared.length - 2; i >= 0; i--) {
    const amount = shared[i] as Amount
    const behind = shared[i + 1] as Amount
    if (!sharesScale(tokens, amount, behind)) continue
    shared[i] = { ...amount, value: shift(amount.value, behind.power), power: behind.power }
  }
  return shared
}

/** Both are money of one currency in digits, the first without a scale and no more than the second's mantissa. */
function sharesScale(tokens: Tokens, amount: Amount, behind: Amount): boolean {
  if (behind.power < 6 || amount.power > 0 || amount.unit !== behind.unit || amount.high !== null)
    return false
  if (amount.rule !== 'currency before' || behind.rule !== 'currency before') return false
  if (Number(amount.mantissa) > Math.max(Number(behind.mantissa), LEAST_WHOLE)) return false
  for (let k = amount.next; k < behind.first; k++) if (!LINKS.has(tokens.word(k))) return false
  return behind.first > amount.next
}

/** Below this a sum beside millions is one of them. */
const LEAST_WHOLE = 10

const LINKS: ReadonlySet<string> = new Set([',', 'and', 'or', 'to', 'about', 'around', 'over', 'nearly'])
