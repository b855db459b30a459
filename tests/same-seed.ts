import fc from 'fast-check'

/** The same random inputs in every run of `npm test`, so that a change is what makes it fail; `npm run fuzz` draws anew. */
fc.configureGlobal({ seed: 20200109 })
