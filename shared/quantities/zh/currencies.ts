import { CLDR_CURRENCIES } from '../tables/cldr-currencies.ts'
import { rowsOf } from '../tables/rows.ts'
import { Phrases } from './phrases.ts'

const HAN_ALONE = /^[\u4e00-\u9fff]+$/

/** Names of currencies that news has beside those of the CLDR, by ISO 4217 code, separated by spaces. */
const CURRENCIES: Readonly<Record<string, string>> = {
  CNY: '元 圆 元人民币 块钱 块 元RMB 块人民币 人民币元',
  USD: '美金 美圆 美刀 元美金 元美元 块美元 美币',
  EUR: '元欧元',
  JPY: '円 日币 元日元 元日币',
  GBP: '元英镑 镑',
  HKD: '港圆 港纸 元港币 元港元 港元币 香港元',
  MOP: '澳门币 葡币',
  TWD: '台币 新台币元 元新台币 元台币 台元 台湾元',
  KRW: '韩圆 韩币 元韩币 韩国元 南韩元',
  KPW: '朝鲜圆',
  SGD: '新元 新币 坡币 元新币',
  AUD: '澳元 澳洲元 澳大利亚币 澳洲币',
  NZD: '纽元 纽币 纽西兰元 新西兰币',
  CAD: '加元 加拿大币',
  CHF: '瑞郎',
  DKK: '克朗',
  RUB: '卢布 俄国卢布 俄卢布',
  INR: '卢比',
  MVR: '马尔代夫拉菲亚 拉菲亚 马尔代夫卢比',
  IDR: '印度尼西亚盾 印尼卢比',
  THB: '铢 泰国铢',
  VND: '越南元',
  MYR: '林吉特 马来西亚元 令吉 马币 马元 马来西亚令吉',
  PHP: '菲律宾披索 披索 比索',
  DOP: '多明尼加比索',
  BRL: '雷亚尔 巴西里亚尔 巴西元',
  PEN: '秘鲁新索尔 新索尔 索尔',
  BOB: '玻利维亚币',
  VES: '玻利瓦尔',
  CRC: '科朗',
  GTQ: '格查尔',
  HNL: '伦皮拉',
  NIO: '科多巴',
  PAB: '巴波亚',
  HTG: '古德',
  BMD: '百慕达元',
  TTD: '特立尼达元',
  XCD: '东加勒比海元',
  SBD: '所罗门元',
  ZWL: '津巴布韦元',
  TRY: '里拉 新土耳其里拉',
  ILS: '以色列谢克尔 新谢克尔 谢克尔 以色列镑',
  SAR: '沙特阿拉伯里亚尔 里亚尔 沙特里亚',
  AED: '迪拉姆 迪尔汗 阿联酋迪尔汗',
  RSD: '第纳尔',
  MKD: '马其顿代纳尔',
  EGP: '埃磅',
  FKP: '福克兰镑',
  SHP: '圣赫勒拿镑',
  ZAR: '兰特',
  NGN: '奈拉',
  GHS: '塞地',
  AOA: '宽扎',
  XAF: '中非金融合作法郎 非洲法郎',
  MZN: '莫桑比克梅蒂卡尔 梅蒂卡尔',
  MWK: '克瓦查',
  BWP: '普拉',
  LSL: '洛蒂',
  SZL: '里兰吉尼',
  MGA: '阿里亚里',
  MRU: '乌吉亚',
  GMD: '达拉西',
  SLL: '塞拉利昂利昂',
  STN: '多布拉 圣多美多布拉',
  MMK: '缅元 缅币 缅甸缅元',
  KHR: '瑞尔',
  LAK: '基普',
  BDT: '塔卡 孟加拉国塔卡',
  BTN: '不丹努扎姆 努扎姆 努尔特鲁姆',
  MNT: '图格里克 蒙图',
  KZT: '坚戈',
  UZS: '苏姆',
  KGS: '索姆',
  TJS: '索莫尼',
  AZN: '马纳特',
  GEL: '拉里',
  AMD: '德拉姆',
  UAH: '格里夫纳 赫里纳 乌克兰赫里纳',
  RON: '列伊 罗马尼亚新列伊',
  BGN: '列弗',
  PLN: '兹罗提',
  HUF: '福林',
  HRK: '库纳',
  ALL: '列克',
  BAM: '波黑可兑换马克 波黑马克',
  TOP: '潘加',
  WST: '塔拉',
  VUV: '瓦图',
  PGK: '基那',
  DEM: '马克',
  FRF: '法郎',
  ESP: '比塞塔',
  PTE: '埃斯库多',
  GRD: '德拉克马',
  BTC: '比特币 个比特币 枚比特币',
  ETH: '以太币 以太坊 个以太币 枚以太币',
  cent: '美分 欧分 加分 澳分',
  penny: '便士 新便士',
  kopek: '戈比',
}

/** Names of the CLDR in either script, without those that are told with letters or signs. */
const CLDR_NAMES = rowsOf(CLDR_CURRENCIES).flatMap(([code = '', , , , , simplified = '', traditional = '']) =>
  [simplified, traditional].filter((name) => HAN_ALONE.test(name)).map((name) => [name, code] as const),
)

/** Names with their ISO 4217 codes; the first row of a name stays. */
export const CURRENCY_ROWS_ZH: readonly (readonly [string, string])[] = [
  ...Object.entries(CURRENCIES).flatMap(([code, names]) =>
    names.split(' ').map((name) => [name, code] as const),
  ),
  ...CLDR_NAMES,
]

const NAMES = new Phrases(CURRENCY_ROWS_ZH)

/** ISO 4217 code of the currency whose name ends right before `end`; null where none does. */
export const currencyNamedBefore = (text: string, end: number): string | null =>
  NAMES.longestBefore(text, end, 0)?.value ?? null

/** The same of the one that begins at `at`. */
export const currencyNamedAt = (text: string, at: number): string | null =>
  NAMES.longestAt(text, at)?.value ?? null

/** Names of money whose hundredth is a 分 and whose tenth is a 角, with their worth in the major unit. */
export const MINOR_UNITS_ZH: readonly (readonly [string, { of: string | null; places: number }])[] = [
  ['角', { of: null, places: 1 }],
  ['角钱', { of: null, places: 1 }],
  ['毛', { of: null, places: 1 }],
  ['毛钱', { of: null, places: 1 }],
  ['分', { of: null, places: 2 }],
  ['分钱', { of: null, places: 2 }],
  ['美分', { of: 'USD', places: 2 }],
  ['欧分', { of: 'EUR', places: 2 }],
  ['便士', { of: 'GBP', places: 2 }],
  ['戈比', { of: 'RUB', places: 2 }],
  ['钱', { of: 'JPY', places: 2 }],
  ['日本钱', { of: 'JPY', places: 2 }],
  ['生丁', { of: 'CHF', places: 2 }],
  ['派士', { of: 'INR', places: 2 }],
  ['仙', { of: 'HKD', places: 2 }],
]
