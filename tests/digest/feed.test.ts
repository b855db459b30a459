import { describe, expect, it } from 'vitest'
import { parseDigest } from '../../shared/digest/parse.ts'

const parse = (document: string, key = 'feed.xml') =>
  parseDigest(Buffer.from(document), { key, lastModified: '2021-05-06T07:08:09Z' })

const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>Mill feed</title>
  <item><guid>1</guid><title>Flour &amp; loaves</title><link>https://e.test/1</link><pubDate>Thu, 09 Jan 2020 23:00:00 -0500</pubDate>
  <description><![CDATA[<p>The mill ground <b>45 tonnes</b>.</p><p style="display:none">Read on.</p>]]></description></item>
  <item><guid>2</guid><title>Water rose by 2 meters</title><pubDate>Wed, 08 Jan 2020 08:00:00 GMT</pubDate><description>It is high.</description></item>
  <item><guid>1</guid><title>Flour</title><description>Told before.</description></item></channel></rss>`

const ENTRIES = [
  { title: 'Flour', day: '2020-01-09', html: '<p>The mill ground 45 tonnes.</p>', url: 'https://e.test/1' },
]
const FEEDS: Readonly<Record<string, (entry: (typeof ENTRIES)[number]) => string>> = {
  'RSS 0.91': ({ title, day, html, url }) =>
    `<rss version="0.91"><channel><title>Mill feed</title><item><title>${title}</title><link>${url}</link><pubDate>${day}</pubDate><description><![CDATA[${html}]]></description></item></channel></rss>`,
  'RSS 1.0': ({ title, day, html, url }) =>
    `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Mill feed</title></channel><item rdf:about="${url}"><title>${title}</title><link>${url}</link><dc:date>${day}</dc:date><description><![CDATA[${html}]]></description></item></rdf:RDF>`,
  'RSS 2.0 with all of its text': ({ title, html, url }) =>
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Mill feed</title><item><title>${title}</title><link>${url}</link><pubDate>Thu, 9 Jan 2020 08:00:00 GMT</pubDate><description>In short.</description><content:encoded><![CDATA[${html}]]></content:encoded></item></channel></rss>`,
  Atom: ({ title, day, html, url }) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Mill feed</title><entry><id>1</id><title>${title}</title><link href="${url}"/><published>${day}T08:00:00Z</published><updated>2021-01-01T00:00:00Z</updated><content type="html"><![CDATA[${html}]]></content></entry></feed>`,
  'Atom with XHTML': ({ title, day, html, url }) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Mill feed</title><entry><id>1</id><title type="text">${title}</title><link rel="alternate" href="${url}"/><updated>${day}T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></content></entry></feed>`,
  'JSON Feed': ({ title, day, html, url }) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Mill feed',
      items: [{ id: '1', url, title, content_html: html, date_published: `${day}T08:00:00Z` }],
    }),
}

describe('a feed', () => {
  it.each(Object.entries(FEEDS))('of the kind %s has its entries as stories', async (_, write) => {
    for (const entry of ENTRIES) {
      const digest = await parse(write(entry))
      expect(digest).toMatchObject({ title: 'Mill feed', date: '2020-01-09', dateSource: 'front-matter' })
      expect(digest.items).toMatchObject([
        {
          title: entry.title,
          text: 'The mill ground 45 tonnes.',
          section: null,
          date: entry.day,
          links: [{ text: entry.title, url: entry.url }],
        },
      ])
    }
  })

  it('has each entry once, reads its words as a page, and keeps a headline that the story does not tell', async () => {
    const { items } = await parse(RSS)
    expect(items.map(({ date, title, text }) => [date, title, text])).toEqual([
      ['2020-01-09', 'Flour & loaves', 'The mill ground 45 tonnes.'],
      ['2020-01-08', null, 'Water rose by 2 meters'],
      ['2020-01-08', 'Water rose by 2 meters', 'It is high.'],
    ])
  })

  it('is one whatever its name, and is refused where it is damaged or says nothing', async () => {
    expect((await parse(RSS, 'latest')).items).toHaveLength(3)
    await expect(parse('<rss version="2.0"><channel><title>a</title></channel></rss>')).rejects.toMatchObject(
      { reason: 'empty' },
    )
  })
})

describe('a mailbox', () => {
  const mail = (day: number, body: string) =>
    `From editor@e.test Thu Jan  ${day} 08:00:00 2020\nFrom: editor@e.test\nSubject: Notes ${day}\nDate: ${day} Jan 2020 08:00:00 +0000\n\n${body}\n\n`

  it('has its mails as sections, each read as a mail', async () => {
    const box = [3, 4, 5]
      .map((day) => mail(day, `The bakery sold ${day}00 loaves.\n>From here on it rained.`))
      .join('')
    const digest = await parse(box, 'archive.mbox')
    expect(digest).toMatchObject({ date: '2020-01-05', dateSource: 'mail' })
    expect(digest.items.map(({ date, section, text }) => [date, section, text])).toEqual(
      [3, 4, 5].map((day) => [
        `2020-01-0${day}`,
        `Notes ${day}`,
        `The bakery sold ${day}00 loaves. From here on it rained.`,
      ]),
    )
  })

  it('is not every text with a line that begins with From', async () => {
    const { items } = await parse(
      'Notes\n\nFrom here on it rained.\n\nFrom the mill 45 tonnes came.\n',
      'a.txt',
    )
    expect(items).toHaveLength(2)
  })
})

describe('text that is data and no story', () => {
  it.each([
    ['a.xml', '<?xml version="1.0"?><urlset><url/></urlset>', /XML of another kind/],
    ['a.txt', '<?xml version="1.0"?><opml version="2.0"><body/></opml>', /XML of another kind/],
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><text>45 tonnes</text></svg>', /an SVG image/],
    ['a', '{"loaves": [900, 800]}', /JSON of another kind/],
    ['a.json', '{"loaves": 900', /JSON of another kind/],
    ['a.csv', 'town,loaves\nOak,900\n', /a table \(CSV\)/],
    ['a', '{\\rtf1\\ansi 45 tonnes}', /an RTF document/],
    ['a.ics', 'BEGIN:VCALENDAR\nEND:VCALENDAR\n', /a calendar/],
  ])('is refused: %s', async (key, document, says) => {
    await expect(parse(document, key)).rejects.toMatchObject({ reason: 'format', message: says })
  })

  it('is not what only looks like it at its start', async () => {
    expect(
      (await parse('[The mill](https://e.test) ground 45 tonnes.\n\n{All of it}\n', 'a')).items,
    ).toHaveLength(2)
    expect((await parse('<?xml version="1.0"?><html><p>45 tonnes</p></html>', 'a.xml')).items).toHaveLength(1)
  })
})
