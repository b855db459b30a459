import { describe, expect, it } from 'vitest'
import { parseDigest } from '../../shared/digest/parse.ts'
import { factsOfDigest } from '../../shared/statements/facts.ts'
import { docxOf, type Placed, paragraph, pdfOf, struckParagraph, table } from './office-files.ts'

const parse = (bytes: Uint8Array, key: string) =>
  parseDigest(bytes, { key, lastModified: '2021-05-06T07:08:09Z' })
const textsOf = async (bytes: Uint8Array, key: string) =>
  (await parse(bytes, key)).items.map(({ text }) => text)

const ROWS = [
  ['Mill', 'Loaves (thousands)', 'Sales ($m)'],
  ['Oak', '45', '1.5'],
  ['Elm', '7', '0.2'],
] as const
const TITLE = 'Mill notes, 9 January 2020'
const STORY = 'The new hall has 400 square meters.'
const HTML = `<h1>${TITLE}</h1><p>${STORY}</p><table>${ROWS.map((row, i) => `<tr>${row.map((cell) => (i === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`

/** Lines of text down from a height. */
const lines = (x: number, top: number, texts: readonly string[]): Placed[] =>
  texts.map((text, i) => ({ x, y: top - 12 * i, text }))

const PDF = pdfOf([
  [
    { x: 60, y: 760, text: TITLE, size: 18 },
    { x: 60, y: 720, text: STORY },
    ...ROWS.flatMap((row, i) => row.map((text, c) => ({ x: 60 + 160 * c, y: 690 - 14 * i, text }))),
  ],
])
const DOCX = docxOf(paragraph(TITLE, 'Heading1'), paragraph(STORY), table(ROWS))

describe('a table', () => {
  it.each([
    ['DOCX', DOCX, 'a.docx'],
    ['PDF', PDF, 'a.pdf'],
  ] as const)('gives the same facts in %s as in HTML', async (_, bytes, key) => {
    const expected = await parse(Buffer.from(HTML), 'a.html')
    const digest = await parse(bytes, key)
    expect(digest.items.map(({ text }) => text)).toEqual(expected.items.map(({ text }) => text))
    expect(digest.date).toBe('2020-01-09')
    const figures = (of: typeof digest) =>
      factsOfDigest(of).map(({ value, unit, text }) => ({ value, unit, text }))
    expect(figures(digest)).toEqual(figures(expected))
    expect(figures(digest).length).toBeGreaterThan(2)
  })
})

describe('a PDF document', () => {
  it('is read column by column, what runs across them in its place', async () => {
    const left = ['The bakery sold more loaves', 'than in any year before it,', 'which was 900 in a day.']
    const right = ['The mill ground 45 tonnes of', 'flour and sold all of it in', 'the town on the river.']
    const across = 'Notes on the bakery and on the mill beside the river, with a word about each of them'
    const page = [
      {
        x: 60,
        y: 760,
        text: across,
      },
      ...lines(60, 730, left),
      ...lines(330, 730, right),
    ]
    expect(await textsOf(pdfOf([page]), 'a.pdf')).toEqual([across, left.join(' '), right.join(' ')])
  })

  it('has words whole that were cut, and no line of every page', async () => {
    const pages = [1, 2, 3, 4].map((n) => [
      { x: 60, y: 780, text: 'The Mill Letter' },
      ...lines(60, 700, [
        `Story ${'one two three four'.split(' ')[n - 1]}: the plant gave 500 mega-`,
        'watts to the town in the valley.',
      ]),
      { x: 300, y: 30, text: `Page ${n}` },
    ])
    expect(await textsOf(pdfOf(pages), 'a.pdf')).toEqual(
      ['one', 'two', 'three', 'four'].map(
        (n) => `Story ${n}: the plant gave 500 megawatts to the town in the valley.`,
      ),
    )
  })

  it.each([
    ['pictures of text', pdfOf([[]]), /scanned: its 1 page is pictures without text/],
    ['a file cut off', PDF.subarray(0, 200), /cannot be read/],
    ['a few words', Buffer.from('%PDF-1.7 text'), /cannot be read/],
  ])('is refused for %s', async (_, bytes, says) => {
    await expect(parse(bytes, 'a.pdf')).rejects.toMatchObject({
      name: 'DigestError',
      reason: 'format',
      message: says,
    })
  })
})

describe('a DOCX document', () => {
  it('has no figure that was struck out', async () => {
    expect(await textsOf(docxOf(struckParagraph('Loaves: ', '800', ' 900')), 'a.docx')).toEqual([
      'Loaves: 900',
    ])
  })

  it.each([
    ['an archive of something else', Buffer.from('PK\u0005\u0006'.padEnd(22, '\0'), 'latin1'), /binary|ZIP/],
    ['an archive cut off', DOCX.subarray(0, 300), /damaged ZIP archive/],
    ['XML that is none', docxOf('<w:p><w:r>'), /cannot be read/],
    [
      'an older or encrypted document',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      /encrypted or an older Office document/,
    ],
  ])('is refused for %s', async (_, bytes, says) => {
    await expect(parse(bytes, 'a.docx')).rejects.toMatchObject({ name: 'DigestError', message: says })
  })
})
