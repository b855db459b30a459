import type { Counter } from '../shared/store/counters.ts'

/** Adds one to a counter. */
export type Count = (counter: Counter) => void
