/** Where sentences end, as far as a reader is shown one: behind a stop before white space, a Chinese stop, or a line. */
const STOP = /[.!?…](?=\s|$)|[。！？\n]/g

/** The sentences of a text, asked for in the order of the text, so that each is looked for once. */
export class Sentences {
  readonly #text: string
  readonly #stop = new RegExp(STOP)
  #from = 0
  #to: number

  constructor(text: string) {
    this.#text = text
    this.#to = this.#endFrom(0)
  }

  #endFrom(at: number): number {
    this.#stop.lastIndex = at
    return this.#stop.test(this.#text) ? this.#stop.lastIndex : this.#text.length
  }

  /** Start and end of the sentence that holds `text.slice(start, end)`; of more than one where the slice does. */
  around(start: number, end: number): readonly [number, number] {
    while (this.#to <= start) {
      this.#from = this.#to
      this.#to = this.#endFrom(this.#to)
    }
    let to = this.#to
    while (to < end) to = this.#endFrom(to)
    return [this.#from, to]
  }
}
