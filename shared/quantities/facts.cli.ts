import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseDigest } from '../digest/parse-digest.ts'
import '../end-with-reader.ts'
import { toJson } from './decimal.ts'
import { factsOfDigest } from './facts.ts'
import type { Fact } from './quantity.ts'

/** `npm run -s facts -- FILE [FILE...]`: the facts of digests as JSON lines. */
const files = process.argv.slice(2)
if (files.length === 0) fail(2, 'usage: npm run -s facts -- FILE [FILE...]')
for (const file of files) {
  try {
    const [bytes, { mtime }] = await Promise.all([readFile(file), stat(file)])
    const digest = await parseDigest(bytes, { key: basename(file), lastModified: mtime.toISOString() })
    for (const fact of factsOfDigest(digest)) console.log(line(fact, files.length > 1 ? file : null))
  } catch (error) {
    fail(1, `${file}: ${error instanceof Error ? error.message : error}`)
  }
}

function line(fact: Fact, file: string | null): string {
  const {
    metric,
    value,
    unit,
    bound,
    change,
    role,
    asOf,
    item,
    start,
    end,
    text,
    rule,
    subject,
    status,
    amount,
  } = fact
  const json = typeof value === 'string' ? toJson(value) : value.map(toJson)
  const about = file === null ? {} : { file }
  return JSON.stringify({
    ...about,
    metric,
    value: json,
    unit,
    bound,
    change,
    role,
    asOf,
    item,
    start,
    end,
    text,
    rule,
    subject,
    status,
    amount,
  })
}

function fail(code: number, message: string): never {
  console.error(message)
  process.exit(code)
}
