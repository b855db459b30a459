import '../commands/end-with-reader.ts'
import { jsonLines } from '../commands/json-lines.ts'
import { benchmarkForm } from './benchmark-form.ts'

/** `npm run -s bench-quantities`: JSON lines {"text"} in, {"text","quantities"} out, as the published benchmark counts. */
for await (const { text } of jsonLines())
  console.log(JSON.stringify({ text, quantities: benchmarkForm(text) }))
