import type { SeriesPeriod } from '../store/keys.ts'
import { type Choice, choosePoint } from './point.ts'
import { rejectedIn, type Stated, tellingsIn } from './stated.ts'
import type { Telling } from './telling.ts'

/** The point that the rows of one period of a series make, without what corrections among them reject. */
export function choiceOf(rows: readonly Stated[], period: Pick<SeriesPeriod, 'from' | 'to'>): Choice {
  const rejected = rows.flatMap(rejectedIn)
  const rejects = ({ digest, item }: Telling) =>
    rejected.some((one) => one.digest === digest && (one.item === undefined || one.item === item))
  return choosePoint(rows.flatMap(tellingsIn), period, rejects)
}
