import { CURRENCY_CODES, CURRENCY_NAMES, CURRENCY_SIGNS, DOLLARS_OF, MINOR_UNITS } from './currencies.ts'
import { over, plus, shift, times } from './decimal.ts'
import { boundBehind, changeBefore, isMoving } from './modifiers.ts'
import { isNeverQuantity, isNotBare, isNotCounted, isYearBeforeName } from './not-quantities.ts'
import { nounAt, selectedNounAt } from './nouns.ts'
import { type NumberAt, numberAt } from './numbers-en.ts'
import { singular } from './plurals-en.ts'
import type { Bound, Decimal } from './quantity.ts'
import { isStop } from './stop-words-en.ts'
import { MARK, NUMBER, type Tokens, WORD } from './tokens.ts'
import { unitAt } from './unit-phrases.ts'
import { UNIT_NAMES, UNIT_OF_CODE } from './units.ts'

/** The unit of a number that stands alone. */
export const BARE = '1'

/** A number, or a range of two, with what it counts, before the sentence around it is read. */
export interface Amount {
  value: Decimal
  /** The upper end of a range. */
  high: Decimal | null
  /** UCUM, ISO 4217 or singular noun; BARE where the number stands alone. */
  unit: string
  /** First token, and the one behind the last. */
  first: number
  next: number
  /** Of a range: the token behind the lower end, and the first of the upper one. */
  lowNext: number
  highFirst: number
  /** First and last token of the counted noun phrase. */
  noun: readonly [number, number] | null
  /** What words between number and noun say of it. */
  bound: Bound | null
  /** A plus or minus sign stands before it. */
  sign: '+' | '-' | null
  form: NumberAt['form']
  /** Power of ten of its scale word, and the value without it. */
  power: number
  mantissa: Decimal
  rule: string
}

/** How the sentence's language reads amounts. */
export interface Reading {
  tokens: Tokens
  isBenchmark: boolean
}

/** What stands before a number and belongs to it. */
interface Prefix {
  first: number
  sign: '+' | '-' | null
  currency: string | null
  /** Power of ten of a scale in front of the currency ("MUSD 20"). */
  power: number
}

/** Sign and currency before the number at token `i`: "$", "US $", "USD", "-", "$-", "minus ". */
function prefixAt(tokens: Tokens, i: number): Prefix {
  let first = i
  let sign: '+' | '-' | null = null
  const takeSign = () => {
    const before = tokens.word(first - 1)
    const isGlued =
      tokens.touches(first - 1) && !/^[$€£¥(]$/.test(tokens.raw(first - 2)) && tokens.word(first - 2) !== '='
    if (tokens.isMark(first - 1, '+-') && tokens.touches(first) && !isGlued) {
      sign = before as '+' | '-'
      first--
    } else if (before === 'minus' || before === 'negative') {
      sign = '-'
      first--
    } else if (before === '-' && tokens.word(first - 2) === 'minus') {
      sign = '-'
      first -= 2
    }
  }
  takeSign()
  const money = currencyBefore(tokens, first)
  if (money) {
    first = money.first
    if (sign === null) takeSign()
  }
  return { first, sign, currency: money?.code ?? null, power: money?.power ?? 0 }
}

/** The currency whose sign, abbreviation or code ends right before token `i`. */
function currencyBefore(tokens: Tokens, i: number): { code: string; first: number; power: number } | null {
  const last = i - 1
  const word = tokens.word(last)
  if (tokens.kind(last) === WORD) {
    const raw = tokens.raw(last)
    if (tokens.isMark(last - 1, '$') && tokens.touches(last) && tokens.touches(i) && DOLLARS_OF.has(word)) {
      return { code: DOLLARS_OF.get(word) as string, first: last - 1, power: 0 }
    }
    const code = raw.length === 3 ? raw.toUpperCase() : ''
    if (CURRENCY_CODES.has(code) && (raw === code || tokens.touches(i)))
      return { code, first: last, power: 0 }
    if (/^M[A-Z]{3}$/.test(raw) && CURRENCY_CODES.has(raw.slice(1)))
      return { code: raw.slice(1), first: last, power: 6 }
    const signed = CURRENCY_SIGNS.get(word)
    const isSign =
      signed !== undefined &&
      (tokens.isCapital(last) || word === 'sen') &&
      (tokens.touches(i) || word.length > 2 || word === 'rs' || word === 'rm')
    return isSign ? { code: signed, first: last, power: 0 } : null
  }
  if (tokens.isMark(last, '.') && CURRENCY_SIGNS.has(`${tokens.word(last - 1)}.`) && tokens.touches(last)) {
    return { code: CURRENCY_SIGNS.get(`${tokens.word(last - 1)}.`) as string, first: last - 1, power: 0 }
  }
  if (tokens.isMark(last, '=') && tokens.raw(last - 1) === 'Y')
    return { code: 'JPY', first: last - 1, power: 0 }
  const code = tokens.kind(last) === MARK ? CURRENCY_SIGNS.get(word) : undefined
  if (code === undefined) return null
  return { code, first: last, power: 0, ...countryBefore(tokens, last) }
}

/** "US" in "US$", "U.S. $": the country of a dollar sign at token `sign`. */
function countryBefore(tokens: Tokens, sign: number): { code: string; first: number } | null {
  if (tokens.word(sign - 1) === '.' && tokens.word(sign - 2) === 's' && tokens.word(sign - 3) === '.') {
    return { code: 'USD', first: sign - 4 }
  }
  if (tokens.word(sign - 1) === 's' && tokens.word(sign - 2) === '.' && tokens.word(sign - 3) === 'u')
    return { code: 'USD', first: sign - 3 }
  if (tokens.kind(sign - 1) !== WORD) return null
  const code = CURRENCY_SIGNS.get(tokens.word(sign - 1) + tokens.word(sign))
  if (code === undefined) return null
  // "a $5 note", "c $ 100": a letter across a space is a country only where it is no article.
  if (!tokens.touches(sign) && /^(?:a|s|r)$/.test(tokens.word(sign - 1))) return null
  return { code, first: sign - 1 }
}

/** Rule of numbers that no rule of measures applies to. */
const BARE_RULE = 'bare number'

/** What a number counts: its unit, and where it ends. */
interface Measure {
  unit: string
  next: number
  noun?: readonly [number, number]
  /** Added to the value: the 50 cents of "15 dollars and 50 cents". */
  extra?: Decimal
  /** A scale behind the unit: "75 USD million". */
  power?: number
  /** In place of the number's: a part of a whole in percent. */
  value?: Decimal
  /** Said between number and noun: "24 million or more records", "2,000+ incidents". */
  bound?: Bound
}

/** A number and where its measure would begin. */
interface Counted extends Reading {
  first: number
  number: NumberAt
  prefix: Prefix
}

/** A way to say what a number counts. Tried in order. */
interface MeasureRule {
  name: string
  read(counted: Counted): Measure | null
}

const MEASURE_RULES: readonly MeasureRule[] = [
  {
    name: 'currency before',
    read: ({ tokens, number, prefix }) => {
      if (prefix.currency === null) return null
      const country = countryBehind(tokens, number.next)
      const unit = prefix.currency === 'USD' && country ? country.code : prefix.currency
      const isNamedAgain = tokens.isMark(number.next, '$') && !tokens.touches(number.next + 1)
      const again = unitAt(tokens, number.next, false)
      const next =
        country?.next ?? (again?.kind === 'currency' && again.code === unit ? again.next : number.next)
      return { unit, next: isNamedAgain && unit !== 'USD' ? number.next + 1 : next, power: prefix.power }
    },
  },
  { name: 'generation', read: generationAt },
  { name: 'fraction', read: fractionOf },
  { name: 'age', read: ageAt },
  { name: 'unit', read: namedUnitAt },
  { name: 'score', read: scoreOutOf },
  { name: 'selected noun', read: selectedNoun },
  { name: 'noun', read: countedNoun },
]

/** "$76 US a barrel", "$5 Canadian": the country behind an amount in dollars. */
function countryBehind(tokens: Tokens, i: number): { code: string; next: number } | null {
  if (
    tokens.word(i) === 'u' &&
    tokens.word(i + 1) === '.' &&
    tokens.word(i + 2) === 's' &&
    tokens.touches(i + 2)
  ) {
    return { code: 'USD', next: tokens.isMark(i + 3, '.') ? i + 4 : i + 3 }
  }
  if (!tokens.isCapital(i)) return null
  const code = DOLLARS_OF.get(tokens.word(i))
  return code !== undefined && (tokens.raw(i) !== 'US' || /^(?:a|an|per|[,.;)])$/.test(tokens.word(i + 1)))
    ? { code, next: i + 1 }
    : null
}

/** "5G": a generation of wireless networks; counted by the benchmark alone. */
function generationAt({ tokens, number, isBenchmark }: Counted): Measure | null {
  if (
    !isBenchmark ||
    tokens.raw(number.next) !== 'G' ||
    !tokens.touches(number.next) ||
    !/^[2-6]$/.test(number.value)
  )
    return null
  return { unit: 'generation wireless', next: number.next + 1 }
}

/** "two thirds of companies": a part of a whole, in percent. */
function fractionOf({ number, isBenchmark }: Counted): Measure | null {
  if (number.form !== 'fraction') return null
  return { unit: '%', next: number.next, ...(isBenchmark ? {} : { value: shift(number.value, 2) }) }
}

/** Greatest age of a person, in years. */
const OLDEST = 120

/** "Ann Lee, 25, said", "aged 25", "under the age of 5". */
function ageAt({ tokens, first, number }: Counted): Measure | null {
  if (Number(number.value) > OLDEST || number.next !== first + 1) return null
  const before = tokens.word(first - 1)
  const isAppositive =
    before === ',' &&
    tokens.isCapital(first - 2) &&
    /^[1-9]\d?\d?$/.test(tokens.raw(first)) &&
    tokens.word(number.next) === ','
  const isNamed =
    /^(?:aged|age)$/.test(before) || (before === 'of' && /^(?:age|ages)$/.test(tokens.word(first - 2)))
  if (!isAppositive && !isNamed && !isSomeonesAge(tokens, first, number)) return null
  const years = /^years?$/.test(tokens.word(number.next)) ? 1 : 0
  return { unit: 'year of age', next: number.next + years }
}

/** "He will be 35 by the end of the year", "her daughter, who was ten,", "she turned 40". */
function isSomeonesAge(tokens: Tokens, first: number, { next }: NumberAt): boolean {
  const behind = tokens.kind(next)
  const isOpen =
    behind === NUMBER ||
    (behind === WORD &&
      !/^(?:when|by|at|on|in|and|but|or|this|next|last|now|today|while|years?)$/.test(tokens.word(next)))
  if (isOpen || tokens.isMark(next, '-%$:/')) return false
  let verb = first - 1
  while (/^(?:just|only|about|now|almost|nearly|already)$/.test(tokens.word(verb))) verb--
  if (/^(?:turns|turned|turning)$/.test(tokens.word(verb))) return true
  if (!/^(?:is|was|be|am|i'm|he's|she's|were)$/.test(tokens.word(verb))) return false
  const subject = /^(?:will|would|to)$/.test(tokens.word(verb - 1)) ? verb - 2 : verb - 1
  return /^(?:he|she|who|i)$/.test(tokens.word(subject)) || /^(?:i'm|he's|she's)$/.test(tokens.word(verb))
}

/** A physical unit or currency by name or symbol, with the rate behind it. */
function namedUnitAt({ tokens, first, number, isBenchmark }: Counted): Measure | null {
  const isDigits = number.form === 'digits'
  const hyphen =
    tokens.isMark(number.next, '-') &&
    ((tokens.touches(number.next) && tokens.touches(number.next + 1)) || isSpacedAge(tokens, number.next))
      ? 1
      : 0
  const bracket = tokens.isMark(number.next, '(') ? 1 : 0
  let at = number.next + hyphen + bracket
  if (number.form === 'vague' && tokens.word(at) === 'of') at++
  const unit = unitAt(tokens, at, isDigits)
  if (!unit) return millionCurrency(tokens, at) ?? penceAt(tokens, number)
  if (unit.kind === 'name' && isYearBeforeName({ tokens, first, number })) return null
  if (isBenchmark && hyphen && !isDigits && /^(?:a|mo|wk|d|h|min|s)$/.test(unit.code)) return null
  if (bracket && !tokens.isMark(unit.next, ')')) return null
  const next = unit.next + bracket
  if (unit.code === '[lb_av]' && tokens.word(at) !== 'lb' && isMoney(tokens, number, unit.next))
    return { unit: 'GBP', next }
  if (unit.kind !== 'currency') return { unit: unit.code, next }
  const scale = /^(?:million|billion|trillion|mn|bn|tn)$/.test(tokens.word(next))
    ? numberScale(tokens.word(next))
    : 0
  if (scale) return { unit: unit.code, next: next + 1, power: scale }
  return { unit: unit.code, next, ...minorBehind(tokens, unit.code, next) }
}

/** "120 MEUR": a currency code with M for million. */
function millionCurrency(tokens: Tokens, at: number): Measure | null {
  const raw = tokens.raw(at)
  if (!/^M[A-Z]{3}$/.test(raw) || !CURRENCY_CODES.has(raw.slice(1))) return null
  return { unit: raw.slice(1), next: at + 1, power: 6 }
}

/** "28 - year - old", as tokenized text has it. */
const isSpacedAge = (tokens: Tokens, hyphen: number): boolean =>
  tokens.isMark(hyphen + 2, '-') && tokens.word(hyphen + 3) === 'old'

/** Lines of a picture: "1080p". */
const PICTURE_LINES: ReadonlySet<string> = new Set(['240', '360', '480', '720', '1080', '1440', '2160'])

/** "164p": British pence. */
function penceAt(tokens: Tokens, number: NumberAt): Measure | null {
  const isPence =
    tokens.raw(number.next) === 'p' && number.form === 'digits' && !PICTURE_LINES.has(number.value)
  return isPence && !(tokens.word(number.next + 1) === '.' && tokens.word(number.next + 2) === 'm')
    ? { unit: 'penny', next: number.next + 1 }
    : null
}

const numberScale = (word: string): number =>
  ({ million: 6, mn: 6, billion: 9, bn: 9, trillion: 12, tn: 12 })[word] ?? 0

/** Pounds are money in millions and where "sterling" follows; else they are weight. */
function isMoney(tokens: Tokens, number: NumberAt, next: number): boolean {
  return tokens.word(next) === 'sterling' || (number.power >= 6 && tokens.word(next) !== 'of')
}

/** "15 dollars and 50 (cents)", "10 $ 30 cent". */
function minorBehind(tokens: Tokens, code: string, next: number): { extra: Decimal; next: number } | null {
  const minor = MINOR_UNITS.get(code)
  if (minor === undefined) return null
  const at = tokens.word(next) === 'and' ? next + 1 : next
  const number = numberAt(tokens, at, false)
  if (!number || number.form === 'vague' || number.form === 'fraction' || !/^\d{1,2}$/.test(number.value))
    return null
  const isNamed = CURRENCY_NAMES.get(tokens.word(number.next)) === minor
  const isClosed = at > next && (tokens.kind(number.next) !== WORD || number.next >= tokens.length)
  if (!isNamed && !isClosed) return null
  return { extra: over(number.value, '100', 2), next: isNamed ? number.next + 1 : number.next }
}

/** "80 out of 100": a score, unless a noun follows that is counted ("nine out of ten doctors"). */
function scoreOutOf({ tokens, number: { next } }: Counted): Measure | null {
  if (tokens.word(next) !== 'out' || tokens.word(next + 1) !== 'of') return null
  const whole = numberAt(tokens, next + 2, false)
  if (!whole) return null
  const noun = nounAt(tokens, whole.next, false)
  if (noun) return { unit: noun.head, next: noun.next, noun: [noun.first, noun.last] }
  return { unit: 'score', next: whole.next }
}

/** "two of the suspects": a small number of a known group. "One of" is one of its kind: the benchmark's convention. */
function selectedNoun({ tokens, number, isBenchmark }: Counted): Measure | null {
  if (number.value === '1' && !isBenchmark) return null
  const noun =
    number.form === 'vague' ? nounAt(tokens, number.next + 1, false) : selectedNounAt(tokens, number.next)
  if (!noun) return null
  return { unit: noun.head, next: noun.next, noun: [noun.first, noun.last] }
}

function countedNoun({ tokens, first, number }: Counted): Measure | null {
  // "3D data", "4K videos": letters right behind the digits make a name.
  if (number.form === 'digits' && tokens.touches(number.next) && tokens.kind(number.next) === WORD)
    return null
  const between = boundBehind(tokens, number.next)
  const noun = nounAt(tokens, between?.next ?? number.next, number.value === '1')
  if (!noun || isNotCounted({ tokens, first, number })) return null
  if (tokens.word(number.next) === '-' && number.form === 'words') return null
  if (noun.head === 'time') return { unit: BARE, next: noun.next }
  const bound = between ? { bound: between.bound } : {}
  return { unit: unitOfNoun(noun.head), next: noun.next, noun: [noun.first, noun.last], ...bound }
}

/** Dimensions whose units are counted behind adjectives; the names of others are nouns of another sense as well. */
const COUNTED_DIMENSIONS: ReadonlySet<string> = new Set(['time', 'calendar', 'area', 'bulk'])

/** "55 consecutive days", "500 million surface acres": a counted noun may be a unit. */
function unitOfNoun(head: string): string {
  const code = head === 'second' ? undefined : UNIT_NAMES.get(head)
  const dimension = code && UNIT_OF_CODE.get(code)?.dimension
  return dimension && COUNTED_DIMENSIONS.has(dimension) ? code : head
}

/** Denominators of rates that stand behind "a" or "an". */
const RATED: ReadonlySet<string> = new Set(
  'share unit head piece night ticket person student pop bottle month year week day game copy seat bushel pack bag word plate'.split(
    ' ',
  ),
)

/** Words behind "a year" that make it a time, not a rate. */
const TIMES: ReadonlySet<string> = new Set('ago earlier before later from after prior old since'.split(' '))

/** "per barrel", "a month", "/day", "-a-share" at token `i`: the rate's denominator, and the token behind it. */
export function rateAt(tokens: Tokens, i: number): { per: string; next: number; isCode: boolean } | null {
  const word = tokens.word(i)
  const isPer = word === 'per' || (word === '/' && tokens.touches(i) && tokens.touches(i + 1))
  const hyphen = word === '-' && tokens.word(i + 1) === 'a' && tokens.word(i + 2) === '-'
  if (!isPer && !hyphen && word !== 'a' && word !== 'an') return null
  const at = hyphen ? i + 3 : i + 1
  const unit = unitAt(tokens, at, word === '/' || isPer)
  if (unit && unit.kind !== 'currency' && unit.code !== '%') {
    return TIMES.has(tokens.word(unit.next)) && !isPer
      ? null
      : { per: unit.code, next: unit.next, isCode: true }
  }
  if (tokens.kind(at) === NUMBER && word === 'per') {
    const noun = nounAt(tokens, at + 1, false)
    const number = numberAt(tokens, at, false)
    return noun && number ? { per: `${number.value} ${noun.head}`, next: noun.next, isCode: false } : null
  }
  if (tokens.kind(at) !== WORD || unit !== null) return null
  const noun = singular(tokens.word(at))
  if (isPer ? isStop(noun) : !RATED.has(noun)) return null
  return { per: noun, next: at + 1, isCode: false }
}

/** Longest phrase between a unit and its rate: "2.4 billion gallons of jet fuel a year". */
const RATE_REACH = 4

/** Adds the rate behind a measure to its unit: "USD/[bbl_us]", "USD per share". */
function withRate(tokens: Tokens, measure: Measure, rule: string): Measure {
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

/** Reads one number with its unit at token `i`; null where it is no quantity. `isTail`: behind a range's hyphen. */
function oneAt(reading: Reading, i: number, isTail: boolean): Amount | null {
  const { tokens } = reading
  const prefix = prefixAt(tokens, i)
  const number = withDozens(numberAt(tokens, i, prefix.currency !== null), tokens, i, reading.isBenchmark)
  if (!number) return null
  const span = { tokens, first: i, number }
  if (prefix.currency === null && !isTail && number.form === 'digits' && isNeverQuantity(span)) return null
  const counted = { tokens, isBenchmark: reading.isBenchmark, first: i, number, prefix }
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
  if (prefix.sign === '-') value = times(value, '-1')
  return {
    value,
    high: number.high,
    unit: measure.unit,
    first: articleBefore(tokens, prefix.first, i),
    next: measure.next,
    lowNext: measure.next,
    highFirst: i,
    noun: measure.noun ?? null,
    bound: measure.bound ?? null,
    sign: prefix.sign,
    form: number.form,
    power,
    mantissa: number.mantissa,
    rule,
  }
}

/** The benchmark reads "dozens of" as one dozen. */
function withDozens(
  number: NumberAt | null,
  tokens: Tokens,
  i: number,
  isBenchmark: boolean,
): NumberAt | null {
  const isDozens =
    isBenchmark && number?.form === 'vague' && tokens.word(i) === 'dozens' && number.next === i + 1
  return isDozens ? { ...number, value: '12', high: null, mantissa: '12' } : number
}

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
export function amountAt(reading: Reading, i: number): Amount | null {
  const low = oneAt(reading, i, false)
  if (!low) return rangeOfBare(reading, i)
  if (low.high !== null || low.form === 'fraction') return low
  return rangeFrom(reading, low) ?? low
}

/** "16-18 years": the lower end alone would be part of a name; the unit stands behind the upper end. */
function rangeOfBare(reading: Reading, i: number): Amount | null {
  const { tokens } = reading
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
    lowNext: number.next,
    highFirst: i,
    noun: null,
    bound: null,
    sign: prefix.sign,
    form: number.form,
    power: number.power,
    mantissa: number.mantissa,
    rule: BARE_RULE,
  }
  return rangeFrom(reading, low)
}

function rangeFrom(reading: Reading, low: Amount): Amount | null {
  const { tokens } = reading
  const behind = connectorAt(tokens, low)
  if (behind < 0) return null
  const connector = tokens.word(low.next)
  const at = skipPrefix(tokens, behind)
  const high = oneAt(reading, at, connector !== 'to' && connector !== 'and')
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
    lowNext: low.next,
    highFirst: high.first,
    sign: low.sign,
    rule: `${high.rule === BARE_RULE ? low.rule : high.rule}, range`,
  }
}

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
  const hasUnit = high.unit !== BARE || low.unit !== BARE
  if (connector === 'and') return true
  if (connector === 'to') {
    // A movement is two amounts; the benchmark joins them once the sentence is read.
    if (tokens.word(low.first - 1) === 'from')
      return tokens.word(high.next) === 'to' || !isMoving(tokens, low.first - 1, 0)
    if (low.rule === 'age') return isRising
    const isLevel = changeBefore(tokens, low.first, 0) !== null
    return !isLevel && hasUnit && isRising && (low.unit === BARE || high.unit !== BARE)
  }
  if (connector === 'or')
    return isRising && hasUnit && low.unit === BARE && Number(high.value) - Number(value) <= Number(value)
  return isRising && hasUnit
}
