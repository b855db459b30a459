import { createHash } from 'node:crypto'
import type { Aliases } from './names.ts'

/** Names that a deployment adds to the tables, and which version of them it is. */
export interface EntitySettings {
  /** Raised with every change: what was read with an earlier revision is read again, and never the other way round. */
  revision: number
  /** Id → names in any language: `{ "acme": ["Acme Robotics", "极致机器人"] }`. */
  entities: Aliases
}

export const NO_ENTITIES: EntitySettings = { revision: 0, entities: {} }

/** Digits of the hash that tells two files of one revision apart. */
const HASH_DIGITS = 12

/**
 * What the version of facts says of the settings that they were read with: the revision, in digits of a fixed width so
 * that versions sort by it, and a hash of the names, so that no two readings stand under one version. Empty without.
 */
export function entitiesVersion(settings: EntitySettings): string {
  if (settings.revision === 0) return ''
  const names = Object.entries(settings.entities).sort(([a], [b]) => (a < b ? -1 : 1))
  const hash = createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, HASH_DIGITS)
  return `${String(settings.revision).padStart(4, '0')}-${hash}`
}
