import type { Kind, Modality, Status } from '../model/fact.ts'
import type { Identity } from '../series/identity.ts'
import { wordsOf } from '../series/search-words.ts'

/** What a word of a question asks for, beside the things that are called so. */
export interface Meaning {
  status?: Status
  kind?: Kind
  modality?: Modality
  /** Metrics that are measured in what the word names. */
  metrics?: readonly string[]
}

/** Words of questions by what they mean, in every language of the packs. */
const WORDS: readonly (readonly [Meaning, string])[] = [
  [{ status: 'confirmed' }, 'confirmed case infection infected positive 确诊 確診 病例 感染 阳性'],
  [{ status: 'suspected' }, 'suspected 疑似'],
  [{ status: 'asymptomatic' }, 'asymptomatic 无症状 無症狀'],
  [{ status: 'severe' }, 'severe serious 重症'],
  [{ status: 'critical' }, 'critical 危重 病危'],
  [{ status: 'hospitalised' }, 'hospital hospitalised hospitalized 住院 在院 在治'],
  [{ status: 'recovered' }, 'recovered recovery cured discharged 治愈 治癒 出院 康复 痊愈'],
  [{ status: 'dead' }, 'dead death died toll fatality 死亡 病亡 死者'],
  [{ status: 'observed' }, 'observation quarantine 观察 觀察 隔离'],
  [{ status: 'contact' }, 'contact 密切接触 密接'],
  [{ status: 'tested' }, 'test tested 检测 檢測'],
  [{ status: 'vaccinated' }, 'vaccinated vaccination dose 接种 接種 疫苗'],
  [{ kind: 'cumulative' }, 'total cumulative altogether overall 累计 累計 总计 共计'],
  [{ kind: 'flow' }, 'new newly daily added 新增'],
  [{ kind: 'level' }, 'current currently now active 现有 現有 目前'],
  [{ kind: 'change' }, 'growth change rise fall increase decrease 增长 增長 变化 涨幅 跌幅 同比 环比'],
  [{ modality: 'forecast' }, 'forecast expected outlook projection 预测 預測 预计 預計'],
  [{ modality: 'target' }, 'target goal plan 目标 目標 计划'],
  [{ metrics: ['square-meters'] }, 'area space floor 面积 面積 平方米'],
  [{ metrics: ['yuan'] }, 'yuan renminbi rmb cny 人民币 人民幣 元'],
  [{ metrics: ['us-dollars'] }, 'dollar usd 美元'],
  [{ metrics: ['euros'] }, 'euro eur 欧元 歐元'],
  [{ metrics: ['yen'] }, 'yen jpy 日元'],
  [{ metrics: ['pounds'] }, 'pound sterling gbp 英镑'],
  [{ metrics: ['hong-kong-dollars'] }, 'hkd 港元 港币'],
  [{ metrics: ['percent'] }, 'percent percentage rate share yield 百分比 率 占比'],
  [{ metrics: ['tonnes', 'kilograms'] }, 'ton tonne weight 吨 噸'],
  [{ metrics: ['people', 'patients'] }, 'people person patient 人数 患者'],
  [{ metrics: ['celsius'] }, 'temperature celsius 气温 温度'],
]

const MEANINGS: ReadonlyMap<string, readonly Meaning[]> = meaningsByWord()

function meaningsByWord(): Map<string, Meaning[]> {
  const byWord = new Map<string, Meaning[]>()
  for (const [meaning, words] of WORDS)
    for (const word of words.split(' ').flatMap(wordsOf))
      byWord.set(word, [...(byWord.get(word) ?? []), meaning])
  return byWord
}

export const meaningsOf = (word: string): readonly Meaning[] => MEANINGS.get(word) ?? []

/** Whether a word says of a series what it is, against which nothing speaks: 1; 0 where it says nothing, -1 where it says otherwise. */
export function fits(word: string, { status, kind, modality, metric }: Identity): -1 | 0 | 1 {
  const meanings = meaningsOf(word)
  if (meanings.length === 0) return 0
  const isMeant = (one: Meaning) =>
    (one.status === undefined || one.status === status) &&
    (one.kind === undefined || one.kind === kind) &&
    (one.modality === undefined || one.modality === modality) &&
    (one.metrics === undefined || one.metrics.includes(metric))
  return meanings.some(isMeant) ? 1 : -1
}
