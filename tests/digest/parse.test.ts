import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { digestId } from '../../shared/digest/digest-id.ts'
import { LIMITS } from '../../shared/digest/limits.ts'
import { parseDigest } from '../../shared/digest/parse.ts'
import type { DigestErrorReason } from '../../shared/model/digest-error.ts'

const lastModified = '2021-05-06T07:08:09.000Z'
const parse = (content: string | Uint8Array, key = 'digests/a.txt') =>
  parseDigest(typeof content === 'string' ? Buffer.from(content) : content, { key, lastModified })

const SAMPLES = [
  {
    file: '2020-01-09.txt',
    title: 'Links for January 9, 2020',
    date: '2020-01-09',
    language: 'en',
    items: 17,
  },
  {
    file: '2020-02-12.md',
    title: 'The Open Ledger, 2020.02.12 edition',
    date: '2020-02-12',
    language: 'en',
    items: 9,
  },
  { file: '2020-01-24.zh.md', title: '2020年1月24日 每日摘要', date: '2020-01-24', language: 'zh', items: 5 },
] as const

describe('the samples', () => {
  for (const { file, title, date, language, items } of SAMPLES) {
    it(`reads ${file}`, async () => {
      const bytes = readFileSync(new URL(`../../samples/${file}`, import.meta.url))
      const digest = await parse(bytes, `any/${file}`)
      expect(digest).toMatchObject({ title, date, dateSource: 'title', language })
      expect(digest.items.map((item) => item.n)).toEqual(digest.items.map((_, i) => i + 1))
      expect(digest.items).toHaveLength(items)
    })
  }
})

describe('plain text', () => {
  it('joins a bullet with its continuation lines and takes its headline for the title', async () => {
    const { items } = await parse(
      'News\n\n  • A fair\n    It drew 300 people and went on for long.\n    It ends.\n',
    )
    expect(items).toMatchObject([
      {
        kind: 'bullet',
        title: 'A fair',
        text: 'A fair It drew 300 people and went on for long. It ends.',
        line: 3,
      },
    ])
  })

  it('makes a lead-in the context of its list and of nothing after it', async () => {
    const { items } = await parse('News\n\nKey findings:\n\n- One thing.\n- Two things.\n\nAfterwards.\n')
    expect(items.map(({ text, context }) => [text, context])).toEqual([
      ['One thing.', 'Key findings:'],
      ['Two things.', 'Key findings:'],
      ['Afterwards.', null],
    ])
  })

  it('takes headings for sections, and never a line with a figure', async () => {
    const { items } = await parse(
      'News\n\nBanking\n\nRates fell.\n\nJobs rise to 400\n\nThe end of it all.\n',
    )
    expect(items.map(({ text, section }) => [text, section])).toEqual([
      ['Rates fell.', 'Banking'],
      ['Jobs rise to 400', 'Banking'],
      ['The end of it all.', 'Banking'],
    ])
  })

  it('parts what a mail quotes as it was parted before', async () => {
    const { items } = await parse('News\n\n> Cars sell:\n>\n> - 300 cars\n> - 20 vans\n>> of last year\n')
    expect(items.map(({ kind, text, context }) => [kind, text, context])).toEqual([
      ['bullet', '300 cars', 'Cars sell:'],
      ['bullet', '20 vans of last year', 'Cars sell:'],
    ])
  })

  it('takes a day under the title for no item, and news of that day for one', async () => {
    const storiesUnder = async (line: string) =>
      (await parse(`News\n\n${line}\n\nIt is cold.\n`)).items.filter(({ kind }) => kind !== 'boilerplate')
    expect(await storiesUnder('No. 14, Thursday, January 9, 2020')).toHaveLength(1)
    expect(await storiesUnder('By Ida Berg · 9 January 2020, 6:00 a.m. · 4 min read')).toHaveLength(1)
    expect(await storiesUnder('January 9, 2020: rents fall 4 percent')).toHaveLength(2)
  })

  it('reads records with titles as text, not as the fields of a head', async () => {
    const { items } = await parse('Title: One\nJobs: 300\n\nTitle: Two\nJobs: 400\n')
    expect(items.map(({ text }) => text)).toEqual(['Title: One Jobs: 300', 'Title: Two Jobs: 400'])
  })

  it('finds each item again at its place', async () => {
    const document = 'News\r\n\r\nA first line\r\nand a second.\r\n\r\n  - A bullet.\r\n'
    const { items } = await parse(document)
    const decoded = document.replaceAll('\r\n', '\n')
    expect(items.map(({ start, end }) => decoded.slice(start, end))).toEqual([
      'A first line\nand a second.',
      '- A bullet.',
    ])
  })
})

describe('Markdown', () => {
  it.each(['', '&nbsp;', 'javascript:alert(1)', ' DATA:text/html,x'])(
    'keeps no link that leads to %j',
    async (url) => {
      const { items } = await parse(
        `<p>The yard <a href="${url}">leases</a> 300 square meters.</p>`,
        'a.html',
      )
      expect(items).toMatchObject([{ text: 'The yard leases 300 square meters.', links: [] }])
    },
  )

  it('titles a paragraph by its lead and keeps its links', async () => {
    const { items } = await parse(
      '# News\n\n__Dams.__ There are [38,000 dams](https://example.org/a_b).\n',
      'a.md',
    )
    expect(items).toMatchObject([
      {
        title: 'Dams',
        text: 'Dams. There are 38,000 dams.',
        links: [{ text: '38,000 dams', url: 'https://example.org/a_b' }],
      },
    ])
  })

  it('takes the date from a first line that a note follows without a gap', async () => {
    const digest = await parse('2020.01.08 edition\n*Ports, dams.*\n\nA port opened.\n', 'a.md')
    expect(digest).toMatchObject({ title: '2020.01.08 edition', date: '2020-01-08', dateSource: 'title' })
    expect(digest.items).toHaveLength(2)
  })

  it('keeps a list of links into the document itself for a table of contents', async () => {
    const contents = '- [3 new berths](#ports)\n- [Shops](#shops)\n\n[Ports](#ports) · [Shops](#shops)\n'
    const { items } = await parse(`# News\n\n${contents}\nSee [below](#shops) for 300 shops.\n`, 'a.md')
    expect(items.map(({ kind }) => kind)).toEqual(['boilerplate', 'boilerplate', 'boilerplate', 'paragraph'])
  })

  it('reads a table row under its header', async () => {
    const { items } = await parse('# News\n\n| City | Beds |\n| --- | --- |\n| North | 150 beds |\n', 'a.md')
    expect(items).toMatchObject([{ kind: 'row', text: 'North — 150 beds', context: 'City | Beds', line: 5 }])
  })
})

describe('the day that a digest says it is of', () => {
  it.each([
    ['This is the news for the week of Monday, November 14th 2022, by the harbour desk.', '2022-11-14'],
    ['Published on 14 November 2022', '2022-11-14'],
    ['发布时间：2022-11-14 08:00', '2022-11-14'],
    ['Welcome to the weekly digest of 14-11-2022.', '2022-11-14'],
  ])('is found in %j', async (line, date) => {
    const document = `News of the harbour\n\n${line}\n\nA port opened on 3 March 2021.\n`
    expect(await parse(document)).toMatchObject({ date, dateSource: 'title' })
  })

  it('is no day that a story tells, and not before that of the title', async () => {
    expect(await parse('News\n\nA port opened on 3 March 2021.\n')).toMatchObject({ dateSource: 'object' })
    const titled = 'News, January 9, 2020\n\nPublished: 2020-01-10\n\nA port opened.\n'
    expect(await parse(titled)).toMatchObject({ date: '2020-01-09' })
  })
})

describe('a paragraph above a line', () => {
  it('is a heading where it is one line that closes no sentence', async () => {
    const textsOf = async (markdown: string) =>
      (await parse(`# News\n\n${markdown}`, 'a.md')).items.map(({ text }) => text)
    expect(await textsOf('Ports\n---\n\nA pier opened.\n')).toEqual(['A pier opened.'])
    expect(await textsOf('A port opened.\n---\n\nA pier opened.\n')).toEqual([
      'A port opened.',
      'A pier opened.',
    ])
    expect(await textsOf('A port opened\nin the north\n---\n\nA pier.\n')).toEqual([
      'A port opened in the north',
      'A pier.',
    ])
    expect(await textsOf('港口开放。\n----\n\n另一港口。\n')).toEqual(['港口开放。', '另一港口。'])
  })
})

describe('a word cut at the end of a line', () => {
  it.each([
    ['The plant gives 500 mega-\nwatts.', 'The plant gives 500 megawatts.'],
    ['A long-\nterm lease.', 'A long-term lease.'],
    ['A 20-\nyear lease.', 'A 20-year lease.'],
    ['An Anglo-\nDutch firm.', 'An Anglo-Dutch firm.'],
    ['The mil\u00ad\nlion.', 'The million.'],
    ['A range of 5 -\nor more.', 'A range of 5 - or more.'],
  ])('is whole again: %j', async (written, text) => {
    expect((await parse(`News\n\n${written}\n`)).items.map((item) => item.text)).toEqual([text])
  })
})

describe('bold words', () => {
  it.each([
    ['**仓储扩建。**去年面积为2万平方米。', '仓储扩建'],
    ['公司称，**“扩建”**已完成。', null],
    ['面积为**2万平方米**，费用未定。', null],
  ])('end before Chinese words as before a space: %s', async (written, title) => {
    const { items } = await parse(`# 日报\n\n${written}\n`, 'a.md')
    expect(items).toMatchObject([{ text: written.replaceAll('**', ''), title }])
  })
})

describe('a headline with a figure', () => {
  const told = async (heading: string, story: string) =>
    (await parse(`# News\n\n## ${heading}\n\n${story}\n`, 'a.md')).items.map(({ text }) => text)

  it('is news where the story does not say it, and counted once where it does', async () => {
    expect(await told('Rents fell 4 percent', 'It is cold.')).toEqual(['Rents fell 4 percent', 'It is cold.'])
    expect(await told('Rents fell 4 percent', 'Rents fell 4 percent.')).toEqual(['Rents fell 4 percent.'])
    expect(await told('北港吞吐量增长4%', '天气寒冷。')).toEqual(['北港吞吐量增长4%', '天气寒冷。'])
  })

  it.each([
    '3. Ports',
    'No. 14',
    'January 9',
    'Week 12',
    '1月24日',
    '2020',
    'Top 10',
    '5 things to read',
    'At 6:30',
  ])('has none in %s', async (heading) => {
    expect(await told(heading, 'It is cold.')).toEqual(['It is cold.'])
  })

  it('is kept of a title too', async () => {
    const { items } = await parse('# Rents fell 4 percent\n\nIt is cold.\n', 'a.md')
    expect(items.map(({ text }) => text)).toEqual(['Rents fell 4 percent', 'It is cold.'])
  })
})

describe('a mail', () => {
  const mail = (fields: string, body: string | Buffer) =>
    Buffer.concat([
      Buffer.from(`From: a@e.test\nDate: Thu, 9 Jan 2020 08:00:00 +0000\n${fields}\n\n`),
      Buffer.from(body),
    ])
  const textsOf = async (bytes: Buffer) => (await parse(bytes, 'a.eml')).items.map(({ text }) => text)

  it.each([
    ['> The hall has 400 \n> square meters.', 'The hall has 400 square meters.'],
    ['>> A hall of \n>> 400 m.\n> A yard.', 'A hall of 400 m. A yard.'],
    ['> 全港泊位32 \n> 6个', '全港泊位326个'],
  ])('joins the flowed lines of a quotation: %j', async (body, text) => {
    expect(
      await textsOf(mail('Subject: b\nContent-Type: text/plain; format=flowed; charset=utf-8', body)),
    ).toEqual([text])
  })

  it.each(['us-ascii', 'iso-8859-1', 'gb2312', 'x-unknown', 'unknown-8bit', 'windows-1252'])(
    'in UTF-8 is read as that under the label %s',
    async (label) => {
      const body = 'Die Halle misst 400 m² für 5 €, 全港泊位326个。'
      expect(await textsOf(mail(`Subject: b\nContent-Type: text/plain; charset=${label}`, body))).toEqual([
        body,
      ])
    },
  )

  it('is read in the encoding that its HTML names, under any transfer encoding', async () => {
    const html = iconv.encode('<html><head><meta charset="gb2312"></head><p>全港泊位326个。</p>', 'gbk')
    const fields = 'Subject: b\nContent-Type: text/html\nContent-Transfer-Encoding: base64'
    expect(await textsOf(mail(fields, html.toString('base64')))).toEqual(['全港泊位326个。'])
  })

  it('has a subject in bytes, or cut within a character', async () => {
    const titleOf = async (subject: Buffer) =>
      (
        await parse(
          Buffer.concat([
            Buffer.from('From: a@e.test\nTo: b@e.test\nSubject: '),
            subject,
            Buffer.from('\n\nSome text.\n'),
          ]),
          'a.eml',
        )
      ).title
    expect(await titleOf(iconv.encode('晨报：港口与泊位', 'gbk'))).toBe('晨报：港口与泊位')
    const [head, tail] = [Buffer.from('港口').subarray(0, 4), Buffer.from('港口').subarray(4)]
    const words = [head, tail].map((bytes) => `=?utf-8?B?${bytes.toString('base64')}?=`).join('\n ')
    expect(await titleOf(Buffer.from(words))).toBe('港口')
  })

  it('is read with the files that are digests, and names the others', async () => {
    const part = (type: string, name: string, body: string) =>
      `--A\nContent-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\n\n${body}\n`
    const body = `--A\n\nA note.\n${part('text/html', 'a.html', '<p>The hall has <b>400</b> meters.</p>')}${part('image/png', 'b.png', 'PNG')}--A--\n`
    const { items } = await parse(
      mail('Subject: b\nContent-Type: multipart/mixed; boundary=A', body),
      'a.eml',
    )
    expect(items.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'A note.'],
      ['paragraph', 'The hall has 400 meters.'],
      ['boilerplate', '[b.png]'],
    ])
  })
})

describe('a page written as XML', () => {
  it.each([
    '<title/>',
    '<script src="a.js"/>',
    '<iframe src="a"/>',
    '<noscript/>',
    '<div id="a"/>',
    '<textarea/>',
  ])('is read on behind %s', async (tag) => {
    const html = `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body>${tag}<p>A port.</p></body></html>`
    expect((await parse(html, 'a.xhtml')).items.map(({ text }) => text)).toEqual(['A port.'])
  })
})

describe('a heading', () => {
  it('is cut where it is too long to be stored with each of its items', async () => {
    const { items } = await parse(
      `# News\n\n## ${'word '.repeat(100)}\n\nA port.\n\n## Next\n\nA pier.\n`,
      'a.md',
    )
    expect(items[0]?.section).toHaveLength(LIMITS.headingLength)
    expect(items[0]?.section).toMatch(/word…$/)
  })
})

describe('HTML', () => {
  it.each([
    ['<span style="color:#000; font-weight:bold">Dams.</span> There are 38,000.', 'Dams'],
    ['<font style="font-weight: 700">Dams.</font> There are 38,000.', 'Dams'],
    ['<b style="font-weight:normal"><b>Dams.</b> There are 38,000.</b>', 'Dams'],
    ['<b style="font-weight:normal">There are 38,000 dams.</b>', null],
  ])('takes for a lead what is shown in bold: %s', async (words, title) => {
    expect((await parse(`<p>${words}</p>`, 'a.html')).items).toMatchObject([{ title }])
  })

  it('reads the head of a table for its header, whatever cells it has', async () => {
    const rows = '<thead><tr><td>Port<td>Ships</thead><tbody><tr><td>North<td>12</tbody>'
    const { items } = await parse(`<table>${rows}</table>`, 'a.html')
    expect(items).toMatchObject([{ text: 'North — 12 Ships', context: 'Port | Ships' }])
  })

  it('keeps a headline with a figure under a subject that does not say it', async () => {
    const mail = (subject: string) =>
      `From: a@e.test\nSubject: ${subject}\nContent-Type: text/html\n\n<h1>Rents fell 4 percent</h1><p>It is cold.</p>`
    const textsOf = async (subject: string) => (await parse(mail(subject))).items.map(({ text }) => text)
    expect(await textsOf('The brief')).toEqual(['Rents fell 4 percent', 'It is cold.'])
    expect(await textsOf('Brief: Rents fell 4 percent')).toEqual(['It is cold.'])
  })

  it.each(['<footer>', '<div id="footer">', '<td class="small email-footer">'])(
    'knows what stands in %s for no story',
    async (tag) => {
      const { items } = await parse(`<p>A port.</p><table><tr>${tag}12 Quay Street`, 'a.html')
      expect(items.find(({ text }) => text === '12 Quay Street')?.kind).toBe('boilerplate')
    },
  )
})

describe('the date', () => {
  const DATED = [
    { title: 'Links for January 9, 2020', key: 'a.txt', date: '2020-01-09', dateSource: 'title' },
    { title: 'Weekly — 2020.01.08 edition', key: '2019-01-01.txt', date: '2020-01-08', dateSource: 'title' },
    { title: '2020年1月24日 除夕', key: 'a.txt', date: '2020-01-24', dateSource: 'title' },
    { title: '9th of Jan. 2020', key: 'a.txt', date: '2020-01-09', dateSource: 'title' },
    { title: 'Week of January 3–9, 2020', key: 'a.txt', date: '2020-01-09', dateSource: 'title' },
    { title: 'The week, 3 - 9 January 2020', key: 'a.txt', date: '2020-01-09', dateSource: 'title' },
    { title: 'Issue of 09-Jan-2020', key: 'a.txt', date: '2020-01-09', dateSource: 'title' },
    { title: '日报 二〇二〇年一月二十四日', key: 'a.txt', date: '2020-01-24', dateSource: 'title' },
    { title: '晚报 二零一九年十月十日', key: 'a.txt', date: '2019-10-10', dateSource: 'title' },
    { title: '周报（２０２０年１月２４日）', key: 'a.txt', date: '2020-01-24', dateSource: 'title' },
    { title: 'News', key: '2019-12-31/2020-01-09.txt', date: '2020-01-09', dateSource: 'key' },
    { title: 'News', key: 'archive/2020/01/09/news.txt', date: '2020-01-09', dateSource: 'key' },
    { title: 'News', key: '20200109.txt', date: '2020-01-09', dateSource: 'key' },
    { title: 'Bericht, 09.01.2020', key: 'a.txt', date: '2020-01-09', dateSource: 'title' },
    { title: 'Issue 3 (1/31/2020)', key: 'a.txt', date: '2020-01-31', dateSource: 'title' },
    { title: 'Issue 3 (31/1/2020)', key: 'a.txt', date: '2020-01-31', dateSource: 'title' },
    { title: 'Issue 3 (1/9/2020)', key: 'a.txt', date: '2021-05-06', dateSource: 'object' },
    { title: 'No 2020-02-30 but 2020-03-01', key: 'a.txt', date: '2020-03-01', dateSource: 'title' },
    { title: 'The Letter\nNo. 14, January 9, 2020', key: 'a.txt', date: '2020-01-09', dateSource: 'title' },
    {
      title: 'The Letter\n\nThursday, January 9, 2020',
      key: 'a.txt',
      date: '2020-01-09',
      dateSource: 'title',
    },
    { title: 'Title: News\nDate: 2020-01-09', key: 'a.txt', date: '2020-01-09', dateSource: 'front-matter' },
    { title: 'News of 2020-02-30', key: 'a.txt', date: '2021-05-06', dateSource: 'object' },
  ]
  for (const { title, key, date, dateSource } of DATED) {
    it(`is ${date} for ${JSON.stringify(title)} in ${key}`, async () => {
      expect(await parse(`${title}\n\nSome text.\n`, key)).toMatchObject({ date, dateSource })
    })
  }
})

describe('the date of a mail', () => {
  it.each([
    ['Thu, 9 Jan 2020 08:00:00 +0000', '2020-01-09'],
    ['Thursday, 09-Jan-20 08:00:00 GMT', '2020-01-09'],
    ['Thu Jan  9 08:00:00 2020', '2020-01-09'],
    ['Thu Jan 9 2020 08:00:00 GMT+0800 (China Standard Time)', '2020-01-09'],
    ['Do, 9. Januar 2020 08:00', '2020-01-09'],
    ['jeu., 9 janv. 2020 08:00:00 +0100', '2020-01-09'],
    ['lun, 3 de ago. de 2020 08:00', '2020-08-03'],
    ['2020年1月9日 08:00', '2020-01-09'],
    ['2020-01-09T08:00:00Z', '2020-01-09'],
    ['9 Jan 99 08:00:00 GMT', '1999-01-09'],
  ])('%s is %s', async (sent, date) => {
    const mail = `From: a@e.test\nSubject: b\nDate: ${sent}\n\nSome text.\n`
    expect(await parse(mail, 'a.eml')).toMatchObject({ date, dateSource: 'mail' })
  })

  it('is that of its way where it has none', async () => {
    const mail =
      'Received: from a by b with SMTP id 1; Thu, 9 Jan 2020 08:00:00 +0000\nFrom: a@e.test\nSubject: b\n\nSome text.\n'
    expect(await parse(mail, 'a.eml')).toMatchObject({ date: '2020-01-09', dateSource: 'mail' })
  })
})

describe('the date that a document states', () => {
  it.each([
    ['a.md', '---\npublished: 2020-01-09\n---\n\nSome text.'],
    ['a.md', '---\n"pubDate":\n  2020-01-09\n---\n\nSome text.'],
    ['a.md', '---\n发布日期: 2020年1月9日\n---\n\nSome text.'],
    ['a.md', '+++\npublish_date = 2020-01-09\n+++\n\nSome text.'],
    ['a.html', '<meta name="DC.date.issued" content="2020-01-09"><p>Some text.'],
    ['a.html', '<meta property="article:published" content="2020-01-09T08:00:00+08:00"><p>Some text.'],
    ['a.html', '<script type="application/ld+json">[{"datePublished": "2020-01-09"}]</script><p>Some text.'],
    ['a.html', '<p>Some text.<span itemprop="datePublished" content="2020-01-09">9/1</span>'],
  ])('in %s, %j', async (key, document) => {
    expect(await parse(document, key)).toMatchObject({ date: '2020-01-09', dateSource: 'front-matter' })
  })

  it('is the only one that a page shows, and none of several', async () => {
    const time = (day: number) => `<time datetime="2020-01-0${day}">then</time>`
    expect(await parse(`<p>Some text. ${time(9)}</p>`, 'a.html')).toMatchObject({ date: '2020-01-09' })
    expect(await parse(`<p>Some text. ${time(8)}${time(9)}</p>`, 'a.html')).toMatchObject({
      dateSource: 'object',
    })
  })
})

describe('a refused upload', () => {
  const REFUSED: {
    what: string
    bytes: Uint8Array
    key?: string
    reason: DigestErrorReason
    says: RegExp
  }[] = [
    { what: 'an empty file', bytes: new Uint8Array(0), reason: 'empty', says: /0 bytes/ },
    { what: 'white space', bytes: Buffer.from(' \n\t\n'), reason: 'empty', says: /white space/ },
    {
      what: 'a title alone',
      bytes: Buffer.from('Links for January 9, 2020\n'),
      reason: 'empty',
      says: /no items/,
    },
    { what: 'NUL bytes', bytes: Buffer.from('PK\u0003\0\0 text'), reason: 'binary', says: /NUL/ },
    {
      what: 'a picture',
      bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0),
      reason: 'binary',
      says: /NUL/,
    },
    { what: 'invalid UTF-8', bytes: Uint8Array.of(0x61, 0xff, 0x62), reason: 'encoding', says: /UTF-8/ },
    {
      what: 'a 50 MB file',
      bytes: new Uint8Array(50_000_000).fill(0x61),
      reason: 'too-large',
      says: new RegExp(`50000000 bytes, ${LIMITS.bytes} are allowed`),
    },
    {
      what: 'more items than allowed',
      bytes: Buffer.from('News\n\n'.concat('- One.\n'.repeat(LIMITS.items + 1))),
      reason: 'too-many-items',
      says: /20001, 20000 are allowed/,
    },
    {
      what: 'a PDF cut off',
      bytes: Buffer.from('%PDF-1.7 text'),
      reason: 'format',
      says: /PDF document cannot be read/,
    },
    {
      what: 'a ZIP archive',
      bytes: Buffer.from('PK\u0003\u0004 text'),
      reason: 'format',
      says: /a damaged ZIP archive/,
    },
    {
      what: 'a cut gzip file',
      bytes: gzipSync('Some text.').subarray(0, 20),
      reason: 'format',
      says: /damaged/,
    },
    {
      what: 'a gzip bomb',
      bytes: gzipSync(Buffer.alloc(9_000_000, 'a ')),
      reason: 'too-large',
      says: /200 times/,
    },
    {
      what: 'gzip of too many bytes',
      bytes: gzipSync(randomBytes(6_000_000).toString('hex')),
      reason: 'too-large',
      says: /more than the 10000000 bytes/,
    },
    {
      what: 'too long a line',
      bytes: Buffer.from(`News\n\n${'word '.repeat(200_001)}`),
      reason: 'line-too-long',
      says: /Line 3 .* 1000005 characters, 1000000 are allowed/,
    },
    {
      what: 'too long an item',
      bytes: Buffer.from(`News\n\n${'word '.repeat(80_000)}`),
      reason: 'item-too-long',
      says: /350000 are allowed/,
    },
    {
      what: 'more links than allowed',
      bytes: Buffer.from(
        `News\n\n${'- https://e.test/a https://e.test/b https://e.test/c\n'.repeat(17_000)}`,
      ),
      reason: 'too-many-links',
      says: /51000, 50000 are allowed/,
    },
    {
      what: 'a header that comes with each of many rows',
      bytes: Buffer.from(`<table><tr><th>${'漢'.repeat(400)}<th>a</tr>${'<tr><td>1<td>b'.repeat(15_000)}`),
      key: 'a.html',
      reason: 'too-large',
      says: /bytes as items, 8\d+ are allowed for its size/,
    },
    {
      what: 'too long a paragraph',
      bytes: Buffer.from(`# News\n\n${'*_'.repeat(60_000)}`),
      key: 'a.md',
      reason: 'item-too-long',
      says: /line 3 .* 120000 characters, 100000 are allowed/,
    },
    {
      what: 'quotes too deep inside each other',
      bytes: Buffer.from(`${'> '.repeat(150)}text`),
      key: 'a.md',
      reason: 'too-deep',
      says: /over 100 levels/,
    },
    {
      what: 'tags too deep inside each other',
      bytes: Buffer.from(`${'<div>'.repeat(300)}text`),
      key: 'a.html',
      reason: 'too-deep',
      says: /over 250 levels/,
    },
    {
      what: 'a mail of an attachment alone',
      bytes: Buffer.from('From: a@b\nSubject: c\nContent-Type: application/pdf\n\nJVBE\n'),
      reason: 'empty',
      says: /none of its parts/,
    },
    {
      what: 'a mail with a broken part',
      bytes: Buffer.from(
        'From: a@b\nSubject: c\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!notbase64==\n',
      ),
      reason: 'binary',
      says: /undecodable/,
    },
    {
      what: 'a directory marker',
      bytes: Buffer.from('x'),
      key: 'digests/',
      reason: 'key',
      says: /ends in "\/"/,
    },
    {
      what: 'an over-long key',
      bytes: Buffer.from('x'),
      key: 'é'.repeat(513),
      reason: 'key',
      says: /1026 bytes/,
    },
  ]
  for (const { what, bytes, key, reason, says } of REFUSED) {
    it(`is ${what}`, async () => {
      await expect(parse(bytes, key)).rejects.toMatchObject({ name: 'DigestError', reason, message: says })
    })
  }
})

describe('digestId', () => {
  it('is 32 hexadecimal digits, the same for the same key', () => {
    expect(digestId('digests/周刊 #1 100%+.txt')).toMatch(/^[0-9a-f]{32}$/)
    expect(digestId('a')).toBe('ca978112ca1bbdcafac231b39a23dc4d')
  })
})
