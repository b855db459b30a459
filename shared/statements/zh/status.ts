import type { Status } from '../../model/fact.ts'
import { meanings } from '../../quantities/zh/phrases.ts'

/** Words of a state of people with a disease, or near one. */
const STATES = meanings<Status>({
  suspected: '疑似 疑似病例',
  asymptomatic: '无症状 无症状感染者 无症状感染',
  severe: '重症 重症病例 重型 病重 重病 重症患者',
  critical: '危重 危重症 危重症病例 危重病例 病危 危重型 危重患者',
  hospitalised: '在院 住院 隔离治疗 在院治疗 在院隔离治疗 收治 留医 入院 接受治疗 住院治疗 正在治疗 在治',
  recovered: '治愈 出院 治愈出院 康复 痊愈 治好 治愈病例 出院病例 康复出院',
  dead: '死亡 病亡 病死 去世 死亡病例 病逝 不治 死亡人数 死 死亡患者',
  observed:
    '医学观察 隔离观察 居家观察 居家医学观察 集中观察 留观 观察 医学隔离 居家隔离 集中隔离 随访观察 健康监测',
  contact: '密切接触者 密接 接触者 亲密接触者 接触 密接者 次密接 一般接触者',
  tested: '检测 核酸检测 采样 送检 筛查 检测核酸 核酸采样 检测样本',
  vaccinated: '接种 疫苗接种 接种疫苗 施打 疫苗 接种率 注射疫苗',
})

/** Words that say no more than that people are ill. */
const CONFIRMED = /确诊|阳性|病例|感染|染病|患病|确认|发病/

/** The text speaks of a disease: without one the dead are no patients. */
const DISEASE =
  /病例|确诊|疑似|肺炎|新冠|病毒|疫情|感染|流感|登革热|传染|禽流感|鼠疫|霍乱|疫苗|患者|猴痘|麻疹|肠病毒|病人|出院|治愈|在院治疗|重症/

export const speaksOfDiseaseZh = (text: string): boolean => DISEASE.test(text)

/** The last word of a state in a phrase, and how far it stands from the end. */
function lastIn(words: string): { status: Status; gap: number } | null {
  for (let end = words.length; end > 0; end--) {
    const found = STATES.longestBefore(words, end, 0)
    if (found !== null) return { status: found.value, gap: words.length - end }
  }
  return null
}

function firstIn(words: string): Status | null {
  for (let at = 0; at < words.length; at++) {
    const found = STATES.longestAt(words, at)
    if (found !== null) return found.value
  }
  return null
}

/** Words around a figure in folded text, up to the figures beside it. */
export interface AroundZh {
  text: string
  before: string
  behind: string
}

/**
 * The state of those counted: the word right before the count, else behind it in its clause, else before it; `earlier`
 * is that of the count before, which a list goes on with.
 */
export function statusAroundZh({ text, before, behind }: AroundZh, earlier: Status | null): Status | null {
  const clause = /^[^，。；、：（）(),;]*/.exec(behind)?.[0] ?? ''
  const own = /[^，。；：（）(),;]*$/.exec(before)?.[0] ?? ''
  if (/确诊/.test(text + behind.slice(0, 4))) return 'confirmed'
  const near = lastIn(own)
  const after = firstIn(text.replace(/^[\d.,]+/, '')) ?? firstIn(clause)
  // "在院治疗确诊病例62例": the narrower word counts.
  if (near !== null && (near.gap <= NEAR || after === null)) return near.status
  if (after !== null) return after
  if (CONFIRMED.test(own) || CONFIRMED.test(clause)) return 'confirmed'
  const wide = lastIn(before)
  if (wide !== null && !/[。；）]/.test(before.slice(before.length - wide.gap))) return wide.status
  if (CONFIRMED.test(before) && !/[。；）]/.test(before)) return 'confirmed'
  return earlier
}

/** So near to its figure a word is its own, in characters: "死亡病例新增为". */
const NEAR = 6

/** Counts of people at work, of things and of acts, which the ill are no part of. */
const NO_PATIENTS =
  /医务人员|医务工作者|医护|医生|护士|医疗队|队员|工作者|志愿者|床位|床|专家|民警|职工|(?:工作|防疫|救援|科研|机组|执勤)人员|病历|记录/

/** Those counted are no patients, whatever is said around them. */
export const countsOthersZh = (clause: string): boolean => NO_PATIENTS.test(clause)
