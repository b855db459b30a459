/**
 * One fault of the protocol: a piece of the real source that stands there once, and what stands there instead. Each is
 * a condition, a filter, a count, a pin, an order or a union taken away; the simulation has to notice every one.
 */
export interface Mutant {
  name: string
  /** From the root of the repository. */
  file: string
  from: string
  to: string
}
