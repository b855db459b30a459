import { Choices } from './choices.ts'
import { type CallFault, NO_MISCHIEF } from './faults.ts'
import { comeToRest, type Outcome, play } from './run.ts'
import { KEYS, TEXTS } from './texts.ts'
import type { World } from './world.ts'

/**
 * Two versions and a deletion of one key, their events in every order, and in each order one thing that goes wrong,
 * at every place where it can.
 */
export interface Placement {
  /** The three events by their places, in the order of their delivery. */
  order: readonly number[]
  /** Whether an event comes only once those before it are dealt with. */
  pace: Pace
  /** Nothing goes wrong without it. */
  trouble?: Trouble
}

type Trouble =
  /** A fault of the call with this number, calls of all functions counted together. */
  | { is: Exclude<CallFault, 'freeze' | 'partial'>; call: number }
  /** Of the batch that the call is, only so many parts are carried out. */
  | { is: 'partial'; call: number; parts: number }
  /** The function of this call stands still until that many calls were made, or until all else is done. */
  | { is: 'pause'; call: number; until: number }
  /** A message of a queue, counted from its first, comes once more before this call. */
  | { is: 'redelivery'; queue: QueueName; message: number; call: number }

const PACES = ['at once', 'one by one'] as const
type Pace = (typeof PACES)[number]

type QueueName = keyof World['queues']

/** What an undisturbed run of an order was like before each of its calls. */
interface Call {
  /** Parts of the call. */
  parts: number
  /** Messages that each queue had been sent. */
  sent: Record<QueueName, number>
}

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const

const ONE_CALL = ['crash before', 'crash after', 'lost response', 'sent twice', 'throttled'] as const

/** Every placement there is; what calls and messages an order has is found by playing it undisturbed. */
export async function placements(): Promise<Placement[]> {
  const all: Placement[] = []
  for (const pace of PACES) {
    for (const order of ORDERS) {
      const calls: Call[] = []
      await playPlacement({ order, pace }, { seen: (call) => calls.push(call) })
      const troubles = calls.flatMap((call, at) => troublesAt(at, call, calls.length))
      all.push({ order, pace }, ...troubles.map((trouble) => ({ order, pace, trouble })))
    }
  }
  return all
}

function troublesAt(call: number, { parts, sent }: Call, calls: number): Trouble[] {
  return [
    ...ONE_CALL.map((is) => ({ is, call })),
    ...from(1, parts).map((done) => ({ is: 'partial' as const, call, parts: done })),
    ...from(call + 1, calls + 1).map((until) => ({ is: 'pause' as const, call, until })),
    ...(Object.keys(sent) as QueueName[]).flatMap((queue) =>
      from(0, sent[queue]).map((message) => ({ is: 'redelivery' as const, queue, message, call })),
    ),
  ]
}

const from = (first: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n)

/** @param seen hears of every call before it is carried out */
export function playPlacement(
  { order, pace, trouble }: Placement,
  { traced = false, seen = () => {} }: { traced?: boolean; seen?: (call: Call) => void } = {},
): Promise<Outcome> {
  return play(Choices.of([]), traced, async (world, oracle) => {
    let calls = 0
    world.mischief = {
      ...NO_MISCHIEF,
      onCall(parts) {
        const call = calls++
        seen({ parts, sent: sentIn(world) })
        if (trouble?.is === 'pause' && trouble.until === call) world.thaw()
        if (trouble?.call !== call) return undefined
        if (trouble.is === 'pause') return 'freeze'
        if (trouble.is !== 'redelivery') return trouble.is
        const queue = world.queues[trouble.queue]
        queue.send(queue.sent[trouble.message] as string)
        return undefined
      },
      freezeFor: () => Number.POSITIVE_INFINITY,
      partsDone: () => (trouble?.is === 'partial' ? trouble.parts : 0),
    }
    const events = eventsIn(world)
    for (const place of order) {
      const send = () => world.queues.events.send(events[place] as string)
      if (pace === 'at once') send()
      // What comes from outside has its turn when nothing else can be done.
      else world.outside.push(send)
    }
    await world.settle()
    await comeToRest(world, oracle)
  })
}

function sentIn({ queues: { events, parsed, changed } }: World): Call['sent'] {
  return { events: events.sent.length, parsed: parsed.sent.length, changed: changed.sent.length }
}

function eventsIn({ bucket }: World): string[] {
  const [key] = KEYS
  return [
    bucket.put(key, TEXTS['area and money']),
    bucket.put(key, TEXTS['area of the next day']),
    bucket.delete(key),
  ]
}
