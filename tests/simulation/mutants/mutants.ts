import { EXTRACT_MUTANTS } from './extract-facts.ts'
import type { Mutant } from './mutant.ts'
import { PARSE_MUTANTS } from './parse-digest.ts'
import { READER_MUTANTS } from './readers.ts'
import { ROLL_UP_MUTANTS } from './roll-up.ts'
import { ROLL_UP_SERIES_MUTANTS } from './roll-up-series.ts'

/** Every fault of the protocol that the simulation has to notice. */
export const MUTANTS: readonly Mutant[] = [
  ...PARSE_MUTANTS,
  ...EXTRACT_MUTANTS,
  ...ROLL_UP_MUTANTS,
  ...ROLL_UP_SERIES_MUTANTS,
  ...READER_MUTANTS,
]
