import type { StoredObject } from '../../functions/adapters/bucket.ts'
import { digestId } from '../../shared/digest/digest-id.ts'
import { parseDigest } from '../../shared/digest/parse.ts'
import type { Digest } from '../../shared/model/digest.ts'
import { DigestError, type DigestErrorReason } from '../../shared/model/digest-error.ts'
import type { Fact } from '../../shared/model/fact.ts'
import type { MemoryBucket, ObjectVersion } from './memory-bucket.ts'
import { simulatedFacts } from './simulated-facts.ts'
import { CORRECTIONS, CORRECTIONS_KEY, KEYS, TEXTS } from './texts.ts'

/** What one version of a key has to become, whatever happens on the way. */
export interface Expected {
  key: string
  id: string
  etag?: string
  digest?: Digest
  refusal?: DigestErrorReason
  facts: Fact[]
}

/** Expectations by key and ETag, computed from the contents alone: nothing of the protocol has a part in them. */
const PREPARED = new Map<string, Expected>()

/** Prepares what to expect of every text under every key, so that it is at hand between two steps. */
export async function prepareExpectations(bucket: MemoryBucket): Promise<void> {
  const uploads = KEYS.flatMap((key) => Object.values(TEXTS).map((text) => [key, text] as const))
  for (const [key, text] of [...uploads, ...CORRECTIONS.map((text) => [CORRECTIONS_KEY, text] as const)]) {
    bucket.put(key, text)
    const { contents } = bucket.present(key) as Required<ObjectVersion>
    PREPARED.set(nameOf(key, contents.etag), await expectationOf(key, contents))
  }
}

/** @param version undefined, or one without contents, stands for a key that holds nothing */
export function expectedOf(key: string, version: ObjectVersion | undefined): Expected {
  if (version?.contents === undefined) return { key, id: digestId(key), facts: [] }
  const expected = PREPARED.get(nameOf(key, version.contents.etag))
  if (expected === undefined) throw new Error(`Nothing is prepared for ${key}`)
  return expected
}

/** What contents under a key have to become. */
export async function expectationOf(
  key: string,
  { etag, bytes, lastModified }: Pick<Required<StoredObject>, 'etag' | 'bytes' | 'lastModified'>,
): Promise<Expected> {
  const expected: Expected = { key, id: digestId(key), etag, facts: [] }
  try {
    const digest = await parseDigest(bytes, { key, lastModified })
    return { ...expected, digest, facts: simulatedFacts(digest) }
  } catch (error) {
    if (error instanceof DigestError) return { ...expected, refusal: error.reason }
    throw error
  }
}

const nameOf = (key: string, etag: string): string => `${etag} ${key}`
