import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { parseDigest } from '../../shared/digest/parse.ts'
import { checkUpload, lastModified } from './digest-laws.ts'
import { type ENCODINGS, markedUpText, randomUpload } from './random-documents.ts'

const KEYS = ['a.txt', 'a.md', 'a.html'] as const
const parse = (bytes: Uint8Array, key: string) =>
  parseDigest(bytes, { key, lastModified }).catch((error: Error) => error.message)

describe('any bytes under any key', () => {
  it('become a digest that keeps the laws, or an error that names what is wrong', () =>
    fc.assert(fc.asyncProperty(randomUpload, checkUpload), { numRuns: 1500 }))
})

describe('the same text', () => {
  it('has the same items with the line ends of Windows', () =>
    fc.assert(
      fc.asyncProperty(markedUpText, fc.constantFrom(...KEYS), async (text, key) => {
        // A NUL beside a line end reads as UTF-16, which has other line ends.
        const unix = text.replace(/\r\n?/g, '\n').replaceAll('\0', '')
        const expected = await parse(Buffer.from(unix), key)
        expect(await parse(Buffer.from(unix.replaceAll('\n', '\r\n')), key)).toEqual(expected)
      }),
      { numRuns: 500 },
    ))

  it('has the same items in HTML with characters written as references', () => {
    const TAGS = ['', '\n', '<p>', '</p>', '<b>', '</b>', '<ul>', '<li>', '<table>', '<td>', '<br>'] as const
    const markup = fc.array(
      fc.tuple(fc.constantFrom(...TAGS), fc.array(fc.tuple(fc.constantFrom(...'a5é中€&<>" '), fc.boolean()))),
    )
    const written = (pieces: [string, [string, boolean][]][], isReference: (chosen: boolean) => boolean) =>
      pieces
        .flatMap(([tag, characters]) => [
          tag,
          ...characters.map(([character, chosen]) =>
            isReference(chosen) || '&<>'.includes(character) ? `&#${character.codePointAt(0)};` : character,
          ),
        ])
        .join('')
    const wordsOf = async (html: string) => {
      const digest = await parse(Buffer.from(html), 'a.html')
      return typeof digest === 'string' ? digest : digest.items.map(({ title, text }) => ({ title, text }))
    }
    return fc.assert(
      fc.asyncProperty(markup, async (pieces) => {
        const plain = await wordsOf(written(pieces, () => false))
        expect(await wordsOf(written(pieces, (chosen) => chosen))).toEqual(plain)
      }),
      { numRuns: 500 },
    )
  })

  /** A sentence or two is what an encoding must be known by. */
  const SENTENCES: readonly {
    encodings: readonly (typeof ENCODINGS)[number][]
    sentences: readonly string[]
  }[] = [
    {
      encodings: ['gb18030', 'gbk'],
      sentences: [
        '截至1月23日24时，全省报告病例549例，其中重症106例。',
        '一家物流公司在上海的仓库面积扩大到2万平方米，此前为1.5万平方米。',
        '**仓储扩建。** 去年融资租赁行业的资产超过4万亿元（[公报](https://example.org/gb)）。',
        '欢迎“读者”来信——编辑部。',
      ],
    },
    {
      encodings: ['big5'],
      sentences: [
        '新碼頭長380公尺，耗資4,000萬元。',
        '倉庫面積由1.5萬平方公尺增至2萬平方公尺。',
        '**渡輪。** 因颱風停航三天，約有2,600名旅客改搭公車。',
        '醫院新增「急診」病床150張。',
      ],
    },
    {
      encodings: ['win1252'],
      sentences: [
        'The café’s rents rose to €3,608 — up from €3,100.',
        '“We lost 5 percent,” the Société Générale’s manager said.',
        '**Große Flächen.** Die Halle hat 20.000 Quadratmeter für 3 Mio. €.',
      ],
    },
    {
      encodings: ['latin1'],
      sentences: ['Le café a coûté 300 francs.', 'Año nuevo: 12 por ciento más.', 'Größe: 20 m².'],
    },
  ]

  for (const { encodings, sentences } of SENTENCES) {
    it(`has the same items in ${encodings.join(', ')}, UTF-16 and UTF-8, with a mark or without`, () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 8 }),
          fc.constantFrom(...encodings, 'utf-16le', 'utf-16be', 'utf8'),
          fc.boolean(),
          fc.constantFrom(...KEYS),
          async (chosen, encoding, addBOM, key) => {
            const text = `# Digest\n\n${chosen.join('\n\n')}\n`
            const expected = await parse(Buffer.from(text), key)
            expect(await parse(iconv.encode(text, encoding, { addBOM }), key)).toEqual(expected)
          },
        ),
        { numRuns: 200 },
      ))
  }
})

/**
 * Shapes that make a careless parser look at each character again for each other one. They take a moment at this
 * size in linear time, and minutes in quadratic time: the test would not end.
 */
describe('a long run of one shape', () => {
  const SHAPES = [
    ...[
      '[',
      '![',
      '[a](',
      '`',
      '``` ',
      '*',
      '*a ',
      '**a',
      '*_',
      '~~',
      '<',
      '<a ',
      '<!--',
      '&',
      '\\',
      '"',
      '> ',
    ],
    ...[
      '- ',
      '- a\n',
      '1、\n',
      '|',
      '|-',
      'a|',
      ' ',
      '\t',
      ' \n',
      'a\n',
      '# \n',
      '---\n',
      '[a]: b\n',
      '<p>',
      '<b><p>',
    ],
    ...[
      '<td>',
      '<table>',
      '<br>',
      '【',
      'http://',
      'https://e.test/),',
      '\u2028',
      'Jan. ',
      '2020-01-',
      '-- \n',
    ],
    ...[
      'unsubscribe ',
      'feedback ',
      '关注',
      '扫描',
      '\u200b',
      '中 \n',
      '• a\n',
      '🔹 ',
      '①',
      '[1] https://e.test\n',
      '[1]<https://e.test>',
      '[^1]',
      '<sup>1</sup>',
      '<dt>a',
      '<br>• ',
      'Title: ',
      'Title: a\n',
      'share https:',
      'x (https:',
      '<div>\n\n',
      '<a href=',
      '<![CDATA[',
      '<?',
    ],
  ]
  const LENGTH = 100_000

  /** Fields, parts, transfer encodings and encoded words. A line of a mail costs more than one of a text. */
  const MAIL_LENGTH = 30_000
  const MAIL_SHAPES = [
    ...['a: b\n', 'a:', '\n b', '<a@', '"a" ', '(', ',', ';', 'a=', ' a="b";', 'a*0=b;', '=?utf-8?B?', '=?'],
    ...['=?utf-8?Q?=41?= ', '=?utf-8?B?QQ==?= ', '--A\n', '--A\n\n', '--A--\n', '=', '==\n', '=E9', '=\n'],
  ]
  const MAIL_BODIES = [
    ['text/plain; format=flowed', '8bit'],
    ['text/html', 'quoted-printable'],
    ['multipart/mixed; boundary=A', 'base64'],
    ['message/rfc822', '8bit'],
  ]
  const MAIL_FIELDS = ['From: ', 'Content-Type: text/plain; ', '']

  it.each(SHAPES.map((shape) => [JSON.stringify(shape), shape]))('%s ends', async (_, shape) => {
    const bytes = Buffer.from(shape.repeat(LENGTH / shape.length))
    for (const key of KEYS) expect(await parse(bytes, key)).toBeDefined()
  })

  it.each(MAIL_SHAPES.map((shape) => [JSON.stringify(shape), shape]))(
    '%s in a mail ends',
    async (_, shape) => {
      const run = shape.repeat(MAIL_LENGTH / shape.length)
      const inBody = MAIL_BODIES.map(
        ([type, encoding]) =>
          `From: a@e.test\nSubject: b\nContent-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n${run}`,
      )
      const inHeader = MAIL_FIELDS.map(
        (field) => `Date: Thu, 9 Jan 2020 08:00:00 +0000\nTo: a@e.test\n${field}${run}\n\nSome text.\n`,
      )
      for (const mail of [...inBody, ...inHeader])
        expect(await parse(Buffer.from(mail), 'a.eml')).toBeDefined()
    },
  )
})
