import { MONTHS } from './as-of.ts'
import type { NumberAt } from './numbers-en.ts'
import { type Tokens, WORD } from './tokens.ts'

const MONTH_NAMES = new Set<string>([
  ...MONTHS,
  'jan',
  'feb',
  'mar',
  'apr',
  'jun',
  'jul',
  'aug',
  'sep',
  'sept',
  'oct',
  'nov',
  'dec',
])

/** Words before a number that make it a name or a place in an order. */
const NAMING = new Set(
  'phase section part chapter no number version article figure table page room flight highway route type level grade covid step item day stage episode season volume vol act'.split(
    ' ',
  ),
)

/** A bare number that looks like a year, with none of the grouping that amounts of that size have. */
const isYear = (raw: string): boolean => /^(?:1[5-9]|20|21)\d\d$/.test(raw)

/** The number at token `i` is a date, a year, a clock time, an ordinal, a version or part of a name. */
export function isNotQuantity(tokens: Tokens, i: number, number: NumberAt): boolean {
  const raw = tokens.raw(i)
  const before = tokens.word(i - 1)
  const after = tokens.word(number.next)
  if (number.form === 'digits') {
    if (MONTH_NAMES.has(before) || MONTH_NAMES.has(after)) return true
    if (before === '.' && MONTH_NAMES.has(tokens.word(i - 2))) return true
    if (isYear(raw) && number.next === i + 1) return true
    if (NAMING.has(before)) return true
    if (tokens.touches(i) && (tokens.is(i - 1, WORD) || ['-', '/', ':', '.', '_', '#'].includes(before)))
      return true
    if (tokens.touches(number.next) && [':', '/'].includes(after) && /^\d/.test(tokens.word(number.next + 1)))
      return true
    if (tokens.touches(number.next) && /^(?:st|nd|rd|th|s|g|am|pm)$/.test(after)) return true
    if (/^(?:am|pm)$/.test(after)) return true
  }
  return NAMING.has(before) && number.form === 'words' && /^[A-Z]/.test(tokens.raw(i - 1))
}
