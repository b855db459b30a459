import type { Decimal } from '../../model/decimal.ts'
import { over, shift } from '../../model/decimal.ts'
import type { Bound } from '../../model/fact.ts'
import { CURRENCY_NAMES, CURRENCY_SIGNS, DOLLARS_OF, MINOR_UNITS } from '../currencies.ts'
import { LINE, MARK, NUMBER, type Tokens, WORD } from '../tokens.ts'
import { UNIT_NAMES, UNIT_OF_CODE } from '../units.ts'
import { BARE, type Measure } from './amount.ts'
import { currencyAtHome } from './home.ts'
import { isListed, labelledUnit, symbolAt } from './labels.ts'
import { boundBefore, boundBehind } from './modifiers.ts'
import { isDesignation, isNameOfUnit, isNotCounted, isYearBeforeName } from './not-quantities.ts'
import { nounAt, selectedNounAt } from './nouns.ts'
import { type NumberAt, numberAt } from './numbers.ts'
import { isMillionCode, type Prefix } from './prefixes.ts'
import { rateAt } from './rates.ts'
import { unitAt } from './unit-phrases.ts'

/** A number and where its measure would begin. */
interface Counted {
  tokens: Tokens
  first: number
  number: NumberAt
  prefix: Prefix
}

/** A way to say what a number counts. Tried in order. */
interface MeasureRule {
  name: string
  read(counted: Counted): Measure | null
}

/** Rule of a number that a label names. */
export const LABEL = 'label'

export const MEASURE_RULES: readonly MeasureRule[] = [
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
  { name: 'fraction', read: fractionOf },
  { name: 'so many in so many', read: shareOf },
  { name: 'so many of a size', read: countOfMeasures },
  { name: 'age', read: ageAt },
  { name: 'unit', read: namedUnitAt },
  { name: 'score', read: scoreOutOf },
  { name: 'selected noun', read: selectedNoun },
  { name: 'noun', read: countedNoun },
  { name: 'symbol', read: ({ tokens, number }) => symbolAt(tokens, number) },
  { name: LABEL, read: labelled },
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

/** "two thirds of companies": a part of a whole, in percent. */
function fractionOf({ number }: Counted): Measure | null {
  if (number.form !== 'fraction') return null
  return { unit: '%', next: number.next, value: shift(number.value, 2) }
}

/** "One in five companies", "one in every ten", "nine out of ten doctors", "one person in six": a part in percent. */
function shareOf({ tokens, number }: Counted): Measure | null {
  if (number.power > 0 || !/^\d\d?$/.test(number.value)) return null
  const who = /^(?:in|out|of)$/.test(tokens.word(number.next))
    ? null
    : nounAt(tokens, number.next, number.value === '1')
  const link = linkOfShare(tokens, who?.next ?? number.next)
  const whole = link && numberAt(tokens, link.next, false)
  if (!link || !whole || !SHARED.test(whole.value) || Number(whole.value) <= Number(number.value)) return null
  const noun = nounAt(tokens, whole.next, false)
  const isTold =
    noun === null
      ? link.isEvery || IS.test(tokens.word(whole.next))
      : who === null && !UNIT_NAMES.has(noun.head)
  if (!isTold) return null
  return { unit: '%', next: whole.next, value: over(shift(number.value, 2), whole.value, PLACES) }
}

/** "in", "out of", "in every", "of every" at token `k`. */
function linkOfShare(tokens: Tokens, k: number): { next: number; isEvery: boolean } | null {
  const word = tokens.word(k)
  const isOut = word === 'out' && tokens.word(k + 1) === 'of'
  const next = isOut ? k + 2 : k + 1
  const isEvery = tokens.word(next) === 'every'
  if (!isOut && word !== 'in' && !(word === 'of' && isEvery)) return null
  return { next: isEvery ? next + 1 : next, isEvery }
}

/** "One in 11 was unsafe" */
const IS = /^(?:is|are|was|were|has|have|had)$/
/** Wholes that parts are told of: "one in 250", not "one in 2019". */
const SHARED = /^(?:[2-9]|\d0{1,6}|[1-9]\d|[1-9][05]0)$/
/** Decimal places of a part in percent. */
const PLACES = 14

/** Greatest age of a person, in years. */
const OLDEST = 120

const SOMEONE =
  /^(?:man|woman|boy|girl|father|mother|son|daughter|husband|wife|brother|sister|student|patient|driver)$/

/** "Ann Lee, 25, said", "a man, 61, has died", "aged 25", "under the age of 5". */
function ageAt({ tokens, first, number }: Counted): Measure | null {
  if (Number(number.value) > OLDEST || number.next !== first + 1) return null
  const before = tokens.word(first - 1)
  const named = boundBefore(tokens, first)?.first ?? first
  const isAppositive =
    before === ',' &&
    (tokens.isCapital(first - 2) || SOMEONE.test(tokens.word(first - 2))) &&
    /^[1-9]\d?\d?$/.test(tokens.raw(first)) &&
    tokens.word(number.next) === ','
  const isNamed =
    /^(?:aged|age)$/.test(tokens.word(named - 1)) ||
    (before === 'of' && /^(?:age|ages)$/.test(tokens.word(first - 2)))
  if (
    !isAppositive &&
    !isNamed &&
    !isSomeonesAge(tokens, first, number) &&
    !isAgeOfPeople(tokens, first, number)
  )
    return null
  const years = /^years?$/.test(tokens.word(number.next)) ? 1 : 0
  return { unit: 'year of age', next: number.next + years }
}

const PEOPLE =
  /^(?:person|people|adults?|men|women|residents|citizens|patients|workers|voters|drivers|players|those|anyone|everyone|population)$/

/** How far before "over 65" the people may stand. */
const PEOPLE_REACH = 5

/** "People over 65", "one person in six is over 65", "adults under 30". */
function isAgeOfPeople(tokens: Tokens, first: number, { next, form }: NumberAt): boolean {
  if (form !== 'digits' || !/^[1-9]\d$/.test(tokens.raw(first))) return false
  if (!/^(?:over|under|above|below)$/.test(tokens.word(first - 1))) return false
  if (tokens.isMark(next, "-%$:/°'′") || tokens.kind(next) === NUMBER) return false
  if (nounAt(tokens, next, false) !== null || unitAt(tokens, next, true) !== null) return false
  for (let k = first - 2; k >= first - PEOPLE_REACH; k--) {
    if (PEOPLE.test(tokens.word(k))) return true
    if (tokens.kind(k) !== WORD) return false
  }
  return false
}

/** "He will be 35 by the end of the year", "her daughter, who was ten,", "she turned 40". */
function isSomeonesAge(tokens: Tokens, first: number, { next }: NumberAt): boolean {
  const behind = tokens.kind(next)
  const isOpen =
    behind === NUMBER ||
    (behind === WORD &&
      !/^(?:when|by|at|on|in|and|but|or|this|next|last|now|today|while|years?)$/.test(tokens.word(next)))
  if (isOpen || tokens.isMark(next, "-%$:/°'′")) return false
  let verb = first - 1
  while (/^(?:just|only|about|now|almost|nearly|already)$/.test(tokens.word(verb))) verb--
  if (/^(?:turns|turned|turning)$/.test(tokens.word(verb))) return true
  if (!/^(?:is|was|be|am|i'm|he's|she's|were)$/.test(tokens.word(verb))) return false
  const subject = /^(?:will|would|to)$/.test(tokens.word(verb - 1)) ? verb - 2 : verb - 1
  return /^(?:he|she|who|i)$/.test(tokens.word(subject)) || /^(?:i'm|he's|she's)$/.test(tokens.word(verb))
}

/** What the number says of itself ("300-plus"), or what stands between it and its measure ("24 million or more"). */
const boundOf = (tokens: Tokens, number: NumberAt): { bound: Bound; next: number } | null =>
  number.bound ? { bound: number.bound, next: number.next } : boundBehind(tokens, number.next)

/** A physical unit or currency by name or symbol, with the rate behind it. */
function namedUnitAt({ tokens, first, number }: Counted): Measure | null {
  const isDigits = number.form === 'digits'
  const hyphen =
    tokens.isMark(number.next, '-') &&
    ((tokens.touches(number.next) && tokens.touches(number.next + 1)) || isSpacedAge(tokens, number.next))
      ? 1
      : 0
  const bracket = tokens.isMark(number.next, '(') ? 1 : 0
  const between = boundOf(tokens, number)
  let at = between?.next ?? number.next + hyphen + bracket
  if (number.form === 'vague' && tokens.word(at) === 'of') at++
  const unit = unitAt(tokens, at, isDigits)
  if (!unit) return millionCurrency(tokens, at) ?? penceAt(tokens, number)
  if (currencySignEnd(tokens, at) > at) return null
  const span = { tokens, first, number }
  if (unit.kind === 'name' && (isYearBeforeName(span) || isNameOfUnit(span, at, unit.next))) return null
  if (unit.kind === 'symbol' && isDesignation(span, unit.next)) return null
  if (bracket && !tokens.isMark(unit.next, ')')) return null
  const next = unit.next + bracket
  if (unit.code === '[lb_av]' && tokens.word(at) !== 'lb' && isMoney(tokens, number, unit.next))
    return {
      unit: currencyAtHome(tokens.text, tokens.start(first), 'GBP'),
      next,
      ...minorBehind(tokens, 'GBP', next),
    }
  if (unit.kind !== 'currency') return { unit: unit.code, next, ...(between && { bound: between.bound }) }
  const scale = /^(?:million|billion|trillion|mn|bn|tn)$/.test(tokens.word(next))
    ? numberScale(tokens.word(next))
    : 0
  if (scale) return { unit: unit.code, next: next + 1, power: scale }
  return { unit: unit.code, next, ...minorBehind(tokens, unit.code, next) }
}

/** "120 MEUR": a currency code with M for million. */
function millionCurrency(tokens: Tokens, at: number): Measure | null {
  const raw = tokens.raw(at)
  if (!isMillionCode(raw)) return null
  return { unit: raw.slice(1), next: at + 1, power: 6 }
}

/** "28 - year - old", as tokenized text has it. */
const isSpacedAge = (tokens: Tokens, hyphen: number): boolean =>
  tokens.isMark(hyphen + 2, '-') && tokens.word(hyphen + 3) === 'old'

/** Lines of a picture: "1080p". */
const PICTURE_LINES: ReadonlySet<string> = new Set(['240', '360', '480', '720', '1080', '1440', '2160'])

/** "164p": British pence; "640c a kilo": cents by the rate. */
function penceAt(tokens: Tokens, number: NumberAt): Measure | null {
  if (tokens.raw(number.next) === 'c' && tokens.touches(number.next) && rateAt(tokens, number.next + 1))
    return { unit: 'cent', next: number.next + 1 }
  const isPence =
    tokens.raw(number.next) === 'p' && number.form === 'digits' && !PICTURE_LINES.has(number.value)
  return isPence && !(tokens.word(number.next + 1) === '.' && tokens.word(number.next + 2) === 'm')
    ? { unit: 'penny', next: number.next + 1 }
    : null
}

const numberScale = (word: string): number =>
  ({ million: 6, mn: 6, billion: 9, bn: 9, trillion: 12, tn: 12 })[word] ?? 0

/** Verbs and nouns of paying: "sold for 300,000 pounds", "a fee of 12 pounds". */
const PAYING: ReadonlySet<string> = new Set(
  (
    'cost costs costing pay pays paid paying sold sell sells price priced prices worth earn earns earned earning fine fined ' +
    'charge charged charges raise raised raises spend spends spent fee fees bill bills ticket tickets wage wages salary ' +
    'salaries rent rents save saved saves budget loan loans owed owes debt bought buy fetched profit revenue prize won cash'
  ).split(' '),
)

/** How far before "pounds" such a word may stand. */
const PAYING_REACH = 10

/** Pounds are money in millions, by the time, with pence, and where something is paid; else they are weight. */
function isMoney(tokens: Tokens, number: NumberAt, next: number): boolean {
  const behind = tokens.word(next)
  if (behind === 'of') return false
  if (behind === 'sterling' || number.power >= 6) return true
  if (tokens.isMark(number.next, '-')) return false
  const after = numberAt(tokens, behind === 'and' ? next + 1 : next, false)
  if (after && CURRENCY_NAMES.get(tokens.word(after.next)) === 'penny') return true
  const rate = rateAt(tokens, next)
  if (rate && /^(?:h|d|wk|mo|a)$/.test(rate.per)) return true
  for (let k = number.next - 2; k >= Math.max(0, number.next - PAYING_REACH); k--) {
    if (tokens.isMark(k, '.;') || tokens.kind(k) === LINE) return false
    if (PAYING.has(tokens.word(k))) return true
  }
  return false
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

/** "Six 7-ounce cans", "two $500 checks": the number counts the noun that another amount qualifies. */
function countOfMeasures({ tokens, first, number, prefix }: Counted): Measure | null {
  if (prefix.currency !== null || number.form === 'vague' || number.power > 0) return null
  const sign = currencySignEnd(tokens, number.next)
  const inner =
    sign > number.next || tokens.kind(sign) === NUMBER ? numberAt(tokens, sign, sign > number.next) : null
  if (inner === null || inner.form !== 'digits' || tokens.touches(number.next)) return null
  const hyphen = tokens.isMark(inner.next, '-') && tokens.touches(inner.next) ? inner.next + 1 : inner.next
  const unit = unitAt(tokens, hyphen, true)
  if (sign === number.next && (unit === null || hyphen === inner.next)) return null
  const noun = nounAt(tokens, unit?.next ?? hyphen, false)
  if (noun === null || isNotCounted({ tokens, first, number })) return null
  return { unit: countOf(noun.head), next: number.next }
}

/** Token behind a currency's sign at token `k`, `k` where there is none that touches a number: "$", "US$". */
function currencySignEnd(tokens: Tokens, k: number): number {
  const sign = tokens.kind(k) === WORD && tokens.touches(k + 1) ? k + 1 : k
  const isSign = tokens.kind(sign) === MARK && CURRENCY_SIGNS.has(tokens.word(sign))
  return isSign && tokens.touches(sign + 1) && tokens.kind(sign + 1) === NUMBER ? sign + 1 : k
}

/** "Twitter followers: 53,954", "PMI: 49.4". */
function labelled({ tokens, first, number, prefix }: Counted): Measure | null {
  if (isListed(tokens, first, number.next)) return { unit: BARE, next: number.next }
  const unit = labelledUnit(tokens, prefix.first, number)
  return unit === null || isNotCounted({ tokens, first, number }) ? null : { unit, next: number.next }
}

/** "80 out of 100": a score, unless a noun follows that is counted ("nine out of ten doctors"). */
function scoreOutOf({ tokens, number: { next } }: Counted): Measure | null {
  if (tokens.word(next) !== 'out' || tokens.word(next + 1) !== 'of') return null
  const whole = numberAt(tokens, next + 2, false)
  if (!whole) return null
  const noun = nounAt(tokens, whole.next, false)
  if (noun) return { unit: countOf(noun.head), next: noun.next, noun: [noun.first, noun.last] }
  return { unit: 'score', next: whole.next }
}

/** "two of the suspects": a small number of a known group. "One of" says what kind a thing is. */
function selectedNoun({ tokens, number }: Counted): Measure | null {
  if (number.value === '1') return null
  const noun =
    number.form === 'vague' ? nounAt(tokens, number.next + 1, false) : selectedNounAt(tokens, number.next)
  if (!noun) return null
  return { unit: countOf(noun.head), next: noun.next, noun: [noun.first, noun.last] }
}

function countedNoun({ tokens, first, number, prefix }: Counted): Measure | null {
  // "3D data", "4K videos": letters right behind the digits make a name.
  if (number.form === 'digits' && tokens.touches(number.next) && tokens.kind(number.next) === WORD)
    return null
  const between = boundOf(tokens, number)
  const noun = nounAt(tokens, between?.next ?? number.next, number.value === '1')
  if (!noun || isNotCounted({ tokens, first, number })) return null
  if (tokens.word(number.next) === '-' && number.form === 'words') return null
  // "Two quarters" are a time; "COVID -19 tests" has no sign.
  if (noun.head === 'quarter' || (prefix.sign === '-' && tokens.isCapital(prefix.first - 1))) return null
  // What "others" are the sentence tells.
  if (noun.head === 'time' || noun.head === 'other') return { unit: BARE, next: noun.next }
  const bound = between ? { bound: between.bound } : {}
  return { unit: unitOfNoun(noun.head), next: noun.next, noun: [noun.first, noun.last], ...bound }
}

/** Dimensions whose units are counted behind adjectives; the names of others are nouns of another sense as well. */
const COUNTED_DIMENSIONS: ReadonlySet<string> = new Set(['time', 'calendar', 'area', 'bulk'])

/** "55 consecutive days", "500 million surface acres": a counted noun may be a unit. */
function unitOfNoun(head: string): string {
  const code = head === 'second' ? undefined : UNIT_NAMES.get(head)
  const dimension = code && UNIT_OF_CODE.get(code)?.dimension
  return dimension && COUNTED_DIMENSIONS.has(dimension) ? code : countOf(head)
}

/** The unit of what is counted: a noun that is a code as well stands in braces, as UCUM writes counts ("{atm}"). */
const countOf = (head: string): string => (UNIT_OF_CODE.has(head) ? `{${head}}` : head)
