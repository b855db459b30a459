import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuantities } from '../../shared/quantities/find-quantities.ts'
import { isTraditional } from '../../shared/quantities/zh/characters.ts'
import { examplesOf } from './corpus.ts'

const read = (text: string) => findQuantities(text).map(({ value, unit }) => [value, unit] as const)

const DIGITS = '零一二三四五六七八九'
const BANKING_DIGITS = '零壹贰叁肆伍陆柒捌玖'

/** Writes a number below 10 ** 16 in Chinese numerals, as schools teach it. */
function numeral(
  value: bigint,
  digits: string,
  [ten, hundred, thousand]: readonly [string, string, string],
): string {
  const section = (n: number): string => {
    let out = ''
    let hasGap = false
    for (const [worth, name] of [
      [1000, thousand],
      [100, hundred],
      [10, ten],
      [1, ''],
    ] as const) {
      const digit = Math.floor(n / worth) % 10
      if (digit === 0) {
        hasGap ||= out !== ''
        continue
      }
      out += (hasGap ? '零' : '') + digits[digit] + name
      hasGap = false
    }
    return out
  }
  let out = ''
  let rest = value
  for (const [worth, name] of [
    [10n ** 12n, '万亿'],
    [10n ** 8n, '亿'],
    [10n ** 4n, '万'],
    [1n, ''],
  ] as const) {
    const part = Number(rest / worth)
    rest %= worth
    if (part === 0) continue
    // Billions of billions are said once: "三万亿" and "三万五千亿" are one group of 亿.
    out +=
      (out !== '' && part < 1000 ? '零' : '') +
      section(part) +
      (name === '万亿' && rest >= 10n ** 8n ? '万' : name)
  }
  return out
}

const amounts = fc.bigInt({ min: 1n, max: 10n ** 16n - 1n })

test.each([
  ['everyday', DIGITS, ['十', '百', '千']],
  ['banking', BANKING_DIGITS, ['拾', '佰', '仟']],
] as const)('reads any number written in %s numerals', (_, digits, scales) => {
  fc.assert(
    fc.property(amounts, (value) => {
      expect(read(`总额${numeral(value, digits, scales)}元。`)).toEqual([[String(value), 'CNY']])
    }),
  )
})

test('reads digits with any scale exactly', () => {
  const scales = { '': 0, 万: 4, 百万: 6, 千万: 7, 亿: 8, 百亿: 10, 千亿: 11, 万亿: 12 }
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 9999 }),
      fc.constantFrom(...Object.entries(scales)),
      fc.constantFrom('', ' '),
      (whole, decimals, [scale, power], gap) => {
        const fraction = String(decimals).padStart(4, '0')
        const exact = (BigInt(`${whole}${fraction}`) * 10n ** BigInt(power)).toString()
        const digits = exact.padStart(5, '0')
        const value = `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '')
        expect(read(`总额${whole}.${fraction}${gap}${scale}元。`)).toEqual([[value, 'CNY']])
      },
    ),
  )
})

/** Text of what Chinese quantities are made of, in any order. */
const shreds = fc
  .array(
    fc.constantFrom(
      ...'一二两三十百千万亿兆零〇半几数多余点分成第约近超从由至到增其中截月日年时0123456789.,%-~～（）、，。；\n $¥A元角块米克吨例人名个家户',
      '分之',
      '百分之',
      '死亡',
      '确诊',
      '截至',
      '2月8日24时',
      '公里',
      '美元',
      'GB',
      'http://a.b/1',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

test('finds spans that lie in the text, in order, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(shreds, fc.string({ unit: 'binary' })), (text) => {
      let end = 0
      for (const quantity of findQuantities(text)) {
        expect(quantity.start).toBeGreaterThanOrEqual(end)
        expect(quantity.end).toBeGreaterThan(quantity.start)
        end = quantity.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 500 },
  )
})

test('finds in two sentences what it finds in each, whose yuan aside, which the whole text tells', () => {
  const chinese = examplesOf('chinese.txt').filter(
    ({ section, text }) => section !== 'Whose yuan' && !text.includes('下同'),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...chinese, ...examplesOf('english.txt')),
      fc.constantFrom(...chinese),
      ({ text: first }, { text }) => {
        fc.pre(isTraditional(first) === isTraditional(text))
        expect(read(`${first}\n${text}`)).toEqual([...read(first), ...read(text)])
      },
    ),
    { numRuns: 500 },
  )
})
