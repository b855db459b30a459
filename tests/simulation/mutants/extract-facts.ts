import type { Mutant } from './mutant.ts'

const EXTRACT = 'functions/extract-facts.ts'
const CONTRIBUTION = 'shared/series/contribution.ts'

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
    file: CONTRIBUTION,
    from: 'if (extraction !== undefined && extraction.version > version) return undefined',
    to: '',
  },
  {
    name: 'what earlier versions touched is forgotten',
    file: CONTRIBUTION,
    from: '...(extraction?.touched ?? []), ',
    to: '',
  },
  {
    name: 'an extraction is finished without a condition',
    file: EXTRACT,
    from: 'await ports.metrics.put(finished.row, finished.condition)',
    to: 'await ports.metrics.put(finished.row)',
  },
  {
    name: 'an extraction is finished before its roll-ups are asked for',
    file: EXTRACT,
    from: 'const { touched } = extraction\n',
    to: 'const { touched } = extraction\n  const early = finishExtraction(extraction)\n  await ports.metrics.put(early.row, early.condition)\n',
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
    from: 'const { touched } = extraction\n',
    to: 'const touched = extraction.touched.filter((name) => facts.has(name))\n',
  },
  {
    name: 'roll-ups are asked for only where there are facts',
    file: EXTRACT,
    from: 'sendAll(touched.map((name) =>',
    to: 'sendAll(touched.filter((name) => facts.has(name)).map((name) =>',
  },
  {
    name: 'roll-ups are asked for before the contributions are written',
    file: EXTRACT,
    from: 'await Promise.all(\n    touched.map((name) =>',
    to: 'await ports.seriesChanged.sendAll(touched.map((name) => ({ ...metricDayNamed(name), cause })))\n  ports = { ...ports, seriesChanged: { sendAll: async () => {} } }\n  await Promise.all(\n    touched.map((name) =>',
  },
  {
    name: 'nobody asks for roll-ups',
    file: EXTRACT,
    from: 'await ports.seriesChanged.sendAll(',
    to: 'void (',
  },
]
