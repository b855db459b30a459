import { describe, expect, test } from 'vitest'
import { parseDigest } from '../../shared/digest/parse.ts'
import { unreadWords } from '../../shared/model/digest.ts'
import { factsOfDigest } from '../../shared/statements/facts.ts'
import { Pipeline } from '../simulation/pipeline.ts'

const digestOf = (...paragraphs: string[]) =>
  parseDigest(new TextEncoder().encode(['Notes for January 9, 2020', ...paragraphs].join('\n\n')), {
    key: 'a.txt',
    lastModified: '2020-01-09T00:00:00Z',
  })

const factsIn = async (...paragraphs: string[]) =>
  factsOfDigest(await digestOf(...paragraphs)).map(({ text }) => text)

describe('a paragraph in a language without rules gives no facts', () => {
  test.each([
    'Die Aktie fiel um 3,5 Prozent auf 12,80 Euro.',
    'Der Konzern strich 300 Stellen und zahlte 2 Millionen Euro Strafe.',
    'La société a vendu 1 200 voitures en mars.',
    'Le taux de chômage est tombé à 7,1 % en mai.',
    'La empresa vendió 1.200 coches en marzo, un 3% más que hace un año.',
    '自動車の販売は前年比3%増の1万2000台だった。',
    'Завод выпустил 1200 машин.',
  ])('%s', async (text) => {
    const digest = await digestOf(text)
    expect(factsOfDigest(digest)).toEqual([])
    expect(digest.items.map(({ language }) => language)).toEqual(['other'])
  })
})

describe('a paragraph of several languages', () => {
  test.each([
    ['Sales rose 3%. 该公司营收达500亿元。', ['3%', '500亿元']],
    ['该公司租了5000平方米。 The lease costs $2 million a year.', ['5000平方米', '$2 million a year']],
    [
      'The maker said that it had sold 1,200 cars in March. Der Umsatz stieg um 3 Prozent auf 5 Millionen Euro. The costs of the group fell by 4%.',
      ['1,200 cars', '4%'],
    ],
    [
      'The minister said that 300 jobs were lost. «Nous avons perdu 300 emplois et 12 usines», a dit le maire.',
      ['300 jobs'],
    ],
  ])('gives the facts of what is read: %s', async (text, expected) => {
    expect(await factsIn(text)).toEqual(expected)
  })
})

describe('a short item without small words is read', () => {
  test.each([
    ['Revenue: $5.2bn, up 3%', ['$5.2bn', '3%']],
    ['São Paulo: 3,200 homes', ['3,200 homes']],
    ['JPMorgan：5000平方米', ['5000平方米']],
  ])('%s', async (text, expected) => {
    expect(await factsIn(text)).toEqual(expected)
  })
})

describe('a digest', () => {
  const PARAGRAPHS = [
    'The mill sold 300 tons of paper to the printers of the town.',
    'Die Mühle hat 300 Tonnen Papier verkauft.',
    'Das Werk hat 20 Stellen gestrichen und die Preise erhöht.',
    '工場は20人を採用した。',
  ]

  test('says how many items were left unread, by language', async () => {
    const digest = await digestOf(...PARAGRAPHS)
    expect(digest.unread).toEqual([
      { language: 'de', items: 2 },
      { language: 'ja', items: 1 },
    ])
    expect(unreadWords(digest)).toBe('3 items are left unread, nothing here reads de (2), ja (1)')
  })

  test('of which all is read says nothing', async () => {
    const digest = await digestOf('The mill sold 300 tons.', '12%')
    expect(digest.unread).toEqual([])
    expect(unreadWords(digest)).toBeUndefined()
  })

  test('is described so by the API', async () => {
    const pipeline = new Pipeline()
    const text = ['Notes for January 9, 2020', ...PARAGRAPHS].join('\n\n')
    await pipeline.process(pipeline.bucket.put('a.txt', text))
    await pipeline.process(pipeline.bucket.put('b.txt', '2020年1月9日簡報\n\n該公司營收達500億元。'))
    const { digests } = await pipeline.read<{ digests: object[] }>('GET /v1/digests')
    expect(new Set(digests.map((digest) => JSON.stringify(digest)))).toHaveLength(2)
    expect(digests).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          key: 'a.txt',
          unread: [
            { language: 'de', items: 2 },
            { language: 'ja', items: 1 },
          ],
        }),
        expect.objectContaining({ key: 'b.txt', language: 'zh', variant: 'zh-Hant' }),
      ]),
    )
  })
})
