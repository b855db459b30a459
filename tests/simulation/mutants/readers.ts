import type { Mutant } from './mutant.ts'

const API_ITEMS = 'functions/api/items.route.ts'
const API_DIGESTS = 'functions/api/digests.route.ts'

/** What the API makes of the tables. */
export const READER_MUTANTS: readonly Mutant[] = [
  {
    name: 'readers get the items of all versions',
    file: API_ITEMS,
    from: 'const prefix = at === undefined ? itemPrefix(published.rows) : ',
    to: "const prefix = at === undefined ? 'ITEM#' : ",
  },
  {
    name: 'a walk goes on in another version than it began in',
    file: API_ITEMS,
    from: "const prefix = at === undefined ? itemPrefix(published.rows) : at.slice(0, at.lastIndexOf('#') + 1)",
    to: 'const prefix = itemPrefix(published.rows)',
  },
  {
    name: 'a digest is said to be served before its contributions are written',
    file: API_DIGESTS,
    from: 'if (!extraction?.done || ',
    to: 'if (!extraction || ',
  },
  {
    name: 'a digest is said to be served before it is extracted',
    file: API_DIGESTS,
    from: '|| !extraction.version.startsWith(rows)) return false',
    to: ') return false',
  },
  {
    name: 'readers get digests that were deleted',
    file: API_DIGESTS,
    from: "head.published.state !== 'deleted'",
    to: 'true',
  },
]
