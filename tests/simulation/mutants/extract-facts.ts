import type { Mutant } from './mutant.ts'

const EXTRACT = 'functions/extract-facts.ts'
const CONTRIBUTION = 'shared/series/contribution.ts'
const EXTRACTION = 'shared/series/extraction.ts'
const STATED = 'shared/series/stated.ts'

/** From a digest that is published to its contributions. */
export const EXTRACT_MUTANTS: readonly Mutant[] = [
  // Extraction.
  {
    name: 'a digest is extracted from a part of its items',
    file: EXTRACT,
    from: 'prefix: itemPrefix(published.rows),\n  })',
    to: 'prefix: itemPrefix(published.rows),\n  }).then((all) => all.slice(0, 1))\n  published = { ...published, items: rows.length }',
  },
  {
    name: 'an extraction is done once it is claimed',
    file: EXTRACT,
    from: 'extraction?.version === version && extraction.done === true',
    to: 'extraction?.version === version',
  },
  {
    name: 'an extraction of any version counts as done',
    file: EXTRACT,
    from: 'extraction?.version === version && extraction.done === true',
    to: 'extraction?.done === true',
  },
  {
    name: 'an extraction is claimed without a condition',
    file: EXTRACT,
    from: 'if (await metrics.put(claimed.row, claimed.condition)) return claimed.row',
    to: 'if (await metrics.put(claimed.row)) return claimed.row',
  },
  {
    name: 'an older version may be extracted after a newer one',
    file: EXTRACTION,
    from: 'if (extraction !== undefined && extraction.version > version) return undefined',
    to: '',
  },
  {
    name: 'what earlier versions touched is forgotten',
    file: EXTRACTION,
    from: '...(extraction?.touched ?? []), ',
    to: '',
  },
  {
    name: 'an extraction is finished without a condition',
    file: EXTRACT,
    from: 'if (await metrics.put(row, condition)) break',
    to: 'if (await metrics.put(row)) break',
  },
  {
    name: 'an extraction is finished before its roll-ups are asked for',
    file: EXTRACT,
    from: '  const former = await formerlyTouched(extraction, ports)\n',
    to: '  await finish(extraction, writing, { messages: 1, refused: 0 }, ports)\n  const former = await formerlyTouched(extraction, ports)\n',
  },

  // Contributions.
  {
    name: 'a contribution is written without a condition',
    file: EXTRACT,
    from: 'await metrics.put(contribution, contributionCondition(version))',
    to: 'await metrics.put(contribution)',
  },
  {
    name: 'a contribution never gives way',
    file: CONTRIBUTION,
    from: "[ABSENT, [atMost('version', version)]]",
    to: '[ABSENT]',
  },
  {
    name: 'a contribution that is gone is left as it is',
    file: EXTRACT,
    from: '...extraction.touched.map((name) => writeContribution(',
    to: '...[...said.facts.keys()].map((name) => writeContribution(',
  },
  {
    name: 'roll-ups are asked for only where there are facts',
    file: EXTRACT,
    from: 'const names = [...extraction.touched,',
    to: 'const names = [...said.facts.keys(),',
  },
  {
    name: 'roll-ups are asked for before the contributions are written',
    file: EXTRACT,
    from: '  await Promise.all([\n    ...extraction.touched',
    to: '  await ports.seriesChanged.sendAll([{ digest, version, part: 0, names: [...extraction.touched, ...places.map(seriesPeriodName)] }])\n  ports = { ...ports, seriesChanged: { sendAll: async () => {} } }\n  await Promise.all([\n    ...extraction.touched',
  },
  {
    name: 'nobody asks for roll-ups',
    file: EXTRACT,
    from: 'await ports.seriesChanged.sendAll(',
    to: 'void (',
  },

  // Statements.
  {
    name: 'a statement is written without a condition',
    file: EXTRACT,
    from: 'await metrics.put(row, statedCondition(version))',
    to: 'await metrics.put(row)',
  },
  {
    name: 'a statement never gives way',
    file: STATED,
    from: "[ABSENT, [atMost('version', version)]]",
    to: '[ABSENT]',
  },
  {
    name: 'statements of earlier versions stay',
    file: EXTRACT,
    from: '...former.flatMap(placesIn), ...writing.places',
    to: '...writing.places',
  },
  {
    name: 'it is not written down where statements are',
    file: EXTRACT,
    from: '  await metrics.put(touchedRow(digest, version, writing))\n',
    to: '',
  },
  {
    name: 'versions that did not come to their end are forgotten',
    file: EXTRACTION,
    from: '[...new Set([...(extraction?.stated ?? []), version])].sort()',
    to: '[version]',
  },
  {
    name: 'the places of earlier versions are forgotten before they are empty',
    file: EXTRACT,
    from: '  const former = await formerlyTouched(extraction, ports)\n',
    to: '  const former = await formerlyTouched(extraction, ports)\n  for (const row of former) await ports.metrics.put(touchedRow(digest, row.version, NOTHING_WRITTEN))\n',
  },
  {
    name: 'roll-ups are not asked for where statements are gone',
    file: EXTRACT,
    from: 'new Set(places.map(seriesPeriodName))',
    to: 'new Set(writing.places.map(seriesPeriodName))',
  },
  {
    name: 'the roll-up of series is not asked for',
    file: EXTRACT,
    from: '[...extraction.touched, ...new Set(places.map(seriesPeriodName))]',
    to: '[...extraction.touched]',
  },
  {
    name: 'overflow of earlier versions stays',
    file: EXTRACT,
    from: '  await emptyOverflow(extraction, former, ports)\n',
    to: '',
  },
  {
    name: 'overflow that is gone is written again',
    file: EXTRACT,
    from: 'metrics.put(row, OVERFLOW_CONDITION)',
    to: 'metrics.put(row)',
  },
  {
    name: 'what is done once more is not done meanwhile, and nobody says that it is',
    file: EXTRACT,
    from: '    extraction = await metrics.get<Extraction>(extractionKey(digest))\n  }',
    to: '    break\n  }',
  },
]
