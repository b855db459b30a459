import fc from 'fast-check'
import { plus, shift } from '../../shared/model/decimal.ts'

/** Pieces that rules look at; strung together they make sentences that nobody writes. */
const PIECES = (
  'one two twenty hundred thousand million dozen half third a an the of to from by and or between per about over less than up ' +
  'down rose fell more $ US$ € £ ¥ % ° - – / ( ) [ ] , . : ; + ~ ^ × 0 1 5 12 100 1,000 1,2 3.5 .5 2019 ½ ² meters m2 kg sq km ' +
  "people patients cases were died year-old old as end May June Sunday 5G K M bn s ' “ ” 万 亿 元 例 確 １２ \n \t \ud83d \0"
).split(' ')

/** Any text: characters of all kinds, or pieces of sentences in any order, with or without spaces. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', '')), { maxLength: 40 })
    .map((pairs) => pairs.flat().join('')),
)

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES = ['', ' thousand', ' million', ' billion', ' trillion']

function belowThousand(n: number): string {
  if (n >= 100) {
    const rest = n % 100
    return `${ONES[Math.floor(n / 100)]} hundred${rest ? ` and ${belowThousand(rest)}` : ''}`
  }
  if (n < 20) return ONES[n] as string
  const rest = n % 10
  return `${TENS[Math.floor(n / 10)]}${rest ? `-${ONES[rest]}` : ''}`
}

/** English words for a whole number below 10 ** 15: "twenty-eight thousand six hundred and forty-two". */
export function inWords(n: number): string {
  if (n === 0) return 'zero'
  const groups: string[] = []
  for (let rest = n, i = 0; rest > 0; rest = Math.floor(rest / 1000), i++)
    if (rest % 1000) groups.unshift(belowThousand(rest % 1000) + SCALES[i])
  return groups.join(' ')
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** A number as news write it, with the value that it has. */
export const writtenNumber: fc.Arbitrary<{ text: string; value: string }> = fc.oneof(
  fc.maxSafeNat().map((n) => ({ text: grouped(String(n)), value: String(n) })),
  fc.maxSafeNat().map((n) => ({ text: String(n), value: String(n) })),
  fc.tuple(fc.nat({ max: 999_999 }), fc.integer({ min: 1, max: 9 })).map(([n, tenth]) => ({
    text: `${grouped(String(n))}.${tenth}`,
    value: plus(String(n), shift(String(tenth), -1)),
  })),
  fc
    .tuple(
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom(['million', 6], ['billion', 9], ['trillion', 12] as const),
    )
    .map(([n, [word, power]]) => ({ text: `${n} ${word}`, value: shift(String(n), power as number) })),
  fc.nat({ max: 999_999_999_999 }).map((n) => ({ text: inWords(n), value: String(n) })),
)

/** A unit as it stands behind a number, with its code. */
export const writtenUnit: fc.Arbitrary<{ text: string; unit: string }> = fc
  .constantFrom(
    ['square meters', 'm2'],
    ['kilograms', 'kg'],
    ['tonnes', 't'],
    ['percent', '%'],
    ['percentage points', 'percentage point'],
    ['euros', 'EUR'],
    ['Hong Kong dollars', 'HKD'],
    ['megawatts', 'MW'],
    ['degrees Celsius', 'Cel'],
    ['kilometers per hour', 'km/h'],
    ['hours', 'h'],
    ['leasing firms', 'firm'],
    ['higher education institutions', 'institution'],
  )
  .map(([text, unit]) => ({ text: text as string, unit: unit as string }))
