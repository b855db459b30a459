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

/** Words by a number that they share: `{ 6: 'million mn' }`. */
const words = (table: Readonly<Record<number, string>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(table).flatMap(([n, list]) => list.split(' ').map((word) => [word, Number(n)] as const)),
  )

/** Words that multiply what stands before them, in words or digits, as powers of ten. */
export const SCALES = words({
  2: 'hundred',
  3: 'thousand',
  5: 'lakh lac',
  6: 'million',
  7: 'crore',
  9: 'billion',
  12: 'trillion',
  15: 'quadrillion',
  18: 'quintillion',
})

/** What stands behind digits alone: plurals ("Rs 5 crores"), and abbreviations that mean nothing else. */
export const DIGIT_SCALES = words({
  3: 'thousands thsd',
  5: 'lakhs lacs',
  6: 'millions mn mln mio mil mill mm',
  7: 'crores cr crs',
  9: 'billions bn bln bil bill',
  12: 'trillions tn trn tln tr tril',
})

/** Of these, those that are words or symbols of something else as well: scales behind money, or right behind digits. */
export const LOOSE_SCALES: ReadonlySet<string> = new Set([
  'mil',
  'mill',
  'mm',
  'bil',
  'bill',
  'tr',
  'cr',
  'crs',
])

/** Letters that are also symbols of units: scales behind money, or where a counted noun follows ("8 B people"). */
export const LETTER_SCALES = words({ 3: 'k K', 6: 'm M', 9: 'b B', 12: 't T' })

/** A word that was made for a scale and that no table has: its number cannot be read. */
export const UNKNOWN_SCALE = /^[a-z]*illions?$/

/** "dozens of": between the ends. */
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

/** "Several hundred", "a few million": between so many of what stands behind. */
export const FEW: ReadonlyMap<string, readonly [Decimal, Decimal]> = new Map([
  ['several', ['2', '10']],
  ['few', ['2', '10']],
])

/** Parts of a whole, by the word that names them: "two thirds", "a quarter". */
export const PARTS = words({
  2: 'half halves',
  3: 'third thirds',
  4: 'quarter quarters fourth fourths',
  5: 'fifth fifths',
  6: 'sixth sixths',
  8: 'eighth eighths',
  10: 'tenth tenths',
})

/** Denominators that written fractions have ("1/2", "7 3/4"); others are dates, shifts and names ("9/11", "24/7"). */
export const DENOMINATORS: ReadonlySet<string> = new Set('2 3 4 5 8 16 32 64'.split(' '))

export const FRACTION_SIGNS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['½', [1, 2]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['⅕', [1, 5]],
  ['⅖', [2, 5]],
  ['⅗', [3, 5]],
  ['⅘', [4, 5]],
  ['⅙', [1, 6]],
  ['⅚', [5, 6]],
  ['⅛', [1, 8]],
  ['⅜', [3, 8]],
  ['⅝', [5, 8]],
  ['⅞', [7, 8]],
])

export const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
