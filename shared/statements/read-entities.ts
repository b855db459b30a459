import * as v from 'valibot'
import type { EntitySettings } from './entity-settings.ts'

/** More names slow every item down; more are a table of their own. */
const MOST_NAMES = 20_000

const Schema = v.pipe(
  v.strictObject({
    revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)),
    entities: v.record(
      v.pipe(v.string(), v.regex(/^[0-9a-z][0-9a-z-]{0,119}$/, 'an id of small letters, digits and hyphens')),
      v.array(v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(200))),
    ),
  }),
  v.check(
    ({ entities }) => Object.values(entities).flat().length <= MOST_NAMES,
    `at most ${MOST_NAMES} names`,
  ),
)

/**
 * The settings in the text of a JSON file: `{ "revision": 1, "entities": { "acme": ["Acme Robotics"] } }`.
 * @throws Error that says what is wrong and where
 */
export function readEntities(text: string): EntitySettings {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new Error('The entities are no JSON', { cause })
  }
  const result = v.safeParse(Schema, json)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Error(`The entities are wrong at ${v.getDotPath(issue) ?? 'their root'}: ${issue.message}`)
}
