import type { Mutant } from './mutant.ts'

const SERIES = 'functions/roll-up-series.ts'
const ROLL_UP = 'functions/roll-up.ts'

/** From statements to series, entities and the words that they are found by. */
export const ROLL_UP_SERIES_MUTANTS: readonly Mutant[] = [
  {
    name: 'a series is written without a condition',
    file: SERIES,
    from: '...(pending.length > 0 && { pending }) }, unchanged(found))',
    to: '...(pending.length > 0 && { pending }) })',
  },
  {
    name: 'a series that was refused is given up',
    file: SERIES,
    from: 'if (await putWithWords(row, found, wordsOfSeries, metrics)) return',
    to: 'await putWithWords(row, found, wordsOfSeries, metrics)\n    return',
  },
  {
    name: 'a series is read after its tellings',
    file: SERIES,
    from: 'const row = seriesRow(series, points, identity, spilled, (found?.ver ?? 0) + 1, recent)\n    if (await putWithWords(row, found, wordsOfSeries, metrics)) return',
    to: 'const now = await metrics.get<SeriesRow>(seriesKey(series))\n    const row = seriesRow(series, points, identity, spilled, (now?.ver ?? 0) + 1, recent)\n    if (await putWithWords(row, now, wordsOfSeries, metrics)) return',
  },
  {
    name: 'a month of a series is written without a condition',
    file: SERIES,
    from: '(found?.ver ?? 0) + 1)\n    if (await metrics.put(row, unchanged(found))) return',
    to: '(found?.ver ?? 0) + 1)\n    if (await metrics.put(row)) return',
  },
  {
    name: 'a series that spills over leaves behind the points that it had',
    file: SERIES,
    from: 'found.spilling ? [...points, ...periods] : periods',
    to: 'periods',
  },
  {
    name: 'a series forgets that it has spilled over',
    file: SERIES,
    from: 'spilled, (found?.ver ?? 0) + 1, recent)',
    to: 'false, (found?.ver ?? 0) + 1, recent)',
  },
  {
    name: 'only the first page of the tellings weighs',
    file: SERIES,
    from: 'if (row.tellings !== undefined && ++tellings === WEIGHED) break',
    to: 'break',
  },
  {
    name: 'entities do not wait for their series',
    file: SERIES,
    from: 'before = Promise.allSettled(running)',
    to: 'void Promise.allSettled(running)',
  },
  {
    name: 'a part of an entity is written without a condition',
    file: SERIES,
    from: ': await metrics.put(row, unchanged(found))\n',
    to: ': await metrics.put(row)\n',
  },
  {
    name: 'an entity that is split leaves the parts of other series unwritten',
    file: SERIES,
    from: 'if (split) changed = rows.map(({ sk }) => variableOf(sk))',
    to: 'if (split) changed = variables',
  },
  {
    name: 'an entity does not hear of its series',
    file: SERIES,
    from: 'await Promise.all([endOfSeries.get(series), endOfEntity.get(entityKeyOf(series))])',
    to: 'await endOfSeries.get(series)',
  },
  {
    name: 'words that are gone stay',
    file: SERIES,
    from: '...before.filter((word) => !now.includes(word)),',
    to: '',
  },
  {
    name: 'words that are new are not written',
    file: SERIES,
    from: '...now.filter((word) => !before.includes(word)),',
    to: '',
  },
  {
    name: 'a word that stands is not written again',
    file: SERIES,
    from: 'const next: WordRow =',
    to: 'if ((found?.n ?? 0) === n) return\n    const next: WordRow =',
  },
  {
    name: 'words that a writer before did not come to are forgotten',
    file: SERIES,
    from: 'await settle(found?.pending ?? [])',
    to: '',
  },
  {
    name: 'a word is written without a condition',
    file: SERIES,
    from: 'if (await metrics.put(next, unchanged(found))) return',
    to: 'if (await metrics.put(next)) return',
  },
  {
    name: 'an older message says that the roll-ups of a newer one are done',
    file: ROLL_UP,
    from: 'await metrics.put(row, contributionCondition(version))',
    to: 'await metrics.put(row)',
  },
]
