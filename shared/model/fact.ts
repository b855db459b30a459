import type { Decimal } from './decimal.ts'

/** A number with a unit as it stands in text: what the quantity engine reads, before it is said what it is about. */
export interface Quantity {
  /** One value, or the two ends of a range in text order. */
  value: Decimal | [Decimal, Decimal]
  /**
   * UCUM code for physical units, ISO 4217 for money, `%`, the singular noun for counts, in braces where it is a code as
   * well ("{atm}"); rates as "USD/[bbl_us]" or "USD per company".
   */
  unit: string
  /** `~` about, `>` more than, `<` less than; null where the text gives the value plainly. */
  bound: Bound | null
  /** The direction of a move, as far as the engine must know it to tell a bare level from any number. */
  change: Change | null
  /** What it is beside the others of its sentence, as far as that tells a bare level too. */
  role: Role | null
  /** The noun phrase that the number is about, where one was found. */
  subject: string | null
  /** State of the people with a disease that are counted, where the language's own rules say it. */
  status: Status | null
  /** `text.slice(start, end)` is the quantity as it stands. */
  start: number
  end: number
  /** Name of the rule that made it. */
  rule: string
}

/** What one figure says, as one item of a digest tells it: a quantity in a metric, whose it is, of what kind, and for when. */
export interface Fact extends Omit<Quantity, 'role' | 'subject'> {
  /** Slug of the metric, a key of the catalogue. */
  metric: string
  /**
   * The value in the metric's own unit, signed: a fall is negative where `kind` is `change`, and so is a loss. Null for
   * a range, which no roll-up counts.
   */
  amount: Decimal | null
  /** What the figure is of the move that `change` gives the direction of: by this, to this, from this. */
  moved: Moved | null
  role: Role | null
  /** The number, among the facts of its item from 0, of the whole that this figure is a part of. */
  of: number | null
  kind: Kind
  /** How `kind` is known. A guess makes no series of its own. */
  kindFrom: KindFrom
  /**
   * Of a change, the time that it is over: a year for "year on year" and 同比, the one before of the period's own length
   * for 环比. Null where nothing says it, and where it is no change.
   */
  over: Over | null
  modality: Modality
  /** The instant or the time that the figure holds for, not the day of the digest. */
  period: Period
  /** Who, where or what the figure belongs to. */
  entity: Entity | null
  /** What is measured, a noun phrase: "office space", 累计确诊病例. */
  measure: string | null
  /** Number of the item in its digest. */
  item: number
  /** The quantity as it stands: the item's `text.slice(start, end)`. */
  text: string
  /** The sentence that it stands in. */
  sentence: string
}

/**
 * The fields of a fact, in the order in which tables have them. What is stored, the API's schema and its tables, the
 * command line and the page take them from here.
 */
export const FACT_FIELDS = [
  ...['metric', 'value', 'unit', 'bound', 'amount', 'change', 'moved', 'role', 'of'],
  ...['kind', 'kindFrom', 'over', 'modality', 'period', 'entity', 'measure', 'status'],
  ...['item', 'start', 'end', 'text', 'sentence', 'rule'],
] as readonly (keyof Fact)[]

/** First and last day, `yyyy-mm-dd`, both inclusive and the same for an instant; `said` tells where it was found. */
export interface Period {
  from: string
  to: string
  said: PeriodSaid
}

export interface Entity {
  /** The same for every form of its name: see shared/statements. `[0-9a-z-]+`. */
  id: string
  /** As the text has it. */
  name: string
  from: EntityFrom
}

export const BOUNDS = ['~', '>', '<'] as const
export type Bound = (typeof BOUNDS)[number]

export const CHANGES = ['up', 'down'] as const
export type Change = (typeof CHANGES)[number]

/** "Rose **by** 3 %", "rose **to** 21.5 %", "**from** 15,000". */
export const MOVES = ['by', 'to', 'from'] as const
export type Moved = (typeof MOVES)[number]

/**
 * `previous`: the level left, or an earlier time's; `equivalent`: the same quantity restated; `compared`: somebody
 * else's figure, a norm or a forecast that it is held against. None is counted in roll-ups.
 */
export const ROLES = ['previous', 'equivalent', 'compared'] as const
export type Role = (typeof ROLES)[number]

/**
 * `level`: a stock, price, rate or share at an instant; `flow`: what happened in a time; `cumulative`: since a start;
 * `change`: a difference or growth; `attribute`: a property that is no measurement in time, such as a bridge's length.
 */
export const KINDS = ['level', 'flow', 'cumulative', 'change', 'attribute'] as const
export type Kind = (typeof KINDS)[number]

/** `said`: by a word of its clause; `carried`: from the figure before or the whole; `measure`: by what is measured. */
export const KIND_SOURCES = ['said', 'carried', 'measure', 'guess'] as const
export type KindFrom = (typeof KIND_SOURCES)[number]

export const OVERS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Over = (typeof OVERS)[number]

/** `actual`: reported; `forecast`: expected; `target`: planned, a goal, a capacity; `limit`: a threshold or condition. */
export const MODALITIES = ['actual', 'forecast', 'target', 'limit'] as const
export type Modality = (typeof MODALITIES)[number]

export const PERIOD_SOURCES = ['sentence', 'item', 'heading', 'digest'] as const
export type PeriodSaid = (typeof PERIOD_SOURCES)[number]

export const ENTITY_SOURCES = ['clause', 'sentence', 'item', 'heading', 'title'] as const
export type EntityFrom = (typeof ENTITY_SOURCES)[number]

/** States of people with a disease, or near one. */
export const STATUSES = [
  ...(['confirmed', 'suspected', 'asymptomatic', 'severe', 'critical', 'hospitalised'] as const),
  ...(['recovered', 'dead', 'observed', 'contact', 'tested', 'vaccinated'] as const),
] as const
export type Status = (typeof STATUSES)[number]

/** Trends count what has no role, is no part of a whole that is counted beside it, and is one value. */
export function countsInSeries({ role, of, amount }: Fact): boolean {
  return role === null && of === null && amount !== null
}

/** What the figure is about, in one text: the name of its entity, else its measure. */
export const subjectOf = ({ entity, measure }: Fact): string | null => entity?.name ?? measure
