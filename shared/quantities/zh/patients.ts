import type { Status } from '../../model/fact.ts'
import type { AmountZh } from './amounts.ts'
import { charAt, plainSlice } from './characters.ts'
import { meanings } from './phrases.ts'

/** Words that say how people counted are. */
const STATUS_WORDS = meanings<Status>({
  confirmed: '确诊 阳性 确诊病例',
  suspected: '疑似',
  severe: '重症 危重 危重症 病危 重型 病重 重病',
  recovered: '治愈 出院 康复 痊愈 治好',
  dead: '死亡 病亡 病死 去世 身亡 遇难 丧生 罹难 病逝 不治 丧命 遇害 致死',
})

/** Words that make the people beside them patients. */
const TREATED = /感染|住院|收治|救治|病例|患者|病人|就诊|在院治疗|发病|染病|病症|入院|发热|肺炎/

/** Words behind a count that say so: "3例死亡", "2人受伤". */
const BEHIND_REACH = 12
const BEFORE_REACH = 16

const BREAK = /[，。；：、！？（）,;()\n]/

/** What a count of people is about. */
export interface Condition {
  status: Status | null
  /** The count is one of patients. */
  isPatient: boolean
}

/** The condition that the words around amount `i` name, or what it shares with the one before it in a list. */
export function conditionOf(
  text: string,
  amounts: readonly AmountZh[],
  i: number,
  from: number,
  earlier: Condition | null,
): Condition {
  const amount = amounts[i] as AmountZh
  const floor = Math.max(from, amounts[i - 1]?.end ?? from)
  // "2死17伤"
  const last = charAt(text, amount.end - 1)
  if (last === '死' || last === '伤') return { status: last === '死' ? 'dead' : null, isPatient: false }
  const before = plainSlice(text, Math.max(floor, amount.start - BEFORE_REACH), amount.start)
  const clause = lastClause(before)
  const stop = Math.min(amounts[i + 1]?.start ?? text.length, amount.end + BEHIND_REACH)
  const behind = firstClause(plainSlice(text, amount.end, stop))
  const status = lastStatus(clause) ?? firstStatus(plainSlice(text, amount.start, amount.end) + behind)
  const isTreated = TREATED.test(clause) || TREATED.test(behind) || (status !== null && status !== 'dead')
  const gap = plainSlice(text, floor, amount.start)
  // "新增4例确诊病例，其中2例为境外输入": parts are what their whole is, where nothing else is said of them.
  if (status === null && earlier !== null && /^[^。；]{0,12}其中/.test(gap))
    return { status: earlier.status, isPatient: isTreated || earlier.isPatient }
  if (status !== null || isTreated) return { status, isPatient: isTreated }
  // "新增确诊688例，累计1975例": a total of what the count before it was of.
  if (earlier?.isPatient && behind === '' && TOTAL.test(clause)) return earlier
  const ends = isBracketed(text, from, amount.start) ? /[。；）)]/ : /[。；，]/
  const isListed = earlier !== null && behind === '' && gap.length <= LIST_GAP && !ends.test(gap)
  return isListed ? earlier : { status: null, isPatient: false }
}

/** Words before a total that name nothing themselves. */
const TOTAL = /^(?:累计|总计|合计|共计)(?:报告)?(?:达到?|为|约|已达)?$/

/** How far back the bracket may open that an amount stands in, "死亡97例（湖北91例，安徽2例". */
const BRACKET_REACH = 80

function isBracketed(text: string, from: number, at: number): boolean {
  const before = text.slice(Math.max(from, at - BRACKET_REACH), at)
  return (
    Math.max(before.lastIndexOf('（'), before.lastIndexOf('(')) >
    Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'))
  )
}

/** Longest text between the counts of a list: "确诊3例、5例", "2656例（湖北省2147例". */
const LIST_GAP = 12

const lastClause = (before: string): string => {
  for (let i = before.length; i > 0; i--) if (BREAK.test(before[i - 1] as string)) return before.slice(i)
  return before
}

const firstClause = (behind: string): string => {
  const stop = behind.search(BREAK)
  return stop < 0 ? behind : behind.slice(0, stop)
}

function lastStatus(words: string): Status | null {
  for (let end = words.length; end > 0; end--) {
    const found = STATUS_WORDS.longestBefore(words, end, 0)
    if (found !== null) return found.value
  }
  return null
}

function firstStatus(words: string): Status | null {
  for (let at = 0; at < words.length; at++) {
    const found = STATUS_WORDS.longestAt(words, at)
    if (found !== null) return found.value
  }
  return null
}
