import type { Parameters } from '../../shared/api/parameters.ts'
import { fits } from '../../shared/api/question.ts'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import { type EntityRow, nameOfEntity, sumInPart } from '../../shared/series/entity-row.ts'
import { entityKey, wordKey } from '../../shared/series/identity.ts'
import { wholeName, wordsOf } from '../../shared/series/search-words.ts'
import { isListed, pointsIn, type SeriesRow, seriesWords } from '../../shared/series/series-row.ts'
import {
  ENTITY_DIGITS,
  entityKeyOf,
  entityPartition,
  entityRowKey,
  seriesKey,
  seriesPartition,
  wordPartition,
} from '../../shared/store/keys.ts'
import { queryAll, type Table } from '../adapters/table.ts'
import type { Entry } from './pages.ts'
import { pageOf } from './pages.ts'
import type { ServeApiPorts } from './ports.ts'
import { seriesView } from './series.route.ts'

type Question = Parameters<'series'>
type Listed = SeriesRow & { identity: NonNullable<SeriesRow['identity']> }

/** Rows that one answer is found among; where there are more, it says that it was cut. */
const MOST_ROWS = 500
/** Rows of one word: a word that more are found by tells little. */
const WORD_ROWS = 200
/** Entities whose series are looked through, those that most words name first. */
const MOST_ENTITIES = 12
/** Series of one entity. */
const ENTITY_ROWS = 120

/** What was read to find an answer. */
interface Reading {
  rows: number
  cut: boolean
}

/** Series that a question speaks of, those first that most of its words fit; without one, those worth looking at. */
export async function findSeries(given: Question, ports: ServeApiPorts): Promise<AnswerBody<'series'>> {
  const reading: Reading = { rows: 0, cut: false }
  const { things, next } = await pageOf('series', given, ports, async function* (at) {
    yield* entriesFrom(at, await ranked(given, reading, ports.metrics))
  })
  return { series: things, ...(reading.cut && { cut: true }), read: { rows: reading.rows }, next }
}

type View = AnswerBody<'series'>['series'][number]

function* entriesFrom(at: string | undefined, found: readonly View[]): Generator<Entry<View>> {
  const ids = found.map(({ id }) => id)
  const from = at === undefined ? 0 : Math.max(0, ids.indexOf(at))
  for (const view of found.slice(from)) yield { at: view.id, thing: view }
}

/** All that was found, the best first, each with its entity. */
async function ranked(given: Question, reading: Reading, metrics: Table): Promise<View[]> {
  const { q, entity, measure, order } = given
  const words = wordsOf(q ?? '')
  const asked = wordsOf(measure ?? '')
  const found =
    q === undefined && entity === undefined
      ? await ofManyEntities(reading, metrics)
      : await ofQuestion(given, words, reading, metrics)
  const least = given.minDigests ?? (q === undefined && entity === undefined ? LEAST_DIGESTS : 1)
  const kept = found.filter(
    ({ row }) =>
      matchesFilters(row, given) && (row.digests ?? 0) >= least && (row.count ?? 0) >= (given.minPoints ?? 1),
  )
  const scored = kept.map((one) => ({ ...one, score: scoreOf(one, words, asked) }))
  const best = Math.max(0, ...scored.map(({ score }) => score.words))
  return scored
    .filter(({ score }) => q === undefined || score.words === best || score.words * 2 > words.length)
    .sort(
      (a, b) =>
        (order === 'lastDay' ? compareText(b.row.last, a.row.last) : 0) ||
        (order === 'coherence'
          ? (b.row.coherence ?? 0) - (a.row.coherence ?? 0)
          : b.score.words - a.score.words ||
            b.score.measure - a.score.measure ||
            Number(isReported(b)) - Number(isReported(a))) ||
        (b.row.coherence ?? 0) - (a.row.coherence ?? 0) ||
        compareText(a.row.sk, b.row.sk),
    )
    .map(({ row, name }) => seriesView(row, name))
}

/** Worth looking at is what several digests speak of. */
const LEAST_DIGESTS = 3

interface Found {
  row: Listed
  /** What the entity is called. */
  name: string
  /** Words that name the entity. */
  named: ReadonlySet<string>
}

const compareText = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)

function scoreOf({ row, named }: Found, words: readonly string[], asked: readonly string[]) {
  const own = new Set([...seriesWordsOf(row)])
  const weightOf = (word: string) => (named.has(word) || own.has(word) ? 1 : fits(word, row.identity))
  const sum = (all: readonly string[]) => all.reduce((total, word) => total + weightOf(word), 0)
  return { words: sum(words), measure: sum(asked) - excess(row, asked) }
}

/** What is expected or planned is shown where it is asked for, or behind what is reported. */
const isReported = ({ row }: Found): boolean => row.identity.modality === 'actual'

/** A measure that says more than was asked for is a little further off. */
function excess(row: Listed, asked: readonly string[]): number {
  if (asked.length === 0) return 0
  const words = wordsOf(row.identity.measure ?? '')
  return Math.min(0.9, words.filter((word) => !asked.includes(word)).length * 0.1)
}

function seriesWordsOf(row: Listed): string[] {
  const measures = new Set(pointsIn(row).flatMap(({ measure }) => measure ?? []))
  return [
    ...seriesWords(row),
    ...[...measures].flatMap(wordsOf),
    ...wordsOf(row.identity.measure ?? ''),
    ...wordsOf(row.identity.unit),
  ]
}

function matchesFilters(row: Listed, given: Question): boolean {
  const { metric, unit, status, kind, modality } = row.identity
  return (
    (given.metric === undefined || given.metric === metric) &&
    (given.unit === undefined || given.unit === unit) &&
    (given.status === undefined || given.status === status) &&
    (given.kind === undefined || given.kind === kind) &&
    (given.modality === undefined || given.modality === modality)
  )
}

/** Series of the entities that the question names, and those of others that most of its words fit. */
async function ofQuestion(
  { q, entity }: Question,
  words: readonly string[],
  reading: Reading,
  metrics: Table,
): Promise<Found[]> {
  if (entity !== undefined) {
    const keys = await entitiesCalled(entity, reading, metrics)
    return (
      await Promise.all(keys.map((key) => ofEntity(key, new Set(wordsOf(q ?? '')), words, reading, metrics)))
    ).flat()
  }
  const byWord = await Promise.all(
    lookUps(q ?? '').map(async ([word, name]) => [word, await ofWord(name, reading, metrics)] as const),
  )
  const named = new Map<string, Set<string>>()
  const series = new Map<string, number>()
  for (const [word, rows] of byWord)
    for (const key of rows) {
      if (key.length === ENTITY_DIGITS) named.set(key, (named.get(key) ?? new Set()).add(word))
      else series.set(key, (series.get(key) ?? 0) + 1)
    }
  const entities = [...named].sort(([, a], [, b]) => b.size - a.size).slice(0, MOST_ENTITIES)
  const most = Math.max(0, ...entities.map(([, those]) => those.size))
  const best = entities.filter(([, those]) => those.size === most)
  const listed = await Promise.all(best.map(([key, those]) => ofEntity(key, those, words, reading, metrics)))
  const seen = new Set(listed.flat().map(({ row }) => row.sk))
  const others = [...series]
    .filter(([id]) => !seen.has(id))
    .sort(([, a], [, b]) => b - a)
    .slice(0, most > 0 ? MOST_ENTITIES : ENTITY_ROWS)
  const beside = await Promise.all(
    others.map(async ([id]) => {
      const [row, holder] = await Promise.all([
        metrics.get<SeriesRow>(seriesKey(id)),
        metrics.get<EntityRow>(entityRowKey(entityKeyOf(id))),
      ])
      reading.rows += 2
      return isListed(row)
        ? [{ row, name: nameOf(holder, row), named: named.get(entityKeyOf(id)) ?? new Set<string>() }]
        : []
    }),
  )
  return [...listed.flat(), ...beside.flat()]
}

/** Under which names each word of a question stands: as one of several words of a name, or as a whole name. */
function lookUps(q: string): (readonly [word: string, name: string])[] {
  const words = wordsOf(q)
  const wholes = wholeName(q)
    .split(' ')
    .flatMap((token) => wordsOf(token).map((word) => [word, `=${token}`] as const))
  const all = [...words.flatMap((word) => [[word, word] as const, [word, `=${word}`] as const]), ...wholes]
  return [...new Map(all.map((one) => [one.join(' '), one])).values()]
}

/** Keys of entities and ids of series that a word leads to. */
async function ofWord(word: string, reading: Reading, metrics: Table): Promise<string[]> {
  const { rows } = await metrics.queryPage<{ pk: string; sk: string; n: number }>({
    pk: wordPartition(wordKey(word)),
    limit: WORD_ROWS,
  })
  reading.rows += rows.length
  if (rows.length === WORD_ROWS) reading.cut = true
  return rows.filter(({ n }) => n > 0).map(({ sk }) => sk)
}

/** Keys of the entities that an id or a name leads to: those called so, or else those that have all words of it. */
export async function entitiesCalled(name: string, reading: Reading, metrics: Table): Promise<string[]> {
  const own = await metrics.get<EntityRow>(entityRowKey(entityKey(name)))
  reading.rows++
  if (own !== undefined && own.series > 0) return [own.sk]
  const whole = await ofWord(`=${wholeName(name)}`, reading, metrics)
  if (whole.length > 0) return whole.slice(0, MOST_ENTITIES)
  const words = wordsOf(name)
  const each = await Promise.all(words.map((word) => ofWord(word, reading, metrics)))
  const [first = [], ...rest] = each
  return first
    .filter((key) => key.length === ENTITY_DIGITS && rest.every((keys) => keys.includes(key)))
    .slice(0, MOST_ENTITIES)
}

/** Series of one entity; of a busy one those that words lead to, and some others. */
async function ofEntity(
  key: string,
  named: ReadonlySet<string>,
  words: readonly string[],
  reading: Reading,
  metrics: Table,
): Promise<Found[]> {
  const holder = await metrics.get<EntityRow>(entityRowKey(key))
  const isBusy = (holder?.series ?? 0) > ENTITY_ROWS
  const [page, led] = await Promise.all([
    metrics.queryPage<SeriesRow>({ pk: seriesPartition(key), limit: ENTITY_ROWS }),
    isBusy ? ledTo(key, words, reading, metrics) : [],
  ])
  reading.rows += 1 + page.rows.length
  if (isBusy || reading.rows > MOST_ROWS) reading.cut = true
  const rows = new Map([...page.rows, ...led].map((row) => [row.sk, row]))
  return [...rows.values()].flatMap((row) =>
    isListed(row) ? [{ row, name: nameOf(holder, row), named }] : [],
  )
}

/** Series of an entity whose words are among those asked for: ids of series begin with the key of their entity. */
async function ledTo(
  key: string,
  words: readonly string[],
  reading: Reading,
  metrics: Table,
): Promise<SeriesRow[]> {
  const pages = await Promise.all(
    words.map((word) =>
      metrics.queryPage<{ pk: string; sk: string }>({
        pk: wordPartition(wordKey(word)),
        prefix: key,
        limit: WORD_ROWS,
      }),
    ),
  )
  const ids = new Set(pages.flatMap(({ rows }) => rows.map(({ sk }) => sk)).filter((sk) => sk !== key))
  const rows = await Promise.all(
    [...ids].slice(0, ENTITY_ROWS).map((id) => metrics.get<SeriesRow>(seriesKey(id))),
  )
  reading.rows += rows.length
  return rows.filter((row) => row !== undefined)
}

const nameOf = (holder: EntityRow | undefined, row: Listed): string =>
  (holder && nameOfEntity(sumInPart(holder))) ?? row.identity.entity

/** First digits of the keys of entities. */
const DIGITS = [...'0123456789abcdefghijklmnopqrstuvwxyz']
/** Entities that are looked at where nothing is asked for. */
const ENTITIES_LOOKED_AT = 40

/** Series of the entities that are told of most, as far as a bounded look finds them. */
async function ofManyEntities(reading: Reading, metrics: Table): Promise<Found[]> {
  const share = Math.ceil(MOST_ROWS / DIGITS.length)
  const pages = await Promise.all(
    DIGITS.map((digit) => metrics.queryPage<EntityRow>({ pk: entityPartition(digit), limit: share })),
  )
  const entities = pages.flatMap(({ rows }) => rows).filter(({ series }) => series > 0)
  reading.rows += entities.length
  reading.cut ||= pages.some(({ next }) => next !== undefined) || entities.length > ENTITIES_LOOKED_AT
  const busiest = entities.sort((a, b) => b.tellings - a.tellings).slice(0, ENTITIES_LOOKED_AT)
  const found = await Promise.all(
    busiest.map(async (holder) => {
      const rows = await queryAll<SeriesRow>(metrics, { pk: seriesPartition(holder.sk), limit: ENTITY_ROWS })
      reading.rows += rows.length
      return rows.flatMap((row) =>
        isListed(row) ? [{ row, name: nameOf(holder, row), named: new Set<string>() }] : [],
      )
    }),
  )
  return found.flat()
}
