/**
 * Where all chance of a run comes from: a sequence of numbers, drawn from a seed and written down as they are drawn.
 * The same numbers make the same run, and smaller ones a simpler run: 0 is always the choice that does nothing odd.
 */
export class Choices {
  readonly taken: number[] = []
  private readonly next: (below: number) => number

  private constructor(next: (below: number) => number) {
    this.next = next
  }

  static ofSeed(seed: number): Choices {
    const random = randomNumbers(seed)
    return new Choices((below) => Math.floor(random() * below))
  }

  /** The choices given, and after them nothing odd any more. */
  static of(given: readonly number[]): Choices {
    let at = 0
    return new Choices((below) => Math.min(given[at++] ?? 0, below - 1))
  }

  /** A whole number from 0 up to, and without, `below`. */
  choose(below: number): number {
    const choice = below > 1 ? this.next(below) : 0
    if (below > 1) this.taken.push(choice)
    return choice
  }

  pick<T>(values: readonly T[]): T {
    return values[this.choose(values.length)] as T
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return probability > 0 && this.choose(SCALE) >= SCALE * (1 - probability)
  }
}

/** Probabilities are multiples of one part in so many. */
const SCALE = 10_000

/** Numbers from 0 to 1 by Tommy Ettinger's Mulberry32, which is in the public domain. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * The simplest choices that still fail, as far as `attempts` runs can find them: without stretches of them, with
 * zeros for them.
 */
export async function shrink(
  failing: readonly number[],
  fails: (choices: readonly number[]) => Promise<boolean>,
  attempts: number,
): Promise<number[]> {
  let best = withoutLastZeros(failing)
  let left = attempts
  const takeIfFails = async (candidate: number[]) => {
    if (left-- <= 0 || !(await fails(candidate))) return false
    best = withoutLastZeros(candidate)
    return true
  }
  for (let length = Math.max(1, best.length >> 1); length >= 1 && left > 0; length >>= 1) {
    for (let at = 0; at < best.length && left > 0; ) {
      const [before, stretch, behind] = [
        best.slice(0, at),
        best.slice(at, at + length),
        best.slice(at + length),
      ]
      if (await takeIfFails([...before, ...behind])) continue
      const isZero = stretch.every((choice) => choice === 0)
      if (!isZero) await takeIfFails([...before, ...stretch.map(() => 0), ...behind])
      at += length
    }
  }
  return best
}

function withoutLastZeros(choices: readonly number[]): number[] {
  return choices.slice(0, choices.findLastIndex((choice) => choice !== 0) + 1)
}
