import { reconcile } from '../../functions/reconcile.ts'
import type { Choices } from './choices.ts'
import { prepareExpectations } from './expected.ts'
import { CALL_FAULTS, FAULTS, type Fault, type Mischief, NO_MISCHIEF } from './faults.ts'
import { MemoryBucket } from './memory-bucket.ts'
import { Oracle } from './oracle.ts'
import { judgeAnswers, judgeServed, walkItems } from './readers.ts'
import { SILENT } from './silent.ts'
import {
  CORRECTIONS,
  CORRECTIONS_KEY,
  KEYS,
  POISON,
  SAME_SERIES,
  TEST_EVENT,
  TEXT_NAMES,
  TEXTS,
  type TextName,
} from './texts.ts'
import type { Violation } from './violation.ts'
import { World } from './world.ts'

export interface Outcome {
  /** What went wrong first; undefined where nothing did. */
  violation?: Violation
  choices: readonly number[]
  steps: number
  history?: readonly string[]
}

const MOST_CHANGES = 5
/** The share of runs in which all keys are uploaded to at once, and meet in the same rows; in half of them in the same batches too. */
const CROWDED = 0.25
/** The share of changes that are of corrections. */
const CORRECTED = 0.15
/** The share of changes after which nothing changes until all is done; the others come while those before are under way. */
const CALM = 0.4
/** The share of changes of the bucket that a reader comes after. */
const READ = 0.5
/** The share of runs at whose end every event comes once more. */
const REPLAYED = 0.2
const DAYS_31_MS = 31 * 24 * 60 * 60 * 1000

await prepareExpectations(new MemoryBucket())

/** One run: a few changes of the bucket, whatever can go wrong, and then rest. */
export function run(choices: Choices, { traced = false } = {}): Promise<Outcome> {
  return play(choices, traced, (world, oracle) => new Run(world, oracle, choices).play())
}

/** Plays a run in a world of its own, under an oracle. */
export async function play(
  choices: Choices,
  traced: boolean,
  plot: (world: World, oracle: Oracle) => Promise<void>,
): Promise<Outcome> {
  const world: World = new World({
    choices,
    mischief: NO_MISCHIEF,
    items: (row, replaced) => oracle.judgeItems(row, replaced),
    metrics: (row, replaced) => oracle.judgeMetrics(row, replaced),
    glance: () => judgeServed(world),
  })
  const oracle = new Oracle(world)
  if (traced) world.history = []
  try {
    await plot(world, oracle)
  } catch (error) {
    world.violate('broken', `The run broke: ${(error as Error).stack}`)
  }
  const { violation, steps, history } = world
  return { violation, steps, history, choices: choices.taken }
}

/** Ends all faults, and judges the tables once with the functions that stand still, once without. */
export async function comeToRest(
  world: World,
  oracle: Oracle,
  makeGood: () => Promise<void> = () => redrive(world),
): Promise<void> {
  world.mischief = NO_MISCHIEF
  await makeGood()
  await judge(world, oracle, 'at rest')
  world.now += DAYS_31_MS
  world.items.expire(world.now / 1000)
  await judge(world, oracle, 'with the rows gone that were to expire')
  if (!world.thaw()) return
  await makeGood()
  await judge(world, oracle, 'with every function awake')
}

/** What an operator does once the faults are mended: sends the dead letters again. */
async function redrive(world: World): Promise<void> {
  for (const queue of Object.values(world.queues)) queue.redrive()
  await world.settle()
}

async function judge(world: World, oracle: Oracle, when: string): Promise<void> {
  if (world.violation === undefined) oracle.judgeAtRest(when)
  if (world.violation === undefined) await judgeAnswers(world, when)
}

class Run {
  private readonly world: World
  private readonly oracle: Oracle
  private readonly choices: Choices
  private readonly rates: Record<Fault, number>
  /** Every message that was ever sent about the bucket. */
  private readonly sent: string[] = []
  private lost = false
  private readonly crowded: boolean
  /** A run has a few texts only, so that the same ones come again and days meet. */
  private readonly texts: readonly TextName[]

  constructor(world: World, oracle: Oracle, choices: Choices) {
    this.world = world
    this.oracle = oracle
    this.choices = choices
    this.crowded = choices.chance(CROWDED)
    const names = this.crowded ? SAME_SERIES : TEXT_NAMES
    this.texts = [choices.pick(names), choices.pick(names), choices.pick(names)]
    // Each run has a few kinds of faults only: where all are at work, some hide others.
    const rates = Object.entries(FAULTS).map(([fault, { rate }]) => [
      fault,
      choices.pick([0, 0, rate / 2, 2 * rate]),
    ])
    this.rates = Object.fromEntries(rates)
  }

  async play(): Promise<void> {
    const { world, choices } = this
    const changes = 1 + choices.choose(MOST_CHANGES)
    world.mischief = this.mischief()
    world.gathers = this.crowded && choices.choose(2) === 1
    for (let n = 0; n < changes; n++) {
      world.outside.push(() => this.change())
      if (choices.chance(READ)) world.outside.push(() => this.read())
      if (choices.chance(CALM)) await world.settle()
    }
    await world.settle()
    await comeToRest(world, this.oracle, () => this.makeGood())
    if (!choices.chance(REPLAYED)) return
    for (const body of this.sent) world.queues.events.send(body)
    await redrive(world)
    await judge(world, this.oracle, 'with every event replayed')
  }

  private change(): void {
    const { world, choices } = this
    const { bucket } = world
    const key = choices.chance(CORRECTED) ? CORRECTIONS_KEY : choices.pick(KEYS)
    const versions = bucket.versionsOf(key)
    const kind = choices.choose(12)
    if (kind === 11) this.send(choices.pick([...POISON, TEST_EVENT]))
    else if (kind === 10) this.send(reexamine(key))
    else if (kind === 9 && versions.length > 0) {
      const version = choices.pick(versions)
      world.note(() => `  version ${version.versionId} of ${key} is deleted`)
      this.notify(bucket.deleteVersion(version))
    } else if (kind >= 7) {
      world.note(() => `  ${key} is deleted`)
      this.notify(bucket.delete(key))
    } else {
      if (key === CORRECTIONS_KEY) {
        world.note(() => `  ${key} is stored`)
        this.notify(bucket.put(key, choices.pick(CORRECTIONS)))
        return
      }
      const text = choices.pick(this.texts)
      for (const one of this.crowded ? KEYS : [key]) {
        world.note(() => `  ${one} is stored: ${text}`)
        this.notify(bucket.put(one, TEXTS[text]))
      }
    }
  }

  /**
   * A dead letter that is sent again may be of contents that nobody told the end of, and so may a function that stood
   * still: the reconciler, which comes day after day, comes here after both.
   */
  private async makeGood(): Promise<void> {
    await redrive(this.world)
    if (!this.lost) return
    await this.reconcile()
    await redrive(this.world)
  }

  private async reconcile(): Promise<void> {
    const { bucket, items, queues, now } = this.world
    await reconcile(bucket.name, {
      bucket,
      items,
      digestEvents: {
        async sendAll(messages) {
          for (const message of messages) queues.events.send(JSON.stringify(message))
        },
      },
      log: SILENT,
      count() {},
      now: () => now,
    })
  }

  private read(): void {
    const { world, choices } = this
    const key = choices.pick(KEYS)
    world.read(`a reader of ${key}`, (tables) => walkItems(key, world, tables))
  }

  private notify(notification: string): void {
    const { choices, rates } = this
    if (choices.chance(rates['never notified'])) {
      this.world.note(() => '  ⚡ never notified')
      this.lost = true
      return
    }
    const body = choices.chance(rates['no sequencer']) ? withoutSequencer(notification) : notification
    this.send(body)
    if (choices.chance(rates['notified twice'])) this.send(body)
  }

  private send(body: string): void {
    this.sent.push(body)
    this.world.queues.events.send(body)
  }

  private mischief(): Mischief {
    const { choices, rates, world } = this
    const { visibilityMs } = world.queues.events
    const rate = CALL_FAULTS.reduce((sum, fault) => sum + rates[fault], 0)
    return {
      onCall: () => {
        if (!choices.chance(Math.min(rate, 0.5))) return undefined
        return choices.pick(CALL_FAULTS.filter((fault) => rates[fault] > 0))
      },
      freezeFor: () =>
        choices.pick([0, visibilityMs, Number.POSITIVE_INFINITY]) + 50 * (1 + choices.choose(20)),
      partsDone: (parts) => choices.choose(parts),
      deliverTwice: () => choices.chance(rates['delivered twice']),
      loseAcknowledgement: () => choices.chance(rates['not acknowledged']),
    }
  }
}

const reexamine = (key: string): string => JSON.stringify({ reexamine: { bucket: 'digests', key } })

function withoutSequencer(notification: string): string {
  return notification.replace(/,"sequencer":"[^"]*"/, '')
}
