import type { Table } from '../../functions/adapters/table.ts'
import { answer } from '../../functions/answer.ts'
import type { ServeApiPorts } from '../../functions/api/ports.ts'
import { digestId } from '../../shared/digest/digest-id.ts'
import type { Item } from '../../shared/model/digest.ts'
import { type Expected, expectedOf } from './expected.ts'
import type { MemoryBucket } from './memory-bucket.ts'
import { Pipeline, requestOf } from './pipeline.ts'
import { SILENT } from './silent.ts'
import { simulatedFacts } from './simulated-facts.ts'
import type { World } from './world.ts'

const METRICS = ['square-meters', 'yuan'] as const
const DIGEST = 'GET /v1/digests/{id}'
const ITEMS = 'GET /v1/digests/{id}/items'
const portsOf = (tables: { items: Table; metrics: Table }): ServeApiPorts => ({
  items: tables.items,
  metrics: tables.metrics,
  cursorKey: 'a key of this run alone',
  now: () => Date.UTC(2021, 5, 1),
})

/** Every question of the API that a run's digests have answers to. */
function questions(keys: readonly string[]): [route: string, given: Record<string, string>][] {
  return [
    ['GET /v1/digests', {}],
    ['GET /v1/metrics', {}],
    ['GET /v1/search', { q: 'bank' }],
    ...keys.map(digestId).flatMap((id): [string, Record<string, string>][] => [
      [DIGEST, { id }],
      [ITEMS, { id }],
    ]),
    ...METRICS.flatMap((metric): [string, Record<string, string>][] => [
      ['GET /v1/metrics/{metric}/facts', { metric }],
      ...['day', 'month', 'year'].map((bucket): [string, Record<string, string>] => [
        'GET /v1/metrics/{metric}/trend',
        { metric, bucket },
      ]),
    ]),
  ]
}

/** What the API answers to all of them, by question. */
async function answersFrom(
  tables: { items: Table; metrics: Table },
  keys: readonly string[],
): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const [route, given] of questions(keys)) {
    const { statusCode, body } = await answer(requestOf(route, given), portsOf(tables), SILENT)
    answers.set(`${route} ${JSON.stringify(given)}`, `${statusCode} ${body}`)
  }
  return answers
}

const cleanAnswers = new Map<string, Promise<Map<string, string>>>()

/** What the API answers when nothing ever was in the bucket but its last contents, and nothing went wrong. */
function answersOfCleanRun(bucket: MemoryBucket): Promise<Map<string, string>> {
  const contents = bucket.keys().map((key) => [key, bucket.present(key)?.contents?.etag])
  const name = JSON.stringify(contents)
  const known = cleanAnswers.get(name) ?? cleanRun(bucket)
  cleanAnswers.set(name, known)
  return known
}

async function cleanRun(bucket: MemoryBucket): Promise<Map<string, string>> {
  const pipeline = new Pipeline()
  pipeline.factsOf = simulatedFacts
  for (const key of bucket.keys()) {
    const contents = bucket.present(key)?.contents
    if (contents === undefined) continue
    const notification = pipeline.bucket.put(key, contents.bytes, contents.lastModified)
    await pipeline.parse(notification)
    await pipeline.settle()
  }
  return answersFrom(pipeline, bucket.keys())
}

/** Asks the API everything, and holds its answers against those of a clean run. */
export async function judgeAnswers(world: World, when: string): Promise<void> {
  const expected = await answersOfCleanRun(world.bucket)
  const answers = await answersFrom(world, world.bucket.keys())
  for (const [question, right] of expected) {
    const given = answers.get(question)
    if (given !== right)
      world.violate('diverged', `${when}, the API answers ${question}\n  with   ${given}\n  not as ${right}`)
  }
}

/** Walks through the items of a digest, a page for each, while everything else goes on; they must be of one version. */
export async function walkItems(
  key: string,
  world: World,
  tables: { items: Table; metrics: Table },
): Promise<void> {
  const seen: Item[] = []
  let cursor: string | undefined
  do {
    const given = { id: digestId(key), limit: '1', ...(cursor !== undefined && { cursor }) }
    const { statusCode, body } = await answer(requestOf(ITEMS, given), portsOf(tables), SILENT)
    // A digest that is deleted between two pages ends the walk.
    if (statusCode === 404) return
    if (statusCode !== 200)
      return world.violate('broken', `A walk through items is answered with ${statusCode} ${body}`)
    const page = JSON.parse(body) as { items: Item[]; next?: string }
    seen.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  const versions = [...world.bucket.history.values()].filter((version) => version.key === key)
  if (!versions.some((version) => isWhole(seen, expectedOf(key, version))))
    world.violate('mixed', `A reader got items that are not one version's, whole: ${JSON.stringify(seen)}`)
}

function isWhole(items: readonly Item[], { digest }: Expected): boolean {
  return JSON.stringify(items) === JSON.stringify(digest?.items ?? [])
}

/** Where the API says that a digest is served, its facts and every roll-up of them are those that readers get. */
export async function judgeServed(world: World): Promise<void> {
  for (const key of world.bucket.keys()) {
    const id = digestId(key)
    const { statusCode, body } = await answer(requestOf(DIGEST, { id }), portsOf(world), SILENT)
    if (statusCode !== 200) continue
    const { served, etag } = JSON.parse(body) as { served: boolean; etag: string }
    if (!served) continue
    const version = [...world.bucket.history.values()].find(
      (one) => one.key === key && one.contents?.etag === etag,
    )
    const expected = expectedOf(key, version)
    for (const metric of METRICS) {
      const facts = await answer(
        requestOf('GET /v1/metrics/{metric}/facts', { metric }),
        portsOf(world),
        SILENT,
      )
      const own = (JSON.parse(facts.body) as { facts: { digest: string; amount: string }[] }).facts
        .filter(({ digest }) => digest === id)
        .map(({ amount }) => amount)
      const right = expected.facts.filter((fact) => fact.metric === metric).map(({ amount }) => amount)
      if (JSON.stringify(own) !== JSON.stringify(right))
        world.violate('mixed', `${key} is said to be served, but its ${metric} are ${own}, not ${right}`)
    }
  }
}
