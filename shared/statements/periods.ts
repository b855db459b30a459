import type { Over, Period, PeriodSaid } from '../model/fact.ts'
import { before, type DateRead, type DayNumber, isoDay, parsedDay, type Span } from './calendar.ts'
import { CLASSES, overLetters } from './classes.ts'
import type { KindSaid } from './kinds.ts'
import type { Marks } from './marks.ts'
import type { MoveSaid } from './moves.ts'

/** A time that a text names, with what the words around make of it. */
interface Named extends Span {
  /** First and last place in the letters. */
  first: number
  last: number
  /** The words say its end: "the end of June". */
  isEnd: boolean
  /** Its last day is an instant that figures hold for: 截至2月8日, "the end of June". */
  isInstant: boolean
  /** It tells what something is held against: "from last year", 较2020年. */
  isBase: boolean
  /** It is the day on which somebody told it. */
  isTelling: boolean
  isRunning: boolean
  /** It opens its sentence, and so speaks of what follows too. */
  isTopic: boolean
  /** How long before the time that the sentence is about, where it is told so. */
  before: Over | null
  grain: DateRead['grain']
  /** Where its sentence begins. */
  sentence: number
}

const ending = (pattern: string): RegExp => new RegExp(`(?:${overLetters(pattern)})$`)
const beginning = (pattern: string): RegExp => new RegExp(`^(?:${overLetters(pattern)})`)

const IS_BASE = ending('(?:than|from|above|below) (?:a|level|of|about){0,2}')
const IS_AS_OF = ending('asOf a?')
const IS_END = ending('end (?:of|a){0,2}')
const IS_SINCE = ending('since (?:a|past){0,2}')
const SINCE_BEHIND = beginning('sinceThen')
const TOLD_BEFORE = ending('said plain{0,2}')
const TOLD_BEHIND = beginning('comma? gap{0,5} said')
/** "326例（截至1月8日）". */
const AS_OF_IN_BRACKET = new RegExp(`^(?:${overLetters('open asOf?')})$`)
const BRACKETED = /\([^)]*\)/
const THROUGH = ending('to (?:a|end|of){0,2}')
const OPENS = ending('(?:comma|colon|open|stop)')
const THEN = CLASSES.sameTime
const STOP = CLASSES.stop
const CLOSING = new RegExp(overLetters('stop'))
const AMOUNT = new RegExp(overLetters('amount'))
const BREAK = new RegExp(overLetters('amount|comma|clause|stop|open|close'))
const NEW_CLAUSE = new RegExp(overLetters('clause'))
const CLAUSE = new RegExp(overLetters('comma|clause|stop'))

/** How far the words around a date are looked at. */
const AROUND = 8
/** How many words may stand before a date that opens a sentence. */
const HEAD = 5
const LONGEST_LEAD = 40

function namedIn({ letters, dates }: Marks, today: DayNumber): Named[] {
  const named: Named[] = []
  let sentence = 0
  let sentenceTo = -1
  for (const [place, date] of dates) {
    const head = letters.slice(Math.max(0, place - AROUND), place)
    const tail = letters.slice(place + 1, place + 1 + AROUND)
    const last = named.at(-1)
    if (last !== undefined && last.before === null && date.before === undefined) {
      const link = letters.slice(last.last + 1, place)
      // "From March 7 to September 5".
      if (link.length <= 3 && THROUGH.test(link)) {
        Object.assign(last, { to: date.to, last: place, grain: 'other', isBase: false, isInstant: false })
        continue
      }
      // "Thursday (March 26)", "今天（4月23日）".
      if (link === CLASSES.open || (link === '' && date.grain === 'day')) {
        Object.assign(last, { from: date.from, to: date.to, last: place, grain: date.grain })
        continue
      }
      // "1月27日，成都2025年首场": the year of a day that is named already.
      const isSameSentence = !CLOSING.test(link)
      if (
        isSameSentence &&
        !last.isTelling &&
        date.grain === 'year' &&
        last.grain !== 'year' &&
        date.from <= last.from &&
        last.to <= date.to &&
        !AMOUNT.test(link)
      )
        continue
    }
    const isEnd = date.isEnd === true || IS_END.test(head)
    const isSince = IS_SINCE.test(head) || SINCE_BEHIND.test(tail)
    const isAsOf = !isSince && IS_AS_OF.test(head)
    while (sentenceTo < place) {
      sentence = sentenceTo + 1
      const stop = letters.indexOf(STOP, sentence)
      sentenceTo = stop < 0 ? letters.length : stop
    }
    const isDay = date.grain === 'day'
    // "今年截至9月末": from the beginning of the year.
    const isOfYear = isAsOf && last?.grain === 'year' && letters.slice(last.last + 1, place) === CLASSES.asOf
    named.push({
      from: isOfYear ? last.from : date.from,
      to: isSince ? Math.max(date.from, today) : date.to,
      first: place,
      last: place,
      isEnd,
      isInstant: isAsOf || isEnd,
      isBase:
        !isSince &&
        !isAsOf &&
        date.isRange !== true &&
        (IS_BASE.test(head) ||
          (letters[place - 1] === CLASSES.and && letters[place + 1] === CLASSES.percent)),
      isRunning: date.isRunning === true,
      isTelling: isDay && !isAsOf && (TOLD_BEFORE.test(head) || TOLD_BEHIND.test(tail)),
      isTopic:
        isAsOf ||
        place - sentence <= HEAD ||
        (OPENS.test(head) && !AMOUNT.test(letters.slice(Math.max(sentence, place - LONGEST_LEAD), place))),
      before: date.before ?? null,
      grain: isSince || isOfYear ? 'other' : date.grain,
      sentence,
    })
  }
  return named
}

/** The periods of all figures, in their order, and what changes are over. `headings` is the time that these name. */
export function periodsOf(
  marks: Marks,
  kinds: readonly KindSaid[],
  moves: readonly MoveSaid[],
  headings: Span | null,
  today: DayNumber,
): { period: Period; over: Over | null }[] {
  const { letters, places } = marks
  const named = namedIn(marks, today)
  const usable = named.filter(({ isBase, isTelling, before }) => !isBase && !isTelling && before === null)
  const taken = takenByOthers(marks, moves, usable)
  const out: { period: Period; over: Over | null }[] = []
  let next = 0
  let from = 0
  let to = -1
  for (const [i, place] of places.entries()) {
    while (to < place) {
      from = to + 1
      const stop = letters.indexOf(STOP, from)
      to = stop < 0 ? letters.length : stop
    }
    while (next < usable.length && (usable[next] as Named).first < place) next++
    const { kind } = kinds[i] as KindSaid
    const { role } = moves[i] as MoveSaid
    const base = out[i - 1]?.period
    const over = kind === 'change' ? overOf(marks, named, place) : null
    const found =
      role === 'equivalent'
        ? null
        : find(
            { letters, usable, taken, next, from, to },
            place,
            nextTold(places, moves, i) ?? letters.length,
            kind,
            letters[place] as string,
            role !== null,
          )
    let period: Period | null = null
    if (role === 'equivalent' && base) period = base
    else if (found !== null) period = shaped(found.named, kind, over, found.said, today)
    else if (role === 'compared' && base && base.said !== 'digest') period = base
    else if (role !== null) period = formerOf(named, place, base)
    else if (headings !== null && kind !== 'attribute') period = { ...isoSpan(headings), said: 'heading' }
    // 环比: over the time before of the same length.
    const own = found?.named.grain
    const isBefore = over === null && kind === 'change' && isOverLast(marks, place)
    const length = isBefore && own !== undefined && own !== 'half' && own !== 'other' ? own : over
    out.push({ period: period ?? { ...isoSpan({ from: today, to: today }), said: 'digest' }, over: length })
  }
  return out
}

/** The place of the next figure that is no restatement of this one. */
function nextTold(places: readonly number[], moves: readonly MoveSaid[], i: number): number | undefined {
  return places[moves[i + 1]?.role === 'equivalent' ? i + 2 : i + 1]
}

const isoSpan = ({ from, to }: Span): { from: string; to: string } => ({ from: isoDay(from), to: isoDay(to) })

/** The named time as figures of a kind hold for it: levels and totals at its end, the running month up to today. */
function shaped(
  { from, to, isInstant, isEnd, grain, isRunning: isCurrent }: Named,
  kind: KindSaid['kind'],
  over: Over | null,
  said: PeriodSaid,
  today: DayNumber,
): Period {
  const isAt =
    kind === 'level' ||
    kind === 'cumulative' ||
    (isEnd && kind !== 'change' && grain !== 'other') ||
    (kind === 'change' && over !== null && over !== grain && grain !== 'other')
  if (isInstant && isAt) return { ...isoSpan({ from: to, to }), said }
  const isRunning =
    from <= today &&
    to > today &&
    (kind === 'cumulative' || (isCurrent && (grain === 'month' || grain === 'week')))
  return { ...isoSpan({ from, to: isRunning ? today : to }), said }
}

/** Where a figure looks for its time. */
interface Place {
  letters: string
  usable: readonly Named[]
  /** Those that say when a former figure held. */
  taken: ReadonlySet<Named>
  /** The first of them behind the figure. */
  next: number
  /** The sentence. */
  from: number
  to: number
}

function find(
  { letters, usable, taken, next, from, to }: Place,
  place: number,
  nextFigure: number,
  kind: KindSaid['kind'],
  letter: string,
  isHeld: boolean,
): { named: Named; said: PeriodSaid } | null {
  const behind = usable[next]
  const link =
    behind && behind.first < Math.min(nextFigure, to)
      ? letters.slice(place + 1, behind.first).replace(BRACKETED, '')
      : null
  if (behind && link !== null && (!BREAK.test(link) || AS_OF_IN_BRACKET.test(link)))
    return { named: behind, said: 'sentence' }
  const isProperty = letter === CLASSES.age || letter === CLASSES.duration
  if (isHeld || isProperty) return null
  let ahead: Named | undefined
  for (let k = next - 1; k >= 0 && k >= next - MOST_SKIPPED; k--) {
    const each = usable[k] as Named
    if (taken.has(each) || isShut(letters.slice(each.last, place))) continue
    ahead = each
    break
  }
  const isPast = ahead !== undefined && !ahead.isTopic && NEW_CLAUSE.test(letters.slice(ahead.last, place))
  if (
    ahead &&
    ahead.first >= from &&
    !isPast &&
    (kind !== 'attribute' || ahead.grain === 'day' || ahead.isInstant)
  )
    return { named: ahead, said: 'sentence' }
  if (kind === 'attribute' && letter !== CLASSES.percent) return null
  if (
    behind &&
    !taken.has(behind) &&
    behind.first < to &&
    (kind === 'change' || kind === 'flow') &&
    !CLAUSE.test(letters.slice(place, behind.first))
  )
    return { named: behind, said: 'sentence' }
  if (
    ahead &&
    (ahead.isTopic ||
      isLead(letters, ahead, from) ||
      letters.slice(Math.max(from, place - LONGEST_LEAD), place).includes(THEN))
  )
    return { named: ahead, said: 'item' }
  return null
}

/** The dates right behind a former figure, or one of something else, which are no other figure's. */
function takenByOthers(
  { letters, places }: Marks,
  moves: readonly MoveSaid[],
  usable: readonly Named[],
): Set<Named> {
  const taken = new Set<Named>()
  let next = 0
  for (const [i, place] of places.entries()) {
    while (next < usable.length && (usable[next] as Named).first < place) next++
    const behind = usable[next]
    const { role } = moves[i] as MoveSaid
    if (role === null || role === 'equivalent' || behind === undefined) continue
    if (
      behind.first < (places[i + 1] ?? letters.length) &&
      !BREAK.test(letters.slice(place + 1, behind.first))
    )
      taken.add(behind)
  }
  return taken
}

/** The sentence right before this one names the time and no figure. */
function isLead(letters: string, { sentence, last }: Named, from: number): boolean {
  if (from - last > LONGEST_LEAD) return false
  const stretch = letters.slice(Math.max(sentence, from - 2 * LONGEST_LEAD), from)
  return !AMOUNT.test(stretch) && stretch.indexOf(STOP) === stretch.length - 1
}

/** How many dates of brackets that are closed are passed over. */
const MOST_SKIPPED = 3

/** A bracket closes in the stretch that opened before it. */
function isShut(stretch: string): boolean {
  let open = 0
  for (const letter of stretch) {
    if (letter === CLASSES.open) open++
    if (letter === CLASSES.close && --open < 0) return true
  }
  return false
}

/** The first of those around a figure that fits; they are in the order of the text. */
function nearest(named: readonly Named[], place: number, fits: (each: Named) => boolean): Named | undefined {
  let low = 0
  let high = named.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((named[middle] as Named).first < place - AROUND) low = middle + 1
    else high = middle
  }
  for (let k = low; k < named.length && (named[k] as Named).first <= place + AROUND; k++)
    if (fits(named[k] as Named)) return named[k]
  return undefined
}

/** The time of a former figure: so long before that of the figure which it is held against. */
function formerOf(named: readonly Named[], place: number, base: Period | undefined): Period | null {
  const near = nearest(named, place, (each) => each.before !== null || each.isBase)
  if (near === undefined) return null
  if (near.before === null) return { ...isoSpan(near), said: 'sentence' }
  if (base === undefined || base.said === 'digest') return null
  return {
    ...isoSpan(before({ from: parsedDay(base.from), to: parsedDay(base.to) }, near.before)),
    said: base.said,
  }
}

const OVERS: Readonly<Partial<Record<string, Over>>> = {
  overDay: 'day',
  overWeek: 'week',
  overMonth: 'month',
  overQuarter: 'quarter',
  overYear: 'year',
}

/** A word before the figure says that it is over the time before. */
const isOverLast = ({ names }: Marks, place: number): boolean =>
  names.slice(Math.max(0, place - AROUND), place).includes('overLast')

/** What a change is over: by a word near it, or by the time that it is held against. */
function overOf({ letters, names }: Marks, named: readonly Named[], place: number): Over | null {
  for (let k = place - 1; k >= Math.max(0, place - AROUND) && letters[k] !== STOP; k--) {
    const over = OVERS[names[k] as string]
    if (over) return over
  }
  for (let k = place + 1; k <= place + AROUND && k < letters.length && letters[k] !== STOP; k++) {
    const over = OVERS[names[k] as string]
    if (over) return over
  }
  const base = nearest(named, place, (each) => each.before !== null || each.isBase)
  if (base === undefined) return null
  return base.before ?? (base.grain === 'half' || base.grain === 'other' ? null : base.grain)
}
