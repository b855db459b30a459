import type { Bound } from '../model/fact.ts'
import { DAYS_KNOWN, REASONS } from '../model/point-words.ts'
import type { Point } from './point.ts'

/**
 * Points as one text, some 25 bytes for each: a year of a series by day is read in few units. A line for each point:
 * period, value with its bound, codes, tellings, digests, values, day told, digest, label, with commas between; what
 * goes without saying is left empty.
 */
export interface PointsText {
  /** Lines in the order of their last days. */
  points: string
  /** JSON of the names and measures that lines refer to by number: `[["Wuhan", "confirmed cases"], …]`. */
  labels: string
}

type Label = [name: string, measure: string | null]

export function writePoints(points: readonly Point[]): PointsText {
  const labels = new Map<string, number>()
  const lines = points.map((point) => {
    const label = JSON.stringify([point.name, point.measure] satisfies Label)
    if (!labels.has(label)) labels.set(label, labels.size)
    return lineOf(point, labels.get(label) ?? 0)
  })
  return { points: lines.join('\n'), labels: `[${[...labels.keys()].join(',')}]` }
}

export function readPoints({ points, labels }: PointsText): Point[] {
  if (points === '') return []
  const known = JSON.parse(labels) as Label[]
  return points.split('\n').map((line) => pointOf(line, known))
}

function lineOf(point: Point, label: number): string {
  const { from, to, value, bound, day, chosen, guess, tellings, digests, values, told, digest } = point
  const codes = `${DAYS_KNOWN.indexOf(day)}${REASONS.indexOf(chosen)}${guess ? 'g' : ''}`
  const fields = [
    from === to ? to : `${to}~${from}`,
    `${bound ?? ''}${value}`,
    codes === '00' ? '' : codes,
    digest,
    told === to ? '' : told,
    tellings === 1 ? '' : tellings,
    digests === 1 ? '' : digests,
    values === 1 ? '' : values,
    label === 0 ? '' : label,
  ]
  return fields.join(',').replace(/,+$/, '')
}

function pointOf(line: string, labels: readonly Label[]): Point {
  const [period = '', amount = '', codes = '', digest = '', told, tellings, digests, values, label] =
    line.split(',')
  const [to = '', from = to] = period.split('~')
  const bound = /^[~<>]/.exec(amount)?.[0] as Bound | undefined
  const [name, measure] = labels[Number(label || 0)] ?? ['', null]
  return {
    from,
    to,
    value: bound === undefined ? amount : amount.slice(1),
    bound: bound ?? null,
    day: DAYS_KNOWN[Number(codes[0] ?? 0)] ?? 'said',
    chosen: REASONS[Number(codes[1] ?? 0)] ?? 'only',
    guess: codes.endsWith('g'),
    tellings: Number(tellings || 1),
    digests: Number(digests || 1),
    values: Number(values || 1),
    told: told || to,
    digest,
    name,
    measure,
  }
}
