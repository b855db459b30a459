/**
 * Text read per second by each format's reader, beside the bare library that it stands on, on the same bytes and in
 * the same run: the best of all rounds, so that what else the machine does shows little. The documents are long ones
 * made of the paragraphs, lists and tables of a few sentences each.
 */
import { parseFeed } from 'feedsmith'
import mammoth from 'mammoth'
import MarkdownIt from 'markdown-it'
import { parse as parseHtml } from 'parse5'
import PostalMime from 'postal-mime'
import { extractText } from 'unpdf'
import { docxOf, paragraph, pdfOf } from '../tests/digest/office-files.ts'
import { withDeployed } from './deployed.ts'
import { printTable } from './table.ts'

interface Variant {
  format: string
  key: string
  document: string | Buffer
  library: string
  /** What the library alone does of the same. */
  bare(text: string, bytes: Uint8Array): unknown
}

/** About what the longest newsletters at hand have. */
const STORIES = 300
const WARM_UP = 60
const ROUNDS = 61

const SENTENCES = [
  'Two banks lease 20,000 square meters in the tallest tower of the city, up from 15,000 square meters.',
  'The register listed 10,900 firms; 72 percent of them had stopped trading.',
  'By Sunday 59 patients were being treated – seven were in critical condition.',
  '一家物流公司在上海的仓库面积扩大到2万平方米，此前为1.5万平方米，费用约3.5亿元。',
]
const stories = Array.from({ length: STORIES }, (_, n) => ({
  lead: `Story ${n + 1}`,
  address: `https://example.org/stories/${n + 1}`,
  sentences: SENTENCES.map((_, i) => SENTENCES[(n + i) % SENTENCES.length] ?? ''),
}))

const plain = stories
  .map(
    ({ sentences: [first, ...rest] }) =>
      `${first}\n\n${rest.map((sentence) => `  • ${sentence}\n`).join('')}`,
  )
  .join('\n')
const markdownText = stories
  .map(
    ({ lead, address, sentences: [first, second, ...rest] }) =>
      `__${lead}.__ ${first} See the [figures](${address}). *${second}*\n\n${rest.map((sentence) => `- ${sentence}\n`).join('')}`,
  )
  .join('\n')
const html = `<!DOCTYPE html><html><head><title>Digest</title></head><body>${stories
  .map(
    ({ lead, address, sentences: [first, second, ...rest] }) =>
      `<p><b>${lead}.</b> ${first} See the <a href="${address}">figures</a>. <i>${second}</i></p>\n<ul>\n${rest.map((sentence) => `<li>${sentence}</li>\n`).join('')}</ul>\n`,
  )
  .join('')}</body></html>\n`
const mail = `From: a@example.org\nSubject: Digest\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(
  html,
)
  .toString('base64')
  .replace(/.{76}/g, '$&\n')}\n`

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Digest</title>${stories
  .map(
    ({ lead, address, sentences }, n) =>
      `<item><guid>${n}</guid><title>${lead}</title><link>${address}</link><pubDate>Thu, 09 Jan 2020 08:00:00 GMT</pubDate><description><![CDATA[<p>${sentences.join('</p><p>')}</p>]]></description></item>`,
  )
  .join('')}</channel></rss>`
const docx = docxOf(
  ...stories.flatMap(({ lead, sentences }) => [paragraph(lead), ...sentences.map((text) => paragraph(text))]),
)
/** The letters of the standard fonts are Latin. */
const LATIN = SENTENCES.slice(0, 2)
const LINES_ON_PAGE = 50
const pdf = pdfOf(
  Array.from({ length: Math.ceil((STORIES * LATIN.length) / LINES_ON_PAGE) }, () =>
    Array.from({ length: LINES_ON_PAGE }, (_, line) => ({
      x: 50,
      y: 770 - 14 * line,
      text: LATIN[line % LATIN.length] ?? '',
    })),
  ),
)

/** As one would set it up for the same dialect: CommonMark with GFM tables and strikethrough, HTML let through. */
const markdownIt = new MarkdownIt({ html: true })
const bareHtml = (text: string) => parseHtml(text, { sourceCodeLocationInfo: true })

const variants: Variant[] = [
  {
    format: 'plain text',
    key: 'a.txt',
    document: plain,
    library: 'TextDecoder',
    bare: (_, bytes) => new TextDecoder().decode(bytes),
  },
  {
    format: 'Markdown',
    key: 'a.md',
    document: markdownText,
    library: 'markdown-it',
    bare: (text) => markdownIt.parse(text, {}),
  },
  { format: 'HTML', key: 'a.html', document: html, library: 'parse5', bare: bareHtml },
  {
    format: 'mail',
    key: 'a.eml',
    document: mail,
    library: 'postal-mime and parse5',
    bare: async (_, bytes) => bareHtml((await PostalMime.parse(bytes)).html ?? ''),
  },
  {
    format: 'feed',
    key: 'a.xml',
    document: feed,
    library: 'feedsmith and parse5',
    bare: (text) => itemsOf(parseFeed(text)).map(({ description }) => bareHtml(description ?? '')),
  },
  {
    format: 'DOCX',
    key: 'a.docx',
    document: docx,
    library: 'mammoth and parse5',
    bare: async (_, bytes) => bareHtml((await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value),
  },
  {
    format: 'PDF',
    key: 'a.pdf',
    document: pdf,
    library: 'unpdf',
    bare: (_, bytes) => extractText(bytes.slice()),
  },
]

const itemsOf = ({ format, feed }: ReturnType<typeof parseFeed>) =>
  format === 'rss' ? (feed.items ?? []) : []

type Deployed = typeof import('../shared/digest/parse.ts')

export const run = (): Promise<void> => withDeployed<Deployed>('shared/digest/parse.ts', measure)

async function measure({ parseDigest }: Deployed): Promise<void> {
  const rows: string[][] = []
  for (const { format, key, document, library, bare } of variants) {
    const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : new Uint8Array(document)
    const text = typeof document === 'string' ? document : ''
    const whole: number[] = []
    const alone: number[] = []
    // By turns, so that what slows the machine down slows both.
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const own = await timeOf(() => parseDigest(bytes, { key, lastModified: '2020-01-09T00:00:00Z' }))
      const bareTime = await timeOf(() => bare(text, bytes))
      if (round < 0) continue
      whole.push(own)
      alone.push(bareTime)
    }
    const [time, bareTime] = [Math.min(...whole), Math.min(...alone)]
    const speedOf = (milliseconds: number) => (bytes.length / 1000 / milliseconds).toFixed(1)
    rows.push([
      format,
      (bytes.length / 1000).toFixed(0),
      speedOf(time),
      speedOf(bareTime),
      (time / bareTime).toFixed(2),
      library,
    ])
  }
  printTable(['format', 'kB', 'MB/s', 'bare MB/s', 'x bare', 'bare library'], rows)
}

/** Milliseconds of processor time, which other work on the machine disturbs least. */
async function timeOf(work: () => unknown): Promise<number> {
  const began = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}
