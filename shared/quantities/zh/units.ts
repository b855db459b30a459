import { CLDR_UNITS } from '../tables/cldr-units.ts'
import { rowsOf } from '../tables/rows.ts'
import { CURRENCY_ROWS_ZH } from './currencies.ts'
import { Phrases } from './phrases.ts'

/** SI prefixes by their Chinese names, with UCUM's letters. */
const PREFIXES = {
  皮: 'p',
  纳: 'n',
  奈: 'n',
  微: 'u',
  毫: 'm',
  厘: 'c',
  分: 'd',
  百: 'h',
  千: 'k',
  兆: 'M',
  吉: 'G',
  太: 'T',
  拍: 'P',
} as const

interface Row {
  /** UCUM code, or the plain name that `units.ts` gives it. */
  code: string
  /** Names, separated by spaces; those of a unit with prefixes count without one too, unless `isBound`. */
  names: string
  prefixes?: string
  /** The name alone means something else ("卡" is also a card): it counts behind a prefix only. */
  isBound?: true
}

/** Names of units that news has beside those of the CLDR; the codes are those of `units.ts`. */
const UNITS: readonly Row[] = [
  { code: '%', names: '% 个百分比' },
  { code: 'percentage point', names: '个百分点 百分点 个百分比点 %点' },
  { code: '倍', names: '倍' },
  { code: 'basis point', names: '个基点 基点 点子 bp bps BP' },

  { code: 'm', names: '米 公尺', prefixes: '皮纳微毫厘分千' },
  { code: '[mi_i]', names: '英哩' },
  { code: '[nmi_i]', names: '浬' },
  { code: '[ft_i]', names: '呎' },
  { code: '[in_i]', names: '吋 寸' },
  { code: '[yd_i]', names: '码' },
  { code: 'li', names: '里地 华里 里路' },
  { code: 'zhang', names: '丈' },
  { code: 'chi', names: '尺 市尺' },
  { code: 'cun', names: '市寸' },

  { code: 'm2', names: '平米 平方 ㎡ m² m2' },
  { code: 'km2', names: '平方千米 km² km2' },
  { code: 'dm2', names: '平方分米' },
  { code: 'mm2', names: '平方毫米' },
  { code: 'mu', names: '亩 市亩' },
  { code: 'qing', names: '顷' },
  { code: '[sft_i]', names: '平方呎 方呎' },
  { code: 'ping', names: '坪' },

  { code: 'L', names: '升 公升 立升', prefixes: '微毫厘分百' },
  { code: 'm3', names: '立方 m³ m3' },
  { code: 'dm3', names: '立方分米' },
  { code: 'mm3', names: '立方毫米' },
  { code: '[bbl_us]', names: '桶原油 桶石油 桶油' },
  { code: '[foz_us]', names: '液量盎司' },

  { code: 'g', names: '克 公克', prefixes: '纳微毫厘分千' },
  { code: 't', names: '吨' },
  { code: 'jin', names: '斤 市斤' },
  { code: 'liang', names: '两 市两' },
  { code: 'qian', names: '钱' },
  { code: 'dan', names: '市担' },
  { code: '[lb_av]', names: '磅' },
  { code: '[oz_av]', names: '安士' },
  { code: '[dr_av]', names: '打兰' },
  { code: '[ston_av]', names: '短吨' },
  { code: '[lton_av]', names: '长吨' },

  { code: 's', names: '秒 秒钟', prefixes: '皮纳微毫' },
  { code: 'h', names: '个小时 钟头 个钟头 个钟' },
  { code: 'd', names: '天 昼夜' },
  { code: 'wk', names: '周 星期 个星期 礼拜 个礼拜 个周' },
  { code: 'mo', names: '个多月' },
  { code: 'a', names: '年 个年头 年时间' },
  { code: 'decade', names: '个年代' },
  { code: 'year of age', names: '岁 周岁' },

  {
    code: 'km/h',
    names: '公里每小时 千米每小时 公里/小时 千米/小时 公里/每小时 公里/时 千米/时 公里每时 km/h',
  },
  { code: 'm/s', names: '米每秒 米/秒 米/每秒 公尺每秒 m/s' },
  { code: 'km/s', names: '公里每秒 千米每秒 公里/秒 千米/秒 km/s' },
  { code: 'cm/s', names: '厘米每秒 厘米/秒' },
  { code: 'm/min', names: '米每分钟 米/分钟' },
  { code: '[mi_i]/h', names: '英里每小时 英里/小时 英里/时 迈' },
  { code: '[ft_i]/s', names: '英尺每秒 英尺/秒' },
  { code: '[kn_i]', names: '海里每小时 海里/小时' },

  { code: 'J', names: '焦耳 焦', prefixes: '毫千兆吉太' },
  { code: 'kW.h', names: '千瓦·时 度电' },
  { code: 'MW.h', names: '兆瓦时 兆瓦小时 兆瓦·时' },
  { code: 'GW.h', names: '吉瓦时 吉瓦小时 吉瓦·时' },
  { code: 'TW.h', names: '太瓦时' },
  { code: 'W.h', names: '瓦时 瓦小时 瓦·时' },
  { code: 'kcal', names: '大卡' },
  { code: '[Btu]', names: '英热' },
  { code: 'W', names: '瓦 瓦特', prefixes: '毫千兆吉太' },
  { code: 'Pa', names: '帕斯卡 帕', prefixes: '百千兆吉' },
  { code: 'bar', names: '巴', prefixes: '毫', isBound: true },
  { code: 'atm', names: '个大气压 标准大气压 大气压' },
  { code: 'mm[Hg]', names: '毫米水银柱' },
  { code: '[psi]', names: '磅每平方英寸 磅/平方英寸' },

  { code: 'bit', names: '比特 位元', prefixes: '千兆吉太' },
  { code: 'By', names: '字节 位元组 比特组', prefixes: '千兆吉太拍' },
  { code: 'MBy', names: '兆' },
  { code: 'Mbit/s', names: '兆比特每秒 兆比特/秒 兆bps' },
  { code: 'Gbit/s', names: '吉比特每秒 吉比特/秒' },
  { code: 'MBy/s', names: '兆字节每秒 兆字节/秒 兆/秒 兆每秒' },

  { code: 'Hz', names: '赫兹 赫', prefixes: '千兆吉太' },
  { code: '{rev}/min', names: '转每分钟 转/分钟 转/分' },
  { code: 'Cel', names: '℃ 度摄氏 摄氏温度 °C' },
  { code: '[degF]', names: '℉ 度华氏 °F' },
  { code: 'deg', names: '度 °' },

  { code: 'V', names: '伏特 伏', prefixes: '毫千兆' },
  { code: 'A', names: '安培', prefixes: '毫微' },
  { code: 'A', names: '安', prefixes: '毫微', isBound: true },
  { code: 'mA.h', names: '毫安时 毫安小时 毫安' },
  { code: 'Ohm', names: '欧姆', prefixes: '毫千兆' },
  { code: 'F', names: '法拉', prefixes: '皮纳微' },
  { code: 'N', names: '牛顿', prefixes: '千' },
  { code: 'N.m', names: '牛米 牛·米' },
  { code: 'dB', names: '分贝' },
  { code: 'Sv', names: '西弗 希沃特 西弗特', prefixes: '微毫' },
  { code: 'mol', names: '摩尔', prefixes: '毫微' },
  { code: 'cd/m2', names: '尼特' },
]

/** A unit as it stands in text. */
export interface UnitZh {
  /** UCUM or ISO 4217 code. */
  code: string
  kind: 'unit' | 'currency'
}

/** Names with the code that each stands for. */
function* namesOf(row: Row): Generator<[string, string]> {
  for (const name of row.names.split(' ')) {
    if (!row.isBound) yield [name, row.code]
    for (const prefix of row.prefixes ?? '')
      yield [prefix + name, PREFIXES[prefix as keyof typeof PREFIXES] + row.code]
  }
}

/** Names of the CLDR in either script; of one character alone, and of measures of the kitchen, news means other things. */
const CLDR_NAMES = rowsOf(CLDR_UNITS).flatMap(([code = '', , , , , , , simplified = '', traditional = '']) =>
  [simplified, traditional]
    .filter((name) => /^[\u4e00-\u9fff]{2,}$/.test(name) && !/匙$/.test(name))
    .map((name): [string, string] => [name, code]),
)

const PHYSICAL = [...UNITS.flatMap((row) => [...namesOf(row)]), ...CLDR_NAMES]

const NAMES = new Phrases<UnitZh>([
  ...PHYSICAL.map(([name, code]) => [name, { code, kind: 'unit' }] as const),
  ...CURRENCY_ROWS_ZH.map(([name, code]) => [name, { code, kind: 'currency' }] as const),
])

/** Codes that Chinese names stand for. */
export const UNIT_CODES_ZH: ReadonlySet<string> = new Set(PHYSICAL.map(([, code]) => code))

/** The longest unit or currency that begins at `at`. */
export const unitAtZh = (text: string, at: number): { value: UnitZh; end: number } | null =>
  NAMES.longestAt(text, at)

/** The scale at `at` is the prefix of a unit there ("千|米"): no longer unit begins behind it ("千|克朗"). */
export function prefixedUnitAt(text: string, at: number): boolean {
  const whole = NAMES.longestAt(text, at)
  if (whole === null || whole.value.kind === 'currency') return false
  const behind = NAMES.longestAt(text, at + 1)
  return whole.end > at + 1 && (behind === null || behind.end <= whole.end)
}
