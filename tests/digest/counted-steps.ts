import { Session } from 'node:inspector/promises'

/**
 * Work counted instead of timed: how often each stretch of code was run, in the product as in the libraries that it
 * stands on, as V8's coverage counts it; and how many characters the methods of strings and expressions looked at,
 * which no coverage sees. The same input gives the same number on any machine, whatever else it does.
 */
export class StepCounter {
  readonly #session = new Session()
  #characters = 0
  readonly #originals: [object, string, unknown][] = []

  /** Modules that are loaded before are counted by the function and not by the stretch: load them after. */
  async start(): Promise<void> {
    this.#session.connect()
    await this.#session.post('Profiler.enable')
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }

  async stop(): Promise<void> {
    await this.#session.post('Profiler.stopPreciseCoverage')
    this.#session.disconnect()
  }

  async stepsOf(work: () => Promise<unknown>): Promise<number> {
    await this.#session.post('Profiler.takePreciseCoverage')
    this.#characters = 0
    this.#wrap()
    try {
      await work()
    } finally {
      this.#unwrap()
    }
    const { result } = await this.#session.post('Profiler.takePreciseCoverage')
    let runs = 0
    for (const { url, functions } of result) {
      if (url.startsWith('node:') || url.includes(import.meta.filename)) continue
      for (const { ranges } of functions) for (const { count } of ranges) runs += count
    }
    return runs + this.#characters
  }

  #wrap(): void {
    const count = (characters: number): void => {
      this.#characters += characters
    }
    for (const name of WHOLE) this.#replace(String.prototype, name, (text) => count(String(text).length))
    for (const name of REPLACING)
      this.#replace(String.prototype, name, (text, _, [what]) =>
        count(typeof what === 'string' ? String(text).length : 1),
      )
    const known = new Set<string>()
    for (const name of PARTS)
      this.#replace(String.prototype, name, (self) => {
        // A part is a view of the whole; but a text that was put together is written out when it is first looked into.
        const text = String(self)
        count(text.length < LEAST_LENGTH || known.has(text) ? 1 : text.length)
        if (text.length >= LEAST_LENGTH) known.add(text)
      })
    for (const name of FORWARD)
      this.#replace(String.prototype, name, (text, found, [, from]) =>
        count((isFound(found) ? Number(found) : String(text).length) - Number(from ?? 0)),
      )
    this.#replace(RegExp.prototype, 'exec', (regex, match, [text], from) => {
      const found = match as RegExpExecArray | null
      const end = found ? found.index + found[0].length : String(text).length
      // An expression that is held to its place fails there.
      count(found || !isHeld(regex as RegExp) ? end - from : 1)
    })
    this.#replace(RegExp.prototype, 'test', (regex, found, [text], from) => {
      const { lastIndex } = regex as RegExp
      const end = found && lastIndex > 0 ? lastIndex : String(text).length
      count(isHeld(regex as RegExp) ? 1 : end - from)
    })
  }

  #replace(
    owner: object,
    name: string,
    note: (self: unknown, made: unknown, given: readonly unknown[], from: number) => void,
  ): void {
    const original = Reflect.get(owner, name) as (...given: unknown[]) => unknown
    this.#originals.push([owner, name, original])
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]): unknown {
      const from = this instanceof RegExp ? this.lastIndex : 0
      const made = original.apply(this, given)
      note(this, made, given, from)
      return made
    })
  }

  #unwrap(): void {
    for (const [owner, name, original] of this.#originals) Reflect.set(owner, name, original)
    this.#originals.length = 0
  }
}

/** Methods that look at the whole text. */
const WHOLE = ['trim', 'trimEnd', 'trimStart', 'normalize', 'toLowerCase', 'repeat']
/** Methods that look at the whole for a string, and through `exec` for an expression. */
const REPLACING = ['replace', 'replaceAll', 'split', 'match']
/** Methods that give a part. */
const PARTS = ['slice', 'substring']
const LEAST_LENGTH = 100
/** Methods that look from a place on until they find. */
const FORWARD = ['indexOf', 'includes']

const isHeld = ({ sticky, source, multiline }: RegExp): boolean =>
  sticky || (source.startsWith('^') && !multiline)

const isFound = (found: unknown): boolean => typeof found === 'number' && found >= 0
