/** An exact decimal in plain notation, without exponent or superfluous zeros: "577160000000", "-1.3". */
export type Decimal = string

/** Writes `digits / 10 ** scale` in plain notation, without superfluous zeros. */
function write(digits: bigint, scale: number): Decimal {
  const sign = digits < 0n ? '-' : ''
  let text = (digits < 0n ? -digits : digits).toString()
  if (scale < 0) return digits === 0n ? '0' : sign + text + '0'.repeat(-scale)
  if (scale === 0) return sign + text
  text = text.padStart(scale + 1, '0')
  const whole = text.slice(0, -scale)
  const fraction = text.slice(-scale).replace(/0+$/, '')
  const value = fraction ? `${whole}.${fraction}` : whole
  return value === '0' ? '0' : sign + value
}

function read(value: Decimal): { digits: bigint; scale: number } {
  const point = value.indexOf('.')
  if (point < 0) return { digits: BigInt(value), scale: 0 }
  return { digits: BigInt(value.slice(0, point) + value.slice(point + 1)), scale: value.length - point - 1 }
}

/** Plain positive digits that already have that form, as nearly all do. */
function isNormal(value: string): boolean {
  const first = value.charCodeAt(0)
  if (first < 0x31 || first > 0x39) return value === '0'
  return !value.includes('.') || value.charCodeAt(value.length - 1) > 0x30
}

/** Puts plain digits ("007.50", "-0.0") in the one form that a Decimal has. */
export function normal(value: string): Decimal {
  if (isNormal(value)) return value
  const { digits, scale } = read(value)
  return write(digits, scale)
}

export function times(a: Decimal, b: Decimal): Decimal {
  const x = read(a)
  const y = read(b)
  return write(x.digits * y.digits, x.scale + y.scale)
}

export function plus(a: Decimal, b: Decimal): Decimal {
  if (a === '0') return b
  if (b === '0') return a
  const x = read(a)
  const y = read(b)
  const scale = Math.max(x.scale, y.scale)
  return write(x.digits * 10n ** BigInt(scale - x.scale) + y.digits * 10n ** BigInt(scale - y.scale), scale)
}

/** `value × 10 ** power`, exact. */
export function shift(value: Decimal, power: number): Decimal {
  if (power === 0) return value
  if (power > 0 && isNormal(value)) {
    const point = value.indexOf('.')
    const places = point < 0 ? 0 : value.length - point - 1
    const digits = point < 0 ? value : value.slice(0, point) + value.slice(point + 1)
    if (value !== '0' && power >= places) return digits + '0'.repeat(power - places)
  }
  const { digits, scale } = read(value)
  return write(digits, scale - power)
}

/** `a / b`, rounded down in its last of `places` decimal places. */
export function over(a: Decimal, b: Decimal, places = 12): Decimal {
  const x = read(a)
  const y = read(b)
  return write((x.digits * 10n ** BigInt(y.scale + places)) / (y.digits * 10n ** BigInt(x.scale)), places)
}

/** `a / b` for a positive b, rounded in the last of `places` decimal places: to the nearer, and halves away from zero. */
export function nearest(a: Decimal, b: Decimal, places = 12): Decimal {
  const x = read(a)
  const y = read(b)
  const dividend = 2n * x.digits * 10n ** BigInt(y.scale + places)
  const divisor = y.digits * 10n ** BigInt(x.scale)
  return write((dividend + (dividend < 0n ? -divisor : divisor)) / (2n * divisor), places)
}

export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, times(b, '-1'))

/** Below zero where a is less than b, above where it is more, and zero where they are the same. */
export function compare(a: Decimal, b: Decimal): number {
  // A double may hold two numbers as the same, and never the lesser as the greater.
  return Number(a) - Number(b) || Number(minus(a, b))
}

/** A JSON number where a double holds the value exactly as written, the decimal string where not. */
export function toJson(value: Decimal): number | Decimal {
  const number = Number(value)
  return String(number) === value ? number : value
}
