import type { Mention } from '../chunk.ts'
import type { KnownNames } from '../names.ts'
import {
  CITY,
  COUNTRY,
  COUNTY,
  folded,
  hanPlacesAt,
  latinKey,
  meant,
  type Place,
  PROVINCE,
  placeById,
} from '../places.ts'
import {
  AUTHORITY,
  COMPANY_MEASURE,
  MEASURE_END,
  ORGANISATION_END,
  PLACE_END,
  WORDS,
  type WordClass,
} from './lexicon.ts'

/** A figure's place in the text. */
export interface Span {
  start: number
  end: number
}

/** Whom a figure belongs to as far as its sentence tells, what it measures, and what stands for a name given before. */
export interface FoundZh {
  owner: Mention | null
  isOwn: boolean
  anaphor: WordClass | null
  measure: string | null
  /** 其中 stands before it, and its sentence names nobody else: it goes on from the sentence before. */
  isPart: boolean
  /** A noun phrase that may own where nothing else is named: 农林牧渔业 of 农林牧渔业增加值. */
  generic: string | null
  /** An age: a person's, and never that of what the text around is about. */
  isAlone: boolean
}

export interface ReadZh {
  figures: readonly FoundZh[]
  /** Whom the sentence is about. */
  topic: Mention | null
  /** The place of who reports. */
  publisher: Mention | null
  /** Every name, in order. */
  mentions: readonly Mention[]
}

/** What is known of names while an item is read. */
export class NamesZh {
  readonly known: KnownNames
  readonly places = new Set<Place>()

  constructor(known: KnownNames) {
    this.known = known
  }
}

/** What stands before a figure in its bracket: the names of its clause, and whom the one before belongs to. */
interface Frame {
  owner: Mention | null
  topic: Mention | null
  /** Names of the clause so far. */
  clause: Mention[]
  anaphor: WordClass | null
  measure: string | null
  /** Words of the clause behind its last name. */
  words: string
  /** Figures and names of a list: "A、B分别为1、2". */
  list: Mention[]
  afterPart: boolean
  isPart: boolean
  figuresInClause: number
}

const frame = (from: Frame | null): Frame => ({
  owner: from?.owner ?? null,
  topic: from?.owner ?? from?.topic ?? null,
  clause: [],
  anaphor: null,
  measure: from?.measure ?? null,
  words: '',
  list: [],
  afterPart: false,
  isPart: false,
  figuresInClause: 0,
})

/** Reads a Chinese sentence with figures at `spans`, whose places count in it. */
export function readSentenceZh(sentence: string, spans: readonly Span[], names: NamesZh): ReadZh {
  return new Reader(folded(sentence), sentence, spans, names).read()
}

class Reader {
  readonly #text: string
  readonly #raw: string
  readonly #spans: readonly Span[]
  readonly #names: NamesZh
  readonly #found: FoundZh[] = []
  readonly #mentions: Mention[] = []
  readonly #frames: Frame[] = [frame(null)]
  #topic: Mention | null = null
  #publisher: Mention | null = null
  /** The word before a name that says that it owns nothing: 来自, 较. */
  #other = false
  /** Where the run of characters of no word began; -1 outside one. */
  #run = -1
  /** Class of the last word, '' behind a name or a run. */
  #last: WordClass | '' | 'mark' = 'mark'

  constructor(text: string, raw: string, spans: readonly Span[], names: NamesZh) {
    this.#text = text
    this.#raw = raw
    this.#spans = spans
    this.#names = names
  }

  get #frame(): Frame {
    return this.#frames.at(-1) as Frame
  }

  read(): ReadZh {
    const text = this.#text
    let figure = 0
    for (let i = 0; i < text.length; ) {
      const span = this.#spans[figure]
      if (span !== undefined && i >= span.start) {
        this.#endRun(i)
        this.#figure(span)
        figure++
        i = Math.max(span.end, i + (span.end <= i ? 0 : 0))
        this.#last = ''
        continue
      }
      const stop = span?.start ?? text.length
      i = this.#step(i, stop)
    }
    this.#endRun(text.length)
    return { figures: this.#found, topic: this.#topic, publisher: this.#publisher, mentions: this.#mentions }
  }

  #step(i: number, stop: number): number {
    const text = this.#text
    const c = text[i] as string
    if (MARKS.has(c)) {
      this.#endRun(i)
      this.#mark(c)
      this.#last = 'mark'
      return i + 1
    }
    if (c === '《') {
      const end = text.indexOf('》', i)
      if (end > i && end < i + 40) {
        this.#endRun(i)
        if (/^(?:显示|指出|称|报道|数据|提出|统计)/.test(text.slice(end + 1))) this.#last = 'mark'
        else
          this.#name(
            this.#mention(this.#names.known.idOf(text.slice(i + 1, end)), 'name', null, i + 1, end),
            end + 1,
          )
        return end + 1
      }
    }
    if (DIGIT.test(c) && this.#run < 0) return dateEnd(text, i)
    const word = WORDS.longestAt(text, i)
    const known = this.#names.known.hanAt(text, i)
    const place = hanPlacesAt(text, i, this.#lastPlaceEndingAt(i))
    const placeEnd = place === null ? 0 : place.end
    const knownEnd = known === null ? 0 : known.end
    const wordEnd = word === null ? 0 : word.end
    const isInRun =
      this.#run >= 0 && place !== null && /^(?:世界|全球|国内|内地|全国|国际)$/.test(text.slice(i, placeEnd))
    if (place !== null && !isInRun && placeEnd >= knownEnd && placeEnd >= wordEnd && placeEnd <= stop) {
      const meaning = meant(place.places, this.#names.places)
      if (meaning !== null) return this.#place(meaning, i, placeEnd)
    }
    const isMoney =
      known !== null && CURRENCY.test(known.known.id) && !RATE_BEHIND.test(text.slice(knownEnd, knownEnd + 4))
    if (
      known !== null &&
      !isMoney &&
      knownEnd >= wordEnd &&
      knownEnd <= stop &&
      !(knownEnd - i === 1 && !this.#isGoods(i))
    ) {
      this.#endRun(i)
      this.#name(this.#mention(known.known.id, known.known.sort, known.known.place, i, knownEnd), knownEnd)
      return knownEnd
    }
    const isQuote = word !== null && c === '报' && wordEnd - i === 1 && wordEnd !== stop && this.#run >= 0
    const endsName =
      isQuote || (word?.value === 'company' && this.#run >= 0 && !/^[该本我]/.test(text.slice(i, wordEnd)))
    if (
      word !== null &&
      !endsName &&
      wordEnd <= stop &&
      !(wordEnd - i === 1 && this.#run >= 0 && !STANDS_ALONE.test(c))
    ) {
      if (word.value === 'noun') {
        if (this.#run < 0) this.#run = i
        return wordEnd
      }
      this.#endRun(i)
      this.#word(word.value, text.slice(i, wordEnd))
      return wordEnd
    }
    if (this.#run < 0) this.#run = i
    return i + 1
  }

  /** One character that is a metal: 铜库存, 锌价, and not 铜陵. */
  #isGoods(i: number): boolean {
    return this.#run < 0 && /^(?:库存|价|期货|矿|产量|现货|主力|合约)/.test(this.#text.slice(i + 1, i + 4))
  }

  #lastPlaceEndingAt(i: number): Place | null {
    const last = this.#mentions.at(-1)
    return last !== undefined && last.end === i && this.#run < 0 ? last.place : null
  }

  #mention(id: string, sort: Mention['sort'], place: Place | null, start: number, end: number): Mention {
    const raw = this.#raw.slice(start, end)
    return { id, name: IMPLIED.test(raw) ? (place?.han ?? raw) : raw, sort, place, start, end }
  }

  #place(place: Place, start: number, end: number): number {
    const text = this.#text
    const tail = text.slice(end, end + 4)
    // 日本全国
    const before = this.#mentions.at(-1)
    if (
      before?.end === start &&
      before.place !== null &&
      /^(?:全国|国内|全社会)/.test(text.slice(start, end))
    )
      return end
    // 武汉市卫健委: who reports; the place is told of where nothing else is named.
    const rest = nounEnd(text, end, this.#spans[this.#found.length]?.start ?? text.length)
    const run = text.slice(end, rest)
    const authority = AUTHORITY.exec(run)
    if (authority !== null) {
      this.#endRun(start)
      this.#names.places.add(place)
      this.#publisher ??= this.#mention(place.id, 'place', place, start, end)
      this.#last = ''
      return end + authority.index + authority[0].length
    }
    // 融创中国, 上海电气: a place inside another name.
    const isInside = this.#run >= 0 && start - this.#run >= 2 && place.level <= PROVINCE
    const isSuffix =
      isInside &&
      start - this.#run <= 4 &&
      this.#startsAt(this.#run) &&
      /^(?:中国|香港|亚洲)$/.test(text.slice(start, end))
    if (isSuffix || (isInside && MARKET_VERB.test(text.slice(end, end + 3)))) {
      const from = this.#run
      this.#run = -1
      this.#name(this.#mention(this.#names.known.idOf(text.slice(from, end)), 'name', null, from, end), end)
      return end
    }
    if (
      run.length >= 2 &&
      run.length <= 12 &&
      tickerBehind(text, rest, this.#names.known) &&
      !MEASURE_END.test(run)
    ) {
      this.#endRun(start)
      this.#names.places.add(place)
      this.#run = end
      return rest
    }
    if (run.length >= 2 && run.length <= 16) {
      const isNamed =
        MARKET_VERB.test(text.slice(rest, rest + 3)) && run.length <= 6 && !MEASURE_END.test(run)
      const isOrganisation =
        ORGANISATION_END.test(text.slice(start, rest)) &&
        !/^(?:省|市|州|县|区)/.test(run) &&
        !MEASURE_NAMES.test(run)
      if (isNamed || isOrganisation) {
        this.#endRun(start)
        this.#names.places.add(place)
        this.#name(
          this.#mention(this.#names.known.idOf(text.slice(start, rest)), 'name', null, start, rest),
          rest,
        )
        return rest
      }
    }
    this.#endRun(start)
    this.#names.places.add(place)
    if (
      /^(?:产(?!量|能|业|值|销)|制造的|籍|返|旅行史|旅居史|居住史|接触史|来[沪京津渝]|以外|之外|等地返|人民币|方言|话|语)/.test(
        tail,
      )
    ) {
      this.#last = ''
      return end
    }
    this.#name(this.#mention(place.id, 'place', place, start, end), end)
    return end
  }

  /** A name at its place: it stands for the clause, unless the word before says that it is another. */
  #name(mention: Mention, end: number): void {
    if (
      PUBLISHERS.test(mention.id) &&
      /^.{0,10}(?:发布|公布|表示|数据|称|统计|预计|指出|宣布)/.test(this.#text.slice(end, end + 14))
    ) {
      if (mention.id === 'pboc') this.#publisher ??= this.#china(mention.start)
      this.#last = ''
      return
    }
    const before = this.#mentions.at(-1)
    this.#mentions.push(mention)
    const isOther = this.#other
    const isObject = this.#last === 'verb'
    const isIn = this.#last === 'in' && (mention.sort === 'name' || mention.sort === 'organisation')
    this.#last = ''
    const frame = this.#frame
    this.#other = isOther || isIn
    if (isOther || isIn || (mention.sort === 'goods' && isObject)) return
    const joins =
      before !== undefined && before.end === mention.start && before.place !== null && mention.place !== null
    if (joins && frame.clause.at(-1) === before) frame.clause.pop()
    frame.clause.push(mention)
    frame.anaphor = null
    frame.list.push(mention)
    frame.words = ''
    if (this.#topic === null && this.#frames.length === 1) this.#topic = mention
  }

  #word(value: WordClass, word: string): void {
    const frame = this.#frame
    this.#last = value
    switch (value) {
      case 'other':
        this.#other = true
        return
      case 'province':
      case 'city':
      case 'county':
      case 'place':
      case 'company':
        if (!this.#other) {
          frame.anaphor = value
          frame.clause = []
          frame.words = ''
        }
        return
      case 'part':
        frame.isPart = true
        frame.afterPart = true
        frame.words = ''
        return
      case 'state':
        frame.words += word
        return
      case 'say':
        frame.words = ''
        return
      case 'kind':
        if (
          frame.afterPart &&
          frame.figuresInClause === 0 &&
          /累计|现有|共|合计/.test(word) &&
          frame.clause.length === 0 &&
          frame.anaphor === null
        ) {
          frame.owner = frame.topic
          frame.afterPart = false
        }
        return
      case 'verb':
        if (word.length > 1) frame.words = MEASURED_VERB.test(word) ? word : ''
        return
      case 'particle':
        if (word === '的') frame.words += word
        return
      default:
    }
  }

  /** A run of characters of no word ends at `end`: a noun phrase. */
  #endRun(end: number): void {
    if (this.#run < 0) return
    const run = this.#text.slice(this.#run, end)
    const start = this.#run
    this.#run = -1
    const frame = this.#frame
    const behind = this.#text.slice(end, end + 4)
    const isStart =
      this.#last !== '' &&
      this.#last !== 'verb' &&
      this.#last !== 'move' &&
      this.#last !== 'link' &&
      this.#last !== 'state'
    if (!isStart || run.trim().length < 2 || !/[\u4e00-\u9fffA-Z]/.test(run)) {
      frame.words += run
      this.#last = ''
      this.#other = this.#other && run.length < 2
      return
    }
    if (/^(?:该|此|这家|这座|这项|这个|许多|多个|部分|其中|各)/.test(run)) {
      frame.words += run
      this.#last = ''
      return
    }
    const end1 = MEASURE_END.exec(run)
    const authority = AUTHORITY.exec(run)
    if (authority !== null) {
      if (
        /^(?:国家|中国|全国|国务院)/.test(run) ||
        /^(?:统计局|海关总署|财政部|商务部|教育部|工信部|交通运输部|央行|国务院)/.test(authority[0])
      )
        this.#publisher ??= this.#china(start)
      this.#last = ''
      return
    }
    const isTicker = end1 === null && tickerBehind(this.#text, end, this.#names.known)
    const isFirst = this.#last !== 'particle' && this.#last !== 'kind' && this.#last !== 'say'
    const isSpeaker =
      isTicker ||
      (isFirst && /^(?:公告|发布|公布|宣布|披露|预计|预告|决定)/.test(behind)) ||
      (isFirst && run.length > 4 && /^(?:表示|称|发文)/.test(behind)) ||
      (this.#startsAt(start) &&
        /^[^，。；]{0,24}(?:公告|公布业绩|发布业绩|发布公告)/.test(this.#text.slice(end, end + 30)))
    const isPerson = run.length <= 4 && /^(?:表示|称|说|介绍|指出|认为|透露|强调)/.test(behind)
    if (isPerson) {
      this.#last = ''
      return
    }
    const head = end1 === null ? run : run.slice(0, end1.index).replace(/的$/, '')
    const isMarket = end1 === null && isFirst && MARKET_VERB.test(behind)
    const isOrganisation =
      !NO_NAME.test(head) &&
      ((ORGANISATION_END.test(head) && !MEASURE_NAMES.test(head)) || PLACE_END.test(head))
    const isCompany =
      end1 !== null &&
      head.length >= 2 &&
      head.length <= 8 &&
      COMPANY_MEASURE.test(run) &&
      !NO_COMPANY.test(head) &&
      (frame.owner === null || head.length > 2)
    const inner = /^.{2,12}?(?:集团|公司|银行|大学|医院|学院)/.exec(head)?.[0]
    const isListed =
      (this.#listed(start) || behind[0] === '、') &&
      /^[^，。；]{0,30}分别/.test(this.#text.slice(end, end + 34)) &&
      !/[0-9]/.test(this.#text.slice(end, end + 30).split('分别')[0] as string)
    if (
      head.length >= 2 &&
      head.length <= 18 &&
      (isListed || isSpeaker || isMarket || isOrganisation || inner !== undefined || isCompany)
    ) {
      const plain = inner ?? head.trim()
      this.#name(this.#mention(this.#names.known.idOf(plain), 'name', null, start, start + plain.length), end)
      frame.words += run.slice(head.length)
      return
    }
    frame.words += run
    this.#last = ''
    this.#other = false
  }

  /** "、" stands before the run. */
  #listed(start: number): boolean {
    return this.#text[start - 1] === '、'
  }

  /** A sentence or a clause begins at the place. */
  #startsAt(at: number): boolean {
    return at === 0 || MARKS.has(this.#text[at - 1] as string)
  }

  #china(at: number): Mention | null {
    const place = placeById('cn')
    return place === undefined
      ? null
      : { id: place.id, name: '中国', sort: 'place', place, start: at, end: at }
  }

  #mark(c: string): void {
    const frame = this.#frame
    if (c !== '、') this.#other = false
    if (c === '（' || c === '(') {
      this.#frames.push({ ...frameOf(frame) })
      return
    }
    if (c === '）' || c === ')') {
      this.#bracketEnds()
      return
    }
    if (c === '、' || c === '"' || c === '“' || c === '”') return
    if (c === '；' || c === ';') {
      frame.owner = frame.afterPart ? frame.owner : frame.topic
    }
    const last = frame.clause.find(({ sort }) => sort !== 'goods')
    if (last !== undefined) {
      frame.topic ??= last
      if (frame.figuresInClause === 0) frame.owner = last
    }
    frame.clause = []
    frame.words = ''
    frame.figuresInClause = 0
    frame.isPart = false
    if (c !== '，' && c !== ',' && c !== ':' && c !== '：') frame.list = []
  }

  /** "1例（长春市）": a bracket of a place alone gives the figure before it its owner. */
  #bracketEnds(): void {
    if (this.#frames.length === 1) return
    const inner = this.#frames.pop() as Frame
    const last = this.#found.at(-1)
    if (
      inner.figuresInClause === 0 &&
      inner.clause.length > 0 &&
      inner.words === '' &&
      last !== undefined &&
      this.#bracketAt === this.#found.length
    ) {
      const [only] = inner.clause
      if (only?.place && inner.list.length === 1) {
        last.owner = only
        last.isOwn = true
        last.anaphor = null
      }
    }
    this.#frame.clause = this.#frame.clause.filter(() => true)
  }

  /** Number of figures when the last bracket opened right behind one. */
  #bracketAt = -1

  #figure(span: Span): void {
    const frame = this.#frame
    const text = this.#text
    const opens = text[span.end] === '（' || text[span.end] === '('
    this.#bracketAt = opens ? this.#found.length + 1 : this.#bracketAt
    const isPriced =
      /[价货存约]|报|每/.test(frame.words) ||
      /元|美分|[涨跌]/.test(text.slice(Math.max(0, span.start - 3), span.end))
    const own = ownerOfClause(frame.clause, isPriced)
    const isEach = this.#pair(span)
    let owner = isEach ?? own
    const isOwn = owner !== null
    let anaphor: WordClass | null = null
    if (owner === null && frame.anaphor !== null) {
      anaphor = frame.anaphor
      owner = this.#resolve(frame.anaphor)
      if (owner !== null) frame.anaphor = null
    }
    if (owner === null && anaphor === null)
      owner = frame.owner ?? frame.clause.find(({ sort }) => sort === 'goods') ?? null
    if (owner !== null) {
      frame.owner = owner
      frame.topic ??= owner
      this.#topic ??= owner
    }
    const measure =
      measureAt(text, span, frame.words, this.#spans[this.#found.length + 1]?.start ?? text.length) ??
      frame.measure
    if (measure !== null) frame.measure = measure
    this.#found.push({
      owner: text[span.end - 1] === '岁' && !isOwn ? null : owner,
      isOwn,
      isAlone: text[span.end - 1] === '岁',
      anaphor: owner === null ? (anaphor ?? null) : null,
      measure,
      isPart: frame.isPart,
      generic: genericOf(frame.words),
    })
    frame.figuresInClause++
    frame.words = ''
    this.#run = -1
  }

  /** 全省 after 湖北: the nearest place of that level in the sentence. */
  #resolve(anaphor: WordClass): Mention | null {
    for (let i = this.#mentions.length - 1; i >= 0; i--) {
      const found = resolved(this.#mentions[i] as Mention, anaphor)
      if (found !== null) return found
    }
    return this.#publisher === null ? null : resolved(this.#publisher, anaphor)
  }

  /** "A、B分别为1、2": the name of the figure's place in its list. */
  #pair(span: Span): Mention | null {
    const frame = this.#frame
    if (frame.list.length < 2) return null
    const before = this.#text.slice(Math.max(0, span.start - 90), span.start)
    const at = before.lastIndexOf('分别')
    if (at < 0) return null
    let n = 0
    const from = Math.max(0, span.start - 90) + at
    for (const other of this.#spans) if (other.start > from && other.start < span.start) n++
    let end = from
    while (end < this.#text.length && !/[，；。]/.test(this.#text[end] as string)) end++
    const figures = this.#spans.filter((other) => other.start > from && other.start < end).length
    const listed = lastList(
      frame.list.filter((mention) => mention.end <= from),
      this.#text,
    )
    if (listed.length < 2 || figures !== listed.length) return null
    return listed[n % listed.length] ?? null
  }
}

/** The names that stand last in one list: "、" or 和 alone between them. */
function lastList(names: readonly Mention[], text: string): Mention[] {
  const listed: Mention[] = []
  for (let i = names.length - 1; i >= 0; i--) {
    const name = names[i] as Mention
    const next = listed[0]
    if (next !== undefined && !/^(?:、|和|与|及|以及|，)$/.test(text.slice(name.end, next.start))) break
    listed.unshift(name)
  }
  return listed
}

const frameOf = (outer: Frame): Frame => {
  const own = ownerOfClause(outer.clause, true)
  return {
    ...frame(outer),
    owner: own ?? outer.owner,
    topic: own ?? outer.owner ?? outer.topic,
    measure: outer.measure,
  }
}

/** Of the names of a clause the last; a thing that is priced before the place of its market. */
function ownerOfClause(names: readonly Mention[], isPriced: boolean): Mention | null {
  const thing =
    names.findLast(({ sort }) => sort === 'thing') ??
    (isPriced ? names.findLast(({ sort }) => sort === 'goods') : undefined)
  if (thing) return thing
  const owners = names.filter(({ sort }) => sort !== 'goods')
  if (owners.length < names.length) return ownerOfClause(owners, isPriced)
  const first = names[0]
  if (first?.sort === 'name' || first?.sort === 'organisation') return first
  return names.at(-1) ?? null
}

/** The place of the level that an anaphor asks for: of 武汉 and 全省 it is 湖北. */
export function resolved(mention: Mention, anaphor: WordClass): Mention | null {
  if (anaphor === 'company')
    return mention.sort === 'name' || mention.sort === 'organisation' ? mention : null
  if (mention.place === null) return null
  if (anaphor === 'place') return mention
  const level = anaphor === 'province' ? PROVINCE : anaphor === 'city' ? CITY : COUNTY
  for (let at: Place | null = mention.place; at !== null; at = at.parent) {
    if (
      at.level === level ||
      (anaphor === 'city' && isMunicipality(at)) ||
      (anaphor === 'city' && at === mention.place && at.level === COUNTY)
    ) {
      return at === mention.place ? mention : { ...mention, id: at.id, name: at.han, place: at }
    }
  }
  return anaphor === 'province' && mention.place.level === COUNTRY ? null : null
}

const isMunicipality = (place: Place): boolean => /^cn-(?:beijing|shanghai|tianjin|chongqing)$/.test(place.id)

/** Money is told of where its rate is; else it is a unit. */
const CURRENCY = /^(?:us-dollar|euro|pound|yen|yuan|won|ruble|rupee|lira)$/
const RATE_BEHIND = /^(?:[兑对升贬]|汇率|中间价|指数|涨|跌|收|报|走|即期|现汇)/
/** Verbs that name what is measured: 出口135万辆. */
const MEASURED_VERB =
  /^(?:出口|进口|销售|生产|融资|投资|捐款|捐赠|回购|减持|增持|成交|交付|发行|追踪|解除|排除|排查|招聘|裁员|受理|提取|入库|接待|发送|停电|计提|亏损|接受|存储|装机|制造|运输|种植|收获|转移|救援|安置|隔离|收治|接诊|派出|检测|就业|录取|毕业|招收|罚款|拨款|供应|供给|培训|安排|下达)$/
/** Words that mean a place and do not name it. */
const IMPLIED = /^(?:全社会|国内|國內)$/
const DIGIT = /[0-9０-９]/
/** Words of one character that no noun goes on over. */
const STANDS_ALONE = /[居列曾占的和及为在与对由从较比据报至达超约近共有涨跌将已被把仍均都也还又于称]/
/** The end of digits and of the unit of time behind them: "2月", "24时". */
function dateEnd(text: string, from: number): number {
  let i = from
  while (i < text.length && /[0-9０-９.:：-]/.test(text[i] as string)) i++
  return i < text.length && /[年月日时点分号季届第]/.test(text[i] as string) ? i + 1 : i
}

/** Who tells of the world more often than of itself. */
const PUBLISHERS = /^(?:pboc|imf|world-bank|who|opec)$/
const MARKS = new Set('，。；：！？、,;:!?（）()“”"\n')
const BREAKS = /[，。；：！？、,;:!?（）()“”"\n\d]/
const MARKET_VERB = /^(?:涨|跌|收涨|收跌|大涨|大跌|升|报|收报|涨停|跌停|公告|披露|高开|低开|拉升|走)/
/** Companies and places that the text does not name. */
const NO_NAME = /(?:[子分母]公司|上市公司|合资公司|有关公司|许多地区|部分地区|全国各地|其他地区)$/
/** Ends of what qualifies a measure, and is no company. */
const NO_COMPANY =
  /(?:[省市县区业车房品机]|扣非|归母|归属|本期|期内|单季|单月|税后|合并|综合|注册|主营|年度|预亏|归属于上市公司股东|公司|整体|全球|海外|线上|线下|新车|手机|个人|人均|月度|日均|首日|总|周|预售|单日|累计|内地|国产)$/
/** Measures that end as organisations do: 投资, 能源. */
const MEASURE_NAMES =
  /(?:固定资产投资|投资|建设|能源|新能源|汽车|材料|期货|保险|信息|文化|商业|贸易|工业|电力|网络|食品|医疗|医药|电子|设备|黄金|钢铁|石油|化工|机械|队|店|厂|社|馆|党|智能|软件|装备|建筑|航空|铁路|地铁|地产|租赁|物流|快递|电商)$/

/** "富邦金（2881）", "資生堂(Shiseido)": a number of the exchange or a name in Latin letters, which only names have. */
function tickerBehind(text: string, at: number, known: KnownNames): boolean {
  if (text[at] !== '（' && text[at] !== '(') return false
  const inside = /^[（(]([^）)]{2,24})[）)]/.exec(text.slice(at, at + 26))?.[1]
  if (inside === undefined) return false
  if (/^(?:[0-9]{4,6}(?:\.[A-Z]{2,3})?|[A-Z]{2,5}\.[A-Z]{1,2})$/.test(inside)) return true
  return /^[A-Z][A-Za-z]*[a-z][A-Za-z.& -]*$/.test(inside) || known.latin.has(latinKey(inside))
}

/** The end of the characters of no word that begin at `from`. */
function nounEnd(text: string, from: number, stop: number): number {
  let i = from
  while (i < stop && i < from + 18) {
    if (BREAKS.test(text[i] as string) || /\s/.test(text[i] as string)) break
    const word = WORDS.longestAt(text, i)
    const isCut =
      word !== null && i - from === 1 && word.end - i === 2 && WORDS.longestAt(text, i + 1) !== null
    const isName = word?.value === 'company' && i > from
    if (
      word !== null &&
      !isCut &&
      !isName &&
      word.value !== 'noun' &&
      !(word.end - i === 1 && i > from && !STANDS_ALONE.test(text[i] as string))
    )
      break
    i = word?.value === 'noun' ? word.end : i + 1
  }
  return Math.min(i, stop)
}

/** What a figure measures: the noun that it counts, else the words before it in its clause. */
function measureAt(text: string, span: Span, words: string, stop: number): string | null {
  const counted = behindFigure(text, span, stop)
  if (counted !== null) return counted
  const phrase = trimmed(words)
  return phrase === '' ? null : phrase
}

const CLASSIFIER_END = /[例名位人个家座台辆架艘套件只项条张间所户起宗场部份次批种类头只]$/

/** A number with its classifier, before the noun that a figure's own words end in: "7座大型水电站". */
const COUNT =
  /^[约近超逾]?[\d.,，万亿千百十零〇一二两三四五六七八九几数多余半／/-]+[多余]?\s*(?:[例名位个家座台辆架艘套件只项条张间户起宗场部份批种头款枚支人颗栋幢处所届次伙块羽本]|人次)?/

function behindFigure(text: string, span: Span, stop: number): string | null {
  const own = text.slice(span.start, span.end).replace(COUNT, '')
  if (/^[\u4e00-\u9fffA-Za-z“”"]{2,}$/.test(own) && !UNIT_WORD.test(own)) return own.replace(/[“”"]/g, '')
  if (!CLASSIFIER_END.test(text.slice(span.start, span.end))) return null
  const state = /^(?:死亡|受伤|遇难|失踪|身亡|治愈出院|治愈|出院|感染|被困|重伤|轻伤|丧生|中毒|确诊)/.exec(
    text.slice(span.end, stop),
  )
  if (state !== null) return state[0]
  const end = nounEnd(text, span.end, Math.min(stop, span.end + 20))
  const noun = trimmed(text.slice(span.end, end))
  return noun.length >= 2 ? noun : null
}

/** Units are measured by what stands before them. */
const UNIT_WORD =
  /^(?:[美日欧英港澳加韩新台]?[元圆币镑]|人民币|美金|日元|韩元|卢比|卢布|英镑|欧元|港元|港币|新元|澳元|公里|公斤|千克|千瓦时?|平方(?:公里|千米|米)|立方米|万吨|吨|米|厘米|毫米|亩|公顷|度|个?百分点|个?基点|个?月|年|天|小时|分钟|秒|点|倍|成|股|手|桶|兆瓦|吉瓦|英里|英尺|海里|摄氏度|人次|元每.*|.*每.*|份)$/

/** What is left before a figure when nothing more is measured: "以", "由", "末". */
const LOOSE =
  /(?:[以由至末逾料派仍均可将便暂录使令让对于为比较因致达报抵收涨跌升降减增后前起]|双双|高出|很快|尚未|有望|预计|日内|一度|大约|共计|分别)+$/

const trimmed = (words: string): string => {
  const plain = words
    .replace(/^[的之\s·\d%％./以由使令对于因了]+|[的之\s·中]+$/g, '')
    .replace(LOOSE, '')
    .slice(-LONGEST_MEASURE)
  // "收盘价前一日", "市值飙": up to the measure that stands in it.
  const measure =
    /^.*(?:价|率|额|指数|利润|净利|收入|营收|余额|产量|销量|市值|面积|总量|规模)(?=.{1,4}$)/.exec(plain)
  return measure === null || MEASURE_END.test(plain) ? plain : measure[0]
}

/** Longer measures are clauses. */
const LONGEST_MEASURE = 24

/** Ends of what a branch or a group of people is called. */
const SECTOR = /^[\u4e00-\u9fff]*(?:业|居民|农民|企业|产业|行业|学生|老年人|儿童|股)$/

/** 农林牧渔业 of 农林牧渔业增加值. */
function genericOf(words: string): string | null {
  const plain = words.trim()
  const end = MEASURE_END.exec(plain)
  if (end === null) return null
  const name = plain.slice(0, end.index).replace(/的$/, '')
  return name.length >= 2 && SECTOR.test(name) ? name : null
}
