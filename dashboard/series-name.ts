import type { SeriesView } from './answers.ts'
import { wordFor } from './language.ts'
import { unitName } from './words.ts'

/** What a series is called: "Hubei — confirmed patients", without its kind and unit. */
export function titleOf({ entity, measure, status, metric }: SeriesView): string {
  const what = status === null ? (measure ?? metric) : wordFor('status', status)
  return `${entity.name} — ${what}`
}

/** How its values are to be taken: "in all so far · patients · forecast". */
export function describedBy({ kind, modality, over, length, unit }: SeriesView): string {
  return [
    wordFor('kind', kind),
    over && wordFor('over', over),
    wordFor('length', length),
    modality !== 'actual' && wordFor('modality', modality),
    unitName(unit),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Both in one text, for titles of pictures and for readers of the screen. */
export const fullName = (series: SeriesView): string => `${titleOf(series)} (${describedBy(series)})`
