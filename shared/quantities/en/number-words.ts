import type { Decimal } from '../../model/decimal.ts'

/** Number words below twenty. */
export const ONES: ReadonlyMap<string, number> = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
)

export const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
)

/** Words that multiply what stands before them, as powers of ten. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 2],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['quadrillion', 15],
  ['lakh', 5],
  ['crore', 7],
])

/** Abbreviated scales that mean nothing else, as powers of ten ("$3.5bn", "10 mln"). */
export const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['mn', 6],
  ['mln', 6],
  ['mio', 6],
  ['bn', 9],
  ['bln', 9],
  ['tn', 12],
  ['trn', 12],
  ['tln', 12],
])

/** Letters that are also symbols of units: scales behind money, or where a counted noun follows ("8 B people"). */
export const LETTER_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['K', 3],
  ['m', 6],
  ['M', 6],
  ['b', 9],
  ['B', 9],
  ['t', 12],
  ['T', 12],
])

/** "dozens of": between the ends; the benchmark reads one dozen. */
export const VAGUE: ReadonlyMap<string, readonly [Decimal, Decimal]> = new Map([
  ['tens', ['10', '100']],
  ['dozens', ['24', '100']],
  ['scores', ['40', '100']],
  ['hundreds', ['100', '1000']],
  ['thousands', ['1000', '10000']],
  ['millions', ['1000000', '10000000']],
  ['billions', ['1000000000', '10000000000']],
  ['trillions', ['1000000000000', '10000000000000']],
])

/** Parts of a whole, by the word that names them: "two thirds", "a quarter". */
export const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fourth', 4],
  ['fourths', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['eighth', 8],
  ['eighths', 8],
  ['tenth', 10],
  ['tenths', 10],
])

/** Denominators that written fractions have ("1/2", "7 3/4"); others are dates, shifts and names ("9/11", "24/7"). */
export const DENOMINATORS: ReadonlySet<string> = new Set(['2', '3', '4', '5', '8', '16', '32'])

export const FRACTION_SIGNS: ReadonlyMap<string, Decimal> = new Map([
  ['½', '0.5'],
  ['¼', '0.25'],
  ['¾', '0.75'],
  ['⅓', '0.3333333333333333'],
  ['⅔', '0.6666666666666666'],
  ['⅛', '0.125'],
])

export const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
