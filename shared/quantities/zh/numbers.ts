import type { Decimal } from '../../model/decimal.ts'
import { normal, plus, shift } from '../../model/decimal.ts'
import type { Bound } from '../../model/fact.ts'
import { classAt, DIGIT, HAN, plain, SPACE } from '../characters.ts'
import { numberEnd } from '../tokens.ts'
import { charAt } from './characters.ts'
import { prefixedUnitAt, unitAtZh } from './units.ts'

/** Chinese digits, the banking ones and "two" before a measure word among them. */
const DIGITS: ReadonlyMap<string, number> = new Map(
  ['〇零○', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (forms, value) => [...forms].map((form) => [form, value] as const),
  ),
)

/** Characters that multiply what stands before them within ten thousand, as powers of ten. */
const SMALL_SCALES: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['拾', 1],
  ['百', 2],
  ['佰', 2],
  ['千', 3],
  ['仟', 3],
])

/** Tens that are written as one character. */
const TENS: ReadonlyMap<string, number> = new Map([
  ['廿', 2],
  ['卅', 3],
  ['卌', 4],
])

/** Characters that multiply all that stands before them, as powers of ten; 兆 as used for money. */
const LARGE_SCALES: ReadonlyMap<string, number> = new Map([
  ['万', 4],
  ['亿', 8],
  ['兆', 12],
])

/** Longer digit strings are identifiers, not amounts. */
const MOST_DIGITS = 24

/** A Chinese numeral, or digits with Chinese scales, as it stands in text. */
export interface NumberZh {
  value: Decimal
  /** The upper end of "三四十", "几百", "十几". */
  high: Decimal | null
  /** Position behind it. */
  end: number
  /** Power of ten of the 万 and 亿 at its end, which ranges share, and the value without it. */
  power: number
  mantissa: Decimal
  /** From 多, 余 or 来 in or right behind it, or 上 before it. */
  bound: Bound | null
  form: 'digits' | 'numeral' | 'vague'
}

const FIRST = new Uint8Array(0x10000)
for (const c of [
  ...DIGITS.keys(),
  ...SMALL_SCALES.keys(),
  ...LARGE_SCALES.keys(),
  ...TENS.keys(),
  ...'半几数貳參陸兩億萬幾數无無没沒未',
])
  FIRST[c.charCodeAt(0)] = 1

/** A numeral, or the words for none, may begin with this code unit: a cheap test before anything is looked up. */
export const mayBeginNumeral = (c: number): boolean => FIRST[c] === 1

/** Position behind the white space at `at`. */
export function skipSpace(text: string, at: number): number {
  let i = at
  while (i < text.length && classAt(text, i) === SPACE) i++
  return i
}

/** The parts of a number that have been read so far; each sum is exact. */
interface Sum {
  /** Multiples of 亿 and above, of 万, and what stands below. */
  large: Decimal
  middle: Decimal
  small: Decimal
}

const add = (a: Decimal, b: Decimal): Decimal => (a === '0' ? b : b === '0' ? a : plus(a, b))

/** Reads the number that begins at `at`; null where none does. */
export function numberAt(text: string, at: number): NumberZh | null {
  return new NumeralReader(text, at).read()
}

/** Reads one numeral from left to right. */
class NumeralReader {
  readonly #text: string
  readonly #start: number
  #i: number
  readonly #sum: Sum = { large: '0', middle: '0', small: '0' }
  /** A digit or digits that wait for their scale. */
  #pending: Decimal | null = null
  /** How far the upper end lies above `pending` or the sum, as a digit and its power of ten. */
  #spread: { width: number; power: number } | null = null
  /** Power of ten of the scale read last, and of the last one below 万. */
  #lastScale = Number.POSITIVE_INFINITY
  #lastSmall = Number.POSITIVE_INFINITY
  #largePower = 0
  #bound: Bound | null = null
  #form: NumberZh['form'] = 'numeral'
  /** It began with digits that are not Chinese. */
  #isDigits = false
  /** A zero stands before the digit that waits: it is a one, not short for tens, hundreds … */
  #isAfterZero = false

  constructor(text: string, at: number) {
    this.#text = text
    this.#start = at
    this.#i = at
  }

  read(): NumberZh | null {
    if (!this.#begin()) return null
    while (this.#step()) {}
    if (this.#i === this.#start || this.#isBankingAlone() || this.#isNoughtAlone() || this.#isCut())
      return null
    return this.#finish()
  }

  /** "一百一百", "5万亿亿": a scale that does not fit stands behind, so that the number could be read in part alone. */
  #isCut(): boolean {
    return isScale(charAt(this.#text, this.#i)) && unitAtZh(this.#text, this.#i) === null
  }

  /** A lone banking digit is another word's ("大陆地区"), unless a unit follows. */
  #isBankingAlone(): boolean {
    if (this.#i !== this.#start + 1 || !/[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(charAt(this.#text, this.#start)))
      return false
    return unitAtZh(this.#text, this.#i) === null
  }

  /** "零件", "零下": a lone nought is a number where it is said to be one, or stands before degrees or people. */
  #isNoughtAlone(): boolean {
    if (this.#i !== this.#start + 1 || charAt(this.#text, this.#start) !== '零') return false
    return (
      !/[为是达于至到归：]/.test(charAt(this.#text, this.#start - 1)) &&
      !/[度℃例人]/.test(charAt(this.#text, this.#i))
    )
  }

  /** "几十", "数百", "上百", "百": a number without a first digit. */
  #begin(): boolean {
    const c = charAt(this.#text, this.#i)
    const next = charAt(this.#text, this.#i + 1)
    if (c === '几' || c === '数') {
      if (
        !isScale(next) ||
        (c === '数' &&
          /[人户总次指点倍参奇偶系分单复少多无件岁票个张台辆例函基]/.test(charAt(this.#text, this.#i - 1)))
      )
        return false
      this.#pending = '1'
      this.#spread = { width: 9, power: 0 }
      this.#form = 'vague'
      this.#i++
      return true
    }
    if (isScale(c) && c !== '十' && c !== '拾') return this.#beginScale(next)
    return c !== '多' && c !== '余'
  }

  /** "达千亿元", "百余人", "上百": a scale stands for one of it where a word before or behind, or its money, says so. */
  #beginScale(next: string): boolean {
    const before = charAt(this.#text, this.#i - 1)
    if (!/[上过近超逾约达破]/.test(before) && next !== '余' && next !== '多' && !this.#isSumOfScales())
      return false
    // "成千上万": an idiom.
    if (before === '上' && isScale(charAt(this.#text, this.#i - 2))) return false
    this.#pending = '1'
    if (before === '上' || before === '过') this.#bound = '>'
    return true
  }

  /** "耗资百万元，": scales with their money and nothing that they would be told of ("百万元大奖"). */
  #isSumOfScales(): boolean {
    let end = this.#i + 1
    while (isScale(charAt(this.#text, end))) end++
    const money = end > this.#i + 1 ? unitAtZh(this.#text, end) : null
    return money?.value.kind === 'currency' && classAt(this.#text, money.end) !== HAN
  }

  /** Reads one more part; false where the number ends. */
  #step(): boolean {
    if (this.#isDigits && this.#pending === null) this.#i = this.#spacedEnd()
    const at = this.#pending !== null && this.#form === 'digits' ? skipSpace(this.#text, this.#i) : this.#i
    const c = charAt(this.#text, at)
    if (c >= '0' && c <= '9') return this.#digits()
    if (this.#digitAt(at) !== undefined) return this.#numeralDigits()
    const small = SMALL_SCALES.get(c)
    if (small !== undefined) return this.#smallScale(at, small)
    const large = LARGE_SCALES.get(c)
    if (large !== undefined) return this.#largeScale(at, large)
    if (TENS.has(c)) return this.#ten(at, c)
    if (c === '个') return this.#countedScale(at)
    if (c === '点') return this.#decimals()
    if (c === '几') return this.#someOnes()
    if (c === '多' || c === '余' || c === '来') return this.#more(c)
    return false
  }

  /** "廿五": two tens. */
  #ten(at: number, c: string): boolean {
    if (this.#pending !== null) return false
    this.#pending = String(TENS.get(c))
    return this.#smallScale(at, 1) || this.#drop()
  }

  #drop(): false {
    this.#pending = null
    return false
  }

  /** "3个亿": billions counted as things. */
  #countedScale(at: number): boolean {
    const isAny = this.#pending !== null || this.#sum.small !== '0'
    return isAny && charAt(this.#text, at + 1) === '亿' && this.#largeScale(at + 1, 8)
  }

  /** "2 兆 7000 億": behind the space that follows a scale, where digits with a scale of their own go on. */
  #spacedEnd(): number {
    const at = skipSpace(this.#text, this.#i)
    if (at === this.#i || classAt(this.#text, at) !== DIGIT) return this.#i
    return isScale(charAt(this.#text, skipSpace(this.#text, numberEnd(this.#text, at)))) ? at : this.#i
  }

  /** The digit at `at`; 两 is one at the head of a number or a group ("两千", "三千两百"), else a weight ("三十两"). */
  #digitAt(at: number): number | undefined {
    const c = charAt(this.#text, at)
    if (c === '两' && at !== this.#start && !isScale(charAt(this.#text, at + 1))) return undefined
    return DIGITS.get(c)
  }

  #digits(): boolean {
    if (this.#pending !== null || this.#spread !== null) return false
    const end = numberEnd(this.#text, this.#i)
    if (end - this.#i > MOST_DIGITS) return false
    const value = normal(plain(this.#text.slice(this.#i, end)).replaceAll(',', ''))
    const isFirst = this.#isFirst()
    if (!isFirst && Number(value) >= 10 ** this.#lastScale) return false
    this.#pending = value
    this.#form = 'digits'
    this.#isDigits = true
    this.#i = isFirst && end === this.#i + 1 ? this.#nextEnd(end) : end
    return true
  }

  /** "5、6千", "七、八年": a digit and the next one are the ends of a range; where the second of them ends, else `end`. */
  #nextEnd(end: number): number {
    const text = this.#text
    const [low, high] = [digitOf(charAt(text, end - 1)), digitOf(charAt(text, end + 1))]
    if (charAt(text, end) !== '、' || low < 1 || high !== low + 1) return end
    const behind = charAt(text, end + 2)
    const isRange = isScale(behind) || (this.#form === 'numeral' && /[个天岁人次块元米年]/.test(behind))
    if (!isRange || /、|别/.test(charAt(text, this.#start - 1)) || charAt(text, this.#start - 1) === '为')
      return end
    this.#spread = { width: 1, power: 0 }
    return end + 2
  }

  /** A run of Chinese digits: one of a number, two neighbours ("三四十"), or a number digit by digit. */
  #numeralDigits(): boolean {
    if (this.#pending !== null) return false
    let run: number[] = []
    let end = this.#i
    for (let d = this.#digitAt(end); d !== undefined && run.length <= MOST_DIGITS; d = this.#digitAt(end)) {
      run.push(d)
      end++
    }
    const isFirst = this.#isFirst()
    if (run.length > MOST_DIGITS) return false
    // "9.9万一台": what follows digits and their scale, without one of its own, begins another number.
    if (this.#isDigits && !isScale(charAt(this.#text, end)) && run[0] !== 0) return false
    if (isFirst && run.length > 2) {
      this.#pending = normal(run.join(''))
    } else if (isFirst && run.length === 2 && charAt(this.#text, end) === '折') {
      // "七五折": tenths and hundredths of the price.
      this.#pending = normal(run.join('.'))
    } else if (isFirst && run.length === 2 && run[1] === 0) {
      this.#pending = normal(run.join(''))
    } else {
      while (run.length > 1 && run[0] === 0) {
        run = run.slice(1)
        this.#isAfterZero = true
      }
      const [low = 0, high] = run
      if (run.length > 2) return false
      if (high !== undefined) {
        if (high !== low + 1 && !(low === 3 && high === 5)) return false
        this.#spread = { width: high - low, power: 0 }
      }
      if (low === 0 && !isFirst) this.#isAfterZero = true
      else this.#pending = String(low)
    }
    this.#i = isFirst && end === this.#i + 1 ? this.#nextEnd(end) : end
    return true
  }

  #smallScale(at: number, power: number): boolean {
    if (this.#pending === null) {
      if (power !== 1 || this.#lastSmall <= 1) return false
      this.#pending = '1'
    } else if (power >= this.#lastSmall || (this.#form === 'digits' && power === 1 && this.#isFirst())) {
      return false
    } else if (power > 1 && this.#isPlain() && prefixedUnitAt(this.#text, at)) {
      return false
    }
    this.#scale(power)
    this.#sum.small = add(this.#sum.small, shift(this.#pending, power))
    this.#pending = null
    this.#isAfterZero = false
    this.#lastSmall = power
    this.#lastScale = power
    this.#i = at + 1
    return true
  }

  #largeScale(at: number, power: number): boolean {
    // "0万元"
    if (this.#pending === '0' && this.#isFirst()) {
      this.#i = at + 1
      return true
    }
    const below = this.#pending === null ? this.#sum.small : add(this.#sum.small, this.#ones(this.#pending))
    if (power === 4 && below === '0' && this.#lastScale === 4) {
      this.#sum.large = add(this.#sum.large, shift(this.#sum.middle, 4))
      this.#sum.middle = '0'
    } else if (power === 4) {
      if (below === '0' || this.#sum.middle !== '0') return false
      this.#sum.middle = shift(below, 4)
    } else {
      if (power === 12 && !isMoneyScale(this.#text, at + 1)) return false
      const all = add(this.#sum.middle, below)
      if (all === '0' || (this.#sum.large !== '0' && power > 8)) return false
      this.#sum.large = add(this.#sum.large, shift(all, power))
      this.#sum.middle = '0'
    }
    this.#scale(power)
    this.#largePower = below === '0' ? this.#largePower + power : power
    this.#sum.small = '0'
    this.#pending = null
    this.#isAfterZero = false
    this.#lastSmall = Number.POSITIVE_INFINITY
    this.#lastScale = power
    this.#i = at + 1
    return true
  }

  /** Nothing above the part that waits for its scale has been read: "五千|米" may be five kilometres. */
  #isPlain(): boolean {
    return this.#sum.large === '0' && this.#sum.middle === '0' && this.#sum.small === '0'
  }

  /** No scale has been read yet. */
  #isFirst(): boolean {
    return this.#lastScale === Number.POSITIVE_INFINITY
  }

  #scale(power: number): void {
    if (this.#spread !== null) this.#spread.power += power
  }

  /** "十二点五": decimals behind a numeral, unless a clock time follows. */
  #decimals(): boolean {
    if (this.#form === 'digits' || this.#spread !== null || (this.#pending === null && this.#isPlain()))
      return false
    let end = this.#i + 1
    let decimals = ''
    for (
      let d = this.#digitAt(end);
      d !== undefined && decimals.length <= MOST_DIGITS;
      d = this.#digitAt(end)
    ) {
      decimals += d
      end++
    }
    if (decimals === '' || decimals.length > MOST_DIGITS || /[十分刻半钟]/.test(charAt(this.#text, end)))
      return false
    this.#pending = add(this.#pending ?? '0', normal(`0.${decimals}`))
    this.#i = end
    this.#isAfterZero = true
    // Only a scale may follow.
    this.#form = 'digits'
    return true
  }

  /** "十几", "二十几": one to nine more. */
  #someOnes(): boolean {
    if (this.#lastScale !== 1 || this.#pending !== null || this.#spread !== null) return false
    this.#pending = '1'
    this.#spread = { width: 8, power: 0 }
    this.#i++
    return true
  }

  /** "20多万", "1500余", "十来": the number and somewhat more. */
  #more(c: string): boolean {
    const isRound = this.#pending === null ? !this.#isFirst() : this.#form === 'digits'
    if (!isRound || this.#bound !== null || this.#spread !== null) return false
    if (c === '来' && (this.#form === 'digits' || this.#lastScale > 3)) return false
    if (c === '余' && /[额下地热数]/.test(charAt(this.#text, this.#i + 1))) return false
    this.#bound = c === '来' ? '~' : '>'
    this.#i++
    return true
  }

  /** A last digit without its scale: "三万五" is 35 000, "十五" and "一百零五" are plain. */
  #ones(pending: Decimal): Decimal {
    const isShort =
      this.#lastScale >= 2 &&
      this.#lastScale < 13 &&
      !this.#isAfterZero &&
      pending.length === 1 &&
      this.#spread === null
    return isShort ? shift(pending, this.#lastScale - 1) : pending
  }

  #finish(): NumberZh | null {
    const { large, middle, small } = this.#sum
    const isBare = this.#pending === null
    const ones = this.#pending === null ? '0' : this.#ones(this.#pending)
    const value = add(add(large, middle), add(small, ones))
    if (value === '0' && isBare) return null
    const high =
      this.#spread === null ? null : plus(value, shift(String(this.#spread.width), this.#spread.power))
    const power = isBare && small === '0' ? this.#largePower : 0
    return {
      value,
      high,
      end: this.#i,
      power,
      mantissa: shift(value, -power),
      bound: this.#bound,
      form: this.#form,
    }
  }
}

/** "四十九兆九千亿元", "1兆2000亿", "3兆日元": behind other numbers 兆 is a prefix or a megabyte. */
const isMoneyScale = (text: string, behind: number): boolean =>
  DIGITS.has(charAt(text, behind)) ||
  classAt(text, skipSpace(text, behind)) === DIGIT ||
  unitAtZh(text, behind)?.value.kind === 'currency'

/** The value of a digit, Chinese or not; -1 of anything else. */
const digitOf = (c: string): number => (c >= '0' && c <= '9' ? Number(c) : (DIGITS.get(c) ?? -1))

const isScale = (c: string): boolean => SMALL_SCALES.has(c) || LARGE_SCALES.has(c)

const isNumeral = (text: string, at: number): boolean => {
  const c = charAt(text, at)
  return DIGITS.has(c) || isScale(c) || TENS.has(c) || classAt(text, at) === DIGIT
}

/** Position behind the run of digits and scales at `at`, which is no number, or behind the one character there. */
export function numeralEnd(text: string, at: number): number {
  let i = at + 1
  if (charAt(text, at) === '零') return i
  while (isNumeral(text, i) && isNumeral(text, i - 1)) i++
  return i
}
