// biome-ignore-all lint/suspicious/noTemplateCurlyInString: source text has placeholders

import type { Mutant } from './mutant.ts'

const PARSE = 'functions/parse-digest.ts'
const HEAD = 'shared/digest/head.ts'
const EVENT = 'shared/digest/bucket-event.ts'
const VERSION = 'shared/store/version.ts'
const KEYS = 'shared/store/keys.ts'

/** From an event of the bucket to a digest that is published. */
export const PARSE_MUTANTS: readonly Mutant[] = [
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
    from: 'return { version: examinedVersion(head, sourceOf(read ?? {}), parserOf(ports))',
    to: 'if (read === undefined) return undefined as never\n  return { version: examinedVersion(head, sourceOf(read ?? {}), parserOf(ports))',
  },
  {
    name: 'an event after a look is taken at its word',
    file: PARSE,
    from: "event.what === 'unordered' || head?.examined",
    to: "event.what === 'unordered'",
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
    name: 'the message of a refused upload comes again',
    file: PARSE,
    from: "log.warn('digest refused', { ...detail, reason: refusal.reason, why: refusal.message })",
    to: 'throw refusal',
  },
  {
    name: 'how an event ended is not counted',
    file: PARSE,
    from: 'ports.count(OUTCOMES[outcome])',
    to: '',
  },
]
