import { eachDigest } from '../digest/each-digest.ts'
import { toJson } from '../model/decimal.ts'
import type { Fact } from '../model/fact.ts'
import { factsOfDigest } from './facts.ts'

/** `npm run -s facts -- FILE [FILE…]`: the facts of digests as JSON lines, with the file where there are several. */
const isOneFile = process.argv.length === 3
process.exitCode = await eachDigest('npm run -s facts -- FILE [FILE…]', (digest, path) => {
  for (const fact of factsOfDigest(digest)) console.log(line(fact, isOneFile ? null : path))
})

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
