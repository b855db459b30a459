import { UNKNOWN_CURRENCY } from '../currencies.ts'
import { isTraditional, plainSlice } from './characters.ts'
import { currencyNamedBefore } from './currencies.ts'
import { meanings } from './phrases.ts'

/** Words that texts of one place have, by its currency: authorities, exchanges, cities, and ways to say things. */
export const PLACES = meanings({
  HKD: `香港 本港 港股 港府 港交所 港铁 港人 港岛 恒指 恆指 大市 金管局 特首 立法会 财爷 九龙 新界 溢利 纯利 按年 按月 按季 呎 屋苑 居屋
    公屋 一手 强积金 渣打 汇丰 收报 期指 楼价 沙田 观塘 铜锣湾 旺角 中环 湾仔 北角 屯门 元朗 荃湾 将军澳 启德 警员 涉款 全港 海关`,
  TWD: `台湾 全台 台股 台积电 台北 新北 台中 台南 高雄 桃园 新竹 立法院 立委 行政院 总统 国民党 民进党 民众党 中央社 金控 年增 年减 月增
    月减 季增 季减 税后 营收 坪 建案 房仲 上柜 市柜 买超 卖超 法人 主计 健保 劳保 劳动部 台电 台铁 公告地价 县市 大盘`,
  CNY: '人行 人民银行 人民币 内地 A股 沪指 沪深 上证 深成指 深证 两市 国家统计局',
  MOP: '澳门 博彩 濠江 氹仔',
})

/** "(美元‧下同)": what all that follows is told in. */
const DECLARED = /下同[）)]/

/** Which country's 元 a text means; what is asked for is looked up once. */
export class Home {
  readonly #text: string
  readonly #fallback: string
  #whole: string | undefined

  /** `fallback` is the currency that the texts around it tell of. */
  constructor(text: string, fallback: string = UNKNOWN_CURRENCY) {
    this.#text = text
    this.#fallback = fallback
  }

  /** ISO 4217 code of the 元 in the sentence `[from, to)`: as declared, by its words, the text's, those around it. */
  yuanIn(from: number, to: number): string {
    this.#whole ??= declaredIn(this.#text) ?? (isTraditional(this.#text) ? '' : 'CNY')
    if (this.#whole !== '') return this.#whole
    return placeIn(this.#text, from, to) ?? this.yuan()
  }

  /** The same of a "$": the US dollar where no place tells of its own. */
  dollarIn(from: number, to: number): string {
    const code = this.yuanIn(from, to)
    return code === 'CNY' || code === UNKNOWN_CURRENCY ? 'USD' : code
  }

  /** The same for the text as a whole. */
  yuan(): string {
    return placeIn(this.#text, 0, this.#text.length) ?? this.#fallback
  }
}

/** The currency whose places `[from, to)` names most often; null where it names none. */
function placeIn(text: string, from: number, to: number): string | null {
  const votes = new Map<string, number>()
  for (let i = from; i < to; i++) {
    const code = PLACES.longestAt(text, i)?.value
    if (code !== undefined) votes.set(code, (votes.get(code) ?? 0) + 1)
  }
  let best: string | null = null
  for (const [code, n] of votes) if (best === null || n > (votes.get(best) ?? 0)) best = code
  return best
}

function declaredIn(text: string): string | null {
  const at = DECLARED.exec(text)?.index ?? -1
  if (at < 0) return null
  const end = /[\u4e00-\u9fff]/.test(plainSlice(text, at - 1, at)) ? at : at - 1
  return currencyNamedBefore(text, end)
}
