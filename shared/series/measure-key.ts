/**
 * What the name of a measure comes down to: the words that tell it from another measure of the same entity and metric.
 * Digests word one thing in many ways ("the number of confirmed cases", "total confirmed cases so far"), and the words in
 * which they differ mostly say what other fields say too: the kind, the status, that it is a number at all.
 */

/** English words that tell no measure from another. Of the kind, the time, the amount, or none of these. */
const EN_DECORATION: ReadonlySet<string> = words(`
  a an the this that these those its his her their our your all any some each every other another
  of in on at for from to by with as and or per about around nearly almost over under than
  new newly daily weekly monthly quarterly yearly annual current currently existing present latest recent today yesterday
  total totals overall combined cumulative accumulated altogether whole full so far
  reported registered recorded official additional more further estimated expected forecast projected planned
  first second third fourth last previous next
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday day week month quarter year
`)

/** English heads that only say that something has a number: "the number of leases", "the price of Brent". */
const EN_EMPTY: ReadonlySet<string> = words(`
  number count figure amount value quantity sum level price quote rate reading index tally toll size volume
  increase decrease rise fall growth decline drop gain loss change move
`)

/** Chinese words before a measure that say its kind or time. The longest stands first where one begins another. */
const ZH_BEFORE =
  /^(?:截至|目前|现有|现存|尚有|仍有|当前|当日|昨日|今日|今天|昨天|单日|每日|日均|本周|本月|当月|本年|全年|全国|全市|全省|全球|累计|共计|总计|合计|一共|共有|总共|总|共|新增|新|增加|报告|通报|确认|已经|已|再|又|其中|的|预计|约|近|超|超过|各|该|其)+/
/** Chinese words behind a measure that only say that it has a number or that it moved. */
const ZH_BEHIND =
  /(?:的|人数|数量|数目|数字|个数|户数|家数|总数|总量|总额|总值|数值|规模|水平|价格|报价|收盘价|指数|点位|数|量|值|同比|环比|增长率|增速|增长|增幅|涨幅|跌幅|降幅|上涨|下跌|上升|下降|涨|跌|增|降|为|达|达到|报|是)+$/

const HAN = /\p{Script=Han}/u

/**
 * @param measure a noun phrase as a fact has it, or null
 * @returns words in alphabetical order, '' where nothing tells it from another; at most MOST_LENGTH long
 */
export function measureKey(measure: string | null): string {
  if (measure === null) return ''
  const text = measure.normalize('NFKC').toLowerCase()
  const key = HAN.test(text) ? chineseKey(text) : englishKey(text)
  return key.slice(0, MOST_LENGTH)
}

/** Characters: a longer phrase is a sentence that was taken for a measure. */
const MOST_LENGTH = 80

function englishKey(text: string): string {
  const found = text.match(/[\p{L}][\p{L}\p{M}'’-]*/gu) ?? []
  const telling = found
    .map((word) => singular(word.replace(/['’]s?$/, '')))
    .filter((word) => !EN_DECORATION.has(word))
  const full = telling.filter((word) => !EN_EMPTY.has(word))
  return [...new Set(full)].sort().join(' ')
}

/** Of nouns in news only: no word list, so that it is the same for every noun, and "gas" and "gases" may differ. */
function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

function chineseKey(text: string): string {
  const joined = text.replace(/[\s\p{P}\p{S}\d]+/gu, '')
  const behind = joined.replace(ZH_BEFORE, '')
  return behind.replace(ZH_BEHIND, '')
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}
