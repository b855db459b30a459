/** A message, and how often it was given out. */
export interface Message {
  readonly id: number
  readonly body: string
  receives: number
  /** When it can be received, in milliseconds of the run's clock; later than now while somebody works on it. */
  visibleAt: number
}

export interface Delivery {
  message: Message
  /** The message's count of receives when it was given out, which tells deliveries apart. */
  receipt: number
}

/** A standard SQS queue in memory, with its dead-letter queue: any order, at least once. */
export class MemoryQueue {
  readonly visibilityMs: number
  readonly maxReceives: number
  messages: Message[] = []
  dead: Message[] = []
  /** The bodies of all messages ever sent; those sent again from the dead-letter queue stand here once. */
  readonly sent: string[] = []

  constructor({ visibilityMs, maxReceives }: { visibilityMs: number; maxReceives: number }) {
    this.visibilityMs = visibilityMs
    this.maxReceives = maxReceives
  }

  send(body: string): void {
    this.messages.push({ id: this.sent.length, body, receives: 0, visibleAt: 0 })
    this.sent.push(body)
  }

  /** Messages that can be received; those that were received too often go to the dead-letter queue. */
  visible(now: number): Message[] {
    const visible = this.messages.filter(({ visibleAt }) => visibleAt <= now)
    const poison = visible.filter(({ receives }) => receives >= this.maxReceives)
    if (poison.length === 0) return visible
    this.messages = this.messages.filter((message) => !poison.includes(message))
    this.dead.push(...poison)
    return visible.filter((message) => !poison.includes(message))
  }

  /** @param visible whether others may receive the message too: at least once is all that is promised */
  receive(message: Message, now: number, visible = false): Delivery {
    message.receives++
    message.visibleAt = visible ? now : now + this.visibilityMs
    return { message, receipt: message.receives }
  }

  /** Deletes a message. @returns false where it was given out once more since, or is dead */
  acknowledge({ message, receipt }: Delivery): boolean {
    if (message.receives !== receipt || !this.messages.includes(message)) return false
    this.messages = this.messages.filter((one) => one !== message)
    return true
  }

  /** Sends the dead letters again. */
  redrive(): void {
    this.messages.push(...this.dead.splice(0).map((message) => ({ ...message, receives: 0, visibleAt: 0 })))
  }

  /** When the next message can be received; undefined without messages. */
  get nextVisible(): number | undefined {
    return this.messages.length === 0
      ? undefined
      : Math.min(...this.messages.map(({ visibleAt }) => visibleAt))
  }
}
