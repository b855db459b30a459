import { charAt, plainSlice } from './characters.ts'
import type { Measure } from './measures.ts'

/** How "none" is said of what is counted: "无新增", "没有发现新的", "零新增", "未报告". */
const NONE =
  /^(?:(?:[无零]|没有)(?:发现|报告|出现|造成)?|未(?:再)?(?:发现|报告|出现|造成|有))(?:新增(?!长|加|值|幅|速|产|添)|新发|新的)?/

/** What is counted, right behind a plain "none". */
const CASES =
  /^(?:一?[人例]|确诊|疑似|死亡|伤亡|治愈|出院|重症|危重症?|本土|本地|境外|输入|医护|人员|的|性|或|和|、)*(?:病例|个案|患者|感染者|病人|死亡|伤亡|确诊)/

/** The same behind "new", or a verb of finding: the name of a disease or of a place may stand before it. */
const NEW_CASES =
  /^[^，。；、：！？（）\s]{0,14}?(?:病例|个案|患者|感染者|病人|死亡|伤亡|(?:确诊|疑似)(?![\u4e00-\u9fff]))/

/** How far behind the words for none the noun may end. */
const REACH = 24

/** Words that make the count one of patients where no noun follows. */
const OF_PATIENTS = /病例|确诊|感染|疫情|患者|病毒/

/** "无新增确诊病例", "零新增" at `at`, in the sentence `[from, to)`: a count of nought; null where nothing is counted. */
export function noneAt(text: string, at: number, from: number, to: number): Measure | null {
  const words = plainSlice(text, at, Math.min(to, at + REACH))
  const none = NONE.exec(words)?.[0] ?? ''
  if (none === '' || charAt(text, at - 1) === '有') return null
  const rest = words.slice(none.length)
  const noun = (none.includes('新') ? NEW_CASES : CASES).exec(rest)?.[0]
  // "没有发现病例" says it of a search, as often of some place.
  if (none.endsWith('发现') && !/确诊|疑似|死亡/.test(noun ?? '')) return null
  if (noun === undefined && !(none.includes('新增') && isOfPatients(text, from, at, rest))) return null
  const unit = noun?.includes('死亡') ? 'death' : noun?.includes('伤亡') ? 'person' : 'patient'
  return { unit, end: at + none.length, rule: 'none', value: '0' }
}

/** "病例连续三天零新增。": the sentence speaks of patients, and nothing else follows. */
const isOfPatients = (text: string, from: number, at: number, rest: string): boolean =>
  /^(?:$|[^\u4e00-\u9fff])/.test(rest) && OF_PATIENTS.test(plainSlice(text, from, at))
