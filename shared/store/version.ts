/**
 * Versions order everything that is written about a digest: `<sequencer>.<parser>` for its items,
 * `<sequencer>.<parser>.<extractor>` for its facts, and `.<entities>` behind it where a deployment adds names. All parts have a fixed width, so string order is version order,
 * in DynamoDB conditions too.
 */
export type Version = string

const SEQUENCER_DIGITS = 64
const VERSION_DIGITS = 4

/** Sorts before every sequencer that S3 gives out: what a key has before any event of it was seen. */
export const NO_SEQUENCER = '0'.repeat(SEQUENCER_DIGITS)

/**
 * S3's sequencer, made comparable: lower case, padded on the right. Comparable for one key only.
 * @returns undefined for a sequencer that is missing or not hexadecimal: its event cannot be ordered
 */
export function normalizeSequencer(sequencer: string | undefined): string | undefined {
  if (sequencer === undefined || !/^[0-9a-fA-F]{1,64}$/.test(sequencer)) return undefined
  return sequencer.toLowerCase().padEnd(SEQUENCER_DIGITS, '0')
}

/**
 * The sequencer just above one that was seen. S3's own have far fewer digits than 64, so every later event of the key
 * still sorts after it: what is read now can be recorded without outranking anything that S3 has yet to tell.
 */
export function successor(sequencer: string): string {
  return (BigInt(`0x${sequencer}`) + 1n).toString(16).padStart(SEQUENCER_DIGITS, '0')
}

/** Releases and versions of an engine have two digits each in a version of what is stored. */
const ENGINES = 100
export const MOST_RELEASES = 99

/**
 * What orders the results of two engines on the same contents: first the release that is deployed, then the engine's own
 * number. Who goes back to an older engine deploys it under a higher release, so that its results outrank those of the
 * engine that he gives up.
 */
export const engineOf = (release: number, version: number): number => release * ENGINES + version

const part = (version: number): string => String(version).padStart(VERSION_DIGITS, '0')

export function itemsVersion(sequencer: string, parserVersion: number): Version {
  return `${sequencer}.${part(parserVersion)}`
}

/** `entities` is what `entitiesVersion` says of the names that a deployment adds, empty where it adds none. */
export function factsVersion(items: Version, extractorVersion: number, entities = ''): Version {
  const facts = `${items}.${part(extractorVersion)}`
  return entities === '' ? facts : `${facts}.${entities}`
}

export function sequencerOf(version: Version): string {
  return version.slice(0, SEQUENCER_DIGITS)
}
