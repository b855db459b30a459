import type { Change, Kind, KindFrom, Modality, Moved, Over, Period, Quantity, Role } from '../model/fact.ts'
import { type DateRead, parsedDay, type ReadDate } from './calendar.ts'
import { datesFrom, type Openers } from './dates.ts'
import { isLoss, kindsOf } from './kinds.ts'
import type { Lexicon } from './lexicon.ts'
import { LEXICON, marksOf } from './marks.ts'
import { modalitiesOf } from './modality.ts'
import { MOVE_PATTERNS, type MovePatterns, movesOf } from './moves.ts'
import { PART_PATTERNS, partsOf } from './parts.ts'
import { periodsOf } from './periods.ts'

/** What kind a figure is, how it moved, what it is beside others, and when it holds. */
export interface Described {
  change: Change | null
  moved: Moved | null
  role: Role | null
  of: number | null
  kind: Kind
  kindFrom: KindFrom
  over: Over | null
  modality: Modality
  period: Period
  /** It counts as less than nothing: a fall, a loss, a net sale. */
  isNegative: boolean
}

/** What the languages and patterns are that texts are described by: all of it is data. */
export interface Grammar {
  lexicon: Lexicon
  patterns: MovePatterns
  parts: typeof PART_PATTERNS
  openers?: Openers
}

const GRAMMAR: Grammar = { lexicon: LEXICON, patterns: MOVE_PATTERNS, parts: PART_PATTERNS }

/** Says it of each quantity of a text, in their order. `date` is the day of the digest, `yyyy-mm-dd`. */
export function describe(
  text: string,
  quantities: readonly Quantity[],
  { date, headings }: { date: string; headings: readonly (string | null)[] },
  grammar: Grammar = GRAMMAR,
): Described[] {
  if (quantities.length === 0) return []
  const today = parsedDay(date)
  const readDate = datesFrom(today, grammar.openers)
  const marks = marksOf(text, quantities, readDate, grammar.lexicon)
  const moves = movesOf(marks, quantities, text, grammar.patterns)
  const of = partsOf(marks, quantities, moves, grammar.parts)
  const kinds = kindsOf(marks, quantities, moves, of)
  const modalities = modalitiesOf(marks, moves, text)
  const heading = headings.map((each) => timeOf(each, readDate)).find((each) => each !== null) ?? null
  const periods = periodsOf(marks, kinds, moves, heading, today)
  return quantities.map((quantity, i) => {
    const move = moves[i] as (typeof moves)[number]
    const kind = kinds[i] as (typeof kinds)[number]
    const { period, over } = periods[i] as (typeof periods)[number]
    return {
      ...move,
      of: of[i] ?? null,
      kind: kind.kind,
      kindFrom: kind.from,
      over,
      modality: modalities[i] as Modality,
      period,
      isNegative:
        kind.kind === 'change' ? move.moved === 'by' && move.change === 'down' : isLoss(marks, quantity, i),
    }
  })
}

/** The time that a heading names: a day or a month in it, or a year where it is nothing else. */
function timeOf(heading: string | null, readDate: ReadDate): DateRead | null {
  if (heading === null) return null
  const { dates, letters } = marksOf(heading, [], readDate)
  const [date] = dates.values()
  if (date === undefined || date.before !== undefined) return null
  return date.grain === 'year' || date.grain === 'other' ? (letters.length === 1 ? date : null) : date
}
