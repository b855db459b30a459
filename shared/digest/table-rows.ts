import { normalizeText } from './normalize-text.ts'

/**
 * What a table says of the cells of a row: the words above its columns, and what stands about it as a whole. A cell with
 * a bare figure says nothing by itself; put together with these it reads as a sentence would: "Hubei — confirmed cases:
 * 45 thousand; deaths: 120 people" of "Hubei | 45 | 120" under "Region | Confirmed cases (thousands) | Deaths (people)".
 */
export interface TableHead {
  /** The caption, or the line before the table that says its unit; null for none. */
  caption: string | null
  columns: readonly string[]
}

/** A figure and little beside it: "4.5", "(1,200)", "+3%", "150 beds", "约1.2万人", "$3.5m". */
const FIGURE =
  /^[~≈<>≤≥约近超]?\s?[(（+\-−–±]?\s?(?:[A-Z]{0,3}[$€£¥￥]\s?)?\d[\d,.\u00a0\u2009 ’']{0,30}\s?(?:[%％]|[\p{L}²³/]{1,12}(?: \p{L}{1,12}){0,2})?[)）]?\s?(?:[（(][^()（）]{1,20}[)）])?[*†‡]?$/u
/** The figure alone, so that its unit has to come from elsewhere. */
const BARE_FIGURE = /^[~≈<>≤≥约近超]?\s?[+\-−–±]?\s?\d[\d,.\u00a0\u2009 ’']{0,30}$/u
/** What counts rows or names a time, whatever unit the table is in. */
const COUNTS_ROWS =
  /^(?:no\.?|#|rank(?:ing)?|year|month|date|day|quarter|period|序号|排名|位次|名次|年份|年度|月份|日期|时间|期数)$/i
/** Shares and growth have a unit of their own in a table of amounts. */
const IS_RELATIVE =
  /同比|环比|增速|增长|增幅|涨幅|跌幅|占比|比重|比例|\b(?:rate|share|growth|change|ratio|margin|yoy|y\/y)\b/i
const UNIT_COLUMN = /^(?:units?(?: of measure)?|单位|计量单位|數量單位)$/i

const SCALES =
  "(?:hundreds?|thousands?|millions?|billions?|trillions?|lakhs?|crores?|mln|mn|bn|tn|k|m|'?000s?)"
const MONEY =
  '(?:(?:US|HK|NT|C|A|S|NZ)?[$]|[€£¥￥₹₩]|USD|EUR|GBP|JPY|CNY|RMB|HKD|TWD|INR|KRW|CHF|AUD|CAD|SGD|(?:US |Hong Kong )?dollars?|euros?|yuan|renminbi|pounds?(?: sterling)?|yen|rupees?|won|francs?)'
const MEASURE =
  '(?:%|per ?cent(?:age points?)?|pp|bps?|basis points?|(?:metric |short |long )?tonn?e?s?|t|kg|g|km|miles?|mi|m|cm|mm|ft|sq\\.? ?(?:m|ft|km)|m[²2³3]|km[²2]|ft[²2]|square (?:met(?:er|re)s?|feet|kilomet(?:er|re)s?|miles?)|cubic (?:met(?:er|re)s?|feet)|hectares?|ha|acres?|[kMGT]W(?:h|p)?|megawatts?|gigawatts?|barrels?(?: (?:a|per) day)?|bpd|b\\/d|bbl|lit(?:er|re)s?|°?C|degrees?|hours?|days?|minutes?|people|persons?|patients?|cases|deaths|beds|units?|vehicles|cars|ships|teu|passengers|tourists|visitors|households|jobs|employees|shares|tests|doses)'
/** A unit as headers have it in brackets or after a comma; "(2019)", "(total)", "(see note)" is none. */
const UNIT = new RegExp(
  `^(?:in )?(?:${SCALES}(?: of)?(?: ${MONEY}| ${MEASURE})?|${MONEY}(?: ?${SCALES})?|(?:${SCALES}(?: of)? ?)?${MEASURE})(?:(?: per |\\/)[a-z²³ ]{1,20})?$`,
  'i',
)
const HAN_UNIT =
  /^[十百千万亿萬億]{0,3}(?:(?:美|欧|日|港|英|韩|新台|人民)?[元圆币镑]|人民币|%|％|个?百分点|人次?|例|名|个|個|件|吨|噸|公斤|千克|克|斤|辆|輛|台|套|户|戶|家|平方(?:千|公)?[米里尺]|㎡|亩|畝|公顷|公[里尺]|[千厘毫]?米|立方米|升|桶|千瓦时?|[兆吉]瓦时?|瓦|度|次|间|間|张|張|床|份|部|架|艘|只|頭|头|箱|标箱|股|手|点|宗|套房|天|小时|年|岁|‰|元\/[\p{Script=Han}]{1,4})$|^[十百千万亿萬億]{1,3}$/u
const IN_BRACKETS = /^(.{0,120}?)\s?[(（[【]\s?([^()（）[\]【】]{1,40})\s?[)）\]】]\s?$/su
const BEHIND_COMMA = /^(.{2,120}?)\s?[,，/／]\s?([^,，/／]{1,40})$/su
/** Where a line about a whole table states its unit, the surest first. */
const SAID_UNIT = [
  /[单單]位\s?[：:为為]\s?([^\s，。；）)】]{1,14})/u,
  /\b(?:units?|figures|values|amounts|numbers|prices)\b(?: are)?(?: given| shown| stated)?\s?(?:in|:)\s?([^.;:)\]]{1,40})/i,
  /[（(]\s?((?:in )?[^()（）]{1,40})[)）]/,
  /^in ([^.;:)\]]{1,40})$/i,
]

/** The unit that a line about a whole table states, or null: "单位：亿元", "(in millions of US dollars)". */
export function unitSaid(line: string): string | null {
  for (const form of SAID_UNIT) {
    const unit = form.exec(line)?.[1]?.trim()
    if (unit !== undefined && isUnit(unit)) return unit
  }
  return null
}

const isUnit = (words: string): boolean => words.length <= 40 && (UNIT.test(words) || HAN_UNIT.test(words))

/** A header's name and its unit, of which either may be missing. */
function partsOf(header: string): { name: string; unit: string | null } {
  if (isUnit(header)) return { name: '', unit: header }
  for (const form of [IN_BRACKETS, BEHIND_COMMA]) {
    const [, name = '', unit = ''] = form.exec(header) ?? []
    if (unit !== '' && isUnit(unit)) return { name, unit }
  }
  return { name: header, unit: null }
}

/**
 * The words of a row with what its columns say of them, or null where the cells say all by themselves: where none is a
 * figure, or nothing names them.
 */
export function rowWords(written: readonly string[], head: TableHead): string | null {
  const cells = written.map(normalizeText)
  const [first = '', ...rest] = cells
  const hasHead = head.columns.some((column) => column !== '')
  if (first === '' || FIGURE.test(first) ? !hasHead : !hasHead && cells.length !== 2) return null
  if (!rest.some((cell) => FIGURE.test(cell)) || isTitle(cells)) return null
  const columns = head.columns.map(partsOf)
  const row = partsOf(first)
  const unitAt = head.columns.findIndex((column) => UNIT_COLUMN.test(column))
  const stated = unitAt > 0 ? (cells[unitAt] ?? '') : ''
  const ofRow = isUnit(stated) ? stated : row.unit
  const ofTable = head.caption === null ? null : unitSaid(head.caption)
  const isHan = /\p{Script=Han}/u.test(first + head.columns.join(''))
  const told = rest.flatMap((cell, i) => {
    const { name, unit } = columns[i + 1] ?? { name: '', unit: null }
    if (cell === '' || i + 1 === unitAt) return []
    if (!FIGURE.test(cell))
      return [name === '' || !/\d/.test(cell) ? cell : `${name}${isHan ? '：' : ': '}${cell}`]
    const known = unit ?? ofRow ?? (IS_RELATIVE.test(name) || COUNTS_ROWS.test(name) ? null : ofTable)
    const value = known !== null && BARE_FIGURE.test(cell) ? withUnit(cell, known) : cell
    const isNamed = name === '' || value.toLowerCase().includes(name.toLowerCase())
    return [isNamed ? value : `${name}${isHan ? '：' : ': '}${value}`]
  })
  const subject = ofRow === row.unit ? row.name : first
  if (subject === '') return told.join(isHan ? '；' : '; ')
  const dash = hasHead ? (isHan ? '——' : ' — ') : isHan ? '：' : ': '
  return `${subject}${dash}${told.join(isHan ? '；' : '; ')}`
}

/** A row of one cell is a title over the rows below. */
const isTitle = (cells: readonly string[]): boolean => cells.filter((cell) => cell !== '').length < 2

const PREFIX =
  /^((?:US|HK|NT|C|A|S|NZ)?[$]|[€£¥￥₹₩]|USD|EUR|GBP|JPY|CNY|RMB|HKD|TWD|INR|KRW|CHF|AUD|CAD|SGD) ?(.{0,30})$/i

/** "4.5" in "$m" is "$4.5m", in "thousands of tonnes" "4.5 thousand tonnes", in 亿元 "4.5亿元". */
function withUnit(figure: string, unit: string): string {
  if (/\p{Script=Han}/u.test(unit) || /^[%％‰]/.test(unit)) return figure + unit
  const words = unit
    .replace(/^in /i, '')
    .replace(/\b(hundred|thousand|million|billion|trillion|lakh|crore)s\b/gi, '$1')
    .replace(/'?\b000s?\b/g, 'thousand')
    .replace(/^(\S+) of /i, '$1 ')
  const [, money, scale = ''] = PREFIX.exec(words) ?? []
  if (money === undefined) return `${figure} ${words}`
  const space = /^[a-z]{3}$/i.test(money) ? ' ' : ''
  return `${money}${space}${figure}${scale.length > 2 ? ' ' : ''}${scale}`
}
