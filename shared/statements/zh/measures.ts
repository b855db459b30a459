import type { Quantity, Status } from '../../model/fact.ts'
import type { Mention } from '../chunk.ts'

/** What people counted in a state are called, so that days that say it otherwise stand in one series. */
const BY_STATUS: Readonly<Partial<Record<Status, string>>> = {
  confirmed: '确诊病例',
  suspected: '疑似病例',
  asymptomatic: '无症状感染者',
  severe: '重症病例',
  critical: '危重症病例',
  hospitalised: '在院治疗',
  recovered: '治愈出院',
  dead: '死亡',
  observed: '医学观察',
  contact: '密切接触者',
}

/** Units that count people, whose state tells more than their noun. */
const PEOPLE = /^(?:patient|person|death|case|individual|infection|1)$/

const CURRENCIES = /^(?:us-dollar|euro|pound|yen|yuan|offshore-yuan|won|ruble|rupee|lira)$/
const PRICED = /^(?:brent|wti|bitcoin|ethereum)$/
const MOVED = /[涨跌升降]|开盘|收盘|报$/

/** What a figure measures: by the state of those counted, by the words of its clause (`said`), else by whose it is. */
export function measureZh(
  { unit, start, end }: Quantity,
  text: string,
  said: string | null,
  owner: Mention | null,
  status: Status | null,
): string | null {
  const byStatus = status === null || !PEOPLE.test(unit) ? undefined : BY_STATUS[status]
  if (byStatus !== undefined) return byStatus
  const words = text.slice(start, end)
  if (/[岁歲]$/.test(words)) return '年龄'
  if (
    /级(?:地震|强震|余震)?$/.test(words) &&
    /地震|强震|余震|地震/.test(text.slice(Math.max(0, start - 20), end + 8))
  )
    return '震级'
  if (said !== null || owner === null) return said
  if (owner.sort === 'goods' || PRICED.test(owner.id)) return '价格'
  if (owner.sort === 'thing') return CURRENCIES.test(owner.id) ? '汇率' : '指数'
  const isMoved =
    unit === '%' && owner.sort !== 'place' && MOVED.test(text.slice(Math.max(0, start - 4), start))
  return isMoved ? '股价' : null
}
