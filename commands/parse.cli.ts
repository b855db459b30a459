import { eachDigest } from './each-digest.ts'

/** `npm run -s parse -- FILE [FILE…]`: each file's digest as one JSON document. */
process.exitCode = await eachDigest('npm run -s parse -- FILE [FILE…]', (digest) =>
  console.log(JSON.stringify(digest, null, 2)),
)
