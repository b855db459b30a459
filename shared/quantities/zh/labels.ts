import type { AmountZh } from './amounts.ts'
import { plainSlice } from './characters.ts'
import { currencyNamedAt, currencyNamedBefore } from './currencies.ts'
import { phrases } from './phrases.ts'

/** A number that a label alone tells of: a ratio, a coefficient, a price without its currency. */
const PLAIN = '1'
const INDEX_POINT = 'point'

/** Verbs that quote a level, right before it. */
export const QUOTES = phrases(
  '报 收报 报收 收盘报 现报 最新报 开报 报于 收于 收在 开于 报收于 收报于 收盘于 定于 高见 低见 高见于 见 触及 录得 录 站上 失守 位于 处于 交投于',
)

/** Of these, those behind which any number is one. */
const SURE = /(?:报|收于|收在|开于|报于)$/

/** "日报3版": a paper's name, or a message. */
const PAPERS = /[日晚早周月年学公电简捷海情通汇申警预]报$/

/** Words for what has a level in points. */
const INDEX =
  /指数|PMI|[A-Z]{3}指|[\u4e00-\u9fff]指(?=[\d报收涨跌升降为达早午今昨高低开现、再一最半曾])|[\u4e00-\u9fff]{2}(?:50|100|200|225|300|500|1000|2000)(?=[报收涨跌升降])/

/** Words for ratios that are told as bare numbers, right before the number or what links the two. */
const RATIO =
  /(?:系数|比率|倍率|市盈率|市净率|容积率|换手率|生育率|再生数|酸碱度|pH值?|指数|读数|得分|评分|分数|收入比|性别比|负债比|比值)$/

/** Words for a rate of exchange. */
const EXCHANGE = /(?:中间价|汇率|汇价)$/

/** How far back in the sentence the pair or the index may stand. */
const REACH = 60

/**
 * The unit of a bare number by the label in the sentence from `from`: of a rate of exchange "CNY/USD", points of an
 * index, else 1; null where no label tells of it. `end` is where the word before it ends, links aside.
 */
export function labelUnit(
  text: string,
  from: number,
  { start, value, end: behind }: AmountZh,
  end: number,
): string | null {
  const lowest = Math.max(from, start - REACH)
  const quote = QUOTES.longestBefore(text, end, lowest)
  const words = plainSlice(text, lowest, end)
  if (/(?:规模|震级|里氏)$/.test(words) && /^的?[地强余]震/.test(plainSlice(text, behind, behind + 3)))
    return '级'
  const isQuoted = quote !== null && !PAPERS.test(words)
  const isLinked = end < start || isQuoted
  const clause = words.slice(Math.max(words.lastIndexOf('；'), words.lastIndexOf('。'), subjectAt(words)) + 1)
  const pair = isQuoted || isLinked || EXCHANGE.test(words) ? pairIn(clause, words.includes('人民币')) : null
  if (pair !== null) return pair
  const isLevel = value.includes('.') || Number(value) >= LEAST_INDEX
  if (isLevel && (isLinked || RATIO.test(words)) && INDEX.test(clause)) return INDEX_POINT
  if (RATIO.test(words) || EXCHANGE.test(words)) return PLAIN
  return isQuoted && SURE.test(words) && (value.includes('.') || Number(value) >= LEAST_LEVEL) ? PLAIN : null
}

/** Whole numbers below are no level of an index. */
const LEAST_INDEX = 10

/** Levels below that have no decimals may be anything else's number. */
const LEAST_LEVEL = 100

/**
 * The last comma before which the label cannot stand: the clause has a subject of its own, and does not begin with
 * what links the number ("PMI较上月上升，达到51.5").
 */
const subjectAt = (words: string): number => {
  const comma = words.lastIndexOf('，')
  return ADVERBS.test(words.slice(comma + 1)) ? -1 : comma
}

/** What a clause that goes on with the subject of the one before may hold before its number. */
const ADVERBS = /^(?:.?|(?:最[高低]|盘中|收盘|一度|随后|现|目前|午后|日内|尾盘|报|收于|触及|[高低]见)+)$/

/** Currencies in the order in which the first of a pair is the one that the price is for; all others stand behind. */
const BASES = ['EUR', 'GBP', 'AUD', 'NZD', 'USD']

/** "欧元兑美元", "人民币对美元" in a clause: dollars per euro, yuan per dollar; `isOfYuan` where one before was of yuan. */
function pairIn(clause: string, isOfYuan: boolean): string | null {
  for (let i = clause.length - 1; i >= 0; i--) {
    const c = clause[i]
    if (c !== '兑' && c !== '对' && c !== '/') continue
    const one = currencyNamedBefore(clause, i)
    const other = currencyNamedAt(clause, i + 1)
    if (i === 0 && other !== null && isOfYuan) return pairOf('CNY', other)
    if (one === null || other === null || one === other) continue
    return pairOf(one, other)
  }
  return null
}

const pairOf = (one: string, other: string): string =>
  isBase(one, other) ? `${other}/${one}` : `${one}/${other}`

/** The price is for `one`, in `other`. Yuan are always what others are priced in. */
function isBase(one: string, other: string): boolean {
  const [a, b] = [BASES.indexOf(one), BASES.indexOf(other)]
  if (a < 0 && b < 0) return one !== 'CNY'
  return a >= 0 && (b < 0 || a < b)
}
