import { toJson } from '../shared/model/decimal.ts'
import { unreadWords } from '../shared/model/digest.ts'
import { FACT_FIELDS, type Fact } from '../shared/model/fact.ts'
import { factsOfDigest } from '../shared/statements/facts.ts'
import { eachDigest } from './each-digest.ts'

/** `npm run -s facts -- FILE [FILE…]`: the facts of digests as JSON lines, with the file where there are several. */
const isOneFile = process.argv.length === 3
process.exitCode = await eachDigest('npm run -s facts -- FILE [FILE…]', (digest, path) => {
  const unread = unreadWords(digest)
  if (unread !== undefined) console.error(`${path}: ${unread}`)
  for (const fact of factsOfDigest(digest)) console.log(line(fact, isOneFile ? null : path))
})

function line(fact: Fact, file: string | null): string {
  const about = file === null ? {} : { file }
  const { value } = fact
  const json = { ...fact, value: typeof value === 'string' ? toJson(value) : value.map(toJson) }
  return JSON.stringify({ ...about, ...Object.fromEntries(FACT_FIELDS.map((name) => [name, json[name]])) })
}
