import { createInterface } from 'node:readline'
import './end-with-reader.ts'
import { toJson } from '../shared/model/decimal.ts'
import type { Quantity } from '../shared/model/fact.ts'
import { findQuantities } from '../shared/quantities/find-quantities.ts'
import { spelledOut } from '../shared/quantities/units.ts'

/** `npm run -s quantities`: JSON lines {"text"} in, {"text","quantities"} out, in the benchmark's convention, units by name. */
let number = 0
for await (const line of createInterface({ input: process.stdin })) {
  number++
  if (!line.trim()) continue
  const text = textOf(line)
  const quantities = findQuantities(text, { convention: 'benchmark' }).map(row)
  console.log(JSON.stringify({ text, quantities }))
}

function textOf(line: string): string {
  try {
    const { text } = JSON.parse(line)
    if (typeof text === 'string') return text
  } catch {
    // Said below: the line number helps more than the parser's words.
  }
  console.error(`line ${number}: expected a JSON object with "text"`)
  process.exit(1)
}

function row({ value, unit, change, bound, start, end }: Quantity) {
  return {
    value: typeof value === 'string' ? toJson(value) : value.map(toJson),
    unit: spelledOut(unit),
    change: change ?? bound ?? '=',
    start,
    end,
  }
}
