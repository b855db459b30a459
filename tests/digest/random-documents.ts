import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { docxOf, paragraph, pdfOf, table } from './office-files.ts'

/** One upload that may or may not become a digest. */
export interface RandomUpload {
  key: string
  bytes: Uint8Array
}

/** Pieces that mean something to one format or another, and a few that mean nothing to any. */
export const PIECES: readonly string[] = [
  ...['\n', '\n\n', '\n\n', '\r\n', '\r', ' ', '    ', '\t', '\u00a0', '\u3000', '\u2028', '\f', '\u0085'],
  ...[
    'word',
    'Bank',
    '20,000 square meters',
    '300 people',
    '2020-01-09',
    'Jan. 9, 2020',
    'café',
    'naïve “x”',
  ],
  ...[
    '截至1月23日24时',
    '4万亿元',
    '2020年1月24日',
    '【武汉】',
    '：',
    '（1）',
    '1、',
    '。',
    '𠀀',
    '😀',
    '\ud800',
  ],
  ...[
    '🔹 ',
    '①',
    '[x] ',
    '[1]',
    '[1] https://e.test\n',
    '** ',
    '★ ',
    '二、',
    '1/31/2020',
    '09.01.2020',
    'Title: x\nDate: y\n',
  ],
  ...['# ', '## ', '###### ', '- ', '* ', '• ', '1. ', '> ', '---\n', '===\n', '-- \n', '```\n', '~~~', '\\'],
  ...[
    '**',
    '__',
    '*',
    '_',
    '`',
    '~~',
    '[',
    ']',
    '](',
    ')',
    '![',
    '[a]: https://e.test\n',
    '[^1]',
    '| a | b |\n',
  ],
  ...[
    '| --- | --- |\n',
    'https://e.test/a_b).',
    'www.e.test',
    '<https://e.test>',
    'javascript:x',
    'Key findings:',
  ],
  ...[
    '---\ntitle: "x"\ndate: 2020-01-09\n---\n',
    '+++\n',
    'title: y\n',
    '<!doctype html>',
    '<html>',
    '<head>',
  ],
  ...[
    '<title>t</title>',
    '<meta charset=gbk>',
    '<body>',
    '<main>',
    '</main>',
    '<p>',
    '</p>',
    '<div hidden>',
    '<div>',
  ],
  ...[
    '</div>',
    '<ul>',
    '<li>',
    '</li>',
    '</ul>',
    '<table>',
    '<tr>',
    '<td>',
    '<th>',
    '</td>',
    '</table>',
    '<h1>',
  ],
  ...['</h1>', '<h2>', '<b>', '</b>', '<i>', '<a href="https://e.test">', '</a>', '<br>', '<br><br>', '<hr>'],
  ...[
    '<img src=a.png alt=Chart>',
    '<img width=1>',
    '<script>',
    '</script>',
    '<style>',
    '<!--',
    '-->',
    '<pre><code>',
  ],
  ...[
    '<svg>',
    '<template>',
    '<select>',
    '<footer>',
    '<aside>',
    '<dl><dt>',
    '<dd>',
    '<sup>',
    '</sup>',
    '<a href="#fn1">1</a>',
    '<caption>',
    '<frameset>',
    '</p',
    '<',
  ],
  ...['&amp;', '&nbsp;', '&#0;', '&#x110000;', '&copy', '\u0000', '\ufeff', '\ufffd', '\u200b', '\u0007'],
  ...[
    'From: a@e.test\n',
    'Subject: =?utf-8?B?5pel5oql?=\n',
    'Date: Thu, 9 Jan 2020 08:00:00 +0000\n',
    'MIME-Version: 1.0\n',
  ],
  ...[
    'Content-Type: text/html; charset=big5\n',
    'Content-Type: multipart/mixed; boundary=A\n',
    '--A\n',
    '--A--\n',
  ],
  ...[
    'Content-Transfer-Encoding: base64\n',
    'Content-Transfer-Encoding: quoted-printable\n',
    '=E9=\n',
    'PGI+\n',
  ],
  ...['Subscribe', 'Unsubscribe', '（完）', '目录', '\x1f\x8b', '%PDF-', 'PK\x03\x04'],
]

const KEYS = [
  'a.txt',
  'a.md',
  'a.html',
  'a.eml',
  'a',
  '2020-01-09/b.md',
  '周刊 #1.txt',
  'a.txt.gz',
  'a/',
] as const

/** Every encoding that is read, by the name that iconv-lite writes it under. */
export const ENCODINGS = [
  'utf8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'gbk',
  'big5',
  'win1252',
  'latin1',
] as const

const corpus = new URL('../corpus/digests/', import.meta.url)
const realDocuments = readdirSync(corpus)
  .filter((name) => !name.endsWith('.outline'))
  .map((name) => ({ key: name, bytes: new Uint8Array(readFileSync(new URL(name, corpus))) }))
  .concat(
    {
      key: 'a.docx',
      bytes: new Uint8Array(
        docxOf(
          paragraph('Notes of 9 January 2020', 'Title'),
          table([
            ['a', 'b'],
            ['c', '45 m'],
          ]),
        ),
      ),
    },
    {
      key: 'a.pdf',
      bytes: new Uint8Array(pdfOf([[{ x: 50, y: 700, text: 'The hall has 400 square meters.' }]])),
    },
  )

const key = fc.constantFrom(...KEYS)
export const markedUpText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 60 })
  .map((pieces) => pieces.join(''))

const rawUpload = fc.record({ key, bytes: fc.uint8Array({ maxLength: 400 }) })

const markedUpUpload = fc
  .record({ key, text: markedUpText, encoding: fc.constantFrom(...ENCODINGS), addBOM: fc.boolean() })
  .map(({ key, text, encoding, addBOM }) => ({ key, bytes: iconv.encode(text, encoding, { addBOM }) }))

/** One change of a document: a stretch of it goes, comes again, or gives way to a piece or a byte. */
const change = fc.record({
  at: fc.nat(),
  length: fc.nat(200),
  put: fc.oneof(
    fc.constant(null),
    fc.constantFrom(...PIECES).map((piece) => Buffer.from(piece)),
    fc.nat(255).map((byte) => Uint8Array.of(byte)),
  ),
})

const changedUpload = fc
  .record({
    document: fc.constantFrom(...realDocuments),
    key: fc.option(key),
    changes: fc.array(change, { maxLength: 6 }),
  })
  .map(({ document, key, changes }) => ({
    key: key ?? document.key,
    bytes: changes.reduce((bytes, { at, length, put }) => {
      const start = at % (bytes.length + 1)
      const stretch = bytes.subarray(start, start + length)
      return Buffer.concat([
        bytes.subarray(0, start),
        put ?? Buffer.concat([stretch, stretch]),
        bytes.subarray(start + (put ? length : 0)),
      ])
    }, document.bytes),
  }))

/** Uploads of every kind, now and then gzipped, now and then cut off. */
export const randomUpload: fc.Arbitrary<RandomUpload> = fc
  .record({
    upload: fc.oneof(
      rawUpload,
      { arbitrary: markedUpUpload, weight: 4 },
      { arbitrary: changedUpload, weight: 4 },
    ),
    wrapping: fc.nat(11),
  })
  .map(({ upload, wrapping }) => {
    if (wrapping > 1) return upload
    const gzipped = gzipSync(upload.bytes)
    return { ...upload, bytes: wrapping === 0 ? gzipped : gzipped.subarray(0, gzipped.length - 7) }
  })
