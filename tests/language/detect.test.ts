import { describe, expect, test } from 'vitest'
import { detectLanguage, isForeign, mainLanguage } from '../../shared/language/detect.ts'

/** Language, or of another one its tag, then texts in it. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The mill leased 700 square meters.',
    'Revenue: $5.2bn, up 3%',
    'Apple Reports Record Quarter: $5.2bn',
    'GDP +3.2% y/y',
    'Los Angeles: 3,500 homes',
    'Die Hard earned $140 million',
    'Banco Bilbao Vizcaya Argentaria y Caja de Ahorros de Madrid: $5bn',
    'Estée Lauder: $4.2bn, down 3%',
    'Retail sales, jobless claims, industrial production, home prices, factory orders, durable goods, Thursday',
    'A café in São Paulo sold 1,200 cups.',
    'Cod costs 89 Danish kroner.',
  ],
  zh: ['JPMorgan和Goldman Sachs在上海租5000平方米', '办公室5000平方米', '營收500億元', '上海'],
  de: [
    'Die Aktie fiel um 3,5 Prozent auf 12,80 Euro.',
    'Umsatz: 5,2 Mrd. Euro, plus 3 Prozent',
    'Die Zahl der Toten stieg auf 44.',
    'Das Werk in Ulm baut 300 Stellen ab.',
  ],
  fr: [
    'La société a vendu 1 200 voitures en mars.',
    "Bénéfice net de 3,2 milliards d'euros",
    'La Banque centrale a relevé son taux directeur à 4 %.',
  ],
  es: [
    'El paro subió un 3,2% en marzo, hasta 2,9 millones de personas.',
    'Ventas: 5.200 millones de euros, un 3% más',
    'Casos confirmados: 3.200 (+45)',
  ],
  it: ['Il prezzo del gas è salito del 5% a 40 euro.'],
  pt: ['O PIB do Brasil cresceu 3,2% em 2023.'],
  nl: ['Het aantal besmettingen steeg met 3 procent.'],
  pl: ['Inflacja w marcu wzrosła do 3,2 proc. rok do roku.'],
  tr: ['Şirketin geliri yüzde 12 arttı ve 5 milyar liraya çıktı.'],
  ja: ['日経平均株価は前日比3%高の2万3000円だった。', '日経平均、3%高', '営業利益5000億円、前年比3%増'],
  ko: ['삼성전자 매출이 5조원을 기록했다.'],
  el: ['Ο πληθωρισμός έφτασε το 3%.'],
  'und-Cyrl': ['Выручка выросла на 5% до 3 млрд рублей.'],
  'und-Arab': ['ارتفع السعر 3 بالمئة.'],
  'und-Latn': ['Yhtiö kasvoi 5,2 prosenttia vuonna 2023', 'Arbeitslosenquote 5,3 %'],
}

describe('the language of a text', () => {
  test.each(Object.entries(TEXTS).flatMap(([tag, texts]) => texts.map((text) => [tag, text] as const)))(
    'is %s: %s',
    (tag, text) => {
      const { language, variant } = detectLanguage(text) ?? {}
      expect(language === 'other' ? variant : language).toBe(tag)
    },
  )

  test.each(['', '12.5%', '—', '2020-01-09 08:00'])('is not told by %j, which has no letters', (text) => {
    expect(detectLanguage(text)).toBeNull()
  })
})

describe('the variant of Chinese', () => {
  test.each([
    ['公司营收达500亿元', 'zh-Hans'],
    ['公司營收達500億元', 'zh-Hant'],
    ['新碼頭長380公尺', 'zh-Hant'],
    ['日圓貶值3%', 'zh-Hant'],
    ['上海3月', null],
  ])('of %s is %s', (text, variant) => {
    expect(detectLanguage(text)).toEqual({ language: 'zh', variant })
  })
})

describe('a sentence', () => {
  test.each([
    ['Der Umsatz stieg um 3 Prozent.', true],
    ['Sales rose 3 percent.', false],
    ['Nomura: 5,000 sq m', false],
  ])('%s is foreign: %s', (sentence, expected) => {
    expect(isForeign(sentence)).toBe(expected)
  })
})

describe('the language of a digest', () => {
  const main = (...texts: string[]) =>
    mainLanguage(texts.map((text) => ({ text, detected: detectLanguage(text) })))

  test('is that of most of its text, a Chinese character being worth three letters', () => {
    expect(main('公司營收達500億元', 'Sales rose in May.')).toEqual({ language: 'zh', variant: 'zh-Hant' })
    expect(main('营收', 'Sales rose in May, as they had in April.')).toEqual({
      language: 'en',
      variant: null,
    })
    expect(main('Der Umsatz stieg um 3 Prozent.', 'Sales rose.')).toEqual({
      language: 'other',
      variant: 'de',
    })
  })

  test('is other where no item has a letter', () => {
    expect(main('12%', '')).toEqual({ language: 'other', variant: null })
  })
})
