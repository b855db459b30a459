import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Page, Query, Table } from '../../functions/adapters/table.ts'
import { rollUpAll, rollUpMessages } from '../../functions/roll-up.ts'
import type { Fact } from '../../shared/model/fact.ts'
import { merge } from '../../shared/series/aggregate.ts'
import {
  type Contribution,
  contributionCondition,
  contributionRows,
} from '../../shared/series/contribution.ts'
import {
  contributionsOf,
  monthsIn,
  type PartRow,
  partTarget,
  type YearRow,
} from '../../shared/series/summaries.ts'
import { catalogueKey, dayKey, monthKey, type RowKey, yearKey } from '../../shared/store/keys.ts'
import { aFact } from '../a-fact.ts'
import { MemoryTable } from '../simulation/memory-table.ts'

const metricDay = { metric: 'patients', day: '2020-01-09' }

/** Ids that share their first digits, so that days are split more than once. */
const idOf = (n: number): string => n.toString(3).padStart(4, '0').padEnd(32, '0')

const fact = (amount: number): Fact => aFact({ metric: 'patients', unit: 'patient', amount: String(amount) })

interface Change {
  digest: string
  version: string
  amounts: readonly number[]
}

async function write({ digest, version, amounts }: Change, metrics: Table): Promise<void> {
  const { contribution } = contributionRows(metricDay, digest, version, amounts.map(fact))
  await metrics.put(contribution, contributionCondition(version))
}

async function expectRolledUp(metrics: MemoryTable): Promise<void> {
  const { rows } = await metrics.queryPage<Contribution>(contributionsOf(metricDay, ''))
  const whole = merge(rows)
  const { sketch: _, ...amounts } = whole
  const year = metricDay.day.slice(0, 4)
  const month = metricDay.day.slice(0, 7)
  expect(await metrics.get(dayKey(metricDay))).toMatchObject(whole)
  expect(await metrics.get(monthKey(metricDay.metric, month))).toMatchObject(whole)
  const ofYear = await metrics.get<YearRow>(yearKey(metricDay.metric, year))
  expect(ofYear && monthsIn(ofYear)).toEqual(whole.n > 0 ? [amounts] : [])
  expect(await metrics.get(catalogueKey(metricDay.metric))).toMatchObject(amounts)
}

const PART_ROWS = 2

const changes = fc.array(
  fc.record({
    digest: fc.integer({ min: 0, max: 20 }).map(idOf),
    version: fc.integer({ min: 1, max: 3 }).map(String),
    amounts: fc.array(fc.integer({ min: -9, max: 99 }), { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 12 },
)

/** The same version of a digest has the same amounts. */
const consistent = (all: readonly Change[]): Change[] => {
  const first = new Map<string, Change>()
  return all.map((change) => {
    const name = `${change.digest} ${change.version}`
    first.set(name, first.get(name) ?? change)
    return first.get(name) ?? change
  })
}

/** Writes contributions of so much each, and rolls them up as one batch. */
async function change(digests: readonly string[], amount: number, metrics: Table): Promise<void> {
  for (const digest of digests) await write({ digest, version: String(amount), amounts: [amount] }, metrics)
  const messages = digests.map((digest) => ({ ...metricDay, digest }))
  await Promise.all(rollUpAll(messages, metrics, PART_ROWS))
}

describe('a day with many contributions', () => {
  test('is split into parts, and comes to the same amounts', async () => {
    const metrics = new MemoryTable()
    for (let n = 0; n < 40; n++) await change([idOf(n)], 2, metrics)
    await expectRolledUp(metrics)
    expect(await metrics.get<PartRow>(partTarget(metricDay, '').key)).toMatchObject({
      split: true,
      n: 40,
      sum: '80',
    })
    expect(await metrics.get<PartRow>(partTarget(metricDay, '0').key)).toMatchObject({ split: true, n: 27 })
    expect(await metrics.get<PartRow>(partTarget(metricDay, '1').key)).toMatchObject({ split: true, n: 13 })
  })

  const digests = Array.from({ length: 81 }, (_, n) => idOf(n))

  test('is read in part only when one of them changes', async () => {
    const metrics = new CountedTable()
    await change(digests, 1, metrics)
    metrics.rowsQueried = 0
    await change([idOf(40)], 2, metrics)
    await expectRolledUp(metrics)
    expect(metrics.rowsQueried).toBeLessThan(81 + 20)
  })

  test('has every part written anew that a batch names a digest of', async () => {
    const metrics = new MemoryTable()
    await change(digests, 1, metrics)
    await change([idOf(0), idOf(40), idOf(80)], 2, metrics)
    await expectRolledUp(metrics)
  })
})

class CountedTable extends MemoryTable {
  rowsQueried = 0

  override async queryPage<Row extends RowKey>(query: Query): Promise<Page<Row>> {
    const page = await super.queryPage<Row>(query)
    this.rowsQueried += page.rows.length
    return page
  }
}

/** One writer's view of a table: each of its steps is taken when its turn comes. */
function inTurns(table: Table, turn: () => Promise<void>): Table {
  return {
    async get<Row extends RowKey>(key: RowKey) {
      const row = await table.get<Row>(key)
      await turn()
      return row
    },
    async put(row, condition) {
      await turn()
      return table.put(row, condition)
    },
    async putAll(rows) {
      await turn()
      return table.putAll(rows)
    },
    async queryPage<Row extends RowKey>(query: Query) {
      const page = await table.queryPage<Row>(query)
      await turn()
      return page
    },
  }
}

/**
 * Lets the first writer that can go on do so, and now and then moves a writer to the end: it is frozen until all
 * others are done or frozen too.
 */
class Turns {
  private readonly random: (below: number) => number
  private readonly waiting: { writer: number; go: () => void }[] = []
  private readonly order: number[] = []

  constructor(random: (below: number) => number) {
    this.random = random
  }

  of(writer: number): () => Promise<void> {
    this.order.splice(this.random(this.order.length + 1), 0, writer)
    return () => new Promise((go) => this.waiting.push({ writer, go }))
  }

  async run(all: Promise<unknown>): Promise<void> {
    let done = false
    const finish = () => {
      done = true
    }
    all.then(finish, finish)
    while (!done) {
      await new Promise(setImmediate)
      const next = this.order.find((writer) => this.waiting.some((one) => one.writer === writer))
      const at = this.waiting.findIndex(({ writer }) => writer === next)
      const [turn] = at < 0 ? [] : this.waiting.splice(at, 1)
      if (turn === undefined) continue
      if (this.random(6) === 0) this.order.push(...this.order.splice(this.order.indexOf(turn.writer), 1))
      turn.go()
    }
    await all
  }
}

test('roll-ups come to the sum of all contributions in whatever order their steps are taken', async () => {
  await fc.assert(
    fc.asyncProperty(changes, fc.integer({ min: 1 }), async (all, seed) => {
      const metrics = new MemoryTable()
      const turns = new Turns(randomOf(seed))
      const works = consistent(all).map(async (change, writer) => {
        const view = inTurns(metrics, turns.of(writer))
        await write(change, view)
        await Promise.all(rollUpAll([{ ...metricDay, digest: change.digest }], view, PART_ROWS))
      })
      await turns.run(Promise.all(works))
      await expectRolledUp(metrics)
    }),
    { numRuns: 150 },
  )
})

/** Numbers below a bound, by a linear congruence. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

test('every message of a metric and day that a batch names twice fails, and no failure is left unheard', async () => {
  const refuse = () => Promise.reject(new Error('Throttled'))
  const metrics = { get: refuse, put: refuse, putAll: refuse, queryPage: refuse } satisfies Table
  const body = JSON.stringify({ ...metricDay, digest: idOf(1) })
  const rolledUp = rollUpMessages([body, body], metrics)
  // A failure that is left unheard ends the test run, as it would end the function.
  for (const outcome of await Promise.allSettled([body, body].map(rolledUp)))
    expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'Throttled' } })
})
