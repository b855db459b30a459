// biome-ignore-all lint/suspicious/noTemplateCurlyInString: source text has placeholders

/**
 * One fault of the protocol: a piece of the real source that stands there once, and what stands there instead. Each is
 * a condition, a filter, a count, a pin, an order or a union taken away; the simulation has to notice every one.
 */
export interface Mutant {
  name: string
  /** From the root of the repository. */
  file: string
  from: string
  to: string
}

const PARSE = 'functions/parse-digest.ts'
const HEAD = 'shared/digest/head.ts'
const EVENT = 'shared/digest/bucket-event.ts'
const VERSION = 'shared/version.ts'
const KEYS = 'shared/keys.ts'
const EXTRACT = 'functions/extract-facts.ts'
const CONTRIBUTION = 'shared/series/contribution.ts'
const ROLL_UP = 'functions/roll-up.ts'
const ROLLUP = 'shared/series/rollup.ts'
const API_ITEMS = 'functions/api/items.ts'
const API_DIGESTS = 'functions/api/digests.ts'

export const MUTANTS: readonly Mutant[] = [
  // What an event says.
  {
    name: 'the form-encoding of keys is ignored',
    file: EVENT,
    from: "encoded.replaceAll('+', ' ')",
    to: 'encoded',
  },
  {
    name: 'sequencers are compared as they come',
    file: VERSION,
    from: "sequencer.toLowerCase().padEnd(SEQUENCER_DIGITS, '0')",
    to: "sequencer.toLowerCase().padStart(SEQUENCER_DIGITS, '0')",
  },
  {
    name: 'the deletion of an old version deletes the digest',
    file: EVENT,
    from: 'return deletesOneVersion ?',
    to: 'return false ?',
  },
  {
    name: 'an event without a sequencer counts as the first',
    file: EVENT,
    from: "if (sequencer === undefined) return { what: 'unordered', bucket, key }",
    to: "if (sequencer === undefined) return { what: 'stored', bucket, key, sequencer: '0'.repeat(64), versionId, etag }",
  },
  {
    name: 'the test event of S3 is poison',
    file: EVENT,
    from: "v.literal('s3:TestEvent')",
    to: "v.literal('s3:OtherEvent')",
  },

  // The claim of a version.
  {
    name: 'an older version may be claimed over a newer one',
    file: HEAD,
    from: "if (head.claimed > version) return 'stale'",
    to: '',
  },
  {
    name: 'a version is claimed without a condition',
    file: PARSE,
    from: 'if (await ports.items.put(row, condition)) return { head: row, contents }',
    to: 'if (await ports.items.put(row)) return { head: row, contents }',
  },
  {
    name: 'a claim that was refused is given up',
    file: PARSE,
    from: 'if (await ports.items.put(row, condition)) return { head: row, contents }',
    to: 'return (await ports.items.put(row, condition)) ? { head: row, contents } : undefined',
  },
  {
    name: 'the newest contents are read, not those of the event',
    file: PARSE,
    from: 'const read = await readObject(event, ports)\n  return read && { version',
    to: 'const read = await readObject({ bucket: event.bucket, key: event.key }, ports)\n  return read && { version',
  },
  {
    name: 'a deletion leaves no tombstone where nothing was stored',
    file: PARSE,
    from: "if (event.what === 'deleted') return { version }",
    to: "if (event.what === 'deleted') return head && { version }",
  },
  {
    name: 'a deletion is not a version: it is ignored',
    file: PARSE,
    from: "if (event.key.endsWith('/')) return",
    to: "if (event.key.endsWith('/') || event.what === 'deleted') return",
  },

  // A look at what a key holds.
  {
    name: 'a look at a key without a trace in its head',
    file: HEAD,
    from: 'examined: contents.examined,',
    to: '',
  },
  {
    name: 'what a look found takes the version of what was known',
    file: PARSE,
    from: 'same ? known : successor(known)',
    to: 'known',
  },
  {
    name: 'a look at a key that holds nothing is ignored',
    file: PARSE,
    from: 'const source = sourceOf(read ?? {})\n',
    to: 'if (read === undefined) return undefined as never\n  const source = sourceOf(read ?? {})\n',
  },
  {
    name: 'an event after a look does not raise the version',
    file: PARSE,
    from: 'if (least > known) return itemsVersion(least, PARSER_VERSION)',
    to: '',
  },

  // Writing and publishing.
  {
    name: 'items of all versions stand in one place',
    file: KEYS,
    from: '`ITEM#${version}#`',
    to: "`ITEM#${'0'.repeat(version.length)}#`",
  },
  {
    name: 'items are written after they are published',
    file: PARSE,
    from: '  if (!publishedAlready(claimed.head, contents)) {\n    await ports.items.putAll(itemRows(digest, contents.version, contents.digest?.items ?? []))\n  }\n  const head = await publishVersion(digest, claimed, ports)',
    to: '  const head = await publishVersion(digest, claimed, ports)\n  await ports.items.putAll(itemRows(digest, contents.version, contents.digest?.items ?? []))',
  },
  {
    name: 'a version is published without a condition',
    file: PARSE,
    from: 'if (await ports.items.put(row, condition)) return row\n    head',
    to: 'if (await ports.items.put(row)) return row\n    head',
  },
  {
    name: 'a version is published by whoever claimed it first',
    file: HEAD,
    from: "condition: [[equals('claimed', contents.version), equals('rv', head.rv)]]",
    to: "condition: [[equals('claimed', contents.version)]]",
  },
  {
    name: 'a publication that was refused is given up',
    file: PARSE,
    from: 'head = await readHead(digest, ports)\n  }',
    to: 'return undefined\n  }',
  },
  {
    name: 'any digest is taken for the one that is published',
    file: HEAD,
    from: 'published?.fingerprint === fingerprint ?',
    to: 'published?.fingerprint !== undefined ?',
  },
  {
    name: 'the index by date keeps what is deleted',
    file: HEAD,
    from: '[BY_DATE_INDEX.partition]: _partition,\n    [BY_DATE_INDEX.sort]: _sort,\n',
    to: '',
  },
  {
    name: 'the rows that are published expire',
    file: PARSE,
    from: 'prefix: itemPrefix(replaced)',
    to: "prefix: itemPrefix(head.published?.rows ?? '')",
  },
  {
    name: 'a digest is announced before it is published',
    file: PARSE,
    from: 'const head = await publishVersion(digest, claimed, ports)',
    to: 'await ports.digestParsed.sendAll([{ digest }])\n  const head = await publishVersion(digest, claimed, { ...ports, digestParsed: { sendAll: async () => {} } })\n  ports = { ...ports, digestParsed: { sendAll: async () => {} } }',
  },
  {
    name: 'a digest that was published before is not announced again',
    file: PARSE,
    from: "if (head !== undefined && state === 'published')",
    to: "if (state === 'published') return undefined\n      if (head !== undefined && state === 'published')",
  },
  {
    name: 'a refused upload leaves the digest before it in place',
    file: PARSE,
    from: 'if (error instanceof DigestError) return { ...source, refusal: error }',
    to: '',
  },
  {
    name: 'the message of a refused upload is acknowledged',
    file: PARSE,
    from: 'if (refused !== undefined) throw refused',
    to: '',
  },
  {
    name: 'how an event ended is not counted',
    file: PARSE,
    from: 'ports.count(OUTCOMES[outcome])',
    to: '',
  },

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
    to: 'await ports.seriesChanged.sendAll(touched.map((name) => ({ ...seriesNamed(name), cause })))\n  ports = { ...ports, seriesChanged: { sendAll: async () => {} } }\n  await Promise.all(\n    touched.map((name) =>',
  },
  {
    name: 'nobody asks for roll-ups',
    file: EXTRACT,
    from: 'await ports.seriesChanged.sendAll(',
    to: 'void (',
  },

  // Roll-ups.
  {
    name: 'a roll-up is written without a condition',
    file: ROLL_UP,
    from: 'const { row, condition } = rollup(target, found, parts.flatMap(aggregatesIn))\n    if (await metrics.put(row, condition)) return',
    to: 'const { row } = rollup(target, found, parts.flatMap(aggregatesIn))\n    if (await metrics.put(row)) return',
  },
  {
    name: 'a roll-up that was refused is given up',
    file: ROLL_UP,
    from: 'if (await metrics.put(row, condition)) return',
    to: 'await metrics.put(row, condition)\n    return',
  },
  {
    name: 'a roll-up is read after its parts',
    file: ROLL_UP,
    from: '    const found = await metrics.get<Rollup | YearRow>(target.key)\n    const parts = await queryAll<Rollup | YearRow>(metrics, source)\n',
    to: '    const parts = await queryAll<Rollup | YearRow>(metrics, source)\n    const found = await metrics.get<Rollup | YearRow>(target.key)\n',
  },
  {
    name: 'months do not wait for their days',
    file: ROLL_UP,
    from: 'before = Promise.allSettled(running)',
    to: 'void Promise.allSettled(running)',
  },
  {
    name: 'only the first page of the parts counts',
    file: ROLL_UP,
    from: 'await queryAll<Rollup | YearRow>(metrics, source)',
    to: '(await metrics.queryPage<Rollup | YearRow>(source)).rows',
  },
  {
    name: 'a day counts the contributions of its whole year',
    file: ROLLUP,
    from: 'prefix: `${day}#${prefix}`,',
    to: '',
  },
  {
    name: 'years are not rolled up',
    file: ROLLUP,
    from: '{ source: { pk: months.pk, prefix: year }, target: { key: years, says: yearOf } },',
    to: '',
  },
  {
    name: 'a day is written without a condition',
    file: ROLL_UP,
    from: 'if (await metrics.put({ ...row, ...(split && { split }) }, condition)) return',
    to: 'if (await metrics.put({ ...row, ...(split && { split }) })) return',
  },
  {
    name: 'a day that was refused is given up',
    file: ROLL_UP,
    from: 'if (await metrics.put({ ...row, ...(split && { split }) }, condition)) return',
    to: 'await metrics.put({ ...row, ...(split && { split }) }, condition)\n    return',
  },
  {
    name: 'a day that is split leaves the parts of other digests unwritten',
    file: ROLL_UP,
    from: 'if (split) changed = contributions.map(({ digest }) => digest)',
    to: 'if (split) changed = digests',
  },
  {
    name: 'a day that is split sums up parts of before',
    file: ROLL_UP,
    from: 'await rollUpParts(series, prefix.length + 1, changed, metrics, partRows)\n      parts = await queryAll<Rollup>(metrics, partsOf(series, prefix))',
    to: 'parts = await queryAll<Rollup>(metrics, partsOf(series, prefix))\n      await rollUpParts(series, prefix.length + 1, changed, metrics, partRows)',
  },
  {
    name: 'a batch rolls up the first digest of a day alone',
    file: ROLL_UP,
    from: 'digests.get(name) ?? [], metrics',
    to: 'digests.get(name)?.slice(0, 1) ?? [], metrics',
  },
  {
    name: 'a series fails with nobody to hear of it where a batch names it twice',
    file: ROLL_UP,
    from: '[...(endsOf.get(name) ?? []), end]',
    to: '[end]',
  },

  // What readers get.
  {
    name: 'readers get the items of all versions',
    file: API_ITEMS,
    from: 'const prefix = at === undefined ? itemPrefix(published.rows) : ',
    to: "const prefix = at === undefined ? 'ITEM#' : ",
  },
  {
    name: 'a walk goes on in another version than it began in',
    file: API_ITEMS,
    from: "const prefix = at === undefined ? itemPrefix(published.rows) : at.slice(0, at.lastIndexOf('#') + 1)",
    to: 'const prefix = itemPrefix(published.rows)',
  },
  {
    name: 'a digest is said to be served before its contributions are written',
    file: API_DIGESTS,
    from: 'contribution?.version === extraction.version && ',
    to: 'contribution !== undefined && ',
  },
  {
    name: 'a digest is said to be served before it is extracted',
    file: API_DIGESTS,
    from: 'if (!extraction?.version.startsWith(rows)) return false',
    to: 'if (extraction === undefined) return false',
  },
  {
    name: 'readers get digests that were deleted',
    file: API_DIGESTS,
    from: "head.published.state !== 'deleted'",
    to: 'true',
  },
]
