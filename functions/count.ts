import type { Counter } from '../shared/counters.ts'

/** Adds one to a counter. */
export type Count = (counter: Counter) => void
