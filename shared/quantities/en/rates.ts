import { shift } from '../../model/decimal.ts'
import { CURRENCY_SIGNS } from '../currencies.ts'
import { MARK, NUMBER, type Tokens, WORD } from '../tokens.ts'
import { UNIT_OF_CODE } from '../units.ts'
import type { Measure } from './amount.ts'
import { nounAt } from './nouns.ts'
import { isNumberWord, numberAt } from './numbers.ts'
import { singular } from './plurals.ts'
import { scalesAt } from './scales.ts'
import { isStop } from './stop-words.ts'
import { unitAt } from './unit-phrases.ts'

/** Denominators of rates that stand behind "a" or "an". */
const RATED: ReadonlySet<string> = new Set(
  'share unit head piece night ticket person student pop bottle month year week day game copy seat bushel pack bag word plate dose vote vehicle user pupil'.split(
    ' ',
  ),
)

/** Words behind "a year" that make it a time, not a rate. */
const TIMES: ReadonlySet<string> = new Set('ago earlier before later from after prior old since'.split(' '))

/** "per barrel", "a month", "/day", "-a-share" at token `i`: the rate's denominator, and the token behind it. */
export function rateAt(tokens: Tokens, i: number): { per: string; next: number; isCode: boolean } | null {
  const word = tokens.word(i)
  const isPer = word === 'per' || (word === '/' && tokens.touches(i) && tokens.touches(i + 1))
  const hyphen = word === '-' && /^(?:a|per)$/.test(tokens.word(i + 1)) && tokens.word(i + 2) === '-'
  if (!isPer && !hyphen && word !== 'a' && word !== 'an') return null
  const at = hyphen ? i + 3 : i + 1
  const special =
    word === '/' ? (productAt(tokens, at) ?? oneDollarAt(tokens, at)) : isPer ? manyAt(tokens, at) : null
  if (special) return special
  const unit = unitAt(tokens, at, word === '/' || isPer)
  // "140.25 per dollar" is a rate of exchange.
  if (unit && (unit.kind !== 'currency' || word === 'per') && unit.code !== '%') {
    return TIMES.has(tokens.word(unit.next)) && !isPer
      ? null
      : { per: unit.code, next: unit.next, isCode: true }
  }
  if (tokens.kind(at) !== WORD || unit !== null) return null
  const noun = singular(tokens.word(at))
  if (isPer ? isStop(noun) || isNumberWord(noun) : !RATED.has(noun)) return null
  return { per: noun, next: at + 1, isCode: false }
}

/** "(m*K)" at token `i`: two units that a rate has in its denominator. */
function productAt(tokens: Tokens, i: number): { per: string; next: number; isCode: boolean } | null {
  if (!tokens.isMark(i, '(')) return null
  const one = unitAt(tokens, i + 1, true)
  if (one === null || !tokens.isMark(one.next, '*·⋅×.')) return null
  const two = unitAt(tokens, one.next + 1, true) ?? kelvinAt(tokens, one.next + 1)
  if (two === null || !tokens.isMark(two.next, ')')) return null
  return { per: `(${one.code}.${two.code})`, next: two.next + 1, isCode: true }
}

/** "/$1" in "N767.4/$1". */
function oneDollarAt(tokens: Tokens, i: number): { per: string; next: number; isCode: boolean } | null {
  const code = tokens.kind(i) === MARK ? CURRENCY_SIGNS.get(tokens.word(i)) : undefined
  return code !== undefined && tokens.word(i + 1) === '1' ? { per: code, next: i + 2, isCode: true } : null
}

/** "million BTUs", "thousand cubic feet", "100,000 people" at token `i`: so many of a unit or a noun. */
function manyAt(tokens: Tokens, i: number): { per: string; next: number; isCode: boolean } | null {
  const scale = scalesAt(tokens, i, false)
  const many =
    tokens.kind(i) === NUMBER
      ? numberAt(tokens, i, false)
      : scale && scale.power > 0
        ? { value: shift('1', scale.power), next: scale.next }
        : null
  if (many === null) return null
  const unit = unitAt(tokens, many.next, true)
  if (unit !== null && unit.kind !== 'currency') {
    const code =
      UNIT_OF_CODE.has(`M${unit.code}`) && many.value === '1000000'
        ? `M${unit.code}`
        : `(${many.value}.${unit.code})`
    return { per: code, next: unit.next, isCode: true }
  }
  const noun = nounAt(tokens, many.next, false)
  return noun && { per: `${many.value} ${noun.head}`, next: noun.next, isCode: false }
}

/** "K" alone is thousands elsewhere. */
const kelvinAt = (tokens: Tokens, i: number): { code: string; next: number } | null =>
  tokens.raw(i) === 'K' ? { code: 'K', next: i + 1 } : null

/** Longest phrase between a unit and its rate: "2.4 billion gallons of jet fuel a year". */
const RATE_REACH = 4

/** Adds the rate behind a measure to its unit: "USD/[bbl_us]", "USD per share". */
export function withRate(tokens: Tokens, measure: Measure, rule: string): Measure {
  let at = measure.next
  if (tokens.word(at) === 'of' && rule === 'unit') {
    for (let k = at + 1; k <= at + RATE_REACH; k++) {
      if (isStop(tokens.word(k)) || tokens.kind(k) !== WORD) break
      if (/^(?:a|an|per)$/.test(tokens.word(k + 1))) at = k + 1
    }
  }
  if (measure.unit === '%' || rule === 'age') return measure
  const rate = rateAt(tokens, at)
  if (!rate) return measure
  const numerator = measure.unit
  return {
    ...measure,
    unit: rate.isCode ? `${numerator}/${rate.per}` : `${numerator} per ${rate.per}`,
    next: rate.next,
  }
}
