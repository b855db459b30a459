import { Pipeline } from '../simulation/pipeline.ts'

/** Digests of several years, languages, metrics and lengths, by their keys. */
const DIGESTS: Record<string, string> = {
  'parks.txt': [
    'Notes for January 9, 2020',
    'The area of the park grew from 1,000 square meters to 2,000 square meters.',
    'The bank leased 20,000 square meters of floor space.',
    'The city built 300 to 500 square meters of housing.',
  ].join('\n\n'),
  'hospital.txt': [
    'Notes for January 24, 2020',
    '41 confirmed patients were treated in Wuhan.',
    'Officials reported 15 suspected patients and 3 severe patients.',
    'The hospital discharged 12 recovered patients.',
  ].join('\n\n'),
  'formulas.txt': [
    'Notes for March 2, 2020',
    '=HYPERLINK("http://evil.example","The club leased 100.25 square meters.")',
    '@SUM(1+1) and <script>alert(1)</script> beside 7 square meters.',
    'Temperatures fell to -12.5 degrees Celsius.',
  ].join('\n\n'),
  'steel.txt': 'Notes for December 31, 2018\n\nSales of steel rose to 9007199254740993 yuan.\n',
  '日报.txt': '2020年2月3日简报\n\n该银行租赁了2万平方米的办公空间。\n\n医院收治了18名确诊患者。\n',
}

/** How many digests of one paragraph there are beside those. */
const MORE = 30

let archive: Promise<Pipeline> | undefined

/** The pipeline with a small archive stored and served; every caller gets the same one, and only reads. */
export function readArchive(): Promise<Pipeline> {
  archive ??= storeArchive()
  return archive
}

async function storeArchive(): Promise<Pipeline> {
  const pipeline = new Pipeline()
  for (const [key, text] of Object.entries(DIGESTS)) await pipeline.parse(pipeline.bucket.put(key, text))
  for (let n = 1; n <= MORE; n++) {
    const text = `Notes for April ${n}, 2019\n\nShop ${n} leased ${n}.5 square meters.\n`
    await pipeline.parse(pipeline.bucket.put(`shops/${n}.txt`, text))
  }
  await pipeline.settle()
  return pipeline
}

/** Id of a series of an entity that the archive speaks of. */
export async function seriesOf(entity: string): Promise<string> {
  const pipeline = await readArchive()
  const { series } = await pipeline.read<{ series: { id: string }[] }>('GET /v1/series', { entity })
  return series[0]?.id ?? ''
}
