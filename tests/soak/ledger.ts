import { PARSE_COUNTERS } from '../../functions/parse-digest.ts'
import { COUNTERS, LAG } from '../../shared/store/counters.ts'

/** What became of the changes of the bucket: accepted = ready + refused + superseded + deleted + ignored, but for those lost. */
export interface Account {
  ended: ReadonlyMap<string, number>
  /** Changes that ended in no way. */
  lost: number
}

/** What the functions say of their work: their outcomes by log lines, their counters as CloudWatch would get them. */
export class Ledger {
  /** How the handling of each change of the bucket ended, by the change's id; one that comes again may end otherwise. */
  private readonly ends = new Map<string, Set<string>>()
  /** Sums of what was counted, by the name of the counter. */
  private readonly counted = new Map<string, number>()
  /** Milliseconds from a change to each roll-up that shows it. */
  readonly lags: number[] = []
  /** Messages that failed, and came again. */
  failures = 0

  hear(line: string): void {
    // The last line of a process that is killed may be cut off.
    if (!line.startsWith('{') || !line.endsWith('}')) return
    const said = JSON.parse(line)
    if (said._aws !== undefined) this.hearMetrics(said)
    else if (said.service === 'parse-digest') this.hearOutcome(said)
  }

  private hearMetrics(said: Record<string, number | number[]>): void {
    for (const name of Object.values(COUNTERS)) {
      const sum = [said[name] ?? 0].flat().reduce((one, other) => one + other)
      this.counted.set(name, (this.counted.get(name) ?? 0) + sum)
    }
    this.lags.push(...[said[LAG] ?? []].flat())
  }

  private hearOutcome(said: { message: string; correlation_id?: string; outcome?: string }): void {
    const { message, correlation_id: id, outcome } = said
    if (message === 'message failed') this.failures++
    if (id === undefined || outcome === undefined) return
    this.ends.set(id, (this.ends.get(id) ?? new Set()).add(outcome))
  }

  /** @param accepted how many changes the bucket told of */
  account(accepted: number): Account {
    const ended = new Map<string, number>()
    for (const [end] of this.ends.values()) if (end !== undefined) ended.set(end, (ended.get(end) ?? 0) + 1)
    const sum = [...ended.values()].reduce((one, other) => one + other, 0)
    return { ended, lost: accepted - sum }
  }

  /** Sums of the counters of events, as the functions published them: a function that is killed publishes nothing. */
  get counters(): { taken: number; ended: number } {
    const [taken = 0, ...ends] = PARSE_COUNTERS.map((counter) => this.counted.get(COUNTERS[counter]) ?? 0)
    return { taken, ended: ends.reduce((one, other) => one + other, 0) }
  }
}
