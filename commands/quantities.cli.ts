import './end-with-reader.ts'
import { detectLanguage } from '../shared/language/detect.ts'
import { toJson } from '../shared/model/decimal.ts'
import type { Quantity } from '../shared/model/fact.ts'
import { findQuantities } from '../shared/quantities/find-quantities.ts'
import { jsonLines } from './json-lines.ts'

/** `npm run -s quantities`: JSON lines {"text"} in, {"text","quantities"} out, each as the product reads it. */
for await (const { text } of jsonLines()) {
  const quantities = findQuantities(text, { language: detectLanguage(text)?.language })
  console.log(JSON.stringify({ text, quantities: quantities.map(row) }))
}

function row({ value, ...rest }: Quantity) {
  return { value: typeof value === 'string' ? toJson(value) : value.map(toJson), ...rest }
}
