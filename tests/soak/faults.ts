import type { Choices } from '../simulation/choices.ts'

/** Everything that can go wrong in a soak, as a share of the rate of faults that was asked for. */
export const FAULTS = {
  // Of the calls of functions to DynamoDB, S3 and SQS; together they make up the rate.
  throttled: { share: 0.3, what: 'the call is refused for now' },
  failed: { share: 0.2, what: 'the service has an error of its own; nothing is carried out' },
  'lost response': { share: 0.2, what: 'the call is carried out; the connection ends without an answer' },
  late: { share: 0.1, what: 'the call arrives late, when its function may be gone' },
  partly: { share: 0.2, what: 'of a batch only a part is carried out' },
  // Of the messages that are received or deleted.
  'delivered twice': { share: 1, what: 'a message goes to somebody else at the same time' },
  delayed: { share: 1, what: 'a message comes some seconds later' },
  'deleted in vain': { share: 0.5, what: 'a message that was deleted comes again' },
  // Of the invocations of functions.
  killed: { share: 1, what: 'the process of the function is killed in the middle' },
  frozen: { share: 0.1, what: 'the process stands still until its messages have gone to others' },
} as const satisfies Record<string, { share: number; what: string }>

export type Fault = keyof typeof FAULTS

/** Those that befall a call. */
export const CALL_FAULTS = ['throttled', 'failed', 'lost response', 'late', 'partly'] as const

export type CallFault = (typeof CALL_FAULTS)[number]

/** Draws what goes wrong, and counts what did. */
export class Mischief {
  /** Nothing goes wrong while it is off. */
  on = false
  readonly counts = new Map<Fault, number>()
  readonly choices: Choices
  private readonly rate: number

  /** @param rate the share of calls, messages and invocations that something befalls */
  constructor(choices: Choices, rate: number) {
    this.choices = choices
    this.rate = rate
  }

  /** Whether this fault is to happen here; whoever makes it happen counts it. */
  befalls(fault: Fault): boolean {
    return this.on && this.choices.chance(this.rate * FAULTS[fault].share)
  }

  count(fault: Fault): void {
    this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1)
  }
}
